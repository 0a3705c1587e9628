"""A run as labels to correct: what it found, with a quote and an anchor for each record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import orjson

from extract.evaluation.gold import MENTIONS
from extract.evaluation.quoting import anchored
from extract.evaluation.runs import Run, RunError, read_run
from extract.evaluation.texts import file_stems, last_part, sentence_span
from extract.records import RecordBase

_NOT_OF_A_LABEL = frozenset({"quantity", "region_code", "part_of"})


def draft(run_dir: Path, output: Path, texts_dir: Path | None = None, *, mentions: bool = False) -> dict[Path, int]:
    """Write a file of labels for each source of a run; returns each file with the number of its labels.

    With `mentions` a file of labelled mentions stands beside each.

    Files are named after the sources: `city-daily-09.txt` gives `city-daily-09.jsonl`. Records that say the same of the
    same place become one label. Raises RunError for what is no run or whose texts are not found, FileExistsError for a
    file that is there already: it may hold corrections.
    """
    run = read_run(run_dir, texts_dir)
    stems, last = file_stems(run.sources), Counter(map(last_part, run.sources))
    files: dict[Path, list[dict[str, Any]]] = {}
    for source, stem in stems.items():
        doc = last_part(source) if last[last_part(source)] == 1 else source
        files[output / f"{stem}.jsonl"] = source_labels(run, source, doc, stem)
        if mentions:
            files[output / f"{stem}{MENTIONS}"] = source_mentions(run, source, doc)
    if taken := [path for path in files if path.exists()]:
        raise FileExistsError(f"{taken[0]} is there already")
    for path, rows in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    return {path: len(rows) for path, rows in files.items()}


def source_labels(run: Run, source: str, doc: str, prefix: str) -> list[dict[str, Any]]:
    """The labels of a source's records, in the order of the text. Raises RunError where its text is not found."""
    text = _text(run, source)
    rows: dict[bytes, dict[str, Any]] = {}
    of_record: dict[tuple[str, str], dict[str, Any]] = {}
    records = sorted(run.records.get(source, ()), key=lambda record: _anchor(record))
    for record in records:
        row = _label(record, text, doc)
        said = orjson.dumps([{k: v for k, v in row.items() if k != "quote"}, _anchor(record)])
        of_record[record.article_id, record.record_id] = rows.setdefault(said, row)
    for number, row in enumerate(rows.values(), start=1):
        row["id"] = f"{prefix}-{number:03}"
    for record in records:
        if (total := getattr(record, "part_of", None)) is not None:
            of_record[record.article_id, record.record_id]["part_of"] = of_record[record.article_id, total]["id"]
    return list(rows.values())


def source_mentions(run: Run, source: str, doc: str) -> list[dict[str, Any]]:
    """The labels of a source's mentions, in the order of the text. Raises RunError where its text is not found."""
    text = _text(run, source)
    found = dict.fromkeys((mention.start, mention.end, mention.label) for mention in run.mentions.get(source, ()))
    return [
        {"doc": doc, "label": str(label), **anchored(text, start, end, sentence_span(text, start, end))}
        for start, end, label in sorted(found)
    ]


def _text(run: Run, source: str) -> str:
    text = run.text(source)
    if text is None:
        raise RunError(f"{source}: its text is not found; say where with --texts")
    return text


def _label(record: RecordBase, text: str, doc: str) -> dict[str, Any]:
    anchor = _anchor(record)
    dumped = record.model_dump(mode="json")
    row: dict[str, Any] = {"doc": doc, "id": None, "record_type": record.record_type}
    row |= anchored(text, *anchor, (record.evidence.start, record.evidence.end))
    period = dumped["period"]
    row |= {"modality": dumped["modality"], "period": period and [period["start"], period["end"]]}
    row |= {slot: dumped[slot] for slot in record.slots() if slot not in _NOT_OF_A_LABEL}
    if record.record_type == "statistic":
        row |= {key: dumped["quantity"][key] for key in ("value", "upper", "unit", "bound")}
    return row


def _anchor(record: RecordBase) -> tuple[int, int]:
    """The place of the anchor; of one in pieces, whose head stands elsewhere, the longest piece."""
    return max(sorted(record.anchor_spans), key=lambda piece: piece[1] - piece[0])

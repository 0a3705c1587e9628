"""A run as labels to correct: what it found, with a quote and an anchor for each record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import orjson

from extract.evaluation.quoting import anchored_once, quote_of
from extract.evaluation.runs import Run, RunError, read_run
from extract.evaluation.texts import file_stems, last_part
from extract.records import RecordBase

_NOT_OF_A_LABEL = frozenset({"quantity", "region_code", "part_of"})


def draft(run_dir: Path, output: Path, texts_dir: Path | None = None) -> dict[Path, int]:
    """Write a file of labels for each source of a run; returns each file with the number of its labels.

    Files are named after the sources: `city-daily-09.txt` gives `city-daily-09.jsonl`. Records that say the same of the
    same place become one label. Raises RunError for what is no run or whose texts are not found, FileExistsError for a
    file that is there already: it may hold corrections.
    """
    run = read_run(run_dir, texts_dir)
    stems, last = file_stems(run.sources), Counter(map(last_part, run.sources))
    if taken := [path for stem in stems.values() if (path := output / f"{stem}.jsonl").exists()]:
        raise FileExistsError(f"{taken[0]} is there already")
    written: dict[Path, int] = {}
    for source, stem in stems.items():
        doc = last_part(source) if last[last_part(source)] == 1 else source
        labels = source_labels(run, source, doc, stem)
        path = output / f"{stem}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(orjson.dumps(label) + b"\n" for label in labels))
        written[path] = len(labels)
    return written


def source_labels(run: Run, source: str, doc: str, prefix: str) -> list[dict[str, Any]]:
    """The labels of a source's records, in the order of the text. Raises RunError where its text is not found."""
    text = run.text(source)
    if text is None:
        raise RunError(f"{source}: its text is not found; say where with --texts")
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


def _label(record: RecordBase, text: str, doc: str) -> dict[str, Any]:
    start, end = _anchor(record)
    quote = quote_of(text, start, end, record.evidence.start, record.evidence.end)
    dumped = record.model_dump(mode="json")
    row: dict[str, Any] = {"doc": doc, "id": None, "record_type": record.record_type}
    row |= {"quote": text[slice(*quote)], "anchor": text[start:end]}
    if not anchored_once(text, (start, end), quote):
        row |= {"start": start, "end": end}
    period = dumped["period"]
    row |= {"modality": dumped["modality"], "period": period and [period["start"], period["end"]]}
    row |= {slot: dumped[slot] for slot in record.slots() if slot not in _NOT_OF_A_LABEL}
    if record.record_type == "statistic":
        row |= {key: dumped["quantity"][key] for key in ("value", "upper", "unit", "bound")}
    return row


def _anchor(record: RecordBase) -> tuple[int, int]:
    """The place of the anchor; of one in pieces, whose head stands elsewhere, the longest piece."""
    return max(sorted(record.anchor_spans), key=lambda piece: piece[1] - piece[0])

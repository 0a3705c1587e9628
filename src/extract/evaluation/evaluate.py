"""Score a run against gold labels, or two labellings against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from extract.evaluation.errors import Slip, slips
from extract.evaluation.gold import GoldError, GoldLine, Problem, gold_files, read_file
from extract.evaluation.items import Item, Spans, by_document, record_item
from extract.evaluation.matching import match
from extract.evaluation.report import Report
from extract.evaluation.resolve import Page, resolve
from extract.evaluation.scores import Count, SlotCount, by_rule, by_slot, by_type, figures
from extract.evaluation.texts import find_text, manifest_folders, source_of
from extract.records import RECORD, RecordBase


def evaluate(gold: Path, run_dir: Path, texts: Path | None = None) -> Report:
    """Score the records of a run against gold labels.

    `gold` is a .jsonl file or a folder of them; a file without labels says that its document (named like the file)
    has none. Labels are placed in the documents' texts, looked for below `texts`, in the run's own `texts/` and
    among the run's inputs; a label that states `start` and `end` is taken at its word where no text is found.
    Raises GoldError for labels that are malformed or cannot be placed, ValueError for a document that could be several
    sources, pydantic's ValidationError for a broken record.
    """
    run = _Run(run_dir)
    labels = read_gold(gold)
    sources = {doc: source_of(doc, run.hashes) for doc in labels}
    folders = [texts] if texts is not None else []
    folders += manifest_folders(run_dir, run.inputs)
    found = {doc: find_text(doc, folders, run.hashes.get(sources[doc] or "")) for doc in labels}
    items = _placed(labels, {doc: None if text is None else Page(text) for doc, text in found.items()})
    predicted = run.items({source: doc for doc, source in sources.items() if source is not None})
    missing = tuple(sorted(doc for doc, source in sources.items() if source is None))
    unlabelled = tuple(sorted(set(run.hashes) - set(sources.values())))
    return score(items, predicted, labels, missing, unlabelled)


def agreement(a: Path, b: Path, texts: Path | None = None) -> Report:
    """Score one labelling against another: `a` as gold, `b` as predicted; F1 is the same the other way round.

    Only documents that both have are compared. A label that either side calls optional counts neither way where the
    other side has it or leaves it.
    """
    ours, theirs = read_gold(a), read_gold(b)
    both = sorted(ours.keys() & theirs.keys())
    folders = [texts] if texts is not None else []
    pages = {doc: None if (text := find_text(doc, folders)) is None else Page(text) for doc in both}
    sides = [_placed({doc: side[doc] for doc in both}, pages) for side in (ours, theirs)]
    return score(sides[0], sides[1], both)


def score(
    gold: Iterable[Item],
    predicted: Iterable[Item],
    documents: Iterable[str],
    missing: tuple[str, ...] = (),
    unlabelled: tuple[str, ...] = (),
) -> Report:
    """Match and count, document by document. Items of other documents are left aside."""
    names = tuple(sorted(set(documents)))
    labels, records = by_document(list(gold)), by_document(list(predicted))
    counts: dict[tuple[str, str], Count] = {}
    rules: dict[str, Count] = {}
    slots: dict[tuple[str, str], SlotCount] = {}
    alone = Count()
    errors: list[Slip] = []
    for doc in names:
        ours, theirs = labels.get(doc, []), records.get(doc, [])
        matching = match(ours, theirs)
        counts |= {(doc, name): count for name, count in by_type(matching).items()}
        for rule, count in by_rule(matching).items():
            rules[rule] = rules.get(rule, Count()) + count
        for slot, number in by_slot(matching).items():
            slots[slot] = slots.get(slot, SlotCount()) + number
        alone += figures(ours, theirs)
        errors.extend(slips(matching))
    return Report(names, counts, dict(sorted(rules.items())), slots, alone, tuple(errors), missing, unlabelled)


def read_gold(gold: Path) -> dict[str, list[GoldLine]]:
    """Labels by document. Raises GoldError for a line that is no label or a document that two files label."""
    labels: dict[str, list[GoldLine]] = {}
    owner: dict[str, Path] = {}
    problems: list[Problem] = []
    for file in gold_files(gold):
        entries = list(read_file(file))
        if not entries:
            labels.setdefault(file.stem, [])
        for entry in entries:
            if isinstance(entry, Problem):
                problems.append(entry)
                continue
            doc = entry.label.doc
            if owner.setdefault(doc, file) != file:
                problems.append(Problem(entry.file, entry.line, "two_files", f"{owner[doc]} labels {doc} too"))
            labels.setdefault(doc, []).append(entry)
    if problems:
        raise GoldError(problems)
    return labels


def _placed(labels: Mapping[str, list[GoldLine]], pages: Mapping[str, Page | None]) -> list[Item]:
    items, problems = resolve([line for lines in labels.values() for line in lines], pages)
    if problems:
        raise GoldError(problems)
    return items


class _Run:
    """What scoring reads of a run: its sources, its records and where its inputs lay."""

    def __init__(self, folder: Path) -> None:
        articles = [orjson.loads(line) for line in _lines(folder / "articles.jsonl")]
        self.hashes: dict[str, str] = {row["source_id"]: row["sha256"] for row in articles}
        self.records: list[RecordBase] = [RECORD.validate_json(line) for line in _lines(folder / "records.jsonl")]
        manifest = folder / "run.json"
        loaded: dict[str, Any] = orjson.loads(manifest.read_bytes()) if manifest.exists() else {}
        self.inputs: list[Mapping[str, object]] = loaded.get("inputs", [])

    def items(self, docs: Mapping[str, str]) -> list[Item]:
        """The records of the sources that `docs` maps to gold documents."""
        chosen = [(r, docs[source]) for r in self.records if (source := r.article_id.rpartition("#")[0]) in docs]
        totals: dict[str, dict[str, Spans]] = {}
        for record, _ in chosen:
            totals.setdefault(record.article_id, {})[record.record_id] = tuple(sorted(record.anchor_spans))
        return [record_item(record, doc, totals[record.article_id]) for record, doc in chosen]


def _lines(path: Path) -> list[bytes]:
    return [line for line in path.read_bytes().split(b"\n") if line.strip()]

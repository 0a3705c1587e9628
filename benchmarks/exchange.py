"""What of reading hangs on the names, figures and years of a text: scores with others in their place.

python -m benchmarks.exchange [--gold FOLDER] [--manner NAME] [--show] [FILE_OR_FOLDER ...]     (corpus/ by default)

Manners: `listed` (places become others of the tables, firms and people invented ones of other shapes), `invented` (the
places invented ones as well), `figures` (years are moved, digits permuted). With `--gold` only the texts with labels
are read, and the labels are exchanged along; without, the records of the text as it stands take their place. `--show`
lists the statistics whose subject, metric or value is another one, or that only one side has.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import extract
from benchmarks.renaming import Exchanged, exchange, permuted
from extract.data import Label, Source
from extract.evaluation.gold import gold_files
from extract.evaluation.items import Item, record_item
from extract.evaluation.labels import load
from extract.evaluation.scores import Report
from extract.evaluation.scoring import compare_items
from extract.pipeline import Pipeline, Processed
from extract.sources import read

MANNERS = ("listed", "invented", "figures")
SLOTS = ("subject", "metric", "value", "measure", "period", "modality", "reference", "basis")
LEVELS = ("found", "core", "full")


@dataclass(frozen=True)
class Compared:
    """The texts of one manner: what is expected of the text as it stands and of the other one, and what was read."""

    manner: str
    before: Report
    after: Report


def items(processed: Processed) -> list[Item]:
    """The records of a source as scores compare them."""
    records = [record for article in processed.articles for record in article.records]
    totals = {record.record_id: tuple(sorted(record.anchor_spans)) for record in records}
    return [record_item(record, processed.source.source_id, totals) for record in records]


def moved(item: Item, exchanged: Exchanged, old: str) -> Item:
    """A label or a record as the exchanged text has it; `old` is the text that it stands in."""
    spans = tuple((exchanged.at(start), exchanged.at(end - 1) + 1) for start, end in item.spans)
    slots: dict[str, Any] = {}
    for name, value in item.slots.items():
        slots[name] = _moved(name, value, exchanged)
    if any(start < item.spans[-1][1] and item.spans[0][0] < end for start, end in exchanged.figures):
        if isinstance(slots.get("value"), int | float):
            slots["value"] = permuted(slots["value"], old[item.spans[0][0] : item.spans[-1][1]])
    return replace(item, spans=spans, slots=slots)


def _moved(name: str, value: Any, exchanged: Exchanged) -> Any:
    if name == "part_of" and value is not None:
        return tuple((exchanged.at(start), exchanged.at(end - 1) + 1) for start, end in value)
    if name == "basis" and isinstance(value, str):
        return exchanged.dated(value)
    if name == "period" and value is not None:
        return tuple(day and exchanged.dated(day) for day in value)
    if isinstance(value, str):
        return exchanged.worded(value)
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return tuple(sorted(map(exchanged.worded, value)))
    return value


def survey(
    pipeline: Pipeline, sources: Sequence[Source], labels: Mapping[str, Sequence[Item]] | None, manner: str
) -> Compared:
    """Every text with its names or figures exchanged, against its labels or what is read in it as it stands."""
    docs, gold, plain, other, expected = [], [], [], [], []
    for source in sources:
        base = pipeline.process(source)
        own = items(base)
        told = own if labels is None else list(labels[source.source_id])
        made = exchange(pipeline, base, list(_names(told)), _figures(base, told), manner)
        new = pipeline.process(_source(source, made))
        docs.append(source.source_id)
        gold += told
        plain += own
        expected += [moved(item, made, source.text) for item in told]
        other += items(new)
    return Compared(manner, compare_items(docs, gold, plain), compare_items(docs, expected, other))


def _source(source: Source, made: Exchanged) -> Source:
    return replace(source, text=made.text, sha256=hashlib.sha256(made.text.encode()).hexdigest())


def _names(told: Sequence[Item]) -> Iterator[str]:
    for item in told:
        for value in item.slots.values():
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, str):
                    yield part


def _figures(base: Processed, told: Sequence[Item]) -> list[tuple[int, int]]:
    """The raw spans of the figures of statistics; a figure that fills another slot keeps its digits."""
    held = [m for a in base.articles for m in a.mention_rows if m.label is not Label.QUANTITY]
    named = {at for m in held if m.label is Label.NAMED_NUMBER for at in range(m.start, m.end)}
    spans = [item.spans[0] for item in told if item.record_type == "statistic" and len(item.spans) == 1]
    return [span for span in dict.fromkeys(spans) if named.isdisjoint(range(*span))]


def lines(found: Compared) -> Iterator[str]:
    """Scores and slots before and after, and what was lost."""
    before, after = found.before.statistics, found.after.statistics
    for level in LEVELS:
        yield _line(f"{found.manner} {level} F1", before.f1(level) or 0, after.f1(level) or 0)
    yield _line(
        f"{found.manner} others core F1", found.before.others.f1("core") or 0, found.after.others.f1("core") or 0
    )
    for slot in SLOTS:
        rates = [report.slots["statistic"][slot].counts for report in (found.before, found.after)]
        yield _line(f"{found.manner} {slot}", *(c.right / c.pairs if c.pairs else 1.0 for c in rates))


def _line(name: str, before: float, after: float) -> str:
    return f"{name:28} {before:7.1%} {after:7.1%} {100 * (after - before):+6.1f}"


def differing(found: Compared) -> Iterator[str]:
    """The statistics of the exchanged texts that are read otherwise than they should be."""
    for doc, matching in found.after.matchings.items():
        for outcome in matching.outcomes:
            want, got = outcome.gold, outcome.predicted
            if outcome.record_type != "statistic" or (want and want.optional):
                continue
            for slot in ("subject", "metric", "value"):
                sides = [item and item.slots.get(slot) for item in (want, got)]
                if sides[0] != sides[1]:
                    yield f"{doc} [{slot}] {sides[0]} / {sides[1]} | {(want or got).sentence[:100]!r}"  # type: ignore[union-attr]


def main(arguments: list[str]) -> None:
    options = {name: arguments[arguments.index(name) + 1] for name in ("--gold", "--manner") if name in arguments}
    inputs = [a for a in arguments if not a.startswith("--") and a not in options.values()] or ["corpus"]
    sources = [item for item in read(inputs) if isinstance(item, Source)]
    labels = _labels(Path(options["--gold"]), sources) if "--gold" in options else None
    if labels is not None:
        sources = [source for source in sources if source.source_id in labels]
    pipeline = extract.load()
    for manner in [options["--manner"]] if "--manner" in options else MANNERS:
        found = survey(pipeline, sources, labels, manner)
        for line in (*lines(found), *(differing(found) if "--show" in arguments else ())):
            print(line)


def _labels(gold: Path, sources: Sequence[Source]) -> dict[str, list[Item]]:
    texts: Callable[[str], str | None] = {s.source_id.rpartition("/")[2]: s.text for s in sources}.get
    out: dict[str, list[Item]] = {}
    for item in load(gold_files(gold), texts):
        out.setdefault(item.doc, []).append(item)
    return {s.source_id: out[doc] for s in sources if (doc := s.source_id.rpartition("/")[2]) in out}


if __name__ == "__main__":
    main(sys.argv[1:])

"""The errors of a report as lines of text: what was missed, what is too much, which slots are wrong."""

from __future__ import annotations

from collections.abc import Iterator

from extract.evaluation.compare import Value
from extract.evaluation.items import Item, compared_slots
from extract.evaluation.levels import Pair
from extract.evaluation.scores import Report

MISSED, SPURIOUS, WRONG = "missed", "spurious", "wrong"


def error_lines(report: Report) -> Iterator[str]:
    """Every error, by kind, then document, then place; optional labels are no errors."""
    for doc, matching in report.matchings.items():
        for item in matching.missed:
            yield from _alone(MISSED, doc, item, "gold")
    for doc, matching in report.matchings.items():
        for item in matching.spurious:
            yield from _alone(SPURIOUS, doc, item, "predicted")
    for doc, matching in report.matchings.items():
        for pair in matching.pairs:
            if pair.wrong:
                yield from _wrong(doc, pair)


def _alone(kind: str, doc: str, item: Item, side: str) -> Iterator[str]:
    yield f"{kind} {_place(doc, item)}"
    yield f"  {_one_line(item.sentence)}"
    filled = [slot for slot in compared_slots(item.record_type) if item.slots.get(slot) not in (None, (), False)]
    yield f"  {side:9} " + "  ".join(f"{slot}={shown(item.slots[slot])}" for slot in filled)


def _wrong(doc: str, pair: Pair) -> Iterator[str]:
    yield f"{WRONG} {', '.join(pair.wrong)}: {_place(doc, pair.predicted)}"
    yield f"  {_one_line(pair.predicted.sentence)}"
    for side, item in (("gold", pair.gold), ("predicted", pair.predicted)):
        yield f"  {side:9} " + "  ".join(f"{slot}={shown(item.slots.get(slot))}" for slot in pair.wrong)


def _place(doc: str, item: Item) -> str:
    at = ",".join(f"{start}-{end}" for start, end in item.spans)
    return f"{doc}:{at} {item.record_type} {item.rule or item.name}".rstrip()


def shown(value: Value) -> str:
    """A slot's value on one line; `-` for none."""
    if value is None or value == ():
        return "-"
    if isinstance(value, tuple):
        return "|".join(shown(part) for part in value)
    return _one_line(str(value))


def _one_line(text: str) -> str:
    return "".join(text.split("\n")).replace("\r", "")

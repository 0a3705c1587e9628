"""The errors of a report: what they are, where, and what label and prediction say of each slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rich.cells import cell_len

from extract.evaluation.compare import Value, overlap
from extract.evaluation.counts import UNFILLED
from extract.evaluation.items import Item, Spans, compared_slots
from extract.evaluation.matching import Matching, overlapping
from extract.evaluation.scores import Report

NONE = "-"


class Kind(StrEnum):
    """What is wrong."""

    MISSED = "missed"
    """A label that no prediction is near to."""
    SPURIOUS = "spurious"
    """A prediction that no label is near to."""
    WRONG = "wrong slot"
    """A pair in which some slot differs."""
    SPLIT = "split"
    """One label read as several records: besides the one that met it, others share its anchor."""
    MERGED = "merged"
    """Several labels read as one record: besides the one that it met, it shares the anchors of others."""


@dataclass(frozen=True, slots=True)
class Error:
    """One error. A split has several predictions, a merger several labels; the pair that met comes first."""

    kind: Kind
    article: str
    gold: tuple[Item, ...]
    predicted: tuple[Item, ...]
    wrong: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """The first prediction, else the first label."""
        return (*self.predicted, *self.gold)[0]

    @property
    def place(self) -> Spans:
        """Where it stands, in raw offsets."""
        return self.item.spans

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that any side fills, or that are wrong, in the order of reports."""
        sides = (*self.gold, *self.predicted)
        every = compared_slots(self.item.record_type)
        return tuple(s for s in every if s in self.wrong or any(side.slots.get(s) not in UNFILLED for side in sides))

    def data(self) -> dict[str, Any]:
        """The error for JSON and the page."""
        item = self.item
        return {
            "kind": str(self.kind),
            "doc": item.doc,
            "article": self.article,
            "record_type": item.record_type,
            "rule": item.rule or None,
            "spans": [list(piece) for piece in self.place],
            "sentence": one_line(item.sentence),
            "wrong": list(self.wrong),
            "gold": [self._side(side) for side in self.gold],
            "predicted": [self._side(side) for side in self.predicted],
        }

    def _side(self, item: Item) -> dict[str, Any]:
        return {"name": item.name, "slots": {slot: shown(item.slots.get(slot)) for slot in self.slots}}


def errors(report: Report) -> list[Error]:
    """Every error, by kind, then document, then place; optional labels are no errors."""
    found = [error for matching in report.matchings.values() for error in _of_document(matching, report)]
    order = list(Kind)
    return sorted(found, key=lambda error: (order.index(error.kind), error.item.doc, error.place, error.item.key))


def error_lines(found: Iterable[Error], sides: tuple[str, str] = ("gold", "predicted")) -> Iterator[str]:
    """Errors as lines of text: a head, the sentence, and a row a slot with both sides beside one another."""
    for error in found:
        item = error.item
        at = ",".join(f"{start}-{end}" for start, end in error.place)
        which = f" ({', '.join(error.wrong)})" if error.wrong else ""
        yield f"{error.kind}{which}: {error.article}:{at} {item.record_type} {item.rule or item.name}".rstrip()
        yield f"  {one_line(item.sentence)}"
        yield from _table(error, sides)


def shown(value: Value) -> str:
    """A slot's value on one line; `-` for none."""
    if value is None or value == ():
        return NONE
    if isinstance(value, tuple):
        return "|".join(shown(part) for part in value)
    return one_line(str(value))


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return "".join(text.split("\n")).replace("\r", "")


def _of_document(matching: Matching, report: Report) -> Iterator[Error]:
    pairs = matching.pairs
    merged = _nearest([pair.predicted for pair in pairs], matching.missed)
    split = _nearest([pair.gold for pair in pairs], matching.spurious)
    in_company = {id(item) for others in (*merged.values(), *split.values()) for item in others}
    for item in matching.missed:
        if id(item) not in in_company:
            yield Error(Kind.MISSED, report.article_of(item), (item,), ())
    for item in matching.spurious:
        if id(item) not in in_company:
            yield Error(Kind.SPURIOUS, report.article_of(item), (), (item,))
    for at, pair in enumerate(pairs):
        article = report.article_of(pair.gold)
        if pair.wrong:
            yield Error(Kind.WRONG, article, (pair.gold,), (pair.predicted,), pair.wrong)
        if at in split:
            yield Error(Kind.SPLIT, article, (pair.gold,), (pair.predicted, *split[at]))
        if at in merged:
            yield Error(Kind.MERGED, article, (pair.gold, *merged[at]), (pair.predicted,))


def _nearest(met: Sequence[Item], left: Sequence[Item]) -> Mapping[int, list[Item]]:
    """What was left, by the index of the item of its type on the other side that it shares most characters with."""
    best: dict[int, int] = {}
    for i, j in overlapping([item.spans for item in met], [item.spans for item in left]):
        if met[i].record_type == left[j].record_type:
            shared = overlap(met[i].spans, left[j].spans)
            if j not in best or shared > overlap(met[best[j]].spans, left[j].spans):
                best[j] = i
    found: dict[int, list[Item]] = {}
    for j, i in sorted(best.items()):
        found.setdefault(i, []).append(left[j])
    return found


def _table(error: Error, sides: tuple[str, str]) -> Iterator[str]:
    slots = error.wrong or error.slots
    heads = [*[sides[0]] * len(error.gold), *[sides[1]] * len(error.predicted)]
    items = [*error.gold, *error.predicted]
    rows = [["", *heads], *([slot, *(shown(item.slots.get(slot)) for item in items)] for slot in slots)]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"    {'  '.join(cells)}".rstrip()

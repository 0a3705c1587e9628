"""Where each figure of an article went: the account behind `figures` in `articles.jsonl` and `extract audit`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from extract.data import Label
from extract.records.base import RecordBase, Span

QUANTITY_SLOTS = ("quantity", "investment", "capacity", "prize")
FIGURES = frozenset({Label.QUANTITY, Label.TIME, Label.ORDINAL, Label.NAMED_NUMBER})


class Use(StrEnum):
    """What became of a figure; the values are the fields of `figures`."""

    RECORD = "records"
    NAME = "names"
    TIME = "times"
    ORDINAL = "ordinals"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start:end` of the raw text, and its use."""

    start: int
    end: int
    use: Use


Marked = tuple[int, int, Label]
"""A mention: raw start, raw end, label."""


def booked(mentions: Iterable[Marked], records: Iterable[RecordBase], in_names: Iterable[Span] = ()) -> list[Figure]:
    """Every figure of an article in text order, each with its one use.

    `in_names` are the digits and numerals that have no mention of their own because a longer name holds them
    (《三河口灌区“十四五”规划》). A quantity is used where it fills a figure's slot or lies in another slot of a record
    (18兆瓦风机 as a product); inside a longer name it belongs to the name.
    """
    rows = sorted(mentions)
    whole, pieces = _slots(records)
    names = _Cover((start, end) for start, end, label in rows if label not in FIGURES)
    inside = _Cover(pieces)
    found = [
        Figure(start, end, _use(label, (start, end), whole, names, inside))
        for start, end, label in rows
        if label in FIGURES
    ]
    found += [Figure(start, end, Use.NAME) for start, end in in_names]
    return sorted(found, key=lambda figure: (figure.start, figure.end))


def _use(label: Label, span: Span, whole: set[Span], names: _Cover, inside: _Cover) -> Use:
    if label is Label.TIME:
        return Use.TIME
    if label is Label.NAMED_NUMBER:
        return Use.NAME
    if span in whole:
        return Use.RECORD
    if label is Label.ORDINAL:
        return Use.ORDINAL
    if names.holds(span):
        return Use.NAME
    return Use.RECORD if inside.holds(span) else Use.UNUSED


def _slots(records: Iterable[RecordBase]) -> tuple[set[Span], list[Span]]:
    """The pieces of the slots that hold a figure, and those of all others."""
    whole: set[Span] = set()
    others: list[Span] = []
    for record in records:
        for slot, pieces in record.spans.items():
            if slot in QUANTITY_SLOTS:
                whole.update(pieces)
            elif slot != "period":
                others.extend(pieces)
    return whole, others


class _Cover:
    """Asks whether one of many spans holds a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._reach: list[int] = []
        for _, end in self._spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def holds(self, span: Span) -> bool:
        index = bisect_right(self._spans, (span[0], 1 << 62)) - 1
        return index >= 0 and self._reach[index] >= span[1]


def left_over(runs: Iterable[Span], held: Iterable[Span]) -> Iterator[Span]:
    """Of runs of digits and numerals what no held span covers: from the first to the last open character of each."""
    covered = {at for start, end in held for at in range(start, end)}
    for start, end in runs:
        open_at = [at for at in range(start, end) if at not in covered]
        if open_at:
            yield open_at[0], open_at[-1] + 1

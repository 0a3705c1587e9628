"""Outcomes put together by what they share: a type, a slot, an article, a manner of text, a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.evaluation.counts import Counts, SlotCounts, outcome_counts, total
from extract.evaluation.intervals import Intervals, intervals, resampled
from extract.evaluation.levels import LEVELS
from extract.evaluation.matching import Outcome

_FEWEST = 2
"""Documents below which records are drawn instead."""


@dataclass(frozen=True, slots=True)
class Group:
    """The counts of some outcomes, and the intervals of their scores by level."""

    counts: Counts
    intervals: Mapping[str, Intervals] = field(default_factory=dict)

    def data(self, levels: Sequence[str] = LEVELS) -> dict[str, Any]:
        """Counts, scores and intervals for JSON."""
        counts = self.counts
        return {
            "gold": counts.gold,
            "predicted": counts.predicted,
            **{
                level: {
                    "count": getattr(counts, level),
                    "precision": counts.precision(level),
                    "recall": counts.recall(level),
                    "f1": counts.f1(level),
                    "intervals": _listed(self.intervals.get(level, Intervals())),
                }
                for level in levels
            },
        }


@dataclass(frozen=True, slots=True)
class Slot:
    """The counts of a slot, and the intervals of its strict scores."""

    counts: SlotCounts
    intervals: Intervals

    def data(self) -> dict[str, Any]:
        """Counts, scores and intervals for JSON."""
        return {**self.counts.data(), "intervals": _listed(self.intervals)}


def group(
    outcomes: Iterable[Outcome], counted: Callable[[Outcome], Counts] = outcome_counts, *, by_record: bool = False
) -> Group:
    """The outcomes as a group; intervals over documents, or with `by_record` over records."""
    rows = [(outcome.doc, counted(outcome)) for outcome in outcomes]
    counts = total(row for _, row in rows)
    drawn = _units([(doc, row.row) for doc, row in rows], by_record)
    if drawn is None:
        return Group(counts)
    sums = resampled(drawn)
    gold, predicted, *reached = sums.T
    return Group(counts, {level: intervals(hits, predicted, gold) for level, hits in zip(LEVELS, reached, strict=True)})


def slot(outcomes: Iterable[Outcome], counted: Callable[[Outcome], SlotCounts]) -> Slot:
    """A slot of outcomes, with intervals over documents."""
    rows = [(outcome.doc, counted(outcome)) for outcome in outcomes]
    counts = sum((row for _, row in rows), SlotCounts())
    drawn = _units([(doc, (row.hits, row.predicted, row.gold)) for doc, row in rows], by_record=False)
    return Slot(counts, Intervals() if drawn is None else intervals(*resampled(drawn).T))


def _units(rows: Sequence[tuple[str, tuple[int, ...]]], by_record: bool) -> list[tuple[int, ...]] | None:
    """What is drawn: documents that have anything, or records; None where there are no two of them."""
    filled = [(doc, row) for doc, row in rows if any(row)]
    by_doc: dict[str, list[tuple[int, ...]]] = {}
    for doc, row in filled:
        by_doc.setdefault(doc, []).append(row)
    if not by_record and len(by_doc) >= _FEWEST:
        return [tuple(map(sum, zip(*of_doc, strict=True))) for of_doc in by_doc.values()]
    return [row for _, row in filled] if len(filled) >= _FEWEST else None


def _listed(found: Intervals) -> dict[str, list[float] | None]:
    return {name: value and list(value) for name in ("precision", "recall", "f1") for value in [getattr(found, name)]}

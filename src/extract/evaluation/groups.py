"""Outcomes put together by what they share: a type, a slot, an article, a manner of text, a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.evaluation.counts import Counts, Row, SlotCounts, outcome_counts, total
from extract.evaluation.intervals import Intervals, intervals
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
    return group_of(rows_by_document(outcomes, counted), by_record=by_record)


def group_of(by_doc: Mapping[str, Sequence[Counts]], *, by_record: bool = False) -> Group:
    """The rows of documents as a group."""
    of_docs, drawn = _units(by_doc, Counts, by_record=by_record)
    counts = total(of_docs, Counts)
    return Group(counts, dict(zip(LEVELS, intervals(drawn), strict=False)))


def slot(outcomes: Iterable[Outcome], counted: Callable[[Outcome], SlotCounts]) -> Slot:
    """A slot of outcomes, with intervals over documents."""
    by_doc = rows_by_document(outcomes, counted)
    of_docs, drawn = _units(by_doc, SlotCounts)
    around = intervals([(row.gold, row.predicted, row.hits) for row in drawn])
    return Slot(total(of_docs, SlotCounts), next(iter(around), Intervals()))


def _units(
    by_doc: Mapping[str, Sequence[Row]], kind: type[Row], *, by_record: bool = False
) -> tuple[list[Row], list[Row]]:
    """The sums of documents, and what is drawn: these, or records where there is one document."""
    of_docs = [total(rows, kind) for rows in by_doc.values()]
    if by_record or len(of_docs) < _FEWEST:
        return of_docs, [row for rows in by_doc.values() for row in rows]
    return of_docs, of_docs


def rows_by_document(outcomes: Iterable[Outcome], counted: Callable[[Outcome], Row]) -> dict[str, list[Row]]:
    """The rows of each document that has anything to count."""
    found: dict[str, list[Row]] = {}
    for outcome in outcomes:
        if any(row := counted(outcome)):
            found.setdefault(outcome.doc, []).append(row)
    return found


def _listed(found: Intervals) -> dict[str, list[float] | None]:
    return {name: value and list(value) for name in ("precision", "recall", "f1") for value in [getattr(found, name)]}

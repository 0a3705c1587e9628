"""How many there are and how many are right, and the scores that follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from extract.evaluation.levels import LEVELS
from extract.evaluation.matching import Outcome

UNFILLED = (None, (), False)
"""Values of a slot that says nothing."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are, and how many of them reach each level. A score is None where there is nothing to count."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    core: int = 0
    full: int = 0
    core_relaxed: int = 0
    full_relaxed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(self.row, other.row, strict=True)))

    @property
    def row(self) -> tuple[int, ...]:
        """The numbers in the order of the fields."""
        return tuple(getattr(self, f.name) for f in fields(self))

    def precision(self, level: str) -> float | None:
        """Of the predictions, the part that reaches `level`."""
        return ratio(getattr(self, level), self.predicted)

    def recall(self, level: str) -> float | None:
        """Of the labels, the part that is met at `level`."""
        return ratio(getattr(self, level), self.gold)

    def f1(self, level: str) -> float | None:
        """The harmonic mean of both; 0 where only one side has anything."""
        return ratio(2 * int(getattr(self, level)), self.gold + self.predicted)


@dataclass(frozen=True, slots=True)
class SlotCounts:
    """How often a slot is right: among matched pairs, and of all values that labels and predictions have."""

    pairs: int = 0
    right: int = 0
    relaxed: int = 0
    filled: int = 0
    """Pairs in which either side has a value."""
    filled_right: int = 0
    gold: int = 0
    """Values that labels have, missed ones included."""
    predicted: int = 0
    """Values that predictions have, spurious ones included."""
    hits: int = 0
    """Values of matched pairs that are the same."""
    hits_relaxed: int = 0

    def __add__(self, other: SlotCounts) -> SlotCounts:
        return SlotCounts(*(a + b for a, b in zip(self.row, other.row, strict=True)))

    @property
    def row(self) -> tuple[int, ...]:
        """The numbers in the order of the fields."""
        return tuple(getattr(self, f.name) for f in fields(self))

    def precision(self, hits: str = "hits") -> float | None:
        """Of the values that predictions have, the part that is right."""
        return ratio(getattr(self, hits), self.predicted)

    def recall(self, hits: str = "hits") -> float | None:
        """Of the values that labels have, the part that is met."""
        return ratio(getattr(self, hits), self.gold)

    def f1(self, hits: str = "hits") -> float | None:
        """The harmonic mean of both."""
        return ratio(2 * int(getattr(self, hits)), self.gold + self.predicted)

    def data(self) -> dict[str, Any]:
        """Counts and scores for JSON."""
        return {
            **{f.name: getattr(self, f.name) for f in fields(self)},
            "accuracy": ratio(self.right, self.pairs),
            "accuracy_relaxed": ratio(self.relaxed, self.pairs),
            "accuracy_filled": ratio(self.filled_right, self.filled),
            "precision": self.precision(),
            "recall": self.recall(),
            "f1": self.f1(),
            "f1_relaxed": self.f1("hits_relaxed"),
        }


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    return sum(counts, Counts())


def outcome_counts(outcome: Outcome) -> Counts:
    """One outcome as counts."""
    reached = outcome.pair.reached if outcome.pair else frozenset[str]()
    sides = (int(outcome.gold is not None), int(outcome.predicted is not None))
    return Counts(*sides, *(int(level in reached) for level in LEVELS))


def figure_counts(outcome: Outcome) -> Counts:
    """One outcome of statistics by value and unit alone: `found` counts both right, whatever the measure."""
    right = outcome.pair is not None and not {"value", "unit"} & set(outcome.pair.wrong)
    return Counts(int(outcome.gold is not None), int(outcome.predicted is not None), int(right))


def slot_counts(outcome: Outcome, slot: str) -> SlotCounts:
    """One outcome as counts of a slot."""
    gold, predicted = (
        side is not None and side.slots.get(slot) not in UNFILLED for side in (outcome.gold, outcome.predicted)
    )
    pair = outcome.pair
    right, relaxed = (
        pair is not None and slot not in wrong for wrong in ((pair.wrong, pair.wrong_relaxed) if pair else ((), ()))
    )
    filled = pair is not None and (gold or predicted)
    both = gold and predicted
    return SlotCounts(
        *(int(pair is not None), int(right), int(relaxed), int(filled), int(filled and right)),
        *(int(gold), int(predicted), int(both and right), int(both and relaxed)),
    )


def ratio(part: int, whole: int) -> float | None:
    """A part of a whole; None where there is no whole."""
    return part / whole if whole else None

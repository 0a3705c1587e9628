"""How many there are and how many are right, and the scores that follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from extract.evaluation.levels import LEVELS
from extract.evaluation.matching import Outcome

UNFILLED = (None, (), False)
"""Values of a slot that says nothing."""


class Counts(NamedTuple):
    """How many there are, and how many of them reach each level. A score is None where there is nothing to count."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    core: int = 0
    full: int = 0
    core_relaxed: int = 0
    full_relaxed: int = 0

    def precision(self, level: str) -> float | None:
        """Of the predictions, the part that reaches `level`."""
        return ratio(getattr(self, level), self.predicted)

    def recall(self, level: str) -> float | None:
        """Of the labels, the part that is met at `level`."""
        return ratio(getattr(self, level), self.gold)

    def f1(self, level: str) -> float | None:
        """The harmonic mean of both; 0 where only one side has anything."""
        return ratio(2 * int(getattr(self, level)), self.gold + self.predicted)


class SlotCounts(NamedTuple):
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
            **self._asdict(),
            "accuracy": ratio(self.right, self.pairs),
            "accuracy_relaxed": ratio(self.relaxed, self.pairs),
            "accuracy_filled": ratio(self.filled_right, self.filled),
            "precision": self.precision(),
            "recall": self.recall(),
            "f1": self.f1(),
            "f1_relaxed": self.f1("hits_relaxed"),
        }


Row = TypeVar("Row", Counts, SlotCounts)


def total(rows: Iterable[Row], kind: type[Row]) -> Row:
    """The sum of counts of a kind, number by number."""
    return kind(*map(sum, zip(*rows, strict=True)))


def outcome_counts(outcome: Outcome) -> Counts:
    """One outcome as counts."""
    reached = outcome.pair.reached if outcome.pair else _NOWHERE
    sides = (int(outcome.gold is not None), int(outcome.predicted is not None))
    return Counts(*sides, *[int(level in reached) for level in LEVELS])


_NOWHERE: frozenset[str] = frozenset()


def figure_counts(outcome: Outcome) -> Counts:
    """One outcome of statistics by value and unit alone: `found` counts both right, whatever the measure."""
    right = outcome.pair is not None and not {"value", "unit"} & set(outcome.pair.wrong)
    return Counts(int(outcome.gold is not None), int(outcome.predicted is not None), int(right))


def slot_counts(outcome: Outcome, slot: str) -> SlotCounts:
    """One outcome as counts of a slot."""
    gold, predicted, pair = outcome.gold, outcome.predicted, outcome.pair
    said = gold is not None and gold.slots.get(slot) not in UNFILLED
    read = predicted is not None and predicted.slots.get(slot) not in UNFILLED
    if pair is None:
        return SlotCounts(gold=int(said), predicted=int(read))
    right, relaxed, filled = slot not in pair.wrong, slot not in pair.wrong_relaxed, said or read
    hits, hits_relaxed = said and read and right, said and read and relaxed
    return SlotCounts(1, *map(int, (right, relaxed, filled, filled and right, said, read, hits, hits_relaxed)))


def ratio(part: int, whole: int) -> float | None:
    """A part of a whole; None where there is no whole."""
    return part / whole if whole else None

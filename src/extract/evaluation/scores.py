"""Counts at every level, and the scores they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.evaluation.compare import Value
from extract.evaluation.items import Item, compared_slots
from extract.evaluation.levels import LEVELS, Pair
from extract.evaluation.matching import Matching, assign, overlapping


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are and how many reach each level. Optional labels and what met them are in neither number."""

    gold: int = 0
    predicted: int = 0
    reached: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: Count) -> Count:
        levels = {**self.reached, **other.reached}
        reached = {level: self.reached.get(level, 0) + other.reached.get(level, 0) for level in levels}
        return Count(self.gold + other.gold, self.predicted + other.predicted, reached)

    def precision(self, level: str) -> float | None:
        """Of the predictions, the share that reaches a level; None where there is no prediction."""
        return self.reached.get(level, 0) / self.predicted if self.predicted else None

    def recall(self, level: str) -> float | None:
        """Of the labels, the share that is met at a level; None where there is no label."""
        return self.reached.get(level, 0) / self.gold if self.gold else None

    def f1(self, level: str) -> float | None:
        """The harmonic mean of the two, 2·hits / (labels + predictions); None where there is neither."""
        both = self.gold + self.predicted
        return 2 * self.reached.get(level, 0) / both if both else None


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts: scores of sums are micro-averages."""
    return sum(counts, Count())


def _count(pairs: Iterable[Pair], gold: int, predicted: int) -> Count:
    reached = dict.fromkeys(LEVELS, 0)
    for pair in pairs:
        for level in pair.reached:
            reached[level] += 1
    return Count(gold, predicted, reached)


def by_type(matching: Matching) -> dict[str, Count]:
    """The counts of one document by record type."""
    types = {item.record_type for item in (*matching.missed, *matching.spurious)}
    types |= {pair.gold.record_type for pair in matching.pairs}
    counts = {}
    for name in sorted(types):
        pairs = [pair for pair in matching.pairs if pair.gold.record_type == name]
        missed = sum(item.record_type == name for item in matching.missed)
        spurious = sum(item.record_type == name for item in matching.spurious)
        counts[name] = _count(pairs, len(pairs) + missed, len(pairs) + spurious)
    return counts


def by_rule(matching: Matching) -> dict[str, Count]:
    """What each rule predicted and how much of it reaches each level (a rule has a precision, but no recall)."""
    pairs: dict[str, list[Pair]] = {}
    predicted: dict[str, int] = {}
    for pair in matching.pairs:
        pairs.setdefault(pair.predicted.rule, []).append(pair)
        predicted[pair.predicted.rule] = predicted.get(pair.predicted.rule, 0) + 1
    for item in matching.spurious:
        predicted[item.rule] = predicted.get(item.rule, 0) + 1
    return {rule: _count(pairs.get(rule, ()), 0, count) for rule, count in sorted(predicted.items())}


@dataclass(frozen=True, slots=True)
class SlotCount:
    """One slot over all pairs, found or not: how often the two sides say the same."""

    pairs: int = 0
    same: int = 0
    same_relaxed: int = 0
    gold_filled: int = 0
    predicted_filled: int = 0
    filled_same: int = 0
    """Filled on both sides, and the same."""

    def __add__(self, other: SlotCount) -> SlotCount:
        return SlotCount(
            self.pairs + other.pairs,
            self.same + other.same,
            self.same_relaxed + other.same_relaxed,
            self.gold_filled + other.gold_filled,
            self.predicted_filled + other.predicted_filled,
            self.filled_same + other.filled_same,
        )


def by_slot(matching: Matching) -> dict[tuple[str, str], SlotCount]:
    """Each compared slot of each record type."""
    counts: dict[tuple[str, str], SlotCount] = {}
    for pair in matching.pairs:
        for slot in compared_slots(pair.gold.record_type):
            at = (pair.gold.record_type, slot)
            counts[at] = counts.get(at, SlotCount()) + _slot(pair, slot)
    return counts


def _slot(pair: Pair, slot: str) -> SlotCount:
    same, loose = slot not in pair.wrong, slot not in pair.wrong_relaxed
    in_gold, in_predicted = _filled(pair.gold.slots.get(slot)), _filled(pair.predicted.slots.get(slot))
    return SlotCount(1, same, loose, in_gold, in_predicted, same and in_gold and in_predicted)


def _filled(value: Value) -> bool:
    return value is not None and value is not False and value != ()


def figures(gold: Iterable[Item], predicted: Iterable[Item]) -> Count:
    """The figures of one document's statistics alone: the same value and unit, on places that share a character.

    A figure is counted once, however many statistics stand on it (甲、乙均为30家); it is optional where all of its
    labels are.
    """
    ours, theirs = _figures(gold), _figures(predicted)
    left, right = sorted(ours, key=repr), sorted(theirs, key=repr)
    candidates = overlapping([spans for spans, _ in left], [spans for spans, _ in right])
    same = {(i, j) for i, j in candidates if left[i][1] == right[j][1]}
    required = {(i, j): not (ours[left[i]] or theirs[right[j]]) for i, j in same}
    chosen = assign({at: (int(needed), 1) for at, needed in required.items()})
    hits = sum(required[at] for at in chosen)
    met_left, met_right = {i for i, _ in chosen}, {j for _, j in chosen}
    missed = sum(1 for i, figure in enumerate(left) if i not in met_left and not ours[figure])
    spurious = sum(1 for j, figure in enumerate(right) if j not in met_right and not theirs[figure])
    return Count(hits + missed, hits + spurious, {"found": hits})


def _figures(items: Iterable[Item]) -> dict[tuple[tuple[tuple[int, int], ...], tuple[str, str]], bool]:
    """Each figure (place, value with upper end, unit) and whether it is optional."""
    found: dict[tuple[tuple[tuple[int, int], ...], tuple[str, str]], bool] = {}
    for item in items:
        if item.record_type == "statistic":
            value, unit = item.slots["value"], item.slots["unit"]
            key = (item.spans, (f"{value:.6g}" if isinstance(value, float) else str(value), str(unit)))
            found[key] = found.get(key, True) and item.optional
    return found

"""Counts and scores of one comparison of labels with predictions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from extract.evaluation.items import compared_slots
from extract.evaluation.levels import LEVELS, Pair
from extract.evaluation.matching import Matching
from extract.records import RECORD_TYPES

STATISTIC_SLOTS = (
    *("value", "unit", "measure", "period", "modality", "subject"),
    *("metric", "reference", "scope", "basis", "bound", "part_of", "cumulative"),
)
"""The slots of a statistic in the order of reports."""

SEED, RESAMPLES = 20260401, 2000


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
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def precision(self, level: str) -> float | None:
        """Of the predictions, the part that reaches `level`."""
        return _ratio(getattr(self, level), self.predicted)

    def recall(self, level: str) -> float | None:
        """Of the labels, the part that is met at `level`."""
        return _ratio(getattr(self, level), self.gold)

    def f1(self, level: str) -> float | None:
        """The harmonic mean of both; 0 where only one side has anything."""
        return _ratio(2 * int(getattr(self, level)), self.gold + self.predicted)

    def data(self) -> dict[str, Any]:
        """Counts and scores for JSON."""
        scores = {
            level: {
                "count": getattr(self, level),
                "precision": self.precision(level),
                "recall": self.recall(level),
                "f1": self.f1(level),
            }
            for level in LEVELS
        }
        return {"gold": self.gold, "predicted": self.predicted, **scores}


@dataclass(frozen=True, slots=True)
class SlotCount:
    """How often a slot is right among matched pairs. `filled` are those in which either side has a value."""

    pairs: int = 0
    right: int = 0
    relaxed: int = 0
    filled: int = 0
    filled_right: int = 0

    def data(self) -> dict[str, Any]:
        """Counts and accuracies for JSON."""
        counts = {f.name: getattr(self, f.name) for f in fields(self)}
        return {
            **counts,
            "accuracy": _ratio(self.right, self.pairs),
            "accuracy_relaxed": _ratio(self.relaxed, self.pairs),
            "accuracy_filled": _ratio(self.filled_right, self.filled),
        }


Interval = tuple[float, float]


@dataclass(frozen=True)
class Report:
    """Everything that one comparison says. Optional labels count nowhere."""

    matchings: Mapping[str, Matching]
    """Document to who met whom there."""
    types: Mapping[str, Counts]
    """Record type to its counts; types that neither side has are left out."""
    documents: Mapping[str, Mapping[str, Counts]]
    """Document to the counts of its `statistic` and of the `others` together."""
    rules: Mapping[str, Counts]
    """Rule to the counts of its predictions; `gold` is 0, as a label has no rule."""
    slots: Mapping[str, Mapping[str, SlotCount]]
    """Record type to its slots, of matched pairs."""
    figures: Counts
    """Statistics by value and unit alone: `found` counts pairs in which both are right, whatever their measure."""
    intervals: Mapping[str, Interval | None]
    """95 % interval of core F1, resampling documents, of `statistic` and `others`; None below two documents."""

    @property
    def statistics(self) -> Counts:
        """The counts of statistics."""
        return self.types.get("statistic", Counts())

    @property
    def others(self) -> Counts:
        """The counts of all other types together."""
        return total(counts for name, counts in self.types.items() if name != "statistic")

    def score(self, name: str) -> float | None:
        """An F1 by its name: `found`, `core` … of statistics, `others_core` … of the others. Raises KeyError."""
        level = name.removeprefix("others_")
        if level not in LEVELS:
            raise KeyError(name)
        return (self.statistics if level == name else self.others).f1(level)

    def data(self) -> dict[str, Any]:
        """The report for JSON."""
        figures = self.figures
        return {
            "types": {name: counts.data() for name, counts in self.types.items()},
            "others": self.others.data(),
            "figures": {
                "gold": figures.gold,
                "predicted": figures.predicted,
                "right": figures.found,
                "precision": figures.precision("found"),
                "recall": figures.recall("found"),
                "f1": figures.f1("found"),
            },
            "intervals": {name: interval and list(interval) for name, interval in self.intervals.items()},
            "slots": {
                name: {slot: count.data() for slot, count in slots.items()} for name, slots in self.slots.items()
            },
            "documents": {
                doc: {name: counts.data() for name, counts in parts.items()} for doc, parts in self.documents.items()
            },
            "rules": {
                rule: {
                    "predicted": counts.predicted,
                    **{level: counts.precision(level) for level in LEVELS},
                }
                for rule, counts in self.rules.items()
            },
        }


def report(matchings: Mapping[str, Matching]) -> Report:
    """Score documents that have been matched."""
    documents = {doc: _by_type(matching) for doc, matching in sorted(matchings.items())}
    split = {
        doc: {
            "statistic": types.get("statistic", Counts()),
            "others": total(counts for name, counts in types.items() if name != "statistic"),
        }
        for doc, types in documents.items()
    }
    types = {
        name: total(parts[name] for parts in documents.values() if name in parts)
        for name in RECORD_TYPES
        if any(name in parts for parts in documents.values())
    }
    pairs = [pair for matching in matchings.values() for pair in matching.pairs]
    statistics = [pair for pair in pairs if pair.gold.record_type == "statistic"]
    counted = types.get("statistic", Counts())
    right = sum(not {"value", "unit"} & set(pair.wrong) for pair in statistics)
    return Report(
        matchings=dict(sorted(matchings.items())),
        types=types,
        documents=split,
        rules=_by_rule(matchings.values()),
        slots={name: _slots(name, [p for p in pairs if p.gold.record_type == name]) for name in types},
        figures=Counts(counted.gold, counted.predicted, right),
        intervals={
            name: interval([parts[name] for parts in split.values()], "core") for name in ("statistic", "others")
        },
    )


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    return sum(counts, Counts())


def interval(counts: Sequence[Counts], level: str, seed: int = SEED, resamples: int = RESAMPLES) -> Interval | None:
    """The 95 % bootstrap interval of the F1 of `level` over documents; None where fewer than two have anything."""
    filled = [c for c in counts if c.gold + c.predicted]
    if len(filled) < 2:
        return None
    table = np.array([(2 * getattr(c, level), c.gold + c.predicted) for c in filled], dtype=float)
    drawn = np.random.default_rng(seed).integers(len(filled), size=(resamples, len(filled)))
    sums = table[drawn].sum(axis=1)
    low, high = np.percentile(sums[:, 0] / sums[:, 1], (2.5, 97.5))
    return float(low), float(high)


def _by_type(matching: Matching) -> dict[str, Counts]:
    parts: dict[str, Counts] = {}
    for pair in matching.pairs:
        name = pair.gold.record_type
        parts[name] = parts.get(name, Counts()) + _met(pair, gold=1)
    for item in matching.missed:
        parts[item.record_type] = parts.get(item.record_type, Counts()) + Counts(gold=1)
    for item in matching.spurious:
        parts[item.record_type] = parts.get(item.record_type, Counts()) + Counts(predicted=1)
    return parts


def _by_rule(matchings: Iterable[Matching]) -> dict[str, Counts]:
    parts: dict[str, Counts] = {}
    for matching in matchings:
        for pair in matching.pairs:
            parts[pair.predicted.rule] = parts.get(pair.predicted.rule, Counts()) + _met(pair, gold=0)
        for item in matching.spurious:
            parts[item.rule] = parts.get(item.rule, Counts()) + Counts(predicted=1)
    return dict(sorted((rule, counts) for rule, counts in parts.items() if rule))


def _met(pair: Pair, gold: int) -> Counts:
    return Counts(gold, 1, *(int(level in pair.reached) for level in LEVELS))


def _slots(record_type: str, pairs: Sequence[Pair]) -> dict[str, SlotCount]:
    slots = STATISTIC_SLOTS if record_type == "statistic" else compared_slots(record_type)
    return {slot: _slot(slot, pairs) for slot in slots}


def _slot(slot: str, pairs: Sequence[Pair]) -> SlotCount:
    filled = [pair for pair in pairs if _filled(pair, slot)]
    return SlotCount(
        pairs=len(pairs),
        right=sum(slot not in pair.wrong for pair in pairs),
        relaxed=sum(slot not in pair.wrong_relaxed for pair in pairs),
        filled=len(filled),
        filled_right=sum(slot not in pair.wrong for pair in filled),
    )


def _filled(pair: Pair, slot: str) -> bool:
    return any(side.slots.get(slot) not in (None, (), False) for side in (pair.gold, pair.predicted))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None

"""How well a prediction meets a label: the levels of the contract."""

from __future__ import annotations

from dataclasses import dataclass

from extract.evaluation.compare import relaxed, strict
from extract.evaluation.items import Item, compared_slots
from extract.records import RECORD_TYPES

LEVELS = ("found", "core", "full", "core_relaxed", "full_relaxed")

_STATISTIC_CORE = ("value", "unit", "metric", "subject")
_STATISTIC_FULL = ("bound", "basis", "reference", "period", "modality")


def core_slots(record_type: str) -> tuple[str, ...]:
    """The slots of the level `core`: the name slot and the parties; of a statistic value, unit, metric, subject."""
    if record_type == "statistic":
        return _STATISTIC_CORE
    model = RECORD_TYPES[record_type]
    return (model.ANCHOR, *model.PARTY_SLOTS)


def full_slots(record_type: str) -> tuple[str, ...]:
    """The slots that `full` adds to `core`. An `upper` belongs to its `bound`."""
    return _STATISTIC_FULL if record_type == "statistic" else ("period", "modality")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the prediction that it was matched with."""

    gold: Item
    predicted: Item
    reached: frozenset[str]
    """Of `LEVELS`, those that the prediction reaches."""
    wrong: tuple[str, ...]
    """Slots that are not strictly the same."""
    wrong_relaxed: tuple[str, ...]

    @property
    def optional(self) -> bool:
        """Whether either side may be left out."""
        return self.gold.optional or self.predicted.optional


def compare(gold: Item, predicted: Item) -> Pair:
    """Compare two items of one type whose anchors overlap."""
    record_type = gold.record_type
    slots = compared_slots(record_type)
    values = [(slot, gold.slots.get(slot), predicted.slots.get(slot)) for slot in slots]
    wrong = tuple(slot for slot, a, b in values if not strict(slot, a, b))
    loose = tuple(slot for slot, a, b in values if slot in wrong and not relaxed(slot, a, b))
    return Pair(gold, predicted, _reached(record_type, wrong, loose), wrong, loose)


def _reached(record_type: str, wrong: tuple[str, ...], loose: tuple[str, ...]) -> frozenset[str]:
    if "measure" in wrong:
        return frozenset()
    reached = {"found"}
    for suffix, missed in (("", wrong), ("_relaxed", loose)):
        if not set(core_slots(record_type)) & set(missed):
            reached.add(f"core{suffix}")
            if not set(full_slots(record_type)) & set(missed):
                reached.add(f"full{suffix}")
    return frozenset(reached)

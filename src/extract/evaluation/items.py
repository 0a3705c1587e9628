"""Records and labels in the one form in which they are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.evaluation.compare import LISTS, Value, overlap, same_width
from extract.evaluation.gold import GoldQuantity, Label
from extract.records import RECORD_TYPES, QuantityValue, RecordBase, basis_dates

Spans = tuple[tuple[int, int], ...]

LEFT_OUT = frozenset({"quantity", "region_code", "indicator"})
"""Slots that are not compared as they stand: a quantity is compared by its parts, and codes and standard names come
from the project's own vocabulary."""

FIGURE_SLOTS = ("value", "unit", "bound")


def compared_slots(record_type: str) -> tuple[str, ...]:
    """The slots of a type that are compared, in the order of reports."""
    own = tuple(slot for slot in RECORD_TYPES[record_type].slots() if slot not in LEFT_OUT)
    return (*(FIGURE_SLOTS if record_type == "statistic" else ()), *own, "modality", "period")


@dataclass(frozen=True, slots=True)
class Item:
    """A record or a label, ready for comparison. `spans` is its anchor's place, in raw offsets."""

    doc: str
    record_type: str
    spans: Spans
    slots: Mapping[str, Value]
    optional: bool
    rule: str
    name: str
    """The record's id, or the label's id or line."""
    sentence: str

    @property
    def key(self) -> tuple[Any, ...]:
        """Sorts items the same way whatever order they came in."""
        return (
            self.doc,
            self.record_type,
            self.spans,
            repr(sorted(self.slots.items())),
            self.optional,
            self.rule,
            self.name,
        )

    def overlaps(self, other: Item) -> bool:
        """Whether the anchors share a character."""
        return overlap(self.spans, other.spans) > 0


def _value(slot: str, value: Any) -> Value:
    if value is None:
        return None
    if isinstance(value, QuantityValue | GoldQuantity):
        return (value.value, value.upper, value.unit, str(value.bound))
    if slot == "basis":
        return value if value in ("yoy", "mom") else "/".join(day.isoformat() for day in basis_dates(value))
    if slot in LISTS:
        return tuple(sorted({same_width(text) for text in value}))
    if isinstance(value, str):
        return same_width(str(value))
    return value if isinstance(value, bool | int | float) else str(value)


def _days(start: Any, end: Any) -> Value:
    return tuple(day and day.isoformat() for day in (start, end))


def record_item(record: RecordBase, doc: str, totals: Mapping[str, Spans]) -> Item:
    """A record; `totals` maps the `record_id`s of its article to their anchors."""
    dumped = {slot: getattr(record, slot) for slot in record.slots()}
    slots = {slot: _value(slot, value) for slot, value in dumped.items() if slot not in LEFT_OUT}
    if quantity := dumped.get("quantity"):
        slots |= {"value": quantity.value, "unit": quantity.unit, "bound": (str(quantity.bound), quantity.upper)}
    if dumped.get("part_of") is not None:
        slots["part_of"] = totals.get(dumped["part_of"], ())
    period = record.period
    slots |= {"modality": str(record.modality), "period": period and _days(period.start, period.end)}
    sentence = record.evidence.text
    spans = tuple(sorted(record.anchor_spans))
    return Item(doc, record.record_type, spans, slots, False, record.rule, record.record_id, sentence)


def label_item(label: Label, span: tuple[int, int], total: Spans | None, name: str, sentence: str) -> Item:
    """A label at its resolved place; `total` is the anchor of what it is part of."""
    model = RECORD_TYPES[label.record_type]
    slots = {slot: _value(slot, getattr(label, slot)) for slot in model.slots() if slot not in LEFT_OUT}
    if label.record_type == "statistic":
        given: Any = label
        slots |= {"value": given.value, "unit": given.unit, "bound": (str(given.bound), given.upper)}
        slots["part_of"] = total
    slots |= {"modality": str(label.modality), "period": label.period and _days(*label.period)}
    return Item(label.doc, label.record_type, (span,), slots, label.optional, "", name, sentence)


def by_document(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Items by document, both in a fixed order."""
    found: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: item.key):
        found.setdefault(item.doc, []).append(item)
    return found

"""The ceremony of a start, a delivery or a signing is no event besides: 某水电站|竣工|仪式 tells of the plant."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Relation
from extract.stages.resolve.context import Context, first, renumbered

_TOLD = {"project": "name", "milestone": "product", "cooperation": "object"}
"""Types of which a ceremony tells → their anchors."""


def without_ceremonies(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations without events that only name the ceremony of what another one tells."""
    told = [r for r in relations if r.record_type in _TOLD and _TOLD[r.record_type] in r.slots]
    gone = {i for i, r in enumerate(relations) if any(_of_it(context, r, other) for other in told)}
    return renumbered([(i, r) for i, r in enumerate(relations) if i not in gone])


def _of_it(context: Context, event: Relation, other: Relation) -> bool:
    """Whether an event's name is that of a ceremony, and what it is held for stands in it or right before it."""
    name = first(event, "name")
    if event.record_type != "event" or name is None or event.sentence != other.sentence:
        return False
    if context.words.projects.ceremony.search(name.text) is None:
        return False
    start, end = name.spans[0][0], name.spans[-1][1]
    held = other.slots[_TOLD[other.record_type]][0].spans
    inside = any(a < end and start < b for a, b in held)
    return inside or (other.start < end and start < other.end)

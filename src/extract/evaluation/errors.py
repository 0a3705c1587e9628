"""What went wrong, one entry a slip, each with its sentence and both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from extract.evaluation.compare import Value
from extract.evaluation.items import Item, compared_slots
from extract.evaluation.levels import core_slots, full_slots
from extract.evaluation.matching import Matching

KINDS = ("missed", "merged", "spurious", "split", "wrong_slot")
"""In the order of an error list.

- `missed`: a label that nothing meets; `merged`: one that only a prediction overlaps which met another label.
- `spurious`: a prediction on no label's place; `split`: one on the place of a label that another prediction met.
- `wrong_slot`: a pair that differs in the slots named."""

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Slip:
    """One error. `slots` are the wrong ones of a pair; `level` is the highest level that the pair still reaches."""

    kind: str
    doc: str
    record_type: str
    start: int
    end: int
    slots: tuple[str, ...]
    level: str | None
    sentence: str
    gold: str | None
    predicted: str | None
    rule: str | None

    def to_dict(self) -> dict[str, Any]:
        """The slip as plain data."""
        return asdict(self)


def slips(matching: Matching) -> list[Slip]:
    """The errors of one document, by place."""
    everyone = (*matching.pairs, *matching.left_out)
    found = [_slip("wrong_slot", p.gold, p.predicted, p.wrong, _level(p.reached)) for p in matching.pairs if p.wrong]
    for item in matching.missed:
        near = next((p for p in everyone if _near(p.predicted, item)), None)
        found.append(_slip("merged" if near else "missed", item, near.predicted if near else None))
    for item in matching.spurious:
        other = next((p for p in everyone if _near(p.gold, item)), None)
        found.append(_slip("split" if other else "spurious", other.gold if other else None, item))
    return sorted(found, key=lambda slip: (slip.doc, slip.start, slip.end, KINDS.index(slip.kind), repr(slip)))


def _near(a: Item, b: Item) -> bool:
    return a.record_type == b.record_type and a.overlaps(b)


def _level(reached: frozenset[str]) -> str | None:
    return next((level for level in ("full", "core", "found") if level in reached), None)


def _slip(
    kind: str, gold: Item | None, predicted: Item | None, slots: tuple[str, ...] = (), level: str | None = None
) -> Slip:
    place = predicted if kind in ("spurious", "split") else gold
    assert place is not None
    sentence = _BLANK.sub(" ", place.sentence).strip()
    start, end = place.spans[0][0], place.spans[-1][1]
    sides = [item and describe(item) for item in (gold, predicted)]
    rule = predicted.rule if predicted and predicted.rule else None
    return Slip(kind, place.doc, place.record_type, start, end, slots, level, sentence, sides[0], sides[1], rule)


def describe(item: Item, slots: Iterable[str] | None = None) -> str:
    """An item's filled slots on one line: `value=14 unit=家 metric=企业 …`."""
    order = list(slots) if slots is not None else compared_slots(item.record_type)
    return " ".join(f"{slot}={_say(item.slots.get(slot))}" for slot in order if item.slots.get(slot) not in (None, ()))


def _say(value: Value) -> str:
    if isinstance(value, tuple):
        return "/".join("-".join(map(str, v)) if isinstance(v, tuple) else str(v) for v in value if v is not None)
    return str(value)


def lines(slip: Slip) -> list[str]:
    """A slip as lines of text: where and what, the sentence, then gold and predicted."""
    scored = {*core_slots(slip.record_type), *full_slots(slip.record_type)}
    slots = [slot if slot in scored else f"({slot})" for slot in slip.slots]
    head = f"{slip.kind} {slip.record_type} {slip.doc}:{slip.start}-{slip.end} {' '.join(slots)}".rstrip()
    out = [head, f"  {slip.sentence}"]
    out += [f"  gold      {slip.gold}"] if slip.gold else []
    out += [f"  predicted {slip.predicted}" + (f"  [{slip.rule}]" if slip.rule else "")] if slip.predicted else []
    return out

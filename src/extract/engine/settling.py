"""Who reads which figure, where several readings of one sentence compete."""

from __future__ import annotations

from collections.abc import Sequence

from extract.engine.coding import Coded
from extract.engine.rules import Match

ANCHORS = {
    "project": "name",
    "milestone": "product",
    "honor": "honor",
    "role": "person",
    "event": "name",
    "cooperation": "object",
    "policy": "title",
    "statistic": "metric",
}
"""Record type → the slot by which two readings are one."""

_RANK = "rank"
_READ_ONCE = frozenset({"quantity", _RANK})
"""Slots that are read once wherever they stand, so that what they share says nothing: 以|20%|的|份额|稳居|第一."""
_SHARED = frozenset({"issuer"})
"""Slots whose figures serve every reading: 五部门 in 市人社局等五部门印发《甲》《乙》."""


def settle(matches: Sequence[Match], coded: Coded, figures: frozenset[str]) -> list[Match]:
    """The matches that stand: each figure is read once, by the reading that covers most of the sentence.

    `figures` are the symbols that count as figures. A match without a figure stands unless a heavier match of its
    record type shares one of its symbols in the core slot.
    """
    taken: set[int] = set()
    kept: list[Match] = []

    def order(m: Match) -> tuple[bool, int, int, str, int]:
        return not _names(m, coded, figures), -m.weight[0], -m.weight[1], m.rule.id, m.start

    for match in sorted(matches, key=order):
        told = [span for slot, span in match.slots.items() if slot not in _SHARED]
        used = {i for start, end in told for i in range(start, end) if coded.text[i] in figures}
        used |= {-1 - i for i in range(*match.slots.get(_RANK, (0, 0)))}  # a place in a ranking is read once, too
        if used & taken or any(_same(match, other) for other in kept):
            continue
        taken |= used
        kept.append(match)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _names(match: Match, coded: Coded, figures: frozenset[str]) -> bool:
    """Whether a figure belongs to what a match names (8万吨精深加工项目, 15个园区产值): no other statistic takes it."""
    if match.rule.record_type not in {"project", "milestone"} and (
        match.rule.record_type != "statistic" or "quantity" not in match.slots
    ):
        return False
    return any(coded.text[i] in figures for i in range(*match.slots.get(ANCHORS[match.rule.record_type], (0, 0))))


def _same(match: Match, other: Match) -> bool:
    """Two readings of one stretch as one type of record, neither of them a figure's nor a place's in a ranking."""
    if match.rule.record_type != other.rule.record_type or not match.slots.keys().isdisjoint(_READ_ONCE):
        return False
    anchor = ANCHORS[match.rule.record_type]
    a, b = match.slots.get(anchor, (match.start, match.end)), other.slots.get(anchor, (other.start, other.end))
    return a[0] < b[1] and b[0] < a[1]

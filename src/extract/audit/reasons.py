"""Why a quantity is in no record: one stable code each, decided by what the run itself wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.data import Dimension, Label
from extract.records.base import Span
from extract.records.figures import FIGURES
from extract.records.quantity import QuantityValue
from extract.records.rows import MentionRow, RejectRow

DURATION, RATIO, MEMBER_COUNT, BARE_NUMBER, NO_RULE = "duration", "ratio", "member_count", "bare_number", "no_rule"
REFUSED = "refused"
MEANINGS = {
    REFUSED: "A rule read it, but what it made is no valid record: `refused:` and the code of its reject.",
    DURATION: "A length of time: durations are no records.",
    RATIO: "One side of a ratio (6:4); only shares that sum to 100 are records.",
    MEMBER_COUNT: "A count that only sums up the names listed before it.",
    BARE_NUMBER: "A number without a unit or a measure word that no rule reads.",
    NO_RULE: "No rule's reading of its sentence takes it.",
}
_COLONS = frozenset(":\uff1a\u2236")
_CLAUSE = re.compile("[\uff0c\u3002\uff1b\uff1a\uff01\uff1f\n]")
_ITEM = "\u3001"
_LIST = 80
"""Characters before a count in which the list stands that it sums up."""
_NEAR = 2
"""Characters that may stand between the names of a list, or between the last of them and their count."""

DimensionOf = Callable[[str], Dimension | None]
"""The dimension of a unit as records write it, such as `d` or `CNY`."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the reasons of one article are decided by."""

    text: str
    mentions: Sequence[MentionRow]
    """In text order."""
    rejects: Sequence[RejectRow]
    dimension: DimensionOf

    def reason(self, row: MentionRow) -> str:
        """The code of an unused quantity."""
        refused = next((r for r in self.rejects if _covers(r, row)), None)
        if refused is not None:
            return f"{REFUSED}:{refused.error}"
        unit = row.normal.unit if isinstance(row.normal, QuantityValue) else None
        if unit is not None and self.dimension(unit) is Dimension.DURATION:
            return DURATION
        if self._beside_colon(row):
            return RATIO
        if self._sums_up(row):
            return MEMBER_COUNT
        return BARE_NUMBER if unit is None else NO_RULE

    def _beside_colon(self, row: MentionRow) -> bool:
        """Whether a colon joins it to another figure: 6:4."""
        starts = {m.start for m in self.mentions if m.label in FIGURES}
        ends = {m.end for m in self.mentions if m.label in FIGURES}
        behind = self.text[row.end : row.end + 1]
        before = self.text[row.start - 1 : row.start] if row.start else ""
        return (behind in _COLONS and row.end + 1 in starts) or (before in _COLONS and row.start - 1 in ends)

    def _sums_up(self, row: MentionRow) -> bool:
        """Whether as many names, or items between list marks, stand right before it as it counts."""
        if not isinstance(row.normal, QuantityValue) or row.normal.value < 2:
            return False
        listed = _CLAUSE.split(self.text[max(0, row.start - _LIST) : row.start])[-1]
        if listed and listed.count(_ITEM) + 1 == row.normal.value and all(listed.split(_ITEM)):
            return True
        at, names = row.start, 0
        for name in reversed([m for m in self.mentions if m.end <= row.start and m.label not in FIGURES]):
            if name.end > at:
                continue
            if at - name.end > _NEAR:
                break
            at, names = name.start, names + 1
        return names == row.normal.value


def _covers(reject: RejectRow, row: MentionRow) -> bool:
    return reject.start is not None and reject.end is not None and reject.start <= row.start and row.end <= reject.end


def quantities(mentions: Sequence[MentionRow]) -> dict[Span, MentionRow]:
    """The QUANTITY mentions by their place."""
    return {(m.start, m.end): m for m in mentions if m.label is Label.QUANTITY}

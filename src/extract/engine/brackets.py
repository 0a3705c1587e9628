"""Brackets and quotes of a coded sentence, which a phrase crosses whole."""

from __future__ import annotations

from extract.data import Bound, Quantity
from extract.engine.coding import CLASSES, QUANTITIES, Coded

OPENING = dict(zip("（“《【〔(", "）”》】〕)", strict=True))
CLOSING = {v: k for k, v in OPENING.items()}
_QUOTE = "“"
_ASIDE = ("（", "）")
HEADS = "】"
"""What closes the head of a column, which is no part of what follows: 【教育】."""
_LIMITS = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.RANGE})
_BACK, _AHEAD = 40, 60
"""Symbols within which a bracket is opened or closed."""


def opening(coded: Coded, at: int, floor: int) -> int | None:
    """The symbol of the mark that opens what the one at `at` closes; None across a figure of its own or the floor."""
    mark = CLOSING[coded.text[at]]
    for i in range(at - 1, max(floor, at - _BACK) - 1, -1):
        if coded.text[i] == mark:
            return i
        if coded.text[i] in QUANTITIES and mark != _QUOTE and not (_defines(coded, i) or aside(coded, i)):
            return None
    return None


def aside(coded: Coded, at: int) -> bool:
    """Whether the amount at the symbol `at` alone fills a bracket, as the item before has it: 团客（|3万人次|）."""
    around = coded.text[at - 1 : at], coded.text[at + 1 : at + 2]
    return coded.text[at] in CLASSES["AMOUNT"] and around == _ASIDE


def _defines(coded: Coded, at: int) -> bool:
    """Whether a figure in brackets only says which ones: 亚麻布（含亚麻|≥55%|）, 住宅（40至70平方米）."""
    normal = coded.mentions[at][0].normal
    return isinstance(normal, Quantity) and normal.bound in _LIMITS


def closing(coded: Coded, at: int) -> int | None:
    """Where what the symbol `at` opens is closed, the mark included; None where it is not closed near."""
    found = coded.text.find(OPENING[coded.text[at]], at + 1, at + _AHEAD)
    return None if found < 0 else found + 1

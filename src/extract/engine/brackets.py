"""Brackets and quotes of a coded sentence, which a phrase crosses whole."""

from __future__ import annotations

from extract.engine.coding import QUANTITIES, Coded

OPENING = dict(zip("（“《【〔(", "）”》】〕)", strict=True))
CLOSING = {v: k for k, v in OPENING.items()}
_QUOTE = "“"
_BACK, _AHEAD = 40, 60
"""Symbols within which a bracket is opened or closed."""


def opening(coded: Coded, at: int, floor: int) -> int | None:
    """The symbol of the mark that opens what the one at `at` closes; None across a figure or the floor."""
    mark = CLOSING[coded.text[at]]
    for i in range(at - 1, max(floor, at - _BACK) - 1, -1):
        if coded.text[i] == mark:
            return i
        if coded.text[i] in QUANTITIES and mark != _QUOTE:
            return None
    return None


def closing(coded: Coded, at: int) -> int | None:
    """Where what the symbol `at` opens is closed, the mark included; None where it is not closed near."""
    found = coded.text.find(OPENING[coded.text[at]], at + 1, at + _AHEAD)
    return None if found < 0 else found + 1

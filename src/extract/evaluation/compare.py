"""When two slot values are the same: strictly, and as one would say it.

*Strict*: equal texts, the width of Latin signs aside (`（` and `(` are one); lists as sets; numbers equal, fractions to
five digits; periods and bases by their dates; `part_of` where both totals share a character, or neither has one.
*Relaxed*, for texts only: equal after NFKC, without case, spaces, punctuation and brackets; or one contains the
other, the shorter having at least two characters and half of the longer's length (for a `subject` at least two
characters: 甲州 and 甲州市). Lists: as many values, each with a partner of its own, the same in the relaxed sense.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

from extract.records import RECORD_TYPES

Value = object
"""A slot's value in the scorer: None, a text, a number, a bool, or a tuple of these."""

CODES = frozenset({"measure", "unit", "bound", "basis", "modality", "stage", "region_code"})
"""Slots whose texts are codes: there is no relaxed sense in which two of them are the same."""

LISTS = frozenset(slot for model in RECORD_TYPES.values() for slot in model.list_slots())

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def same_width(text: str) -> str:
    """`text` with full-width forms of ASCII signs folded: the width of a bracket is no reading."""
    return text.translate(_WIDTH)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` without what the relaxed sense ignores: 新型（显示）产业 and 新型显示产业 fold to the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if unicodedata.category(c)[0] not in "PZC")


def strict(slot: str, a: Value, b: Value) -> bool:
    """Whether two values of a slot are the same, strictly."""
    if a is None or b is None:
        return a is b
    if slot == "part_of":
        return isinstance(a, tuple) and isinstance(b, tuple) and overlap(a, b) > 0
    if isinstance(a, float) or isinstance(b, float):
        return _close(a, b)
    return a == b


def relaxed(slot: str, a: Value, b: Value) -> bool:
    """Whether two values of a slot are the same in the relaxed sense (see the module)."""
    if strict(slot, a, b):
        return True
    if slot in CODES:
        return False
    if isinstance(a, str) and isinstance(b, str):
        return _relaxed_text(a, b, whole=slot != "subject")
    if slot in LISTS and isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return _all_partnered(a, b)
    return False


def overlap(a: tuple[tuple[int, int], ...], b: tuple[tuple[int, int], ...]) -> int:
    """How many characters the pieces share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)


def _close(a: Value, b: Value) -> bool:
    # a third is 33.3333 %, to as many digits as one writes
    return isinstance(a, int | float) and isinstance(b, int | float) and math.isclose(a, b, rel_tol=1e-5)


def _relaxed_text(a: str, b: str, *, whole: bool) -> bool:
    short, long = sorted((fold(a), fold(b)), key=len)
    if not short:
        return False
    if short == long:
        return True
    return len(short) >= 2 and short in long and (not whole or 2 * len(short) >= len(long))


def _all_partnered(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    """Whether each value of `a` has a partner of its own in `b` (augmenting paths; lists are short)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, other in enumerate(b):
            if j not in seen and _relaxed_text(str(a[i]), str(other), whole=True):
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    return all(place(i, set()) for i in range(len(a)))

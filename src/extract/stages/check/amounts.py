"""What a written figure can stand for: 460亿元 is anything from 459.5 to 460.5."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.data import Bound
from extract.records.quantity import QuantityValue

_WRITTEN = re.compile(r"\d[\d,，]*(?:[.．](\d+))?", re.ASCII)
RATIOS = frozenset({"%", "pp", "x"})
"""A whole number of these may be rounded, one of houses is counted."""
_ROUND = 0.005
"""Of the value, where it is written in Chinese numerals, whose precision does not show."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact figure with half a unit of its last written digit on either side."""

    value: float
    slack: float

    @property
    def low(self) -> float:
        """The least that it can stand for."""
        return self.value - self.slack

    @property
    def high(self) -> float:
        """The most that it can stand for."""
        return self.value + self.slack


def amount(quantity: QuantityValue) -> Amount | None:
    """The amount of a figure; None where it is bounded (约 超 近 不足) or a range, and so contradicts nothing."""
    if quantity.bound is not Bound.EXACT:
        return None
    value = float(quantity.value)
    written = _WRITTEN.search(quantity.text.translate(_WIDE))
    if written is None:
        return Amount(value, abs(value) * _ROUND)
    number = float(written[0].replace(",", "").replace("，", "").replace("．", "."))
    scale = abs(value) / number if number else 1.0
    counted = scale == 1 and not written[1] and quantity.unit not in RATIOS
    return Amount(value, 0.0 if counted else scale * 0.5 * 10.0 ** -len(written[1] or ""))


_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}

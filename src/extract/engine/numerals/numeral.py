"""A number as it was read from a text."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from extract.data import Bound

ONE = Decimal(1)
ZERO = Decimal(0)
TEN = Decimal(10)


class Numeral(NamedTuple):
    """A number read at `start:end`; `high` only where it is vague (两三千, 几十), `scale` its last 万 or 亿."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    scale: Decimal = ONE
    arabic: bool = False
    """Written with an Arabic digit."""
    spelled: bool = False
    """A row of Chinese digits, 二〇二四: a year or a code, no amount."""
    pair: bool = False
    """Two neighbouring digits, 七八: a number only before a unit."""
    decimal: bool = False
    """Holds a point written in Chinese: 二点五."""
    units: bool = False
    """Holds 十 百 千 万 亿."""
    headless: bool = False
    """Begins with 百 千 万 亿 without a digit: 万户, 百亿."""

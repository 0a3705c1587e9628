"""The value of a numeral while it is read: its sections of 万 and 亿, the open one, and the digit before its unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extract.engine.numerals.numeral import ONE, TEN, ZERO

_UNBOUNDED = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class _Level:
    """A section closed by 万 or 亿, already multiplied."""

    low: Decimal
    high: Decimal
    unit: Decimal


class Running:
    """Low and high run side by side, so that vague digits stay ranges. A method that returns False changed nothing."""

    __slots__ = (
        "arabic", "digit", "fraction", "high", "last_unit", "levels", "low", "pair", "scale", "section_unit",
        "several", "zero",
    )  # fmt: skip

    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self.low = self.high = ZERO
        self.section_unit = _UNBOUNDED
        """The last 十 百 千 of the open section; a next one must be smaller."""
        self.digit: tuple[Decimal, Decimal] | None = None
        """The number that waits for its unit."""
        self.last_unit: Decimal | None = None
        self.scale = ONE
        self.several = self.pair = self.zero = self.arabic = self.fraction = False

    @property
    def sectioned(self) -> bool:
        """Whether the open section holds a 十, 百 or 千."""
        return self.section_unit.is_finite()

    def take_small(self, unit: Decimal, begins: bool) -> bool:
        """十 百 千; `begins` where nothing stands before it."""
        if unit >= self.section_unit or (self.fraction and self.digit is None):
            return False
        if self.digit is None:
            if not (begins or self.zero or (unit == TEN and self.last_unit is not None)):
                return False
            self.digit = (ONE, ONE)
        if self.several:
            self.low, self.high = self.low + 2 * unit, self.high + 10 * unit - 1
        else:
            self.low, self.high = self.low + self.digit[0] * unit, self.high + self.digit[1] * unit
        self.digit, self.several, self.pair, self.zero = None, False, False, False
        self.section_unit = self.last_unit = unit
        return True

    def take_tens(self, value: Decimal) -> bool:
        """廿 and 卅."""
        if self.digit is not None or self.section_unit <= TEN or self.fraction:
            return False
        self.low, self.high = self.low + value, self.high + value
        self.section_unit = self.last_unit = TEN
        return True

    def take_big(self, unit: Decimal, length: int) -> bool:
        """万 and 亿, behind so many characters of the numeral."""
        if self.fraction and self.levels:
            return False
        low, high = self.low, self.high
        zero = self.arabic or (self.digit is not None and self.digit[0] == ZERO)
        if self.several:
            low, high = low + 2, high + 10
        elif self.digit is not None:
            # 百二万 is 120 of 万, as 百二 is 120
            times = self.abbreviated(self.digit[0]) if self.sectioned else ONE
            low, high = low + self.digit[0] * times, high + self.digit[1] * times
        grown = unit
        while self.levels and self.levels[-1].unit < unit:
            level = self.levels.pop()
            low, high = low + level.low, high + level.high
            grown = unit * level.unit if self.scale > ONE else unit
        if self.levels and self.levels[-1].unit <= unit:
            return self._square(unit, length)
        if low == ZERO and high == ZERO and not zero:
            if length:
                return False
            low = high = ONE
        self.levels.append(_Level(low * unit, high * unit - (1 if self.several else 0), unit))
        self.scale = grown
        self.low = self.high = ZERO
        self.section_unit, self.last_unit = _UNBOUNDED, unit
        self.digit, self.several, self.pair, self.zero = None, False, False, False
        return True

    def _square(self, unit: Decimal, length: int) -> bool:
        """万万, the old writing of 亿."""
        last = self.levels[-1]
        if length == 1 or last.unit != unit or self.last_unit != unit or self.low or self.digit or self.zero:
            return False
        self.levels[-1] = _Level(last.low * unit, last.high * unit, unit * unit)
        self.scale = unit * unit
        return True

    def take_places(self, places: str) -> None:
        """The decimals behind a point."""
        last = self.digit[0] if self.digit else ZERO
        value = self.low + last * self.abbreviated(last) + Decimal(f"0.{places}")
        self.low = self.high = ZERO
        self.section_unit, self.last_unit, self.scale = _UNBOUNDED, None, ONE
        self.digit, self.fraction = (value, value), True

    def total(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value of what was read."""
        low, high = self.low, self.high
        if self.digit is not None:
            times = self.abbreviated(self.digit[0])
            low, high = low + self.digit[0] * times, high + self.digit[1] * times
        for level in self.levels:
            low, high = low + level.low, high + level.high
        return low, high

    def abbreviated(self, digit: Decimal) -> Decimal:
        """What a last digit counts: 一百二 is 120 and 13万2 is 132000, but 一百零二 is 102."""
        if self.last_unit is None or self.last_unit < 100 or self.zero or self.fraction:
            return ONE
        whole = digit < TEN and digit == digit.to_integral() and self.section_unit != TEN
        return self.last_unit / 10 if whole else ONE

"""One left-to-right reading of a numeral: Arabic, Chinese or mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extract.data import Bound
from extract.engine.numerals.arabic import ARABIC, value_of
from extract.engine.numerals.numeral import ONE, TEN, ZERO, Numeral

if TYPE_CHECKING:
    from extract.engine.numerals.system import Numerals

_PLACES = re.compile(r"[0-9]{1,16}")


@dataclass(frozen=True, slots=True)
class _Level:
    low: Decimal
    high: Decimal
    unit: Decimal


class Reader:
    """One left-to-right reading of a numeral; low and high run side by side so that vague digits stay ranges."""

    def __init__(self, system: Numerals, text: str, start: int, limit: int, sure: bool = False) -> None:
        self.system, self.text, self.start, self.limit, self.sure = system, text, start, limit, sure
        self.at = start
        self.levels: list[_Level] = []
        self.low = self.high = ZERO
        self.section_unit = Decimal("Infinity")
        self.digit: tuple[Decimal, Decimal] | None = None
        self.several = False
        self.last_unit: Decimal | None = None
        self.scale = ONE
        self.bound = Bound.EXACT
        self.arabic = self.zero = self.vague = self.pair = self.fraction = False

    def read(self) -> Numeral | None:
        """The longest numeral at the start, or None."""
        spelled = self._spelled()
        if spelled is not None:
            return spelled
        while self.at < self.limit and self.bound is Bound.EXACT and self._step():
            pass
        self._more()
        return self._finish() or self._arabic_only()

    def _arabic_only(self) -> Numeral | None:
        """Arabic digits are a number whatever follows them."""
        found = ARABIC.match(self.text, self.start, self.limit)
        if found is None:
            return None
        return Numeral(self.start, found.end(), value_of(found.group()), arabic=True)

    def _spelled(self) -> Numeral | None:
        found = self.system.run.match(self.text, self.start, self.limit)
        if found is None:
            return None
        system = self.system
        digits = system.digits
        run = found.group()
        cut = next((at for at in range(1, len(run)) if run[at] in system.leading_only), len(run))
        run, end = run[:cut], self.start + cut  # 八两 is eight of 两
        follows = self.text[end : end + 1]
        if len(run) == 1 or (follows and (follows in system.small or follows in system.big)):
            return None
        if run[0] in system.formal and not self.sure and not system.formal.issuperset(run):
            return None  # 大陆三四线: 陆 is no digit here
        point = self._spelled_point(end)
        if point is not None:
            value = Decimal("".join(str(digits[char]) for char in run) + "." + point)
            return Numeral(self.start, end + 1 + len(point), value, decimal=True)
        if len(run) == 2 and self._is_pair(run):
            low, high = digits[run[0]], digits[run[1]]
            return Numeral(self.start, end, low, high, Bound.RANGE, pair=True)
        value = Decimal("".join(str(digits[char]) for char in run))
        return Numeral(self.start, end, value, spelled=True)

    def _spelled_point(self, at: int) -> str | None:
        """The decimals of 一七二〇点五, in Arabic digits."""
        if self.text[at : at + 1] not in self.system.points:
            return None
        found = self.system.run.match(self.text, at + 1, self.limit)
        return "".join(str(self.system.digits[char]) for char in found.group()) if found else None

    def _is_pair(self, run: str) -> bool:
        first, second = self.system.digits[run[0]], self.system.digits[run[1]]
        return (second == first + 1 and first > 0) or run in self.system.pairs

    def _step(self) -> bool:
        char, system = self.text[self.at], self.system
        if char in "0123456789":
            return self._take_arabic()
        if char in system.digits:
            return self._take_digit(char)
        if self.arabic and char in system.after_chinese:
            return False
        if char in system.small or char in system.big:
            guard = system.guards.get(char)
            if guard is not None and guard.match(self.text, self.at + 1):
                return False
            return self._take_small(system.small[char]) if char in system.small else self._take_big(system.big[char])
        if char in system.tens:
            return self._take_tens(system.tens[char])
        if char in system.points:
            return self._take_point()
        if char in system.several:
            return self._take_several(char)
        if char == " ":
            return self._skip_space()
        return char in system.more and self._more()

    def _take_arabic(self) -> bool:
        found = ARABIC.match(self.text, self.at, self.limit)
        if found is None or self.digit is not None or (self.at > self.start and self.last_unit is None):
            return False
        value = value_of(found.group())
        if self.last_unit is not None and value >= self.last_unit:
            return False
        self.digit, self.arabic, self.at, self.scale = (value, value), True, found.end(), ONE
        self.zero = self.zero or (len(found.group()) > 1 and found.group()[0] == "0")  # 1百05
        return True

    def _take_digit(self, char: str) -> bool:
        value = self.system.digits[char]
        if self.digit is not None or self.fraction:
            return False
        following = self.text[self.at + 1 : self.at + 2]
        multiplied = bool(following) and (following in self.system.small or following in self.system.big)
        if char in self.system.leading_only and self.last_unit is not None and not multiplied:
            return False
        if char in self.system.zero and self.at == self.start and following in self.system.small and following:
            self.zero = True  # 零十 is 10
            self.at += 1
            return True
        if char in self.system.zero and self.at > self.start:
            known = following.isdigit() or following in self.system.following_zero
            if self.zero or not following or not known or self.last_unit is None:
                return False
            self.zero = True
            self.at += 1
            return True
        if self.arabic and not multiplied and not self.section_unit.is_finite():
            return False
        if following in self.system.digits and following and self._is_pair(char + following):
            self.digit = (value, self.system.digits[following])
            self.vague = self.pair = True
            self.at += 2
        else:
            self.digit = (value, value)
            self.at += 1
        self.scale = ONE
        return True

    def _take_small(self, unit: Decimal) -> bool:
        if unit >= self.section_unit or (self.fraction and self.digit is None):
            return False
        if self.digit is None:
            fresh = self.at == self.start or self.zero or (unit == TEN and self.last_unit is not None)
            if not fresh:
                return False
            self.digit = (ONE, ONE)
        if self.several:
            self.low, self.high = self.low + 2 * unit, self.high + 10 * unit - 1
        else:
            self.low, self.high = self.low + self.digit[0] * unit, self.high + self.digit[1] * unit
        self.digit, self.several, self.pair, self.zero = None, False, False, False
        self.section_unit = self.last_unit = unit
        self.at += 1
        return True

    def _take_tens(self, value: Decimal) -> bool:
        if self.digit is not None or self.section_unit <= TEN or self.fraction:
            return False
        self.low, self.high = self.low + value, self.high + value
        self.section_unit = self.last_unit = TEN
        self.at += 1
        return True

    def _take_big(self, unit: Decimal) -> bool:
        low, high = self.low, self.high
        if self.fraction and self.levels:
            return False
        zero = self.arabic or (self.digit is not None and self.digit[0] == ZERO)
        if self.several:
            low, high = low + 2, high + 10
        elif self.digit is not None:
            # 百二万 is 120 of 万, as 百二 is 120
            times = self._abbreviated(self.digit[0]) if self.section_unit.is_finite() else ONE
            low, high = low + self.digit[0] * times, high + self.digit[1] * times
        grown = unit
        while self.levels and self.levels[-1].unit < unit:
            level = self.levels.pop()
            low, high = low + level.low, high + level.high
            grown = unit * level.unit if self.scale > ONE else unit
        if self.levels and self.levels[-1].unit <= unit:
            return self._square(unit)
        if low == ZERO and high == ZERO and not zero:
            if self.at > self.start:
                return False
            low = high = ONE
        self.levels.append(_Level(low * unit, high * unit - (1 if self.several else 0), unit))
        self.scale = grown
        self.low = self.high = ZERO
        self.section_unit, self.last_unit = Decimal("Infinity"), unit
        self.digit, self.several, self.pair, self.zero = None, False, False, False
        self.at += 1
        return True

    def _square(self, unit: Decimal) -> bool:
        """万万, the old writing of 亿."""
        last = self.levels[-1]
        if (
            self.at == self.start + 1
            or last.unit != unit
            or self.last_unit != unit
            or self.low
            or self.digit is not None
            or self.zero
        ):
            return False
        self.levels[-1] = _Level(last.low * unit, last.high * unit, unit * unit)
        self.scale = unit * unit
        self.at += 1
        return True

    def _take_point(self) -> bool:
        if self.fraction or (self.digit is None and self.last_unit is None) or (self.arabic and self.digit is None):
            return False
        found = self.system.run.match(self.text, self.at + 1, self.limit)
        if found is None:
            found = _PLACES.match(self.text, self.at + 1, self.limit)
            if found is not None and self.arabic and not self._counts_on(found.end()):
                return False
        if found is None or self.vague or (self.levels and self.arabic):
            return False
        if self.arabic and self.digit is not None and self.digit[0] != self.digit[0].to_integral():
            return False
        places = "".join(str(self.system.digits.get(char, char)) for char in found.group())
        last = self.digit[0] if self.digit else ZERO
        whole = self.low + last * self._abbreviated(last)
        value = whole + Decimal(f"0.{places}")
        self.low = self.high = ZERO
        self.section_unit = Decimal("Infinity")
        self.digit, self.fraction, self.at, self.last_unit = (value, value), True, found.end(), None
        self.scale = ONE
        return True

    def _counts_on(self, at: int) -> bool:
        """8点5倍 is a number; 8点5 alone is a clock time, unless the text is a number for sure."""
        return self.sure or self.text.startswith(self.system.after_arabic_point, at)

    def _take_several(self, char: str) -> bool:
        system, following = self.system, self.text[self.at + 1 : self.at + 2]
        if self.digit is not None or self.fraction:
            return False
        if char in system.several_ones and (self.last_unit == TEN or (self.zero and self.last_unit is not None)):
            self.digit = (ONE, system.several[char][1])
        elif following and (following in system.small or following in system.big):
            if self.at > self.start and self.last_unit is None:
                return False
            self.digit, self.several = system.several[char], True
        else:
            return False
        self.vague = True
        self.at += 1
        return True

    def _skip_space(self) -> bool:
        """2 千亿级, as type setters leave it: one space after Arabic digits, before a numeral."""
        system, following = self.system, self.text[self.at + 1 : self.at + 2]
        if self.digit is None:
            # 三千 八百: a smaller section follows
            after = self.text[self.at + 2 : self.at + 3]
            unit = system.small.get(after) if following in system.digits else None
            return self.last_unit is not None and unit is not None and unit < self.section_unit and self._forward()
        if not following or not (following in system.small or following in system.big):
            return False
        guard = self.system.guards.get(following)
        if guard is not None and guard.match(self.text, self.at + 2):
            return False
        return self._forward()

    def _forward(self) -> bool:
        self.at += 1
        return True

    def _more(self) -> bool:
        """多 and 余 after the number: it is exceeded, and a larger numeral may follow (30余万)."""
        char = self.text[self.at : self.at + 1]
        if self.at >= self.limit or char not in self.system.more or self.at == self.start or self.vague:
            return False
        if char.isascii() and self.text[self.at + 1 : self.at + 2].isalnum() and self._joined():
            return False
        if self.bound is not Bound.EXACT or (self.fraction and char in self.system.more_after_round):
            return False
        if char in self.system.more_after_round and (self.last_unit is None or self.digit is not None):
            return False
        self.bound = self.system.more[char]
        self.at += 1
        while self.at < self.limit and self.text[self.at] in self.system.big:
            guard = self.system.guards.get(self.text[self.at])
            if guard is not None and guard.match(self.text, self.at + 1):
                break
            if not self._take_big(self.system.big[self.text[self.at]]):
                break
        return True

    def _joined(self) -> bool:
        """2+2 and 4+N join two of a phrase, 1000+家 is exceeded."""
        return self.text[self.at + 1].isascii() or self.text[self.at + 1] in self.system.counting

    def _finish(self) -> Numeral | None:
        low, high = self.low, self.high
        if self.several:
            return None
        if self.digit is not None:
            digit_low, digit_high = self.digit
            times = self._abbreviated(digit_low)
            low, high = low + digit_low * times, high + digit_high * times
        low += sum((level.low for level in self.levels), ZERO)
        high += sum((level.high for level in self.levels), ZERO)
        end = self.at
        while end > self.start and self.text[end - 1] == " ":
            end -= 1
        if self.zero and self.text[end - 1] in self.system.zero:
            end -= 1
        if end == self.start:
            return None
        bound = Bound.RANGE if self.vague else self.bound
        first = self.text[self.start]
        if end - self.start == 1 and first in self.system.formal and not self.sure:
            return None
        return Numeral(
            self.start, end, low, high if self.vague else None, bound, self.scale, self.arabic,
            pair=self.pair, decimal=self.fraction, units=self.last_unit is not None,
            headless=first in self.system.big or self.system.small.get(first, ZERO) > TEN,
        )  # fmt: skip

    def _abbreviated(self, digit: Decimal) -> Decimal:
        """What a last digit counts: 一百二 is 120 and 13万2 is 132000, but 一百零二 is 102."""
        if self.last_unit is None or self.last_unit < 100 or self.zero or self.fraction:
            return ONE
        whole = digit < TEN and digit == digit.to_integral() and self.section_unit != TEN
        return self.last_unit / 10 if whole else ONE

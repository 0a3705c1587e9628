"""One left-to-right reading of a numeral: Arabic, Chinese or mixed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.data import Bound
from extract.engine.numerals.arabic import ARABIC, value_of
from extract.engine.numerals.numeral import ONE, TEN, ZERO, Numeral
from extract.engine.numerals.running import Running
from extract.engine.numerals.spelled import is_pair, spelled

if TYPE_CHECKING:
    from extract.engine.numerals.system import Numerals

_PLACES = re.compile(r"[0-9]{1,16}")


class Reader:
    """Takes a numeral character by character; what it is worth runs along in `sum`."""

    def __init__(self, system: Numerals, text: str, start: int, limit: int, sure: bool = False) -> None:
        self.system, self.text, self.start, self.limit, self.sure = system, text, start, limit, sure
        self.at = start
        self.sum = Running()
        self.bound = Bound.EXACT
        self.vague = False

    def read(self) -> Numeral | None:
        """The longest numeral at the start, or None."""
        row = spelled(self.system, self.text, self.start, self.limit, self.sure)
        if row is not None:
            return row
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

    def _step(self) -> bool:
        char, system = self.text[self.at], self.system
        if char in system.multiplying:
            chinese = self.sum.arabic and char in system.after_chinese
            return not (chinese and not system.counts_money.match(self.text, self.at + 1)) and self._take_unit(char)
        if char in system.digits:
            return self._take_digit(char)
        if char not in system.carrying:
            return False
        if char in "0123456789":
            return self._take_arabic()
        if char in system.tens:
            return self.sum.take_tens(system.tens[char]) and self._forward()
        if char in system.points:
            return self._take_point()
        if char in system.several:
            return self._take_several(char)
        if char == " ":
            return self._skip_space()
        return char in system.more and self._more()

    def _take_unit(self, char: str) -> bool:
        """十 百 千 万 亿, unless a unit begins with it: 千瓦."""
        small = self.system.small.get(char)
        if small is not None and small >= self.sum.section_unit:
            return False
        guard = self.system.guards.get(char)
        if guard is not None and guard.match(self.text, self.at + 1):
            return False
        if small is not None:
            taken = self.sum.take_small(small, self.at == self.start)
        else:
            taken = self.sum.take_big(self.system.big[char], self.at - self.start)
        return taken and self._forward()

    def _take_arabic(self) -> bool:
        read = self.sum
        found = ARABIC.match(self.text, self.at, self.limit)
        if found is None or read.digit is not None or (self.at > self.start and read.last_unit is None):
            return False
        value = value_of(found.group())
        if read.last_unit is not None and value >= read.last_unit:
            return False
        read.digit, read.arabic, self.at, read.scale = (value, value), True, found.end(), ONE
        read.zero = read.zero or (len(found.group()) > 1 and found.group()[0] == "0")  # 1百05
        return True

    def _take_digit(self, char: str) -> bool:
        system, read = self.system, self.sum
        value = system.digits[char]
        if read.digit is not None or read.fraction:
            return False
        following = self.text[self.at + 1 : self.at + 2]
        multiplied = bool(following) and following in system.multiplying
        if char in system.leading_only and read.last_unit is not None and not multiplied:
            return False
        if char in system.zero and self.at == self.start and following and following in system.small:
            read.zero = True  # 零十 is 10
            return self._forward()
        if char in system.zero and self.at > self.start:
            known = following.isdigit() or following in system.following_zero
            if read.zero or not following or not known or read.last_unit is None:
                return False
            read.zero = True
            return self._forward()
        if read.arabic and not multiplied and not read.sectioned:
            return False
        if following and following in system.digits and is_pair(system, char + following):
            read.digit = (value, system.digits[following])
            self.vague = read.pair = True
            self.at += 2
        else:
            read.digit = (value, value)
            self.at += 1
        read.scale = ONE
        return True

    def _take_point(self) -> bool:
        read = self.sum
        if read.fraction or (read.digit is None and read.last_unit is None) or (read.arabic and read.digit is None):
            return False
        found = self.system.run.match(self.text, self.at + 1, self.limit)
        if found is None:
            found = _PLACES.match(self.text, self.at + 1, self.limit)
            if found is not None and read.arabic and not self._counts_on(found.end()):
                return False
        if found is None or self.vague or (read.levels and read.arabic):
            return False
        if read.arabic and read.digit is not None and read.digit[0] != read.digit[0].to_integral():
            return False
        read.take_places("".join(str(self.system.digits.get(char, char)) for char in found.group()))
        self.at = found.end()
        return True

    def _counts_on(self, at: int) -> bool:
        """8点5倍 is a number; 8点5 alone is a clock time, unless the text is a number for sure."""
        return self.sure or self.text.startswith(self.system.after_arabic_point, at)

    def _take_several(self, char: str) -> bool:
        system, read, following = self.system, self.sum, self.text[self.at + 1 : self.at + 2]
        if read.digit is not None or read.fraction:
            return False
        if char in system.several_ones and (read.last_unit == TEN or (read.zero and read.last_unit is not None)):
            read.digit = (ONE, system.several[char][1])
        elif following and following in system.multiplying:
            if self.at > self.start and read.last_unit is None:
                return False
            read.digit, read.several = system.several[char], True
        else:
            return False
        self.vague = True
        return self._forward()

    def _skip_space(self) -> bool:
        """2 千亿级, as type setters leave it: one space after Arabic digits, before a numeral."""
        system, read, following = self.system, self.sum, self.text[self.at + 1 : self.at + 2]
        if read.digit is None:
            # 三千 八百: a smaller section follows
            after = self.text[self.at + 2 : self.at + 3]
            unit = system.small.get(after) if following in system.digits else None
            return read.last_unit is not None and unit is not None and unit < read.section_unit and self._forward()
        if not following or following not in system.multiplying:
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
        system, read = self.system, self.sum
        char = self.text[self.at : self.at + 1]
        if char not in system.more or self.at >= self.limit or self.at == self.start or self.vague:
            return False
        if char.isascii() and self.text[self.at + 1 : self.at + 2].isalnum() and self._joined():
            return False
        if self.bound is not Bound.EXACT or (read.fraction and char in system.more_after_round):
            return False
        if char in system.more_after_round and (read.last_unit is None or read.digit is not None):
            return False
        self.bound = system.more[char]
        self.at += 1
        while self.at < self.limit and self.text[self.at] in system.big and self._take_unit(self.text[self.at]):
            pass
        return True

    def _joined(self) -> bool:
        """2+2 and 4+N join two of a phrase, 1000+家 is exceeded."""
        return self.text[self.at + 1].isascii() or self.text[self.at + 1] in self.system.counting

    def _finish(self) -> Numeral | None:
        read, end = self.sum, self.at
        if read.several:
            return None
        if end == self.start:
            return None
        while end > self.start and self.text[end - 1] == " ":
            end -= 1
        if read.zero and self.text[end - 1] in self.system.zero:
            end -= 1
        if end == self.start:
            return None
        first = self.text[self.start]
        if end - self.start == 1 and first in self.system.formal and not self.sure:
            return None
        low, high = read.total()
        bound = Bound.RANGE if self.vague else self.bound
        return Numeral(
            self.start, end, low, high if self.vague else None, bound, read.scale, read.arabic,
            pair=read.pair, decimal=read.fraction, units=read.last_unit is not None,
            headless=first in self.system.big or self.system.small.get(first, ZERO) > TEN,
        )  # fmt: skip

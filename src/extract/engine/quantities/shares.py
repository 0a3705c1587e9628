"""Fractions: 三分之一, 百分之十五, 3/4, 一又二分之一."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from extract.data import Dimension
from extract.engine.numerals import Numeral, Numerals
from extract.engine.quantities.amount import Amount
from extract.engine.quantities.units import Unit

_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class ShareReader:
    """Reads a fraction that begins with a numeral; built from the group `fraction` of knowledge/units.yaml."""

    numerals: Numerals
    word: str
    mixed: str
    """Between a whole number and its fraction: 一又二分之一."""
    minus: str
    unit: Unit
    joints: frozenset[str]
    """What stands behind the first number of a fraction, but for `word`."""

    @classmethod
    def compile(cls, numerals: Numerals, data: Mapping[str, Any]) -> ShareReader:
        """Build the reader; raises KeyError where the group lacks a field."""
        unit = Unit(data["unit"], Dimension(data["dimension"]))
        return cls(numerals, data["word"], data["mixed"], data["minus"], unit, frozenset((data["mixed"], " ", "/")))

    def read(self, text: str, numeral: Numeral) -> Amount | None:
        """三分之一, 3/4 and, with a whole number before them, 一又二分之一 and 1 1/2."""
        if text.startswith(self.word, numeral.end):
            return self._fraction(text, numeral)
        if text[numeral.end : numeral.end + 1] not in self.joints:
            return None
        # with a minus in front of it even 3/2 is no date and no score
        slashed = self._slashed(text, numeral, proper=text[numeral.start - 1 : numeral.start] != "-")
        if slashed is not None:
            return slashed
        at = numeral.end + 1
        joint = text[numeral.end : at]
        if not (joint == self.mixed or (joint == " " and numeral.arabic)) or numeral.high is not None:
            return None
        below = self.numerals.read(text, at, sure=True)
        if below is None:
            return None
        if joint == self.mixed and text.startswith(self.word, below.end):
            part = self._fraction(text, below)
        else:
            part = self._slashed(text, below, proper=False) if joint == " " else None
        if part is None or part.high is not None:
            return None
        return Amount(numeral.start, part.end, numeral.low + part.low / 100, None, numeral)

    def formal(self, text: str, start: int, limit: int) -> Amount | None:
        """仟分之贰: a single formal numeral is a number in a fraction."""
        if text[start : start + 1] not in self.numerals.formal:
            return None
        numeral = self.numerals.read(text, start, limit, sure=True)
        return self.read(text, numeral) if numeral else None

    def _slashed(self, text: str, above: Numeral, *, proper: bool = True) -> Amount | None:
        """3/4, where both are small whole numbers and the share, a `proper` one, is below one."""
        if not above.arabic or above.units or text[above.end : above.end + 1] != "/":
            return None
        below = self.numerals.read(text, above.end + 1)
        if below is None or below.units or not below.arabic or not 0 < above.low <= 100 or below.low > 100:
            return None
        if not below.low > 0 or (proper and above.low >= below.low):
            return None
        if any(number.low != number.low.to_integral() for number in (above, below)) or below.end - below.start > 2:
            return None
        value = (above.low * 100 / below.low).quantize(_PLACES, ROUND_HALF_UP)
        return Amount(above.start, below.end, value, None, above, self.unit)

    def _fraction(self, text: str, below: Numeral) -> Amount | None:
        at = below.end + len(self.word)
        at += text[at : at + 1] == " "
        negative = text.startswith(self.minus, at)
        above = self.numerals.read(text, at + negative, sure=True)
        if above is None or below.low == 0 or text.startswith(self.word, above.end):
            return None  # 三分之二分之: no one writes a fraction of fractions
        if negative:
            above = above._replace(low=-above.low)
        value = above.low * 100 / below.low
        high = None if above.high is None else above.high * 100 / below.low
        if value != value.quantize(_PLACES):
            value = value.quantize(_PLACES, ROUND_HALF_UP)
        return Amount(below.start, above.end, value, high, above, self.unit, above.bound)

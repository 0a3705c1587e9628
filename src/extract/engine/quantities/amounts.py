"""One number with its unit, its sign and its currency, before bounds and ranges are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from extract.data import Bound, Dimension
from extract.engine.numerals import ONE, Numeral, Numerals
from extract.engine.quantities.units import Unit, UnitTable

_PLACES = Decimal("0.0001")
_HALF = Decimal("0.5")
_LONGEST_TAILED = 100
"""Below so many of a unit a digit behind it is its decimal: 一米八, but 男子100米2人."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read with its unit, if it has one."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    numeral: Numeral
    unit: Unit | None = None
    bound: Bound = Bound.EXACT

    def scaled(self, scale: Decimal, unit: Unit | None) -> Amount:
        """The amount with the unit and the 万 or 亿 of the one that it shares them with."""
        factor = scale * (unit.factor if unit else ONE)
        high = None if self.high is None else self.high * factor
        return replace(self, low=self.low * factor, high=high, unit=unit)


@dataclass(frozen=True, slots=True)
class AmountReader:
    """Reads amounts; compiled from the numeral system and the unit table."""

    numerals: Numerals
    units: UnitTable
    fraction: str
    fraction_unit: Unit
    half: str
    classifier: str
    nouns: tuple[str, ...]
    counted: tuple[str, ...]
    counted_units: frozenset[str]
    mixed: str
    """Between a whole number and a fraction, and between parts of money: 一又二分之一, 两美元又三美分."""
    closing: tuple[str, ...]
    """What may close an amount of money in parts: 六角七分钱."""
    minus: str
    big_counted: Mapping[str, Decimal]
    """亿 as a thing counted: 两个亿."""
    big_counted_after: tuple[str, ...]
    big_counted_unless: tuple[str, ...]
    tail_before: tuple[str, ...]
    """Words that may follow the digit of 三米九."""
    sharers: tuple[str, ...]
    """What may stand between a lone digit and the figure whose unit it shares: 三、四个."""

    @classmethod
    def compile(
        cls, numerals: Numerals, units: UnitTable, data: Mapping[str, Any], sharers: tuple[str, ...]
    ) -> AmountReader:
        """Build the reader from the parsed unit table's groups beside the units."""
        fraction = data["fraction"]
        return cls(
            numerals=numerals,
            units=units,
            fraction=fraction["word"],
            fraction_unit=Unit(fraction["unit"], Dimension(fraction["dimension"])),
            half=data["half"]["after"],
            classifier=data["half"]["classifier"],
            nouns=tuple(sorted(data["nouns"], key=len, reverse=True)),
            counted=tuple(data["counted"]),
            counted_units=frozenset(data["counted_units"]),
            mixed=fraction["mixed"],
            closing=tuple(data["parts_closed_by"]),
            minus=fraction["minus"],
            big_counted={word: numerals.big[word] for word in data["big_counted"]["words"]},
            big_counted_after=tuple(data["big_counted"]["after"]),
            big_counted_unless=tuple(data["big_counted"]["unless"]),
            tail_before=tuple(data["tail_before"]),
            sharers=sharers,
        )

    def read(self, text: str, start: int, limit: int) -> Amount | None:
        """The amount at `start`, its number not beyond `limit`; None where the numeral counts nothing."""
        numeral = self.numerals.read(text, start, limit)
        if numeral is None:
            return self._formal_fraction(text, start, limit)
        shared = self._share(text, numeral)
        if shared is not None:
            return shared
        at = numeral.end
        if text[at : at + 1] == " " and numeral.arabic:
            at += 1
        counted = self._big_counted(text, numeral)
        if counted is not None:
            return counted
        return self._counted(text, numeral, at) or self._bare(text, numeral)

    def _counted(self, text: str, numeral: Numeral, at: int) -> Amount | None:
        """The number with the unit at `at`."""
        found = self.units.match(text, at, numeral, parted=True)
        if found is not None and found.unit.parted:
            amount = self._with_unit(text, numeral, found.unit, found.end)
            if amount.end > found.end:
                return amount
            found = self.units.match(text, at, numeral)
        if found is None or (numeral.spelled and not (found.unit.percent and numeral.end - numeral.start == 2)):
            return None
        return self._with_unit(text, numeral, found.unit, found.end)

    def _big_counted(self, text: str, numeral: Numeral) -> Amount | None:
        """两个亿, 3个亿左右; but 3个亿元企业 are three."""
        at = numeral.end + 1
        unit = self.big_counted.get(text[at : at + 1])
        if unit is None or text[numeral.end] != self.classifier or numeral.units:
            return None
        whole = replace(numeral, end=at + 1, low=numeral.low * unit, scale=unit, units=True)
        if numeral.high is not None:
            whole = replace(whole, high=numeral.high * unit)
        if text.startswith(self.big_counted_unless, at + 1):
            return None
        found = self.units.match(text, at + 1, whole)
        if found is not None and found.unit.dimension is Dimension.MONEY:
            return self._with_unit(text, whole, found.unit, found.end)
        follows = text[at + 1 : at + 2]
        if follows and _HAN.match(follows) and not text.startswith(self.big_counted_after, at + 1):
            return None
        return Amount(numeral.start, at + 1, whole.low, whole.high, whole)

    # ---- fractions ------------------------------------------------------------------------------------------

    def _share(self, text: str, numeral: Numeral) -> Amount | None:
        """三分之一, 3/4 and, with a whole number before them, 一又二分之一 and 1 1/2."""
        if text.startswith(self.fraction, numeral.end):
            return self._fraction(text, numeral)
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
        if joint == self.mixed and text.startswith(self.fraction, below.end):
            part = self._fraction(text, below)
        else:
            part = self._slashed(text, below, proper=False) if joint == " " else None
        if part is None or part.high is not None:
            return None
        return Amount(numeral.start, part.end, numeral.low + part.low / 100, None, numeral)

    def _formal_fraction(self, text: str, start: int, limit: int) -> Amount | None:
        """仟分之贰: a single formal numeral is a number in a fraction."""
        if text[start : start + 1] not in self.numerals.formal:
            return None
        numeral = self.numerals.read(text, start, limit, sure=True)
        return self._share(text, numeral) if numeral else None

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
        return Amount(above.start, below.end, value, None, above, self.fraction_unit)

    def _fraction(self, text: str, below: Numeral) -> Amount | None:
        at = below.end + len(self.fraction)
        at += text[at : at + 1] == " "
        negative = text.startswith(self.minus, at)
        above = self.numerals.read(text, at + negative, sure=True)
        if above is None or below.low == 0:
            return None
        if negative:
            above = replace(above, low=-above.low)
        value = above.low * 100 / below.low
        high = None if above.high is None else above.high * 100 / below.low
        if value != value.quantize(_PLACES):
            value = value.quantize(_PLACES, ROUND_HALF_UP)
        return Amount(below.start, above.end, value, high, above, self.fraction_unit, above.bound)

    def _with_unit(self, text: str, numeral: Numeral, unit: Unit, end: int) -> Amount:
        low = (numeral.low + unit.add) * unit.factor
        high = None if numeral.high is None else (numeral.high + unit.add) * unit.factor
        bound = unit.bound if numeral.bound is Bound.EXACT else numeral.bound
        if unit.percent and (numeral.spelled or numeral.low > 10):
            low = numeral.low
            high = numeral.high
        elif unit.tenths and text[end : end + 1] in self.numerals.digits and end < len(text):
            low, end = low + self.numerals.digits[text[end]], end + 1
        elif high is None and self._halves(unit) and self._half_follows(text, end):
            low, end = low + _HALF * unit.factor, end + len(self.half)
        elif high is None and (unit.parts or unit.tail):
            low, end = self._parts(text, low, unit, end, numeral.arabic)
        return Amount(numeral.start, end, low, high, numeral, unit, bound)

    def _halves(self, unit: Unit) -> bool:
        """两吨半 and 一个半, but 三家半数以上."""
        return unit.dimension is not Dimension.COUNT or unit.code == self.classifier

    def _half_follows(self, text: str, end: int) -> bool:
        """一年半, but not 一年半载 or 5元半价."""
        after = end + len(self.half)
        return text.startswith(self.half, end) and _HAN.match(text, after) is None

    def _parts(self, text: str, low: Decimal, unit: Unit, end: int, arabic: bool) -> tuple[Decimal, int]:
        first, tail = end, unit.tail
        for word, factor in unit.parts:
            at = end + len(self.mixed) if text.startswith(self.mixed, end) else end
            numeral = self.numerals.read(text, at, sure=True)
            if numeral is None or numeral.low * factor >= 1 or not text.startswith(word, numeral.end):
                continue
            low, end, tail = low + numeral.low * factor, numeral.end + len(word), factor / 10
        low, end = self._tail(text, low, tail, end, arabic)
        closed = next((len(word) for word in self.closing if text.startswith(word, end)), 0)
        return low, end + (closed if end > first else 0)

    def _tail(self, text: str, low: Decimal, tail: Decimal, end: int, arabic: bool) -> tuple[Decimal, int]:
        """三米九 is 3.9 m, 一米七五 1.75 m, 三块零四 3.04 CNY; a unit or a numeral behind begins another figure."""
        numeral = self.numerals.read(text, end) if tail and low < _LONGEST_TAILED and end < len(text) else None
        if numeral is None or numeral.units or numeral.decimal or numeral.arabic is not arabic:
            return low, end
        written = text[end : numeral.end]
        if len(written) > 2 or not (arabic or all(char in self.numerals.digits for char in written)):
            return low, end
        follows = text[numeral.end : numeral.end + 1]
        if (
            follows
            and (_HAN.match(follows) or follows.isalnum())
            and not text.startswith(self.tail_before, numeral.end)
        ):
            return low, end
        if self.units.match(text, numeral.end, numeral):
            return low, end
        value = Decimal(written) if arabic else Decimal("".join(str(self.numerals.digits[char]) for char in written))
        return low + value * (tail if len(written) == 1 else tail / 10), numeral.end

    def _bare(self, text: str, numeral: Numeral) -> Amount | None:
        """A number without a unit: Arabic always, Chinese only where it cannot be part of a word."""
        end = numeral.end
        amount = Amount(numeral.start, end, numeral.low, numeral.high, numeral, None, numeral.bound)
        if numeral.arabic:
            return amount
        if numeral.spelled:
            return amount if end - numeral.start > 2 else None
        if text.startswith(self.counted, end) and numeral.end - numeral.start < 4 and not numeral.headless:
            unit = self.units.match(text, end + 1, numeral)
            if unit is not None and unit.unit.code in self.counted_units:
                return replace(amount, end=unit.end, unit=unit.unit)
            return replace(amount, end=end + 1)
        counts = not numeral.headless and text.startswith(self.nouns, end)
        if counts or numeral.decimal or (numeral.units and end - numeral.start > 1):
            return amount
        return amount if self._shares(text, end) else None

    def _shares(self, text: str, end: int) -> bool:
        for word in self.sharers:
            if text.startswith(word, end):
                following = self.numerals.read(text, end + len(word))
                if following is not None and self.units.match(text, following.end, following) is not None:
                    return True
        return False

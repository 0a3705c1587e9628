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
    nouns: tuple[str, ...]
    counted: tuple[str, ...]
    counted_units: frozenset[str]
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
            nouns=tuple(sorted(data["nouns"], key=len, reverse=True)),
            counted=tuple(data["counted"]),
            counted_units=frozenset(data["counted_units"]),
            sharers=sharers,
        )

    def read(self, text: str, start: int, limit: int) -> Amount | None:
        """The amount at `start`, its number not beyond `limit`; None where the numeral counts nothing."""
        numeral = self.numerals.read(text, start, limit)
        if numeral is None:
            return None
        if text.startswith(self.fraction, numeral.end):
            return self._fraction(text, numeral)
        slashed = self._slashed(text, numeral)
        if slashed is not None:
            return slashed
        at = numeral.end
        if text[at : at + 1] == " " and numeral.arabic:
            at += 1
        found = None if numeral.spelled else self.units.match(text, at, numeral)
        if found is not None:
            return self._with_unit(text, numeral, found.unit, found.end)
        return self._bare(text, numeral)

    def _slashed(self, text: str, above: Numeral) -> Amount | None:
        """3/4, where both are small whole numbers and the share is below one."""
        if not above.arabic or above.units or text[above.end : above.end + 1] != "/":
            return None
        below = self.numerals.read(text, above.end + 1)
        if below is None or below.units or not below.arabic or not 0 < above.low < below.low <= 100:
            return None
        if any(number.low != number.low.to_integral() for number in (above, below)) or below.end - below.start > 2:
            return None
        value = (above.low * 100 / below.low).quantize(_PLACES, ROUND_HALF_UP)
        return Amount(above.start, below.end, value, None, above, self.fraction_unit)

    def _fraction(self, text: str, below: Numeral) -> Amount | None:
        above = self.numerals.read(text, below.end + len(self.fraction))
        if above is None or below.low == 0:
            return None
        value = above.low * 100 / below.low
        high = None if above.high is None else above.high * 100 / below.low
        if value != value.quantize(_PLACES):
            value = value.quantize(_PLACES, ROUND_HALF_UP)
        return Amount(below.start, above.end, value, high, above, self.fraction_unit, above.bound)

    def _with_unit(self, text: str, numeral: Numeral, unit: Unit, end: int) -> Amount:
        low = (numeral.low + unit.add) * unit.factor
        high = None if numeral.high is None else (numeral.high + unit.add) * unit.factor
        bound = unit.bound if numeral.bound is Bound.EXACT else numeral.bound
        if unit.tenths and text[end : end + 1] in self.numerals.digits and end < len(text):
            low, end = low + self.numerals.digits[text[end]], end + 1
        elif high is None and unit.dimension is not Dimension.COUNT and self._half_follows(text, end):
            low, end = low + _HALF * unit.factor, end + len(self.half)
        elif unit.parts:
            low, end = self._parts(text, low, unit, end)
        return Amount(numeral.start, end, low, high, numeral, unit, bound)

    def _half_follows(self, text: str, end: int) -> bool:
        """一年半, but not 一年半载 or 5元半价."""
        after = end + len(self.half)
        return text.startswith(self.half, end) and _HAN.match(text, after) is None

    def _parts(self, text: str, low: Decimal, unit: Unit, end: int) -> tuple[Decimal, int]:
        for word, factor in unit.parts:
            numeral = self.numerals.read(text, end)
            if numeral is None or numeral.low >= 10 or not text.startswith(word, numeral.end):
                continue
            low, end = low + numeral.low * factor, numeral.end + len(word)
        return low, end

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

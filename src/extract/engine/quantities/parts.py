"""What follows a unit and still belongs to the number: 三年半, 七成六, 3元5角, 一米八."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.data import Bound, Dimension
from extract.engine.numerals import Numeral, Numerals
from extract.engine.quantities.amount import Amount
from extract.engine.quantities.units import Unit, UnitTable

_HALF = Decimal("0.5")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LONGEST_TAILED = 100
"""Below so many of a unit a digit behind it is its decimal: 一米八, but 男子100米2人."""


@dataclass(frozen=True, slots=True)
class PartReader:
    """Reads a number's amount in a unit with what follows the unit."""

    numerals: Numerals
    units: UnitTable
    half: str
    classifier: str
    mixed: str
    """May join the parts of money: 两美元又三美分."""
    closing: tuple[str, ...]
    """What may close an amount of money in parts: 六角七分钱."""
    opening: frozenset[str]
    """What a part or a tail begins with; most units end their figure."""
    tail_before: tuple[str, ...]
    """Words that may follow the digit of 三米九."""

    @classmethod
    def compile(cls, numerals: Numerals, units: UnitTable, data: Mapping[str, Any]) -> PartReader:
        """Build the reader from knowledge/units.yaml; raises KeyError where a group is missing."""
        return cls(
            numerals=numerals,
            units=units,
            half=data["half"]["after"],
            classifier=data["half"]["classifier"],
            mixed=data["fraction"]["mixed"],
            closing=tuple(data["parts_closed_by"]),
            opening=numerals.beginning.union(data["fraction"]["mixed"][0]),
            tail_before=tuple(data["tail_before"]),
        )

    def read(self, text: str, numeral: Numeral, unit: Unit, end: int) -> Amount:
        """The amount of `numeral` in a unit that ends at `end`."""
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
        if text[end : end + 1] not in self.opening:
            return low, end
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

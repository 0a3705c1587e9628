"""One number with its unit, before bounds and ranges are read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.data import Bound, Dimension
from extract.engine.numerals import ONE, Numeral
from extract.engine.quantities.units import Unit


class Amount(NamedTuple):
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
        return self._replace(low=self.low * factor, high=high, unit=unit)

    def in_currency(self, code: str) -> Amount:
        """The amount as money of the currency whose sign stands before it."""
        if self.unit is None:
            return self._replace(unit=Unit(code, Dimension.MONEY))
        if self.unit.dimension is Dimension.MONEY:
            return self._replace(unit=replace(self.unit, code=code))
        return self

"""One number with its unit, before bounds and ranges are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from extract.data import Bound, Dimension
from extract.engine.numerals import ONE, Numeral, Numerals
from extract.engine.quantities.amount import Amount
from extract.engine.quantities.parts import PartReader
from extract.engine.quantities.shares import ShareReader
from extract.engine.quantities.units import Unit, UnitTable

_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, eq=False)
class AmountReader:
    """Reads amounts; compiled from the numeral system and the unit table."""

    numerals: Numerals
    units: UnitTable
    shares: ShareReader
    parts: PartReader
    classifier: str
    nouns: tuple[str, ...]
    counted: tuple[str, ...]
    counted_units: frozenset[str]
    big_counted: Mapping[str, Decimal]
    """亿 as a thing counted: 两个亿."""
    big_counted_after: tuple[str, ...]
    big_counted_unless: tuple[str, ...]
    scale: Mapping[str, Any]
    sharers: tuple[str, ...]
    """What may stand between a lone digit and the figure whose unit it shares: 三、四个."""

    @classmethod
    def compile(
        cls, numerals: Numerals, units: UnitTable, data: Mapping[str, Any], sharers: tuple[str, ...]
    ) -> AmountReader:
        """Build the reader from the parsed unit table's groups beside the units."""
        return cls(
            numerals=numerals,
            units=units,
            shares=ShareReader.compile(numerals, data["fraction"]),
            parts=PartReader.compile(numerals, units, data),
            classifier=data["half"]["classifier"],
            nouns=tuple(sorted(data["nouns"], key=len, reverse=True)),
            counted=tuple(data["counted"]),
            counted_units=frozenset(data["counted_units"]),
            big_counted={word: numerals.big[word] for word in data["big_counted"]["words"]},
            big_counted_after=tuple(data["big_counted"]["after"]),
            big_counted_unless=tuple(data["big_counted"]["unless"]),
            scale=data["scale"],
            sharers=sharers,
        )

    @lru_cache(maxsize=4)  # noqa: B019  what was no second end of a range is read again as a figure of its own
    def read(self, text: str, start: int, limit: int) -> Amount | None:
        """The amount at `start`, its number not beyond `limit`; None where the numeral counts nothing."""
        numeral = self.numerals.read(text, start, limit)
        if numeral is None:
            return self.shares.formal(text, start, limit)
        shared = self.shares.read(text, numeral)
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
            amount = self.parts.read(text, numeral, found.unit, found.end)
            if amount.end > found.end:
                return amount
            found = self.units.match(text, at, numeral)
        if found is None or (numeral.spelled and not (found.unit.percent and numeral.end - numeral.start == 2)):
            return None
        return self.parts.read(text, numeral, found.unit, found.end)

    def _big_counted(self, text: str, numeral: Numeral) -> Amount | None:
        """两个亿, 3个亿左右; but 3个亿元企业 are three."""
        at = numeral.end + 1
        unit = self.big_counted.get(text[at : at + 1])
        if unit is None or text[numeral.end] != self.classifier or numeral.units:
            return None
        whole = numeral._replace(end=at + 1, low=numeral.low * unit, scale=unit, units=True)
        if numeral.high is not None:
            whole = whole._replace(high=numeral.high * unit)
        if text.startswith(self.big_counted_unless, at + 1):
            return None
        found = self.units.match(text, at + 1, whole)
        if found is not None and found.unit.dimension is Dimension.MONEY:
            return self.parts.read(text, whole, found.unit, found.end)
        follows = text[at + 1 : at + 2]
        if follows and _HAN.match(follows) and not text.startswith(self.big_counted_after, at + 1):
            return None
        return Amount(numeral.start, at + 1, whole.low, whole.high, whole)

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
                return amount._replace(end=unit.end, unit=unit.unit)
            return amount._replace(end=end + 1)
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

    def magnitude(self, text: str, amount: Amount) -> Amount:
        """万亿级, 2千亿级, 亿吨级: the order of magnitude of what follows."""
        suffix = self.scale["suffix"]
        if not text.startswith(suffix, amount.end):
            return amount
        if amount.numeral.scale == ONE and not amount.numeral.headless and amount.unit is None:
            return amount
        end = amount.end + len(suffix)
        if text.startswith(tuple(self.scale["unless_before"]), end):
            return amount
        unit = amount.unit
        if unit is None and amount.low >= self.scale["from"]:
            unit = Unit(self.scale["unit"], Dimension.MONEY)
        return amount._replace(end=end, unit=unit, bound=Bound.SCALE)

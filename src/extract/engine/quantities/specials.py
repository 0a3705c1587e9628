"""Figures that are not written as number and unit: 过半, 半年, 翻两番."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.data import Bound, Dimension, Label, Mention, Quantity
from extract.engine.numerals import ONE, Numerals
from extract.engine.quantities.units import UnitTable

_HALF = Decimal(50)
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Specials:
    """Compiled from the groups `half` and `doubling` of knowledge/units.yaml."""

    numerals: Numerals
    shares: Mapping[str, Bound]
    spans: Mapping[str, str]
    """Surface of a time span and its code, for 半年."""
    regex: re.Pattern[str]
    growth: Quantity

    @classmethod
    def compile(cls, numerals: Numerals, units: UnitTable, data: Mapping[str, Any]) -> Specials:
        """Build the finder; raises KeyError where a group lacks a field."""
        half, double = data["half"], data["doubling"]
        spans = {
            surface: unit.code
            for pairs in units.by_first.values()
            for surface, unit in pairs
            if unit.dimension is Dimension.DURATION
            and unit.add == 0
            and unit.bound is Bound.EXACT
            and unit.factor == ONE
        }
        digits = "".join(numerals.digits)
        share = _alternation(half["share"])
        regex = (
            f"(?P<share>{share})(?!{_alternation(half['share_unless_before'])})"
            f"|(?<![{''.join(half['alone_unless_after'])}]){half['alone']}(?P<span>{_alternation(spans)})"
            f"|{double['verb']}{double['verb_tail']}?(?P<times>[{digits}])(?:{half['classifier']}?){double['noun']}"
            f"|(?P<bare>{double['bare']})"
        )
        return cls(
            numerals=numerals,
            shares={word: Bound(bound) for word, bound in half["share"].items()},
            spans=spans,
            regex=re.compile(regex),
            growth=Quantity(Decimal(100), double["unit"], Bound.EXACT, Dimension(double["dimension"])),
        )

    def find(self, text: str) -> list[Mention]:
        """The special figures of a text, in order."""
        return [
            Mention(match.start(), match.end(), Label.QUANTITY, self._value(match))
            for match in self.regex.finditer(text)
        ]

    def _value(self, match: re.Match[str]) -> Quantity:
        if match["share"]:
            return Quantity(_HALF, _PERCENT, self.shares[match["share"]], Dimension.PERCENT)
        if match["span"]:
            return Quantity(Decimal("0.5"), self.spans[match["span"]], Bound.EXACT, Dimension.DURATION)
        times = self.numerals.digits[match["times"]] if match["times"] else ONE
        return Quantity((2**times - 1) * self.growth.value, self.growth.unit, self.growth.bound, self.growth.dimension)


def _alternation(words: Mapping[str, Any] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

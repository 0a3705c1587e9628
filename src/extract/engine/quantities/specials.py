"""Figures that are not written as number and unit: 过半, 半年, 翻两番."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from extract.data import Bound, Dimension, Label, Mention, Quantity
from extract.engine.numerals import ONE, Numerals
from extract.engine.quantities.units import Unit, UnitTable

_HALF = Decimal(50)
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Specials:
    """Compiled from the groups `half` and `doubling` of knowledge/units.yaml."""

    numerals: Numerals
    shares: Mapping[str, Bound]
    fixed: Mapping[str, Quantity]
    spans: Mapping[str, Unit]
    """Surface and unit of what may be halved: 半年, 半个百分点."""
    regex: re.Pattern[str]
    growth: Quantity

    @classmethod
    def compile(cls, numerals: Numerals, units: UnitTable, data: Mapping[str, Any]) -> Specials:
        """Build the finder; raises KeyError where a group lacks a field."""
        half, double = data["half"], data["doubling"]
        spans = {
            surface: unit
            for pairs in units.by_first.values()
            for surface, unit in pairs
            if (unit.dimension is Dimension.DURATION or surface in half["halved"])
            and unit.add == 0
            and unit.bound is Bound.EXACT
            and unit.factor == ONE
        }
        digits = "".join(numerals.digits)
        share = _alternation([*half["share"], *half["fixed"]])
        regex = (
            f"(?P<share>{share})(?!{_alternation(half['share_unless_before'])})"
            f"|(?<![{''.join(half['alone_unless_after'])}]){half['alone']}(?P<span>{_alternation(spans)})"
            f"|(?P<half>{half['alone']}{half['classifier']})(?![\u4e00-\u9fff])"
            f"|(?:{double['verb']}{double['verb_tail']}?(?P<times>[{digits}])(?:{half['classifier']}?){double['noun']}"
            f"|{double['bare']})(?P<over>{_alternation(double['over'])})?"
        )
        return cls(
            numerals=numerals,
            shares={word: Bound(bound) for word, bound in half["share"].items()},
            fixed={word: _fixed(row) for word, row in half["fixed"].items()},
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
        if match["share"] in self.fixed:
            return self.fixed[match["share"]]
        if match["share"]:
            return Quantity(_HALF, _PERCENT, self.shares[match["share"]], Dimension.PERCENT)
        if match["half"]:
            return Quantity(Decimal("0.5"), match["half"][-1], Bound.EXACT, Dimension.COUNT)
        if match["span"]:
            unit = self.spans[match["span"]]
            return Quantity(Decimal("0.5"), unit.code, Bound.EXACT, unit.dimension)
        times = self.numerals.digits[match["times"]] if match["times"] else ONE
        bound = Bound.OVER if match["over"] else Bound.EXACT
        return replace(self.growth, value=(2**times - 1) * self.growth.value, bound=bound)


def _fixed(row: Mapping[str, Any]) -> Quantity:
    upper = Decimal(row["upper"]) if "upper" in row else None
    bound = Bound.EXACT if upper is None else Bound.RANGE
    return Quantity(Decimal(row["value"]), row.get("unit"), bound, Dimension(row["dimension"]), upper)


def _alternation(words: Mapping[str, Any] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

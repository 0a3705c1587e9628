"""Two figures that are one range: 16%-37%, 20～30万吨, 10和20之间."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.numerals import ONE
from extract.engine.quantities.amount import Amount
from extract.engine.quantities.amounts import AmountReader
from extract.engine.quantities.signs import Signs

_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class RangeReader:
    """Reads the second end of a range; compiled from the group `range` of knowledge/bounds.yaml."""

    reader: AmountReader
    signs: Signs
    to: tuple[str, ...]
    two_after: tuple[str, ...]
    """Prepositions after which the same words join two figures: 从5%到10%."""
    two_after_unit: tuple[str, ...]
    """Verbs after which they join two figures with a unit each: 上调5元至12元."""
    joined: tuple[str, ...]
    between: tuple[str, ...]
    """Behind two joined figures, what makes them a range: 10和20之间."""
    opening: frozenset[str]
    """What a joining word begins with, or a space."""
    between_unit: str
    """A unit that is the same word where nothing follows it: 10与20间."""

    @classmethod
    def compile(cls, reader: AmountReader, signs: Signs, data: Mapping[str, Any]) -> RangeReader:
        """Build the reader; raises KeyError where the group lacks a field."""
        to = tuple(sorted(data["to"], key=len, reverse=True))
        opening = frozenset(" ").union(word[0] for word in (*to, *data["joined"]))
        two = (tuple(data["two_after"]), tuple(data["two_after_unit"]))
        return cls(
            reader, signs, to, *two, tuple(data["joined"]), tuple(data["between"]), opening, data["between_unit"]
        )

    def joins(self, text: str, at: int) -> bool:
        """Whether a word that may join two ends stands at `at`."""
        return _after(text, at, self.to) is not None

    def read(self, text: str, amount: Amount, begin: int, floor: int) -> tuple[Amount, int] | None:
        """The range that begins with the amount: 16%-37%, 20～30万吨, 8.5亿元至10亿元."""
        if amount.high is not None or text[amount.end : amount.end + 1] not in self.opening:
            return None
        at = _after(text, amount.end, self.to)
        joined = at is None
        if at is None:
            at = _after(text, amount.end, self.joined)
        if at is None:
            return None
        currency_at, code = self.signs.currency_at(text, at)
        negative = (
            currency_at < len(text) and text[currency_at] in self.signs.signs and text[currency_at] != text[at - 1]
        )
        number_at = currency_at + 1 if negative else currency_at
        second = self.reader.read(text, number_at, len(text))
        if second is None or second.high is not None:
            return None
        bare = not (amount.unit or second.unit or code or negative or second.numeral.units)
        if bare and amount.low >= second.low:
            return None
        if joined and amount.unit is None:
            second = self._unroomed(text, second)
        if joined and not text.startswith((*self.between, self.between_unit), second.end):
            return None
        if code is not None:
            second = second.in_currency(code)
        second = self.reader.magnitude(text, second)
        if negative:
            second = second._replace(low=-second.low)
        if amount.unit is not None and text.endswith(self.two_after_unit, floor, begin):
            return None
        first = self._shared(text, amount, second)
        if first is None or first.low >= second.low:
            return None
        if text.endswith(self.two_after, floor, begin):
            return first, amount.end  # 从8500到3万港元: two figures in one currency
        return first._replace(high=second.low, unit=second.unit or first.unit), second.end

    def _unroomed(self, text: str, second: Amount) -> Amount:
        """The second end without 间, where no noun follows that would count rooms."""
        if second.unit is None or second.unit.code != self.between_unit or _HAN.match(text, second.end):
            return second
        return second._replace(end=second.end - len(self.between_unit), unit=None)

    def _shared(self, text: str, first: Amount, second: Amount) -> Amount | None:
        """The first end with what it shares; None where the two measure different things.

        两到三千 shares all of 三千 but its digit; in 十八至三十万, where 十八 is no less than 三, only the 万.
        """
        if first.unit is None:
            if not second.numeral.units:
                return first.scaled(ONE, second.unit) if second.unit else first
            step = self.reader.numerals.step(text[second.numeral.start : second.numeral.end])
            for scale in (step, second.numeral.scale):
                if first.numeral.scale == ONE and first.numeral.low < second.numeral.low / scale:
                    return first.scaled(scale, second.unit)
            return first.scaled(ONE, second.unit)
        if second.unit is None or first.unit.code != second.unit.code:
            return None
        return first


def _after(text: str, at: int, words: tuple[str, ...]) -> int | None:
    """The end of one of the words at `at`, spaces around it included."""
    if text[at : at + 1] == " ":
        at += 1
    if not text.startswith(words, at):
        return None
    for word in words:
        if text.startswith(word, at):
            end = at + len(word)
            return end + 1 if text[end : end + 1] == " " else end
    return None

"""The grammar of figures: finds every number of a text and says what it counts, ranks or names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from extract.data import Bound, Dimension, Label, Mention, Quantity
from extract.engine.numerals import ONE, Numerals
from extract.engine.quantities.amount import Amount
from extract.engine.quantities.amounts import AmountReader
from extract.engine.quantities.blocks import Block, Span, disjoint, step_over
from extract.engine.quantities.bounds import BoundWords
from extract.engine.quantities.lone import LoneReader
from extract.engine.quantities.names import NameFinder
from extract.engine.quantities.ranges import RangeReader
from extract.engine.quantities.ratios import read_ratios
from extract.engine.quantities.sharing import share_units
from extract.engine.quantities.signs import Signs
from extract.engine.quantities.specials import Specials
from extract.engine.quantities.units import UnitTable

_TOKEN = re.compile(r"[0-9A-Za-z]{1,24}(?:[-.+/][0-9A-Za-z]{1,12}){0,4}\+?")
_CODE = re.compile("0[0-9]{1,15}(?![0-9.])")
"""02星, 006号: what counts does not begin with a zero."""


@dataclass(frozen=True, slots=True)
class QuantityGrammar:
    """Finds QUANTITY, ORDINAL and NAMED_NUMBER mentions; pure, built once."""

    reader: AmountReader
    bounds: BoundWords
    names: NameFinder
    specials: Specials
    candidates: re.Pattern[str]
    counting: re.Pattern[str]
    """Runs of digits and everyday numerals."""
    signs: Signs
    ranges: RangeReader
    per_before: Mapping[Dimension, Sequence[tuple[str, str]]]
    """What in front of a figure makes it a rate, and of what: 每秒, 每斤."""
    lone: LoneReader
    separators: frozenset[str]
    each: tuple[str, ...]
    years: tuple[int, int]
    classifier: str
    """个, which may be all that is left of a shared unit: 12.7个、12个百分点."""

    @classmethod
    def compile(
        cls,
        numerals: Numerals,
        units: Mapping[str, Any],
        bounds: Mapping[str, Any],
        named: Mapping[str, Any],
        words: Sequence[str] = (),
    ) -> QuantityGrammar:
        """Build the grammar from units.yaml, bounds.yaml and named_numbers.yaml, parsed.

        `numerals` should be compiled with `tails(units, ...)`; `words` are further words whose numerals count nothing
        (idioms, place names such as 五台山).
        """
        table = UnitTable.compile(units, strong_digits=units["strong_digits"])
        reader = AmountReader.compile(numerals, table, units, tuple(bounds["share"]))
        signs = Signs.compile(table, bounds["minus"])
        return cls(
            reader=reader,
            bounds=BoundWords.compile(bounds),
            names=NameFinder.compile(numerals, named, words),
            specials=Specials.compile(numerals, table, units),
            candidates=re.compile(
                f"[0-9{re.escape(numerals.characters)}{''.join(numerals.several)}]"
                rf"|(?<![0-9A-Za-z.{re.escape(numerals.characters)}])\.(?=[0-9])"
            ),
            counting=re.compile(f"[0-9]+|[{re.escape(numerals.everyday)}]+"),
            signs=signs,
            ranges=RangeReader.compile(reader, signs, bounds["range"]),
            per_before={Dimension(name): tuple(words.items()) for name, words in units["per_before"].items()},
            lone=LoneReader(
                numerals,
                (*signs.signs, *signs.minus_words),
                {**numerals.latin, **{word: Decimal(value) for word, value in numerals.latin_alone.items()}},
            ),
            separators=frozenset(bounds["list"]),
            each=tuple(bounds["each"]),
            classifier=units["half"]["classifier"],
            years=(named["bare_years"][0], named["bare_years"][1]),
        )

    def may_count(self, text: str) -> bool:
        """Whether a text holds a digit or a numeral, of a number or of a word."""
        return self.counting.search(text) is not None

    def find(self, text: str, taken: Sequence[Span] = (), money: str | None = None) -> list[Mention]:
        """The text's figures in order, disjoint, and outside `taken` (its time expressions).

        A NAMED_NUMBER may hold a taken span wholly; the caller drops what it holds. `money` is the currency of a bare
        亿 (in a table of 亿元), else such a number has no unit.
        """
        return self.read(text, taken, money)[0]

    def read(self, text: str, taken: Sequence[Span] = (), money: str | None = None) -> tuple[list[Mention], list[Span]]:
        """The figures as `find` gives them, and the ordinary words whose numerals are none (统一, 十分)."""
        special = (self._extended(text, mention) for mention in self.specials.find(text))
        blocks = disjoint([*self.names.find(text), *special], taken)
        found: list[Mention] = []
        floor = index = 0
        at = self.candidates.search(text)
        while at is not None:
            start = at.start()
            while index < len(blocks) and (blocks[index][1] <= start or blocks[index][0] < floor):
                index, floor = step_over(blocks, index, floor, found)
            if index < len(blocks) and blocks[index][0] <= start:
                at = self.candidates.search(text, blocks[index][1])
                continue
            limit = blocks[index][0] if index < len(blocks) else len(text)
            mention = self._figure(text, start, floor, limit, money)
            if mention is None:
                at = self.candidates.search(text, start + 1)
                continue
            found.append(mention)
            floor = mention.end
            at = self.candidates.search(text, floor)
        while index < len(blocks):
            index, floor = step_over(blocks, index, floor, found)
        held = set(taken)
        words = [(start, end) for start, end, mention in blocks if mention is None and (start, end) not in held]
        lone = None if taken else self.lone.read(text, found, not found and not words, self.counted)
        if lone is not None:
            return [lone], words
        return read_ratios(text, share_units(text, found, self.separators, self.classifier)), words

    def counted(self, text: str, start: int, end: int) -> Mention | None:
        """A numeral that is known to be a number, with the measure word behind it: 三卷, where `find` shuns 三角."""
        numerals, units = self.reader.numerals, self.reader.units
        numeral = numerals.read(text, start, end, sure=True)
        found = units.match(text, numeral.end, numeral, weak=True) if numeral and numeral.end == end else None
        if numeral is None or found is None or numeral.spelled:
            return None
        amount = Amount(start, found.end, numeral.low * found.unit.factor, numeral.high, numeral, found.unit)
        return self._bounded(text, amount, start, start, None)

    def _extended(self, text: str, mention: Mention) -> Block:
        """一半以上, 翻一番以上: what follows bounds a special figure too."""
        quantity = mention.normal
        assert isinstance(quantity, Quantity)
        end, bound = self._trailing(text, mention.end, quantity.dimension)
        if bound is not None and quantity.bound is Bound.EXACT:
            quantity = replace(quantity, bound=bound)
        return mention.start, end, replace(mention, end=end, normal=quantity)

    def _figure(self, text: str, start: int, floor: int, limit: int, money: str | None) -> Mention | None:
        amount = self.reader.read(text, start, limit)
        if amount is None:
            return self._headless(text, start, floor, limit) or self._negative(text, start, floor, limit)
        follows = text[amount.end : amount.end + 1]
        if amount.unit is None and amount.numeral.arabic and follows.isascii() and follows.isalpha():
            token = _TOKEN.match(text, start)
            if token is not None and token.end() > amount.end:
                return Mention(start, token.end(), Label.NAMED_NUMBER)
        if (amount.numeral.spelled and amount.unit is None) or (text[start] == "0" and _CODE.match(text, start)):
            return Mention(start, amount.numeral.end, Label.NAMED_NUMBER)
        begin, negative, currency = self.signs.before(text, start, floor)
        if amount.unit is None and currency is None and self._is_year(text, amount, begin, floor):
            return Mention(start, amount.end, Label.NAMED_NUMBER)
        if currency is not None:
            amount = amount.in_currency(currency)
        if negative:
            amount = amount._replace(low=-amount.low)
        return self._bounded(text, amount, begin, floor, money, limit)

    def _is_year(self, text: str, amount: Amount, begin: int, floor: int) -> bool:
        """2025世界机器人大会: four digits of a year without a unit, a bound or a second end."""
        first, last = self.years
        if amount.end - amount.start != 4 or amount.numeral.units or not first <= amount.low <= last:
            return False
        if self.bounds.leading(text, begin, floor, False) is not None:
            return False
        follows = text[amount.end : amount.end + 1]
        return not follows or (follows not in self.separators and not self.ranges.joins(text, amount.end))

    def _negative(self, text: str, start: int, floor: int, limit: int) -> Mention | None:
        """负二 is a figure even without a unit, 零下五度 with a weak one; 二 alone may be part of a word."""
        begin, negative, _ = self.signs.before(text, start, floor)
        numeral = self.reader.numerals.read(text, start, limit) if negative else None
        if numeral is None or numeral.high is not None:
            return None
        found = self.reader.units.match(text, numeral.end, numeral, weak=True)
        if found is None:
            return self._bounded(
                text, Amount(start, numeral.end, -numeral.low, None, numeral), begin, floor, None, limit
            )
        value = -numeral.low * found.unit.factor
        amount = Amount(start, found.end, value, None, numeral, found.unit)
        return self._bounded(text, amount, begin, floor, None, limit)

    def _headless(self, text: str, start: int, floor: int, limit: int) -> Mention | None:
        """近百, 上千 and 过万 are figures even without a unit; 百 alone is none."""
        if text[start] not in self.reader.numerals.multiplying:
            return None
        each = text.endswith(self.each, floor, start)
        if not each and self.bounds.leading(text, start, floor, True) is None:
            return None
        numeral = self.reader.numerals.read(text, start, limit)
        if numeral is None or not numeral.headless:
            return None
        if each:
            return Mention(start - 1, numeral.end, Label.NAMED_NUMBER)
        amount = Amount(start, numeral.end, numeral.low, numeral.high, numeral, None, numeral.bound)
        return self._bounded(text, amount, start, floor, None, limit)

    def _bounded(
        self, text: str, amount: Amount, begin: int, floor: int, money: str | None, limit: int | None = None
    ) -> Mention:
        amount = self.reader.magnitude(text, amount)
        upper = self.ranges.read(text, amount, begin, floor)
        if upper is not None and (limit is None or upper[1] <= limit):  # 0到|01年: the year is a time of its own
            amount, end = upper
            low, high = amount.low, amount.high
            bound = amount.bound if high is None else Bound.RANGE
        else:
            end, low, high, bound = amount.end, amount.low, amount.high, amount.bound
        unit, dimension = self._unit(amount, money)
        begin, bound_before = self._leading(text, amount, begin, floor)
        end, bound_after = self._trailing(text, end, dimension)
        if bound is not Bound.RANGE:
            bound = bound_before or bound_after or self.bounds.comparing(text, begin, end) or bound
        if text.endswith(self.each, floor, begin):
            return Mention(begin - 1, end, Label.NAMED_NUMBER)
        for word, per in self.per_before.get(dimension, ()):
            if text.endswith(word, floor, begin):
                unit, dimension = f"{unit}/{per}", Dimension.RATE
                break
        return Mention(begin, end, Label.QUANTITY, _quantity(low, high, unit, bound, dimension))

    def _leading(self, text: str, amount: Amount, begin: int, floor: int) -> tuple[int, Bound | None]:
        at = begin - 1 if begin > floor and text[begin - 1] == " " else begin
        big = amount.numeral.headless or amount.numeral.scale > ONE or (amount.unit is not None and amount.unit.tenths)
        word = self.bounds.leading(text, at, floor, big)
        if word is None:
            return begin, None
        if word.not_counting and amount.unit is not None and amount.unit.code in self.reader.units.broken_through:
            return begin, None
        return at - len(word.word), word.bound

    def _trailing(self, text: str, end: int, dimension: Dimension) -> tuple[int, Bound | None]:
        word = self.bounds.trailing(text, end, dimension)
        return (end, None) if word is None else (end + len(word.word), word.bound)

    @staticmethod
    def _unit(amount: Amount, money: str | None) -> tuple[str | None, Dimension]:
        if amount.unit is not None:
            return amount.unit.code, amount.unit.dimension
        if money is not None and amount.numeral.scale >= 10**8:
            return money, Dimension.MONEY
        return None, Dimension.NUMBER


def _quantity(low: Decimal, high: Decimal | None, unit: str | None, bound: Bound, dimension: Dimension) -> Quantity:
    if high is None and bound is Bound.RANGE:
        bound = Bound.EXACT
    return Quantity(low, unit, bound, dimension, high if bound is Bound.RANGE else None)

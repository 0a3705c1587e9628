"""What stands in front of a number and belongs to it: a minus, a plus, a currency's sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.quantities.units import UnitTable


@dataclass(frozen=True, slots=True)
class Signs:
    """Minus signs and words of knowledge/bounds.yaml, currency signs of the unit table."""

    units: UnitTable
    signs: tuple[str, ...]
    plus: tuple[str, ...]
    """Signs of a rise, which say no more than their figure: 同比+5%."""
    sign_after: frozenset[str]
    minus_words: Mapping[str, tuple[str, ...]]
    last: frozenset[str]
    """What any of them ends with, or a space: before most numbers there is none."""

    @classmethod
    def compile(cls, units: UnitTable, minus: Mapping[str, Any]) -> Signs:
        """Build them from the group `minus`; raises KeyError where it lacks a field."""
        words = {word: tuple(unless) for word, unless in minus["words"].items()}
        signs, plus = tuple(minus["signs"]), tuple(minus["plus"])
        last = frozenset(" ").union(units.before_last, signs, plus, (word[-1] for word in words))
        return cls(units, signs, plus, frozenset(minus["sign_after"]), words, last)

    def before(self, text: str, start: int, floor: int) -> tuple[int, bool, str | None]:
        """Where the figure begins with its minus and its currency sign."""
        if text[start - 1 : start] not in self.last:
            return start, False, None
        begin, negative, currency = start, False, None
        begin, currency = self._currency(text, begin, floor)
        sign = text[begin - 1 : begin] if begin > floor else ""
        if sign and sign in (*self.signs, *self.plus):
            before = text[begin - 2 : begin - 1] if begin >= 2 else ""
            if (not before or before in self.sign_after) and begin - 1 >= floor:
                return begin - 1, sign in self.signs, currency
        for word, unless in self.minus_words.items():
            at = begin - len(word)
            if at >= floor and text.startswith(word, at) and not text.endswith(unless, 0, at):
                return at, True, currency
        return begin, negative, currency

    def _currency(self, text: str, begin: int, floor: int) -> tuple[int, str | None]:
        at = begin - 1 if begin > floor and text[begin - 1] == " " else begin
        if text[at - 1 : at] not in self.units.before_last:
            return begin, None
        for length in range(min(5, at - floor), 0, -1):
            code = self.units.before.get(text[at - length : at])
            if code is not None:
                return at - length, code
        return begin, None

    def currency_at(self, text: str, at: int) -> tuple[int, str | None]:
        """Where the number begins behind a currency's sign at `at`, and the currency."""
        if text[at : at + 1] not in self.units.before_first:
            return at, None
        for length in range(4, 0, -1):
            code = self.units.before.get(text[at : at + length])
            if code is not None:
                return at + length, code
        return at, None

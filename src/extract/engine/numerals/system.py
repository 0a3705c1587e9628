"""The numeral system of a language: its characters, what they are worth, and writing numbers with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.data import Bound
from extract.engine.numerals.arabic import plain
from extract.engine.numerals.numeral import Numeral
from extract.engine.numerals.reader import Reader

_LONGEST_RUN = 32
_ARABIC = frozenset("0123456789.")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numeral system of one language, compiled from its table (knowledge/numerals.yaml)."""

    digits: Mapping[str, Decimal]
    formal: frozenset[str]
    small: Mapping[str, Decimal]
    tens: Mapping[str, Decimal]
    big: Mapping[str, Decimal]
    after_chinese: frozenset[str]
    """What multiplies Arabic digits only before money: 23.5兆元, but 500兆."""
    counts_money: re.Pattern[str]
    scales: tuple[tuple[str, Decimal], ...]
    """万 and 亿 alone and together, the longest first: 万亿."""
    carrying: frozenset[str]
    """What behind these may still belong to the number."""
    beginning: frozenset[str]
    """Every character with which a number may begin."""
    zero: frozenset[str]
    points: frozenset[str]
    after_arabic_point: tuple[str, ...]
    """What makes 8点5 a number: 8点5倍."""
    several: Mapping[str, tuple[Decimal, Decimal]]
    several_ones: frozenset[str]
    leading_only: frozenset[str]
    more: Mapping[str, Bound]
    more_after_round: frozenset[str]
    pairs: frozenset[str]
    write_digits: str
    latin: Mapping[str, Decimal]
    """Letters behind Arabic digits that multiply them: 40k."""
    latin_alone: Mapping[str, Decimal]
    """The same, only where the number is all of its text: 1.2M."""
    multiplying: frozenset[str]
    """百 千 万 亿, with which a numeral without a digit begins."""
    continuing: frozenset[str]
    """What may carry Arabic digits on: 460亿, 300多, 8点5倍, 40k."""
    counting: frozenset[str]
    """Every digit, Arabic or Chinese."""
    following_zero: frozenset[str]
    """What a zero inside a numeral may stand before: 一百零三, 一千零十, 一百零几万."""
    before_thousands: frozenset[str]
    """Characters behind which a full-width comma may part thousands: 超过4，565."""
    guards: Mapping[str, re.Pattern[str]]
    run: re.Pattern[str]
    chain: re.Pattern[str]

    @classmethod
    def compile(cls, data: Mapping[str, Any], tails: tuple[str, ...] = (), money: tuple[str, ...] = ()) -> Numerals:
        """Build the system from its parsed table.

        `tails` are units that begin with a numeral (千瓦, 兆瓦, 百分点): before their rest the numeral is no numeral,
        so that 100千瓦 is 100 of 千瓦. `money` are the currencies, before which 兆 is a numeral. Raises KeyError where
        the table lacks a group.
        """
        digits = {char: Decimal(value) for char, value in data["digits"].items()}
        small = {char: Decimal(value) for char, value in data["small"].items()}
        big = {char: Decimal(value) for char, value in data["big"].items()}
        guards = _guards(tails, small.keys() | big.keys())
        units = "".join(char for char in [*small, *big] if char not in data["after_chinese"])
        counting = frozenset([*digits, *"0123456789"])
        return cls(
            digits=digits,
            formal=frozenset(data["formal"]),
            small=small,
            tens={char: Decimal(value) for char, value in data["tens"].items()},
            big=big,
            after_chinese=frozenset(data["after_chinese"]),
            counts_money=_money(money, units, data),
            scales=_scales({char: unit for char, unit in big.items() if char not in data["after_chinese"]}),
            carrying=counting.union(small, big, data["tens"], data["several"], data["more"], data["point"], " "),
            beginning=counting.union(small, big, data["tens"], data["several"], "."),
            zero=frozenset(data["zero"]),
            points=frozenset(data["point"]),
            after_arabic_point=tuple(data["after_arabic_point"]),
            several={char: (Decimal(row["low"]), Decimal(row["high"])) for char, row in data["several"].items()},
            several_ones=frozenset(data["several_ones"]),
            leading_only=frozenset(data["leading_only"]),
            more={char: Bound(value) for char, value in data["more"].items()},
            more_after_round=frozenset(data["more_after_round"]),
            pairs=frozenset(data["pairs"]),
            write_digits=data["write_digits"],
            latin={char: Decimal(value) for char, value in data["latin"].items()},
            latin_alone={char: Decimal(value) for char, value in data["latin_alone"].items()},
            multiplying=frozenset([*small, *big]),
            continuing=frozenset([*units, *data["more"], *data["point"], *data["latin"], *data["latin_alone"], " "]),
            counting=counting,
            following_zero=frozenset([*digits, *small, *data["tens"], *data["several_ones"]]),
            before_thousands=frozenset(data["before_thousands"]),
            guards=guards,
            run=re.compile(f"[{''.join(digits)}]{{1,{_LONGEST_RUN}}}"),
            chain=re.compile(f"[{units}]{{1,4}}"),
        )

    @property
    def everyday(self) -> str:
        """The numerals of running text, without the formal ones that are mostly words (陆地, 队伍)."""
        return "".join(char for char in self.characters if char not in self.formal)

    @property
    def characters(self) -> str:
        """Every character that a numeral may hold, Arabic digits apart."""
        return "".join([*self.digits, *self.small, *self.tens, *self.big])

    def read(self, text: str, start: int, limit: int | None = None, *, sure: bool = False) -> Numeral | None:
        """Read the longest numeral at `start`, not beyond `limit`; None where there is none.

        `sure` where the text must be a number: a single 壹 (壹拾元壹角), 8点5.
        """
        limit = len(text) if limit is None else limit
        if start >= limit or text[start] not in self.beginning:
            return None
        found = plain(self, text, start, limit, sure) if text[start] in _ARABIC else None
        return found or Reader(self, text, start, limit, sure).read()

    def step(self, text: str) -> Decimal:
        """What the number at the head of a numeral is multiplied by: 1000 in 三千, 10^7 in 3千万, 1 in 三千五."""
        head = text.rstrip("".join([*self.small, *self.big]))
        value, whole = self.parse(head), self.parse(text)
        return whole / value if value and whole and head != text else Decimal(1)

    def parse(self, text: str) -> Decimal | None:
        """The value of a text that is a numeral from end to end, else None; 四百九十六点九万 is 4969000."""
        numeral = self.read(text, 0)
        return numeral.low if numeral is not None and numeral.end == len(text) else None

    def write(self, value: int) -> str:
        """Write a whole number below 10^16 in Chinese numerals: 105 is 一百零五."""
        if value < 0:
            raise ValueError("only numbers from zero up are written")
        if value == 0:
            return self.write_digits[0]
        for char, unit in reversed(self._big_units()):
            if value >= unit:
                head, rest = divmod(value, unit)
                gap = self.write_digits[0] if rest and rest < unit // 10 else ""
                return self.write(head) + char + gap + (self.write(rest) if rest else "")
        return self._write_below_myriad(value)

    def _big_units(self) -> list[tuple[str, int]]:
        return [(char, int(unit)) for char, unit in self.big.items() if unit < 10**9]

    def _write_below_myriad(self, value: int) -> str:
        units = {int(unit): char for char, unit in reversed(list(self.small.items()))}
        out, gap = "", False
        for size in (1000, 100, 10, 1):
            digit, value = divmod(value, size)
            if digit:
                out += (self.write_digits[0] if gap and out else "") + self.write_digits[digit] + units.get(size, "")
            gap = not digit
        return out


def _scales(big: Mapping[str, Decimal]) -> tuple[tuple[str, Decimal], ...]:
    pairs = [(one + other, big[one] * big[other]) for one in big for other in big if big[one] < big[other]]
    return (*pairs, *big.items())


def _money(money: tuple[str, ...], units: str, data: Mapping[str, Any]) -> re.Pattern[str]:
    """What makes the numeral before it an amount: 元, 余日元, 5000亿元."""
    words = "|".join(re.escape(word) for word in money) or "(?!)"
    chinese = "".join(data["digits"])
    return re.compile(
        f"[{''.join(data['more'])}]?(?:(?:[0-9.,]{{1,7}}|[{chinese}]{{1,3}})[{units}]{{0,3}})?(?:{words})"
    )


def _guards(tails: tuple[str, ...], numerals: set[str]) -> dict[str, re.Pattern[str]]:
    rests: dict[str, list[str]] = {}
    for tail in sorted(tails, key=len, reverse=True):
        if tail[0] in numerals and len(tail) > 1:
            rests.setdefault(tail[0], []).append(re.escape(tail[1:]))
    return {char: re.compile("|".join(words)) for char, words in rests.items()}

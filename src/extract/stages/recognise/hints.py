"""By what a text shows which place it is from without naming it: its offices, its bynames, how its press writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.lexicon import Lexicon

_OFTEN = 3
"""How often a text names the offices of a level to speak for a place of it."""
_OFFICE, _BYNAME = 2.0, 1.0
"""What an office that only one place has weighs in a passage, and what a byname, which others use in passing."""


@dataclass(frozen=True, slots=True)
class PlaceHints:
    """Built by `compile` from knowledge/places.yaml."""

    words: Lexicon[tuple[str, float]]
    """政府统计处 → (香港, 2.0); 荆楚 → (湖北, 1.0)."""
    writing: Mapping[str, re.Pattern[str]]
    """台湾 → 114年12月, a year of the Republic."""
    levels: Mapping[str, re.Pattern[str]]
    """Word that points at a place of a level → the offices of such a place, narrowest first: 全市 → 市委."""
    sources: Mapping[str, re.Pattern[str]]
    """The same word → the offices and bureaus that something is heard from: 从|市商务局."""
    office: re.Pattern[str]
    """An office that tells of something, as the group `body`: 海川旅游局|公布."""
    national: re.Pattern[str]
    """A body of the whole country."""
    reporting: re.Pattern[str]
    """For whose place a report is given, as the group `place`: 我代表|滨海市|人民政府."""
    firm: re.Pattern[str]
    """What follows a place that only begins a firm's name."""
    guests: re.Pattern[str]
    """What follows a place from which somebody comes: 云岭|旅客."""
    nation: frozenset[str]
    """What the own country is called among others: 中国."""
    lands: frozenset[str]
    """What makes one word with a union or a region before it: 东盟|国家."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> PlaceHints:
        """Raises KeyError where a list is missing."""
        tables = ((data["offices"], _OFFICE), (data["bynames"], _BYNAME))
        words = [(word, (name, n)) for table, n in tables for name, row in table.items() for word in row]
        writing = {name: re.compile(expression) for name, expression in data["writing"].items()}
        levels = {word: re.compile(expression) for word, expression in data["levels_of_offices"].items()}
        sources = {word: re.compile(data["heard_from"].format(level=word[-1:])) for word in levels}
        return cls(
            Lexicon(words),
            writing,
            levels,
            sources,
            re.compile(data["telling_office"]),
            re.compile(data["national_offices"]),
            re.compile(data["reporting"]),
            re.compile(data["seat_of_firm"]),
            re.compile(data["guests"]),
            frozenset(data["nation"]),
            frozenset(data["lands"]),
        )

    def find(self, text: str) -> Iterator[tuple[str, float]]:
        """The places that a passage shows, each once, with the weight: (香港, 2.0) for 土地注册处今日发表数字."""
        found: dict[str, float] = {}
        for name, weight in (hit.value for hit in self.words.find(text)):
            found[name] = max(weight, found.get(name, 0.0))
        found |= {name: _OFFICE for name, expression in self.writing.items() if expression.search(text)}
        yield from found.items()

    def speaking(self, text: str, *, once: bool = False) -> str | None:
        """The word for the narrowest place of whose offices a text speaks again and again: 全市 for 市委, 市政府.

        `once`: of whose offices or bureaus (从|市商务局|获悉) it speaks at all.
        """
        if once:
            return next((word for word, offices in self.sources.items() if offices.search(text)), None)
        often = (word for word, offices in self.levels.items() if len(offices.findall(text)) >= _OFTEN)
        return next(often, None)

    def telling_offices(self, text: str) -> Iterator[str]:
        """The offices at the front of clauses that tell of something, by their names."""
        yield from (found["body"] for found in self.office.finditer(text))

    def in_passing(self, text: str, end: int) -> bool:
        """Whether a place that ends at `end` is only a firm's seat: 海川|港务有限公司."""
        return self.firm.match(text, end) is not None

    def sends_guests(self, text: str, end: int) -> bool:
        """Whether those counted are from the place that ends at `end`, not theirs: 海川|（2万人次）旅客."""
        return self.guests.match(text, end) is not None

    def reports_for(self, text: str) -> str | None:
        """The place for whose government or council a passage says that it reports."""
        found = self.reporting.search(text)
        return found["place"] if found else None

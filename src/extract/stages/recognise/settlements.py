"""Towns and villages whose names are ordinary words, known by what their text says of them: 团结乡…。全乡…."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import occurrences

_SHORTEST, _LONGEST = 2, 4
"""Characters of such a name before its ending."""
_TWICE = 2
_NO_NAMES = ("x", "p", "c", "u", "r", "m", "q", "t", "d", "y", "e", "o")
"""Tags of words that no such name is."""
_POINTING = "r"
"""Tag of a word that no name ends in: 使|我|镇."""
_PROPER = ("ns", "nr", "nz")
_HEADED = ("v", "x", "d")
"""Tags of what follows the subject of a clause."""


class Form(NamedTuple):
    """A place as its form tells: where it stands, and what its ending is."""

    start: int
    end: int
    kind: str
    """seat, small, zone, nature or site."""
    behind: bool
    """Whether it stands right behind another place, in which it lies."""


@dataclass(frozen=True, slots=True)
class Settlements:
    """Built by `compile` from knowledge/places.yaml."""

    told_by: Mapping[str, re.Pattern[str]]
    """By ending, how a text goes on to speak of such a place: 镇 by 全镇, 镇党委."""
    towns: frozenset[str]
    """Endings behind which a name that heads its clause is one even if it comes once."""
    no_names: frozenset[str]
    """Words that no name is, alone or in front: 中心|镇, 走进|…."""
    before: frozenset[str]
    common: frozenset[str]
    """Words that end so and name no place: 新型|农村."""
    offices: re.Pattern[str]
    """What follows a division's ending in the name of its offices: 区|政府."""
    renamed: frozenset[str]
    """Endings that make another place only of one that is known: 南江|区."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Settlements:
        """Raises KeyError where a list is missing."""
        return cls(
            {ending: re.compile(told) for ending, told in data["told_by"].items()},
            frozenset(data["towns"]),
            frozenset((*data["stems"], *data["no_settlements"])),
            frozenset(data["before"]),
            frozenset(data["common"]),
            re.compile(data["division_offices"]),
            frozenset(data["renamed"]),
        )

    def find(self, seen: SentenceView, at: int, end: int, whole: str) -> Form | None:
        """The settlement whose ending is `at:end`, where the text `whole` speaks of it."""
        ending = seen.part(at, end)
        told = self.told_by.get(ending)
        if told is None or end in seen.place_ends or seen.part(end - _SHORTEST, end) in self.common:
            return None
        if at in seen.place_ends:
            return self._of_known(seen, at, end, told.search(whole) is not None)
        office = self.offices.match(seen.text, end - seen.offset)
        governed = office is not None and len(office[0]) > 1  # 石桥乡|政府, but no 村|长
        if ending in self.renamed or not (governed or seen.ends_word(end)):
            return None
        for start in range(at - _SHORTEST, max(seen.offset, at - _LONGEST) - 1, -1):
            if not self._may_name(seen, start, at, end) or not self._introduced(seen, start):
                continue
            again = occurrences(whole, seen.part(start, end)) >= _TWICE
            heads = ending in self.towns and seen.opens_clause(start) and seen.tag_after(end).startswith(_HEADED)
            if again or heads or told.search(whole):
                return Form(start, end, "small", start in seen.place_ends)
        return None

    def _of_known(self, seen: SentenceView, at: int, end: int, told: bool) -> Form | None:
        """The town or district that a listed place's name is given to, in a text that says 全镇, 全区: 兴隆|镇."""
        start = seen.place_ends[at]
        office = self.offices.match(seen.text, end - seen.offset)
        if not told or seen.part(start, end) in self.common or not (office or seen.ends_word(end)):
            return None
        return Form(start, end, "seat" if seen.part(at, end) in self.renamed else "small", False)

    def _may_name(self, seen: SentenceView, start: int, at: int, end: int) -> bool:
        """Whether one word before an ending, or single characters, may be a name: 小店|村, 马|家|沟|村."""
        first = seen.word_at(start)
        if (
            seen.part(start, end) in self.common
            or first is None
            or first[1].startswith(_NO_NAMES)
            or seen.word_before(at)[1].startswith(_POINTING)
            or not "\u4e00" <= seen.char(start) <= "\u9fff"
        ):
            return False
        if seen.tag_of(start, at).startswith(_PROPER):
            return True
        stem = seen.part(start, at)
        if first[0] in (at, end):
            return stem not in self.no_names
        return seen.word_before(end)[0] == at and len(seen.words(start, at)) == len(stem)  # 马|家|沟|村, no 分|城乡

    def _introduced(self, seen: SentenceView, start: int) -> bool:
        """Whether a name may begin at `start`: at a mark, behind a word that takes a place, behind a place."""
        if seen.opens_phrase(start) or start in seen.place_ends:
            return True
        return seen.part(seen.word_before(start)[0], start) in self.before

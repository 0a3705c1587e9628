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
_CHAINED = 4
"""Characters that a town's or a village's name has before its ending right behind its county, at most."""
_BREAKS = ("x", "p", "c", "u", "r", "t", "d", "y", "e", "o")
"""Tags of words that stand in no such name."""
_COUNTS = ("m", "q")
_FAMILY, _VERB = "nr", "v"
_DIVISIONS = ("seat", "small")
_UNSPELT = ("x", "p", "c", "u", "r", "m", "t", "v")
"""Tags of characters that are no part of a name spelt out: 各|乡镇."""
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
    small: frozenset[str]
    """Endings of what lies in a county: 镇, 村."""
    outer: frozenset[str]
    """Last characters of places right behind which a town or a village may be told of by any characters: 某县|."""
    no_ending: re.Pattern[str]
    """What goes on from such an ending to another word: 村|民."""

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
            frozenset(data["endings"]["small"]),
            frozenset(data["chain_outer"]),
            re.compile(data["no_ending"]),
        )

    def chained(self, seen: SentenceView, at: int, end: int, last: Form | None) -> Form | None:
        """The town or village whose ending is `at:end` and that goes on from its county or town: 某县|连庄镇|西野庄村.

        A village behind it tells a town whose characters make other words (连庄|镇西|野庄村, 和平|镇|新民村).
        """
        ending = seen.part(at, end)
        if ending not in self.small or end in seen.place_ends:
            return None
        start = self._outer_end(seen, at, last)
        sure = ending in self.towns and self._village_behind(seen, end)
        if not start or not self._unbroken(seen, start, at, sure=sure):
            return None
        whole = seen.ends_word(end) and not self.no_ending.match(seen.part(end, end + 1))
        common = len(ending) == 1 and self._common(seen, start, end)
        if not sure and (not whole or common):
            return None
        return Form(start, end, "small", True)

    def _outer_end(self, seen: SentenceView, at: int, last: Form | None) -> int:
        """Where the county or the town ends that stands a name's length before `at`; 0 where none does."""
        if last is not None and last.kind in _DIVISIONS and 0 < at - last.end <= _CHAINED:
            return last.end
        ends = (end for end in range(at - 1, at - _CHAINED - 1, -1) if end in seen.place_ends)
        return next((end for end in ends if seen.char(end - 1) in self.outer), 0)

    def _unbroken(self, seen: SentenceView, start: int, at: int, *, sure: bool) -> bool:
        """Whether what stands before an ending may be a name: no count, no word that no name has (三个贫困|村)."""
        stem, words = seen.part(start, at), seen.words(start, at)
        if not all("\u4e00" <= char <= "\u9fff" for char in stem) or (stem in self.no_names and not sure):
            return False
        if any(len(word) > 1 and word in self.no_names | self.before and not (sure and word == stem) for word in words):
            return False
        tags = [seen.tag_of(begin, begin + len(word)) for begin, word in _placed(start, words)]
        counted = any(tag.startswith("m") for tag in tags) and tags[-1].startswith(_COUNTS)
        doing = any(len(word) > 1 and tag.startswith(_VERB) for word, tag in zip(reversed(words), tags, strict=True))
        led = words[0] in self.before and len(words) > 1  # 某县民政局|到|村
        return not (counted or led or (doing and not sure)) and not any(tag.startswith(_BREAKS) for tag in tags)

    def _common(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a name ends as a kind of villages does, and no family's name tells it: 贫困村, no 赵杨李|新村."""
        front = [seen.tag_of(at, at + 1) for at in range(start, end - _SHORTEST)]
        family = len(front) > 1 and all(tag == _FAMILY for tag in front)
        return seen.part(end - _SHORTEST, end) in self.common and not family

    def _village_behind(self, seen: SentenceView, end: int) -> bool:
        """Whether a village's name goes on right behind a town's: 连庄镇|西野庄村."""
        for stop in range(end + _SHORTEST, end + _CHAINED + 3):
            ends = [e for e in self.small - self.towns if seen.part(stop - len(e), stop) == e]
            if ends and seen.ends_word(stop) and not self.no_ending.match(seen.part(stop, stop + 1)):
                common = max(map(len, ends)) == 1 and seen.part(stop - _SHORTEST, stop) in self.common
                kind = common or seen.part(end, stop - max(map(len, ends))) in self.no_names
                return not kind and all("\u4e00" <= char <= "\u9fff" for char in seen.part(end, stop))
        return False

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
        village = ending in self.towns and self._village_behind(seen, end)
        if ending in self.renamed or not (governed or seen.ends_word(end)):
            return None
        for start in range(at - _SHORTEST, max(seen.offset, at - _LONGEST) - 1, -1):
            spelt = seen.opens_clause(start) and self._spelt(seen, start, at, end, whole)
            if not spelt and not (self._may_name(seen, start, at, end) and self._introduced(seen, start)):
                continue
            if village:
                return Form(start, end, "small", start in seen.place_ends)  # 到|凤都镇|际面村
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

    def _spelt(self, seen: SentenceView, start: int, at: int, end: int, whole: str) -> bool:
        """Whether single characters that are no words together open a clause and come again: 曾|家|镇."""
        words, name = seen.words(start, at), seen.part(start, end)
        tags = [seen.tag_of(begin, begin + 1) for begin, _ in _placed(start, words)]
        single = len(words) == at - start and not any(tag.startswith(_UNSPELT) for tag in tags)
        return single and name[:1] not in self.no_names and occurrences(whole, name) >= _TWICE

    def _introduced(self, seen: SentenceView, start: int) -> bool:
        """Whether a name may begin at `start`: at a mark, behind a word that takes a place, behind a place."""
        if seen.opens_phrase(start) or start in seen.place_ends:
            return True
        return seen.part(seen.word_before(start)[0], start) in self.before


def _placed(start: int, words: list[str]) -> list[tuple[int, str]]:
    """Words of a span from right to left, in the order of the text, each with where it begins."""
    out: list[tuple[int, str]] = []
    for word in reversed(words):
        out.append((start, word))
        start += len(word)
    return out

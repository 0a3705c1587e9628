"""Streets and housing estates whose names are made of any words: 沿|青年|路|向东, 潜入|锦绣|国际|小区."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.settlements import Form

_SITE = "site"
_STREET = (2, 4)
_ESTATE = (3, 7)
"""Characters of the name of a street and of an estate, at least and at most."""
_NO_NAMES = ("x", "p", "c", "u", "r", "m", "q", "d", "y", "e", "o")
_DIVISIONS = ("seat", "small")
_PROPER = ("ns", "nr", "nz", "nt", "j", "zg")


@dataclass(frozen=True, slots=True)
class Streets:
    """Built by `compile` from knowledge/places.yaml."""

    streets: frozenset[str]
    """How streets end: 路, 大道."""
    goes_on: re.Pattern[str]
    """What stands behind a street's name and shows that it is one: 方向, 与…路, 15号."""
    estates: frozenset[str]
    """How estates end: 小区."""
    no_names: frozenset[str]
    """Words that are in no such name: 盘山|公路, 老旧|小区."""
    before: frozenset[str]
    """Words behind which a place may begin."""
    outer: frozenset[str]
    """Last characters of places behind which a street is told of by any characters: 某区."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Streets:
        """Raises KeyError where a list is missing."""
        return cls(
            frozenset(data["streets"]),
            re.compile(data["street_goes_on"]),
            frozenset(data["estates"]),
            frozenset((*data["no_streets"], *data["before"])),
            frozenset(data["before"]),
            frozenset(data["chain_outer"]),
        )

    def chained(self, seen: SentenceView, at: int, end: int, last: Form | None) -> Form | None:
        """The street whose ending is `at:end`, of any characters right behind its district: 某区|武定西|路5号."""
        ending = seen.part(at, end)
        if (
            ending not in self.streets
            or not seen.ends_word(end)
            or not self.goes_on.match(seen.text, end - seen.offset)
        ):
            return None
        spans = range(at - _STREET[1], at - _STREET[0] + 1)
        division = last is not None and last.kind in _DIVISIONS and last.end in spans
        ends = (stop for stop in spans if stop in seen.place_ends and seen.char(stop - 1) in self.outer)
        start = last.end if division and last is not None else next(ends, None)
        if start is None or not all("\u4e00" <= char <= "\u9fff" for char in seen.part(start, at)):
            return None
        words, low = seen.words(start, at), start
        for word in reversed(words):
            held = seen.word_at(low)
            if word in self.no_names or (held is not None and held[1].startswith(("x", "p", "c", "u", "r"))):
                return None
            low += len(word)
        return Form(start, end, _SITE, True)

    def find(self, seen: SentenceView, at: int, end: int) -> Form | None:
        """The street or the estate whose ending is `at:end`."""
        ending = seen.part(at, end)
        if end in seen.place_ends or not (seen.ends_word(end) and at > seen.offset):
            return None
        if not seen.ends_word(at) and not seen.word_before(end)[1].startswith(_PROPER):
            return None  # 高速公|路
        if ending in self.streets:
            form = self._street(seen, at, end)
            told = self.goes_on.match(seen.text, end - seen.offset) is not None
            return form if form is not None and (told or (len(ending) > 1 and self._led(seen, form.start))) else None
        return self._estate(seen, at, end) if ending in self.estates else None

    def _street(self, seen: SentenceView, at: int, end: int) -> Form | None:
        """One word, or single characters, between what a street's name stands behind and its ending: 向|青年|路."""
        start = at
        while start > seen.offset and at - start < _STREET[0]:
            word, tag = seen.word_before(start)
            loose = start - word == 1 and tag.startswith("d")  # 茶|都|大街
            if (
                (tag.startswith(_NO_NAMES) and not loose)
                or seen.part(word, start) in self.no_names
                or start in seen.place_ends
            ):
                break
            start = word
        if not _STREET[0] <= at - start <= _STREET[1] or not seen.part(start, at).isalpha():
            return None
        return Form(start, end, _SITE, start in seen.place_ends) if self._introduced(seen, start) else None

    def _estate(self, seen: SentenceView, at: int, end: int) -> Form | None:
        """Words back to a verb or a mark, one of them a name or two of them loose characters: 御|景|国际|小区."""
        start, loose, proper = at, 0, False
        while start > seen.offset and start not in seen.place_ends:
            word, tag = seen.word_before(start)
            text = seen.part(word, start)
            stops = tag.startswith(_NO_NAMES) or (len(text) > 1 and tag.startswith(("v", "t", "f")))
            if stops or text in self.no_names or at - word > _ESTATE[1] or not text.isalpha():
                break
            loose += len(text) == 1
            proper = proper or (len(text) > 1 and tag.startswith(_PROPER))
            start = word
        named = _ESTATE[0] <= at - start and (proper or loose > 1)
        return Form(start, end, _SITE, start in seen.place_ends) if named and self._introduced(seen, start) else None

    def _led(self, seen: SentenceView, start: int) -> bool:
        """Whether what stands before a place leads to it: 在|茶都|大街."""
        return start > seen.offset and seen.part(seen.word_before(start)[0], start) in self.before

    def _introduced(self, seen: SentenceView, start: int) -> bool:
        if seen.opens_phrase(start) or start in seen.place_ends:
            return True
        word, tag = seen.word_before(start)
        return seen.part(word, start) in self.before or tag.startswith(("v", "f", "u"))

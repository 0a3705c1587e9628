"""Places that the segmenter's dictionary knows, and foreign ones that stand in a list behind a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Place
from extract.engine.regions import Regions
from extract.stages.recognise.sentence import SentenceView

_TAG = "ns"
_SHORTEST, _SURE = 2, 3
_FOREIGN = 3
_QUOTED = 6
_LONG = 4
"""Characters of a foreign name that is a place's behind 在."""
_STANDS = ("x", "c", "u", "v", "d", "p", "t", "m", "f")
"""Tags of what follows a place that no noun goes on."""
_BEHIND = ("x", "c", "u")

Known = tuple[int, int, Place | str]
"""A place's span and its normal form: a `Place`, or a name that no figure is of by itself."""


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Built by `compile` from knowledge/places.yaml."""

    landforms: frozenset[str]
    """What a word ends in that is a river's, a mountain's or a site's name: 江 山 宫."""
    natural: frozenset[str]
    """Those of them that make a name of one character before them: 嫩|江."""
    plain: frozenset[str]
    """Characters that make a common noun before one of `landforms`: 大|江."""
    common: frozenset[str]
    """Words that the dictionary takes for places and are none, or seldom are."""
    roads: frozenset[str]
    endings: frozenset[str]
    """What makes a longer name of a word: 海陵|岛, 庙街|镇."""
    sounds: frozenset[str]
    joins: frozenset[str]
    kinds: frozenset[str]
    """Nouns before a place's name: 城市."""
    behind: frozenset[str]
    """Prepositions and verbs before one: 在, 攻打."""
    towns: tuple[str, ...]
    """Endings of divisions below the county, which figures are of: 镇."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> KnownPlaces:
        """Raises KeyError where a list is missing."""
        return cls(
            frozenset(data["landforms"]),
            frozenset(data["natural"]),
            frozenset(data["plain_first"]),
            frozenset((*data["common"], *data["not_places"])),
            frozenset(data["roads"]),
            frozenset(word for words in data["endings"].values() for word in words),
            frozenset(data["sounds"]),
            frozenset(data["list_joins"]),
            frozenset(data["kinds"]),
            frozenset(data["stands_behind"]),
            tuple(data["told_by"]),
        )

    def find(self, seen: SentenceView, regions: Regions) -> Iterator[Known]:
        """The places of a sentence outside those that it is known to name, in order."""
        last = -1
        ahead = any(at > seen.offset and self._joins(seen, at - 1) for at in seen.place_starts)
        earlier = seen.offset
        for start, end, tag in zip(seen.tokens.starts, seen.tokens.ends, seen.tokens.tags, strict=True):
            before, earlier = seen.part(earlier, start), start
            placed = before in self.kinds or before in self.behind
            if tag != _TAG and not ahead and not placed and before not in self.joins:
                continue
            if start < last or self._held(seen, start, end):
                continue
            if placed and (stop := self._introduced(seen, start, before in self.kinds)) > start:
                name = seen.text[start - seen.offset : stop - seen.offset]
                yield start, stop, self._county(name, regions) or name
                last = stop
                continue
            found = self._by_word(seen, start, end, tag, regions) if end - start >= _SHORTEST else None
            if found is None:
                end = self._sounds_on(seen, start, end)
                word = seen.text[start - seen.offset : end - seen.offset]
                listed = end - start >= _SHORTEST and self._listed(seen, word, start, end, last, regions)
                found = (self._county(word, regions) or word) if listed else None
            if found is not None and not self._quoted(seen, start):
                yield start, end, found
                last = end

    def _introduced(self, seen: SentenceView, start: int, kind: bool) -> int:
        """Where a place ends that what stands before it makes one, else `start`: 城市|苏某达, 在|盖某森某兴."""
        end = self._sounds_on(seen, start, start)
        word = seen.word_at(start)
        if end - start < (_FOREIGN if kind else _LONG):
            end = word[0] if word is not None and word[1] == _TAG and word[0] - start >= _SHORTEST else start
        text = seen.text[start - seen.offset : end - seen.offset]
        held = any(self._held(seen, at, at + 1) for at in range(start, end))
        if end == start or held or text in self.common or text[-_SHORTEST:] in self.common or self._goes_on(seen, end):
            return start
        sounds = word is not None and end != word[0]
        return end if sounds or not seen.tag_after(end) or seen.tag_after(end).startswith(_STANDS) else start

    def _joins(self, seen: SentenceView, at: int) -> bool:
        return seen.char(at) in self.joins

    def _by_word(self, seen: SentenceView, start: int, end: int, tag: str, regions: Regions) -> Place | str | None:
        """The place that one word names, where the dictionary knows it as one."""
        word = seen.text[start - seen.offset : end - seen.offset]
        ordinary = word in self.common or word[-_SHORTEST:] in self.common or self._goes_on(seen, end)
        if tag != _TAG or ordinary:
            return None
        if len(word) >= _SURE and word.endswith(self.towns):
            return Place(word, None)
        return self._county(word, regions) or (word if self._landform(word) else None)

    def _sounds_on(self, seen: SentenceView, start: int, end: int) -> int:
        """Where the words from `start` on that only transcribe sounds end: 古杰尔|梅斯."""
        limit, at = seen.offset + len(seen.text), start
        while at < limit:
            word = seen.word_at(at)
            if word is None or not self.sounds.issuperset(seen.text[at - seen.offset : word[0] - seen.offset]):
                break
            at = word[0]
        return max(end, at) if at - start >= _FOREIGN else end

    @staticmethod
    def _held(seen: SentenceView, start: int, end: int) -> bool:
        return any(at in seen.place_starts for at in range(start, end)) or any(
            at in seen.place_ends for at in range(start + 1, end + 1)
        )

    @staticmethod
    def _quoted(seen: SentenceView, start: int) -> bool:
        """Whether a short quotation holds the word, which makes it a part of another name: “北|峡湾”号."""
        at = start - seen.offset
        opening = seen.text.rfind("“", max(0, at - _QUOTED), at)
        return (
            opening >= 0
            and 0 <= seen.text.find("”", opening) <= opening + _QUOTED + 1
            and (seen.text.find("”", opening) >= at)
        )

    def _goes_on(self, seen: SentenceView, end: int) -> bool:
        word = seen.word_at(end) if end < seen.offset + len(seen.text) else None
        return word is not None and seen.text[end - seen.offset : word[0] - seen.offset] in self.endings

    @staticmethod
    def _county(word: str, regions: Regions) -> Place | None:
        """A county by its short name, which needs help elsewhere, where the dictionary knows it as a place."""
        rows = [region for region, alone in regions.candidates(word) if not alone and not region.common]
        return rows[0].place if len(rows) == 1 else None

    def _landform(self, word: str) -> bool:
        if word[-1] not in self.landforms:
            return False
        if len(word) < _SURE:
            return word[-1] in self.natural and word[0] not in self.plain
        return word[-1] not in self.roads or word[0] not in self.plain

    def _listed(self, seen: SentenceView, word: str, start: int, end: int, last: int, regions: Regions) -> bool:
        """Whether a county, or a word that only transcribes sounds, stands in a list beside a place: 、|古杰尔梅斯."""
        known = bool(regions.candidates(word)) and word not in self.common
        if not known and (len(word) < _FOREIGN or not self.sounds.issuperset(word)):
            return False
        if start - 1 <= seen.offset:
            return False
        tag = seen.tag_after(end)
        behind = (
            end < seen.offset + len(seen.text) - 1 and seen.char(end) in self.joins and end + 1 in seen.place_starts
        )
        before = seen.char(start - 1) in self.joins and (start - 1 in seen.place_ends or start - 1 == last)
        return (before and (not tag or tag.startswith(_BEHIND))) or (behind and self._opens(seen, start, known))

    @staticmethod
    def _opens(seen: SentenceView, start: int, known: bool) -> bool:
        """Whether a name may begin at `start`: a county behind a mark or a place, a foreign one behind 了 too."""
        if known:
            return seen.opens_clause(start) or start in seen.place_ends
        return seen.opens_phrase(start) or seen.word_before(start)[1].startswith("u")

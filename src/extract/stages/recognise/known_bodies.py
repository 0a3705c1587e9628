"""Bodies that the segmenter's dictionary knows, and teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Label, Mention
from extract.stages.recognise.sentence import SentenceView

_WORD = 4
"""Characters of a word that its tag alone makes a body's name."""
_SHORT = 3
_TAGS = ("nt", "ns", "nz", "nr")
_PROPER = ("nr", "nz", "nt", "ns", "eng")
_SPONSOR = 6
"""Characters between a team's place and 队."""
_MARKS = ("x", "p", "c", "u")
_STOPS = ("v", "d", "r", "m", "t", "a", "f")
_NOUNS = ("n", "t", "vn")
"""Tags of what may stand between a place and 队: 某市|现代|队, 某省|跳水队."""


@dataclass(frozen=True, slots=True)
class KnownBodies:
    """Built by `compile` from knowledge/organisations.yaml."""

    final: tuple[str, ...]
    """How a word ends that the dictionary knows as a body."""
    sure: tuple[str, ...]
    """How a word of any proper tag ends that is a body: 某某|军区."""
    not_before: tuple[str, ...]
    common: frozenset[str]
    """Words that the dictionary takes for bodies and are none."""
    venues: tuple[str, ...]
    """How a word ends that is a place, though the dictionary takes it for a body: 体育馆."""
    team: str
    """What the name of a team ends in: 队."""
    not_teams: tuple[str, ...]
    """Words that end so and are no team: 大队."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> KnownBodies:
        """Raises KeyError where a list is missing."""
        return cls(
            tuple(data["final"]),
            tuple(data["sure_final"]),
            tuple(data["not_before"]),
            frozenset(data["common"]),
            tuple(data["venues"]),
            data["team"],
            tuple(data["not_teams"]),
        )

    def find(self, seen: SentenceView) -> Iterator[Mention]:
        """The words of a sentence that are a body's name by their tag and their end, and its teams."""
        for start, end, tag in zip(seen.tokens.starts, seen.tokens.ends, seen.tokens.tags, strict=True):
            if seen.char(end - 1) == self.team:
                begin = self._team(seen, start, end, tag)
                word = seen.part(start, end)
                if begin is None and tag == "nt" and len(word) >= _WORD and word.endswith(self.sure):
                    begin = start  # 北海舰队
                if begin is not None:
                    yield Mention(begin, end, Label.ORG)
            elif end - start >= _SHORT and tag.startswith(_TAGS):
                word = seen.text[start - seen.offset : end - seen.offset]
                cut = seen.text.startswith(self.not_before, end - seen.offset)  # 华北|局地
                if not cut and self._body(word, tag):
                    yield Mention(start, end, Label.ORG)

    def _body(self, word: str, tag: str) -> bool:
        if word in self.common or word.endswith(self.venues):
            return False
        if tag == "nt":
            return word.endswith(self.final) and (len(word) >= _WORD or word.endswith(self.sure))
        return len(word) >= _WORD and word.endswith(self.sure)

    @staticmethod
    def _seat(seen: SentenceView, end: int) -> int | None:
        """Where the place begins that a team with a sponsor is of: 某市|朗某海|队, 某省|某市|文旅|队."""
        at = end
        while at > seen.offset and end - at < _SPONSOR and at not in seen.place_ends:
            word, tag = seen.word_before(at)
            if tag.startswith(_MARKS) or (at - word > 1 and tag.startswith(_STOPS)):
                return None
            at = word
        if at not in seen.place_ends or at == end:
            return None
        while at in seen.place_ends:
            at = seen.place_ends[at]
        return at

    def _team(self, seen: SentenceView, start: int, end: int, tag: str) -> int | None:
        """Where a team's name begins: 某省队, 某市|雄狮队, 雄狮|队."""
        word = seen.text[start - seen.offset : end - seen.offset]
        if word in self.common or word.endswith(self.not_teams):
            return None
        seat = self._seat(seen, start)
        if seat is not None:
            return seat
        if len(word) == 1:
            if start in seen.place_ends:
                return seen.place_ends[start]
            if start == seen.offset:
                return None
            before, its = seen.word_before(start)
            placed = before in seen.place_ends and its.startswith(_NOUNS)
            if start - before < 2 or not (placed or its.startswith(_PROPER)):
                return None
            start = before
        elif not tag.startswith(_TAGS) and not (start in seen.place_ends and tag.startswith(_NOUNS)):
            return start if seen.place_starts.get(start) == end - 1 else None  # 某国队 in one word
        return seen.place_ends.get(start, start)

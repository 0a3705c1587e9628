"""Clubs by what they do against one another: a place and a short name beside 战平: 滨海恒远|战平|云岭金甲."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.lexicon import Lexicon
from extract.stages.recognise.sentence import SentenceView

_REST = (2, 3)
"""Characters of a club's own name behind its place."""
_FRONT = 8
"""Characters of what a club is called before its name: 不敌|新贵|云岭金甲."""
_WHOLE = (4, 5)
"""Characters of a club's name that the dictionary knows as one word."""
_BETWEEN = ("t", "m", "d", "q", "x")
_CALLED = ("n", "j", "b", "a", "f", "ul")
"""Tags of what a club is called before its name."""
_NAMED = ("nz", "ns", "nt")
_CLUB = ("nz",)
_OWN = (2, 3)
"""Characters of a club's own name that the dictionary takes for a proper name."""
_APART = ("x", "c", "u", "v", "d", "t", "m", "f")
_STOPS = ("p", "c", "u", "d", "r", "m", "x", "y", "t", "v")
_GOES_ON = ("v", "p", "d", "u", "c", "x", "t", "m", "f", "n")


@dataclass(frozen=True, slots=True)
class Contests:
    """Built by `compile` from knowledge/organisations.yaml."""

    meets: Lexicon[None]
    """What one side does to another: 战平, 不敌."""
    grounds: frozenset[str]
    """Where a side plays, before what it does: 主场."""
    nobody: frozenset[str]
    """What stands behind a place and is no club: 选手."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Contests:
        """Raises KeyError where a list is missing."""
        return cls(Lexicon(dict.fromkeys(data["meets"])), frozenset(data["grounds"]), frozenset(data["no_clubs"]))

    def find(self, seen: SentenceView) -> Iterator[tuple[int, int]]:
        """The spans of the clubs on both sides of a contest."""
        for start, end, _ in self.meets.find(seen.text, seen.offset):
            left = self._left(seen, start)
            right = self._right(seen, end)
            yield from (span for span in (left, right) if span is not None)

    def _left(self, seen: SentenceView, end: int) -> tuple[int, int] | None:
        """The club before a contest, with times, grounds and adverbs between."""
        at = end
        while at > seen.offset:
            word, tag = seen.word_before(at)
            if not (tag.startswith(_BETWEEN) and seen.char(at - 1) not in "，。；") and not self._ground(
                seen, word, at
            ):
                break
            at = word
        if (side := self._short(seen, at)) is not None:
            return side
        word, tag = seen.word_before(at) if at > seen.offset else (at, "")
        if tag.startswith(_NAMED) and at - word in _WHOLE:
            return word, at
        starts = (at - size for size in _REST if at - size in seen.place_ends and seen.word_at(at - size) is not None)
        start = next(starts, None)
        if start is None or not self._is_name(seen, start, at):
            return None
        return seen.place_ends[start], at

    def _right(self, seen: SentenceView, start: int) -> tuple[int, int] | None:
        """The club behind a contest, or behind what it is called."""
        limit = seen.offset + len(seen.text)
        word = seen.word_at(start) if start < limit else None
        if word is not None and word[1] in _CLUB and word[0] - start in _OWN and self._apart(seen, word[0]):
            return start, word[0]
        at = start
        while at < limit and at - start < _FRONT and at not in seen.place_starts:
            word = seen.word_at(at)
            if word is None or not (word[1].startswith(_CALLED) or (word[1] == "v" and word[0] - at == 1)):
                return None  # 中超 is cut
            if word[1].startswith(_NAMED) and word[0] - at in _WHOLE and at == start:
                return at, word[0]
            at = word[0]
        place = seen.place_starts.get(at, limit)
        for size in _REST:
            end = place + size
            if end <= limit and seen.ends_word(end) and self._is_name(seen, place, end):
                tag = seen.tag_after(end)
                if not tag or tag.startswith(_GOES_ON):
                    return at, end
        return None

    def _short(self, seen: SentenceView, end: int) -> tuple[int, int] | None:
        """A club's own name that heads the clause, a word that is tagged as a proper name: 恒屿|4-0|大胜."""
        start, tag = seen.word_before(end) if end > seen.offset else (end, "")
        own = tag in _CLUB and end - start in _OWN and seen.opens_clause(start)
        return (start, end) if own and seen.text[start - seen.offset : end - seen.offset] not in self.nobody else None

    @staticmethod
    def _apart(seen: SentenceView, end: int) -> bool:
        """Whether nothing that goes on with a name stands behind it."""
        tag = seen.tag_after(end)
        return not tag or tag.startswith(_APART)

    def _ground(self, seen: SentenceView, start: int, end: int) -> bool:
        return seen.text[start - seen.offset : end - seen.offset] in self.grounds

    def _is_name(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether whole words that are no verbs or particles may be a club's own name."""
        text = seen.text[start - seen.offset : end - seen.offset]
        if text in self.nobody or text in self.grounds or not text.isalpha() or seen.word_at(start) is None:
            return False
        at = start
        while at < end:
            word = seen.word_at(at)
            if word is None or (word[0] - at > 1 and word[1].startswith(_STOPS)):
                return False
            if word[1].startswith(("p", "c", "u", "x")):
                return False
            at = word[0]
        return True

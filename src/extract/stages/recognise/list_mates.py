"""Bodies that a list makes sure: those beside a sure one, and several that end alike: 岭行、澜行和海行."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from extract.data import Label, Mention
from extract.stages.recognise.sentence import SentenceView

_PROPER = ("nz", "nrt", "nt", "nr", "eng", "j")
_LENGTHS = (2, 3, 4, 5, 6)
_CLOSING = ("）", "”", "》")
"""Marks behind which no name of a list begins."""
_PAIR = 2
_STEMS = (2, 3, 4)
"""Characters before the ending of a firm's name."""
_NUMBER = re.compile("[0-9]")
_ALIKE = 2
"""Characters of a short name that ends as others of its list do."""


@dataclass(frozen=True, slots=True)
class ListMates:
    """Built by `compile` from knowledge/organisations.yaml."""

    joins: frozenset[str]
    alike: re.Pattern[str]
    """Two and more names of two characters that end alike, joined: 岭行、澜行."""
    common: frozenset[str]
    families: frozenset[str]
    kinds: tuple[str, ...]
    """How names of firms and institutions end, the longest first."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], families: str) -> ListMates:
        """Raises KeyError where a list is missing."""
        joins = "".join(data["list_joins"])
        name = f"[\u4e00-\u9fff](?P<end>[{data['alike']}])"
        run = f"(?<![\u4e00-\u9fff]){name}(?:[{joins}][\u4e00-\u9fff](?P=end))+(?![\u4e00-\u9fff](?P=end))"
        common = frozenset((*data["generic"], *data["common_heads"], *data["stops"]))
        kinds = sorted({*data["firm"], *data["trade"], *data["institution"]}, key=len, reverse=True)
        kinds = [kind for kind in kinds if len(kind) >= _PAIR]
        return cls(frozenset(data["list_joins"]), re.compile(run), common, frozenset(families), tuple(kinds))

    def is_person(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a word that is tagged as a person's name begins with a family name."""
        tag = seen.tag_of(start, end)
        return seen.char(start) in self.families and end - start <= _PAIR + 1 and (not tag or tag.startswith("nr"))

    def find(self, seen: SentenceView, sure: Set[str], held: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """The spans beside a sure name or a held body in a list, and those that end alike."""
        for found in self.alike.finditer(seen.text):
            for at in range(found.start(), found.end(), _ALIKE + 1):
                span = seen.offset + at, seen.offset + at + _ALIKE
                if seen.word_at(span[0]) is not None and seen.ends_word(span[1]):
                    yield span
        limit = seen.offset + len(seen.text)
        bodies = {m.start: m.end for m in held if m.label is Label.ORG and seen.offset <= m.start < limit}
        ends = {end: start for start, end in bodies.items()}
        for at in range(seen.offset + 1, limit - 1):
            if seen.char(at) not in self.joins:
                continue
            if at + 1 in bodies and (mate := self._of_kind(seen, at, seen.part(at + 1, bodies[at + 1]), before=True)):
                yield mate
            if at in ends and (mate := self._of_kind(seen, at + 1, seen.part(ends[at], at), before=False)):
                yield mate
            left, right = self._to(seen, at), self._from(seen, at + 1)
            if right and (at in ends or (left and seen.part(*left) in sure)):
                yield right
            if left and (at + 1 in bodies or (right and seen.part(*right) in sure)):
                yield left

    def _of_kind(self, seen: SentenceView, at: int, body: str, *, before: bool) -> tuple[int, int] | None:
        """The name of a body's kind that a list has beside it, ending at `at` or begun there: 东屿银行|、澜州银行."""
        kind = next((kind for kind in self.kinds if body.endswith(kind)), None)
        if kind is None:
            return None
        for size in (stem + len(kind) for stem in _STEMS):
            start, end = (at - size, at) if before else (at, at + size)
            name = seen.part(start, end) if start >= seen.offset else ""
            stem = name.removesuffix(kind)
            if len(name) < size or stem == name or not stem.isalnum() or stem in self.common or _NUMBER.search(stem):
                continue
            word = seen.word_at(start)
            if word is None or word[1].startswith("v") or seen.part(start - 1, start) in _CLOSING:
                continue  # 发展|跨境物流, 企（职）|业年金基金
            if not before or seen.opens_phrase(start):
                return start, end
        return None

    def _from(self, seen: SentenceView, start: int) -> tuple[int, int] | None:
        word = seen.word_at(start)
        return self._name(seen, start, word[0], word[1]) if word is not None else None

    def _to(self, seen: SentenceView, end: int) -> tuple[int, int] | None:
        start, tag = seen.word_before(end)
        return self._name(seen, start, end, tag) if seen.opens_phrase(start) else None

    def _name(self, seen: SentenceView, start: int, end: int, tag: str) -> tuple[int, int] | None:
        text = seen.part(start, end)
        named = tag.startswith(_PROPER) and end - start in _LENGTHS and text.isalnum() and text not in self.common
        if not named or start in seen.place_starts or self.is_person(seen, start, end):
            return None
        follows = seen.tag_after(end)
        return (start, end) if not follows or follows.startswith(("x", "c", "v", "d", "p", "u", "m", "t")) else None

"""Firms, clubs and brands of a table; those whose names are words too need a sign beside them: 火箭|主帅, 北京|现代."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from typing import Any

from extract.engine.lexicon import Lexicon
from extract.stages.recognise.sentence import SentenceView

_SEAT = 2
"""Characters of the place before a firm of several places: 上海|大众."""
_PROPER = ("nt", "nz", "ns")
_NOUNS = ("n", "vn", "a", "b")
_TAIL = 6
"""Characters behind a name in which its form or trade stands."""


class Kind(Enum):
    """How sure a name of the table is by itself."""

    WHOLE = 1
    """Nothing else is called so."""
    WORD = 2
    PLAIN = 3
    """An everyday word."""


Row = tuple[int, int, Kind]
"""A name's span."""


@dataclass(frozen=True, slots=True)
class KnownFirms:
    """Built by `compile` from knowledge/firms.yaml and knowledge/organisations.yaml."""

    names: Lexicon[Kind]
    nations: frozenset[str]
    model: re.Pattern[str]
    """What makes a product's name of a brand: 荣某|550."""
    sites: frozenset[str]
    """What makes a place of a name before it: 园."""
    signs: tuple[str, ...]
    """What stands behind a body's name: 主帅, 旗下."""
    before: tuple[str, ...]
    """What stands before one: 子公司, 击败."""
    joins: frozenset[str]
    tails: Lexicon[None]
    """What a name goes on with: 影业, 娱乐."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], firms: Mapping[str, Any]) -> KnownFirms:
        """`data` are the organisations, `firms` the table. Raises KeyError where a list is missing."""
        whole = (*firms["whole"], *(name + data["team"] for name in (*firms["words"], *firms["whole"])))
        kinds = ((Kind.PLAIN, firms["plain"]), (Kind.WORD, firms["words"]), (Kind.WHOLE, whole))
        return cls(
            Lexicon({name: kind for kind, names in kinds for name in names}),
            frozenset(data["nations"]),
            re.compile(firms["model"]),
            frozenset(firms["sites"]),
            (*firms["signs"], *data["meets"], *data["grounds"]),
            (*data["presents"], *data["meets"]),
            frozenset(data["list_joins"]),
            Lexicon(dict.fromkeys((*firms["tails"], *data["trade"], *data["soft"], *data["firm"]))),
        )

    def many(self, views: Sequence[SentenceView]) -> bool:
        """Whether a text names more than one firm that is sure by its name: it is about firms."""
        sure = (
            seen.text[a - seen.offset : b - seen.offset]
            for seen in views
            for a, b, k in self._rows(seen)
            if k is Kind.WHOLE
        )
        return len(set(sure)) > 1

    def find(self, seen: SentenceView, homes: Set[int], *, many: bool = False) -> list[tuple[int, int]]:
        """The spans of the table's firms in a sentence, with the place in China, at one of `homes`, that opens one.

        `many` says that the text is about firms: a name that is another word too needs no sign then.
        """
        rows = self._rows(seen)
        sure: dict[int, int] = {}
        for start, end, kind in rows:
            seat = seen.place_ends.get(start, start)
            follows = seen.tag_after(end)
            home = seat in homes or seen.text[seat - seen.offset : start - seen.offset] in self.nations
            seated = start - seat == _SEAT and home
            placed = seated and (kind is Kind.WHOLE or not follows.startswith(_NOUNS))
            last = self._tail(seen, end) if kind is not Kind.PLAIN else end
            apart = many and kind is Kind.WORD and self._apart(seen, start, follows)
            if kind is Kind.WHOLE or placed or apart or last > end or self._signed(seen, start, end):
                sure[seat if placed else start] = last
        return _joined(sorted(self._with_neighbours(seen, rows, sure).items()))

    def _rows(self, seen: SentenceView) -> list[Row]:
        """The names between the bounds of words, or at the end of a word that is a body's by its tag: 上海大众."""
        out = []
        for start, end, kind in self.names.find(seen.text, seen.offset):
            if not seen.ends_word(end) or self.model.match(seen.text, end - seen.offset):
                continue
            if seen.text[end - seen.offset : end - seen.offset + 1] in self.sites:
                continue
            word, tag = seen.word_before(end)
            inside = tag in _PROPER and word < start
            if inside and start - word >= _SEAT and (kind is Kind.WHOLE or tag != "ns"):  # no 万里|长城
                out.append((word, end, Kind.WHOLE))
            elif seen.word_at(start) is not None or (inside and kind is Kind.WHOLE):
                out.append((start, end, kind))
        return out

    def _tail(self, seen: SentenceView, end: int) -> int:
        """Where a name ends that goes on with its form or trade, else `end`: 华纳|影业."""
        hit = next(self.tails.find(seen.text[end - seen.offset : end - seen.offset + _TAIL], end), None)
        return hit.end if hit is not None and hit.start == end and seen.ends_word(hit.end) else end

    @staticmethod
    def _apart(seen: SentenceView, start: int, follows: str) -> bool:
        """Whether a name stands as a subject or an object does, before no noun."""
        before = "" if start == seen.offset else seen.word_before(start)[1]
        return (seen.opens_phrase(start) or before.startswith("v")) and not follows.startswith((*_NOUNS, "k"))

    def _signed(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a body must be meant: what stands behind or before says so."""
        return seen.text.startswith(self.signs, end - seen.offset) or seen.text.endswith(
            self.before, 0, start - seen.offset
        )

    def _with_neighbours(self, seen: SentenceView, rows: Sequence[Row], sure: Mapping[int, int]) -> dict[int, int]:
        """The sure ones with those that a list joins to one of them, forwards and back: 万科、保利和金地."""
        out = dict(sure)
        for ordered in (rows, rows[::-1]):
            for start, end, _ in ordered:
                before = start > seen.offset and seen.char(start - 1) in self.joins and start - 1 in out.values()
                behind = end < seen.offset + len(seen.text) and seen.char(end) in self.joins and end + 1 in out
                if (before or behind) and end not in out.values():
                    out[start] = end
        return out


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those that touch as one: 一汽|丰田."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out

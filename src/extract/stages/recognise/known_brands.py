"""Bodies that are widely known by a short name which no ending tells: firms, media, schools, clubs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention
from extract.engine.lexicon import Lexicon
from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_NEAR = 150
"""Characters on both sides of a sentence that show its field, within its paragraph."""
_TOLD = 2
"""Words of a field that show it."""
_REACH = 14
"""Characters of what a firm's name ends in behind its short name."""
_PART = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class KnownBrands:
    """Built by `compile` from knowledge/brands.yaml and the endings of knowledge/organisations.yaml."""

    names: Lexicon[str]
    """A short name → the field in which it is one; empty where it always is."""
    tells: Mapping[str, Lexicon[None]]
    """What shows the field of a text."""
    cities: Lexicon[None]
    """Cities whose club bears their name."""
    side: re.Pattern[str]
    """What stands behind such a club's name and behind no city's, a score too."""
    scored: re.Pattern[str]
    """What joins two sides, before the second: 2-1."""
    meets: tuple[str, ...]
    """What stands before it."""
    joins: frozenset[str]
    endings: Lexicon[None]
    """What a firm's longer name has behind its short one: 公司, 游戏."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], organisations: Mapping[str, Any]) -> KnownBrands:
        """Raises KeyError where a list is missing."""
        fields = ((word, field) for field, words in data["fields"].items() for word in words)
        endings = (word for kind in ("firm", "trade", "soft", "institution", "parts") for word in organisations[kind])
        meets = (*data["before_side"], *organisations["meets"])
        behind = alternation([*data["behind_side"], *organisations["meets"]])
        return cls(
            Lexicon({**dict.fromkeys(data["sure"], ""), **dict(fields)}),
            {field: Lexicon(dict.fromkeys(words)) for field, words in data["tells"].items()},
            Lexicon(dict.fromkeys(data["cities"])),
            re.compile(rf"(?:{behind})|[{data['between']}](?![0-9])|{data['score']}"),
            re.compile(rf"(?:[{data['between']}]|{data['score']})$"),
            meets,
            frozenset(organisations["list_joins"]),
            Lexicon(dict.fromkeys(endings)),
        )

    def find(self, article: Article, seen: SentenceView) -> Iterator[Mention]:
        """The known bodies of a sentence, with what their longer names end in."""
        text, offset = seen.text, seen.offset
        sides: set[int] = set()
        for start, end, field in self.names.find(text, offset):
            if not self._whole(seen, start, end) or (field and not self._apart(seen, start, end, field, article)):
                continue
            yield Mention(start, self._on(seen, end), Label.ORG)
            sides |= {start, end}
        cities = list(self.cities.find(text, offset))
        if not cities or not self._tells(article, seen, "sport"):
            return
        left = [(start, end) for start, end, _ in cities if self._whole(seen, start, end)]
        sides |= {at for span in left if self._is_side(seen, *span) for at in span}
        for start, end in left:
            if {start, end} <= sides or self._joined(seen, start, end, sides):
                yield Mention(start, end, Label.ORG)

    def _tells(self, article: Article, seen: SentenceView, field: str) -> bool:
        """Whether the words around a sentence, in its paragraph, show a field."""
        first, last = max(article.start, seen.offset - _NEAR), min(article.end, seen.offset + len(seen.text) + _NEAR)
        before = article.text(first, seen.offset).rpartition("\n")[2]
        behind = article.text(seen.offset + len(seen.text), last).partition("\n")[0]
        words = {hit.start for hit in self.tells[field].find(f"{before}{seen.text}{behind}")}
        return len(words) >= _TOLD

    def _apart(self, seen: SentenceView, start: int, end: int, field: str, article: Article) -> bool:
        """Whether a word that is as often something else is cut as a word, in a text of its field."""
        cut = seen.word_at(start) is not None and seen.ends_word(end)
        return cut and self._tells(article, seen, field)

    @staticmethod
    def _whole(seen: SentenceView, start: int, end: int) -> bool:
        """Whether a name is no part of a longer word or of a figure: IBM of IBMX, 百度 of 三|百度."""
        first, last = start - seen.offset, end - seen.offset
        if first and seen.word_before(start)[1] == "m" and not seen.text[first - 1].isascii():
            return False
        if seen.text[first].isascii() and first and _PART.match(seen.text, first - 1):
            return False
        if seen.text[last - 1].isascii():
            return not _PART.match(seen.text, last)
        opens, closes = seen.word_before(start + 1)[0], seen.ends_word(end)
        return (opens == start or start - opens > 1) and (closes or end - start > 2)

    def _on(self, seen: SentenceView, end: int) -> int:
        """Where the name ends whose short form ends at `end`: 某某|游戏, 某某|互动娱乐|公司."""
        ahead = seen.text[end - seen.offset : end - seen.offset + _REACH]
        hit = next(self.endings.find(ahead, end), None)
        return hit.end if hit is not None and hit.start == end and seen.ends_word(hit.end) else end

    def _is_side(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a city stands where its club does: 某城|战胜, 不敌|某城, 某某（某城）."""
        text, first, last = seen.text, start - seen.offset, end - seen.offset
        if self.side.match(text, last) or text.endswith(self.meets, 0, first):
            return True
        before = text[:first]
        if self.scored.search(before):
            return True
        return before.endswith("（") and text[last : last + 1] == "）" and first > 1 and text[first - 2].isalpha()

    def _joined(self, seen: SentenceView, start: int, end: int, sides: Collection[int]) -> bool:
        """Whether a list has a city beside a club: 某城|与|某联."""
        before, behind = seen.part(start - 1, start), seen.part(end, end + 1)
        return (before in self.joins and start - 1 in sides) or (behind in self.joins and end + 1 in sides)

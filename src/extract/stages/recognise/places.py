"""Places by name, and words that point at one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from extract.data import Article, Label, Mention, Place, Tokens
from extract.engine.regions import Region, Regions

_CLEAR = 2
"""In how many of these passages a place must be named, and in a third of them."""
_TITLE = 3
_AGAIN = 4
"""How often a name that no table lists must come, the title counting three times."""
_HEAD = 8
_HAN = re.compile("[\u4e00-\u9fff]+")
"""Passages that tell which place a text is about; the first is its title."""


def recognise_places(article: Article, tokens: Sequence[Tokens], regions: Regions) -> list[Mention]:
    """The PLACE mentions of an article, with what they stand for; deictics (全市) resolved by the article's place."""
    out: list[Mention] = []
    for sentence, words in zip(article.sentences, tokens, strict=True):
        text = article.text(sentence.start, sentence.end)
        own = _Words(words, lambda start, end: bool(regions.candidates(article.text(start, end))))
        for start, end, word in regions.pointing(text, sentence.start):
            if not own.may_be(start, end):
                continue
            out.append(Mention(start, end, Label.PLACE, regions.deictic(word, article.place) or _local(article, word)))
        for start, end, region in regions.find(text, own, sentence.start):
            out.append(Mention(start, end, Label.PLACE, region.place))
        out += _named_so(article, text, sentence.start)
    return out


def _local(article: Article, word: str) -> Place | None:
    """全市 in an article about a place that no table lists (a new or a renamed one) is that place."""
    place = article.place
    return place if place is not None and place.code is None and place.name[-1:] == word[-1:] else None


def _named_so(article: Article, text: str, offset: int) -> list[Mention]:
    """Where the article's own place stands, if no table lists it."""
    place = article.place
    if place is None or place.code is not None or len(place.name) < 3:
        return []
    out, at = [], text.find(place.name[:-1])
    while at >= 0:
        size = len(place.name) if text.startswith(place.name, at) else len(place.name) - 1
        out.append(Mention(offset + at, offset + at + size, Label.PLACE, place))
        at = text.find(place.name[:-1], at + size)
    return out


class _Words:
    """Whether a span is a word of its own: both of its ends are word boundaries."""

    def __init__(self, tokens: Tokens, known: Callable[[int, int], bool] | None = None) -> None:
        """`known(start, end)` says whether another span is a place's name."""
        self._tokens, self._known = tokens, known

    def may_be(self, start: int, end: int) -> bool:
        """Whether no longer word holds the span (全国 in 全国重点实验室)."""
        first = bisect_right(self._tokens.starts, start) - 1
        return self._tokens.ends[first] <= end

    def __call__(self, start: int, end: int, full: bool) -> bool:
        starts, ends = self._tokens.starts, self._tokens.ends
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        if first < 0 or last < 0:
            return False
        if starts[first] == start and ends[last] == end:
            return True
        if full:
            # 大连市场 is no 大连市: a name may end before its word does only where it fills the word's front
            return ends[last] == end or first == last
        return self._twins(start, end, first, last)

    def _twins(self, start: int, end: int, first: int, last: int) -> bool:
        """Whether the span is one of two places that the segmenter took for one word: 辽宁大连."""
        if first != last or self._known is None:
            return False
        low, high = self._tokens.starts[first], self._tokens.ends[first]
        rest = (end, high) if start == low else (low, start) if end == high else None
        return rest is not None and self._known(*rest)


Words = Callable[[str], Tokens]
"""The words of a text, from offset 0."""


def _narrowest(regions: Sequence[Region]) -> Region:
    """The first place, or one within it that is named behind it: 某省某市 is 某市."""
    best = regions[0]
    for region in regions[1:]:
        if region.inside(best):
            best = region
    return best


class PlaceFinder:
    """Which place a text is about, from its title and first passages."""

    def __init__(self, regions: Regions, units: Sequence[str], common: Sequence[str], words: Words) -> None:
        """`units` are endings of a place's name (市 县 州), `common` words that end so and name no place.

        `words` cuts a passage, so that 代县长 names no 代县.
        """
        self._regions, self._words = regions, words
        self._units, self._common = tuple(units), frozenset(common)

    def __call__(self, passages: Sequence[str]) -> Place | None:
        """The place that the title names, else the one that the first passages name most, else that of the dateline.

        `passages` are the title, the sentences, and the dateline's place last. A place that no table lists is taken
        from its form (某某市), if its name comes again.
        """
        if len(passages) == 1:
            return self._regions.resolve(passages[0])
        titled = self._home(passages[0])
        if titled:
            return _narrowest(titled).place
        unlisted = self._unlisted(passages)
        if unlisted:
            return unlisted
        named = [{region.place for region in self._home(text)} for text in passages[1:_HEAD]]
        counts = Counter(place for places in named for place in places)
        best = counts.most_common(1)
        if best and best[0][1] >= max(_CLEAR, len(named) / 3) and 2 * best[0][1] >= counts.total():
            return best[0][0]
        return self._regions.resolve(passages[-1]) if passages[-1] else None

    def _home(self, text: str) -> list[Region]:
        """The places in China that a passage names, in order."""
        return [
            region
            for _, _, region in self._regions.find(
                text, _Words(self._words(text), lambda a, b: bool(self._regions.candidates(text[a:b])))
            )
            if region.home
        ]

    def _unlisted(self, passages: Sequence[str]) -> Place | None:
        names = Counter(name for text in passages[:_HEAD] for name in self._by_form(text))
        counts = {
            name: sum(text.count(name[:-1]) * (_TITLE if i == 0 else 1) for i, text in enumerate(passages[:_HEAD]))
            for name in names
            if not any(self._regions.candidates(name[at:]) or self._regions.candidates(name[at:-1]) for at in range(2))
        }
        best = max(counts.items(), key=lambda row: (row[1], len(row[0])), default=None)
        return Place(best[0], None) if best and best[1] >= _AGAIN else None

    def _by_form(self, text: str) -> list[str]:
        """Stems of two or three characters before a unit (某某市); the true one is the one that comes again."""
        out = []
        for at, char in enumerate(text):
            if char not in self._units:
                continue
            for size in (2, 3):
                name = text[at - size : at + 1] if at >= size else ""
                if name and _HAN.fullmatch(name) and not any(word in name for word in self._common):
                    out.append(name)
        return out

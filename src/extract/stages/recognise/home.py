"""Which place a text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from extract.data import Label, Mention, Place, Tokens
from extract.engine.regions import Level, Region, Regions
from extract.stages.recognise.place_forms import PlaceForms
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import WordBounds, end_of_a_name

Words = Callable[[str], Tokens]
"""The words of a text, from offset 0."""
_HEAD = 8
"""Passages that tell which place a text is about; the first is its title."""
_CLEAR = 2
"""In how many of these passages a place must be named, and in a third of them."""
_TITLE = 3
_AGAIN = 3
"""How often a name that no table lists must come, the title counting three times."""
_SHARE = 0.6
"""Of the names of places of its level, the share that the place a deictic points at has, at least."""
_LEADING = ("t", "c", "d", "m", "q", "f")
"""Tags of words behind which a place may still head its clause: 今年|全市."""
_WORDS = ("r", "m", "t")
"""Tags of words that no name of a place is made of."""


class PlaceFinder:
    """Which place a text is about, from its title and first passages."""

    def __init__(self, regions: Regions, forms: PlaceForms, words: Words) -> None:
        """`words` cuts a passage, so that 代县长 names no 代县."""
        self._regions, self._forms, self._words = regions, forms, words

    def __call__(self, passages: Sequence[str], papers: Sequence[str] = ()) -> Place | None:
        """The place that the title names, else the one that the first passages name most, else that of the dateline.

        `passages` are the title, the sentences, and the dateline's place last; `papers` what the names of newspapers
        begin with. A place that no table lists is taken from its form (某某市): from the title, or where it is named
        again. Where none is found and the text points at one (全市), it is the one that it may point at.
        """
        if len(passages) == 1:
            return self._regions.resolve(passages[0])
        whole = "\n".join(passages)
        titled = self._home(passages[0], whole)
        if titled:
            return _narrowest(titled).place
        found = self._named(passages, whole)
        if found is not None or any(
            self._regions.pointed_level(w) is None for _, _, w in self._regions.pointing(passages[0])
        ):
            return found
        for word, _ in Counter(word for text in passages for word in self._points(text)).most_common():
            meant = self._pointed(word, passages, whole, papers)
            if meant is not None:
                return meant
        return None

    def _points(self, text: str) -> list[str]:
        """The words that head a clause and point at a place nearer than the whole country: 全市, not 居全省第四."""
        words, out = self._words(text), []
        may_be, seen = WordBounds(words).may_be, SentenceView.of(text, 0, words, ())
        for start, end, word in self._regions.pointing(text):
            heads = seen.opens_clause(start) or seen.word_before(start)[1].startswith(_LEADING)
            if heads and may_be(start, end) and self._regions.pointed_level(word):
                out.append(word)
        return out

    def _means(self, word: str, place: Place) -> Place | None:
        """What a deictic means in a text about a place, listed or not."""
        unlisted = place.code is None and place.name[-1:] == word[-1:]
        return self._regions.deictic(word, place) or (place if unlisted else None)

    def _pointed(self, word: str, passages: Sequence[str], whole: str, papers: Sequence[str]) -> Place | None:
        """The place that a deictic may point at: that of the dateline or the paper, else the one named most often."""
        near = [self._regions.resolve(name) for name in (passages[-1], *papers) if name]
        for place in near:
            if place is not None and self._means(word, place) == place:
                return place
        named = [[region.place for region in self._home(text, whole)] for text in passages]
        named += [[Place(name, None) for name in self._by_form(text, whole)] for text in passages]
        counts = Counter(place for row in named for place in row)
        fitting = [(place, times) for place, times in counts.most_common() if self._means(word, place) == place]
        if fitting:
            place, times = fitting[0]
            return place if times >= _CLEAR and _SHARE * sum(n for _, n in fitting) < times else None
        if self._regions.pointed_level(word) is Level.PROVINCE:
            return None
        return next((Place(name + word[-1:], None) for name in papers if self._is_bare(name)), None)

    def _is_bare(self, name: str) -> bool:
        """Whether the name of a paper begins with a place that no table lists: with no word of the language."""
        tags = self._words(name).tags
        return len(tags) > 1 and not any(tag.startswith(_WORDS) for tag in tags)  # 齐鲁 is a word: no 齐鲁市

    def _named(self, passages: Sequence[str], whole: str) -> Place | None:
        unlisted = self._unlisted(passages, whole)
        if unlisted:
            return unlisted
        named = [{region.place for region in self._home(text, whole)} for text in passages[1:_HEAD]]
        counts = Counter(place for places in named for place in places)
        best = counts.most_common(1)
        if best and best[0][1] >= max(_CLEAR, len(named) / 3) and 2 * best[0][1] >= counts.total():
            return best[0][0]
        return self._regions.resolve(passages[-1]) if passages[-1] else None

    def _home(self, text: str, whole: str) -> list[Region]:
        """The places in China that a passage of the text `whole` names, in order."""
        return [region for _, _, region in self._found(text, self._words(text), whole) if region.home]

    def _found(self, text: str, words: Tokens, whole: str) -> list[tuple[int, int, Region]]:
        found = self._regions.find(text, WordBounds(words, lambda a, b: bool(self._regions.candidates(text[a:b]))))
        return [hit for hit in found if not end_of_a_name(whole, text, hit[0], hit[1], words)]

    def _unlisted(self, passages: Sequence[str], whole: str) -> Place | None:
        """The seat that the title names by its form, or the one that the passages name most often."""
        head = passages[:_HEAD]
        counts = Counter(name for text in head for name in self._by_form(text, whole))
        for name in counts:
            counts[name] = sum(text.count(name[:-1]) * (_TITLE if i == 0 else 1) for i, text in enumerate(head))
        best = max(counts.items(), key=lambda row: row[1], default=None)
        return Place(best[0], None) if best and best[1] >= _AGAIN else None

    def _by_form(self, text: str, whole: str) -> list[str]:
        words = self._words(text)
        listed = [Mention(start, end, Label.PLACE, r.place) for start, end, r in self._found(text, words, whole)]
        found = self._forms.find(SentenceView.of(text, 0, words, listed))
        seats = [f for f in found if f.kind == "seat" and text.startswith(self._forms.seats, f.end - 1)]
        return [text[f.start : f.end] for f in seats]


def _narrowest(regions: Sequence[Region]) -> Region:
    """The first place, or one within it that is named behind it: 某省某市 is 某市."""
    best = regions[0]
    for region in regions[1:]:
        if region.inside(best):
            best = region
    return best

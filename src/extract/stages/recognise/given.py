"""Names that come from outside our rules: a user's own words and a trained model's, beside what rules recognise.

At one place a user's word wins over a rule's name, and a rule's name over a model's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from extract.data import Article, Label, Mention, Place
from extract.engine.glossary import Entry, Glossary
from extract.engine.regions import Regions

LEXICON = "lexicon"
"""The reader of a mention that the user's lexicon names."""
_MARKS = " \n“”‘’\"'「」『』《》，。、；：！？"


class NameReader(Protocol):
    """What reads names with a model; the recognisers of `backends` do."""

    @property
    def name(self) -> str:
        """How the user named it."""
        ...

    def batch(self, texts: Sequence[str]) -> Sequence[Iterable[tuple[int, int, Label]]]:
        """The names of each text: start, end, label."""
        ...


def own_words(article: Article, glossary: Glossary, regions: Regions) -> list[Mention]:
    """The mentions of the user's own words in the sentences of an article."""
    return [
        Mention(start, end, entry.label, _normal(entry, regions), LEXICON)
        for sentence in article.sentences
        for start, end, entry in glossary.find(article.text(sentence.start, sentence.end), sentence.start)
    ]


def parted_words(article: Article, glossary: Glossary) -> Iterator[Mention]:
    """The user's words that the end of a sentence cuts, so that no sentence holds them."""
    starts = [sentence.start for sentence in article.sentences]
    for start, end, entry in glossary.find(article.text(article.start, article.end), article.start):
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < article.sentences[at].end < end:
            yield Mention(start, end, entry.label, None, LEXICON)


def model_names(article: Article, reader: NameReader, regions: Regions) -> list[Mention]:
    """The mentions that a model reads in the sentences of an article, all of them at once."""
    texts = [article.text(sentence.start, sentence.end) for sentence in article.sentences]
    found = reader.batch(texts)
    out = []
    for sentence, text, names in zip(article.sentences, texts, found, strict=True):
        for start, end, label in names:
            start, end = _trimmed(text, start, end)
            if start < end:
                normal = regions.resolve(text[start:end]) if label is Label.PLACE else None
                out.append(Mention(sentence.start + start, sentence.start + end, label, normal, reader.name))
    return out


def kept_words(own: Sequence[Mention], figures: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The user's words that no figure cuts, and the figures that lie in none of them: 云台600 holds 600.

    A time stays in a longer name: it may be the name's year.
    """
    if not own:
        return [], list(figures)
    near = _Nearby(figures)
    kept = [word for word in own if not any(_cut(word, figure) for figure in near(word))]
    around = _Nearby(kept)
    return kept, [f for f in figures if not any(_holds(w, f) and not _dated(w, f) for w in around(f))]


def beside(names: Iterable[Mention], stronger: Sequence[Mention]) -> list[Mention]:
    """The names that leave the stronger ones their places: each lies apart from them, or one inside the other.

    One that lies in a stronger name of its own label is a part of that.
    """
    near = _Nearby(stronger)
    return [name for name in names if all(_leaves(name, other) for other in near(name))]


def beside_figures(names: Iterable[Mention], figures: Sequence[Mention]) -> list[Mention]:
    """The names that no figure crosses or holds."""
    near = _Nearby(figures)
    return [name for name in names if not any(_cut(name, figure) or _same(name, figure) for figure in near(name))]


class _Nearby:
    """Finds the mentions that overlap another one, without a look at all of them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [mention.start for mention in self._mentions]
        self._longest = max((mention.end - mention.start for mention in mentions), default=0)

    def __call__(self, other: Mention) -> Iterator[Mention]:
        low = bisect_left(self._starts, other.start - self._longest)
        high = bisect_left(self._starts, other.end)
        return (mention for mention in self._mentions[low:high] if mention.end > other.start)


def _normal(entry: Entry, regions: Regions) -> Place | str | None:
    if entry.label is not Label.PLACE:
        return entry.normal
    name = entry.normal or entry.word
    return regions.resolve(name) or Place(name, None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the marks at its ends, which a model may take in: “云台重工”."""
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _leaves(name: Mention, other: Mention) -> bool:
    if name.end <= other.start or other.end <= name.start:
        return True
    if _same(name, other):
        return False
    if _holds(other, name):
        return name.label is not other.label
    return _holds(name, other)


def _cut(word: Mention, figure: Mention) -> bool:
    """Whether a figure reaches beyond a word that it overlaps: 三百 in 三百二十家."""
    return figure.start < word.end and word.start < figure.end and not _holds(word, figure)


def _dated(word: Mention, figure: Mention) -> bool:
    return figure.label is Label.TIME and not _same(word, figure)


def _same(name: Mention, other: Mention) -> bool:
    return (name.start, name.end) == (other.start, other.end)


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end

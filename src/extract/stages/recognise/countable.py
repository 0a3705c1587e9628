"""The digits and numerals of an article that say a number, whatever mention holds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from extract.data import Article, Mention, Tokens
from extract.engine.quantities import QuantityGrammar, unaccounted
from extract.records.figures import FIGURES

Span = tuple[int, int]
_NUMBERS = ("m", "t", "x", "q")
"""Tags of words that may be numbers; a numeral inside any other word is a part of it: 三星, 一汽."""


def numerals(article: Article, tokens: Sequence[Tokens], grammar: QuantityGrammar) -> Iterator[Span]:
    """The runs of digits and numerals in the sentences of an article, without those of ordinary words (一体, 十分)."""
    for sentence, words in zip(article.sentences, tokens, strict=True):
        if sentence.borrowed:
            continue
        text = article.text(sentence.start, sentence.end)
        yield from _counting(text, sentence.start, (), words, grammar)


def held_by_names(
    article: Article, tokens: Sequence[Tokens], mentions: Sequence[Mention], grammar: QuantityGrammar
) -> Iterator[Span]:
    """The runs without a mention of their own that lie in a longer name: 《三河口灌区“十四五”规划》."""
    starts = [mention.start for mention in mentions]
    for sentence, words in zip(article.sentences, tokens, strict=True):
        start, end = sentence.start, sentence.end
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        names = [m for m in inside if m.label not in FIGURES and grammar.may_count(article.text(m.start, m.end))]
        if not names:
            continue
        figures = [m for m in inside if m.label in FIGURES]
        for low, high in _counting(article.text(start, end), start, figures, words, grammar):
            if any(name.start <= low and high <= name.end for name in names):
                yield low, high


def _counting(
    text: str, offset: int, figures: Iterable[Mention], words: Tokens, grammar: QuantityGrammar
) -> Iterator[Span]:
    held = [Mention(m.start - offset, m.end - offset, m.label) for m in figures]
    for low, high in unaccounted(text, held, grammar):
        if not _in_a_word(low + offset, high + offset, words):
            yield low + offset, high + offset


def _in_a_word(low: int, high: int, words: Tokens) -> bool:
    index = bisect_right(words.starts, low) - 1
    longer = words.starts[index] < low or words.ends[index] > high
    return longer and not words.tags[index].startswith(_NUMBERS)

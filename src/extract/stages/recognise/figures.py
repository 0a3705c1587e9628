"""Recognise how much: the figures of an article, and the account of every digit in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.data import Article, Label, Mention
from extract.engine.quantities import QuantityGrammar

Span = tuple[int, int]


def recognise_figures(
    article: Article, grammar: QuantityGrammar, times: Sequence[Mention] = (), money: str | None = None
) -> tuple[Mention, ...]:
    """The QUANTITY, ORDINAL and NAMED_NUMBER mentions of an article in order, outside its `times`.

    A NAMED_NUMBER may hold a time (“3·15”, 2025届): `settle` drops such times. `money` is the currency of a bare 亿.
    """
    return figures_and_words(article, grammar, times, money)[0]


def figures_and_words(
    article: Article, grammar: QuantityGrammar, times: Sequence[Mention] = (), money: str | None = None
) -> tuple[tuple[Mention, ...], tuple[Span, ...]]:
    """The figures of an article, and the ordinary words whose numerals are none, as clean spans."""
    spans = [(mention.start, mention.end) for mention in times]
    starts = [start for start, _ in spans]
    found: list[Mention] = []
    words: list[Span] = []
    for sentence in article.sentences:
        text, offset = article.text(sentence.start, sentence.end), sentence.start
        inside = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        mentions, kept = grammar.read(text, [(start - offset, end - offset) for start, end in inside], money)
        found += [mention.moved(offset) for mention in mentions]
        words += [(start + offset, end + offset) for start, end in kept]
    return tuple(found), tuple(words)


def settle(times: Sequence[Mention], figures: Sequence[Mention]) -> tuple[Mention, ...]:
    """Times and figures together, in order and disjoint: a time inside a NAMED_NUMBER is dropped."""
    names = [figure for figure in figures if figure.label is Label.NAMED_NUMBER]
    starts = [name.start for name in names]

    def held(time: Mention) -> bool:
        index = bisect_left(starts, time.start + 1) - 1
        return index >= 0 and names[index].end >= time.end

    kept = [time for time in times if not held(time)]
    return tuple(sorted([*kept, *figures], key=lambda mention: mention.start))

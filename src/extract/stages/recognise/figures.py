"""Recognise how much: the figures of an article, and the account of every digit in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extract.data import Article, Label, Mention
from extract.engine.quantities import QuantityGrammar


def recognise_figures(
    article: Article, grammar: QuantityGrammar, times: Sequence[Mention] = (), money: str | None = None
) -> tuple[Mention, ...]:
    """The QUANTITY, ORDINAL and NAMED_NUMBER mentions of an article in order, outside its `times`.

    A NAMED_NUMBER may hold a time (“3·15”, 2025届): `settle` drops such times. `money` is the currency of a bare 亿.
    """
    spans = [(mention.start, mention.end) for mention in times]
    starts = [start for start, _ in spans]
    found: list[Mention] = []
    for sentence in article.sentences:
        text = article.text(sentence.start, sentence.end)
        inside = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        taken = [(start - sentence.start, end - sentence.start) for start, end in inside]
        for mention in grammar.find(text, taken, money):
            found.append(replace(mention, start=mention.start + sentence.start, end=mention.end + sentence.start))
    return tuple(found)


def settle(times: Sequence[Mention], figures: Sequence[Mention]) -> tuple[Mention, ...]:
    """Times and figures together, in order and disjoint: a time inside a NAMED_NUMBER is dropped."""
    names = [figure for figure in figures if figure.label is Label.NAMED_NUMBER]
    starts = [name.start for name in names]

    def held(time: Mention) -> bool:
        index = bisect_left(starts, time.start + 1) - 1
        return index >= 0 and names[index].end >= time.end

    kept = [time for time in times if not held(time)]
    return tuple(sorted([*kept, *figures], key=lambda mention: mention.start))

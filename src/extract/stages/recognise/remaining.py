"""The numerals that are left when figures, times and names are known: what the segmenter says of them decides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extract.data import Article, Bound, Dimension, Label, Mention, Quantity, Tokens
from extract.engine.quantities import QuantityGrammar, unaccounted

Span = tuple[int, int]
_NUMBERS = ("m", "t", "x", "q")
"""Tags of words that may be numbers: 三, 三卷; a numeral inside any other word is a part of it (三星, 一汽)."""
_NOUNS = ("n", "a", "b")
_BEFORE = frozenset({"v", "c", "d", "x", ""})
_JOINS = ("c", "d", "r", "u", "y", "x")
"""Tags of what may stand before and behind a number that stands alone: 这是五，那是四."""


def remaining_figures(
    article: Article,
    tokens: Sequence[Tokens],
    grammar: QuantityGrammar,
    mentions: Sequence[Mention],
    words: Sequence[Span],
) -> Iterator[Mention]:
    """The numerals that neither a mention nor one of the `words` holds, as mentions in order.

    With a measure word behind them they count (共分三卷), 一 before a noun is one of it (印度南部一工厂), any other
    stands in a name (西十高铁) or in a word that our table of words lacks (百香果).
    """
    held = sorted([*((m.start, m.end) for m in mentions), *words])
    starts = [start for start, _ in held]
    for sentence, row in zip(article.sentences, tokens, strict=True):
        start, text = sentence.start, article.text(sentence.start, sentence.end)
        inside = held[bisect_left(starts, start) : bisect_left(starts, sentence.end)]
        left = unaccounted(text, (), grammar, [(low - start, high - start) for low, high in inside])
        if left:
            moved = _shifted(row, start)
            ends = frozenset(moved.ends)
            for low, high in left:
                mention = _mention(text, low, high, moved, ends, grammar)
                yield mention.moved(start)


def _mention(text: str, low: int, high: int, tokens: Tokens, ends: frozenset[int], grammar: QuantityGrammar) -> Mention:
    index = bisect_right(tokens.starts, low) - 1
    cut = tokens.starts[index] < low or tokens.ends[index] > high
    if cut and not tokens.tags[index].startswith(_NUMBERS):
        return Mention(low, high, Label.NAMED_NUMBER)
    counted = grammar.counted(text, low, high)
    if counted is not None and counted.end in ends:
        return counted
    numeral = grammar.reader.numerals.read(text, low, high)
    value = numeral.low if numeral is not None and numeral.end == high and not numeral.headless else None
    after = bisect_right(tokens.starts, high) - 1
    follows = tokens.tags[after] if after < len(tokens.tags) and tokens.starts[after] == high else ""
    before = tokens.tags[index - 1] if index and tokens.starts[index] == low else ""
    one = value == 1 and follows.startswith(_NOUNS)
    alone = before in _BEFORE and (not follows or follows.startswith(_JOINS))
    if value is not None and not cut and (one or alone):
        return Mention(low, high, Label.QUANTITY, Quantity(value, None, Bound.EXACT, Dimension.NUMBER))
    return Mention(low, high, Label.NAMED_NUMBER)


def _shifted(tokens: Tokens, start: int) -> Tokens:
    starts, ends = (tuple(at - start for at in row) for row in (tokens.starts, tokens.ends))
    return Tokens(starts, ends, tokens.tags)

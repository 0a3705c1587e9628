"""Sentences coded by hand: words with jieba's tags, and mentions in place of a tag."""

from __future__ import annotations

from decimal import Decimal

from extract.data import BlockKind, Bound, Dimension, Label, Mention, Period, Quantity, Sentence, Tokens
from extract.engine.coding import Coded, encode

PERCENT = Quantity(Decimal(5), "%", Bound.EXACT, Dimension.PERCENT)
COUNT = Quantity(Decimal(21), "家", Bound.EXACT, Dimension.COUNT)
MONEY = Quantity(Decimal(100), "CNY", Bound.AT_LEAST, Dimension.MONEY)
YEAR = Period(None, None)


def coded(*words: tuple[str, str | Label | Quantity]) -> Coded:
    """A sentence of (word, tag), (name, label) and (figure, quantity)."""
    at, starts, ends, tags, mentions = 0, [], [], [], []
    for word, what in words:
        end = at + len(word)
        starts.append(at)
        ends.append(end)
        tags.append(what if type(what) is str else "n")
        if isinstance(what, Quantity):
            mentions.append(Mention(at, end, Label.QUANTITY, what))
        elif isinstance(what, Label):
            mentions.append(Mention(at, end, what, YEAR if what is Label.TIME else None))
        at = end
    text = "".join(word for word, _ in words)
    tokens = Tokens(tuple(starts), tuple(ends), tuple(tags))
    return encode(text, Sentence(0, at, BlockKind.PARAGRAPH), tokens, mentions, frozenset({"、", "和"}))


def where(code: Coded, symbol: str) -> int:
    """The first place of a symbol."""
    return code.text.index(symbol)

"""The account of every figure in a text: what no mention holds."""

from __future__ import annotations

from collections.abc import Iterable

from extract.data import Mention
from extract.engine.quantities.grammar import QuantityGrammar

Span = tuple[int, int]


def unaccounted(
    text: str, mentions: Iterable[Mention], grammar: QuantityGrammar, words: Iterable[Span] | None = None
) -> list[Span]:
    """Digits and Chinese numerals that no mention holds, as spans, in order.

    `mentions` are all mentions of the text, names included. Numerals of ordinary words (一体, 统一, 十分) are no
    figures; `words` are the spans of such words, looked up where they are not given.
    """
    covered = bytearray(len(text))
    spans = [(mention.start, mention.end) for mention in mentions]
    if words is None:
        words = [(start, end) for start, end, mention in grammar.names.find(text) if mention is None]
    spans += words
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    left: list[Span] = []
    for found in grammar.counting.finditer(text):
        open_at = [at for at in range(*found.span()) if not covered[at]]
        if open_at:
            left.append((open_at[0], open_at[-1] + 1))
    return left

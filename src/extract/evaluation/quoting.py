"""A quote for an anchor: a stretch of the text that occurs once, in which the anchor occurs once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

_CLAUSE = re.compile(r"[，。；！？：、,;!?:\n]")
"""Where clauses end."""


def anchored(text: str, start: int, end: int, sentence: tuple[int, int]) -> dict[str, Any]:
    """Where a label stands, as its fields: quote, anchor, and offsets where the quote holds the anchor twice."""
    quote = quote_of(text, start, end, *sentence)
    found: dict[str, Any] = {"quote": text[slice(*quote)], "anchor": text[start:end]}
    return found if anchored_once(text, (start, end), quote) else found | {"start": start, "end": end}


def quote_of(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The stretch to quote for the anchor `text[start:end]`, within the sentence `text[first:last]` where that does.

    The clause of the anchor first, then more and more clauses of the sentence, then fewer characters than a clause,
    until the stretch occurs once in the text. One that holds the anchor twice is taken only where no other is left: its
    label needs offsets (甲县5家，乙县5家 twice in a text).
    """
    for quote in chain(_by_clauses(text, start, end, first, last), _closer(start, end, first, last)):
        if _once(text, *quote) and anchored_once(text, (start, end), quote):
            return quote
    begin, until = min(first, start), max(last, end)
    while not _once(text, begin, until):
        begin, until = max(begin - 1, 0), min(until + 1, len(text))
    return begin, until


def anchored_once(text: str, anchor: tuple[int, int], quote: tuple[int, int]) -> bool:
    """Whether the anchor occurs once in its quote, overlapping places counted."""
    part = text[slice(*anchor)]
    at = text.find(part, *quote)
    return text.find(part, at + 1, quote[1]) < 0


def _by_clauses(text: str, start: int, end: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The clause, then ever more of the sentence: a clause before it, behind it, on both sides."""
    begins = [*(at.end() for at in _CLAUSE.finditer(text, min(first, start), start)), min(first, start)]
    begins.sort(reverse=True)
    ends = [*(at.start() for at in _CLAUSE.finditer(text, end, max(last, end))), max(last, end)]
    lefts, rights = begins + begins[-1:] * len(ends), ends + ends[-1:] * len(begins)
    yield lefts[0], rights[0]
    for (left, further), (right, beyond) in zip(pairwise(lefts), pairwise(rights), strict=False):
        yield further, right
        yield left, beyond
        yield further, beyond


def _closer(start: int, end: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The anchor with more and more characters before it, then behind it, then around it."""
    before, behind = range(start - 1, min(first, start) - 1, -1), range(end + 1, max(last, end) + 1)
    yield from ((begin, end) for begin in before)
    yield from ((start, until) for until in behind)
    yield from zip(before, behind, strict=False)


def _once(text: str, begin: int, until: int) -> bool:
    part = text[begin:until]
    at = text.find(part)
    return text.find(part, at + 1) < 0

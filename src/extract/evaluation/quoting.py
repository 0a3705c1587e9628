"""A quote for an anchor: a stretch of the text that occurs once, in which the anchor occurs once."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"[，。；！？：、,;!?:\n]")
"""Where clauses end."""


def quote_of(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The stretch to quote for the anchor `text[start:end]`, within the sentence `text[first:last]` where that does.

    The clause of the anchor first, then more and more clauses of the sentence, then characters on either side, until
    the stretch occurs once in the text. One that holds the anchor twice is taken only where no other is left: its
    label needs offsets (甲县5家，乙县5家 twice in a text).
    """
    for begin, until in (*_by_clauses(text, start, end, first, last), *_closer(start, end, first, last)):
        if _once(text, begin, until) and text.count(text[start:end], begin, until) == 1:
            return begin, until
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
    """The clause, then ever more of the sentence, a clause on either side in turn."""
    begins = [*(at.end() for at in _CLAUSE.finditer(text, min(first, start), start)), min(first, start)]
    begins.sort(reverse=True)
    ends = [*(at.start() for at in _CLAUSE.finditer(text, end, max(last, end))), max(last, end)]
    for step in range(max(len(begins), len(ends))):
        left, right = begins[min(step, len(begins) - 1)], ends[min(step, len(ends) - 1)]
        yield left, right
        if step + 1 < len(ends):
            yield left, ends[step + 1]


def _closer(start: int, end: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The anchor with more and more characters around it, and so never with another anchor before it must be."""
    for size in range(1, max(start - first, last - end, 0) + 1):
        yield max(start - size, min(first, start)), end
        yield start, min(end + size, max(last, end))
        yield max(start - size, min(first, start)), min(end + size, max(last, end))


def _once(text: str, begin: int, until: int) -> bool:
    part = text[begin:until]
    at = text.find(part)
    return text.find(part, at + 1) < 0

"""The words of an article with its times as words of their own: 期内|某集团, 公司|Q3|营收."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.data import Mention, Tokens

_TIME = "t"


def timed_words(tokens: Sequence[Tokens], times: Sequence[Mention]) -> list[Tokens]:
    """The words of each sentence, those in a time made one word that is tagged so; `times` in text order."""
    begins = [time.start for time in times]
    out: list[Tokens] = []
    for words in tokens:
        own = times[bisect_left(begins, words.starts[0]) : bisect_left(begins, words.ends[-1])] if words.starts else ()
        out.append(_with(words, own) if own else words)
    return out


def _with(words: Tokens, times: Sequence[Mention]) -> Tokens:
    """A word that a time cuts keeps its tag on both sides of it."""
    rows: list[tuple[int, int, str]] = []
    left = list(times)
    for start, end, tag in zip(words.starts, words.ends, words.tags, strict=True):
        at = rows[-1][1] if rows and rows[-1][1] > start else start
        while left and left[0].start < end:
            time = left.pop(0)
            if time.start > at:
                rows.append((at, time.start, tag))
            rows.append((time.start, time.end, _TIME))
            at = time.end
        if at < end:
            rows.append((at, end, tag))
    starts, ends, tags = zip(*rows, strict=True)
    return Tokens(starts, ends, tags)

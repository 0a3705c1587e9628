"""A block to sentences: split at 。！？, with quotes and brackets kept whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

# the ? of an address ends no sentence
_ENDER = re.compile("(?:[\u3002\uff01\uff1f]|[!?](?![A-Za-z0-9]))+[\u201d\u2019\uff09\u300b\u3011]{0,3}")
_STOP = re.compile("[\u3002\uff01\uff1f!?]")
_QUOTED = re.compile(
    "\u201c[^\u201c\u201d\n]{1,120}\u201d|\uff08[^\uff08\uff09\n]{1,120}\uff09|\u300a[^\u300a\u300b\n]{1,80}\u300b"
)
_CLOSERS = "\u201d\u2019\uff09\u300b\u3011"
# ……”的口号, “……！”，他说: the sentence goes on behind the mark or the quote
_GOES_ON = re.compile("[\uff0c\u3001\uff1b\uff1a\u3002]")
_PARTICLE = re.compile("[\u7684\u7b49]")
# A quote behind one of these is speech and may end a sentence, as may one that opens it and is long or holds a
# full stop; any other is a name or a slogan: “加油！”活动
_SPEECH = re.compile("[\uff1a\uff0c\u3002\uff01\uff1f]")
_SLOGAN = 12
_SPACE = re.compile("\\s*(?:[\u00b7\u2460-\u2473\u3220-\u3229\u2776-\u277f]\\s*)?")
"""What no sentence begins with: white space and the mark of an item, · and \u2460."""
LONGEST = 1000
"""Characters of a sentence: what goes on without a full stop is parted, so that no step of a later stage that looks
through a sentence for each of its figures takes longer than the text is long."""
_BREAKS = ("\uff1b", "\uff0c", "\u3001", " ")
"""Where it is parted, the best first."""


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, without the white space between them.

    >>> [text[a:b] for a, b in split_sentences("工业增长5%。投资“稳了！快了！”，消费回升。", 0, 22)]
    ['工业增长5%。', '投资“稳了！快了！”，消费回升。']
    """
    quotes = _quotes(text, start, end)
    at = _skip(text, start, end)
    for found in _ENDER.finditer(text, start, end):
        if found.end() <= at or not _parts(text, found, at, quotes):
            continue
        yield from parted(text, at, found.end())
        at = _skip(text, found.end(), end)
    last = len(text[at:end].rstrip()) + at
    if last > at:
        yield from parted(text, at, last)


def parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span `start:end` in pieces of no more than `LONGEST` characters, behind a mark that no digit follows."""
    start = _skip(text, start, end)
    while end - start > LONGEST:
        stop = _break(text, start + LONGEST // 2, start + LONGEST)
        yield start, stop
        start = _skip(text, stop, end)
    if end > start:
        yield start, end


def _break(text: str, low: int, high: int) -> int:
    """Where a piece ends that ends between two places."""
    for mark in _BREAKS:
        at = text.rfind(mark, low, high)
        while at >= low and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit():  # 4，565
            at = text.rfind(mark, low, at)
        if at >= low:
            return at + 1
    return high


def _quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotes and brackets that hold the end of a sentence, a bracket outside a quote as a whole."""
    return [m.span() for m in _QUOTED.finditer(text, start, end) if _STOP.search(m[0])]


def _parts(text: str, found: re.Match[str], at: int, quotes: list[tuple[int, int]]) -> bool:
    """Whether a sentence that began at `at` ends with `found`."""
    start, end = found.span()
    if _GOES_ON.match(text, end) or (found[0][-1] in _CLOSERS and _PARTICLE.match(text, end)):
        return False
    place = bisect_right(quotes, (start, len(text))) - 1
    low, high = quotes[place] if place >= 0 else (0, 0)
    if start >= high:
        return True
    if end < high:
        return False
    if text[low] == "\u201c":
        return at_end(text, end) or _is_speech(text, low, high, at)
    # a title, 《…？》, ends no sentence, nor does a bracket inside one; a bracket of its own does
    return at_end(text, end) or (text[low] == "\uff08" and low <= at)


def _is_speech(text: str, low: int, high: int, at: int) -> bool:
    """Whether the quote `text[low:high]` may end a sentence that began at `at`."""
    if low > at:
        return _SPEECH.match(text, low - 1) is not None
    return high - low > _SLOGAN or "\u3002" in text[low:high]


def at_end(text: str, end: int) -> bool:
    """Whether a block ends at `end`."""
    return end >= len(text) or text[end] == "\n"


def _skip(text: str, start: int, end: int) -> int:
    found = _SPACE.match(text, start, end)
    return found.end() if found else start

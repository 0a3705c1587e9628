"""Whether a time behind a figure is the figure's: 出口额增长5%（1—5月）, 完成投资8亿元于2032年."""

from __future__ import annotations

from bisect import bisect_left

from extract.data import Quantity
from extract.stages.resolve.context import Context
from extract.stages.resolve.headings import Heading

_STOPS = "，；：、。"
_CLAUSE = 60
"""Characters within which a time behind a figure is in its clause."""


def dates_what_stands_before(context: Context, behind: Heading, end: int) -> bool:
    """Whether the first time behind a figure that ends at `end` is in its clause, and no other figure's."""
    if _names_it(context, behind, end):
        return True
    start = behind.mention.start
    if behind.passing or behind.closes >= 0 or _begun_by(context, behind):
        return False
    apart = start - end > _CLAUSE or any(char in _STOPS for char in context.article.text(end, start))
    return not apart and not _figures_between(context, behind.sentence, end, start)


def _names_it(context: Context, behind: Heading, end: int) -> bool:
    """增长19%（1—5月）: the bracket right behind a figure holds its time alone."""
    text, brackets = context.article.clean.text, context.words.brackets
    start, stop = behind.mention.start, behind.mention.end
    return text[end:start] == brackets[0] and text[stop] == brackets[1]


def _begun_by(context: Context, behind: Heading) -> bool:
    """《办法》发布两年来，…: what happened before a time that counts from it is not of that time."""
    start, end = behind.mention.start, behind.mention.end + 1
    return context.words.times.behind_event.fullmatch(context.article.clean.text, start, end) is not None


def _figures_between(context: Context, index: int, start: int, end: int) -> bool:
    row = context.by_sentence[index]
    first_inside = bisect_left(row, start, key=lambda mention: mention.start)
    last = bisect_left(row, end, key=lambda mention: mention.start)
    return any(isinstance(mention.normal, Quantity) for mention in row[first_inside:last])

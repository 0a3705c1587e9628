"""Where a place's name may begin and end among the words of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from extract.data import Tokens

_COUNTY = 2
"""Characters of the shortest names of counties."""
_BEFORE = ("u", "p", "c", "v", "d", "r", "m", "q", "x", "t")
"""Tags of words that may stand before a name without being its beginning."""
_OFTEN = 2
"""How often a longer name must come that a short one is always the end of."""


class WordBounds:
    """Whether a span is a word of its own: both of its ends are word boundaries."""

    def __init__(
        self,
        tokens: Tokens,
        known: Callable[[int, int], bool] | None = None,
        office: Callable[[int, int], bool] | None = None,
    ) -> None:
        """`known(start, end)` says whether another span is a place's name, `office` whether it is 县政府."""
        self._tokens, self._known, self._office = tokens, known, office

    def may_be(self, start: int, end: int) -> bool:
        """Whether no longer word holds the span (全国 in 全国重点实验室)."""
        first = bisect_right(self._tokens.starts, start) - 1
        return self._tokens.ends[first] <= end

    def __call__(self, start: int, end: int, full: bool) -> bool:
        """Whether a name in full, or a short one, may stand at the span."""
        starts, ends = self._tokens.starts, self._tokens.ends
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        if first < 0 or last < 0:
            return False
        if starts[first] == start and ends[last] == end:
            return True
        if full:
            # 大连市场 is no 大连市: a name may end before its word does only where it fills the word's front
            office = self._office is not None and starts[first] == start and starts[last] == end - 1
            return ends[last] == end or first == last or (office and self._takes(starts[last], ends[last]))
        return self._twins(start, end, first, last)

    def _takes(self, start: int, end: int) -> bool:
        """Whether a word that takes a name's last character is an office of its level: 三台|县政府."""
        return self._office is not None and self._office(start, end)

    def _twins(self, start: int, end: int, first: int, last: int) -> bool:
        """Whether the span is one of two places that the segmenter took for one word: 辽宁大连."""
        if first != last or self._known is None:
            return False
        low, high = self._tokens.starts[first], self._tokens.ends[first]
        rest = (end, high) if start == low else (low, start) if end == high else None
        if rest is not None and start == low and self._takes(*rest):
            return True  # 日本|首相
        return rest is not None and self._known(*rest)


def end_of_a_name(whole: str, text: str, start: int, end: int, words: Tokens) -> bool:
    """Whether a county's short name is the end of an unlisted one: 宁县 of 朔宁县, wherever the text `whole` has it.

    `start:end` are offsets into the passage `text`, whose words lie at their own offsets.
    """
    if end - start != _COUNTY or start == 0:
        return False
    longer = text[start - 1 : end]
    shift = words.starts[0] if words.starts else 0
    index = bisect_right(words.starts, shift + start - 1) - 1
    single = (words.starts[index], words.ends[index]) == (shift + start - 1, shift + start)
    named = single and not words.tags[index].startswith(_BEFORE)
    return named and _always(whole, longer)


@lru_cache(maxsize=64)
def _always(whole: str, longer: str) -> bool:
    """Whether a text has a name often, and its tail nowhere else. A long text is counted once for a name."""
    return _OFTEN <= whole.count(longer) == whole.count(longer[1:])


@lru_cache(maxsize=4096)
def occurrences(whole: str, name: str) -> int:
    """How often a text holds a name. A long text is counted once for a name."""
    return whole.count(name)

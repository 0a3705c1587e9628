"""Words looked up on characters: one pass over a text finds all words of a list, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """A word of the lexicon at `start:end` of the text, with its value."""

    start: int
    end: int
    value: Value


class Lexicon(Generic[Value]):
    """Words with a value each, found by Aho-Corasick.

    `Lexicon({"大连": 1, "大连市": 2}).find("大连市场")` gives the longest word at each place: `(0, 3, 2)`;
    `every` gives all of them, overlapping. A word is non-empty; later rows of one word win.
    """

    def __init__(self, words: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        table = dict(words)
        self._values = list(table.values())
        self._longest = AhoCorasick(list(table), matchkind=MatchKind.LeftmostLongest)
        self._every = AhoCorasick(list(table), matchkind=MatchKind.Standard)
        self._table = table

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, word: str) -> bool:
        return word in self._table

    def get(self, word: str) -> Value | None:
        """The value of exactly this word, or None."""
        return self._table.get(word)

    def find(self, text: str, offset: int = 0) -> Iterator[Found[Value]]:
        """The leftmost longest words, which don't overlap; positions are moved by `offset`."""
        values = self._values
        for which, start, end in self._longest.find_matches_as_indexes(text):
            yield Found(start + offset, end + offset, values[which])

    def every(self, text: str, offset: int = 0) -> Iterator[Found[Value]]:
        """All words, overlapping ones too, by their ends and, of one end, the longest first."""
        values = self._values
        for which, start, end in self._every.find_matches_as_indexes(text, overlapping=True):
            yield Found(start + offset, end + offset, values[which])

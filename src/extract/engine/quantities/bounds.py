"""Words that bound a figure, in front of its number and behind its unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Bound, Dimension


@dataclass(frozen=True, slots=True)
class BoundWord:
    """One word: 约, 以上, 突破."""

    bound: Bound
    word: str
    blockers: tuple[str, ...] = ()
    headless: bool = False
    not_counting: bool = False
    dimensions: frozenset[Dimension] = frozenset()


@dataclass(frozen=True, slots=True)
class BoundWords:
    """All bound words of knowledge/bounds.yaml, looked up next to a figure."""

    before: Mapping[str, tuple[BoundWord, ...]]
    """By their last character, longest first."""
    after: Mapping[str, tuple[BoundWord, ...]]
    """By their first character, longest first."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> BoundWords:
        """Build the words; raises KeyError or ValueError on a malformed row."""
        before: dict[str, list[BoundWord]] = {}
        after: dict[str, list[BoundWord]] = {}
        for row in data["before"]:
            for word in row["words"]:
                before.setdefault(word[-1], []).append(_word(row, word, "unless_after"))
        for row in data["after"]:
            for word in row["words"]:
                after.setdefault(word[0], []).append(_word(row, word, "unless_before"))
        return cls(_longest_first(before), _longest_first(after))

    def leading(self, text: str, end: int, floor: int, headless: bool) -> BoundWord | None:
        """The longest word that ends at `end` and does not reach below `floor`."""
        if end <= floor:
            return None
        for word in self.before.get(text[end - 1], ()):
            start = end - len(word.word)
            if start < floor or not text.startswith(word.word, start) or (word.headless and not headless):
                continue
            if word.blockers and text.endswith(word.blockers, max(0, start - 4), start):
                continue
            return word
        return None

    def trailing(self, text: str, start: int, dimension: Dimension) -> BoundWord | None:
        """The longest word that begins at `start` and goes with the dimension."""
        for word in self.after.get(text[start : start + 1], ()):
            if not text.startswith(word.word, start) or (word.dimensions and dimension not in word.dimensions):
                continue
            if word.blockers and text.startswith(word.blockers, start + len(word.word)):
                continue
            return word
        return None


def _word(row: Mapping[str, Any], word: str, blockers: str) -> BoundWord:
    return BoundWord(
        bound=Bound(row["bound"]),
        word=word,
        blockers=tuple(row.get(blockers, {}).get(word, ())),
        headless=word in row.get("headless", ()),
        not_counting=word in row.get("not_counting", ()),
        dimensions=frozenset(Dimension(name) for name in row.get("only_dimensions", ())),
    )


def _longest_first(words: Mapping[str, list[BoundWord]]) -> dict[str, tuple[BoundWord, ...]]:
    return {char: tuple(sorted(rows, key=lambda row: -len(row.word))) for char, rows in words.items()}

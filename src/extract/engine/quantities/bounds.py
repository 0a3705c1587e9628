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
    than: str
    """Before a figure that a comparing word behind it makes a bound: 比三十大."""
    compared: Mapping[str, Bound]
    compared_before: tuple[str, ...]
    """What may follow that word: 比170低的, but 比5%高2个百分点."""

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
        words = data["compared"]
        compared = {word: Bound(bound) for word, bound in words["words"].items()}
        return cls(_longest_first(before), _longest_first(after), words["word"], compared, tuple(words["before"]))

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

    def comparing(self, text: str, begin: int, end: int) -> Bound | None:
        """The bound of a figure that something is compared with: 比三十大 is over 30."""
        before = text[begin - 1 : begin]
        start = begin - (before == " ")
        if (before != self.than[-1] and before != " ") or not text.endswith(self.than, 0, start):
            return None
        counted = text[end - 1] in self.compared  # 三十大 is no count here
        at = end - 1 if counted else end + (text[end : end + 1] == " ")
        bound = self.compared.get(text[at : at + 1])
        closed = bound is not None and (not text[at + 1 :].strip() or text.startswith(self.compared_before, at + 1))
        return bound if closed else None

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

"""Coordinations: the items of a list, the heads and modifiers they share, and pairing them with figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from extract.data import Filler
from extract.engine.coding import ITEM_MARK, Coded

_WORD = 4
"""Characters of a word that two items have in common, at most."""
A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Declared words that a list may share: heads at the end of its last item, modifiers at the front of its first."""

    heads: tuple[str, ...]
    """Longest first: 增加值 in 采矿业、制造业增加值."""
    modifiers: tuple[str, ...]
    """Longest first: 市级以上 in 市级以上企业技术中心、工业设计中心."""
    endings: tuple[str, ...] = ()
    """Endings of what is measured: 率 in 基本养老保险、基本医疗保险|参保率."""

    pairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that stand for two: 城乡 for 城镇 and 农村."""

    @classmethod
    def compile(
        cls,
        heads: Sequence[str],
        modifiers: Sequence[str],
        endings: Sequence[str] = (),
        pairs: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> Sharing:
        """The words of knowledge/sharing.yaml, put in order."""

        def order(words: Sequence[str]) -> tuple[str, ...]:
            return tuple(sorted(words, key=lambda w: (-len(w), w)))

        return cls(order(heads), order(modifiers), order(endings), {k: tuple(v) for k, v in pairs.items()})

    def head(self, text: str) -> str | None:
        """The shared head that a text ends with, if it has something before it."""
        return next((h for h in self.heads if text.endswith(h) and len(text) > len(h)), None)

    def modifier(self, text: str) -> str | None:
        """The modifier that a text starts with."""
        return next((m for m in self.modifiers if text.startswith(m)), None)

    def told_apart(self, item: Filler, count: int) -> list[Filler] | None:
        """The several things that one word names (城乡居民收入: 城镇居民收入 and 农村居民收入), if they are `count`."""
        for word, parts in self.pairs.items():
            if len(parts) == count and word in item.text:
                return [replace(item, text=item.text.replace(word, part, 1)) for part in parts]
        return None

    def _parallel(self, item: str, last: str) -> str | None:
        """What the last item of a list has behind the word that the first ends with: 养老|保险、医疗|保险参保率."""
        for size in range(min(len(item) - 1, _WORD), 1, -1):
            at = last.find(item[-size:], 1)
            if at > 0 and last[at + size :].endswith(self.endings) and last[at + size :]:
                return last[at + size :]
        return None

    def restore(self, items: Sequence[Filler]) -> tuple[Filler, ...]:
        """The items with what they leave out: 采矿业、制造业增加值 gives 采矿业增加值 and 制造业增加值."""
        if len(items) < 2:
            return tuple(items)
        head = self.head(items[-1].text) or self._parallel(items[0].text, items[-1].text)
        modifier = self.modifier(items[0].text)
        out = list(items)
        if head and not any(item.text.endswith((head, *self.heads)) for item in items[:-1]):
            source = items[-1]
            start, end = source.spans[-1]
            out[:-1] = [
                Filler((*item.spans, (end - len(head), end)), item.text + head) if start <= end - len(head) else item
                for item in items[:-1]
            ]
        if modifier and not any(self.modifier(item.text) for item in items[1:]):
            start = items[0].spans[0][0]
            out[1:] = [Filler(((start, start + len(modifier)), *i.spans), modifier + i.text) for i in out[1:]]
        return tuple(out)


def zipped(left: Sequence[A], right: Sequence[B]) -> list[tuple[A, B]] | None:
    """Pairs of two lists of one length, else None: a list that does not fit is never guessed."""
    return list(zip(left, right, strict=True)) if len(left) == len(right) else None


def items(coded: Coded, start: int, end: int, joins: frozenset[str]) -> list[tuple[int, int]]:
    """The items of a coordination in the symbols `start:end`, cut at item marks and at words that join.

    Marks inside brackets and quotes do not cut: 产品（技术、服务）、企业 are two.
    """
    out: list[tuple[int, int]] = []
    depth, at, i = 0, start, start
    while i < end:
        char = coded.text[i]
        depth += 1 if char in "（“《" else -1 if char in "）”》" else 0
        word = i
        stop = i + 1
        while stop < end and coded.words[stop] == coded.words[word]:
            stop += 1
        surface = coded.text[i:stop] if coded.words[i] == i else char
        if depth == 0 and (char == ITEM_MARK or surface in joins):
            out.append((at, i))
            at = i = i + (1 if char == ITEM_MARK else len(surface))
            continue
        i += 1
    out.append((at, end))
    return [(a, b) for a, b in out if a < b]

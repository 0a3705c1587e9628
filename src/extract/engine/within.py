"""Figures inside a noun phrase: they say which ones, or how many of them, are measured together."""

from __future__ import annotations

from collections.abc import Collection

from extract.data import Dimension, Quantity
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, SINGLE, Coded

_COUNT = SINGLE[Dimension.COUNT]
_NAMED = frozenset("".join(NAMES.values()))
_MODIFIERS = frozenset({"f", "a", "b"})
"""Tags of words that stand close before a number that is part of a name or a group: 前|10家, 劣|五类."""


def threshold(coded: Coded, at: int, end: int, endings: Collection[str]) -> bool:
    """亿元以上|项目: a figure that says which ones, right before its noun."""
    if at + 1 >= end or coded.text[at + 1] in ITEM_MARK + CLAUSE_MARKS:
        return False
    return coded.surface(at, at + 1).endswith(tuple(endings))


def group(coded: Coded, at: int, end: int, heads: Collection[str], openers: Collection[str]) -> bool:
    """15个|重点园区|产值: the number of those that are measured together, where `at:end` goes on to one of `heads`.

    `openers` are words behind which such a group may begin (等 in 甲、乙等4家企业销售额).
    """
    if coded.text[at] != _COUNT or at + 1 >= end or coded.text[at + 1] in ITEM_MARK + CLAUSE_MARKS:
        return False
    normal = coded.mentions[at][0].normal
    if not isinstance(normal, Quantity) or normal.value <= 1 or ITEM_MARK in coded.text[at:end]:
        return False
    last = coded.words[end - 1]
    if last <= at + 1 or not coded.text[last:end].endswith(tuple(heads)):
        return False
    if at == 0 or coded.text[at - 1] in CLAUSE_MARKS or coded.text[at - 1] in _NAMED:
        return True
    before = coded.words[at - 1]
    return coded.tags[before] in _MODIFIERS or coded.text[before:at] in openers

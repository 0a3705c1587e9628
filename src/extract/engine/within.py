"""Figures inside a noun phrase: they say which ones, or how many of them, are measured together."""

from __future__ import annotations

from collections.abc import Collection

from extract.data import Dimension, Label, Quantity
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, LIST, NAMES, QUANTITIES, SINGLE, Coded
from extract.engine.phrase_words import PhraseWords

_COUNT = SINGLE[Dimension.COUNT]
_COUNTS = SINGLE[Dimension.COUNT] + LIST[Dimension.COUNT]
_PERCENT = SINGLE[Dimension.PERCENT]
_MONEY = SINGLE[Dimension.MONEY]
_HARD = frozenset(CLAUSE_MARKS + QUANTITIES + NAMES[Label.TIME])
_NEXT = 3
"""Symbols behind a phrase in which its count stands: 有|6个, 达到|6个."""
_OF = "uj"
"""The tag of 的."""
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
    if at and coded.text[coded.words[at - 1] : at] in openers:
        return True
    if coded.surface(at, at + 1)[0].isascii():
        return False  # 57户|贫困户|收入: a count of its own; 三项|社会保险基金|收入 is a name
    if at == 0 or coded.text[at - 1] in CLAUSE_MARKS or coded.text[at - 1] in _NAMED:
        return True
    return coded.tags[coded.words[at - 1]] in _MODIFIERS


def belongs(words: PhraseWords, coded: Coded, at: int, end: int) -> bool:
    """Whether a figure belongs to the phrase that goes on behind it: 亿元以上|项目, 15个|园区产值."""
    chosen = threshold(coded, at, end, words.thresholds)
    chosen = chosen or (at + 1 < end and coded.surface(at, at + 1) in words.rounds)  # 万头|生猪养殖场
    chosen = chosen or _above(words, coded, at, end) or _top(words, coded, at, end)
    chosen = chosen or _passed(words, coded, at, end)
    return chosen or group(coded, at, end, words.measured, words.grouping)


def _above(words: PhraseWords, coded: Coded, at: int, end: int) -> bool:
    """超百亿元|项目: a sum with its bound in front, close before the noun that it says which ones are counted of."""
    over = coded.text[at] == _MONEY and coded.surface(at, at + 1).startswith(tuple(words.over))
    return over and at + 1 < end and coded.text[at + 1 : coded.word_end(at + 1)] in words.sized


def _top(words: PhraseWords, coded: Coded, at: int, end: int) -> bool:
    """最高|20%|收入组人均收入: the part of a ranked whole whose figure it is."""
    led = at > 0 and coded.text[coded.words[at - 1] : at] in words.top
    led = led or coded.surface(at, at + 1).startswith(tuple(words.top))
    return led and coded.text[at] == _PERCENT and at + 1 < end and coded.text[at + 1] not in _HARD


def _passed(words: PhraseWords, coded: Coded, at: int, end: int) -> bool:
    """产值超过百亿元|的园区有6个, 增幅在5%—9%|之间的园区: a threshold, 的 and the noun that the next figure counts."""
    surface, normal = coded.surface(at, at + 1), coded.mentions[at][0].normal
    inside = coded.following(at + 1) in words.inside
    bounded = surface.startswith(tuple(words.over)) or surface.endswith(tuple(words.thresholds))
    bounded = bounded or inside or (isinstance(normal, Quantity) and normal.upper is not None)
    counts = any(c in _COUNTS for c in coded.text[end : end + _NEXT])
    of = coded.word_end(at + 1) if inside else at + 1
    if not (inside or (bounded and counts)) or coded.tags[of : of + 1] != (_OF,) or of + 1 >= end:
        return False
    return not coded.text[of + 1 : end].endswith(tuple(words.measured))

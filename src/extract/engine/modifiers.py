"""Verbs and prepositions that open a modifier of a noun phrase, where the clause has another verb of its own."""

from __future__ import annotations

from extract.data import Label
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, Coded
from extract.engine.phrase_words import PhraseWords

_HARD = frozenset(CLAUSE_MARKS + QUANTITIES + NAMES[Label.TIME] + "；")
_NAMES = NAMES[Label.ORG] + NAMES[Label.PLACE]
_OF = "uj"
"""The tag of 的."""
_NOUNS = frozenset({"n", "nz", "vn", "b", "l", "j"})
_VERBS = frozenset({"v", "vn"})


def afoot(words: PhraseWords, coded: Coded, word: int, limit: int) -> bool:
    """Whether a word says with the verb of one character behind it what is under way: 在|谈|项目, 在|研|药品."""
    at = coded.word_end(word)
    under_way = coded.text[word:at] in words.here and at + 1 == coded.word_end(at) < limit
    return under_way and (coded.tags[at] in _VERBS or coded.text[at] in words.afoot)


def governs(words: PhraseWords, coded: Coded, word: int, limit: int) -> bool:
    """Whether a verb opens the modifier of what stands up to `limit`; one of having, if the clause has another verb.

    参加|比赛的学生30名, 有|劳动能力的人口就业率|达98%; but 有|在建的项目30个, 实现|汽车的销量|增长3%.
    """
    at = coded.word_end(word)
    surface = coded.text[word:at]
    inside = coded.text[word - 1 : word] in words.within  # 企业|中|设有研发机构的企业
    if surface not in words.partaking or not (inside or opens(words, coded, word)):
        return False
    of = next((i for i in range(at, limit) if coded.tags[i] == _OF), at)
    if of == at or coded.tags[at] not in _VERBS | _NOUNS:
        return False
    if surface in words.having and not _predicated(words, coded, limit):
        return surface in words.reaching and coded.tags[of - 1] in _VERBS  # 完成|审批的项目30个
    doers = coded.text[of:limit].endswith(tuple(words.doers))
    return coded.tags[of - 1] in (_VERBS if surface in words.reaching and not doers else _VERBS | _NOUNS)


def _predicated(words: PhraseWords, coded: Coded, at: int) -> bool:
    """Whether a verb stands between the symbol `at` and the next figure of its clause."""
    while at < len(coded.text) and coded.text[at] not in QUANTITIES + CLAUSE_MARKS + ITEM_MARK:
        if coded.tags[at].startswith("v") or coded.following(at) in words.having:
            return True
        at = coded.word_end(at)
    return False


def opens_modifier(words: PhraseWords, coded: Coded, word: int, start: int, end: int) -> bool:
    """Whether a word opens a modifier of what stands in `start:end`.

    扣除|非经常性损益后的净利润, 按|管理层基准计算的收益总额.
    """
    surface = coded.text[word:start]
    if surface in words.netting:
        return any(coded.following(i).endswith(tuple(words.netted)) for i in range(start, end))  # 除|税后|净利润
    if surface not in words.reckoning:
        return False
    of = next((i for i in range(start, end) if coded.tags[i] == _OF), start)
    return of > start and coded.text[coded.words[of - 1] : of] in words.reckoned


def opens(words: PhraseWords, coded: Coded, word: int) -> bool:
    """Whether no noun stands before a word in its clause: 完成|产值, 全市|已|完成|产值, but 单产|提升|工程."""
    before = coded.text[word - 1 : word]
    if before in words.bound:
        return False
    if not before or before in _HARD or before in _NAMES or coded.tags[word - 1] in {"d", "t", "r"}:
        return True
    return adverbial(words, coded, word)


def adverbial(words: PhraseWords, coded: Coded, word: int) -> bool:
    """Whether a word tagged as a verb that is no more than an adverb stands before: 累计|保障航班."""
    return word > 0 and coded.text[coded.words[word - 1] : word] in words.adverbs

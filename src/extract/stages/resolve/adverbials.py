"""Whether a time is its clause's adverbial, or a part of a noun phrase, a title or what a verb is about."""

from __future__ import annotations

from extract.engine.coding import CLAUSE_MARKS, NAMES
from extract.stages.resolve.context import Context

BEFORE = 8
"""Characters before a time in which a word that steers its reading stands."""
_TITLE = 60
_SUBJECT = 40
"""Symbols that a clause's subject may have before its time."""
_LEADING = "，。；：、！？（）【】▲●■◆★—\n "
_NOMINAL = frozenset({"n", "j", "a", "b", "m", "q", "s", "f", "r", "t", "x", "z", "k", "l", "i", "vn", "an", "eng"})
_OF = "uj"
"""The tag of 的: what stands before it only describes the subject."""
_JOIN = "c"
"""That of 但 and 而 at the front of a clause."""
_NAMED = "".join(NAMES.values())


def in_a_title(text: str, at: int) -> bool:
    """《2025年工业发展报告》."""
    start = max(0, at - _TITLE)
    return text.rfind("《", start, at) > text.rfind("》", start, at)


def of_a_noun(context: Context, text: str, end: int) -> bool:
    """2020年的产量 and 2035年远景目标, but not 今年的目标是."""
    if context.words.times.nouns.match(text, end):
        return True
    return text[end : end + 1] in context.words.times.tails and not context.words.times.topics.match(text, end)


def adverbial(context: Context, index: int, span: tuple[int, int], names: frozenset[int]) -> bool:
    """Whether a time stands as its clause's adverbial: at its front, after a preposition or behind the subject."""
    text, at = context.sentence_text(index), span[0]
    before = text[max(0, at - BEFORE) : at]
    if not before or before[-1] in _LEADING or context.words.times.leads.search(before):
        return True
    start = context.article.sentences[index].start + at
    predicate = context.words.times.predicates.match(text, span[1]) is not None
    return _behind_subject(context, index, start, names) or (predicate and behind_noun(context, index, start))


def behind_noun(context: Context, index: int, at: int) -> bool:
    """新兴市场和发展中经济体今年将增长: before a predicate a time needs only a noun in front of it."""
    coded = context.coded[index]
    if coded is None:
        return False
    symbol = coded.at(at)
    return symbol > 0 and (coded.tags[symbol - 1] in _NOMINAL or coded.tags[symbol - 1][:1] == "n")


def _behind_subject(context: Context, index: int, at: int, names: frozenset[int]) -> bool:
    """公司2020年销售…: all before it in its clause is a noun phrase; what stands before 的 only describes it."""
    coded = context.coded[index]
    if at in names or coded is None:
        return at in names
    symbol = coded.at(at)
    for i in range(symbol - 1, max(-1, symbol - 1 - _SUBJECT), -1):
        tag = coded.tags[i]
        joins = tag == _JOIN and (i == 0 or coded.text[i - 1] in CLAUSE_MARKS)
        if coded.text[i] in CLAUSE_MARKS or tag == _OF or joins:
            return i < symbol - 1
        if coded.text[i] not in _NAMED and tag not in _NOMINAL and tag[:1] != "n":
            return False
    return symbol <= _SUBJECT


def about(context: Context, before: str) -> bool:
    """Whether what stands before 目前 or 近几年 in its clause is about it: 这样的增速在|近几年|罕见."""
    found = context.words.times.objects.search(before)
    return found is not None and found.start() > 0 and before[found.start() - 1] not in _LEADING

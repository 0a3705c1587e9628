"""Slots that reach to the edge of their clause, across figures and names, and are cut at declared words.

A noun phrase (`engine.phrases`) ends at figures and verbs; the name of a project does not: 40万吨/年聚碳酸酯项目,
易地建设升级项目. Here the clause bounds the slot, and of the declared words the nearest one to the match cuts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from unicodedata import category

from extract.data import Dimension, Label, Period
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, LIST, NAMES, SINGLE, Coded

_OPENING = dict(zip("（“《【", "）”》】", strict=True))
_CLOSING = {v: k for k, v in _OPENING.items()}
_TIME = NAMES[Label.TIME]
_COUNTED = frozenset(
    table[d] for table in (SINGLE, LIST) for d in (Dimension.MONEY, Dimension.COUNT, Dimension.DURATION)
)
_THINGS = frozenset(table[Dimension.COUNT] for table in (SINGLE, LIST))
_SPANS = frozenset(table[Dimension.DURATION] for table in (SINGLE, LIST))
_LOOSE = frozenset({"d", "p", "c", "uj", "ul", "uz", "y", "r", "ad"})
"""Tags of words dropped at the near edges of a slot."""
_SIGN = "So"
"""The kind of a sign before an item: ▲."""
_NUMBER = re.compile(f"（(?:[0-9]{{1,2}}|[{NAMES[Label.ORDINAL]}{SINGLE[Dimension.NUMBER]}])）|[0-9]{{1,2}}[.．]")
"""The number of an item in front of it: （5）某大桥合龙."""
_DASH = "—"
_VERB = 2
_ORDINAL = NAMES[Label.ORDINAL]
_BINDING = "p"
"""The tag of a conjunction that binds two halves of one name too: 与."""
_NAMES = frozenset(NAMES[Label.ORG] + NAMES[Label.PLACE])
_YEAR = 6
_MONTHS = 60
"""Days of a time that a meeting may be named after, at least."""
_SHORT = 5
"""Characters of a modifier in a list of them, at most: 数字化、自动化."""
_LONGEST = 64
EDGE = "^"
"""Before a declared word: it is dropped at the front of a slot, and cuts nowhere else (建设 in 易地建设项目)."""
YIELD = "~"
"""Before a declared word: the count behind it belongs to the slot (年产|300万套|轮毂项目)."""
YEARS = "<TIME>"
"""Among the declared words: a year inside the slot belongs to it (某某联盟2023年会员大会)."""


def left(coded: Coded, at: int, cuts: Set[str], heads: tuple[str, ...] = ()) -> tuple[int, int] | None:
    """What stands before the symbol `at` in its clause, after the last word of `cuts`; `heads` as in `trim`.

    A word declared with an item mark cuts only where one stands behind it: what is told of the item before.
    """
    while at > 0 and coded.text[at - 1] == _TIME:
        at -= 1
    start = at
    while start > 0 and at - start < _LONGEST:
        char = coded.text[start - 1]
        if char in _CLOSING:
            opening = coded.text.rfind(_CLOSING[char], max(0, start - 60), start - 1)
            if opening < 0:
                break
            start = opening
        elif char in _OPENING or (char in CLAUSE_MARKS and not _bridges(coded, start - 1)):
            break
        elif _crossed(coded, start - 1, cuts):
            start -= 1
        elif char == _TIME or char in _COUNTED:
            break
        else:
            start -= 1
    end = at
    for word, stop in _words(coded, start, at):
        told = coded.text[stop : stop + 1] == ITEM_MARK and coded.text[word:stop] + ITEM_MARK in cuts
        if (told or coded.text[word:stop] in cuts) and stop < at:
            start = stop  # 某隧道|贯通、|某水厂投产, but 某通道贯通工程
    counted = start > 0 and coded.text[start - 1] in _COUNTED and coded.tags[start] != "uj"
    if counted and (coded.text[start - 1] in _THINGS or coded.tags[start] != "v"):
        return None  # 243个|重点项目, 6个|抽水蓄能项目: a count of things, no name
    return trim(coded, start, end, cuts, heads)


def right(coded: Coded, at: int, cuts: Set[str]) -> tuple[int, int] | None:
    """What stands from the symbol `at` to the end of its clause, before the first word of `cuts`."""
    end, size = at, len(coded.text)
    while end < size and end - at < _LONGEST:
        char = coded.text[end]
        if char in _OPENING:
            closing = coded.text.find(_OPENING[char], end, end + 60)
            if closing < 0:
                break
            end = closing + 1
        elif char in _CLOSING or (char in CLAUSE_MARKS and not _bridges(coded, end)):
            break
        else:
            end += 1
    for word, stop in _words(coded, at, end):
        if word > at and coded.text[word:stop] in cuts:
            end = word
            break
    return trim(coded, at, end, cuts)


def _bridges(coded: Coded, at: int) -> bool:
    """Whether a single dash joins two ends of one line: 甲地—乙地铁路."""
    text = coded.text
    return text[at] == _DASH and 0 < at < len(text) - 1 and not {text[at - 1], text[at + 1]} & set(CLAUSE_MARKS)


def _crossed(coded: Coded, at: int, cuts: Set[str]) -> bool:
    """Whether a time inside a slot is a year of its name, a duration part of it (三年|行动), a count one of two.

    六届|十一次|会议 is numbered by both; 年产|300万套|轮毂项目 is called by what it yields.
    """
    char = coded.text[at]
    if char in _THINGS and at > 0 and YIELD + coded.text[coded.words[at - 1] : at] in cuts:
        return True
    if YEARS not in cuts:
        return False
    if char in _THINGS:
        return bool(set(coded.text[max(0, at - 1) : at] + coded.text[at + 1 : at + 2]) & (_THINGS | {_ORDINAL}))
    return char in _SPANS or (char == _TIME and (coded.ends[at] - coded.starts[at] <= _YEAR or _long(coded, at)))


def _long(coded: Coded, at: int) -> bool:
    """Whether a time is one of a season or more: 某区|2024年第四季度|项目集中开工活动, no day."""
    normal = coded.mentions[at][0].normal if at in coded.mentions else None
    if not isinstance(normal, Period) or normal.start is None or normal.end is None:
        return False
    return at > 0 and coded.text[at - 1] in _NAMES and (normal.end - normal.start).days > _MONTHS


def trim(
    coded: Coded, start: int, end: int, cuts: Set[str], heads: tuple[str, ...] = (), *, opens: bool = True
) -> tuple[int, int] | None:
    """The span without times, particles and adverbs at its edges; one of `heads` is no adverb (某某|高速).

    What does not open its clause, but is a later item of a list, begins with no particle (本 in 甲、本庄高速).
    """
    while start < end:
        if numbered := _NUMBER.match(coded.text, start, end):
            start = numbered.end()
            continue
        if coded.text[start] == _ORDINAL and numbers(coded.surface(start, start + 1)):
            start += 1  # （3）|某某论坛: the number of an item, read as one figure
            continue
        stop = word_end(coded, start)
        word = coded.text[start:stop]
        if (
            category(word[0]) == _SIGN
            or word in cuts
            or EDGE + word in cuts
            or word == ITEM_MARK
            or (opens and word != _TIME and stop < end and coded.tags[start] in _LOOSE and stop - start == 1)
        ):
            start = stop
            continue
        break
    while end > start:
        last = max(coded.words[end - 1], start)
        text = coded.text[last:end]
        if (
            text in (_TIME, ITEM_MARK)
            or text in cuts
            or (last > start and text not in heads and coded.tags[last] in {"d", "p", "c", "ul", "ad"})
        ):
            end = last
            continue
        break
    return (start, end) if start < end else None


def _verbal(coded: Coded, start: int, end: int, heads: tuple[str, ...]) -> bool:
    """Whether an item is a verb alone, its list's head aside: 制造, 销售|项目 in 某某电动车研发、制造及销售项目."""
    text = coded.text[start:end]
    head = max((h for h in heads if text.endswith(h)), key=len, default="")
    bare = text[: len(text) - len(head)] if head else text
    one = bool(bare) and coded.words[start + len(bare) - 1] == start  # 托河|水电站 is a name of two words
    return one and len(bare) <= _VERB and coded.tags[start] in {"v", "vn"}


def numbers(surface: str) -> bool:
    """Whether an ordinal is the number of an item: （3）, 3., 三、."""
    return surface[0] in _OPENING or surface[-1] in ".．" + ITEM_MARK


def said(coded: Coded, start: int, end: int) -> int:
    """Where `start:end` ends without the adverbs behind it: 某集团|还|与…."""
    while end > start and coded.tags[end - 1] == "d" and coded.words[end - 1] > start:
        end = coded.words[end - 1]
    return end


def word_end(coded: Coded, at: int) -> int:
    """Where the word of the symbol `at` ends."""
    word, end = coded.words[at], at + 1
    while end < len(coded.text) and coded.words[end] == word:
        end += 1
    return end


def _words(coded: Coded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a stretch that stand outside its quotes and brackets."""
    at = start
    while at < end:
        char = coded.text[at]
        if char in _OPENING:
            closing = coded.text.find(_OPENING[char], at, end)
            at = closing + 1 if closing >= 0 else at + 1
            continue
        stop = min(word_end(coded, at), end)
        yield at, stop
        at = stop


def members(
    coded: Coded,
    start: int,
    end: int,
    joins: Set[str],
    modifying: tuple[str, ...],
    heads: tuple[str, ...] = (),
    shares: bool = False,
) -> list[tuple[int, int]]:
    """The items of a list in `start:end`; one that ends like a modifier (数字化、自动化) belongs to what follows it.

    With `heads`, a short conjunction parts two items only behind one of them (防范和化解 is one); where the
    list `shares` a head, only 与 must stand before a name else (续建配套与现代化改造|工程 is one, 甲和乙|机场 are two).
    """
    out: list[tuple[int, int]] = []
    at = start
    marks = [(a, b) for a, b in _words(coded, start, end) if coded.text[a:b] == ITEM_MARK or coded.text[a:b] in joins]
    for a, b in marks:
        if a <= at or (a - at <= _SHORT and coded.text[at:a].endswith(modifying)):
            continue
        if heads and _verbal(coded, b, next((x for x, _ in marks if x > a), end), heads):
            continue
        joined = heads and b - a == 1 and coded.text[a] != ITEM_MARK and not coded.text[at:a].endswith(heads)
        if joined and not (shares and (coded.tags[a] != _BINDING or coded.text[b : b + 1] in _NAMES)):
            continue
        out.append((at, a))
        at = b
    if at < end:
        out.append((at, end))
    return out

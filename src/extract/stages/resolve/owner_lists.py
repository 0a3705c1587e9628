"""Lists at the front of a clause: figures of all members (甲港和乙港, 甲、乙等4个园区), and of none (甲线等项目)."""

from __future__ import annotations

from extract.data import Quantity
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, QUANTITIES, Coded
from extract.stages.resolve.context import NAME_SYMBOLS, Context
from extract.stages.resolve.entities import entity

_MOST = 24
"""Members that a list is followed through."""
_NOUNS = ("n", "j", "b", "eng")
"""Tags of the words that a member which begins with a name goes on with: 某厂|零部件等项目."""
NOBODY = 0
"""In place of an end: the list leaves some out and only tells what happened to them."""


def list_end(context: Context, coded: Coded, stop: int, end: int, *, acting: bool = False) -> int:
    """Where the list ends whose first member ends at the symbol `stop`; `stop` itself where no list goes on there.

    甲港、乙港和丙港|吞吐量 and 甲、乙等4个园区|产值 own together. `NOBODY` does behind 甲线、乙园等项目加快推进
    and before 甲线、乙园等|4个项目. `acting` members do something themselves: 甲、乙等10个省份|举办展会，|….
    """
    at = stop
    for _ in range(_MOST):
        joint = next((word for word in context.words.joins if coded.text.startswith(word, at, end)), "")
        following = _member(context, coded, at + len(joint), end) if joint else None
        if following is None:
            break
        at = following
    others = _others(context, coded, at if acting else _past_nouns(coded, at, end), end)
    told_of = coded.text[end : end + 1] in CLAUSE_MARKS  # 甲高铁等8个项目开工，|…: what happened is all that they have
    if others is None:
        if coded.text[at : at + 1] == ITEM_MARK and told_of:  # 甲高铁、乙地至丙地高速通车
            return NOBODY
        return (_counted(coded, at, end) or at) if at > stop else stop
    if told_of and others == at > stop and _past_nouns(coded, others + 1, end) == end:
        return end  # 甲古城、乙景区等景点，|游客数量…
    return NOBODY if told_of and not acting else _counted(coded, others + 1, end) or NOBODY


def in_list(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether the name `start:end` is one of a list (甲桥、乙路等项目): what the clause tells next is not its own."""
    behind = coded.text[end : end + 1] in (ITEM_MARK, *context.words.others)
    return behind or any(coded.text.endswith(word, 0, start) for word in context.words.joins)


def counted_end(context: Context, coded: Coded, at: int, end: int) -> int:
    """Where the number behind names ends that says how many places they are: 甲、乙|两市; `at` where there is none."""
    if at + 1 >= end or coded.text[at] not in QUANTITIES or measured(coded, at):
        return at
    found = context.words.metrics.several.match(coded.text, at + 1, end)
    return found.end() if found and found.end() < end and coded.words[found.end()] == found.end() else at


def counted_names(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where the names that begin at `start` end with how many they are (甲、乙两市|机场); `start` where none do."""
    at = start
    while at < end and coded.text[at] in NAME_SYMBOLS:
        at += 1
        joint = next((word for word in context.words.joins if coded.text.startswith(word, at, end)), "")
        if not joint:
            break
        at += len(joint)
    if coded.text[at : at + 1] in context.words.others and at + 1 < end and coded.text[at + 1] in QUANTITIES:
        found = context.words.metrics.several.match(coded.text, at + 2, end)  # 甲、乙等10个城市
        return found.end() if found and found.end() < end and coded.words[found.end()] == found.end() else start
    return stop if at > start + 1 and (stop := counted_end(context, coded, at, end)) > at else start


def firms(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether names joined by 和 are firms': no offices, which stand for a place."""
    names = [coded.mentions[k][0] for k in range(start, end) if k in coded.mentions]
    texts = [context.article.text(m.start, m.end) for m in names]
    offices = (context.words.authority, context.words.associations, context.words.national)
    return len(texts) > 1 and not any(words.search(text) for text in texts for words in offices)


def measured(coded: Coded, at: int) -> bool:
    """Whether a figure has its measure word: 14个|州市 are counted, 甲、乙两|市 are those named."""
    quantity = coded.mentions[at][0].normal if at in coded.mentions else None
    return isinstance(quantity, Quantity) and quantity.unit is not None


def _member(context: Context, coded: Coded, at: int, end: int) -> int | None:
    """Where the name at the symbol `at` ends: a mention, or a thing by its name."""
    thing = entity(context, coded, at, end, listed=True) if at < end else None
    if thing:
        return coded.at(thing.spans[-1][1] - 1) + 1
    return at + 1 if at < end and coded.text[at] in NAME_SYMBOLS else None


def _others(context: Context, coded: Coded, at: int, end: int) -> int | None:
    """Where 等 stands behind the list: at once, or after nouns and members that are no names."""
    if at < end and coded.text[at] in context.words.others:
        return at
    if coded.text[at : at + 1] not in context.words.joins:
        return None
    others = context.words.others
    return next((i for i in range(at, end) if coded.text[i] in others and coded.word_end(i) == i + 1), None)


def _counted(coded: Coded, at: int, end: int) -> int | None:
    """Where the noun ends that says how many the members are: 五大|公园, 21个|车站; None where it is counted itself."""
    if at + 1 >= end or coded.text[at] not in QUANTITIES:
        return None
    stop = _past_nouns(coded, at + 1, end)
    return stop if at + 1 < stop and (stop < end or coded.text[end] not in CLAUSE_MARKS) else None


def _past_nouns(coded: Coded, at: int, end: int) -> int:
    """Where the nouns end that stand at the symbol `at`, if any do."""
    while at < end and coded.tags[at].startswith(_NOUNS) and coded.text[at] not in NAME_SYMBOLS:
        at = coded.word_end(at)
    return at

"""With whom is dealt: 对甲国、乙国分别增长5%、6%; such a partner owns no figure of what is dealt with it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Label, Relation
from extract.engine.coding import ITEM_MARK, NAMES, Coded, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, code, fill, first
from extract.stages.resolve.owners import name_run, past_times

PARTNER = "partner"
"""The code of a figure whose metric is only with whom is dealt."""

_BEFORE = frozenset(NAMES[Label.TIME] + NAME_SYMBOLS + "，")
"""What stands before the word in front of a partner in its clause."""


def partnered(context: Context, coded: Coded, relation: Relation, end: int) -> Relation | None:
    """The relation whose metric, names that end at `end`, is with whom is dealt, with the word in front of the first.

    对甲国、|乙国|分别增长…: 对乙国.

    Its clause has no more than that, a time and whose it is.
    """
    at = start = coded.at(relation.slots["metric"][0].spans[0][0])
    while at > 1 and coded.text[at - 1] == ITEM_MARK and coded.text[at - 2] in NAME_SYMBOLS:
        at -= 2
    if at == 0:
        return None
    word = coded.words[at - 1]
    opening = context.words.parts.sub("", coded.text[coded.clause_start(word) : word])
    if coded.text[word:at] not in context.words.metrics.dealings or not _BEFORE.issuperset(opening):
        return None
    lead = plain(coded.surface(word, word + 1))
    partner = Filler((coded.span(word, word + 1), coded.span(start, end)), lead + plain(coded.surface(start, end)))
    return code(fill(relation, "metric", partner), **{PARTNER: True})


def with_dealings(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """出口31亿元，其中对甲国|增长5%: what is dealt with a partner is told by the figure before, 对甲国出口."""
    metric = first(relation, "metric")
    if PARTNER not in relation.codes or metric is None:
        return relation
    for last in reversed(done):
        if last.record_type != STATISTIC or last.sentence < relation.sentence - 1:
            break
        if (told := first(last, "metric")) is None:
            continue
        sides = context.words.metrics.dealings
        found = next((hit for dealt in sides.values() if (hit := dealt.search(told.text))), None)
        if found:
            partnered = told.text.startswith(tuple(sides))
            own = piece(told, found.start(), len(told.text)) if partnered else told
            return fill(relation, "metric", joined(metric, own))
    return relation


def with_side(context: Context, head: Filler, told: Filler) -> Filler:
    """对甲国、乙国出口|均增长，分别增长5%、6%: the word in front of the first partner is that of the others, too."""
    side = next((side for side in context.words.metrics.dealings if head.text.startswith(side)), "")
    return told if told.text.startswith(side) else joined(piece(head, 0, len(side)), told)


def dealt_phrase(context: Context, coded: Coded, start: int, end: int) -> tuple[int, int] | None:
    """The phrase with which the clause `start:end` tells what is dealt with whom: 对甲国、乙国出口|均明显增长，."""
    parts = context.words.parts.match(coded.text, start, end)
    at = name_run(coded, past_times(context, coded, parts.end() if parts else start, end), end)
    if at >= end:
        return None
    names = coded.word_end(at)
    dealt = context.words.metrics.dealings.get(coded.text[at:names])
    stop = name_run(coded, names, end)
    found = dealt.match(coded.text, stop, end) if dealt and stop > names else None
    return (at, found.end()) if found else None


def dealt_with(context: Context, relation: Relation, owner: Filler, done: Sequence[Relation]) -> bool:
    """Whether a figure is of what is dealt with somebody: 对甲国进出口 is not 甲国's, nor what goes on about it."""
    last = done[-1] if done and done[-1].sentence == relation.sentence else None
    metric = first(relation, "metric") or (first(last, "metric") if last else None)
    sides = context.words.metrics.dealings
    return metric is not None and any(metric.text.startswith(side + owner.text) for side in sides)

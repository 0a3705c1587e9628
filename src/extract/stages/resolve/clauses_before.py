"""Whose a figure is by the clauses before its own in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Place, Quantity, Relation
from extract.engine.coding import ITEM_MARK, QUANTITIES, Coded
from extract.stages.resolve.context import STATISTIC, Context, first, place
from extract.stages.resolve.made import is_made
from extract.stages.resolve.owners import clause_owner, instanced, past_times, wider

_CLAUSES = 24
"""Clauses of a sentence over which an owner is looked for."""
_SOURCE = 300
"""Symbols before a clause in which its source is named."""
_BEHIND_FIGURE = 2
"""Symbols from a figure over 的 to the thing that it describes."""
_STRONG = "；。"
"""Marks after which a clause is as good as a sentence's first."""


def own_start(coded: Coded, relation: Relation) -> int:
    """The symbol at which what the relation reads begins: its metric, else its figure's pattern."""
    metric = first(relation, "metric")
    return coded.at(metric.spans[0][0] if metric and metric.spans[0][0] < place(relation) else relation.start)


def of_sentence(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The nearest owner that opens a part of the sentence before the figure's clause, or had a figure in one."""
    coded = context.coding(relation)
    end = coded.clause_start(own_start(coded, relation)) - 1
    for _ in range(_CLAUSES):
        if end < 0:
            break
        start = coded.clause_start(end)
        parts = context.words.parts.search(coded.text, start, end)
        had = None if parts or start >= end else _in_span(context, relation.sentence, coded.span(start, end), done)
        beyond = any(mark in coded.text[end : own_start(coded, relation)] for mark in _STRONG)
        had = had if had and may_have(context, relation, had) else None
        passed = had is not None and beyond and (isinstance(had.normal, Place) or _several(context, had))
        if had and not wider(context, had) and not passed:
            return had
        opens = past_times(context, coded, _told(context, coded, start), start) == start
        opens = opens or coded.text[start - 1] in _STRONG or instanced(context, coded, start)
        found = clause_owner(context, coded, start, end)
        if found and not may_have(context, relation, found):
            found = clause_owner(context, coded, start, end, things=False)
            found = None if found and _by_another_way(context, relation, found) else found
        found = None if found and beyond and _several(context, found) else found
        if found and (opens or found.normal == context.article.place) and not wider(context, found):
            return found
        end = start - 1
    return None


def _several(context: Context, owner: Filler) -> bool:
    """Whether an owner is a list with how many it holds: 甲、乙等10个城市, 甲高速等5条高速公路."""
    listed = any(owner.text.find(word) > 0 for word in (*context.words.others, ITEM_MARK))
    return listed and any(isinstance(m.normal, Quantity) for m in context.begun(*owner.spans[0]))


def may_have(context: Context, relation: Relation, owner: Filler) -> bool:
    """Whether the owner of a figure before may have a later one too: not 推出负载9公斤的|机器人，已获订单30台.

    A thing that was made has no orders; and one that stands behind its figure is only described by it.
    """
    metric = first(relation, "metric")
    if _by_another_way(context, relation, owner):
        return False
    if metric is None or not is_made(context, owner, works=False):
        return True
    coded = context.coding(relation)
    at = coded.at(owner.spans[0][0]) - _BEHIND_FIGURE
    described = context.words.made.attributes.fullmatch(metric.text) is not None
    within = coded.starts[0] <= owner.spans[0][0] < coded.ends[-1]
    behind = within and at >= 0 and coded.text[at] in QUANTITIES
    return described or not (behind or context.words.firms_have.fullmatch(metric.text))


def _by_another_way(context: Context, relation: Relation, owner: Filler) -> bool:
    """Whether a figure is of another way of transport than its owner: 水路货运量45万吨，|铁路货物发送量23万吨."""
    metric, carriers = first(relation, "metric"), context.words.about.carriers
    other = carriers.match(metric.text) if metric and carriers.fullmatch(owner.text) else None
    return other is not None and other.group() != owner.text


def _told(context: Context, coded: Coded, at: int) -> int:
    """Where what a source tells begins, before the symbol `at`: 记者从某局获悉，|今年…."""
    begins = [found.end() for found in context.words.sources.finditer(coded.text, max(0, at - _SOURCE), at)]
    return begins[-1] if begins else 0


def _in_span(context: Context, sentence: int, span: tuple[int, int], done: Sequence[Relation]) -> Filler | None:
    """The owner that stands in a clause of the sentence and had a figure there, or at which it points: 公司|…."""
    for earlier in reversed(done):
        if earlier.sentence != sentence:
            return None
        subject = first(earlier, "subject") if earlier.record_type == STATISTIC else None
        if subject is None or not subject.spans:
            continue
        firm = context.words.group.search(context.article.text(*span)) and not isinstance(subject.normal, Place)
        pointed = firm and subject.inherited and span[0] <= place(earlier) < span[1]
        if pointed or span[0] <= subject.spans[0][0] < span[1]:
            return subject
    return None

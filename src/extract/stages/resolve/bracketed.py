"""Figures in brackets: parts of the amount in front of them, which go no further than it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Quantity, Relation
from extract.engine.coding import Coded
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.lists import as_measured
from extract.stages.resolve.wholes import head_of

_OPEN, _CLOSE = "（", "）"
_ENDING = (_CLOSE, "。", "；")
_BACK = 24
"""Records before a part among which its whole is sought."""
_AMOUNTS = frozenset({Dimension.MONEY, Dimension.PHYSICAL})


def bracket_of(coded: Coded, relation: Relation) -> int:
    """The symbol of the bracket that the relation's figure stands in; -1 where it stands in none."""
    at = coded.at(relation.slots["quantity"][0].spans[0][0])
    found = coded.text.rfind(_OPEN, 0, at)
    return -1 if any(c in coded.text[found:at] for c in _ENDING) else found


def aside(context: Context, earlier: Relation, relation: Relation) -> bool:
    """Whether an earlier figure stands in a bracket closed before the relation's: 12万亩（水田3万亩），比上年…."""
    if earlier.sentence != relation.sentence or place(earlier) >= place(relation):
        return False
    between = context.article.text(place(earlier), place(relation))
    closed = between.find(_CLOSE)
    return closed >= 0 and _OPEN not in between[:closed]


def of_bracketed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """播种面积12万亩（|水田|3万亩）: a bare part of the amount in front of its bracket is measured like it."""
    metric, coded = first(relation, "metric"), context.coding(relation)
    at = bracket_of(coded, relation)
    if at <= 0 or metric is None or metric.inherited or relation.parent is not None:
        return relation
    if relation.codes.get("measure") != "level" or context.words.sharing.measured(metric.text):
        return relation
    for earlier in reversed(done[-_BACK:]):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            break
        if earlier.slots["quantity"][0].spans[-1][1] == coded.starts[at] and "metric" in earlier.slots:
            head = head_of(context, earlier, as_measured(relation, earlier))
            return fill(relation, "metric", joined(metric, head)) if head and _alike(relation, earlier) else relation
    return relation


def _alike(relation: Relation, earlier: Relation) -> bool:
    """Whether two figures are amounts in one unit."""
    mine, its = relation.slots["quantity"][0].normal, earlier.slots["quantity"][0].normal
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity):
        return False
    return mine.dimension in _AMOUNTS and mine.unit == its.unit


def of_rate(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """病床使用率82%，其中公立医院|86%: a part of a rate has the head of the whole.

    A part of the kind that the whole names stands in its place: 毕业|生|就业率, 本科|生|就业率.
    """
    metric, told = first(relation, "metric"), first(relation, "whole")
    if metric is None or told is None or context.words.sharing.measured(metric.text):
        return relation
    wholes = (first(r, "metric") for r in reversed(done) if r.sentence == relation.sentence)
    whole = next((m for m in wholes if m and told.text.endswith(m.text)), told)
    kind = whole.text.find(metric.text[-1], 0, -1)
    return fill(relation, "metric", joined(metric, piece(whole, kind + 1, len(whole.text))))

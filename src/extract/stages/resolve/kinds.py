"""How many kinds grew, and what is measured of them: 41个行业中30个行业增加值保持增长。其中，汽车制造业|增长9%."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_BACK = 60
"""Records before a figure among which the count of kinds is sought."""


def counted_kinds(context: Context, relation: Relation) -> Relation:
    """359种|产品|产量同比增长 counts 产品: what is measured of the kinds is not counted."""
    metric = first(relation, "metric")
    kind = _kind_of(context, relation, metric) if metric else None
    if metric is None or kind is None or kind == metric.text:
        return relation
    return fill(relation, "metric", piece(metric, 0, len(kind)))


def of_kinds(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """359种产品产量同比增长。其中，钢材|2389万吨: a kind that is told behind the count has what is measured of all."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or context.words.sharing.measured(metric.text):
        return relation
    if not (relation.codes.get("measure") == "growth" or _goods(context, relation)):
        return relation
    for earlier in reversed(done[-_BACK:]):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            break
        head = _measured_of(context, earlier)
        if head is not None:
            return fill(relation, "metric", joined(metric, head)) if _fits(context, metric, head) else relation
        own = first(earlier, "metric")
        if own and not own.inherited and len(own.spans) == 1 and context.words.sharing.measured(own.text):
            break  # another thing was told between
    return relation


def _measured_of(context: Context, relation: Relation) -> Filler | None:
    """What is measured of the kinds that a figure counts, right behind their noun: 增加值 of 30个行业|增加值."""
    metric = first(relation, "metric")
    if metric is None or _kind_of(context, relation, metric) is None:
        return None
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][1] - 1) + 1
    head = next((h for h in context.words.sharing.heads if coded.text.startswith(h, at)), "")
    if not head:
        return None
    span = coded.span(at, at + len(head))
    return Filler((span,), plain(context.article.text(*span)))


def _kind_of(context: Context, relation: Relation, metric: Filler) -> str | None:
    """The noun of kinds that a metric right behind its count is, or begins with where a head follows."""
    figure, kinds = relation.slots["quantity"][0], context.words.metrics.kinds
    if _dimension(relation) is not Dimension.COUNT or metric.inherited or metric.spans[0][0] != figure.spans[-1][1]:
        return None
    if metric.text.endswith(kinds):
        return metric.text
    head = context.words.sharing.head(metric.text)
    own = metric.text[: len(metric.text) - len(head)] if head else ""
    return own if own.endswith(kinds) else None


def _fits(context: Context, metric: Filler, head: Filler) -> bool:
    """Whether a head is told of what a metric names: the 增加值 of a trade, anything of goods."""
    branch = metric.text.endswith(context.words.metrics.bare_heads)
    return branch == (head.text in context.words.metrics.yields)


def _goods(context: Context, relation: Relation) -> bool:
    """Whether a figure is a level of goods: tonnes, or vehicles and pieces."""
    quantity = relation.slots["quantity"][0].normal
    if not isinstance(quantity, Quantity) or relation.codes.get("measure") != "level":
        return False
    return quantity.dimension is Dimension.PHYSICAL or (quantity.unit or "") in context.words.metrics.goods


def _dimension(relation: Relation) -> Dimension | None:
    quantity = relation.slots["quantity"][0].normal
    return quantity.dimension if isinstance(quantity, Quantity) else None

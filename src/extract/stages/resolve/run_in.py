"""A numbered heading that runs into its text behind a space: 二、农业　|全县粮食总产量31万吨."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_LONGEST = 16
"""Characters of such a heading at most, its number included."""


def without_run_in(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations, no metric of which begins in the heading of its sentence."""
    return tuple(_without(context, r) if r.record_type == STATISTIC else r for r in relations)


def _without(context: Context, relation: Relation) -> Relation:
    metric, start = first(relation, "metric"), context.article.sentences[relation.sentence].start
    if metric is None or len(metric.spans) != 1 or metric.spans[0][0] - start > _LONGEST:
        return relation
    low, high = metric.spans[0]
    order = context.words.numbering.match(context.article.text(start, high))
    if order is None:
        return relation
    ends = range(max(low, start + order.end()) + 1, min(high, start + _LONGEST))
    behind = next((at for at in ends if _spaced(context, at)), None)
    if behind is None:
        return relation
    return fill(relation, "metric", Filler(((behind, high),), plain(context.article.text(behind, high))))


def _spaced(context: Context, at: int) -> bool:
    """Whether the source has a space before the clean offset `at`, which cleaning took out."""
    offsets = context.article.clean.offsets
    return offsets.raw(at, at + 1)[0] > offsets.raw(at - 1, at)[1]

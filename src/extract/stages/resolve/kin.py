"""Indicators of one family: what the first has in front holds for the others too (快递业务量, 业务收入)."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Relation
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.lists import as_measured

_PART = "；"
"""Behind it a sentence begins anew."""


def of_kin(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """公路货运量4180万吨、|客运量1020万人: the bare member of a family takes what stands before the one named first."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or relation.parent is not None:
        return relation
    families = [f for f in context.words.metrics.families if metric.text in f]
    mirrored = [(one, other) for one, other in context.words.sharing.parallels if metric.text == other]
    if not families and not mirrored:
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            break
        if _PART in context.article.text(place(earlier), metric.spans[0][0]):
            break
        source = first(earlier, "metric")
        if source is None or earlier.parent is not None:
            continue
        source = as_measured(relation, earlier)
        for family in families:
            kin = max((m for m in family if source.text.endswith(m)), key=len, default="")
            if kin and kin != metric.text:
                front = piece(source, 0, len(source.text) - len(kin))
                return fill(relation, "metric", joined(front, metric)) if front.text else relation
        for one, _ in mirrored:
            at = source.text.rfind(one)
            if at > 0:
                rest = piece(source, at + len(one), len(source.text))
                return fill(relation, "metric", joined(piece(source, 0, at), metric, rest))
    return relation

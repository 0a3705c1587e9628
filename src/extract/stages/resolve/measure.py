"""What the items of a list share with its first: 新增|21家甲、129家乙 are both increments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Dimension, Quantity, Relation
from extract.engine.lists import piece
from extract.stages.resolve.context import STATISTIC, Context, code, fill, first

_PER_MILLE = "‰"
_PARTS = frozenset({"growth", "share", "contribution"})
_SHARED = ("measure", "basis", "modality", "cumulative")


def resolve_measure(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give a counted item the measure of the list that it continues."""
    out: list[Relation] = []
    for relation in relations:
        relation = _percent(_portion(context, relation))
        last = out[-1] if out else None
        if last and _continues(context, relation, last):
            shared = {name: last.codes[name] for name in _SHARED if name in last.codes}
            relation = code(relation, **shared)
        out.append(relation)
    return tuple(out)


def _portion(context: Context, relation: Relation) -> Relation:
    """消费占比由29%提高到36%: what ends in 占比 is the share of what stands before it."""
    metric = first(relation, "metric")
    if metric is None or relation.record_type != STATISTIC or relation.codes.get("measure") != "level":
        return relation
    quantity = relation.slots["quantity"][0].normal
    noun = next((w for w in context.words.metrics.portions if metric.text.endswith(w) and metric.text != w), "")
    if not noun or not isinstance(quantity, Quantity) or quantity.dimension is not Dimension.PERCENT:
        return relation
    cut = len(metric.text) - len(noun)
    relation = fill(relation, "metric", piece(metric, 0, cut))
    return code(fill(relation, "noun", piece(metric, cut, len(metric.text))), measure="share")


def _percent(relation: Relation) -> Relation:
    """增长3‰ is growth of 0.3 %: a part of a whole is always in per cent, a rate (出生率7‰) as it is written."""
    if relation.codes.get("measure") not in _PARTS:
        return relation
    figure = relation.slots["quantity"][0]
    if not isinstance(figure.normal, Quantity) or figure.normal.unit != _PER_MILLE:
        return relation
    value, upper = figure.normal.value, figure.normal.upper
    in_percent = replace(figure.normal, unit="%", value=value / 10, upper=upper if upper is None else upper / 10)
    return fill(relation, "quantity", replace(figure, normal=in_percent))


def _continues(context: Context, relation: Relation, last: Relation) -> bool:
    if relation.record_type != STATISTIC or last.record_type != STATISTIC:
        return False
    if relation.sentence != last.sentence or last.codes.get("measure") != "increment":
        return False
    if relation.codes.get("measure") != "level" or "item" in relation.codes or last.end > relation.start:
        return False
    between = context.article.text(last.end, relation.start)
    return between in context.words.joins

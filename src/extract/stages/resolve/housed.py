"""What is counted at a place, which is no count of such places: 病床300张，其中医院|200张."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import QUANTITIES, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import Context, fill, first

_COUNTED = frozenset({"level", "increment"})


def held_at(context: Context, relation: Relation, whole: Filler) -> Filler | None:
    """病床 for 病床300张，其中|医院|200张: what a part that is a place has of the whole.

    Without the place of the whole: 门诊人次 of 医疗机构门诊人次.
    """
    metric, quantity, words = relation.slots["metric"][0], relation.slots["quantity"][0].normal, context.words.metrics
    counts = isinstance(quantity, Quantity) and quantity.dimension is Dimension.COUNT
    if not isinstance(quantity, Quantity) or not counts or not quantity.unit or quantity.unit in words.house_units:
        return None
    if relation.codes.get("measure") not in _COUNTED or words.houses.search(metric.text) is None:
        return None
    ends = (i for i in range(len(whole.text), 0, -1) if words.houses.search(whole.text[:i]))
    size = next(ends, 0)
    return piece(whole, size, len(whole.text)) if size < len(whole.text) else None


def of_housed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """总诊疗量中，|医院|38万人次: the place takes what the clause before tells to be shared out among such places."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or relation.parent is not None or len(metric.spans) != 1:
        return relation
    coded = context.coding(relation)
    start = coded.clause_start(coded.at(metric.spans[0][0]))
    within = context.words.phrases.declared.within
    while start > 0:
        end, start = start - 1, coded.clause_start(start - 1)
        told = coded.words[end - 1] if end > start else end
        if coded.text[told:end] not in within or any(char in QUANTITIES for char in coded.text[start:end]):
            continue
        phrase = context.words.phrases.left(coded, told, start)
        if phrase is None:
            return relation
        span = coded.span(coded.after_names(*phrase), phrase[1])
        held = held_at(context, relation, Filler((span,), plain(context.article.text(*span))))
        return fill(relation, "metric", joined(metric, held)) if held else relation
    return relation

"""Parts by which any whole is divided: 城镇 and 乡村, 新建 and 改建."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Relation
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.lists import as_measured


def of_division(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """城镇|231.9亿元 after 社会消费品零售总额: the division of the last whole."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or metric.text not in context.words.metrics.divisions:
        return relation
    if metric.spans[0][0] > place(relation):
        return relation  # 通达229个|城市
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            break
        if "metric" in earlier.slots:
            source = as_measured(relation, earlier)
            other = next((d for d in context.words.metrics.divisions if source.text.startswith(d)), "")
            if not other or context.words.sharing.measured(source.text[len(other) :]):  # 城镇|消费品零售额8亿元
                return fill(relation, "metric", joined(metric, piece(source, len(other), len(source.text))))
    return relation

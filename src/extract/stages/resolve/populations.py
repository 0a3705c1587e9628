"""The firms that an association tells figures of: 重点统计钢铁企业, 会员单位, 对26家主机企业统计."""

from __future__ import annotations

from extract.data import Filler, Label, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, fill, first, once

_FIRST = 4
"""Sentences, the headline included, in which a text says who tells."""

_PART = 6
"""Characters of a part of an association behind its name, and one: 协会|信息统计部."""


def of_population(context: Context, relation: Relation) -> Relation | None:
    """The relation as that of the firms surveyed that its sentence names last, without them in its metric."""
    if context.article.place is not None or not _by_association(context):
        return None
    metric = first(relation, "metric")
    start = context.article.sentences[relation.sentence].start
    end = metric.spans[0][1] if metric and len(metric.spans) == 1 else relation.start
    found = list(context.words.about.surveyed.finditer(context.article.text(start, end)))
    if not found or any(m.label is Label.PLACE for m in context.begun(start + found[-1].end(), end)):
        return None  # 根据会员企业产量估算，全国|生产粗铁
    span = (start + found[-1].start("name"), start + found[-1].end("name"))
    relation = fill(relation, "subject", Filler((span,), plain(found[-1]["name"])))
    if metric is None or len(metric.spans) != 1 or not metric.spans[0][0] <= span[0] or span[1] >= end:
        return relation
    cut = span[1] + context.article.clean.text.startswith(context.words.of, span[1])
    return fill(relation, "metric", Filler(((cut, end),), plain(context.article.text(cut, end))))


@once
def _by_association(context: Context) -> bool:
    """Whether an association's name stands in the first sentences: 某某工业协会信息部."""
    early = (m for row in context.by_sentence[:_FIRST] for m in row if m.label is Label.ORG)
    names = (m.normal if isinstance(m.normal, str) else context.article.text(m.start, m.end) for m in early)
    fronts = (name[: len(name) - cut] for name in names for cut in range(min(_PART, len(name))))
    return any(context.words.associations.search(front) for front in fronts)

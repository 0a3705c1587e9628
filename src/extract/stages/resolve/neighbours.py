"""A metric without what its neighbours hold: the place of a ranking, the number of things, the plan before a status."""

from __future__ import annotations

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, QUANTITIES, SINGLE, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import Context, fill, first

_COUNT = SINGLE[Dimension.COUNT]


def placed(context: Context, relation: Relation) -> Relation:
    """总量|全省|居首: the place behind the metric is what it is ranked in."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or relation.codes.get("measure") != "rank":
        return relation
    coded, (start, end) = context.coding(relation), metric.spans[-1]
    at = coded.words[coded.at(end - 1)]
    size = end - coded.starts[at]
    text = metric.text[-size:]
    within = text in context.words.deictics or text in context.words.metrics.everywhere
    if not within or size >= end - start:
        return relation
    relation = fill(relation, "metric", piece(metric, 0, len(metric.text) - size))
    return (
        relation if "reference" in relation.slots else fill(relation, "reference", Filler(((end - size, end),), text))
    )


def planned(context: Context, relation: Relation) -> Relation:
    """计划|开工26项，|项目总投资3亿元 counts 开工项目: the plan says how certain it is, the noun stands behind."""
    metric, words = first(relation, "metric"), context.words
    if metric is None or metric.inherited or len(metric.spans) != 1:
        return relation
    plan = next((w for w in words.phrases.declared.plans if metric.text.startswith(w)), "")
    status = metric.text[len(plan) :]
    if status not in words.metrics.statuses:
        return relation
    sentence, end = context.article.sentences[relation.sentence], relation.slots["quantity"][0].spans[-1][1]
    noun = words.metrics.planned.match(context.article.text(end, sentence.end))
    metric = piece(metric, len(plan), len(metric.text))
    if noun:
        span = (end + noun.start("noun"), end + noun.end("noun"))
        metric = joined(metric, Filler((span,), noun["noun"]))
    return fill(relation, "metric", metric) if plan or noun else relation


def counting(context: Context, relation: Relation) -> Relation:
    """12个|园区|产值|增长5%: the number counts the things, not what they have, which is measured behind it."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or len(metric.spans) != 1 or metric.spans[0][0] < figure.spans[-1][1]:
        return relation
    quantity, coded = figure.normal, context.coding(relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    owned = context.words.metrics.relational.search(metric.text)
    last = end - len(owned[0]) if owned and owned.end() == len(metric.text) else coded.words[end - 1]
    counts = isinstance(quantity, Quantity) and quantity.dimension is Dimension.COUNT
    measured = coded.text[last:end].endswith(tuple(context.words.phrases.declared.measured))
    if not counts or not measured or last <= start or coded.text[end : end + 1] in ("", *CLAUSE_MARKS, ITEM_MARK):
        return relation
    span = coded.span(start, last)
    return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))))


def relational(context: Context, relation: Relation) -> Relation:
    """30个|重大项目|总投资12亿元: what is counted right before has the money, which is measured."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or len(metric.spans) != 1:
        return relation
    coded = context.coding(relation)
    start, end = (coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1)
    count = next((i for i in range(end - 1, max(start, 1) - 2, -1) if coded.text[i] == _COUNT), None)
    owned = context.words.metrics.relational.search(metric.text, metric.text.rfind(ITEM_MARK) + 1)
    if count is None or owned is None or owned.end() < len(metric.text) or not owned.start():
        return relation
    return fill(relation, "metric", piece(metric, owned.start(), len(metric.text)))


def between(context: Context, relation: Relation) -> Relation:
    """5个|园区、企业|320家: of what a list joins between two figures the first has the one, the next the other."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or metric.inherited or len(metric.spans) != 1 or ITEM_MARK not in metric.text:
        return relation
    coded, at = context.coding(relation), metric.text.index(ITEM_MARK)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    if coded.text[start - 1 : start] != _COUNT or coded.text[end : end + 1] not in (*QUANTITIES,):
        return relation
    before = figure.spans[-1][1] <= metric.spans[0][0]
    cut = piece(metric, 0, at) if before else piece(metric, at + 1, len(metric.text))
    return fill(relation, "metric", cut)

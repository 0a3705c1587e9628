"""The list, programme or paper that a figure belongs to, where the text names it apart from what is counted."""

from __future__ import annotations

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.engine.lists import piece
from extract.stages.resolve.context import Context, fill, first, place

_BACK = 120
"""Characters before a figure in which its list is named."""


def scoped(context: Context, relation: Relation) -> Relation:
    """The relation with its `scope`, where its metric or the clauses before it name one."""
    if "scope" in relation.slots:
        return relation
    return _of_paper(context, relation) or _entered(context, relation) or _of_list(context, relation) or relation


def _of_paper(context: Context, relation: Relation) -> Relation | None:
    """《水污染防治计划》确定的|断面水质优良比例: the paper that sets the indicator."""
    metric = first(relation, "metric")
    found = context.words.metrics.set_by.match(metric.text) if metric else None
    if metric is None or found is None or found.end() == len(metric.text):
        return None
    paper = piece(metric, *found.span("paper"))
    return fill(fill(relation, "metric", piece(metric, found.end(), len(metric.text))), "scope", paper)


def _entered(context: Context, relation: Relation) -> Relation | None:
    """新入选|国家培养计划|科技领军人才409名: the programme between the verb and what is counted."""
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1 or metric.inherited or relation.codes.get("measure") != "level":
        return None
    found = context.words.metrics.programmes.fullmatch(metric.text)
    if found is None or not context.words.metrics.entering.search(_before(context, relation, metric.spans[0][0])):
        return None
    scope = piece(metric, *found.span("scope"))
    return fill(fill(relation, "metric", piece(metric, *found.span("rest"))), "scope", scope)


def _of_list(context: Context, relation: Relation) -> Relation | None:
    """省厅公布标杆企业名单，甲、乙等|15家企业|榜上有名: the list that the clause before names."""
    metric, at = first(relation, "metric"), place(relation)
    if metric is None or relation.codes.get("measure") != "level" or len(metric.spans) != 1:
        return None
    sentence = context.article.sentences[relation.sentence]
    end = max(metric.spans[0][1], relation.slots["quantity"][0].spans[0][1])
    behind, before = context.article.text(end, sentence.end), _before(context, relation, at)
    if not (context.words.metrics.listed.match(behind) or context.words.metrics.listed_before.search(before)):
        return None
    found = max(context.words.metrics.listings.finditer(before), key=lambda hit: hit.start(), default=None)
    if found is None:
        return None
    start = at - len(before)
    span = (start + found.start("list"), start + found.end("list"))
    return fill(relation, "scope", Filler((span,), plain(context.article.text(*span))), inherited=True)


def _before(context: Context, relation: Relation, at: int) -> str:
    """What stands in the relation's sentence before a clean offset, no more than is looked at."""
    return context.article.text(max(context.article.sentences[relation.sentence].start, at - _BACK), at)

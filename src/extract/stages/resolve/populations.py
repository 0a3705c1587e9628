"""The firms that an association tells figures of, or a text about none alone: 重点统计钢铁企业, 五大上市险企."""

from __future__ import annotations

import re

from extract.data import Filler, Label, Relation
from extract.engine.coding import CLAUSE_MARKS, plain
from extract.stages.resolve.context import Context, fill, first, once, place
from extract.stages.resolve.home import home_subject

_PART = 6
"""Characters of a part of an association behind its name, and one: 协会|信息统计部."""


def of_population(context: Context, relation: Relation) -> Relation | None:
    """The relation as that of the firms that its sentence names last, without them in its metric."""
    words = _words(context, relation)
    if words is None:
        return None
    metric = first(relation, "metric")
    start = context.article.sentences[relation.sentence].start
    end = metric.spans[0][1] if metric and len(metric.spans) == 1 else relation.start
    found = list(words.finditer(context.article.text(start, end)))
    if not found or any(m.label is Label.PLACE for m in context.begun(start + found[-1].end(), end)):
        return None  # 根据会员企业产量估算，全国|生产粗铁
    span = (start + found[-1].start("name"), start + found[-1].end("name"))
    own = any(m.label is Label.ORG for m in context.begun(span[0], span[1]))  # 某矿协|重点统计企业, wherever it sits
    if context.article.place is not None and not own:
        return None
    relation = fill(relation, "subject", Filler((span,), plain(context.article.text(*span))))
    if metric is None or len(metric.spans) != 1 or not metric.spans[0][0] <= span[1] < end:
        return relation
    cut = span[1] + context.article.clean.text.startswith(context.words.of, span[1])
    return fill(relation, "metric", Filler(((cut, end),), plain(context.article.text(cut, end))))


def of_leaders(context: Context, relation: Relation) -> Relation | None:
    """The relation as the share of those that lead by a measure: 玻璃产量前9家企业|占全国的57.3%."""
    start, end = context.article.sentences[relation.sentence].start, place(relation)
    found = list(context.words.about.leaders.finditer(context.article.text(start, end)))
    if (
        relation.codes.get("measure") != "share"
        or not found
        or any(c in CLAUSE_MARKS for c in context.article.text(start + found[-1].end(), end))
    ):
        return None
    times = [m.end - start for m in context.by_sentence[relation.sentence] if m.label is Label.TIME]
    for slot, group in (("subject", "name"), ("metric", "metric")):
        low, high = found[-1].span(group)
        low = max((low, *(at for at in times if low < at < high)))  # 去年|某量前10家企业
        relation = fill(
            relation,
            slot,
            Filler(((start + low, start + high),), plain(context.article.text(start + low, start + high))),
        )
    return relation


def is_population(context: Context, subject: Filler) -> bool:
    """Whether an owner is such firms."""
    about = context.words.about
    return any(words.search(subject.text) for words in (about.surveyed, about.firms_together))


def _words(context: Context, relation: Relation) -> re.Pattern[str] | None:
    """How the firms are called that a text may be about; None where it is about a place or about one of them."""
    if _by_association(context):
        return context.words.about.surveyed
    nobodys = home_subject(context, relation.start) is None and not _of_place(context)
    return context.words.about.firms_together if nobodys else None


@once
def _of_place(context: Context) -> bool:
    """Whether a text points at a place, whichever it is: 全区."""
    texts = (context.article.text(m.start, m.end) for m in context.mentions if m.label is Label.PLACE)
    return any(text in context.words.deictics and text != context.words.nation.name for text in texts)


@once
def _by_association(context: Context) -> bool:
    """Whether a text names an association: 某某工业协会信息部."""
    bodies = (m for m in context.mentions if m.label is Label.ORG)
    names = (m.normal if isinstance(m.normal, str) else context.article.text(m.start, m.end) for m in bodies)
    fronts = (name[: len(name) - cut] for name in names for cut in range(min(_PART, len(name))))
    return any(context.words.associations.search(front) for front in fronts)


def turned_from(context: Context, relation: Relation, subject: Filler) -> bool:
    """Whether a sentence turns to something else than the firms that the one before told of: 与此同时，出口…."""
    turning = context.words.about.turning.match(context.sentence_text(relation.sentence))
    return turning is not None and subject.normal is None and is_population(context, subject)

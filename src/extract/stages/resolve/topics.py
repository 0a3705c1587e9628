"""What stands over several figures: the topic that they share, the set of which they tell some members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.data import Filler, Relation
from extract.engine.coding import CLAUSE_MARKS, QUANTITIES, Coded, plain
from extract.engine.lists import joined
from extract.stages.resolve.bracketed import bracket_of
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, fill, first

_OPEN, _CLOSE = "（", "）"
_QUOTES = ("“", "”")
_NOUN = ("n", "s", "l", "j")
_NOUN_SIZE = 2
"""Characters of a noun that a topic and a metric share."""
_SHORT = 4
"""Characters of the noun that names a member, at most: 内地|（升18%）."""
_HEAD = 5
"""Characters of a head that stands alone, at most."""
_LONGEST = 16
"""Symbols of what stands in front of a bracket that belongs to the metric: 来自|美国|（跌10%）的进口货值."""


def of_topic(context: Context, relation: Relation) -> Relation:
    """平均房价方面，旅馆业为2973元; 主要产品产量：原煤2786万吨: a bare item with what its topic says is measured."""
    metric, words = first(relation, "metric"), context.words
    if metric is None or metric.inherited or len(metric.spans) != 1 or words.sharing.measured(metric.text):
        return relation
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][0])
    topic = _topic(context, coded, at)
    if topic is None or topic.text in metric.text or metric.text.startswith(words.metrics.kept_verbs):
        return relation
    if topic.text in words.metrics.paces or metric.text[-_NOUN_SIZE:] in topic.text:
        return relation  # 增速方面，总资产增长14%; 从资产规模来看，总资产17亿元
    return fill(relation, "metric", joined(metric, topic))


def of_topic_alone(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """固定资产投资方面，一季度同比增长13%: a figure without a metric is of the topic that its sentence opens with."""
    if "metric" in relation.slots:
        return None
    coded = context.coding(relation)
    at = coded.at(relation.start)
    found = _last(context.words.metrics.topics, coded.text, at)
    if found is None or any(symbol in QUANTITIES for symbol in coded.text[found.end() : at]):
        return None
    if any(r.record_type == STATISTIC and r.start >= coded.starts[found.end() - 1] for r in done[-1:]):
        return None
    topic = _topic(context, coded, at)
    if topic is None and found.group().endswith(context.words.metrics.topic_ends):
        topic = _filled(context, coded, *found.span("topic"))
    return fill(relation, "metric", topic, inherited=True) if topic else None


def _topic(context: Context, coded: Coded, at: int) -> Filler | None:
    """The topic before the symbol `at` in its sentence, without what only leads to it, if it can be measured."""
    words = context.words
    found = _last(words.metrics.topics, coded.text, at)
    if found is None:
        return None
    start, end = found.span("topic")
    lead = words.metrics.topic_leads.match(coded.text[start:end])
    span = coded.span(start + (lead.end() if lead else 0), end)
    text = plain(context.article.text(*span))
    divided = text.endswith(words.metrics.divided_by)  # 从企业规模看，|大型企业
    return Filler((span,), text) if words.sharing.measured(text) and not divided else None


def of_bracket(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """服装（零售量上升7.6%）；药物（上升8.0%）: the item in front of a bracket has the figure in it."""
    coded = context.coding(relation)
    opening = bracket_of(coded, relation)
    own, phrase = first(relation, "metric"), context.words.phrases.left(coded, opening) if opening > 0 else None
    if phrase is None or phrase[1] != opening or (own and own.inherited):
        return None
    if coded.text[phrase[0]] == _QUOTES[0] and coded.text[opening - 1] == _QUOTES[1] and first(relation, "subject"):
        return None  # 实现“三个翻番”（全市财政收入突破80亿元）
    item = _filled(context, coded, *phrase)
    if context.words.sharing.measured(item.text):
        return None if own else fill(relation, "metric", item)
    last = first(done[-1], "told") if done and done[-1].sentence == relation.sentence else None
    told = own or last
    if told is None or (own and not _bare(context, coded, own)):
        return None
    before = first(done[-1], "metric") if done and done[-1].sentence == relation.sentence else None
    if before and before.text.endswith(context.words.of + told.text):
        told = replace(told, text=context.words.of + told.text)  # 家具的销货值升6%；珠宝（销货值升5%）
    return fill(fill(relation, "metric", joined(item, told)), "told", told)


def _bare(context: Context, coded: Coded, own: Filler) -> bool:
    """Whether a metric that opens its bracket is a head alone, which asks whose it is: （零售量上升7.6%）."""
    at = coded.at(own.spans[0][0])
    head = own.text in context.words.sharing.heads or coded.ends[coded.word_end(at) - 1] == own.spans[0][1]
    return head and len(own.text) <= _HEAD and coded.text[at - 1] == _OPEN


def of_member(context: Context, relation: Relation) -> Relation | None:
    """输往多数市场的出口货值录得升幅，尤其是越南（升56%）: the figure of one member of a set, in brackets behind it."""
    coded = context.coding(relation)
    opening = bracket_of(coded, relation)
    if "metric" in relation.slots or opening <= 0:
        return None
    member = _member(context, coded, opening)
    if member is None:
        return None
    aside = _around(context, coded, opening)
    if aside:
        return fill(relation, "metric", aside)
    found = _last(context.words.metrics.collective, coded.text, opening)
    if found is None:
        return None
    lead, tail = _filled(context, coded, *found.span("lead")), _filled(context, coded, *found.span("tail"))
    if not lead.text and tail.text.startswith(context.words.of):
        tail = _filled(context, coded, found.start("tail") + 1, found.end("tail"))
    return fill(relation, "metric", joined(lead, member, tail), inherited=True)


def _member(context: Context, coded: Coded, end: int) -> Filler | None:
    """The name, or what stands in quotation marks, right before the symbol `end`."""
    if coded.text[end - 1] in NAME_SYMBOLS:
        return _filled(context, coded, end - 1, end)
    if coded.text[end - 1] == _CLOSE:
        return _member(context, coded, coded.text.rfind(_OPEN, 0, end))  # 中国内地（内地）（升9.8%）
    if coded.text[end - 1] != _QUOTES[1]:
        start = coded.words[end - 1]
        noun = coded.tags[start].startswith(_NOUN) and end - start <= _SHORT
        return _filled(context, coded, start, end) if noun else None
    start = coded.text.rfind(_QUOTES[0], 0, end)
    return _filled(context, coded, start, end) if start >= 0 else None


def _around(context: Context, coded: Coded, opening: int) -> Filler | None:
    """来自美国（跌10%）的进口货值: the phrase that goes on behind the bracket."""
    closing = coded.text.find(_CLOSE, opening)
    if closing < 0 or coded.text[closing + 1 : closing + 2] != context.words.of:
        return None
    behind = context.words.phrases.right(coded, closing + 2)
    start = coded.clause_start(opening)
    if behind is None or not 0 < opening - start <= _LONGEST or coded.text[start] in CLAUSE_MARKS:
        return None
    return joined(_filled(context, coded, start, opening), _filled(context, coded, closing + 1, behind[1]))


def _last(expression: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The last place before `end` where an expression matches."""
    return max(expression.finditer(text, 0, end), key=lambda hit: hit.start(), default=None)


def _filled(context: Context, coded: Coded, start: int, end: int) -> Filler:
    if start >= end:
        return Filler((), "")
    span = coded.span(start, end)
    return Filler((span,), plain(context.article.text(*span)))

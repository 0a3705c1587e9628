"""Owners that stay in the metric: the group that has a figure, what was counted just before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Label, Place, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, SINGLE, Coded, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.antecedents import group_word
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, fill, first
from extract.stages.resolve.entities import may_end, verbs
from extract.stages.resolve.parts import in_part
from extract.stages.resolve.pointing import pointer
from extract.stages.resolve.told_of import opens_own

_COUNT = SINGLE[Dimension.COUNT]
_COMMA = "，"
_BACK = 3
"""Clauses before the figure's own in which the group is sought that they tell of."""
_SETTING = frozenset({*NAME_SYMBOLS, NAMES[Label.TIME]})
"""What may stand between a clause's start and the group: 全市|光伏|新增…."""
_NOUNS, _PROPER = ("n", "vn", "j", "l"), ("nr", "ns", "nt", "nz", "en", "x")
_SHORT = 2
"""Characters of a word that names no group by itself: 企业."""


def of_group(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """规模以上工业企业|实现|营业收入: the group that has the figure stays in the metric, for the next verbs too."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or len(metric.spans) != 1:
        return relation
    at = (coded := context.coding(relation)).at(metric.spans[0][0])
    verb, yields = _verb_before(context, coded, at), metric.text in context.words.metrics.yields
    if (verb is None and not (yields and opens_own(coded, at))) or metric.text.startswith(context.words.of):
        return relation
    group = None
    if verb is not None:
        group = _group_before(context, relation, coded, verb) or _carried(context, relation, coded, verb, done)
    if group is None and yields and not _had(relation, done):
        group = _told_of(context, coded, at if verb is None else verb)  # 医药制造业稳中向好，1—10月|产值增长5%
    if group is None or metric.text.startswith(group.text):
        return relation
    return fill(fill(relation, "group", group), "metric", joined(group, metric))


def _verb_before(context: Context, coded: Coded, at: int) -> int | None:
    """The symbol of the verb of having or gaining (实现, 完成, 新增) right before `at`."""
    while at > 0:
        word = coded.words[at - 1]
        surface = coded.text[word:at]
        if surface in context.words.metrics.having or surface in context.words.metrics.gaining:
            return word
        if surface not in context.words.phrases.declared.edges:
            return None
        at = word
    return None


def _group_before(context: Context, relation: Relation, coded: Coded, at: int) -> Filler | None:
    """The phrase before the verb at the symbol `at`, where it is a group or any noun that nobody owns figures by."""
    phrase = context.words.phrases.left(coded, at)
    if phrase is None:
        return None
    start, end = coded.after_names(*phrase), phrase[1]
    whole = context.words.about.unnamed_settlement.match(coded.text, start, end)
    start = whole.end() if whole else start  # 全镇|规模以上工业
    counted = start > 0 and coded.text[start - 1] == _COUNT
    if start >= end or (not counted and coded.text[start - 1 : start] in set(QUANTITIES)):
        return None
    named = counted and not coded.surface(start - 1, start)[0].isascii()  # 三大|园区; 12个 is a count of its own
    span = coded.span(start - named, end)
    text = plain(context.article.text(*span))
    if context.words.numbering.match(text):
        return None  # 四、林业　全年|完成|造林面积
    if counted:
        return Filler((span,), text)  # 全市12个|中小企业园区|实现|营业收入
    if text in context.words.metrics.sectors or text.endswith(context.words.metrics.groups):
        is_group = text in context.words.metrics.sectors or len(text) > _SHORT
    else:
        is_group = len(text) >= _SHORT and _stands_alone(context, relation, coded, start, end)
    return Filler((span,), text) if is_group else None


def _stands_alone(context: Context, relation: Relation, coded: Coded, start: int, end: int) -> bool:
    """Whether a noun phrase heads its clause and is no owner, so that it says what part of a place's is measured."""
    subject, (low, high), text = first(relation, "subject"), coded.span(start, end), plain(coded.surface(start, end))
    of_place = subject is not None and (isinstance(subject.normal, Place) or subject.text in context.words.deictics)
    if (
        text in context.words.metrics.area
        or context.words.about.own_kind.fullmatch(text)  # 街道|实现|税收 of 青石街道
        or subject is None
        or not of_place  # a firm's may be called by an unknown name
        or any(low < b and a < high for a, b in subject.spans)
    ):
        return False
    before = coded.text[start - 1 : start]
    planned = coded.text[coded.words[end - 1] : end] in context.words.phrases.declared.plans  # 计划|新增托位
    heads = not planned and (before in ("", *CLAUSE_MARKS) or before in _SETTING)
    listed = ITEM_MARK in coded.text[start:end] and not text.endswith(context.words.metrics.bare_heads)
    listed = listed and coded.following(end) not in context.words.metrics.jointly
    noun = coded.tags[coded.words[end - 1]].startswith(_NOUNS) and not listed
    marks = (i for i in range(start, end) if coded.text[i] != ITEM_MARK)
    named = any(coded.tags[i].startswith(_PROPER) for i in marks) or (len(text) > _SHORT and may_end(context, text))
    spoken = pointer(context, coded, start, end) or group_word(context, coded, start, end)
    return heads and noun and not named and not spoken and verbs(context, coded, start, end) == 0


def _carried(context: Context, relation: Relation, coded: Coded, verb: int, done: Sequence[Relation]) -> Filler | None:
    """The group of the figure before, where the verb opens its clause: …企业增加到35户，|完成增加值."""
    start = coded.clause_start(verb)
    if context.words.phrases.left(coded, verb) is not None or any(c in NAME_SYMBOLS for c in coded.text[start:verb]):
        return None
    for last in reversed(done):
        if last.record_type != STATISTIC or last.sentence != relation.sentence:
            return None
        group, metric = first(last, "group"), first(last, "metric")
        if (last.parent is None) != (relation.parent is None):
            return None
        if group:
            return group
        if metric and not metric.inherited:
            counted = last.rule in context.words.metrics.grown and metric.text.endswith(context.words.metrics.groups)
            return metric if counted else _body_of(context, relation, metric)
    return None


def _body_of(context: Context, relation: Relation, metric: Filler) -> Filler | None:
    """The firms of a place that a metric begins with: 规模以上工业企业|产销率."""
    subject = first(relation, "subject")
    if subject is not None and not isinstance(subject.normal, Place):
        return None
    ends = (metric.text.rfind(body) + len(body) for body in context.words.metrics.bodies if body in metric.text)
    size = max(ends, default=0)
    measured = context.words.sharing.measured(metric.text[size:])
    return piece(metric, 0, size) if size > _SHORT and size < len(metric.text) and measured else None


def _had(relation: Relation, done: Sequence[Relation]) -> bool:
    """Whether the sentence has had a figure before the relation's."""
    return bool(done) and done[-1].sentence == relation.sentence and done[-1].start != relation.start


def _told_of(context: Context, coded: Coded, at: int) -> Filler | None:
    """The group that a clause without a figure before the symbol `at` opens with: 设施农业加快发展，|实现增加值."""
    start = coded.clause_start(at)
    for _ in range(_BACK):
        if start == 0 or coded.text[start - 1] != _COMMA:
            return None
        end, start = start - 1, coded.clause_start(start - 1)
        inside = _inside(context, coded, start, end)
        if any(symbol in QUANTITIES for symbol in coded.text[inside:end]):
            return None
        phrase = context.words.phrases.head(coded, inside)
        group = _group_in(context, coded, *phrase) if phrase else None
        if group:
            return group
    return None


def _inside(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where the part is told of behind the whole that opens a clause: 五大产业|中|新能源产业…; else its start.

    So is a group behind what it is: 作为核心来源的|云屏业务.
    """
    if called := context.words.metrics.as_what.match(coded.text, start, end):
        return called.end()
    within = context.words.phrases.declared.within
    ends = [i + 1 for i in range(start, end) if coded.text[coded.words[i] : i + 1] in within]
    return ends[-1] if ends and ends[-1] < end else start


def _group_in(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The group that a phrase begins with: 设施农业|发展步伐."""
    start = coded.after_names(start, end)
    stops = [i for i in range(start + 1, end + 1) if i == len(coded.text) or coded.words[i] == i]
    found = [i for i in stops if coded.text[start:i].endswith(context.words.metrics.groups)]
    if not found:
        return None
    text = plain(context.article.text(*(span := coded.span(start, found[-1]))))
    return Filler((span,), text) if len(text) > _SHORT or text in context.words.metrics.sectors else None


def of_counted(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """普通高中1.5万所，|招生947万人: a noun that needs an owner takes what was counted just before it."""
    metric, words = first(relation, "metric"), context.words.metrics
    if metric is None or metric.inherited:
        return relation
    if metric.text in words.yields and not _had(relation, done) and len(metric.spans) == 1:
        coded = context.coding(relation)
        at = coded.at(metric.spans[0][0])
        group = _told_of(context, coded, at) if coded.clause_start(at) == at else None
        if group:
            relation = replace(relation, slots={**relation.slots, "group": (group,)})
            return fill(relation, "metric", joined(group, metric))
    needs = metric.text in words.dependents
    traded = metric.text in words.trade
    returned = traded or metric.text in words.returns or words.relational.fullmatch(metric.text) is not None
    if not (needs or returned) or (metric.text in words.spent and _done(context, relation)):
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            break
        group, source = first(earlier, "group"), first(earlier, "metric")
        if group and returned and relation.parent is None:  # 某业实现营业收入250亿元，|利润总额15亿元
            relation = replace(relation, slots={**relation.slots, "group": (group,)})
            return fill(relation, "metric", joined(group, metric))
        if source is None or earlier.codes.get("measure") not in {"level", "increment"}:
            continue
        apart = in_part(context, earlier) != in_part(context, relation) and not _dealt(context, source.text)
        if apart or _relational(context, source.text) or _sum_of_counted(context, earlier):
            continue
        if source.text in words.classes:
            continue  # 班级48个，|在校学生2400人 are the school's
        if needs and not (_dimension(earlier) is Dimension.COUNT or _dimension(earlier) is _dimension(relation)):
            continue  # 总营收248亿元；|从业人员3.6万人
        if words.grounds.search(metric.text) and (q := _quantity(earlier)) and words.groundless.fullmatch(q.unit or ""):
            continue  # 社员520人，|种植面积900亩
        if traded and not (_dimension(earlier) is Dimension.COUNT and source.text.endswith(words.groups)):
            break  # 出口6亿元，|进口2亿元
        if source.text.startswith(words.everything) or not (needs or _owns(context, relation, earlier)):
            break
        return fill(relation, "metric", joined(source, metric))
    return relation


def _done(context: Context, relation: Relation) -> bool:
    """Whether a verb of having stands before the metric: 开工98个，|完成|投资9亿元."""
    metric, coded = relation.slots["metric"][0], context.coding(relation)
    return len(metric.spans) == 1 and _verb_before(context, coded, coded.at(metric.spans[0][0])) is not None


def _dealt(context: Context, source: str) -> bool:
    """Whether goods are told of that were sold, which have a worth: 手机|出口860万台，货值210亿元."""
    return any(source.startswith(way) or source.endswith(way) for way in context.words.metrics.directions)


def _dimension(relation: Relation) -> Dimension | None:
    return quantity.dimension if (quantity := _quantity(relation)) else None


def _quantity(relation: Relation) -> Quantity | None:
    quantity = relation.slots["quantity"][0].normal
    return quantity if isinstance(quantity, Quantity) else None


def _relational(context: Context, text: str) -> bool:
    """Whether a metric itself is what something else has: 床位, 总投资."""
    words = context.words.metrics
    return text.endswith((*words.dependents, *words.returns)) or words.relational.fullmatch(text) is not None


def _sum_of_counted(context: Context, earlier: Relation) -> bool:
    """Whether a sum took its owner from the count before, which has the next too: 项目5个、总投资3亿元、投资1亿元."""
    metric, words = earlier.slots["metric"][0], context.words.metrics
    last = metric.spans[-1]
    own = context.article.text(*last)
    return len(metric.spans) > 1 and words.relational.fullmatch(own) is not None


def _owns(context: Context, relation: Relation, earlier: Relation) -> bool:
    """Whether what was counted owns a sum: a group, or things told by their kind (外资项目) or what became of them.

    A programme's portfolio (重点项目) does not: it is the sum's scope. Other things own what one list tells of them
    (水厂5座、|总投资3亿元).
    """
    source, words = earlier.slots["metric"][0].text, context.words.metrics
    if _dimension(earlier) is not Dimension.COUNT and not _dealt(context, source):
        return False
    if _dealt(context, source) or source.endswith(words.groups) or source.startswith(words.opened):
        return True
    closely = context.article.text(earlier.end, relation.start) == ITEM_MARK and not words.chosen.fullmatch(source)
    sum_of_it = words.relational.fullmatch(relation.slots["metric"][0].text) is not None
    return sum_of_it and (closely or words.owning.fullmatch(source) is not None)

"""The verb in front of a count that says which ones are counted: 培训|8000名|农民工, 集中开工的|20个|项目."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, QUANTITIES, Coded, plain
from extract.engine.lists import joined
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_VERBS = frozenset({"v", "vn"})
_WITH, _ASPECTS = "p", frozenset({"ul", "uz", "ug"})
"""The tags of prepositions, and of 了, 着 and 过."""
_NOMINAL, _NOUNS = "vn", ("n", "m")
"""The tag of a verb that may be a noun, and of what makes it one in front."""
_WORD = 2
"""Characters of a verb that says what was done, at least: 建 and 有 only say that there is something."""
_COUNTED = frozenset({Dimension.COUNT, Dimension.PHYSICAL})


def of_act(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """The relation with the verb that governs its figure in front of the noun behind it, for a list's next items too.

    A verb of having or bringing (有, 实现, 带动) says nothing of what is counted and is left out, wherever it stands.
    """
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or metric.inherited or relation.codes.get("measure") != "level":
        return relation
    if not isinstance(figure.normal, Quantity) or figure.normal.dimension not in _COUNTED:
        return relation
    if metric.spans[0][0] < figure.spans[-1][1]:
        return relation
    coded = context.coding(relation)
    at = coded.at(figure.spans[0][0])
    if figure.normal.dimension is Dimension.PHYSICAL and coded.following(at + 1) == context.words.of:
        return relation  # 负载|210公斤的|机器人
    verb = _verb(context, coded, at) or _of_list(context, coded, relation, done, at)
    if verb is None or metric.text.startswith(verb.text):
        return relation
    if verb.text in context.words.metrics.standing and context.words.cumulative.search(context.before(relation)):
        return relation  # 累计建成|60个|车间: so many there are
    return fill(fill(relation, "metric", joined(verb, metric)), "lead", verb)


def of_batch(context: Context, relation: Relation) -> Relation:
    """首批|20台|滚齿机 counts 首批滚齿机: which batch is counted stays in front."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    words = context.words.metrics
    if metric is None or metric.inherited or metric.spans[0][0] != figure.spans[-1][1]:
        return relation
    coded = context.coding(relation)
    at = coded.at(figure.spans[0][0])
    start = coded.words[at - 1] if at else at
    batch = coded.text[start:at]
    if batch not in words.rests or batch in words.mere_rests or metric.text.startswith(batch):
        return relation
    return fill(relation, "metric", joined(Filler((coded.span(start, at),), batch), metric))


def _of_list(context: Context, coded: Coded, relation: Relation, done: Sequence[Relation], at: int) -> Filler | None:
    """建成2所职业学校，|5所示范高中: the verb of the list, right behind its last item."""
    last = done[-1] if done else None
    lead = first(last, "lead") if last and last.record_type == STATISTIC else None
    if last is None or lead is None or last.sentence != relation.sentence or at == 0:
        return None
    before, behind = coded.words[at - 1], coded.at(relation.slots["metric"][0].spans[-1][1] - 1) + 1
    marks = {*context.words.joins, *CLAUSE_MARKS, ITEM_MARK}
    joint = coded.text[before:at] in marks and (behind >= len(coded.text) or coded.following(behind) in marks)
    return lead if joint and coded.at(last.slots["metric"][0].spans[-1][1] - 1) + 1 == before else None


def _verb(context: Context, coded: Coded, at: int) -> Filler | None:
    """The verb right before the symbol `at`, across 了, 的 and adverbs."""
    edges = context.words.phrases.declared.edges
    end = at
    while end > 0 and (coded.tags[end - 1] in _ASPECTS or coded.text[coded.words[end - 1] : end] in edges):
        if coded.tags[end - 1] == _WITH or coded.text[end - 1] in context.words.others:
            return None  # 分布|在|97个县, 体系建设|等|100多项经验
        end = coded.words[end - 1]
    if end == 0:
        return None
    start = coded.words[end - 1]
    done = end < at and coded.tags[end] in _ASPECTS  # 动员|了: a verb, whatever the dictionary says
    if not _tells(context, coded, start, end, done):
        return None
    before = coded.words[start - 1] if start else start
    if before < start and _tells(context, coded, before, start):
        start = before  # 集中|开工, 签约|落地
    span = coded.span(start, end)
    return Filler((span,), plain(context.article.text(*span)))


def _tells(context: Context, coded: Coded, start: int, end: int, done: bool = False) -> bool:
    """Whether a word is a verb that says what was done to what is counted."""
    word, declared = coded.text[start:end], context.words.phrases.declared
    light = declared.left_stops | declared.predicates | declared.plans | declared.finding | declared.leads
    apart = coded.text[end : end + 1] not in QUANTITIES
    if apart and coded.tags[start] == _NOMINAL and start and coded.tags[start - 1].startswith(_NOUNS):
        return False  # 30公斤|负载|共18个型号, but 集中区|建设|2个基地
    if end - start < _WORD or word in light:
        return False
    verb = (done or coded.tags[start] in _VERBS) and word[-1] not in declared.directional
    return verb or word in declared.attributive

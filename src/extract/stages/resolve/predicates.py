"""What is said of some out of a whole: 八成的村卫生室|能提供远程诊疗, 31个行业大类中|27个|实现增长."""

from __future__ import annotations

from collections.abc import Sequence, Set

from extract.data import Bound, Dimension, Filler, Label, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, NAMES, QUANTITIES, SINGLE, Coded, plain
from extract.engine.lists import joined
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place

SAID = "said"
"""The code of a rule whose noun is the whole (`whole`), or stands before the figure (`before`)."""
_LONGEST = 20
"""Symbols of a predicate that still defines a part; a longer one tells a story."""
_BACK = 60
"""Records before a figure among which those who were asked are sought."""
_VERBS, _JOINING = frozenset({"v", "vn"}), frozenset({"c", "d", "r"})
_COUNT = SINGLE[Dimension.COUNT]
_NOUNS = ("n", "m")
"""How tags of what may end a noun begin: 采样点 ends in a word tagged as a number."""
_BOUNDS = frozenset({Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST})
_SETTLED = frozenset({"v", "uj", "p", "c"})
"""Tags of words that no noun of what something has begins with."""
_SETTING = frozenset(NAMES[label] for label in (Label.TIME, Label.PLACE, Label.ORG))


def of_predicate(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """The relation whose metric is what is said of the part and its noun: 实现增长行业大类; the noun is the whole.

    Where the figure is no subject (贡献了全国|六成的|出口) nothing is said of it, and the noun stays the metric.
    """
    said, metric = relation.codes.get(SAID), first(relation, "metric")
    if said == "asked":
        return _of_asked(context, relation, done)
    if not isinstance(said, str) or metric is None:
        return relation
    coded = context.coding(relation)
    figure = coded.at(relation.slots["quantity"][0].spans[0][0])
    start = figure + 1 if said == "before" else coded.at(metric.spans[-1][1] - 1) + 1
    if said == "whole" and not _opens(context, coded, figure):
        return relation
    if said == "whole":
        start = _doers_end(context, coded, coded.at(metric.spans[0][0]), start)
        metric = _filled(context, coded, coded.at(metric.spans[0][0]), start)
    told = _predicate(context, coded, start, context.words.phrases.declared.edges)
    if said == "whole":
        relation = fill(fill(relation, "metric", metric), "reference", metric)
    return relation if told is None else fill(relation, "metric", joined(told, metric))


def _doers_end(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where those end of whom the clause goes on to tell: 六成|企业|订单|饱满."""
    declared, cut = context.words.phrases.declared, _cut(context, coded, start, end)
    if cut is None or not coded.text[start:cut].endswith(tuple(declared.doers)):
        return end
    told = coded.text[end : end + 1] not in ("", *CLAUSE_MARKS)
    has = told and context.words.sharing.measured(coded.surface(cut, end))
    acts = coded.tags[cut] == "v" and coded.following(cut) not in declared.nominal  # 8%的企业|出现|亏损
    return cut if has or acts else end


def _of_asked(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """46%的渔民|预计捕捞量减少，|认为持平的|占30%: what some of those who were asked say, and who they are."""
    coded = context.coding(relation)
    figure, own = coded.at(relation.slots["quantity"][0].spans[0][0]), first(relation, "metric")
    before = coded.clause_start(figure)
    while coded.tags[before] in _JOINING:
        before = coded.word_end(before)
    of = coded.text.rfind(context.words.of, before, figure)
    behind = own is not None and not own.inherited and coded.at(own.spans[0][0]) > figure
    start = coded.at(own.spans[-1][1] - 1) + 1 if own and behind else figure + 1
    told = _filled(context, coded, before, of) if of > before else _predicate(context, coded, start, frozenset())
    named = own is not None and not own.inherited and coded.at(own.spans[0][0]) == of + 1  # 认为持平的|厂商|占30%
    noun = own if behind or named else _asked(done, relation)
    if told is None or noun is None:
        return relation
    told = _undated(context, coded, told)
    said = Filler((*told.spans, *noun.spans), told.text + context.words.of + noun.text)
    return fill(fill(relation, "metric", said), "reference", noun)


def _undated(context: Context, coded: Coded, told: Filler) -> Filler:
    """What is said without the time of which it is: 预期|明年|支出减少, but 与|今年|相若."""
    start, end = coded.at(told.spans[0][0]), coded.at(told.spans[0][1] - 1) + 1
    times = (i for i in range(start + 1, end - 1) if coded.text[i] == NAMES[Label.TIME])
    when = next((i for i in times if coded.tags[i - 1] in _VERBS), None)
    if when is None:
        return told
    return joined(_filled(context, coded, start, when), _filled(context, coded, when + 1, end))


def _asked(done: Sequence[Relation], relation: Relation) -> Filler | None:
    """Those who were asked, as the last figure of their answers names them."""
    near = (r for r in reversed(done[-_BACK:]) if relation.sentence - r.sentence <= 1 and SAID in r.codes)
    return next((noun for r in near if (noun := first(r, "reference"))), None)


def _filled(context: Context, coded: Coded, start: int, end: int) -> Filler:
    span = coded.span(start, end)
    return Filler((span,), plain(context.article.text(*span)))


def _opens(context: Context, coded: Coded, figure: int) -> bool:
    """Whether nothing but a time, a place or an adverb stands before the figure in its clause: 目前，全市|八成."""
    at = coded.clause_start(figure)
    while at < figure:
        end = coded.word_end(at)
        word = coded.text[at:end]
        if word not in _SETTING and word not in context.words.metrics.settings:
            if word not in context.words.phrases.declared.edges:
                return False
        at = end
    return True


def _predicate(context: Context, coded: Coded, start: int, edges: Set[str]) -> Filler | None:
    """What stands from the symbol `start` to the end of its clause, without the words `edges` in front."""
    while start < len(coded.text) and coded.text[start : coded.word_end(start)] in edges:
        start = coded.word_end(start)
    end = next((i for i in range(start, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), len(coded.text))
    if not 1 < end - start <= _LONGEST:
        return None
    return _filled(context, coded, start, end)


def starts_of_measured(relations: Sequence[Relation]) -> frozenset[int]:
    """Where the metrics begin that stand before their figures, but those of lists."""
    alone = (r for r in relations if r.record_type == STATISTIC and "item" not in r.codes)
    metrics = ((metric, place(r)) for r in alone if (metric := first(r, "metric")) and metric.spans)
    return frozenset(metric.spans[0][0] for metric, at in metrics if metric.spans[0][0] < at)


def of_those(context: Context, relation: Relation, measured: Set[int]) -> Relation:
    """39个|城市|平均浓度为29 counts 城市, where another figure is told of what stands behind it, from `measured` on."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or metric.inherited or len(metric.spans) != 1 or relation.codes.get("measure") != "level":
        return relation
    low, high = metric.spans[0]
    if low not in measured or low < figure.spans[-1][1]:
        return relation
    coded = context.coding(relation)
    start, end = coded.at(low), coded.at(high - 1) + 1
    cut = _cut(context, coded, start, end)
    groups = (*context.words.metrics.groups, *context.words.phrases.declared.sized)
    grouped = coded.text[start - 1] == _COUNT and cut is not None and coded.text[start:cut].endswith(groups)
    return fill(relation, "metric", _filled(context, coded, start, cut)) if cut is not None and grouped else relation


def of_threshold(context: Context, relation: Relation) -> Relation:
    """9家|企业|营业收入超过10亿元 counts 营业收入超过10亿元的企业: those that pass what the next figure says."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or relation.codes.get("measure") != "level" or metric.spans[0][0] < figure.spans[-1][1]:
        return relation
    coded = context.coding(relation)
    start = coded.at(metric.spans[0][0])
    if coded.text[start - 1] != _COUNT:
        return relation
    end = next((i for i in range(start, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), len(coded.text))
    passed = end - 1
    if not 1 < end - start <= _LONGEST or coded.text[passed] not in QUANTITIES or _figures(coded, start, passed):
        return relation
    normal = coded.mentions[passed][0].normal
    if not isinstance(normal, Quantity) or normal.bound not in _BOUNDS:
        return relation
    cut = _parted(context, coded, start, passed)
    if cut is None:
        return relation
    noun, said = coded.span(start, cut), coded.span(cut, end)
    told = plain(context.article.text(*said)) + context.words.of + plain(context.article.text(*noun))
    return fill(relation, "metric", Filler((said, noun), told))


def _figures(coded: Coded, start: int, end: int) -> bool:
    return any(symbol in QUANTITIES for symbol in coded.text[start:end])


def _parted(context: Context, coded: Coded, start: int, end: int) -> int | None:
    """Where the noun of `start:end` ends and what it has begins: 工业企业|营业收入; a group, if any."""
    cut = _cut(context, coded, start, end)
    if cut is None or (coded.tags[cut] in _SETTLED and not context.words.sharing.measured(coded.following(cut))):
        return None
    return cut


def _cut(context: Context, coded: Coded, start: int, end: int) -> int | None:
    """Where the first noun of `start:end` ends, or the last group: 工业企业|营业收入超过10亿元, 企业|出现亏损."""
    begins = (i for i in range(start + 1, end) if coded.words[i] == i and coded.tags[i - 1].startswith(_NOUNS))
    cuts = [i for i in begins if coded.word_end(i) > i + 1 or not coded.tags[i].startswith(_NOUNS)]  # 测产|点|亩产
    groups = (*context.words.metrics.groups, *context.words.phrases.declared.sized)
    grouped = [i for i in cuts if coded.text[start:i].endswith(groups)]
    return next(iter((grouped or cuts[:1])[-1:]), None)

"""A metric as its clause words it, without what is no part of it: times, paces, brackets, reasons."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import Coded, plain
from extract.engine.figures import valued
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import Context, code, fill, first
from extract.stages.resolve.fronts import TITLED
from extract.stages.resolve.neighbours import between, counting, placed, planned, relational
from extract.stages.resolve.parted import parted

_REGION = 2
"""Characters of the word for a place: 地区."""
_VERBAL = frozenset({"v", "d", "ad", "a", "p", "zg", "c", "r"})
"""Tags of words that measure nothing by themselves."""


def fitted(context: Context, relation: Relation) -> Relation:
    """The relation with its own metric and the reference of a gap, without what does not belong to them."""
    steps = (
        between,
        placed,
        planned,
        counting,
        relational,
        _regional,
        parted,
        _timeless,
        _growth,
        _without_pace,
        _without_gaining,
        _without_aside,
        _without_apart,
        _called,
        _measuring,
        _rated,
        _netted,
        _compared,
    )
    for step in steps:
        relation = step(context, relation)
    return relation


def without_metric(relation: Relation) -> Relation:
    """The relation without a metric, which the chain then gives it."""
    return replace(relation, slots={k: v for k, v in relation.slots.items() if k != "metric"})


def _regional(context: Context, relation: Relation) -> Relation:
    """该地区|生产总值 is the 地区生产总值 all the same."""
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1:
        return relation
    start, end = metric.spans[0]
    found = context.words.metrics.regional.search(context.article.text(max(0, start - _REGION), end))
    if found is None or metric.inherited:
        return relation
    begins = max(0, start - _REGION) + found.start()
    if begins >= start or not begins < start < begins + len(found[0]):
        return relation
    return fill(relation, "metric", Filler(((begins, end),), plain(context.article.text(begins, end))))


def _without_apart(context: Context, relation: Relation) -> Relation:
    """对甲国、乙国|分别|进出口: the word that tells figures apart is no part of what is measured."""
    metric, words = first(relation, "metric"), context.words.metrics.apart
    found = next((w for w in words if len(w) > 1 and w in metric.text[1:-1]), None) if metric else None
    if metric is None or found is None:
        return relation
    at = metric.text.index(found)
    front, behind = piece(metric, 0, at), piece(metric, at + len(found), len(metric.text))
    return fill(relation, "metric", joined(front, behind))


def _timeless(context: Context, relation: Relation) -> Relation:
    """期末余额 is a 余额, and 达产后年产值 a 年产值: words of time are no part of what is measured."""
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1:
        return relation
    (start, end), text = metric.spans[0], context.article.text(*metric.spans[0])
    lead = context.words.undated.match(text)
    if lead and lead.end() < len(text):
        return fill(relation, "metric", Filler(((start + lead.end(), end),), plain(text[lead.end() :])))
    found = context.words.metrics.period_words.search(text) or context.words.metrics.handed.search(text)
    if found is None or found.end() == len(text):
        return relation
    pieces = [(start, start + found.start())] if found.start() else []
    rest = text[: found.start()] + text[found.end() :]
    return fill(relation, "metric", Filler((*pieces, (start + found.end(), end)), plain(rest)))


def _growth(context: Context, relation: Relation) -> Relation:
    """经济增速预测|下调至1.5% is a growth of 经济: the noun says so, whatever verb stands behind it."""
    metric, figure, words = first(relation, "metric"), first(relation, "quantity"), context.words.metrics
    if metric is None or figure is None or relation.codes.get("measure") != "level":
        return relation
    found = words.paced.search(metric.text)
    if found is None or not isinstance(figure.normal, Quantity) or figure.normal.dimension is not Dimension.PERCENT:
        return relation
    relation = code(
        fill(relation, "quantity", valued(figure, "-" if found["pace"].endswith(words.falls) else "+", {})),
        measure="growth",
    )
    if found.start() == 0:
        return without_metric(relation)
    of = len(context.words.of) if metric.text[: found.start()].endswith(context.words.of) else 0
    return fill(relation, "metric", piece(metric, 0, found.start() - of))


def _without_pace(context: Context, relation: Relation) -> Relation:
    """增速 is what changes, not what is measured: 工业投资增速|回落2个百分点 has the metric 工业投资."""
    metric = first(relation, "metric")
    if metric is None or relation.codes.get("measure") not in {"change", "gap"}:
        return relation
    pace = next((w for w in context.words.metrics.paces if metric.text.endswith(w)), "")
    if not pace:
        return relation
    start, end = metric.spans[-1]
    relation = fill(relation, "pace", Filler(((end - len(pace), end),), pace))  # what is ranked behind it is this
    if metric.text == pace:
        return without_metric(relation)
    pace = context.words.of + pace if metric.text.endswith(context.words.of + pace) else pace
    cut = Filler((*metric.spans[:-1], (start, end - len(pace))), metric.text[: -len(pace)])
    return fill(relation, "metric", cut) if end - len(pace) > start else relation


def _without_gaining(context: Context, relation: Relation) -> Relation:
    """新增就业|2000人 adds to 就业: that it is new is said by the measure."""
    metric = first(relation, "metric")
    if metric is None or relation.codes.get("measure") != "increment":
        return relation
    said = max((w for w in context.words.metrics.gaining if metric.text.startswith(w)), key=len, default="")
    if not said or said == metric.text:
        return relation
    return fill(relation, "metric", piece(metric, len(said), len(metric.text)))


def _without_aside(context: Context, relation: Relation) -> Relation:
    """营业收入（1—8月） is the 营业收入, （成渝）开行数量 the 开行数量, and 广义货币（M2）余额 the 广义货币余额."""
    metric, words = first(relation, "metric"), context.words.metrics
    if metric is None:
        return relation
    short = words.abbreviations.search(metric.text)
    if short and short.start():
        metric = joined(piece(metric, 0, short.start()), piece(metric, short.end(), len(metric.text)))
        relation = fill(relation, "metric", metric)
    found = words.asides_behind.search(metric.text)
    if found and found.start():
        metric = piece(metric, 0, found.start())
        relation = fill(relation, "metric", metric)
    lead = words.asides_before.match(metric.text)
    if lead and lead.end() < len(metric.text):
        relation = fill(relation, "metric", piece(metric, lead.end(), len(metric.text)))
    return relation


def _called(context: Context, relation: Relation) -> Relation:
    """劳动奖章|称号 is the 劳动奖章: that a title is one goes without saying."""
    metric = first(relation, "metric")
    if metric is None or not relation.codes.get(TITLED):
        return relation
    said = next((w for w in context.words.metrics.called if metric.text.endswith(w)), "")
    return fill(relation, "metric", piece(metric, 0, len(metric.text) - len(said))) if said != metric.text else relation


def _measuring(context: Context, relation: Relation) -> Relation:
    """The relation without a metric that only says why: 受到季节因素影响|减少2%."""
    metric = first(relation, "metric")
    return without_metric(relation) if metric and context.words.metrics.causes.search(metric.text) else relation


def _rated(context: Context, relation: Relation) -> Relation:
    """日均|接待|游客5万人 counts 日均游客: the verb goes, the word of the rate stays."""
    metric, words = first(relation, "metric"), context.words
    if metric is None or len(metric.spans) != 1 or metric.inherited:
        return relation
    coded = context.coding(relation)
    verb = coded.words[coded.at(metric.spans[0][0]) - 1]
    at = coded.words[verb - 1] if verb > 0 else 0
    if coded.text[verb : coded.at(metric.spans[0][0])] not in words.phrases.declared.left_stops or at >= verb:
        return relation
    if coded.text[at:verb] not in words.metrics.front_aspects:
        return relation
    return fill(relation, "metric", joined(Filler((coded.span(at, verb),), coded.surface(at, verb)), metric))


def _netted(context: Context, relation: Relation) -> Relation:
    """在扣除非经常性损益后，|净利润为12亿元: what the clause before takes off is said of the profit."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or not context.words.metrics.profits.fullmatch(metric.text):
        return relation
    start = context.article.sentences[relation.sentence].start
    before = context.article.text(start, max(start, metric.spans[0][0]))
    found = context.words.metrics.netted.search(before)
    if found is None:
        return relation
    lead = (start + found.start("lead"), start + found.end("lead"))
    return fill(relation, "metric", joined(Filler((lead,), plain(found["lead"])), metric))


def says_nothing(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether a phrase is made of verbs and particles alone, none of which is known as a noun: 呈现, 恢复."""
    words, text = context.words, plain(coded.surface(start, end))
    known = (*words.metrics.statuses, *words.metrics.aspects, *words.metrics.outputs, *words.metrics.portions)
    if text in known or words.sharing.measured(text):
        return False
    kept = words.phrases.declared.nominal | words.phrases.declared.attributive | words.phrases.declared.compounds
    cut = {max(coded.words[i], start) for i in range(start, end)}
    spoken = ((at, coded.text[at : min(words.phrases.word_end(coded, at), end)]) for at in cut)
    return all(coded.tags[at] in _VERBAL and word not in kept for at, word in spoken)


def _compared(context: Context, relation: Relation) -> Relation:
    """A gap's reference without 增速: 高出全国整体增速|8.6个百分点 is measured against 全国整体."""
    reference = first(relation, "reference")
    if reference is None or relation.codes.get("measure") != "gap" or len(reference.spans) != 1:
        return relation
    pace = next((w for w in context.words.metrics.paces if reference.text.endswith(w) and reference.text != w), "")
    start, end = reference.spans[0]
    if not pace or end - len(pace) <= start:
        return relation
    return fill(relation, "reference", Filler(((start, end - len(pace)),), reference.text[: -len(pace)]))


def in_unit(context: Context, relation: Relation) -> Relation:
    """The unit that the metric means: 时速250公里 is 250 km/h."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or not isinstance(figure.normal, Quantity):
        return relation
    for ending, units in context.words.metrics.units.items():
        unit = units.get(figure.normal.unit or "") if metric.text.endswith(ending) else None
        if unit:
            meant = replace(figure.normal, unit=unit)
            return fill(relation, "quantity", replace(figure, normal=meant))
    return relation

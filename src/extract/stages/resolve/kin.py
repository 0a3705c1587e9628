"""Indicators of one family: what the first has in front holds for the others too (快递业务量, 业务收入)."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Filler, Place, Quantity, Relation
from extract.engine.coding import ITEM_MARK
from extract.engine.lists import joined, piece
from extract.stages.resolve.bracketed import aside
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.lists import as_measured
from extract.stages.resolve.parts import in_part

_BACK = 24
"""Records before a member of a family among which another is sought."""
_NOUN = "n"
_PART = "；"
"""Behind it a sentence begins anew."""


def of_kin(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """公路货运量4180万吨、|客运量1020万人: the bare member of a family takes what stands before the one named first."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited:
        return relation
    part = in_part(context, relation)  # 其中，夏粮面积3万亩，|产量5万吨 are both
    for earlier in reversed(done[-_BACK:]):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            break
        source = first(earlier, "metric")
        if source is None or in_part(context, earlier) != part or aside(context, earlier, relation):
            continue
        source = as_measured(relation, earlier)
        anew = _PART in context.article.text(place(earlier), metric.spans[0][0]) and not _goes_on(context, relation)
        apart = anew and not _opens(context, relation)
        if anew and context.words.metrics.per_owner.match(source.text):
            break
        found = (
            _per_head(context, metric, source)
            or _per_owner(context, metric, source, relation)
            or _mirrored(context, metric, source, anew)
            or (None if apart else _of_family(context, metric, source, earlier, relation))
        )
        if found:
            return fill(relation, "metric", found)
    return relation


def _per_head(context: Context, metric: Filler, source: Filler) -> Filler | None:
    """人均|消费支出 after 城镇居民人均可支配收入: whose heads are counted."""
    words = context.words.metrics
    mine, its = words.per_head.match(metric.text), words.per_head.search(source.text)
    if mine is None or its is None or not source.text[: its.start()].endswith(words.households):
        return None
    return joined(piece(source, 0, its.start()), metric)


def _per_owner(context: Context, metric: Filler, source: Filler, relation: Relation) -> Filler | None:
    """每百户拥有轿车19辆，|彩电|114台: those among whom the first of a row is counted are those of the others too."""
    words, quantity = context.words.metrics, relation.slots["quantity"][0].normal
    among, own = words.per_owner.match(source.text), words.per_owner.match(metric.text)
    counted = isinstance(quantity, Quantity) and quantity.dimension is Dimension.COUNT
    if among is None or own is not None or not counted or among.end() == len(source.text):
        return None
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][0])
    opens = coded.clause_start(at) == at or coded.text[at - 1] == ITEM_MARK
    return joined(piece(source, 0, among.end()), metric) if opens else None


def _opens(context: Context, relation: Relation) -> bool:
    """Whether a noun that needs an owner opens its part of the sentence without one: 小学招生6万人；|在校生|38万人.

    Behind another that was counted there it is that one's: 小学9所，招生6万人；初中5所，|招生|2万人.
    """
    if relation.slots["metric"][0].text not in context.words.metrics.dependents:
        return False
    coded = context.coding(relation)
    at = coded.at(relation.slots["metric"][0].spans[0][0])
    return coded.clause_start(at) == at and coded.text[at - 1 : at] in ("", _PART)


def _goes_on(context: Context, relation: Relation) -> bool:
    """Whether a part of the sentence begins with the verb of having, its subject before: …；|完成|营业额49亿元."""
    coded = context.coding(relation)
    at = coded.at(relation.slots["metric"][0].spans[0][0])
    return coded.text[coded.clause_start(at) : at] in context.words.metrics.having


def _yields(context: Context, metric: Filler, relation: Relation) -> bool:
    """Whether a metric may be that of what was told before: a firm's profit is its own, a place's is of the trade."""
    subject = first(relation, "subject")
    of_place = subject is None or isinstance(subject.normal, Place)
    return metric.text not in context.words.metrics.earned or of_place or in_part(context, relation)


def _of_family(
    context: Context, metric: Filler, source: Filler, earlier: Relation, relation: Relation
) -> Filler | None:
    """客运量 with what stands before 货运量 in the source; None where they are no family or nothing stands there."""
    for family in context.words.metrics.families:
        kin = max((m for m in family if source.text.endswith(m)), key=len, default="") if metric.text in family else ""
        if kin and kin != metric.text and _yields(context, metric, relation) and _names(context, source, kin, earlier):
            return joined(piece(source, 0, len(source.text) - len(kin)), metric)
    return None


def _names(context: Context, source: Filler, kin: str, earlier: Relation) -> bool:
    """Whether what stands before an indicator names a thing: 牛|存栏, but 年|产值 says nothing of 税收."""
    size = len(source.text) - len(kin)
    front, words = source.text[:size], context.words.metrics
    if front.endswith(words.built) or words.owned_parts.search(front):
        return False  # 总建筑|面积 says nothing of 税收, 归母|净利润 nothing of 营业收入
    if size != 1:
        return size > 1
    coded, (start, end) = context.coding(earlier), source.spans[0]
    if not coded.starts[0] <= start < end <= coded.ends[-1]:
        return False
    at = coded.at(start)
    return coded.word_end(at) == at + 1 and coded.tags[at] == _NOUN


def _mirrored(context: Context, metric: Filler, source: Filler, anew: bool) -> Filler | None:
    """贷款余额 after 银行业存款余额, also where the sentence begins anew; 出口 after 机床进口总额, with its end."""
    for one, other in context.words.sharing.parallels:
        at = source.text.rfind(one) if metric.text.startswith(other) else -1
        if at <= 0 or source.text[at - 1] == other[0]:
            continue  # 进出口总值 is of both
        rest, own = source.text[at + len(one) :], metric.text[len(other) :]
        if rest == own and own:
            return joined(piece(source, 0, at), metric)
        if not own and not anew:
            return joined(piece(source, 0, at), metric, piece(source, at + len(one), len(source.text)))
    return None

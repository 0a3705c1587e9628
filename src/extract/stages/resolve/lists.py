"""What the items of a list take from the metrics before it: 分别达到12万吨和5万吨."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import plain
from extract.engine.lists import items, joined, piece
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, code, fill, first, place
from extract.stages.resolve.told_before import told_before

_MODIFIER = 4
"""Characters of what only says which part of a list is meant, at most: 外贸部分."""
_VERB, _OF, _NOUN = "v", "uj", "n"
_DOING = frozenset({"v", "vn"})
"""The tags of a verb and of 的."""
_BEFORE = frozenset({"r", "t", "d", "j", "a", "vn"})
"""Tags of what may stand before the verb of a list: 每年|互派, 日均|发送."""


def listed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """The k-th of n figures without n names of its own takes the k-th of the n metrics before: 分别累计达到…."""
    item = relation.codes.get("item")
    if not isinstance(item, str):
        return None
    own = first(relation, "metric")
    if own and own.text in context.words.metrics.peopled:
        return None  # 行政村5个，村民小组40个，|人口620户、2310人
    if own and own.text not in context.words.sharing.heads:
        if context.words.sharing.measured(own.text) or len(own.text) > _MODIFIER:
            return None  # 经济规模|连续跨越5万亿、6万亿台阶
    k, n = map(int, item.split("/"))
    if own is None and (told := told_before(context, relation, k, n)):
        return fill(relation, "metric", told)
    run = relation.codes.get("run")
    # in text order, so that nothing farther back stands in this sentence or the one before
    near = [*takewhile(lambda r: r.sentence >= relation.sentence - 1, reversed(done))]
    group = [
        r for r in reversed(near) if r.record_type == STATISTIC and r.start != relation.start and "metric" in r.slots
    ]
    group = [r for r in group if run is None or r.codes.get("run") != run]
    last = _window(group, n)
    if last is None:
        return None
    source = _moved(context, relation, as_measured(relation, last[k]))
    if last[k].codes.get("measure") == "increment" and own and relation.codes.get("measure") == "level":
        relation = code(relation, measure="increment")
    filler = _modified(context, own, source) if own else source
    return fill(relation, "metric", filler, inherited=True)


def _moved(context: Context, relation: Relation, source: Filler) -> Filler:
    """甲增速居第一，|高于目标2个百分点: what a gap tells of is not the 增速."""
    pace = next((w for w in context.words.metrics.paces if source.text.endswith(w) and source.text != w), "")
    apart = pace and relation.codes.get("measure") in {"gap", "change"}
    return piece(source, 0, len(source.text) - len(pace)) if apart else source


def of_list(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """招收本科生480人、|研究生120人: what goes on right behind a figure keeps the verb of the list."""
    metric = first(relation, "metric")
    last = done[-1] if done else None
    if metric is None or metric.inherited or last is None:
        return relation
    goes_on = _goes_on(context, last, relation, metric)
    lead = first(last, "lead") or _lead(context, last) if goes_on else _of_goods(context, relation, done)
    if lead is None or metric.text.startswith(lead.text):
        return relation
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][0])
    own = coded.text[at : context.words.phrases.word_end(coded, at)] in context.words.phrases.declared.attributive
    if context.words.metrics.producing.match(metric.text):
        return relation  # 生产粗钢9万吨，|日产粗钢3千吨
    if coded.tags[at] == _VERB or own or metric.text.startswith(context.words.metrics.kept_verbs):
        return relation  # 投产29家、|在建11家
    return fill(fill(relation, "metric", joined(lead, metric)), "lead", lead)


def _of_goods(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """进口原油2.2亿吨，增加5%；|天然气4208万吨: goods in the next parts have the verb of trade or making, too."""
    quantity = relation.slots["quantity"][0].normal
    if not isinstance(quantity, Quantity):
        return None
    goods = quantity.dimension is Dimension.PHYSICAL or (quantity.unit or "") in context.words.metrics.goods
    if not goods or context.words.sharing.measured(relation.slots["metric"][0].text) or relation.parent is not None:
        return None
    for last in reversed(done):
        if last.record_type != STATISTIC or last.sentence != relation.sentence:
            return None
        other = last.slots["quantity"][0].normal
        if last.codes.get("measure") == "level" and isinstance(other, Quantity):
            alike = other.unit == quantity.unit and relation.codes.get("measure") == "level"
            return next(
                (f for f in (first(last, "lead"), _lead(context, last)) if alike and f and _trades(context, f)), None
            )
    return None


def _trades(context: Context, lead: Filler) -> bool:
    producing = context.words.metrics.producing.fullmatch(lead.text) is not None
    return producing or lead.text in context.words.metrics.kept_verbs


def _goes_on(context: Context, last: Relation, relation: Relation, metric: Filler) -> bool:
    """Whether a counted thing stands right behind the figure before it, joined to it, in one list of levels."""
    same = last.record_type == STATISTIC and last.sentence == relation.sentence and last.end <= metric.spans[0][0]
    levels = last.codes.get("measure") == relation.codes.get("measure") == "level"
    joint = context.article.text(last.end, metric.spans[0][0]) in context.words.joins
    measured = context.words.sharing.measured
    return same and levels and joint and not measured(metric.text) and not measured(metric_text(last))


def _lead(context: Context, last: Relation) -> Filler | None:
    """The verb that opens a metric, with what stands before it: 每年|互派 of 每年互派医师."""
    metric, words = first(last, "metric"), context.words
    if metric is None or metric.inherited:
        return None
    coded = context.coding(last)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    if (found := words.metrics.producing.match(metric.text)) and found.end() < len(metric.text):
        return piece(metric, 0, found.end())
    kept = next((v for v in words.metrics.kept_verbs if metric.text.startswith(v) and metric.text != v), "")
    ahead = metric.spans[0][0] < place(last)  # 年出栏50万头的|养殖基地 is no list of what is raised
    if kept and ahead and not words.sharing.measured(metric.text):
        return piece(metric, 0, len(kept))
    at, verbs = start, ""
    while at < end:
        stop = words.phrases.word_end(coded, at)
        word = coded.text[at:stop]
        if (
            not verbs
            and start < at < stop < end
            and word in words.phrases.declared.nominal
            and coded.tags[stop].startswith(_NOUN)
        ):
            break  # 申报|创新|团队
        if coded.tags[at] == _VERB or word in words.phrases.declared.attributive:
            verbs = word
        elif coded.tags[at] not in _BEFORE and not (at == start and stop < end and coded.tags[stop] in _DOING):
            break  # 重点|发展|烟叶 begins with an adverb
        at = stop
    stands = verbs in words.metrics.leading and verbs not in words.metrics.building
    if not verbs or stands or at >= end or coded.tags[at] == _OF:
        return None
    span = coded.span(start, at)
    return Filler((span,), plain(context.article.text(*span)))


def distributed(context: Context, relation: Relation) -> Relation | None:
    """甲业务、乙业务分别实现|收入3亿元和2亿元: the k-th owner before the verb has the k-th figure."""
    item, own = relation.codes.get("item"), first(relation, "metric")
    if not isinstance(item, str) or own is None or len(own.spans) != 1:
        return None
    k, n = map(int, item.split("/"))
    coded, phrases = context.coding(relation), context.words.phrases
    at = coded.at(own.spans[0][0])
    apart = False
    while at > 0 and coded.text[coded.words[at - 1] : at] in phrases.declared.left_stops | phrases.declared.edges:
        apart = apart or coded.text[coded.words[at - 1] : at] in context.words.metrics.apart
        at = coded.words[at - 1]
    owners = phrases.left(coded, at) if apart else None
    if owners is None:
        return None
    start = owners[0]
    while start < owners[1] and coded.text[start] in NAME_SYMBOLS:
        start += 1
    cut = items(coded, start, owners[1], frozenset())
    if len(cut) != n:
        cut = items(coded, start, owners[1], context.words.joins)
    if len(cut) != n:
        return None
    span = coded.span(*cut[k])
    return fill(relation, "metric", joined(Filler((span,), plain(context.article.text(*span))), own))


def share_of(context: Context, relation: Relation, head: Filler) -> Filler:
    """整体出口和进口货值均录得升幅，分别上升17.5%和18.3%: the k-th of a list has the k-th of the figures."""
    item = relation.codes.get("item")
    if not isinstance(item, str) or len(head.spans) != 1:
        return head
    k, n = map(int, item.split("/"))
    coded = context.coding(relation)
    start, end = coded.at(head.spans[0][0]), coded.at(head.spans[0][1] - 1) + 1
    spans = [coded.span(a, b) for a, b in items(coded, start, end, context.words.joins)]
    parts = [Filler((span,), plain(context.article.text(*span))) for span in spans]
    told = context.words.sharing.told_apart(head, n) or context.words.sharing.restore(parts)
    return told[k] if len(told) == n else head


def _window(group: Sequence[Relation], size: int) -> Sequence[Relation] | None:
    """The last `size` figures with names of their own; else the last list that has as many."""
    last = group[-size:]
    of_one = [r.codes.get("item") for r in last] == [f"{i}/{size}" for i in range(size)]
    if len(last) == size and (of_one or len({metric_text(r) for r in last}) == size):
        return last
    for end in range(len(group) - 1, size - 1, -1):
        last = group[end - size : end]
        if len({metric_text(r) for r in last}) == size and len({r.start for r in last}) == 1:
            return last
    return None


def as_measured(relation: Relation, earlier: Relation) -> Filler:
    """An earlier relation's metric without its 年均; a rank of its share is one of 占比, of a gap of 增速."""
    source, noun, aspect = earlier.slots["metric"][0], first(earlier, "noun"), first(earlier, "aspect")
    aspect = aspect or (None if relation.codes.get("measure") in {"change", "gap"} else first(earlier, "rate"))
    if aspect and source.text.endswith(aspect.text) and len(source.spans) > 1:
        source = replace(source, spans=source.spans[:-1], text=source.text[: -len(aspect.text)])
    pace, ranks = first(earlier, "pace"), relation.codes.get("measure") == "rank"
    if pace and not ranks and source.text.endswith(pace.text) and len(source.spans) > 1:
        source = replace(source, spans=source.spans[:-1], text=source.text[: -len(pace.text)])
    ranked = noun if earlier.codes.get("measure") == "share" else pace
    return joined(source, ranked) if ranked and ranks else source


def _modified(context: Context, own: Filler, source: Filler) -> Filler:
    """毛利率 in place of the source's head (甲产品收入), or 省级 before it (市级以上企业技术中心)."""
    sharing = context.words.sharing
    if own.text in context.words.metrics.whole:
        return own
    if own.text in sharing.heads:
        stem = without_head(source, sharing.head(source.text) or "")
        return Filler((*stem.spans, *own.spans), stem.text + own.text)
    modifier = sharing.modifier(source.text) or ""
    pieces = source.spans
    if modifier:
        start, end = pieces[0]
        pieces = ((start + len(modifier), end), *pieces[1:]) if end - start > len(modifier) else pieces[1:]
    return Filler((*own.spans, *pieces), own.text + source.text[len(modifier) :])


def without_head(source: Filler, head: str) -> Filler:
    """A filler without the head that it ends with."""
    start, end = source.spans[-1]
    if not head:
        return source
    kept = ((start, end - len(head)),) if end - start > len(head) else ()
    return Filler((*source.spans[:-1], *kept), source.text[: -len(head)])


def metric_text(relation: Relation) -> str:
    """The text of a relation's metric; empty where it has none."""
    metric = first(relation, "metric")
    return metric.text if metric else ""

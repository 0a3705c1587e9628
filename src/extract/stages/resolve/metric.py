"""What is measured, where the clause leaves it out or leaves out its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, code, fill, first, place

_RELATIVE = frozenset({"growth", "change", "gap", "share", "multiple"})


def resolve_metric(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `metric` from the chain of the sentence, and restore a head that a part leaves to its total."""
    out: list[Relation] = []
    for relation in _runs(context, relations):
        if relation.record_type == STATISTIC:
            relation = _compared(context, _without_pace(context, _aspect(context, relation, out)))
            relation = (
                _listed(context, relation, out)
                or _of_clause(context, relation, out)
                or _chained(context, relation, out)
            )
            relation = _in_unit(context, _with_aspect(_dependent(context, _headed(context, relation, out), out)))
        out.append(relation)
    return tuple(out)


def _runs(context: Context, relations: Sequence[Relation]) -> list[Relation]:
    """增长41%、下降6%、增长22%: figures in a row that name nothing are the items of the list before them."""
    out = list(relations)
    start = 0
    while start < len(out):
        end = start + 1
        while end < len(out) and _goes_on(context, out[end - 1], out[end]):
            end += 1
        if end - start > 1 and "metric" not in out[start].slots and "item" not in out[start].codes:
            size = end - start
            out[start:end] = [code(r, item=f"{i}/{size}") for i, r in enumerate(out[start:end])]
        start = end
    return out


def _goes_on(context: Context, last: Relation, relation: Relation) -> bool:
    """Whether the second of two figures without a metric follows the first in one list."""
    return (
        last.record_type == relation.record_type == STATISTIC
        and last.sentence == relation.sentence
        and "metric" not in relation.slots
        and last.codes.get("measure") == relation.codes.get("measure")
        and last.end <= relation.start
        and context.article.text(last.end, relation.start) in context.words.joins
    )


def _without_pace(context: Context, relation: Relation) -> Relation:
    """增速 is what changes, not what is measured: 工业投资增速|回落2个百分点 has the metric 工业投资."""
    metric = first(relation, "metric")
    if metric is None or relation.codes.get("measure") not in {"change", "gap", "rank"}:
        return relation
    pace = next((w for w in context.words.paces if metric.text.endswith(w)), "")
    if not pace:
        return relation
    if metric.text == pace:
        return replace(relation, slots={k: v for k, v in relation.slots.items() if k != "metric"})
    start, end = metric.spans[-1]
    cut = Filler((*metric.spans[:-1], (start, end - len(pace))), metric.text[: -len(pace)])
    return fill(relation, "metric", cut) if end - len(pace) > start else relation


def _compared(context: Context, relation: Relation) -> Relation:
    """A gap's reference without 增速: 高出全国整体增速|8.6个百分点 is measured against 全国整体."""
    reference = first(relation, "reference")
    if reference is None or relation.codes.get("measure") != "gap" or len(reference.spans) != 1:
        return relation
    pace = next((w for w in context.words.paces if reference.text.endswith(w) and reference.text != w), "")
    start, end = reference.spans[0]
    if not pace or end - len(pace) <= start:
        return relation
    return fill(relation, "reference", Filler(((start, end - len(pace)),), reference.text[: -len(pace)]))


def _with_aspect(relation: Relation) -> Relation:
    """年均 and 两年平均 stay in the metric, behind it."""
    metric, aspect = first(relation, "metric"), first(relation, "aspect")
    if metric is None or aspect is None:
        return relation
    filler = Filler((*metric.spans, *aspect.spans), metric.text + aspect.text)
    return fill(relation, "metric", filler, inherited=metric.inherited)


def _in_unit(context: Context, relation: Relation) -> Relation:
    """The unit that the metric means: 时速250公里 is 250 km/h."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or not isinstance(figure.normal, Quantity):
        return relation
    for ending, units in context.words.units.items():
        unit = units.get(figure.normal.unit or "") if metric.text.endswith(ending) else None
        if unit:
            meant = replace(figure.normal, unit=unit)
            return fill(relation, "quantity", replace(figure, normal=meant))
    return relation


def _dependent(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """普通高中1.5万所，|招生947万人: a noun that needs an owner takes what was counted just before it."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or metric.text not in context.words.dependents:
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            break
        source = first(earlier, "metric")
        if source and earlier.codes.get("measure") == "level" and not source.text.endswith(context.words.dependents):
            return fill(relation, "metric", Filler((*source.spans, *metric.spans), source.text + metric.text))
    return relation


def _listed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """The k-th of n figures without n names of its own takes the k-th of the n metrics before: 分别累计达到…."""
    item = relation.codes.get("item")
    if not isinstance(item, str):
        return None
    k, n = map(int, item.split("/"))
    group = [r for r in done if r.record_type == STATISTIC and r.start != relation.start and "metric" in r.slots]
    group = [r for r in group if relation.sentence - 1 <= r.sentence <= relation.sentence]
    last = group[-n:]
    if len(last) < n or len({_metric(r) for r in last}) < n:
        return None
    source = _as_measured(relation, last[k])
    own = first(relation, "metric")
    if last[k].codes.get("measure") == "increment" and own and relation.codes.get("measure") == "level":
        relation = code(relation, measure="increment")
    filler = _modified(context, own, source) if own else source
    return fill(relation, "metric", filler, inherited=True)


def _as_measured(relation: Relation, earlier: Relation) -> Filler:
    """The metric of an earlier relation; a change of its share is one of its 占比: 占比达45%，提高2个百分点."""
    source, noun, aspect = earlier.slots["metric"][0], first(earlier, "noun"), first(earlier, "aspect")
    if aspect and source.text.endswith(aspect.text) and len(source.spans) > 1:
        source = replace(source, spans=source.spans[:-1], text=source.text[: -len(aspect.text)])
    if noun and relation.codes.get("measure") == "change" and earlier.codes.get("measure") == "share":
        return Filler((*source.spans, *noun.spans), source.text + noun.text)
    return source


def _modified(context: Context, own: Filler, source: Filler) -> Filler:
    """省级 before the source's head: 市级以上企业技术中心 becomes 省级企业技术中心."""
    modifier = context.words.sharing.modifier(source.text) or ""
    pieces = source.spans
    if modifier:
        start, end = pieces[0]
        pieces = ((start + len(modifier), end), *pieces[1:]) if end - start > len(modifier) else pieces[1:]
    return Filler((*own.spans, *pieces), own.text + source.text[len(modifier) :])


def _metric(relation: Relation) -> str:
    metric = first(relation, "metric")
    return metric.text if metric else ""


def _aspect(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """总数 says nothing by itself, and 规模 or 年均 only behind the metric of the chain."""
    metric = first(relation, "metric")
    if metric is None:
        return relation
    total = next((w for w in context.words.totals if metric.text.endswith(w)), "")
    if total and metric.text != total and len(metric.spans) == 1:
        start, end = metric.spans[0]
        cut = Filler(((start, end - len(total)),), metric.text[: -len(total)])
        return code(fill(relation, "metric", cut), cumulative=True)
    if total:
        return code(
            replace(relation, slots={k: v for k, v in relation.slots.items() if k != "metric"}), cumulative=True
        )
    if metric.text in context.words.aspects:
        source = _last_metric(relation, done) or _clause_head(context, relation)
        if source:
            return fill(
                relation, "metric", Filler((*source.spans, *metric.spans), source.text + metric.text), inherited=True
            )
    return relation


def _last_metric(relation: Relation, done: Sequence[Relation]) -> Filler | None:
    for earlier in reversed(done):
        if earlier.record_type == STATISTIC and earlier.sentence == relation.sentence and "metric" in earlier.slots:
            return first(earlier, "metric")
    return None


def _of_clause(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """The phrase that opens a clause without a figure just before: 投入强度继续提高，|达到2.68%."""
    if "metric" in relation.slots:
        return None
    last = next((r.end for r in reversed(done) if r.sentence == relation.sentence), -1)
    head = _clause_head(context, relation, last)
    return fill(relation, "metric", head, inherited=True) if head else None


def _clause_head(context: Context, relation: Relation, last: int = -1) -> Filler | None:
    """The noun phrase that opens the nearest clause before a relation's, behind the clean offset `last`."""
    coded = context.coding(relation)
    start = coded.clause_start(coded.at(relation.start))
    while start > 0:
        end = start - 1
        start = coded.clause_start(end)
        if start >= end or coded.ends[end - 1] <= last or any(c in QUANTITIES for c in coded.text[start:end]):
            return None
        phrase = context.words.phrases.head(coded, start)
        if phrase and phrase[1] < end:
            phrase = (_after_names(coded, *phrase), phrase[1])
            if phrase[0] < phrase[1]:
                span = coded.span(*phrase)
                return Filler((span,), plain(context.article.text(*span)))
    return None


def _after_names(coded: Coded, start: int, end: int) -> int:
    while start < end and coded.text[start] in NAME_SYMBOLS:
        start += 1
    return start


def _chained(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    if "metric" in relation.slots:
        return relation
    sentence = context.article.sentences[relation.sentence]
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or "metric" not in earlier.slots or place(earlier) >= place(relation):
            continue
        near = earlier.sentence == relation.sentence
        before = context.article.sentences[earlier.sentence]
        if near or (earlier.sentence == relation.sentence - 1 and before.section == sentence.section):
            return fill(relation, "metric", _as_measured(relation, earlier), inherited=True)
        break
    return relation


def _headed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """规模以上非金属矿物制品业|增长56.3% after 工业增加值: the head of the chain is restored."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited:
        return relation
    if metric.text in context.words.divisions:
        source = _last_whole(context, relation, done)
        return (
            fill(relation, "metric", Filler((*metric.spans, *source.spans), metric.text + source.text))
            if source
            else relation
        )
    if relation.codes.get("measure") not in _RELATIVE and not _measured_part(context, relation):
        return relation
    named = metric.text.endswith(context.words.bare_heads) or _measured_part(context, relation)
    if not named or context.words.sharing.head(metric.text) or metric.text in context.words.sharing.heads:
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 2:
            return relation
        source = first(earlier, "metric")
        head = context.words.sharing.head(source.text) if source else None
        if source and head and not metric.text.endswith(head[-1]):
            end = source.spans[-1][1]
            return fill(relation, "metric", Filler((*metric.spans, (end - len(head), end)), metric.text + head))
    return relation


def _measured_part(context: Context, relation: Relation) -> bool:
    """Whether a level is a part of a measured amount (其中风电1297万千瓦): a count keeps its short wording."""
    quantity = relation.slots["quantity"][0].normal
    measured = isinstance(quantity, Quantity) and quantity.dimension in {Dimension.MONEY, Dimension.PHYSICAL}
    return measured and context.words.parts.search(context.before(relation)) is not None


def _last_whole(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The metric that a division (城镇) divides: the last one that is itself no division."""
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            return None
        source = first(earlier, "metric")
        if source and not source.text.startswith(context.words.divisions):
            return source
    return None

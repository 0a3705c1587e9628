"""What is measured, where the clause leaves it out or leaves out its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Filler, Relation
from extract.engine.coding import QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, code, fill, first, place

_RELATIVE = frozenset({"growth", "change", "gap", "share", "contribution", "multiple"})


def resolve_metric(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `metric` from the chain of the sentence, and restore a head that a part leaves to its total."""
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC:
            relation = _aspect(context, relation, out)
            relation = _listed(relation, out) or _of_clause(context, relation, out) or _chained(context, relation, out)
            relation = _headed(context, relation, out)
        out.append(relation)
    return tuple(out)


def _listed(relation: Relation, done: Sequence[Relation]) -> Relation | None:
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
    return (
        fill(relation, "metric", _modified(own, source), inherited=True)
        if own
        else fill(relation, "metric", source, inherited=True)
    )


def _as_measured(relation: Relation, earlier: Relation) -> Filler:
    """The metric of an earlier relation; a change of its share is one of its 占比: 占比达45%，提高2个百分点."""
    source, noun = earlier.slots["metric"][0], first(earlier, "noun")
    if noun and relation.codes.get("measure") == "change" and earlier.codes.get("measure") == "share":
        return Filler((*source.spans, *noun.spans), source.text + noun.text)
    return source


def _modified(own: Filler, source: Filler) -> Filler:
    """省级 before the source's head: 市级以上企业技术中心 becomes 省级企业技术中心."""
    return Filler((*own.spans, *source.spans), own.text + source.text)


def _metric(relation: Relation) -> str:
    metric = first(relation, "metric")
    return metric.text if metric else ""


def _aspect(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """总数 says nothing by itself, and 规模 or 年均 only with what came before: the metric of the chain is put in front."""
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
        source = _last_metric(relation, done)
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
    coded = context.coding(relation)
    start = coded.clause_start(coded.at(relation.start))
    last = next((r.end for r in reversed(done) if r.sentence == relation.sentence), -1)
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
                return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))), inherited=True)
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
    if metric is None or metric.inherited or relation.codes.get("measure") not in _RELATIVE:
        return relation
    if not metric.text.endswith(context.words.bare_heads):
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 2:
            return relation
        source = first(earlier, "metric")
        head = context.words.sharing.head(source.text) if source else None
        if source and head:
            end = source.spans[-1][1]
            return fill(relation, "metric", Filler((*metric.spans, (end - len(head), end)), metric.text + head))
    return relation

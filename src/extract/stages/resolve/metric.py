"""What is measured, where the clause leaves it out or leaves out its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Label, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, NAMES, QUANTITIES, Coded, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.acts import of_act, of_batch
from extract.stages.resolve.again import completed
from extract.stages.resolve.bracketed import aside
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, code, fill, first, place
from extract.stages.resolve.edges import bounded
from extract.stages.resolve.fitting import fitted, in_unit, says_nothing, without_metric
from extract.stages.resolve.heads import restored
from extract.stages.resolve.kinds import counted_kinds
from extract.stages.resolve.lists import as_measured, distributed, listed, share_of
from extract.stages.resolve.plausible import REFUSED, judged
from extract.stages.resolve.predicates import of_predicate, of_those, of_threshold, starts_of_measured
from extract.stages.resolve.ranking import of_ranking
from extract.stages.resolve.runs import numbered
from extract.stages.resolve.scopes import scoped
from extract.stages.resolve.superlatives import of_superlative
from extract.stages.resolve.topics import of_bracket, of_member, of_topic, of_topic_alone
from extract.stages.resolve.traded import dealt_phrase, with_dealings, with_side

_BACK = 60
"""Records before a figure among which the one is sought that it goes on about."""
_KIND = 2
"""Characters at the end of a name that say of what kind it is: 港口."""


def resolve_metric(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `metric` from the chain of the sentence, and restore a head that a part leaves to its total."""
    out: list[Relation] = []
    measured = starts_of_measured(relations)
    for relation in numbered(context, relations):
        if relation.record_type == STATISTIC:
            relation = of_those(context, relation, measured)
            relation = with_dealings(context, relation, out)
            relation = _aspect(context, bounded(context, fitted(context, relation)), out)
            relation = judged(context, counted_kinds(context, of_topic(context, relation)))
            if REFUSED in relation.codes:
                out.append(relation)
                continue
            relation = (
                distributed(context, relation)
                or listed(context, relation, out)
                or of_ranking(context, relation)
                or of_member(context, relation)
                or of_bracket(context, relation, out)
                or completed(context, relation, out)
                or of_superlative(context, relation, out)
                or of_topic_alone(context, relation, out)
                or _of_clause(context, relation, out)
                or _chained(context, relation, out)
            )
            relation = of_batch(context, of_act(context, restored(context, relation, out), out))
            relation = _per_share(context, _with_aspect(relation))
            relation = scoped(context, in_unit(context, bounded(context, relation)))
            relation = of_threshold(context, _as_noun(context, of_predicate(context, relation, out)))
        out.append(relation)
    return tuple(out)


def _as_noun(context: Context, relation: Relation) -> Relation:
    """交付|9万辆 is the 交付量: a verb alone in front of its figure is told by its noun."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or metric.inherited or not metric.spans or metric.spans[0][0] > place(relation):
        return relation
    money = isinstance(figure.normal, Quantity) and figure.normal.dimension is Dimension.MONEY
    noun = (context.words.metrics.sums if money else context.words.metrics.nouns).get(metric.text)
    return fill(relation, "metric", replace(metric, text=noun)) if noun else relation


def _with_aspect(relation: Relation) -> Relation:
    """年均 and 两年平均 stay in the metric, behind it."""
    metric, aspect = first(relation, "metric"), first(relation, "aspect")
    if metric is None or aspect is None:
        return relation
    filler = Filler((*metric.spans, *aspect.spans), metric.text + aspect.text)
    return fill(relation, "metric", filler, inherited=metric.inherited)


def _per_share(context: Context, relation: Relation) -> Relation:
    """末期息|每股|0.98元: what is of one share says so in front of its metric."""
    metric, share = first(relation, "metric"), context.words.metrics.per_share
    if metric is None or share in metric.text or context.before(relation, len(share)) != share:
        return relation
    at = place(relation)
    return fill(relation, "metric", Filler(((at - len(share), at), *metric.spans), share + metric.text))


def _aspect(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """总数 says nothing by itself, and 规模 or 年均 only behind the metric of the chain."""
    metric = first(relation, "metric")
    if metric is None:
        return relation
    if metric.text in context.words.metrics.mere or (
        metric.text in context.words.metrics.part_nouns and relation.codes.get("measure") == "change"
    ):
        return without_metric(relation)
    if metric.text.endswith(context.words.metrics.totals):
        named = metric.text not in context.words.metrics.totals  # 门店|总数
        return code(relation if named else without_metric(relation), cumulative=True)
    if metric.text in context.words.metrics.front_aspects and (source := _last_metric(relation, done)):
        return fill(relation, "metric", joined(metric, source), inherited=True)
    if (rate := _attained(context, relation, metric)) and (source := _last_metric(relation, done)):
        whole = joined(source, rate)
        if rate is not metric or len(whole.text) < len(source.text) + len(rate.text):
            return fill(fill(relation, "metric", whole, inherited=True), "rate", rate)
    aspects = context.words.metrics.aspects
    if metric.text in aspects or (metric.text in context.words.metrics.paces and relation.codes["measure"] == "rank"):
        source = _last_metric(relation, done) or _clause_head(context, relation)
        if source and (metric.text in context.words.metrics.paces or relation.codes["measure"] == "rank"):
            relation = fill(relation, "pace", metric)  # what goes on behind it is told without it
        if source and not context.words.made.attributes.fullmatch(source.text):  # 自重9公斤，|单价8万元
            return fill(relation, "metric", joined(source, metric), inherited=True)
    return relation


def _attained(context: Context, relation: Relation, metric: Filler) -> Filler | None:
    """目标|完成率: how far something is done, with the goal in front of it."""
    start, end = context.coding(relation).starts[0], metric.spans[-1][1]
    before = context.article.text(start, end)
    found = next((m for m in context.words.metrics.attained.finditer(before) if m.end() == len(before)), None)
    if found is None:
        return None
    if start + found.start() > metric.spans[0][0]:  # 完成投资218亿元，|投资完成率81%
        return metric
    span = (start + found.start(), end)
    return Filler((span,), plain(context.article.text(*span)))


def _last_metric(relation: Relation, done: Sequence[Relation]) -> Filler | None:
    for earlier in reversed(done):
        if earlier.record_type == STATISTIC and earlier.sentence == relation.sentence and "metric" in earlier.slots:
            return as_measured(relation, earlier)
    return None


def _of_clause(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """The phrase that opens a clause without a figure just before: 投入强度继续提高，|达到2.68%."""
    if "metric" in relation.slots:
        return None
    before = (r.end for r in reversed(done) if r.sentence == relation.sentence and r.start != relation.start)
    last = next(before, -1)
    head = _clause_head(context, relation, last)
    if head is None:
        return None
    return fill(relation, "metric", with_side(context, head, share_of(context, relation, head)), inherited=True)


def _clause_head(context: Context, relation: Relation, last: int = -1) -> Filler | None:
    """The noun phrase that opens the nearest clause before a relation's, behind the clean offset `last`."""
    coded = context.coding(relation)
    at = coded.at(relation.start)
    start = coded.clause_start(at + (coded.text[at] in CLAUSE_MARKS))  # ，|首次突破: the mark opens the figure's clause
    while start > 0:
        end = start - 1
        start = coded.clause_start(end)
        if start >= end or coded.ends[end - 1] <= last or any(c in QUANTITIES for c in coded.text[start:end]):
            return None
        within = coded.text[coded.words[end - 1] : end] in context.words.phrases.declared.within
        if within or context.words.metrics.asides.match(coded.text[start:end]):
            continue  # 分季度看，; 各区县中，
        phrase = dealt_phrase(context, coded, start, end) or context.words.phrases.head(coded, start)
        group = context.words.group.match(coded.text, phrase[0]) if phrase else None
        if group and group.end() < end:
            phrase = context.words.phrases.head(coded, group.end())  # 该行|主动|压降|负债总额，…
        topic = phrase is not None and _topical(context, coded, start, *phrase)
        if phrase and phrase[1] <= end and (group or phrase[1] < end or topic):  # 珠宝的销货值，|9月升35%
            phrase = (coded.after_names(*phrase), phrase[1])
            if phrase[0] < phrase[1] and not says_nothing(context, coded, *phrase):
                span = coded.span(*phrase)
                if relation.codes.get("measure") == "growth" and coded.surface(*phrase) in context.words.metrics.ranked:
                    return None  # …，排名居中；|丙市增长5%
                head = Filler((span,), plain(context.article.text(*span)))
                if head.text in context.words.metrics.paces:
                    return None  # …，增速与上月持平，|占三成
                moved = context.words.metrics.moved.search(head.text)
                return piece(head, 0, moved.start()) if moved and moved.start() > 1 else head
    return None


def _topical(context: Context, coded: Coded, at: int, start: int, end: int) -> bool:
    """Whether a clause from the symbol `at` only names what is measured: 2月，珠宝的销货值，, no 超过去年水平，."""
    text = coded.surface(start, end)
    bare = all(symbol in NAME_SYMBOLS or symbol == NAMES[Label.TIME] for symbol in coded.text[at:start])
    return bare and context.words.sharing.measured(text) and not any(char.isdigit() for char in text)


def _chained(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    if "metric" in relation.slots:
        return relation
    sentence = context.article.sentences[relation.sentence]
    for earlier in reversed(done[-_BACK:]):
        if earlier.record_type != STATISTIC or "metric" not in earlier.slots or place(earlier) >= place(relation):
            continue
        if earlier.parent is not None and relation.codes.get("measure") == "level" and "earlier" not in relation.slots:
            continue  # 其中发明专利58件，累计拥有941件: of all patents
        if earlier.sentence < relation.sentence and _is_part(context, earlier) and _has_time(context, relation):
            continue  # 消费价格上涨1%，其中衣着上涨2%。12月份，同比上涨3%: of all prices
        if aside(context, earlier, relation) or _of_plan(context, earlier) or _is_sum(earlier, relation):
            continue
        near = earlier.sentence == relation.sentence
        before = context.article.sentences[earlier.sentence]
        if near or (earlier.sentence == relation.sentence - 1 and before.section == sentence.section):
            scope = first(earlier, "scope")
            if scope and near and "scope" not in relation.slots:
                relation = fill(relation, "scope", scope, inherited=True)
            return _altogether(context, _with_metric_of(relation, earlier))
        break
    return relation


def _is_part(context: Context, relation: Relation) -> bool:
    """Whether a word for parts stands before a figure in its sentence."""
    start = context.article.sentences[relation.sentence].start
    return context.words.parts.search(context.article.text(start, place(relation))) is not None


def _has_time(context: Context, relation: Relation) -> bool:
    """Whether a time opens the sentence of a figure."""
    start = context.article.sentences[relation.sentence].start
    return any(m.label is Label.TIME and m.start == start for m in context.by_sentence[relation.sentence])


def _is_sum(earlier: Relation, relation: Relation) -> bool:
    """Whether a sum of money stands before what counts things: 项目126个，总投资9亿元，已开工|98个."""
    one, other = earlier.slots["quantity"][0].normal, relation.slots["quantity"][0].normal
    sums = isinstance(one, Quantity) and one.dimension is Dimension.MONEY
    return sums and isinstance(other, Quantity) and other.dimension is Dimension.COUNT


def _of_plan(context: Context, relation: Relation) -> bool:
    """Whether a figure is the sum of a plan that another is held against: 完成年初预算数|8亿元|的75%，增长5%."""
    text = context.sentence_text(relation.sentence)
    before = text[: place(relation) - context.article.sentences[relation.sentence].start]
    return context.words.metrics.planned_sum.search(before) is not None


def _altogether(context: Context, relation: Relation) -> Relation:
    """每10股现金红利3元，|合计|7亿元: a sum of all shares is not that of ten."""
    metric = first(relation, "metric")
    found = context.words.metrics.of_shares.match(metric.text) if metric else None
    coded = context.coding(relation)
    start, at = coded.clause_start(coded.at(place(relation))), coded.at(place(relation))
    if metric is None or found is None or not context.words.cumulative.search(coded.text[start:at]):
        return relation
    return fill(relation, "metric", piece(metric, found.end(), len(metric.text)), inherited=True)


def _with_metric_of(relation: Relation, earlier: Relation) -> Relation:
    """The relation with an earlier one's metric and group, without the group where its owner is of the same kind.

    规模以上港口完成货物吞吐量8万吨；沿海港口|完成5万吨.
    """
    source, group, own = as_measured(relation, earlier), first(earlier, "group"), first(relation, "subject")
    if group is None or not source.text.startswith(group.text):
        return fill(relation, "metric", source, inherited=True)
    if own is not None and own.text[-_KIND:] == group.text[-_KIND:]:
        return fill(relation, "metric", piece(source, len(group.text), len(source.text)), inherited=True)
    relation = replace(relation, slots={**relation.slots, "group": (group,)})
    return fill(relation, "metric", source, inherited=True)

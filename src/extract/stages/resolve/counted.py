"""Counts that leave out what they count: 其余12所, 已建成29座."""

from __future__ import annotations

from collections.abc import Container, Sequence

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import plain
from extract.engine.lists import joined
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_VERB = 5
"""Words between a figure and the verb that says which ones it counts: 12所|年底前|全部|投用."""


def again_counted(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """其余12所|年底前全部投用 after 改扩建乡镇卫生院: the verb behind the figure and the noun counted before."""
    metric, quantity = first(relation, "metric"), relation.slots["quantity"][0].normal
    if not isinstance(quantity, Quantity) or quantity.dimension is not Dimension.COUNT:
        return relation
    left_out = metric is None or metric.inherited or metric.text in context.words.metrics.rests
    if not left_out or relation.codes.get("measure") != "level" or "item" in relation.codes:
        return relation
    source = _same_unit(relation, quantity, done)
    if source is None:
        return relation
    if metric and metric.inherited and context.words.cumulative.search(_clause(context, relation)):
        return fill(relation, "metric", _not_new(context, source.slots["metric"][0]), inherited=True)
    noun = counted_noun(context, source)
    verb = _verb_behind(context, relation) or verb_in_front(context, relation, context.words.metrics.statuses)
    if verb:
        return fill(relation, "metric", joined(verb, noun))
    if metric and not metric.inherited:
        keeps = metric.text in context.words.metrics.rests and metric.text not in context.words.metrics.mere_rests
        pieces = (*metric.spans, *noun.spans) if keeps else noun.spans
        return fill(relation, "metric", Filler(pieces, (metric.text if keeps else "") + noun.text))
    return relation


def of_last_counted(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """新开工|25个 after 新签约锂电项目47个: a status alone counts the things counted last in this unit.

    Else what stands before it: 重点项目|已|开工98个.
    """
    metric, quantity = first(relation, "metric"), relation.slots["quantity"][0].normal
    if metric is None or metric.inherited or metric.text not in context.words.metrics.statuses:
        return relation
    counts = isinstance(quantity, Quantity) and quantity.dimension is Dimension.COUNT
    source = _same_unit(relation, quantity, done) if isinstance(quantity, Quantity) and counts else None
    noun = counted_noun(context, source) if source else (_in_front(context, metric) if counts else None)
    return relation if noun is None else fill(relation, "metric", joined(metric, noun))


def _in_front(context: Context, metric: Filler) -> Filler | None:
    """The thing that stands before a verb of its clause, across adverbs."""
    coded = context.coded[context.sentence_at(metric.spans[0][0])]
    phrase = context.words.phrases.left(coded, coded.at(metric.spans[0][0])) if coded else None
    if coded is None or phrase is None:
        return None
    start = coded.after_names(*phrase)
    things = start < phrase[1] and coded.text[start : phrase[1]].endswith(context.words.metrics.begun)
    if not things:
        return None
    span = coded.span(start, phrase[1])
    return Filler((span,), plain(context.article.text(*span)))


def counted_noun(context: Context, relation: Relation) -> Filler:
    """What is counted, without the verb that says which: 企业 of 落户企业, 项目 of 重点项目."""
    metric, words = relation.slots["metric"][0], context.words.metrics
    text, (start, end) = metric.text, metric.spans[-1]
    while lead := max((w for w in words.leading if text.startswith(w) and len(text) - len(w) > 1), key=len, default=""):
        text = text[len(lead) :]
    return Filler(((max(start, end - len(text)), end),), text)


def _clause(context: Context, relation: Relation) -> str:
    """The figure's clause up to the figure."""
    coded = context.coding(relation)
    at = coded.at(relation.slots["quantity"][0].spans[0][0])
    return coded.text[coded.clause_start(at) : at]


def _not_new(context: Context, metric: Filler) -> Filler:
    """泵站 of 新建泵站: what has been built altogether is not new."""
    fresh = next((w for w in context.words.metrics.fresh if metric.text.startswith(w)), "")
    start, end = metric.spans[0]
    if not fresh or end - start <= len(fresh):
        return metric
    return Filler(((start + len(fresh), end), *metric.spans[1:]), metric.text[len(fresh) :])


def _same_unit(relation: Relation, quantity: Quantity, done: Sequence[Relation]) -> Relation | None:
    """The last count in the same unit, in this sentence or the one before."""
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            return None
        other = earlier.slots["quantity"][0].normal
        if earlier.parent is not None and relation.parent is None:
            continue
        if isinstance(other, Quantity) and other.unit == quantity.unit and "metric" in earlier.slots:
            return earlier
    return None


def verb_in_front(context: Context, relation: Relation, verbs: Container[str]) -> Filler | None:
    """The verb of some right before a figure that has no metric: 已|开工|98个, 受理案件900件，已|办结|800件."""
    coded = context.coding(relation)
    at = coded.at(relation.slots["quantity"][0].spans[0][0])
    word = coded.words[at - 1] if at else at
    if word == at or coded.text[word:at] not in verbs:
        return None
    return Filler((coded.span(word, at),), coded.text[word:at])


def _verb_behind(context: Context, relation: Relation) -> Filler | None:
    """The verb right behind a figure that says which ones it counts, across times and adverbs."""
    coded, phrases = context.coding(relation), context.words.phrases
    at = coded.at(relation.slots["quantity"][0].spans[0][0]) + 1
    for _ in range(_VERB):
        if at >= len(coded.text):
            return None
        end = phrases.word_end(coded, at)
        verb = max((w for w in context.words.metrics.statuses if coded.text.startswith(w, at)), key=len, default="")
        if verb:
            span = coded.span(at, at + len(verb))
            return Filler((span,), context.article.text(*span))
        if coded.tags[at] not in {"t", "d", "m", "f", "b"} and coded.text[at:end] not in phrases.declared.edges:
            return None
        at = end
    return None

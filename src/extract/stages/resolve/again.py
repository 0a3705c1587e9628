"""The noun that a verb had before, where it stands without one: 保障航班…，日均保障|1.2万班."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.data import Filler, Quantity, Relation
from extract.engine.coding import plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_VERB = "v"
"""The tag of a verb."""


def completed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """日均保障|1.2万班 after 保障航班, 修船承接|130艘 after 承接船舶订单: a verb takes the noun that it had before."""
    own = first(relation, "metric")
    if own is None or own.inherited or relation.parent is not None:
        return None
    if own.text in context.words.metrics.kept_verbs:
        return _with_object(context, relation, own) or _of_another(context, relation, own, done)
    coded = context.coding(relation)
    end = coded.at(own.spans[-1][1] - 1) + 1
    verb = coded.text[coded.words[end - 1] : end]
    bare = len(verb) == 1 or len(own.text) <= len(verb) or verb in context.words.phrases.declared.nominal
    if bare or coded.tags[coded.words[end - 1]] != _VERB:
        return None
    for earlier in takewhile(lambda r: r.sentence == relation.sentence, reversed(done)):
        source = first(earlier, "metric") if earlier.record_type == STATISTIC else None
        if source is None or not source.text.startswith(verb) or len(source.spans) != 1 or source.text == verb:
            continue
        noun = piece(source, len(verb), len(source.text))
        if own.text[: -len(verb)] not in context.words.metrics.front_aspects:
            size = len(context.words.sharing.head(noun.text) or noun.text)
            noun = piece(noun, len(noun.text) - size, len(noun.text))
        return fill(relation, "metric", joined(own, noun))
    return None


def _with_object(context: Context, relation: Relation, own: Filler) -> Relation | None:
    """货物|累计|发送8万吨: what is dealt with stands in front of the verb and its adverb."""
    coded, phrases = context.coding(relation), context.words.phrases
    verb = at = coded.at(own.spans[0][0])
    while at > 0 and coded.text[coded.words[at - 1] : at] in phrases.declared.edges:
        at = coded.words[at - 1]
    phrase = phrases.left(coded, at, coded.clause_start(at)) if at < verb else None
    start = coded.after_names(*phrase) if phrase and phrase[1] == at else at
    if start == at:
        return None
    span = coded.span(start, at)
    return fill(relation, "metric", joined(Filler((span,), plain(context.article.text(*span))), own))


def _of_another(context: Context, relation: Relation, own: Filler, done: Sequence[Relation]) -> Relation | None:
    """生产汽车18万辆、|销售|17万辆: what another verb of dealing had before."""
    verbs, quantity = context.words.metrics.kept_verbs, relation.slots["quantity"][0].normal
    for earlier in takewhile(lambda r: r.sentence == relation.sentence, reversed(done)):
        if earlier.record_type != STATISTIC:
            continue
        source, other = first(earlier, "metric"), earlier.slots["quantity"][0].normal
        alike = isinstance(quantity, Quantity) and isinstance(other, Quantity) and quantity.unit == other.unit
        verb = next((v for v in verbs if source and source.text.startswith(v) and source.text != v), "")
        if source and verb and alike and len(source.spans) == 1:
            return fill(relation, "metric", joined(own, piece(source, len(verb), len(source.text))))
    return None

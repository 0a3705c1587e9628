"""What is told again in short: a verb without the noun it had (日均保障|1.2万班), a head without its group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.data import Filler, Label, Quantity, Relation
from extract.engine.coding import NAMES, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, fill, first
from extract.stages.resolve.counted import verb_in_front
from extract.stages.resolve.lists import as_measured
from extract.stages.resolve.parts import opened_by

_COMMA, _PART, _TIME = "，", "；", NAMES[Label.TIME]
_BACK = 24
"""Records before a head among which its group is sought."""
_VERB = "v"
"""The tag of a verb."""
_GROUP = 4
"""Characters of a group in front of a verb, at most: 法院|受理案件."""


def completed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """日均保障|1.2万班 after 保障航班, 修船承接|130艘 after 承接船舶订单: a verb takes the noun that it had before."""
    own = first(relation, "metric")
    if own is None and (settles := verb_in_front(context, relation, context.words.metrics.settling)):
        return _of_another(context, relation, settles, done)
    if own is None or own.inherited or relation.parent is not None:
        return None
    if own.text in context.words.metrics.taking:
        return _of_another(context, relation, own, done)
    if own.text in context.words.metrics.kept_verbs:
        dealt = _object(context, relation, own)
        return fill(relation, "metric", joined(dealt, own)) if dealt else _of_another(context, relation, own, done)
    if own.text in context.words.metrics.building:
        built = _object(context, relation, own)
        return fill(relation, "metric", built) if built else None  # 高标准农田|累计|建成40万亩: so many there are
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


def _object(context: Context, relation: Relation, own: Filler) -> Filler | None:
    """货物|累计|发送8万吨: what is dealt with, in front of the verb and its adverb."""
    coded, phrases = context.coding(relation), context.words.phrases
    verb = at = coded.at(own.spans[0][0])
    while at > 0 and coded.text[coded.words[at - 1] : at] in phrases.declared.edges:
        at = coded.words[at - 1]
    phrase = phrases.left(coded, at, coded.clause_start(at)) if at < verb else None
    start = coded.after_names(*phrase) if phrase and phrase[1] == at else at
    span = coded.span(start, at) if start < at else None
    return Filler((span,), plain(context.article.text(*span))) if span else None


def _of_another(context: Context, relation: Relation, own: Filler, done: Sequence[Relation]) -> Relation | None:
    """生产汽车18万辆、|销售|17万辆; 法院受理案件900件，|办结|800件: what another verb of dealing had before."""
    words, quantity = context.words.metrics, relation.slots["quantity"][0].normal
    verbs = (*words.kept_verbs, *words.taking)
    apart = int(opened_by(context, relation) == context.article.sentences[relation.sentence].start)
    for earlier in takewhile(lambda r: r.sentence >= relation.sentence - apart, reversed(done)):
        if earlier.record_type != STATISTIC:
            continue
        source, other = first(earlier, "metric"), earlier.slots["quantity"][0].normal
        alike = isinstance(quantity, Quantity) and isinstance(other, Quantity) and quantity.unit == other.unit
        if source is None or not alike or len(source.spans) != 1:
            continue
        if front := next((g + v for v in verbs for g in ("", *words.groups) if source.text.startswith(g + v)), ""):
            return _with_object(relation, own, source, 0, len(front))
        group, verb = next(((source.text.find(v), v) for v in words.taking if source.text.find(v) > 0), (0, ""))
        whose = first(relation, "subject")
        group = 0 if whose and whose.text.endswith(source.text[:group]) else group  # 其中县|法院|受理500件
        if 0 <= group <= _GROUP and verb:
            return _with_object(relation, own, source, group, source.text.find(verb) + len(verb))
    return None


def _with_object(relation: Relation, own: Filler, source: Filler, group: int, front: int) -> Relation | None:
    """The verb `own` with what stands in another metric before the symbol `group` and behind its verb."""
    if front == len(source.text):
        return None
    whole = joined(own, piece(source, front, len(source.text)))
    return fill(relation, "metric", joined(piece(source, 0, group), whole) if group else whole)


def told_again(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """光伏新增并网容量584万千瓦，累计|并网容量5800万千瓦: a head that opens its clause is that of the group before.

    …企业利润增长8%。其中，10月份|利润增长9%: a part in time is the same in full.
    """
    metric, sharing = first(relation, "metric"), context.words.sharing
    if metric is None or metric.inherited:
        return relation
    if not (sharing.measured(metric.text) or metric.text in context.words.metrics.dependents):
        return relation
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][0])
    start = coded.clause_start(at)
    if start == 0 or coded.text[start - 1] != _COMMA or any(c in NAME_SYMBOLS for c in coded.text[start:at]):
        return relation
    opens = context.article.sentences[relation.sentence].start
    timed = coded.text[start:at] == _TIME and opened_by(context, relation) == opens
    # 收入中位数2万元，|中位数是平均数的84%
    short = at == start and relation.codes.get("measure") != "level" and metric.text not in sharing.heads
    floor = coded.starts[coded.text.rfind(_PART, 0, start) + 1]
    for earlier in takewhile(lambda r: r.sentence >= relation.sentence - timed, reversed(done[-_BACK:])):
        if earlier.record_type != STATISTIC or "metric" not in earlier.slots or (not timed and earlier.start < floor):
            continue
        group, source = first(earlier, "group"), as_measured(relation, earlier)
        whole = (timed or short) and source.text.endswith(metric.text)
        whole = whole and not source.text[: -len(metric.text)].endswith(context.words.metrics.shared_out)
        if (whole or (group and group.text + metric.text == source.text)) and earlier.parent == relation.parent:
            return fill(relation, "metric", source)
    return relation

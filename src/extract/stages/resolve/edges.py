"""What may never stand at the edges of a metric, whatever gave it: particles, adverbs, rates of time, a verb and 了."""

from __future__ import annotations

from collections.abc import Set

from extract.data import Filler, Label, Relation
from extract.engine.coding import ITEM_MARK, NAMES, Coded, plain
from extract.engine.lists import piece
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.fitting import without_metric
from extract.stages.resolve.lists import share_of

_PARTICLES = frozenset({"uj", "u", "ul", "uz"})
"""Tags of 的, 之, 了 and the like."""
_OF, _DONE = "uj", "ul"
"""The tags of 的 and 了."""
_ADVERB, _WITH, _VERB = "d", "p", "v"
_MANNER = frozenset({"a", "ad", "d", "z"})
"""Tags of words that say how, where a verb follows: 产量|平稳|提升."""
_MOVING = frozenset({"growth", "gap", "change"})
"""Measures that are told by how fast something goes: 产值月|增幅."""
_SAYING = ("v", "a", "d", "p")
"""How tags begin of what goes on behind them."""


def bounded(context: Context, relation: Relation) -> Relation:
    """The relation with its metric from its first noun to its last: 毛利率 of 的毛利率, 水果产量 of 水果产量平稳."""
    metric = first(relation, "metric")
    if metric is None:
        return relation
    if len(metric.spans) == 1 and not metric.inherited and _reckons(context, relation, metric):
        before = _before_reckoning(context, relation, metric)
        return fill(relation, "metric", before) if before else without_metric(relation)
    cut = _within_edges(context, relation, metric)
    return relation if cut is metric else fill(relation, "metric", cut, inherited=metric.inherited)


def _reckons(context: Context, relation: Relation, metric: Filler) -> bool:
    """Whether a metric only says in what unit something is reckoned."""
    coded = context.coding(relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    return _after_reckoning(context, coded, start, end) >= end


def _before_reckoning(context: Context, relation: Relation, metric: Filler) -> Filler | None:
    """What stands before such a metric: 出口额|按年率计算|增长4%; None where it opens its clause (以总吨计，|占5%)."""
    coded = context.coding(relation)
    at = coded.words[coded.at(metric.spans[0][0]) - 1]
    phrase = context.words.phrases.left(coded, at)
    if phrase is None or phrase[1] != at:
        return None
    start = coded.after_names(*phrase)
    before = Filler((coded.span(start, at),), plain(coded.surface(start, at))) if start < at else None
    return share_of(context, relation, before) if before else None


def _within_edges(context: Context, relation: Relation, metric: Filler) -> Filler:
    """A metric without what stands at its edges and is no part of it; itself where nothing does, or nothing is left."""
    coded = context.coding(relation)
    if not metric.spans or coded.clean[slice(*metric.spans[0])] not in metric.text:
        return metric
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    begins = _begins(context, coded, start, end)
    lead = len(plain(coded.surface(start, begins)))
    low, high = coded.at(metric.spans[-1][0]), coded.at(metric.spans[-1][1] - 1) + 1
    beats = context.words.metrics.beats if relation.codes.get("measure") in _MOVING else frozenset[str]()
    ends = _ends(context, coded, low if len(metric.spans) > 1 else begins, high, beats)
    tail = len(plain(coded.surface(ends, high)))
    if not (lead or tail) or lead + tail >= len(metric.text):
        return metric
    return piece(metric, lead, len(metric.text) - tail)


def _begins(context: Context, coded: Coded, start: int, end: int) -> int:
    """The first symbol of `start:end` that may begin a metric."""
    at = _after_reckoning(context, coded, start, end)
    while at < end:
        stop = min(coded.word_end(at), end)
        if coded.tags[at] in _PARTICLES and coded.words[at] == at:
            at = stop
        elif coded.text[at:stop] in context.words.metrics.rates and _told(context, coded, stop, end):
            at = stop  # 每年|民生支出, but 每年|互派医师
        else:
            break
    done = next((i for i in range(at, end) if coded.tags[i] == _DONE and coded.tags[i - 1].startswith("v")), None)
    if done is not None and done > at and done + 1 < end and _OF not in coded.tags[done:end]:
        return done + 1  # 升级了|智能客服
    return at


def _after_reckoning(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where what is reckoned begins: 按|载重吨计|订单量, but 按|载重吨计的|订单量."""
    declared = context.words.phrases.declared
    if start == 0 or coded.text[coded.words[start - 1] : start] not in declared.reckoning:
        return start
    ends = (i for i in range(start, end) if coded.words[i] == i and coded.following(i) in declared.reckoned)
    stop = next((coded.word_end(i) for i in ends), start)
    return start if _OF in coded.tags[stop:end] or coded.text[stop : stop + 1] == ITEM_MARK else stop


def _told(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether the symbols `start:end` say what is measured and begin with no verb."""
    if start >= end or not context.words.sharing.measured(coded.surface(start, end)):
        return False
    return coded.tags[start] != "v" or coded.following(start) in context.words.phrases.declared.nominal


def _ends(context: Context, coded: Coded, start: int, end: int, beats: Set[str]) -> int:
    """Where the last word of `start:end` ends that may end a metric."""
    at = end
    while at > start:
        word = coded.words[at - 1]
        if word <= start or at < coded.word_end(word):
            break
        if coded.text[word:at] not in beats and not _says_how(context, coded, word, at):
            break
        at = word
    return at


def _says_how(context: Context, coded: Coded, word: int, end: int) -> bool:
    """Whether a word says how what follows goes: 产量|平稳|提升, but 旅游收入两年|平均."""
    kept = context.words.phrases.declared.attributive | context.words.phrases.declared.nominal
    goes_on = end < len(coded.text) and coded.tags[end].startswith(_SAYING)
    before_time = end - word == 1 and coded.tags[word] == _VERB and coded.text[end : end + 1] == NAMES[Label.TIME]
    if coded.tags[word] == _WITH or before_time:
        return end < len(coded.text)  # 生产总值|继|2021年突破万亿元后
    manner = coded.tags[word] in _MANNER and (end - word > 1 or coded.tags[word] == _ADVERB)
    return goes_on and manner and coded.text[word:end] not in kept

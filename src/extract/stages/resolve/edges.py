"""What may never stand at the edges of a metric, whatever gave it: particles, adverbs, rates of time, a verb and 了."""

from __future__ import annotations

from collections.abc import Set

from extract.data import Filler, Relation
from extract.engine.coding import Coded, plain
from extract.engine.lists import piece
from extract.stages.resolve.context import Context, fill, first

_PARTICLES = frozenset({"uj", "u", "ul", "uz", "ud", "uv"})
"""Tags of 的, 之, 了 and the like."""
_OF, _DONE = "uj", "ul"
"""The tags of 的 and 了."""
_ADVERB = "d"
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
    cut = _within_edges(context, relation, metric)
    return relation if cut is metric else fill(relation, "metric", cut, inherited=metric.inherited)


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
    at = start
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
    manner = coded.tags[word] in _MANNER and (end - word > 1 or coded.tags[word] == _ADVERB)
    return goes_on and manner and coded.text[word:end] not in kept

"""What the clause before tells of without a figure.

一般贸易进出口增长迅猛，|进出口5亿元; 产品产量增势良好，其中|电脑增长5%.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Label, Relation
from extract.engine.coding import ITEM_MARK, NAMES, QUANTITIES, Coded, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first
from extract.stages.resolve.parts import opened_by
from extract.stages.resolve.traded import dealt_phrase

_COMMA = "，"
_SETTING = frozenset({NAMES[Label.TIME]})


def of_told(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """The relation whose metric is told in full by the clause before, or which tells a part of what that is about."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or len(metric.spans) != 1:
        return relation
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][0])
    start = coded.clause_start(at)
    if done and done[-1].sentence == relation.sentence and done[-1].record_type == STATISTIC:
        if done[-1].end > coded.starts[max(coded.clause_start(start - 1), 0)] and done[-1].start != relation.start:
            return relation
    told = _told(context, coded, start)
    if told is None or told.text == metric.text:
        return relation
    if opens_own(coded, at):
        whole = _in_full(context, coded, told, metric)
        return fill(relation, "metric", whole) if whole else relation
    head = context.words.sharing.full_head(told.text)
    part = relation.codes.get("measure") == "growth" and opened_by(context, relation) is not None
    words = context.words.metrics
    if not part or head not in {*words.outputs, *words.directions} or context.words.sharing.measured(metric.text):
        return relation
    return fill(relation, "metric", joined(metric, piece(told, len(told.text) - len(head), len(told.text))))


def opens_own(coded: Coded, at: int) -> bool:
    """Whether nothing but a time stands before the symbol `at` in its clause."""
    return _SETTING.issuperset(coded.text[coded.clause_start(at) : at])


def _told(context: Context, coded: Coded, start: int) -> Filler | None:
    """The phrase with which the clause before the one at `start` opens, where it goes on without a figure."""
    if start == 0 or coded.text[start - 1] != _COMMA:
        return None
    end = start - 1
    before = coded.clause_start(end)
    if any(symbol in QUANTITIES for symbol in coded.text[before:end]):
        return None
    phrase = dealt_phrase(context, coded, before, end) or context.words.phrases.head(coded, before)
    if phrase is None:
        return None
    begin = coded.after_names(*phrase)
    showing = (i for i in range(begin + 1, phrase[1]) if coded.following(i) in context.words.metrics.showing)
    stop = next(showing, phrase[1])  # 产品产量|增势良好
    if not begin < stop < end:
        return None
    span = coded.span(begin, stop)
    return Filler((span,), plain(context.article.text(*span)))


def _in_full(context: Context, coded: Coded, told: Filler, metric: Filler) -> Filler | None:
    """一般贸易进出口 for 进出口 (no 进出口 for 出口), 对东盟贸易总值 for 贸易总值 behind 对东盟进出口."""
    end = coded.at(told.spans[0][1] - 1) + 1
    word = end - len(metric.text)
    if told.text.endswith(metric.text) and coded.words[word] == word and ITEM_MARK not in told.text:
        return told
    sharing = context.words.sharing
    full = sharing.full_head(told.text + metric.text) if metric.text in sharing.heads else None
    if full and len(full) > len(metric.text) and full.endswith(metric.text) and ITEM_MARK not in told.text:
        return joined(told, metric)  # 小微企业贷款较快增长，|余额
    for side, dealt in context.words.metrics.dealings.items():
        found = dealt.search(told.text)
        if told.text.startswith(side) and found and found.end() == len(told.text) and dealt.match(metric.text):
            return joined(piece(told, 0, found.start()), metric)
    return None

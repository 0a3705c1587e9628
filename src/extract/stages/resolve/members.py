"""A count of things some of which are named in front: 新开工甲机械、乙电子等|重点项目8个 counts 新开工重点项目."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Filler, Label, Quantity, Relation
from extract.engine.coding import ITEM_MARK, plain
from extract.engine.lists import joined
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_NAMED = ("name", "product")
"""Slots by which a thing is told as a record of its own."""
_VERB = 4
"""Characters of a verb that says which ones are counted, at most."""
_FRONT = 8
"""Characters at the front of a metric in which that verb stands, the owner's name included."""
_LEAST = 2
"""Characters of a noun that is counted, at least."""


def without_members(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations, those that count without the names in front of their noun: these are records or firms."""
    return tuple(_without(context, r) if r.record_type == STATISTIC else r for r in relations)


def _without(context: Context, relation: Relation) -> Relation:
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1 or "subject" in relation.slots:
        return relation
    start, end = metric.spans[0]
    text = context.article.text(start, end)
    closed = max(text.rfind(word) + len(word) if word in text else 0 for word in context.words.others)
    rest = context.words.metrics.batches.match(context.article.clean.text, start + closed, end)
    begins = _begin(context, start, start + closed)
    if figure := _figure(context, start + closed):
        if figure.dimension is Dimension.COUNT:
            return relation  # 甲港、乙港等|11个港集装箱吞吐量
        begins = start + max((m.end() for m in context.words.metrics.counting.finditer(text, 0, _FRONT)), default=0)
    if begins is None or not closed or rest is None or end - rest.end() < _LEAST or ITEM_MARK in text[closed:]:
        return relation
    if ITEM_MARK not in context.article.text(begins, start + closed):
        return relation
    noun = Filler(((rest.end(), end),), plain(context.article.text(rest.end(), end)))
    verb = _verb(context, begins)
    return fill(relation, "metric", joined(verb, noun) if verb else noun)


def _verb(context: Context, position: int) -> Filler | None:
    """The same right before a clean offset."""
    before = context.article.text(position - _VERB, position)
    for at in range(len(before)):
        if context.words.metrics.counting.fullmatch(before, at):
            return Filler(((position - _VERB + at, position),), before[at:])
    return None


def _figure(context: Context, position: int) -> Quantity | None:
    """The figure that stands at a clean offset: 甲机械、乙电子等|10亿元以上项目 names projects by their size."""
    here = (m.normal for m in context.begun(position, position + 1) if m.label is Label.QUANTITY)
    return next((normal for normal in here if isinstance(normal, Quantity)), None)


def _begin(context: Context, start: int, end: int) -> int | None:
    """Where the first of the things or firms begins that stand in a stretch of clean text; None where none does."""
    things = (thing.slots[slot][0] for thing in context.things for slot in _NAMED if slot in thing.slots)
    spans = [filler.spans[0] for filler in things if filler.spans]
    spans += [(m.start, m.end) for m in context.begun(start, end) if m.label is Label.ORG]
    return min((begin for begin, stop in spans if start <= begin and stop <= end), default=None)

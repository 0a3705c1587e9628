"""Figures in a row that are one list: 增长41%、下降6%, and what 分别 deals out to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.engine.lists import items
from extract.stages.resolve.context import STATISTIC, Context, code, fill, first

Opens = Callable[[Relation], bool]


def numbered(context: Context, relations: Sequence[Relation]) -> list[Relation]:
    """增长41%、下降6%、增长22%: figures in a row that name nothing are the items of the list before them."""
    return _numbered(context, relations, lambda r: "metric" not in r.slots)


def deal_out(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """甲鱼、乙鱼产量分别增长4.2%和|下降1.3%: figures that 分别 opens are one list, each with its own name."""
    return tuple(_numbered(context, relations, lambda r: _apart(context, r)))


def _numbered(context: Context, relations: Sequence[Relation], opens: Opens) -> list[Relation]:
    """The relations, those of every run whose first figure `opens` one with their places in it."""
    out = list(relations)
    start = 0
    while start < len(out):
        end = start + 1
        while end < len(out) and _goes_on(context, out[end - 1], out[end]):
            end += 1
        if end - start > 1 and opens(out[start]) and "item" not in out[start].codes:
            size = end - start
            run = str(out[start].start)
            placed = [code(r, item=f"{i}/{size}", run=run) for i, r in enumerate(out[start:end])]
            out[start:end] = _named(context, placed)
        start = end
    return out


def _goes_on(context: Context, last: Relation, relation: Relation) -> bool:
    """Whether the second of two figures, without a metric, follows the first in one list."""
    return (
        last.record_type == relation.record_type == STATISTIC
        and last.sentence == relation.sentence
        and "metric" not in relation.slots
        and last.codes.get("measure") == relation.codes.get("measure")
        and _alike(last.codes.get("basis"), relation.codes.get("basis"))
        and last.end <= relation.start
        and context.article.text(last.end, relation.start) in context.words.joins
    )


def _alike(one: str | bool | None, other: str | bool | None) -> bool:
    """Whether two growths are against one time, as far as they say: 季增6%、年增30% are of one thing."""
    return one is None or other is None or one == other


def _apart(context: Context, relation: Relation) -> bool:
    """Whether 分别 stands between what a figure measures and the figure."""
    metric, figure = first(relation, "metric"), first(relation, "quantity")
    if relation.record_type != STATISTIC or figure is None:
        return False
    start = metric.spans[-1][1] if metric else relation.start
    return any(word in context.article.text(start, max(start, figure.spans[0][0])) for word in _dealing(context))


def _dealing(context: Context) -> list[str]:
    return [word for word in context.words.metrics.apart if len(word) > 1]


def _named(context: Context, run: list[Relation]) -> list[Relation]:
    """The figures of a run with the items of the list that the first one has as its metric, where they are as many."""
    metric = first(run[0], "metric")
    if metric is None or len(metric.spans) != 1:
        return run
    parts = _as_many(context, run[0], metric, len(run))
    return [fill(r, "metric", part) for r, part in zip(run, parts, strict=True)] if parts else run


def _as_many(context: Context, relation: Relation, metric: Filler, size: int) -> Sequence[Filler]:
    """The `size` things that one metric names, each with what they share; none where it names more or fewer."""
    sharing, coded = context.words.sharing, context.coding(relation)
    if apart := sharing.told_apart(metric, size):
        return apart
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    for joins in (frozenset[str](), context.words.joins):
        cut = items(coded, start, end, joins)
        if len(cut) == size > 1:
            spans = [coded.span(a, b) for a, b in cut]
            names = len(plain(coded.surface(start, coded.after_names(start, end))))
            last_word = coded.surface(max(coded.words[end - 1], cut[-1][0]), end)
            return sharing.restore([Filler((s,), plain(context.article.text(*s))) for s in spans], last_word, names)
    return ()

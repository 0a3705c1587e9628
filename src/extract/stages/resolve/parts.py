"""其中: which figures are parts of which total, and the set that a figure belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Quantity, Relation
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place

_SUMMABLE = frozenset({"level", "increment"})


def resolve_parts(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Set `parent` of levels and increments under 其中, and the scope of totals such as 总投资."""
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC and relation.codes.get("measure") in _SUMMABLE:
            opened = _opened(context, relation)
            if opened is not None:
                parent = _total(relation, opened, out)
                relation = _owned(replace(relation, parent=parent), out)
            relation = _scoped(context, relation, out)
        out.append(relation)
    return tuple(out)


def _owned(relation: Relation, done: Sequence[Relation]) -> Relation:
    """A part without an owner of its own belongs to the owner of its total."""
    if relation.parent is None:
        return relation
    own, total = first(relation, "subject"), first(done[relation.parent], "subject")
    return fill(relation, "subject", total, inherited=True) if total and (own is None or own.inherited) else relation


def _opened(context: Context, relation: Relation) -> int | None:
    """Where the 其中 that governs the figure stands: a clean offset, None where none does."""
    before = context.before(relation)
    cut = max(before.rfind(mark) for mark in "；。")
    found = [m.start() for m in context.words.parts.finditer(before) if m.start() > cut]
    return context.article.sentences[relation.sentence].start + found[-1] if found else None


def _total(relation: Relation, opened: int, done: Sequence[Relation]) -> int | None:
    figure = _quantity(relation)
    for index in range(len(done) - 1, -1, -1):
        total = done[index]
        if total.sentence < relation.sentence - 1:
            return None
        if total.record_type != STATISTIC or place(total) >= opened:
            continue
        other = _quantity(total)
        if total.codes.get("measure") in _SUMMABLE and figure and other and figure.unit == other.unit:
            return index
    return None


def _scoped(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    metric = first(relation, "metric")
    if metric is None or "scope" in relation.slots:
        return relation
    if relation.parent is not None:
        total = first(done[relation.parent], "metric")
        return fill(relation, "scope", total, inherited=True) if total else relation
    if done and context.words.scope_takers.fullmatch(metric.text):
        last = done[-1]
        counted = first(last, "scope") or first(last, "metric")
        if last.record_type == STATISTIC and last.sentence == relation.sentence and counted:
            return fill(relation, "scope", counted, inherited=True)
    return relation


def _quantity(relation: Relation) -> Quantity | None:
    figure = first(relation, "quantity")
    return figure.normal if figure and isinstance(figure.normal, Quantity) else None

"""What the items of a list share with its first: 新增|21家甲、129家乙 are both increments."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Relation
from extract.stages.resolve.context import STATISTIC, Context, code

_SHARED = ("measure", "basis", "modality", "cumulative")


def resolve_measure(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give a counted item the measure of the list that it continues."""
    out: list[Relation] = []
    for relation in relations:
        last = out[-1] if out else None
        if last and _continues(context, relation, last):
            shared = {name: last.codes[name] for name in _SHARED if name in last.codes}
            relation = code(relation, **shared)
        out.append(relation)
    return tuple(out)


def _continues(context: Context, relation: Relation, last: Relation) -> bool:
    if relation.record_type != STATISTIC or last.record_type != STATISTIC:
        return False
    if relation.sentence != last.sentence or last.codes.get("measure") != "increment":
        return False
    if relation.codes.get("measure") != "level" or "item" in relation.codes or last.end > relation.start:
        return False
    between = context.article.text(last.end, relation.start)
    return between in context.words.joins

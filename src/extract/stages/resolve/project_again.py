"""A project told of again by the end of its name: 某高速公路扩建工程…。该|扩建工程|预计10月通车."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Relation
from extract.stages.resolve.context import Context, first

_LEAD = 3
"""Characters of a word that points, at most: 该, 这一."""
_BACK = 2
"""Sentences before a name in which the whole one stands."""


def told_in_full(context: Context, relation: Relation, before: Sequence[Relation]) -> Relation:
    """The project with the name that it has in a project before it, where a word points at its end.

    The name may go on there: 某高速公路扩建工程|海河特大桥.
    """
    name = first(relation, "name")
    if relation.record_type != "project" or name is None or len(name.spans) > 1:
        return relation
    start = name.spans[0][0]
    lead = context.article.text(max(context.article.start, start - _LEAD), start)
    if not any(_points(context, lead[at:], name.text) for at in range(len(lead))):
        return relation
    for earlier in reversed(before):
        told = first(earlier, "name") if earlier.record_type == "project" else None
        if told is None or told.spans[0][0] >= start or relation.sentence - earlier.sentence > _BACK:
            continue
        at = told.text.find(name.text)
        if at > 0:
            whole = Filler(name.spans, told.text[: at + len(name.text)], inherited=True)
            return relation.having({**relation.slots, "name": (whole,)})
    return relation


def _points(context: Context, word: str, name: str) -> bool:
    """Whether a word right before a name points at something told of before: 该, 这一."""
    found = context.words.pointing.match(word + name)
    return found is not None and found.end() == len(word)

"""Whose the figures of nobody are: the owner's of most figures of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.data import Place, Relation
from extract.stages.resolve.context import STATISTIC, fill, first

_FIGURES, _MOST = 3, 0.6
"""How many figures of an article are one owner's, and which share of those that have any, for the others to be so."""


def of_most(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The figures of nobody are the owner's of most figures of the article, if it has one.

    No more may be nobody's than its, unless the text begins with it and nobody else has any: 我院受理案件900件。
    …民事案件500件。
    """
    owned = [owner for r in relations if r.record_type == STATISTIC and (owner := first(r, "subject"))]
    counts = Counter(owner.text for owner in owned)
    most, count = max(counts.items(), key=lambda row: row[1], default=("", 0))
    unowned = sum(r.record_type == STATISTIC for r in relations) - len(owned)
    figures = [r for r in relations if r.record_type == STATISTIC]
    opening = first(figures[0], "subject") if figures and len(counts) == 1 else None
    alone = opening is not None and not isinstance(opening.normal, Place)
    if count < max(_FIGURES, _MOST * len(owned), 0 if alone else unowned):
        return tuple(relations)
    owner = next(owner for owner in owned if owner.text == most)
    nobodys = (r.record_type == STATISTIC and first(r, "subject") is None for r in relations)
    return tuple(
        fill(relation, "subject", owner, inherited=True) if nobody else relation
        for relation, nobody in zip(relations, nobodys, strict=True)
    )

"""The own country by its name among others (中国): 全国 in a text that tells of no country besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Label, Place, Relation
from extract.stages.resolve.context import STATISTIC, Context, fill, first, once
from extract.stages.resolve.home import is_region


def as_whole(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Figures of 中国 are those of 全国, unless the text tells of other countries beside it."""
    names, nation = context.words.nation_names, context.words.nation
    out: list[Relation] = []
    for relation in relations:
        owner = first(relation, "subject") if relation.record_type == STATISTIC else None
        if owner and owner.text in names and not _others(context):
            whole = replace(owner, text=nation.name, normal=nation)
            relation = fill(relation, "subject", whole, inherited=owner.inherited)
        out.append(relation)
    return tuple(out)


@once
def _others(context: Context) -> bool:
    """Whether a text names a place abroad: one without a code that is neither the own country nor in it."""
    names = {context.words.nation.name, *context.words.nation_names}
    places = (m.normal for m in context.mentions if m.label is Label.PLACE and isinstance(m.normal, Place))
    return any(place.code is None and place.name not in names and not is_region(context, place) for place in places)

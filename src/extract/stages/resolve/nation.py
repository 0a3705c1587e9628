"""What countries are called: the own one 全国 in a text about no other, another by its first character (俄)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Filler, Label, Place, Relation
from extract.engine.coding import NAMES, Coded
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


def by_first_character(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """俄|天然气产量 in a text about 俄罗斯: the country at a metric's front by one character, and where that ends."""
    home = context.article.place
    if home is None or home.code is not None or start + 1 >= end or not home.name.startswith(coded.text[start]):
        return None
    opens = start == coded.clause_start(start) or coded.text[start - 1] == NAMES[Label.TIME]
    alone = coded.words[start] == start and coded.word_end(start) == start + 1
    return (start + 1, Filler((coded.span(start, start + 1),), home.name, home)) if opens and alone else None


@once
def _others(context: Context) -> bool:
    """Whether a text names a place abroad: one without a code that is neither the own country nor in it."""
    names = {context.words.nation.name, *context.words.nation_names}
    places = (m.normal for m in context.mentions if m.label is Label.PLACE and isinstance(m.normal, Place))
    return any(place.code is None and place.name not in names and not is_region(context, place) for place in places)

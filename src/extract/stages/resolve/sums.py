"""Counts that only sum up the names before them: 甲公司、乙公司|2家单位."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Quantity, Relation
from extract.engine.coding import ITEM_MARK, Coded
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, renumbered

_LEAST = 2


def without_sums(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations but for counts of names that stand right before the figure, all of them and none left out."""
    return renumbered([(i, r) for i, r in enumerate(relations) if not _sums_up(context, r)])


def _sums_up(context: Context, relation: Relation) -> bool:
    if relation.record_type != STATISTIC:
        return False
    figure = relation.slots["quantity"][0]
    quantity = figure.normal
    if not isinstance(quantity, Quantity) or quantity.dimension is not Dimension.COUNT or quantity.value < _LEAST:
        return False
    coded = context.coding(relation)
    return _named(context, coded, coded.at(figure.spans[0][0])) == quantity.value


def _named(context: Context, coded: Coded, at: int) -> int:
    """How many names of a list end at the symbol `at`."""
    names = 0
    while at > 0 and coded.text[at - 1] in NAME_SYMBOLS:
        while at > 0 and coded.text[at - 1] in NAME_SYMBOLS:  # 沈阳市|浑南区 is one
            at -= 1
        names += 1
        if at == 0 or coded.text[at - 1] not in (ITEM_MARK, *context.words.single_joins):
            break
        at -= 1
    return names

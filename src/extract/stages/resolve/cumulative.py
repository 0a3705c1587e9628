"""Whether an amount is what there is altogether: 累计 for its clause, 现有 and 截至 for the whole list behind them."""

from __future__ import annotations

import re

from extract.data import Dimension, Label, Quantity, Relation
from extract.stages.resolve.context import Context, place

_AMOUNTS = frozenset({Dimension.MONEY, Dimension.COUNT, Dimension.PHYSICAL})
_SUMMED = frozenset({"level", "increment"})
_CLAUSE = re.compile("[，：；。]")


def is_cumulative(context: Context, relation: Relation) -> bool:
    """Whether a word of the figure's sentence says so: 全市现有学校13所，在校生4.1万人.

    累计 governs its clause; 现有 and 截至 what follows, but no 其中 parts, no rates, and nothing behind a new time.
    """
    quantity = relation.slots["quantity"][0].normal
    if relation.codes.get("measure") not in _SUMMED or not isinstance(quantity, Quantity):
        return False
    before = context.before(relation)
    clause = _CLAUSE.split(before)[-1]
    if any(c in context.words.phrases.declared.each for c in clause):
        return False  # 每千人拥有病床4.8张
    if context.words.cumulative.search(clause):
        return True
    listed = relation.parent is None and quantity.dimension in _AMOUNTS and relation.codes.get("measure") == "level"
    return listed and _standing(context, relation, before)


def _standing(context: Context, relation: Relation, before: str) -> bool:
    """Whether 现有, 共有 or 截至 stands before the figure with no other time behind it."""
    found = max(context.words.standing.finditer(before), key=lambda hit: hit.start(), default=None)
    if found is None:
        return False
    start = context.article.sentences[relation.sentence].start + found.start()
    times = [m.start for m in context.by_sentence[relation.sentence] if m.label is Label.TIME]
    behind = [at for at in times if start + len(found[0]) < at < place(relation)]
    return not [at for at in behind if context.article.text(start + len(found[0]), at).strip()]

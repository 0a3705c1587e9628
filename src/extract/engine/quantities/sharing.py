"""What the figures of a list share with its last: its unit, and what multiplies it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.data import Dimension, Label, Mention, Quantity
from extract.engine.numerals import ONE

ITEM_MARK = "、"
_SHORT = 6
"""Characters of what stands between two figures of a row, at most: 高于全国平均0.7、|全省平均|2.3个百分点."""
_LITERAL = re.compile("[0-9][0-9,]*(?:[.][0-9]+)?")


def share_units(
    text: str, mentions: Sequence[Mention], separators: Container[str], classifier: str | None
) -> list[Mention]:
    """The mentions, of which a bare number has the unit and the 万 or 亿 of the figure that its list ends with.

    1.2和3亿元 are 120000000 and 300000000 `CNY`; of 0.6个和1个百分点 the first has the classifier of the second.
    """
    found = list(mentions)
    for index in range(len(found) - 2, -1, -1):
        mention, following = found[index], found[index + 1]
        one, other = mention.normal, following.normal
        between = text[mention.end : following.start].strip()
        if between not in separators and not (_in_row(between, separators) and _points(other)):
            continue
        if not isinstance(one, Quantity) or not isinstance(other, Quantity):
            continue
        if not mention.label is following.label is Label.QUANTITY:
            continue
        if one.dimension is Dimension.NUMBER or (other.dimension is Dimension.PP and one.unit == classifier):
            times = _times(text, mention, following) if one.dimension is Dimension.NUMBER else ONE
            upper = one.upper and one.upper * times
            shared = Quantity(one.value * times, other.unit, one.bound, other.dimension, upper)
            found[index] = replace(mention, normal=shared)
    return found


def _in_row(between: str, separators: Container[str]) -> bool:
    """Whether between two figures stand an item mark and a short name or verb: 高于全国0.7|、全省|2.3个百分点."""
    name = between[1:]
    return between[:1] == ITEM_MARK and between[:1] in separators and 0 < len(name) <= _SHORT and name.isalpha()


def _points(normal: object) -> bool:
    """Whether a figure is one of percentage points, which no other figure of its row can lend its unit to."""
    return isinstance(normal, Quantity) and normal.dimension is Dimension.PP


def _times(text: str, bare: Mention, following: Mention) -> Decimal:
    """What multiplies the second of two figures, where the first has nothing of its own that does."""
    one, other = bare.normal, following.normal
    mine, its = (_LITERAL.search(text, m.start, m.end) for m in (bare, following))
    if mine is None or its is None or not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return ONE
    last = _number(its)
    return max(other.value / last, ONE) if last and _number(mine) == one.value else ONE


def _number(literal: re.Match[str]) -> Decimal:
    return Decimal(literal[0].replace(",", ""))

"""What the figures of a list share with its last: its unit, and what multiplies it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.data import Dimension, Label, Mention, Quantity
from extract.engine.numerals import ONE

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
        if text[mention.end : following.start].strip() not in separators:
            continue
        one, other = mention.normal, following.normal
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

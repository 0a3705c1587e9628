"""The parts of a whole that colons join: 6.2∶45.3∶48.5 are three shares in per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.data import Dimension, Label, Mention, Quantity

MARKS = frozenset(":：∶")
_PARTS = 3
"""Fewer are a score, a scale or a time of day (3:2, 1:50)."""
_WHOLE, _ROUNDING = Decimal(100), Decimal("0.3")


def read_ratios(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, of which bare numbers between colons that sum to 100 are shares in `%`: 三次产业结构为6∶45∶49."""
    if MARKS.isdisjoint(text):
        return list(mentions)
    out: list[Mention] = []
    row: list[Mention] = []
    for mention in mentions:
        if not (row and _bare(mention) and text[row[-1].end : mention.start].strip() in MARKS):
            out += _shares(row)
            row = []
        if _bare(mention):
            row.append(mention)
        else:
            out.append(mention)
    return out + _shares(row)


def _bare(mention: Mention) -> bool:
    normal = mention.normal
    return mention.label is Label.QUANTITY and isinstance(normal, Quantity) and normal.dimension is Dimension.NUMBER


def _shares(row: Sequence[Mention]) -> list[Mention]:
    parts = [m.normal for m in row if isinstance(m.normal, Quantity)]
    if len(parts) < _PARTS or abs(sum(p.value for p in parts) - _WHOLE) > _ROUNDING:
        return list(row)
    shares = (replace(p, unit="%", dimension=Dimension.PERCENT) for p in parts)
    return [replace(m, normal=share) for m, share in zip(row, shares, strict=True)]

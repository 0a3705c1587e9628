"""Amounts in brackets behind the items of a metric, which are theirs: 团客（|3万人次|）及散客（|5万人次|）分别增加…."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Bound, Dimension, Filler, Quantity, Relation
from extract.engine.brackets import aside
from extract.engine.coding import Coded

_SAID = ("metric", "quantity", "subject")
"""Slots that the amount of an item has of its reading."""
_CODES = ("modality", "cumulative")


def asides(coded: Coded, start: int, end: int) -> list[int]:
    """The symbols of the amounts that stand alone in brackets within the symbols `start:end`.

    A range says which ones are meant: 公寓|（40至70平方米）|售价指数.
    """
    return [i for i in range(start + 1, end - 1) if aside(coded, i) and not _ranges(coded, i)]


def _ranges(coded: Coded, at: int) -> bool:
    """Whether a figure is a size with an open end or two of them."""
    figure = coded.mentions[at][0].normal
    sized = isinstance(figure, Quantity) and figure.dimension is Dimension.PHYSICAL
    return isinstance(figure, Quantity) and (figure.upper is not None or (sized and figure.bound is not Bound.EXACT))


def without(coded: Coded, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the symbols `start:end` without such brackets: 团客|（3万人次）|人数."""
    cuts = [start, *(edge for i in asides(coded, start, end) for edge in (i - 1, i + 2)), end]
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]


def beside(base: Relation, metrics: Sequence[Filler], figures: Sequence[Filler | None]) -> list[Relation]:
    """The level of every item that has its amount in a bracket; none where the items are not as many."""
    if len(metrics) != len(figures):
        return []
    kept = {k: v for k, v in base.slots.items() if k in _SAID}
    codes = {k: v for k, v in base.codes.items() if k in _CODES} | {"measure": "level"}
    return [
        base.having(slots={**kept, "metric": (metric,), "quantity": (figure,)}, codes=codes)
        for metric, figure in zip(metrics, figures, strict=True)
        if figure is not None
    ]

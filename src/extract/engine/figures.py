"""Figures as a rule means them: a place in a ranking, a fall as a negative, a multiple of growth as per cent."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extract.data import Bound, Dimension, Filler, Quantity


def ranked(filler: Filler, place: Decimal, bound: Bound = Bound.EXACT) -> Filler:
    """The filler with a place in a ranking as its figure."""
    return dataclasses.replace(filler, normal=Quantity(place, "rank", bound, Dimension.NUMBER))


def valued(figure: Filler, way: str, row: Mapping[str, Any]) -> Filler:
    """The figure with the sign of its verb, and a multiple of growth as per cent (增长2倍 is 200 %)."""
    quantity = figure.normal
    if not isinstance(quantity, Quantity):
        return figure
    if not (way.startswith("-") or row.get("percent_of_multiple")):
        return figure
    factor = Decimal(-1) if way.startswith("-") and row.get("signed", True) else Decimal(1)
    unit, offset = quantity.unit, Decimal(0)
    if row.get("percent_of_multiple") and quantity.dimension is Dimension.MULTIPLE:
        factor, unit = factor * 100, "%"
        offset = Decimal(-100) if row["percent_of_multiple"] == "to" else Decimal(0)
    value = quantity.value * factor + offset
    upper = None if quantity.upper is None else quantity.upper * factor + offset
    if upper is not None and upper < value:
        value, upper = upper, value
    valued = Quantity(value, unit, quantity.bound, quantity.dimension, upper)
    return Filler(figure.spans, figure.text, valued, figure.inherited)

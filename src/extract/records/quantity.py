"""The figure of a record or a mention."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from extract.data import Bound, Quantity
from extract.records.text import refuse

_LONGEST = 2**63
"""JSON writers hold integers below this; 百亿亿次 is written as a float."""


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes it: `int` where integral and within 64 bits, else the nearest `float`."""
    return int(value) if value == value.to_integral_value() and abs(value) < _LONGEST else float(value)


def _whole(value: float) -> int | float:
    if abs(value) >= _LONGEST:
        return float(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


Number = Annotated[int | Annotated[float, Field(allow_inf_nan=False)], AfterValidator(_whole)]
"""An `int` where integral and within 64 bits, else a finite `float`."""


class QuantityValue(BaseModel):
    """A figure with 百/千/万/亿 multiplied out: 460亿元 has value 46000000000 and unit CNY."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1, description="The figure as the raw text has it, with its bound words and unit.")
    value: Number = Field(description="The number; the lower end of a range; negative for a decrease.")
    upper: Number | None = Field(default=None, description="The upper end; given exactly where bound is range.")
    unit: str | None = Field(
        default=None,
        min_length=1,
        description="%, pp, x, rank, an ISO 4217 currency, a UCUM-like unit or the measure word itself; null if none.",
    )
    bound: Bound = Field(default=Bound.EXACT, description="How the text bounds the figure.")

    @model_validator(mode="after")
    def _upper_with_range(self) -> Self:
        if (self.upper is not None) != (self.bound is Bound.RANGE):
            raise refuse("upper_and_range", "a range has an upper end, and nothing else has one")
        return self


def quantity_value(text: str, quantity: Quantity) -> QuantityValue:
    """The record form of a figure; `text` is its raw text.

    `约11%` with `Quantity(Decimal(11), "%", Bound.ABOUT, …)` becomes `{text: 约11%, value: 11, unit: %, bound: about}`.
    """
    return QuantityValue(
        text=text,
        value=number(quantity.value),
        upper=None if quantity.upper is None else number(quantity.upper),
        unit=quantity.unit,
        bound=quantity.bound,
    )

"""A figure with its meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from extract.records.base import RecordBase
from extract.records.period import Basis
from extract.records.quantity import QuantityValue
from extract.records.text import Text, refuse


class Measure(StrEnum):
    """What a figure says about its metric."""

    LEVEL = "level"
    """The amount or count itself: 460亿元, 失业率5.2%."""
    INCREMENT = "increment"
    """Newly added (新增21家), or an absolute change with its basis (比上年多17亿元)."""
    GROWTH = "growth"
    """Relative change in %: 下降4.5% is -4.5."""
    CHANGE = "change"
    """Change of a ratio or a rate, in pp."""
    GAP = "gap"
    """Distance from another body's figure: 高于全国1.5个百分点."""
    SHARE = "share"
    """Part of a whole in %: 占全省85%."""
    CONTRIBUTION = "contribution"
    """What it pulled up, in pp (拉动) or % (贡献率)."""
    RANK = "rank"
    """Position: 居首 is 1."""
    MULTIPLE = "multiple"
    """n times of a reference: 是2012年的3.2倍."""


UNITS: dict[Measure, frozenset[str]] = {
    Measure.GROWTH: frozenset({"%", "‰"}),
    Measure.SHARE: frozenset({"%", "‰"}),
    Measure.CHANGE: frozenset({"pp"}),
    Measure.CONTRIBUTION: frozenset({"pp", "%"}),
    Measure.RANK: frozenset({"rank"}),
    Measure.MULTIPLE: frozenset({"x"}),
}
"""The units that a measure allows; one that is not here allows any, and none."""


def check_measure(measure: Measure, unit: str | None, value: float, part_of: str | None) -> None:
    """Raises `measure_unit`, `rank_value` or `part_of_measure` where they do not go together."""
    allowed = UNITS.get(measure)
    if (allowed is not None and unit not in allowed) or (unit == "rank") != (measure is Measure.RANK):
        raise refuse("measure_unit", "the measure does not go with the unit")
    if measure is Measure.RANK and (value < 1 or value != int(value)):
        raise refuse("rank_value", "a rank is a whole number from 1")
    if part_of is not None and measure not in (Measure.LEVEL, Measure.INCREMENT):
        raise refuse("part_of_measure", "only a level or an increment is part of a total")


class Statistic(RecordBase):
    """A figure with its meaning: whose, of what, how measured, against what."""

    ANCHOR: ClassVar[str] = "quantity"

    record_type: Literal["statistic"] = "statistic"
    subject: Text | None = Field(default=None, description="Whose figure: a place, organisation, product or group.")
    region_code: Annotated[str, Field(pattern=r"^\d{6}$")] | None = Field(
        default=None, description="GB/T 2260 code where the subject is a place in China."
    )
    metric: Text = Field(description="What is measured, as the text words it.")
    indicator: Text | None = Field(default=None, description="The metric's standard name, or null.")
    scope: Text | None = Field(default=None, description="The set or programme that the figure belongs to.")
    measure: Measure
    quantity: QuantityValue
    basis: Basis | None = Field(default=None, description="yoy, mom, or the ISO year or period compared with.")
    reference: Text | None = Field(default=None, description="Compared with, part of, ranked among; as worded.")
    part_of: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = Field(
        default=None, description="The record_id of the total that a level or an increment is a part of."
    )
    cumulative: bool = Field(default=False, description="True where the text says so (累计, 总数, 现有 …).")

    @model_validator(mode="after")
    def _fits_its_measure(self) -> Self:
        check_measure(self.measure, self.quantity.unit, self.quantity.value, self.part_of)
        if self.part_of == self.record_id:
            raise refuse("part_of_itself", "a figure is no part of itself")
        return self

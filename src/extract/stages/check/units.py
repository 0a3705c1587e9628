"""Levels in a unit that their indicator cannot have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extract.data import Dimension
from extract.records.checks import Check
from extract.records.statistic import Measure, Statistic
from extract.stages.check.finding import Finding

KINDS = {Dimension.MONEY: "money", Dimension.PERCENT: "share", Dimension.PP: "share", Dimension.MULTIPLE: "multiple"}
"""Kinds that are told apart; a count, a length or a rate may stand for one another (户 or 人, 亩 or 公顷)."""


def units(
    statistics: Sequence[Statistic], usual: Callable[[str], str | None], dimension: Callable[[str], Dimension | None]
) -> Iterator[Finding]:
    """Levels and increments whose unit is of another kind than the usual one of their indicator."""
    for record in statistics:
        expected, unit = usual(record.indicator) if record.indicator else None, record.quantity.unit
        if expected is None or unit is None or record.measure not in (Measure.LEVEL, Measure.INCREMENT):
            continue
        if _kind(dimension(expected)) != _kind(dimension(unit.partition("/")[0])):
            says = f"{record.indicator} is counted in {expected}, not in {unit}"
            yield Finding(record.record_id, Check.UNIT_OF_INDICATOR, says)


def _kind(dimension: Dimension | None) -> str:
    return KINDS.get(dimension, "amount") if dimension else "amount"

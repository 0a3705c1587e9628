"""Shares and changes against the levels that the same article gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from extract.records.base import Modality
from extract.records.checks import Check
from extract.records.period import basis_dates
from extract.records.statistic import Measure, Statistic
from extract.stages.check.amounts import Amount, amount
from extract.stages.check.finding import Finding

GROWTH_SLACK = (3.0, 0.1)
"""Points, and share of the growth: one at constant prices lies a little off that of its levels at current prices."""
SHARE_SLACK = (0.6, 0.02)
POINT_SLACK = 0.11

Dates = tuple[date | None, date | None]
Series = Mapping[tuple[str | None, str], Sequence[tuple[Statistic, Amount]]]
"""Exact levels by subject and metric."""


def shares(statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Shares that are none, and those that differ from part by whole."""
    known = {record.record_id: record for record in statistics}
    levels = {_measured(record, record.metric): record for record in statistics if record.measure is Measure.LEVEL}
    for share in statistics:
        if share.measure is not Measure.SHARE:
            continue
        if not 0 <= share.quantity.value <= 100:
            yield Finding(share.record_id, Check.SHARE_OF_WHOLE, f"{share.quantity.text} is no share of a whole")
            continue
        part = levels.get(_measured(share, share.metric))
        whole = known.get(part.part_of or "") if part else None
        if whole is None and share.reference is not None:
            whole = levels.get(_measured(share, share.reference))
        if part and whole and part.quantity.unit == whole.quantity.unit:
            yield from _quotient(share, part, whole)


def _quotient(share: Statistic, part: Statistic, whole: Statistic) -> Iterator[Finding]:
    said, a, b = (amount(record.quantity) for record in (share, part, whole))
    if said and a and b and b.low > 0 and _off(said, 100 * a.low / b.high, 100 * a.high / b.low, SHARE_SLACK):
        says = f"{part.quantity.text} of {whole.quantity.text} is {100 * a.value / b.value:.1f}%"
        yield Finding(share.record_id, Check.SHARE_AGAINST_LEVELS, f"{says}, not {share.quantity.text}")


def growths(statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Growths that differ from that of their two levels."""
    series = _levels(statistics)
    for growth in statistics:
        said = amount(growth.quantity) if growth.measure is Measure.GROWTH else None
        for new, old in _two_levels(growth, series) if said else ():
            (b, now), (a, then) = new, old
            if then.low > 0 and said and _off(said, *_growth_range(then, now), GROWTH_SLACK):
                says = f"{a.quantity.text} to {b.quantity.text} is {100 * (now.value / then.value - 1):.1f}%"
                yield Finding(growth.record_id, Check.GROWTH_AGAINST_LEVELS, f"{says}, not {growth.quantity.text}")


def differences(statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Absolute changes, and changes in points, that differ from the difference of their two levels."""
    series = _levels(statistics)
    for change in statistics:
        unit = "%" if change.measure is Measure.CHANGE else change.quantity.unit
        compared = change.measure is Measure.CHANGE or (change.measure is Measure.INCREMENT and change.basis)
        said = amount(change.quantity) if compared else None
        for new, old in _two_levels(change, series, unit) if said else ():
            (b, now), (a, then) = new, old
            slack = POINT_SLACK if change.measure is Measure.CHANGE else 0.0
            if said and _off(said, now.low - then.high, now.high - then.low, (slack, 0.0)):
                says = f"{a.quantity.text} to {b.quantity.text} is no change of {change.quantity.text}"
                yield Finding(change.record_id, Check.DIFFERENCE_AGAINST_LEVELS, says)


def _levels(statistics: Sequence[Statistic]) -> Series:
    found: dict[tuple[str | None, str], list[tuple[Statistic, Amount]]] = defaultdict(list)
    for record in statistics:
        size = amount(record.quantity)
        if record.measure is Measure.LEVEL and record.modality is Modality.ACTUAL and size:
            found[record.subject, record.metric].append((record, size))
    return found


def _two_levels(
    change: Statistic, series: Series, unit: str | None = None
) -> Iterator[tuple[tuple[Statistic, Amount], tuple[Statistic, Amount]]]:
    """The level of the change's own period and that of the period compared with, where the article has one of each."""
    before = _compared_with(change)
    if before is None or change.modality is not Modality.ACTUAL:
        return
    levels = series.get((change.subject, change.metric), ())
    now = [level for level in levels if _dates(level[0]) == _dates(change)]
    then = [level for level in levels if _dates(level[0]) == before]
    if len(now) == len(then) == 1 and {now[0][0].quantity.unit, then[0][0].quantity.unit} <= {unit or _unit(now)}:
        yield now[0], then[0]


def _unit(levels: Sequence[tuple[Statistic, Amount]]) -> str | None:
    return levels[0][0].quantity.unit


def _compared_with(change: Statistic) -> Dates | None:
    """The dates of the period compared with: a year before its own for `yoy`."""
    own = _dates(change)
    if change.basis == "yoy" and own is not None:
        return tuple(day and _year_before(day) for day in own)  # type: ignore[return-value]
    if change.basis in (None, "yoy", "mom"):
        return None
    return basis_dates(change.basis)


def _dates(record: Statistic) -> Dates | None:
    return (record.period.start, record.period.end) if record.period else None


def _year_before(day: date) -> date:
    # the last of February is the last of February
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _measured(record: Statistic, metric: str) -> tuple[str | None, str, Dates | None]:
    """What names a level: whose, of what, when."""
    return record.subject, metric, _dates(record)


def _growth_range(then: Amount, now: Amount) -> tuple[float, float]:
    return 100 * (now.low / then.high - 1), 100 * (now.high / then.low - 1)


def _off(said: Amount, low: float, high: float, slack: tuple[float, float]) -> bool:
    """Whether what was said lies outside of what follows from the levels, by more than the slack."""
    room = slack[0] + slack[1] * abs(said.value)
    return said.high < min(low, high) - room or said.low > max(low, high) + room

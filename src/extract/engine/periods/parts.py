"""Parts of a period that are counted off: 四月第二周, 今年的第三个月, 五月最后一天."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extract.data import Period
from extract.engine.periods.spans import UNKNOWN, month_span, period_of, shift_months

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Part:
    """Which units of a period: the `first`th (from 1) and the `count` - 1 after it, from its end if `backwards`."""

    unit: str
    """`day`, `week`, `month` or `quarter`."""
    first: int
    count: int = 1
    backwards: bool = False
    weekday: int = 0
    """1 to 7 for the nth Monday to Sunday, else 0."""


def part_of(whole: Period, part: Part) -> Period:
    """The part of a closed period; unknown where the period is open or has no such part.

    A week begins with a Monday that lies in the period.
    """
    if whole.start is None or whole.end is None or part.first < 1 or part.count < 1:
        return UNKNOWN
    found = _weekday(whole.start, part) if part.weekday else _units(whole.start, whole.end, part)
    if found.start is None or found.end is None or not whole.start <= found.start <= whole.end:
        return UNKNOWN
    return found


def _weekday(start: date, part: Part) -> Period:
    first = start + timedelta(days=(part.weekday - start.isoweekday()) % _WEEK)
    day = first + timedelta(days=_WEEK * (part.first - 1))
    return period_of(day, day)


def _units(start: date, end: date, part: Part) -> Period:
    if part.unit in {"month", "quarter"}:
        return _months(start, end, part)
    size = 1 if part.unit == "day" else _WEEK
    length = timedelta(days=size * part.count - 1)
    if part.backwards:
        last = end if part.unit == "day" else end - timedelta(days=end.isoweekday() % _WEEK)
        last -= timedelta(days=size * (part.first - 1))
        return period_of(last - length, last)
    origin = start if part.unit == "day" else start + timedelta(days=-(start.isoweekday() - 1) % _WEEK)
    first = origin + timedelta(days=size * (part.first - 1))
    return period_of(first, first + length)


def _months(start: date, end: date, part: Part) -> Period:
    size = 1 if part.unit == "month" else 3
    anchor = end.replace(day=1) if part.backwards else start
    steps = size * (part.first - 1)
    first = shift_months(anchor, -(steps + size * part.count - 1) if part.backwards else steps)
    last = first and shift_months(first, size * part.count - 1)
    return month_span(first.year, first.month, last.year, last.month) if first and last else UNKNOWN

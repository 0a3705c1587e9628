"""Arithmetic on the calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from extract.data import Period, TimeKind

UNKNOWN = Period(None, None)
_PARTS = frozenset({1, 3, 12})
"""Months of what a stretch of time is counted in: a month, a quarter, a year."""


def period_of(start: date | None, end: date | None) -> Period:
    """A period of the two days; a single day is a DAY."""
    if start is None or end is None:
        return Period(start, end)
    return Period(start, end, TimeKind.DAY if start == end else TimeKind.SPAN)


def month_span(year: int, month: int, last_year: int, last_month: int) -> Period:
    """From the first month through the last; unknown where a month is none."""
    if not (1 <= month <= 12 and 1 <= last_month <= 12):
        return UNKNOWN
    return period_of(date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))


def third_of(period: Period, third: int) -> Period:
    """The first, second or last ten days of a month."""
    assert period.start is not None
    first = period.start.replace(day=10 * third - 9)
    return period_of(first, period.end if third == 3 else period.start.replace(day=10 * third))


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_year(day: date, years: int) -> date:
    """The same day in another year."""
    return shift_months(day, 12 * years) or day


def shift_months(day: date, months: int) -> date | None:
    """The same day some months on; the last day of a shorter month where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    full = day.day == calendar.monthrange(day.year, day.month)[1] and day.day > last
    return date(year, month + 1, last if full or day.day > last else day.day)


def within_month(period: Period) -> bool:
    """Whether a period lies in one month, so that it says which month a text speaks of."""
    if period.start is None or period.end is None:
        return False
    return (period.start.year, period.start.month) == (period.end.year, period.end.month)


def is_half(period: Period) -> bool:
    """Whether a period is a half of a year."""
    first, last = period.start, period.end
    return bool(first and last and first.year == last.year and (first.month, last.month) in {(1, 6), (7, 12)})


def equal_parts(period: Period, count: int) -> list[Period] | None:
    """The whole months, quarters or years that a period of `count` of them consists of; None for any other period."""
    if period.start is None or period.end is None or count < 1 or period.start.day != 1:
        return None
    after = period.end + timedelta(days=1)
    months = (after.year - period.start.year) * 12 + after.month - period.start.month
    size, rest = divmod(months, count)
    if after.day != 1 or rest or size not in _PARTS or (period.start.month - 1) % size:
        return None
    begins = [divmod(period.start.year * 12 + period.start.month - 1 + k * size, 12) for k in range(count)]
    return [month_span(y, m + 1, *_month_on(y, m, size - 1)) for y, m in begins]


def _month_on(year: int, month: int, months: int) -> tuple[int, int]:
    year, month = divmod(year * 12 + month + months, 12)
    return year, month + 1

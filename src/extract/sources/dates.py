"""Dates that stand outside a text: in a field, in a page's head, in a file's name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

# 2025-01-03, 2025/1/3, 2025\u5e741\u67083\u65e5, 20250103; figures before or behind make it another number
_DAY = re.compile(r"(?<!\d)(\d{4})(?:([^\d\s])(\d{1,2})[^\d\s](\d{1,2})|(\d\d)(\d\d)(?:\d{6})?)(?!\d)")
_FIRST, _LAST = 1900, 2100


def day_in_front(text: str) -> date | None:
    """The day that a date or a time stamp begins with, None where it is none.

    >>> day_in_front("2025-01-03T09:20:00+08:00")
    datetime.date(2025, 1, 3)
    """
    found = _DAY.match(text.strip())
    return _day(found) if found else None


def day_of_name(path: str) -> date | None:
    """The day that a file's name states, None where it states none, an impossible one or several.

    >>> day_of_name("news/bohai-20250103.txt")
    datetime.date(2025, 1, 3)
    """
    days = days_in(PurePath(path).name)
    return days.pop() if len(days) == 1 else None


def days_in(text: str) -> set[date]:
    """The days that a text names in figures; what is no day of the calendar counts for nothing."""
    return {day for found in _DAY.finditer(text) if (day := _day(found))}


def _day(found: re.Match[str]) -> date | None:
    year, month, day = int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None

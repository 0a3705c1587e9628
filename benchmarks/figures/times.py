"""What the suites on dates and periods expect, in our own convention, and what is set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from benchmarks.figures.readings import Reading
from benchmarks.figures.spans import same_span
from benchmarks.figures.suites import Case, Expected
from benchmarks.figures.verdicts import Aside, Want, Wanted

CLOCK = "clock times"
DURATION = "durations"
WEEKDAY = "weekdays"
RECURRING = "recurrences"
FOREIGN = "foreign holidays"
UNANCHORED = "no year: XXXX-12-30"

_DAY = timedelta(days=1)
_CLOCKS = frozenset(
    {"clock", "datetimeV2.time", "datetimeV2.timerange", "datetimeV2.datetime", "datetimeV2.datetimerange"}
)
_WEEKDAY = re.compile("[周週][一二三四五六日末]|星期|[礼禮]拜")


def wanted(case: Case) -> Wanted:
    """What a case of a suite on time asks for, or the class by which it is set aside."""
    wants = []
    for expected in case.expected:
        reason = _aside(case, expected)
        if reason:
            return Aside(reason)
        wants.append(Want(expected.start, expected.end, _period(case, expected)))
    return wants or [Want(0, len(case.text), _nothing)]


def _aside(case: Case, expected: Expected) -> str:
    kind, grain = expected.row["type"], expected.row.get("grain")
    if kind in _CLOCKS or grain in ("hour", "minute", "second"):
        return CLOCK
    if kind in ("time_delta", "datetimeV2.duration"):
        return DURATION
    if kind in ("time_period", "datetimeV2.set"):
        return RECURRING
    if _WEEKDAY.search(expected.text):
        return WEEKDAY
    if "XXXX" in str(expected.row.get("value")):
        return UNANCHORED
    return ""


def _period(case: Case, expected: Expected) -> Callable[[Sequence[Reading]], str]:
    accepted = _intervals(expected)

    def test(found: Sequence[Reading]) -> str:
        times = [reading for reading in found if reading.label == "TIME"]
        if not times:
            return "not read as a time"
        start, end = times[0].start, times[-1].end
        if len(times) > 1 or not same_span(case.text, (start, end), (expected.start, expected.end)):
            return f"span {case.text[start:end]!r}"
        read = (times[0].first, times[0].last)
        return "" if not accepted or read in accepted else f"interval {read[0]} to {read[1]}"

    return test


def _intervals(expected: Expected) -> list[tuple[date | None, date | None]]:
    """The intervals that count as right, inclusive; none where the suite gives only the span.

    Whether an end belongs to its interval is out of scope: each stands as written and a day inwards.
    """
    row = expected.row
    if "values" in row:
        return [span for value in row["values"] if value.get("value") != "not resolved" for span in _resolved(value)]
    if "FutureResolution" in row:
        both = (row["FutureResolution"], row["PastResolution"])
        return [span for r in both if "startDate" in r for span in _either(_day(r["startDate"]), _day(r["endDate"]))]
    value = row.get("value")
    if value is None:
        return []
    if isinstance(value, str):
        return [_grained(value, row["grain"])]
    first, last = (None if "inf" in end else _day(end) for end in value)
    return _either(first, last)


def _resolved(value: dict[str, str]) -> list[tuple[date | None, date | None]]:
    if "value" in value:
        return [(_day(value["value"]), _day(value["value"]))]
    first = _day(value["start"]) if "start" in value else None
    return _either(first, _day(value["end"]) if "end" in value else None)


def _either(first: date | None, last: date | None) -> list[tuple[date | None, date | None]]:
    return [
        (first and first + early, last and last - late)
        for early in (timedelta(0), _DAY)
        for late in (timedelta(0), _DAY)
    ]


def _grained(value: str, grain: str) -> tuple[date, date]:
    parts = [int(part) for part in value[:10].split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    if grain == "year":
        return date(year, 1, 1), date(year, 12, 31)
    if grain == "month":
        return date(year, month, 1), (date(year, month, 28) + 4 * _DAY).replace(day=1) - _DAY
    first = date(year, month, day)
    return first, first + (6 if grain == "week" else 0) * _DAY


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _nothing(found: Sequence[Reading]) -> str:
    return "read a time where none is" if any(reading.label == "TIME" for reading in found) else ""

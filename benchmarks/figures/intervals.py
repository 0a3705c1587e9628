"""The intervals that a suite on time counts as right, as first and last day; None where an end is open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from benchmarks.figures.suites import Expected

Interval = tuple[date | None, date | None]
_DAY = timedelta(days=1)


def intervals(expected: Expected) -> list[Interval]:
    """The intervals of an expectation, ends as written; none where the suite gives only the span."""
    row = expected.row
    if "values" in row:
        return [_resolved(value) for value in row["values"] if value.get("value") != "not resolved"]
    if "FutureResolution" in row:
        both = (row["FutureResolution"], row["PastResolution"])
        return [(_day(r["startDate"]), _day(r["endDate"])) for r in both if "startDate" in r]
    value = row.get("value")
    if value is None or "XXXX" in value:
        return []
    if isinstance(value, str):
        return [_grained(value, row["grain"])]
    first, last = value
    return [(_day(first), _day(last))]


def _resolved(value: Mapping[str, str]) -> Interval:
    if "value" in value:
        return _day(value["value"]), _day(value["value"])
    return _day(value.get("start")), _day(value.get("end"))


def _grained(value: str, grain: str) -> Interval:
    parts = [int(part) for part in value[:10].split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    if grain == "year":
        return date(year, 1, 1), date(year, 12, 31)
    if grain in ("month", "quarter"):
        later = date(year, month, 28) + (4 if grain == "month" else 64) * _DAY
        return date(year, month, 1), later.replace(day=1) - _DAY
    first = date(year, month, day)
    return first, first + (6 if grain == "week" else 0) * _DAY


def _day(text: str | None) -> date | None:
    return None if text is None or "inf" in text else date.fromisoformat(text[:10])

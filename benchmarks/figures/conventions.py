"""What the suites on time mean by an interval, brought into our own convention: each a rule of form, none a case.

Where a suite gives no value of its own, or counts from a day that it does not tell, only the span is asked for.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from benchmarks.figures.intervals import Interval
from benchmarks.figures.suites import Case, Expected
from extract.engine.periods.holidays import lunar_date

_DAY = timedelta(days=1)
_N = "(?:[0-9]+|[一二三四五六七八九十两兩半]+)"
_UNIT = f"{_N}个?個? ?(?:天|日|周|週|星期|[礼禮]拜|月|年)"
_YEAR = re.compile("[0-9]{4}|[0-9零〇一二三四五六七八九]{2,4}年|[去今明前后後]年|年度|公元")
_AFTER = re.compile(f"{_UNIT}半?[之以]?[后後]")
_BEFORE = re.compile(f"{_UNIT}半?[之以]?前")
_FIRST_MONTHS = re.compile("前(?P<n>[二两兩三四五六七八九2-9])[个個]?月")
_DIGITS = {digit: 1 + at // 2 for at, digit in enumerate("一1二2三3四4五5六6七7八8九9")} | {"两": 2, "兩": 2}
_EDGE = re.compile("[年月季度](?:(?P<end>底|末)|初(?![一二三四五六七八九十]))(?:之?[前后後])?$")
_WEEK = re.compile("(?<!近一)(?:[周週]|星期|[礼禮]拜)$")
_VAGUE = re.compile("几[年月天]|多年|年多|世[纪紀][初末]|年代[初末]")


def told(case: Case, expected: Expected) -> bool:
    """Whether an interval is to be met: not where none is given, or none can follow from what a reader knows."""
    row = expected.row
    if _VAGUE.search(expected.text):
        return False
    named = re.search("[0-9]{4}|[零〇一二三四五六七八九]{4}年|[0-9]{2}年", expected.text)
    return case.reference is not None or row.get("value") is None or named is not None


def ours(first: date | None, last: date | None, case: Case, expected: Expected) -> list[Interval]:
    """The intervals that count as what is meant by one of a suite, ends as written."""
    grain = expected.row.get("grain")
    if _is_lunar(expected) and first is not None:
        years = (first.year, first.year - 1) if case.reference and first.year > case.reference.year else (first.year,)
        return [(day, day) for year in years if (day := lunar_date(year, first.month, first.day))]
    found = [(first, last)]
    if first is None or last is None or case.reference is None:
        return [*found, *_offset_ends(first, last, expected)]
    text = expected.text
    if grain and _AFTER.fullmatch(text):
        found.append((_unit_start(last - _DAY, grain), last - _DAY))  # 三天后 is the third day, not all three
    if grain and _BEFORE.fullmatch(text):
        found.append((first, _unit_end(first, grain)))
    if months := _FIRST_MONTHS.fullmatch(text):  # in the press the first of a year
        after = date(case.reference.year, 1 + _DIGITS[months["n"]], 1)
        found = [(date(case.reference.year, 1, 1), after - _DAY)]
    if edge := _EDGE.search(text):  # 年底 is its last day, 年初 its first month, 月初 its first day
        found.append((last, last) if edge["end"] else (first, first))
    if grain == "day" and _WEEK.search(text) and first == last:
        found.append((first, first + 6 * _DAY))
    if first.year == case.reference.year + 1 and not _YEAR.search(text):
        found += _this_year(first, last, expected)  # the next to come, where records take the year of publication
    return found


def _offset_ends(first: date | None, last: date | None, expected: Expected) -> list[Interval]:
    """半月以后 as all that follows: what it begins with."""
    if first is not None and "inf" in str(expected.row.get("value")):
        return [(first, first)]
    if last is not None and "inf" in str(expected.row.get("value")):
        month = last.replace(day=1)
        return [(last, last), (month, last)]
    return []


def _this_year(first: date, last: date, expected: Expected) -> list[Interval]:
    """The same a year before: by the calendar, or by the lunar one where it moves."""
    if "holiday" not in expected.row:
        return [(_back(first), _back(last))]
    month_and_day = _lunar_day(first)
    lunar = lunar_date(first.year - 1, *month_and_day) if month_and_day else None
    return [(_back(first), _back(last)), *([(lunar, lunar)] if lunar else [])]


def _lunar_day(day: date) -> tuple[int, int] | None:
    """The month and day of a solar date in the lunar calendar, for the days on which a year's holidays fall."""
    places = ((1, 1), (1, 15), (5, 5), (7, 7), (8, 15), (9, 9))
    return next((place for place in places if lunar_date(day.year, *place) == day), None)


def _is_lunar(expected: Expected) -> bool:
    return expected.row.get("calendar") == "lunar" or any("isLunar" in v for v in expected.row.get("values") or ())


def _back(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _unit_start(day: date, grain: str) -> date:
    if grain == "week":
        return day - (day.isoweekday() - 1) * _DAY
    return day.replace(month=1, day=1) if grain == "year" else day.replace(day=1) if grain == "month" else day


def _unit_end(day: date, grain: str) -> date:
    if grain == "week":
        return day + 6 * _DAY
    if grain == "year":
        return date(day.year, 12, 31)
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY if grain == "month" else day

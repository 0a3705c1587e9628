"""Times with a name of their own: holidays, the lunar calendar, plans, centuries, fiscal and school years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from extract.data import Period, TimeKind
from extract.engine.periods.dates import season_of
from extract.engine.periods.expression import Reference
from extract.engine.periods.holidays import lunar_date, lunar_month
from extract.engine.periods.meaning import YEAR_NAMES, Fields, Meaning
from extract.engine.periods.spans import UNKNOWN, period_of, shift_months, shift_year

_DAY = timedelta(days=1)
_NEW_YEAR = [1, 1]


def century(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """A century, or a decade of it; of the last one where none is named. The beginning of a century is unknown."""
    named = fields.get("century", "")
    figure = meaning.numerals.read(named, 0)
    century = int(figure.low) if figure is not None else int(meaning.data["centuries"].get(named, 20))
    if "decade" not in fields:
        if "vague" in fields:
            return UNKNOWN
        return period_of(date(max(1, (century - 1) * 100), 1, 1), date(century * 100 - 1, 12, 31))
    first = (century - 1) * 100 + meaning.number(fields["decade"])
    return period_of(date(first, 1, 1), date(first + 9, 12, 31))


def plan(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """“十四五”时期, its end, its first years."""
    base, length = int(meaning.data["plan_base"]["year"]), int(meaning.data["plan_base"]["length"])
    first = base + length * int(meaning.data["plans"][fields["plan"]])
    last = first + length - 1
    if "phase" in fields:
        if meaning.data["phases"][fields["phase"]] == "end":
            return period_of(date(last, 12, 31), date(last, 12, 31))
        last = first
    elif "plan_edge" in fields:
        first = last = last if meaning.data["plan_edges"][fields["plan_edge"]] == "last" else first
    elif "plan_first" in fields:
        last = first + meaning.number(fields["plan_first"]) - 1
    return period_of(date(first, 1, 1), date(last, 12, 31))


def holiday(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """A holiday of the year; 假期 and 黄金周 with the days off."""
    year = meaning.year(fields, reference)
    if year is None:
        return UNKNOWN
    week = fields.get("stretch") in meaning.data["weeks"]
    return period_of(*meaning.holidays.days(fields["holiday"], year, "stretch" in fields, week))


def next_holiday(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """下一个国庆节: the first that begins after the publication; 上一个春节 the last that was over."""
    now = reference.now
    if now is None:
        return UNKNOWN
    ahead = meaning.data["holiday_ways"][fields["holiday_way"]] == "next"
    for year in range(now.year, now.year + 2) if ahead else range(now.year, now.year - 2, -1):
        first, last = meaning.holidays.days(fields["holiday"], year, "stretch" in fields)
        if first and last and (first > now if ahead else last < now):
            return period_of(first, last)
    return UNKNOWN


def season(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """去冬 of the year before; 冬天 alone of the year that is spoken of, too general for a record's period."""
    if "season_year" in fields:
        current, offset = reference.current_year, meaning.data["season_years"][fields["season_year"]]
        if current is None:
            return UNKNOWN
        whole = season_of(meaning, current + offset, fields)
        return whole if offset else _running(whole, current, meaning, fields, reference)
    year = reference.default_year
    whole = UNKNOWN if year is None else _running(season_of(meaning, year, fields), year, meaning, fields, reference)
    return Period(whole.start, whole.end, TimeKind.PART)


def _running(whole: Period, year: int, meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """今冬 said in February is the winter that began in December."""
    now = reference.now
    over = (
        now is not None and whole.end is not None and whole.end.year > year == now.year and now.month <= whole.end.month
    )
    return season_of(meaning, year - 1, fields) if over else whole


def lunar(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """正月初二 and 农历八月十五 of the year, on the solar calendar."""
    year = meaning.year(fields, reference)
    named = next(text for name, text in fields.items() if name.startswith("lunar_month"))
    written = next((text for name, text in fields.items() if name.startswith("lunar_day")), None)
    month = meaning.data["lunar_months"].get(named) or meaning.number(named[:-1])
    if written is None:
        whole = UNKNOWN if year is None else period_of(*lunar_month(year, int(month)))
        late = year and reference.now and whole.start and whole.start > reference.now and not fields.keys() & YEAR_NAMES
        # 腊月 said in February is the month just over
        return period_of(*lunar_month(year - 1, int(month))) if year and late else whole
    day = meaning.number(written.removeprefix(meaning.data["lunar_first"]))
    found = None if year is None else lunar_date(year, int(month), day)
    return period_of(found, found)


def academic(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """2013-14年度 begins with the fiscal year of the place, 2023财年 and FY23 too; a season of two years takes both."""
    first, row = meaning.year(fields, reference), meaning.data["academic"].get(fields["academic"])
    if first is None or "year_to" not in fields:
        if row is None or first is None:
            return UNKNOWN
        begins, named_last = _begins(meaning, row, reference)
        whole = _year_from(first - named_last, begins)
        return _half_of(whole, int(meaning.data["halves"][fields["half"]])) if "half" in fields else whole
    last = meaning.number(fields["year_to"])
    if last < 100:
        last += first // 100 * 100
    if row is None or last != first + 1:
        return period_of(date(first, 1, 1), date(last, 12, 31))
    begins, _ = _begins(meaning, row, reference)
    return _year_from(first, begins if begins != _NEW_YEAR else row["starts"])


def _begins(meaning: Meaning, row: Mapping[str, Any], reference: Reference) -> tuple[list[int], bool]:
    """Where such a year begins at the place, and whether a single year names the one in which it ends."""
    if not row.get("fiscal"):
        return row["starts"], False
    places = meaning.data["fiscal_places"]
    place = reference.place or ""
    named: Mapping[str, Any] = next((rule for name, rule in places.items() if place.startswith(name)), {})
    return named.get("starts", _NEW_YEAR), named.get("named_last", False)


def _year_from(year: int, begins: list[int]) -> Period:
    begin = date(year, begins[0], begins[1])
    return period_of(begin, shift_year(begin, 1) - _DAY)


def _half_of(whole: Period, half: int) -> Period:
    middle = whole.start and shift_months(whole.start, 6)
    if middle is None:
        return UNKNOWN
    return period_of(whole.start, middle - _DAY) if half == 1 else period_of(middle, whole.end)

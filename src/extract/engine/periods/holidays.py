"""Holidays on the calendar: fixed days, days of the lunar calendar, solar terms, and the days off that go with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from lunar_python import Lunar
from lunar_python.util import HolidayUtil

from extract.engine.periods.parts import Part, part_of
from extract.engine.periods.spans import month_span


@dataclass(frozen=True, slots=True)
class _Rule:
    solar: tuple[int, int] | None
    lunar: tuple[int, int] | None
    term: str | None
    nth: tuple[int, int, int] | None
    days: int
    official: str | None
    last_year: bool
    span: tuple[int, int] | None
    """First and last day of a season around it, counted from its day: 春运."""


@dataclass(frozen=True, slots=True)
class Holidays:
    """When each holiday of knowledge/times.yaml falls."""

    rules: Mapping[str, _Rule]

    @classmethod
    def compile(cls, rows: Mapping[str, Mapping[str, Any]]) -> Holidays:
        """Build the rules; a row holds `solar` or `lunar` (month and day), `term` (a solar term) or `nth`.

        `nth` is month, number and weekday: [5, 2, 7] is the second Sunday of May.
        """
        return cls({word: _rule(row) for word, row in rows.items()})

    def days(self, word: str, year: int, stretch: bool, week: bool = False) -> tuple[date | None, date | None]:
        """First and last day of a holiday; with `stretch` its days off as published, where they are known.

        With `week` a fixed day is the first of seven: 国庆黄金周.
        """
        rule = self.rules[word]
        if week and rule.solar:
            first = date(year, *rule.solar)
            return first, first + timedelta(days=6)
        if stretch and rule.official:
            off = [
                date.fromisoformat(row.getDay())
                for row in HolidayUtil.getHolidays(year) or []
                if not row.isWork() and rule.official in row.getName()
            ]
            if off:
                return _run(off)
        day = _date(rule, year)
        if day is not None and rule.span is not None:
            return day + timedelta(days=rule.span[0]), day + timedelta(days=rule.span[1])
        return day, day


def _rule(row: Mapping[str, Any]) -> _Rule:
    solar, lunar = row.get("solar"), row.get("lunar")
    return _Rule(
        solar=(solar[0], solar[1]) if solar else None,
        lunar=(lunar[0], lunar[1]) if lunar else None,
        term=row.get("term"),
        nth=tuple(row["nth"]) if "nth" in row else None,
        days=row.get("days", 0),
        official=row.get("official"),
        last_year=row.get("last_year", False),
        span=(row["span"][0], row["span"][1]) if "span" in row else None,
    )


@lru_cache(maxsize=1024)  # a lunar year costs milliseconds, and a text names one holiday many times
def _date(rule: _Rule, year: int) -> date | None:
    if rule.solar is not None:
        return date(year, *rule.solar)
    if rule.nth is not None:
        month, number, weekday = rule.nth
        return part_of(month_span(year, month, year, month), Part("day", number, weekday=weekday)).start
    if not 1900 <= year <= 2100:
        return None
    if rule.term is not None:
        solar = Lunar.fromYmd(year, 6, 1).getJieQiTable().get(rule.term)
    else:
        assert rule.lunar is not None
        solar = Lunar.fromYmd(year - rule.last_year, *rule.lunar).getSolar()
    if solar is None:
        return None
    return date.fromisoformat(solar.toYmd()) + timedelta(days=rule.days)


def lunar_date(year: int, month: int, day: int) -> date | None:
    """The solar date of a day of the lunar year; None where that year has no such day."""
    if not 1900 <= year <= 2100:
        return None
    try:
        return date.fromisoformat(Lunar.fromYmd(year, month, day).getSolar().toYmd())
    except Exception:  # lunar_python raises plain Exception for a day that its month lacks
        return None


def lunar_month(year: int, month: int) -> tuple[date | None, date | None]:
    """First and last solar day of a month of the lunar year."""
    first = lunar_date(year, month, 1)
    last = lunar_date(year, month, 30) or lunar_date(year, month, 29)
    return first, last


def _run(days: list[date]) -> tuple[date, date]:
    """The unbroken run of days off: a holiday at a turn of year is listed under both years."""
    ordered = sorted(days)
    first = last = ordered[0]
    for day in ordered[1:]:
        if day - last > timedelta(days=1):
            break
        last = day
    return first, last

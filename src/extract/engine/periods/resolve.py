"""From the fields of a time expression to a calendar period."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from extract.data import Period, TimeKind
from extract.engine.numerals import Numerals
from extract.engine.periods import dates, named, relatives
from extract.engine.periods.expression import Reference, TimeExpression
from extract.engine.periods.holidays import Holidays
from extract.engine.periods.meaning import FIRST, YEAR_NAMES, Fields, Meaning
from extract.engine.periods.parts import Part, part_of
from extract.engine.periods.spans import UNKNOWN, period_of, shift_year

_YEAR = re.compile("[0-9]{4}")
_DAY = timedelta(days=1)
_LIST_NAMES = {"year_first": "year", "year_last": "year_to"}

Reading = Callable[[Meaning, Fields, Reference], Period]
READINGS: tuple[tuple[str, Reading], ...] = (
    ("same_day", relatives.same_day),
    ("offset", relatives.offset),
    ("half_span", relatives.offset),
    ("told", relatives.told),
    ("vaguely_ago", relatives.untold),
    ("season_year", named.season),
    ("season_alone", named.season),
    ("holiday_way", named.next_holiday),
    ("now", relatives.now),
    ("recent", relatives.lately),
    ("part", relatives.untold),
    ("reported", relatives.reported),
    ("reported_end", relatives.reported_end),
    ("reported_start", relatives.reported_start),
    ("days_off", relatives.days_off),
    ("same_time", relatives.same_time),
    ("reached", relatives.reached),
    ("trailing", dates.trailing),
    ("trailing_span", dates.trailing),
    ("plan", named.plan),
    ("run", relatives.run),
    ("last", relatives.recent_units),
    ("next", relatives.coming),
    ("ago", relatives.ago),
    ("century", named.century),
    ("decade", named.century),
    ("same", dates.same),
    ("holiday", named.holiday),
    ("week", relatives.week),
    ("weekday", relatives.week),
    ("day_word", relatives.day_word),
    ("academic", named.academic),
    ("month_edge", dates.month_edge),
    ("half_month", dates.half_month),
    ("half_word", relatives.half_word),
    ("year_pair", relatives.year_pair),
    ("quarter_word", relatives.quarter_word),
    ("lunar_month", named.lunar),
    ("lunar_month_named", named.lunar),
    ("lunar_month_only", named.lunar),
)
"""The first field that an expression has says how it is read; without any it names its place in the calendar."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Reads the fields that the grammar found."""

    meaning: Meaning

    @classmethod
    def compile(cls, numerals: Numerals, data: Mapping[str, Any]) -> Resolver:
        """Keep the parsed table; raises KeyError where a holiday's row is malformed."""
        return cls(Meaning(numerals, data, Holidays.compile(data["holidays"])))

    def holiday_stands(self, word: str, groups: Mapping[str, str | None]) -> bool:
        """五一 and 十一 are holidays only as 五一假期, 2024年五一 or “五一”."""
        row = self.meaning.data["holidays"][word]
        dated = row.get("with_year") and (groups.get("year") or groups.get("year_word"))
        return not row.get("guarded") or bool(groups.get("stretch") or dated) or groups.get("alone") is not None

    def consecutive(self, groups: Mapping[str, str | None]) -> bool:
        """二、三季度 and 5、6月 are one stretch; 1月、7月 are two months."""
        for name in ("month", "day", "quarter"):
            first, second = groups.get(name), groups.get(f"{name}_list")
            if first and second and self.meaning.number(second) != self.meaning.number(first) + 1:
                return False
        first, last = groups.get("year_first"), groups.get("year_last")
        between = len(_YEAR.findall(groups.get("year_between") or ""))
        return not (first and last) or self.meaning.number(last) - self.meaning.number(first) == between + 1

    def years(self, expression: TimeExpression) -> list[int]:
        """The years that an expression names: [2021, 2025] for 2021—2025年, [2013] for 民国102年."""
        found: list[int] = []
        for fields in (expression.fields, expression.last or {}):
            if fields.keys() & (YEAR_NAMES - {"year_word"}):
                found.append(self.meaning.year(fields, Reference()) or 0)
            if "year_to" in fields:
                found.append(self.meaning.number(fields["year_to"]))
        return [year for year in found if year > 99]

    def days_off(self, expression: TimeExpression, reference: Reference) -> Period | None:
        """The days off of the holiday that an expression names, if it names one."""
        if "holiday" not in expression.fields or expression.last is not None:
            return None
        return named.holiday(self.meaning, {**expression.fields, "stretch": expression.fields["holiday"]}, reference)

    def tail_kind(self, fields: Fields) -> str:
        """What the words behind a time make of it: `since`, `before`, `after`, `from` or `during`."""
        tail = fields.get("tail")
        return str(self.meaning.data["tails"][tail]) if tail else "during"

    def resolve(self, expression: TimeExpression, reference: Reference) -> Period:
        """The period of an expression; null ends where the reference does not give what it needs.

        Unknown too where it would end before it starts, as after a slip of the pen (1月25日至1月21日).
        """
        period = self._resolved(expression, reference)
        return UNKNOWN if period.start and period.end and period.end < period.start else period

    def _resolved(self, expression: TimeExpression, reference: Reference) -> Period:
        fields = expression.fields
        if expression.last is not None:
            return self._between(fields, expression.last, reference)
        period = self._base(_listed(fields), reference)
        if "until" in fields and not fields.keys() & {"trailing", "trailing_span"}:
            return Period(period.end, period.end, TimeKind.DAY) if period.end else UNKNOWN
        return self._open(period, fields, reference)

    def _between(self, first: Fields, last: Fields, reference: Reference) -> Period:
        begin = self._base(first, reference)
        if begin.start is not None and not last.keys() & (YEAR_NAMES | {"day_word"}):
            reference = reference._replace(sentence_year=begin.start.year, sentence_period=begin)
        finish = self._base(last, reference)
        if begin.start and finish.end and finish.end < begin.start and "year" not in last:
            finish = Period(finish.start, shift_year(finish.end, 1))
        return period_of(begin.start, finish.end)

    def _open(self, period: Period, fields: Fields, reference: Reference) -> Period:
        ranged = bool(fields.keys() & {"year_to", "month_to", "day_to"})
        kind = self.tail_kind(fields)
        if kind == "since":
            return Period(period.start, reference.published if period.start else None)
        if kind == "before":
            return Period(period.start if ranged else None, period.end)
        if kind == "after":
            return Period(period.end + _DAY if period.end and period.end < date.max else None, None)
        if kind == "from":
            return Period(period.start, None)
        return period

    def _base(self, fields: Fields, reference: Reference) -> Period:
        if "part_unit" in fields:
            return self._part_of(fields, reference)
        for name, reading in READINGS:
            if name in fields:
                return reading(self.meaning, fields, reference)
        return dates.calendar(self.meaning, fields, reference)

    def _part_of(self, fields: Fields, reference: Reference) -> Period:
        """四月第二周, 今年的第三个月, 五月最后一天."""
        whole = self._base({k: v for k, v in fields.items() if not k.startswith("part_")}, reference)
        number = self.meaning.number(fields.get("part_nth") or fields.get("part_nth_back") or FIRST)
        count = self.meaning.number(fields.get("part_count") or fields.get("part_count_back") or FIRST)
        weekday = int(self.meaning.data["weekdays"][fields["part_weekday"]]) if "part_weekday" in fields else 0
        unit = self.meaning.data["units"][fields["part_unit"]]
        if "holiday" in fields and unit != "day":
            return whole
        return part_of(whole, Part(unit, number, count, "part_back" in fields, weekday))


def _listed(fields: Fields) -> Fields:
    """A list of two neighbours is read as a range."""
    if "year_first" in fields:
        return {_LIST_NAMES.get(name, name): text for name, text in fields.items()}
    if not any(name.endswith("_list") for name in fields):
        return fields
    return {name.replace("_list", "_to"): text for name, text in fields.items()}

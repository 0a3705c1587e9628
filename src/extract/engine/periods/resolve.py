"""From the fields of a time expression to a calendar period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from extract.data import Period, TimeKind
from extract.engine.numerals import Numerals
from extract.engine.periods.expression import Reference, TimeExpression
from extract.engine.periods.holidays import Holidays, lunar_date, lunar_month
from extract.engine.periods.parts import Part, part_of
from extract.engine.periods.spans import UNKNOWN, day_of, month_span, period_of, shift_months, shift_year, third_of, within_month

Fields = Mapping[str, str]
_FIRST = "1"
_YEAR = re.compile("[0-9]{4}")
_DAY = timedelta(days=1)


_TERMS = (1, 5)
_REVIEW_MONTHS = 3
"""过去一年 and 五年来, said in the first quarter, look back on whole calendar years, as work reports do; 今后三年 are
whole years too: from this one in the first quarter, else from the next."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """The meaning of the words in knowledge/times.yaml, and the calendar's arithmetic."""

    numerals: Numerals
    data: Mapping[str, Any]
    holidays: Holidays

    @classmethod
    def compile(cls, numerals: Numerals, data: Mapping[str, Any]) -> Resolver:
        """Keep the parsed table; raises KeyError where a holiday's row is malformed."""
        return cls(numerals, data, Holidays.compile(data["holidays"]))

    def holiday_stands(self, word: str, groups: Mapping[str, str | None]) -> bool:
        """五一 and 十一 are holidays only as 五一假期, 2024年五一 or “五一”."""
        row = self.data["holidays"][word]
        dated = row.get("with_year") and (groups.get("year") or groups.get("year_word"))
        return not row.get("guarded") or bool(groups.get("stretch") or dated)

    def consecutive(self, groups: Mapping[str, str | None]) -> bool:
        """二、三季度 and 5、6月 are one stretch; 1月、7月 are two months."""
        for name in ("month", "day", "quarter"):
            first, second = groups.get(name), groups.get(f"{name}_list")
            if first and second and self._number(second) != self._number(first) + 1:
                return False
        first, last = groups.get("year_first"), groups.get("year_last")
        between = len(_YEAR.findall(groups.get("year_between") or ""))
        return not (first and last) or self._number(last) - self._number(first) == between + 1

    def years(self, expression: TimeExpression) -> list[int]:
        """The years that an expression names in digits: [2021, 2025] for 2021—2025年."""
        named = [expression.fields, expression.last or {}]
        found = [self._number(fields[name]) for fields in named for name in ("year", "year_to") if name in fields]
        return [year for year in found if year > 99]

    def tail_kind(self, fields: Fields) -> str:
        """What the words behind a time make of it: `since`, `before`, `after`, `from` or `during`."""
        tail = fields.get("tail")
        return str(self.data["tails"][tail]) if tail else "during"

    def resolve(self, expression: TimeExpression, reference: Reference) -> Period:
        """The period of an expression; null ends where the reference does not give what it needs."""
        fields = expression.fields
        if expression.last is not None:
            return self._between(fields, expression.last, reference)
        period = self._base(_listed(fields), reference)
        if "until" in fields and "trailing" not in fields:
            return Period(period.end, period.end, TimeKind.DAY) if period.end else UNKNOWN
        return self._open(period, fields, reference)

    def _between(self, first: Fields, last: Fields, reference: Reference) -> Period:
        begin = self._base(first, reference)
        if begin.start is not None and not last.keys() & {"year", "short", "year_word", "reign", "day_word"}:
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
        for name, method in (
            ("same_day", self._same_day), ("offset", self._offset), ("part_unit", self._part_of), ("now", self._now), ("recent", self._recent), ("part", self._part), ("same_time", self._same_time),
            ("reached", self._reached), ("trailing", self._trailing), ("plan", self._plan),
            ("run", self._run), ("last", self._last), ("next", self._next), ("ago", self._ago), ("century", self._century),
            ("decade", self._century), ("same", self._same), ("holiday", self._holiday), ("week", self._week),
            ("weekday", self._week), ("day_word", self._day_word), ("academic", self._academic),
            ("month_edge", self._month_edge), ("half_month", self._half_month),
            ("half_word", self._half_word), ("year_pair", self._year_pair), ("quarter_word", self._quarter_word),
            ("lunar_month", self._lunar), ("lunar_month_named", self._lunar),
            ("lunar_month_only", self._lunar),
        ):  # fmt: skip
            if name in fields:
                return method(fields, reference)
        return self._calendar(fields, reference)

    def _now(self, fields: Fields, reference: Reference) -> Period:
        return Period(reference.published, reference.published, TimeKind.NOW)

    def _recent(self, fields: Fields, reference: Reference) -> Period:
        return Period(None, None, TimeKind.RECENT)

    def _part_of(self, fields: Fields, reference: Reference) -> Period:
        """四月第二周, 今年的第三个月, 五月最后一天."""
        whole = self._base({k: v for k, v in fields.items() if not k.startswith("part_")}, reference)
        number = self._number(fields.get("part_nth") or fields.get("part_nth_back") or _FIRST)
        count = self._number(fields.get("part_count") or fields.get("part_count_back") or _FIRST)
        weekday = int(self.data["weekdays"][fields["part_weekday"]]) if "part_weekday" in fields else 0
        unit = self.data["units"][fields["part_unit"]]
        if "holiday" in fields and unit != "day":
            return whole
        return part_of(whole, Part(unit, number, count, "part_back" in fields, weekday))

    def _part(self, fields: Fields, reference: Reference) -> Period:
        return Period(None, None, TimeKind.PART)

    def _same_time(self, fields: Fields, reference: Reference) -> Period:
        """同期: the stretch that its sentence, or its paragraph, speaks of."""
        known = reference.sentence_period or reference.paragraph_period
        return known if known is not None and known.kind is TimeKind.SPAN else Period(None, None, TimeKind.PART)

    def _reached(self, fields: Fields, reference: Reference) -> Period:
        """至此: the day that its paragraph has come to."""
        known = reference.sentence_period or reference.paragraph_period
        if known is None or known.end is None:
            return Period(None, None, TimeKind.PART)
        return period_of(known.end, known.end)

    def _trailing(self, fields: Fields, reference: Reference) -> Period:
        """截至9月底止六个月: the months up to that day."""
        end = self._calendar(fields, reference).end
        if end is None:
            return UNKNOWN
        months = self._number(fields["trailing"]) * {"month": 1, "year": 12}[self.data["units"][fields["unit"]]]
        start = shift_months(end + _DAY, -months)
        return UNKNOWN if start is None else period_of(start, end)

    # ---- the calendar ------------------------------------------------------------------------------------------

    def _calendar(self, fields: Fields, reference: Reference) -> Period:
        if "clock" in fields and not fields.keys() & {
            "year",
            "short",
            "reign",
            "year_word",
            "month",
            "month_word",
            "day",
        }:
            known = reference.sentence_period
            return known if known is not None and known.kind is TimeKind.DAY else Period(None, None, TimeKind.PART)
        year = self._year(fields, reference)
        if "month_word" in fields:
            return self._month_word(fields, reference)
        if "day" in fields and "month" not in fields:
            return self._day_alone(fields, reference)
        if year is None or not 1 <= year <= 9998:
            return UNKNOWN
        if "month" in fields:
            return self._months(year, fields)
        span = self._within_year(year, fields)
        if span is not None:
            return span
        last = self._number(fields["year_to"]) if "year_to" in fields else year
        return period_of(date(year, 1, 1), date(last, 12, 31))

    def _year(self, fields: Fields, reference: Reference) -> int | None:
        if "year" in fields:
            return self._number(fields["year"])
        if "short" in fields:
            first = int(self.data["short_years"]["from"])
            year = first // 100 * 100 + self._number(fields["short"])
            return year if year >= first else year + 100
        if "reign" in fields:
            return int(self.data["reigns"][fields["reign"]]) + self._number(fields.get("reign_year", _FIRST))
        if "year_word" in fields:
            row = self.data["year_words"][fields["year_word"]]
            anchor = reference.current_year
            if row["anchor"] == "sentence":
                anchor = reference.sentence_year or reference.reviewed_year
            return None if anchor is None else anchor + int(row["offset"])
        return reference.default_year

    def _number(self, text: str) -> int:
        value = self.numerals.parse(text)
        if value is None:
            raise ValueError(f"no number: {text}")
        return int(value)

    def _within_year(self, year: int, fields: Fields) -> Period | None:
        if "quarter" in fields:
            first = self._number(fields["quarter"])
            last = self._number(fields.get("quarter_to", fields["quarter"]))
            return self._edged(month_span(year, 3 * first - 2, year, 3 * last), fields)
        if "first_quarter" in fields:
            return self._edged(month_span(year, 1, year, 3), fields)
        if "first_quarters" in fields:
            return month_span(year, 1, year, 3 * self._number(fields["first_quarters"]))
        if "first_months" in fields:
            return month_span(year, 1, year, min(12, self._number(fields["first_months"])))
        if "half" in fields:
            first = 6 * int(self.data["halves"][fields["half"]]) - 5
            return month_span(year, first, year, first + 5)
        if "season" in fields:
            first = int(self.data["seasons"][fields["season"]])
            return month_span(year, first, year + (first == 12), 2 if first == 12 else first + 2)
        return self._year_edge(year, fields)

    def _year_edge(self, year: int, fields: Fields) -> Period | None:
        edge = self.data["edges"].get(fields.get("edge", ""))
        if edge == "end":
            return period_of(date(year, 12, 31), date(year, 12, 31))
        if edge is None:
            return None
        month = 1 if edge == "start" else 6
        return month_span(year, month, year, month)

    def _months(self, year: int, fields: Fields) -> Period:
        first = self._number(fields["month"])
        last = self._number(fields.get("month_to", fields["month"]))
        if "day" in fields:
            begin = day_of(year, first, self._number(fields["day"]))
            finish = day_of(year, last, self._number(fields["day_to"])) if "day_to" in fields else begin
            return period_of(begin, finish)
        return self._edged(month_span(year, first, year + (last < first), last), fields)

    def _edged(self, period: Period, fields: Fields) -> Period:
        if period.start is None or period.end is None:
            return period
        if "third" in fields:
            return third_of(period, int(self.data["thirds"][fields["third"]]))
        edge = self.data["edges"].get(fields.get("edge", ""))
        if edge == "end":
            return period_of(period.end, period.end)
        return period_of(period.start, period.start) if edge == "start" else period

    def _month_edge(self, fields: Fields, reference: Reference) -> Period:
        edge = self.data["month_edges"][fields["month_edge"]]
        month = self._current_month(reference)
        if month is None or month.start is None or month.end is None:
            return UNKNOWN
        day = month.start if edge == "start" else month.end
        return period_of(day, day)

    def _half_month(self, fields: Fields, reference: Reference) -> Period:
        """上半月 is the first to the fifteenth."""
        month = self._current_month(reference)
        if month is None or month.start is None:
            return UNKNOWN
        middle = month.start.replace(day=15)
        first = self.data["half_months"][fields["half_month"]] == "first"
        return period_of(month.start, middle) if first else period_of(middle + _DAY, month.end)

    def _year_pair(self, fields: Fields, reference: Reference) -> Period:
        first, last = self.data["year_pairs"][fields["year_pair"]]
        year = reference.current_year
        return UNKNOWN if year is None else period_of(date(year + first, 1, 1), date(year + last, 12, 31))

    def _half_word(self, fields: Fields, reference: Reference) -> Period:
        if reference.published is None:
            return UNKNOWN
        offset = int(self.data["half_words"][fields["half_word"]])
        year, half = divmod(reference.published.year * 2 + (reference.published.month - 1) // 6 + offset, 2)
        return month_span(year, 6 * half + 1, year, 6 * half + 6)

    def _quarter_word(self, fields: Fields, reference: Reference) -> Period:
        if reference.published is None:
            return UNKNOWN
        offset = int(self.data["quarter_words"][fields["quarter_word"]])
        year, quarter = divmod(reference.published.year * 4 + (reference.published.month - 1) // 3 + offset, 4)
        return self._edged(month_span(year, 3 * quarter + 1, year, 3 * quarter + 3), fields)

    def _current_month(self, reference: Reference) -> Period | None:
        told = (known.end for known in (reference.sentence_period, reference.paragraph_period) if within_month(known))
        anchor = next(told, None) or reference.now
        return None if anchor is None else month_span(anchor.year, anchor.month, anchor.year, anchor.month)

    def _month_word(self, fields: Fields, reference: Reference) -> Period:
        row = self.data["month_words"][fields["month_word"]]
        anchor = reference.now
        known = reference.sentence_period
        if row["anchor"] == "sentence" and known is not None and known.end is not None:
            anchor = known.end
        if anchor is None:
            return UNKNOWN
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + int(row["offset"]), 12)
        span = month_span(year, month + 1, year, month + 1)
        if "day" in fields:
            day = day_of(year, month + 1, self._number(fields["day"]))
            return period_of(day, day)
        return self._edged(span, fields)

    def _day_alone(self, fields: Fields, reference: Reference) -> Period:
        known, number = reference.sentence_period, self._number(fields["day"])
        last = self._number(fields["day_to"]) if "day_to" in fields else number
        anchor = known.start if known is not None else None
        if anchor is None and reference.published is not None:
            anchor = reference.published
            if number > anchor.day + 15:
                anchor = anchor.replace(day=1) - _DAY
        if anchor is None:
            return UNKNOWN
        month = self._number(fields["month_to"]) if "month_to" in fields else anchor.month
        return period_of(day_of(anchor.year, anchor.month, number), day_of(anchor.year, month, last))

    # ---- relative and named ------------------------------------------------------------------------------------

    def _day_word(self, fields: Fields, reference: Reference) -> Period:
        row = self.data["day_words"][fields["day_word"]]
        if isinstance(row, list):
            return self._days_on(row, reference)
        if isinstance(row, int):
            anchor, offset = reference.published, row
        else:
            known, offset = reference.sentence_period or reference.paragraph_period, int(row["offset"])
            anchor = known.end if known is not None and known.kind is TimeKind.DAY else reference.published
        if anchor is None:
            return Period(None, None, TimeKind.DAY)
        day = anchor + offset * _DAY
        return period_of(day, day)

    def _same_day(self, fields: Fields, reference: Reference) -> Period:
        """去年的今天: the day of publication, in the other year."""
        if reference.published is None:
            return UNKNOWN
        if "years_ago" in fields:
            shift = -self._number(fields["years_ago"])
        else:
            shift = (self._year(fields, reference) or reference.published.year) - reference.published.year
        day = shift_year(reference.published, shift)
        return period_of(day, day)

    def _offset(self, fields: Fields, reference: Reference) -> Period:
        """三天后, 两周前: from the day named or told of, else from the publication.

        It is of the kind PART: what it is counted from is too uncertain for a record's period.
        """
        known = self._calendar(fields, reference) if "month" in fields else reference.sentence_period
        told = known.start if known is not None and known.kind is TimeKind.DAY else reference.published
        unit = self.data["units"][fields["unit"]]
        way = -1 if self.data["offset_ways"][fields["offset_way"]] == "before" else 1
        day = told and self._moved(fields, "offset", told, way)
        if day is None:
            return Period(None, None, TimeKind.PART)
        whole = self._unit_of(day, unit if "month" not in fields else "day")
        return Period(whole.start, whole.end, TimeKind.PART)

    def _days_on(self, offsets: list[int], reference: Reference) -> Period:
        """明后两天: from the first offset through the last."""
        day = reference.published
        return UNKNOWN if day is None else period_of(day + offsets[0] * _DAY, day + offsets[-1] * _DAY)

    def _run(self, fields: Fields, reference: Reference) -> Period:
        """上两个月, 下三周: whole units before or after the one of the publication."""
        if reference.published is None:
            return UNKNOWN
        count, unit = self._number(fields["run"]), self.data["units"][fields["unit"]]
        this = self._unit_of(reference.published, unit)
        ahead = self.data["runs"][fields["run_way"]] == "next"
        if this.start is None or this.end is None:
            return UNKNOWN
        if unit in ("day", "week"):
            length = count * (1 if unit == "day" else 7) * _DAY
            return period_of(this.end + _DAY, this.end + length) if ahead else period_of(
                this.start - length, this.start - _DAY
            )
        months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
        if ahead:
            return period_of(this.end + _DAY, shift_months(this.end, months))
        return period_of(shift_months(this.start, -months), this.start - _DAY)

    def _unit_of(self, day: date, unit: str) -> Period:
        if unit == "day":
            return period_of(day, day)
        if unit == "week":
            monday = day - (day.isoweekday() - 1) * _DAY
            return period_of(monday, monday + 6 * _DAY)
        if unit == "year":
            return month_span(day.year, 1, day.year, 12)
        first = day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1
        return month_span(day.year, first, day.year, first + (0 if unit == "month" else 2))

    def _week(self, fields: Fields, reference: Reference) -> Period:
        if reference.published is None:
            return UNKNOWN
        offset = int(self.data["week_words"][fields["week"]]) if "week" in fields else 0
        monday = reference.published - (reference.published.isoweekday() - 1) * _DAY + 7 * offset * _DAY
        if "weekend" in fields:
            return period_of(monday + 5 * _DAY, monday + 6 * _DAY)
        if "weekday" not in fields:
            return period_of(monday, monday + 6 * _DAY)
        day = monday + (int(self.data["weekdays"][fields["weekday"]]) - 1) * _DAY
        return period_of(day, day)

    def _last(self, fields: Fields, reference: Reference) -> Period:
        if reference.published is None:
            return UNKNOWN
        years = self._number(fields["last"]) if self.data["units"][fields["unit"]] == "year" else 0
        reviewed = years in _TERMS or (years and "past" in fields)
        if reviewed and reference.published.month <= _REVIEW_MONTHS:
            this = reference.published.year
            return period_of(date(this - years, 1, 1), date(this - 1, 12, 31))
        return Period(self._moved(fields, "last", reference.published, -1), reference.published)

    def _next(self, fields: Fields, reference: Reference) -> Period:
        if reference.published is None:
            return UNKNOWN
        if self.data["units"][fields["unit"]] == "year":
            first = reference.published.year + (reference.published.month > _REVIEW_MONTHS)
            return period_of(date(first, 1, 1), date(first + self._number(fields["next"]) - 1, 12, 31))
        moved = self._moved(fields, "next", reference.published, 1)
        days = self.data["units"][fields["unit"]] in ("day", "week")
        return Period(reference.published, moved - _DAY if days and moved else moved)

    def _moved(self, fields: Fields, name: str, anchor: date, way: int) -> date | None:
        count, unit = way * self._number(fields[name]), self.data["units"][fields["unit"]]
        if unit in ("day", "week"):
            days = count * (1 if unit == "day" else 7)
            return anchor + days * _DAY
        months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
        return shift_months(anchor, months)

    def _ago(self, fields: Fields, reference: Reference) -> Period:
        current = reference.current_year
        year = None if current is None else current - self._number(fields["ago"])
        return UNKNOWN if year is None or year < 1 else period_of(date(year, 1, 1), date(year, 12, 31))

    def _century(self, fields: Fields, reference: Reference) -> Period:
        """A century, or a decade of it; of the last one where none is named. The beginning of a century is unknown."""
        named = fields.get("century", "")
        figure = self.numerals.read(named, 0)
        century = int(figure.low) if figure is not None else int(self.data["centuries"].get(named, 20))
        if "decade" not in fields:
            if "vague" in fields:
                return UNKNOWN
            return period_of(date(max(1, (century - 1) * 100), 1, 1), date(century * 100 - 1, 12, 31))
        first = (century - 1) * 100 + self._number(fields["decade"])
        return period_of(date(first, 1, 1), date(first + 9, 12, 31))

    def _plan(self, fields: Fields, reference: Reference) -> Period:
        base, length = int(self.data["plan_base"]["year"]), int(self.data["plan_base"]["length"])
        first = base + length * int(self.data["plans"][fields["plan"]])
        last = first + length - 1
        if "phase" in fields:
            if self.data["phases"][fields["phase"]] == "end":
                return period_of(date(last, 12, 31), date(last, 12, 31))
            last = first
        elif "plan_edge" in fields:
            first = last = last if self.data["plan_edges"][fields["plan_edge"]] == "last" else first
        elif "plan_first" in fields:
            last = first + self._number(fields["plan_first"]) - 1
        return period_of(date(first, 1, 1), date(last, 12, 31))

    def _same(self, fields: Fields, reference: Reference) -> Period:
        """上年同期: the sentence's own stretch, in the other year."""
        inner = {name: text for name, text in fields.items() if name != "same"}
        base, known = self._calendar(inner, reference), reference.sentence_period
        if base.start is None or known is None or known.start is None or known.end is None or "month" in inner:
            return base
        if known.start.year != known.end.year:
            return base
        shift = base.start.year - known.start.year
        return period_of(shift_year(known.start, shift), shift_year(known.end, shift))

    def _holiday(self, fields: Fields, reference: Reference) -> Period:
        year = self._year(fields, reference)
        if year is None:
            return UNKNOWN
        week = fields.get("stretch") in self.data["weeks"]
        return period_of(*self.holidays.days(fields["holiday"], year, "stretch" in fields, week))

    def _lunar(self, fields: Fields, reference: Reference) -> Period:
        """正月初二 and 农历八月十五 of the year, on the solar calendar."""
        year = self._year(fields, reference)
        named = next(text for name, text in fields.items() if name.startswith("lunar_month"))
        written = next((text for name, text in fields.items() if name.startswith("lunar_day")), None)
        month = self.data["lunar_months"].get(named) or self._number(named[:-1])
        if written is None:
            whole = UNKNOWN if year is None else period_of(*lunar_month(year, int(month)))
            late = year and reference.now and whole.start and whole.start > reference.now and not _year_said(fields)
            # 腊月 said in February is the month just over
            return period_of(*lunar_month(year - 1, int(month))) if year and late else whole
        day = self._number(written.removeprefix(self.data["lunar_first"]))
        found = None if year is None else lunar_date(year, int(month), day)
        return period_of(found, found)

    def _academic(self, fields: Fields, reference: Reference) -> Period:
        """2013-14年度 begins with the fiscal year; a season of two years takes both whole."""
        first = self._number(fields["year"])
        if "year_to" not in fields:
            return UNKNOWN
        last = self._number(fields["year_to"])
        if last < 100:
            last += first // 100 * 100
        starts = self.data["academic"].get(fields["academic"])
        if starts is None or last != first + 1:
            return period_of(date(first, 1, 1), date(last, 12, 31))
        begin = date(first, starts[0], starts[1])
        return period_of(begin, shift_year(begin, 1) - _DAY)


def _year_said(fields: Fields) -> bool:
    return bool(fields.keys() & {"year", "short", "reign", "year_word"})


def _listed(fields: Fields) -> Fields:
    """A list of two neighbours is read as a range."""
    if "year_first" in fields:
        return {_LIST_NAMES.get(name, name): text for name, text in fields.items()}
    if not any(name.endswith("_list") for name in fields):
        return fields
    return {name.replace("_list", "_to"): text for name, text in fields.items()}


_LIST_NAMES = {"year_first": "year", "year_last": "year_to"}

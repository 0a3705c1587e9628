"""Times that are counted from the publication, or from what a sentence speaks of: 今天, 上周, 近三年, 三天后."""

from __future__ import annotations

from datetime import date, timedelta

from extract.data import Period, TimeKind
from extract.engine.periods.dates import calendar
from extract.engine.periods.expression import Reference
from extract.engine.periods.meaning import DAYS, MONTHS, Fields, Meaning
from extract.engine.periods.spans import UNKNOWN, month_span, period_of, shift_months, shift_year

_DAY = timedelta(days=1)
_TERMS = (1, 5)
_HALVES = {"year": 6, "month": 15}
"""Half a year in months, half a month in days."""
_WHOLE = frozenset({"month", "quarter"})
_REVIEW_MONTHS = 3
"""过去一年 and 五年来, said in the first quarter, look back on whole calendar years, as work reports do; 今后三年 are
whole years too: from this one in the first quarter, else from the next."""


def now(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """目前: the day of publication."""
    return Period(reference.published, reference.published, TimeKind.NOW)


def lately(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """日前: known to be past, otherwise unknown."""
    return Period(None, None, TimeKind.RECENT)


def untold(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """当时: a time that only its sentence tells."""
    return Period(None, None, TimeKind.PART)


def reported(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """报告期内: the stretch that the text reports on."""
    return reference.reported or Period(None, None, TimeKind.PART)


def reported_end(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """报告期末: its last day."""
    known = reference.reported
    return Period(None, None, TimeKind.PART) if known is None else period_of(known.end, known.end)


def reported_start(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """期初: its first month, as 年初 is that of a year."""
    known = reference.reported
    if known is None or known.start is None:
        return Period(None, None, TimeKind.PART)
    return month_span(known.start.year, known.start.month, known.start.year, known.start.month)


def days_off(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """长假7天: the days off that the text has spoken of."""
    return reference.holiday or Period(None, None, TimeKind.PART)


def same_time(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """同期: the stretch that its sentence, or its paragraph, speaks of."""
    known = reference.sentence_period or reference.paragraph_period
    return known if known is not None and known.kind is TimeKind.SPAN else Period(None, None, TimeKind.PART)


def reached(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """至此: the day that its paragraph has come to."""
    known = reference.sentence_period or reference.paragraph_period
    if known is None or known.end is None:
        return Period(None, None, TimeKind.PART)
    return period_of(known.end, known.end)


def day_word(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """今天 from the publication, 次日 from the day that is spoken of."""
    if "month" in fields and reference.published is None:  # 今日（1月2日）
        return calendar(meaning, fields, reference)
    row = meaning.data["day_words"][fields["day_word"]]
    if isinstance(row, list):
        return _days_on(row, reference)
    if isinstance(row, int):
        anchor, offset = reference.now, row
    else:
        known, offset = reference.sentence_period or reference.paragraph_period, int(row["offset"])
        known = known if known is not None or row.get("loose") or offset else reference.day
        told = known is not None and known.kind is TimeKind.DAY
        anchor = known.end if known is not None and told else reference.now
        if anchor is not None and not told and row.get("loose"):
            return Period(anchor, anchor, TimeKind.PART)
    if anchor is None:
        return Period(None, None, TimeKind.DAY)
    day = anchor + offset * _DAY
    return period_of(day, day)


def _days_on(offsets: list[int], reference: Reference) -> Period:
    """明后两天: from the first offset through the last."""
    day = reference.published
    return UNKNOWN if day is None else period_of(day + offsets[0] * _DAY, day + offsets[-1] * _DAY)


def same_day(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """去年的今天: the day of publication, in the other year."""
    if reference.published is None:
        return UNKNOWN
    if "years_ago" in fields:
        shift = -meaning.number(fields["years_ago"])
    else:
        shift = (meaning.year(fields, reference) or reference.published.year) - reference.published.year
    day = shift_year(reference.published, shift)
    return period_of(day, day)


def offset(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """三天后, 两周前: from the day named or told of, else from the publication.

    It is of the kind PART: what it is counted from is too uncertain for a record's period.
    """
    known = calendar(meaning, fields, reference) if "month" in fields else reference.sentence_period
    told = known.start if known is not None and known.kind is TimeKind.DAY else reference.published
    way = -1 if meaning.data["offset_ways"].get(fields["offset_way"]) == "before" else 1
    if "half_span" in fields:
        count, unit = meaning.data["half_spans"][fields["half_span"]]
        day = told and _stepped(told, way * count, unit)
    else:
        unit = meaning.unit(fields)
        day = told and meaning.moved(fields, "offset", told, way)
        if day and "offset_half" in fields:
            day = _stepped(day, way * _HALVES[unit], "month" if unit == "year" else "day")
            unit = "month" if unit == "year" else "day"
    if day is None:
        return Period(None, None, TimeKind.PART)
    whole = unit_of(day, unit if "month" not in fields else "day")
    return Period(whole.start, whole.end, TimeKind.PART)


def _stepped(day: date, count: int, unit: str) -> date | None:
    return day + count * _DAY if unit == "day" else shift_months(day, count)


def told(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """后三天, 之前两个月, 明天的往后三天: from the day named, else from the publication, which is not counted.

    It is of the kind PART, as an offset is; days, weeks and years count on from the day, months and quarters are whole.
    """
    day = day_word(meaning, fields, reference).start if "day_word" in fields else reference.published
    unit, ahead = meaning.unit(fields), meaning.data["told"][fields["told_way"]] == "next"
    count = meaning.number(fields["told"])
    if day is None:
        return Period(None, None, TimeKind.PART)
    if unit in _WHOLE:
        whole = _whole_units(day, count, unit, ahead)
    elif ahead:
        end = meaning.moved(fields, "told", day, 1)
        whole = Period(day + _DAY, end)
    else:
        whole = Period(meaning.moved(fields, "told", day, -1), day - _DAY)
    return Period(whole.start, whole.end, TimeKind.PART)


def run(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """上两个月, 下三周: whole units before or after the one of the publication."""
    if reference.published is None:
        return UNKNOWN
    ahead = meaning.data["runs"][fields["run_way"]] == "next"
    return _whole_units(reference.published, meaning.number(fields["run"]), meaning.unit(fields), ahead)


def _whole_units(day: date, count: int, unit: str, ahead: bool) -> Period:
    """So many whole units after the one that holds a day, or before it."""
    this = unit_of(day, unit)
    if this.start is None or this.end is None:
        return UNKNOWN
    if unit in DAYS:
        length = count * DAYS[unit] * _DAY
        return (
            period_of(this.end + _DAY, this.end + length)
            if ahead
            else period_of(this.start - length, this.start - _DAY)
        )
    months = count * MONTHS[unit]
    if ahead:
        after = shift_months(this.end + _DAY, months)
        return period_of(this.end + _DAY, after and after - _DAY)
    return period_of(shift_months(this.start, -months), this.start - _DAY)


def unit_of(day: date, unit: str) -> Period:
    """The whole day, week, month, quarter or year that holds a day."""
    if unit == "day":
        return period_of(day, day)
    if unit == "week":
        monday = day - (day.isoweekday() - 1) * _DAY
        return period_of(monday, monday + 6 * _DAY)
    if unit == "year":
        return month_span(day.year, 1, day.year, 12)
    first = day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1
    return month_span(day.year, first, day.year, first + (0 if unit == "month" else 2))


def week(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """上周五: a day, a weekend or a week of the calendar."""
    if reference.published is None:
        return UNKNOWN
    offset = int(meaning.data["week_words"][fields["week"]]) if "week" in fields else 0
    monday = reference.published - (reference.published.isoweekday() - 1) * _DAY + 7 * offset * _DAY
    if "weekend" in fields:
        return period_of(monday + 5 * _DAY, monday + 6 * _DAY)
    if "weekday" not in fields:
        return period_of(monday, monday + 6 * _DAY)
    day = monday + (int(meaning.data["weekdays"][fields["weekday"]]) - 1) * _DAY
    return period_of(day, day)


def quarter_word(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """上季度, counted from that of the publication."""
    if reference.published is None:
        return UNKNOWN
    offset = int(meaning.data["quarter_words"][fields["quarter_word"]])
    year, quarter = divmod(reference.published.year * 4 + (reference.published.month - 1) // 3 + offset, 4)
    return meaning.edged(month_span(year, 3 * quarter + 1, year, 3 * quarter + 3), fields)


def half_word(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """上个半年, counted from that of the publication."""
    if reference.published is None:
        return UNKNOWN
    offset = int(meaning.data["half_words"][fields["half_word"]])
    year, half = divmod(reference.published.year * 2 + (reference.published.month - 1) // 6 + offset, 2)
    return month_span(year, 6 * half + 1, year, 6 * half + 6)


def year_pair(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """今明两年: from the first offset through the last."""
    first, last = meaning.data["year_pairs"][fields["year_pair"]]
    year = reference.current_year
    return UNKNOWN if year is None else period_of(date(year + first, 1, 1), date(year + last, 12, 31))


def recent_units(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """近三年: up to the day of publication; 一年来 and 过去五年 of a review are whole years."""
    years = meaning.number(fields["last"]) if meaning.unit(fields) == "year" else 0
    reviewed, now = years in _TERMS or (years and "past" in fields), reference.now
    if (planned := _of_plan(years, reference)) is not None:
        return planned
    if now is None or (reviewed and now.month <= _REVIEW_MONTHS):
        last = reference.closed if now is None else now.year - 1
        if not reviewed or last is None:
            return UNKNOWN
        return period_of(date(last - years + 1, 1, 1), date(last, 12, 31))
    if reference.published is None:
        return UNKNOWN
    return Period(meaning.moved(fields, "last", reference.published, -1), reference.published)


def _of_plan(years: int, reference: Reference) -> Period | None:
    """五年来 in a text about “十四五”期间: the plan's years, where it is in its last year or was over not long ago."""
    plan, now = reference.planned, reference.now
    if plan is None or plan.start is None or plan.end is None or years != plan.end.year - plan.start.year + 1:
        return None
    return plan if now is None or plan.end.year <= now.year <= plan.end.year + 1 else None


def coming(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """未来五年: from the publication on."""
    if reference.published is None:
        return UNKNOWN
    if meaning.unit(fields) == "year":
        first = reference.published.year + (reference.published.month > _REVIEW_MONTHS)
        return period_of(date(first, 1, 1), date(first + meaning.number(fields["next"]) - 1, 12, 31))
    moved = meaning.moved(fields, "next", reference.published, 1)
    days = meaning.unit(fields) in DAYS
    return Period(reference.published, moved - _DAY if days and moved else moved)


def ago(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """十年前: the whole year."""
    current = reference.current_year
    year = None if current is None else current - meaning.number(fields["ago"])
    return UNKNOWN if year is None or year < 1 else period_of(date(year, 1, 1), date(year, 12, 31))

"""Times that name their place in the calendar: years, months, quarters, days."""

from __future__ import annotations

from datetime import date, timedelta

from extract.data import Period, TimeKind
from extract.engine.periods.expression import Reference
from extract.engine.periods.meaning import MONTHS, YEAR_NAMES, Fields, Meaning
from extract.engine.periods.spans import (
    UNKNOWN,
    day_of,
    month_span,
    period_of,
    shift_months,
    shift_year,
    within_month,
)

_DAY = timedelta(days=1)
_CENTURY = 100
_CALENDAR = YEAR_NAMES | {"month", "month_word", "day"}


def calendar(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """The period of the calendar fields of an expression; of a clock time alone the day that its sentence names."""
    if "clock" in fields and not fields.keys() & _CALENDAR:
        known = reference.sentence_period
        return known if known is not None and known.kind is TimeKind.DAY else Period(None, None, TimeKind.PART)
    year = meaning.year(fields, reference)
    if "month_word" in fields:
        return month_word(meaning, fields, reference)
    if "day" in fields and "month" not in fields:
        return _day_alone(meaning, fields, reference)
    if year is None or not 1 <= year <= 9998:
        return UNKNOWN
    if "month" in fields and "year_to" in fields:
        return month_span(year, meaning.number(fields["month"]), *_last_month(meaning, year, fields))
    if "month" in fields:
        return _months(meaning, year, fields)
    span = _within_year(meaning, year, fields)
    if span is not None:
        return span
    return (
        month_span(year, 1, *_last_month(meaning, year, fields))
        if "year_to" in fields
        else month_span(year, 1, year, 12)
    )


def _last_month(meaning: Meaning, year: int, fields: Fields) -> tuple[int, int]:
    """The year and month in which a range of years ends: 1985到89年9月, 2008.03-2009."""
    last = meaning.number(fields["year_to"])
    last += year // _CENTURY * _CENTURY if last < _CENTURY else 0
    return last, meaning.number(fields["month_to"]) if "month_to" in fields else 12


def _within_year(meaning: Meaning, year: int, fields: Fields) -> Period | None:
    if "quarter" in fields:
        first = meaning.number(fields["quarter"])
        last = meaning.number(fields.get("quarter_to", fields["quarter"]))
        return meaning.edged(month_span(year, 3 * first - 2, year, 3 * last), fields)
    if "first_quarter" in fields:
        return meaning.edged(month_span(year, 1, year, 3), fields)
    if "first_quarters" in fields:
        return month_span(year, 1, year, 3 * meaning.number(fields["first_quarters"]))
    if "first_months" in fields:
        return month_span(year, 1, year, min(12, meaning.number(fields["first_months"])))
    if "last_months" in fields or "last_quarters" in fields:
        months = (
            meaning.number(fields["last_months"])
            if "last_months" in fields
            else 3 * meaning.number(fields["last_quarters"])
        )
        return month_span(year, 13 - months, year, 12)
    if "half" in fields:
        first = 6 * int(meaning.data["halves"][fields["half"]]) - 5
        return month_span(year, first, year, first + 5)
    if "season" in fields:
        return season_of(meaning, year, fields)
    return _year_edge(meaning, year, fields)


def season_of(meaning: Meaning, year: int, fields: Fields) -> Period:
    """The three months of a season; winter begins in December."""
    first = int(meaning.data["seasons"][fields["season"]])
    return month_span(year, first, year + (first == 12), 2 if first == 12 else first + 2)


def _year_edge(meaning: Meaning, year: int, fields: Fields) -> Period | None:
    edge = meaning.data["edges"].get(fields.get("edge", ""))
    if edge == "end":
        return period_of(date(year, 12, 31), date(year, 12, 31))
    if edge is None:
        return None
    month = 1 if edge == "start" else 6
    return month_span(year, month, year, month)


def _months(meaning: Meaning, year: int, fields: Fields) -> Period:
    first = meaning.number(fields["month"])
    last = meaning.number(fields.get("month_to", fields["month"]))
    if "day" in fields:
        begin = day_of(year, first, meaning.number(fields["day"]))
        finish = day_of(year, last, meaning.number(fields["day_to"])) if "day_to" in fields else begin
        return period_of(begin, finish)
    return meaning.edged(month_span(year, first, year + (last < first), last), fields)


def _day_alone(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    known, number = reference.sentence_period, meaning.number(fields["day"])
    last = meaning.number(fields["day_to"]) if "day_to" in fields else number
    anchor = known.start if known is not None else None
    if anchor is None and reference.published is not None:
        anchor = reference.published
        if number > anchor.day + 15:
            anchor = anchor.replace(day=1) - _DAY
    if anchor is None:
        return UNKNOWN
    month = meaning.number(fields["month_to"]) if "month_to" in fields else anchor.month
    return period_of(day_of(anchor.year, anchor.month, number), day_of(anchor.year, month, last))


def month_word(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """本月 and 上月, with a day, a third or an edge."""
    row = meaning.data["month_words"][fields["month_word"]]
    anchor = reference.now
    known = reference.sentence_period
    if row["anchor"] == "sentence" and known is not None and known.end is not None:
        anchor = known.end
    elif (row["anchor"] == "sentence" or anchor is None) and row["offset"] == 0:
        told = _told_month(reference)
        anchor = anchor if told is None else told.end
    if anchor is None:
        return UNKNOWN
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + int(row["offset"]), 12)
    span = month_span(year, month + 1, year, month + 1)
    if "day" in fields:
        day = day_of(year, month + 1, meaning.number(fields["day"]))
        return period_of(day, day)
    return meaning.edged(span, fields)


def _told_month(reference: Reference) -> Period | None:
    """The month that the sentence or those before it have spoken of: 3月，…。该月…."""
    told = (reference.sentence_period, reference.paragraph_period, reference.spoken)
    return next((period for period in told if period is not None and within_month(period)), None)


def month_edge(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """月底: the last day of the month that is spoken of."""
    edge = meaning.data["month_edges"][fields["month_edge"]]
    month = current_month(reference)
    if month is None or month.start is None or month.end is None:
        return UNKNOWN
    day = month.start if edge == "start" else month.end
    return period_of(day, day)


def half_month(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """上半月 is the first to the fifteenth."""
    month = current_month(reference)
    if month is None or month.start is None:
        return UNKNOWN
    middle = month.start.replace(day=15)
    first = meaning.data["half_months"][fields["half_month"]] == "first"
    return period_of(month.start, middle) if first else period_of(middle + _DAY, month.end)


def trailing(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """截至9月底止六个月: the months up to that day."""
    end = calendar(meaning, fields, reference).end
    if end is None:
        return UNKNOWN
    if "trailing_span" in fields:
        months = int(meaning.data["trailing_spans"][fields["trailing_span"]])
    else:
        months = meaning.number(fields["trailing"]) * MONTHS[meaning.unit(fields)]
    start = shift_months(end + _DAY, -months)
    return UNKNOWN if start is None else period_of(start, end)


def same(meaning: Meaning, fields: Fields, reference: Reference) -> Period:
    """上年同期: the sentence's own stretch, in the other year."""
    inner = {name: text for name, text in fields.items() if name != "same"}
    base = calendar(meaning, inner, reference)
    known = reference.sentence_period
    if known is None:  # it is of what the text spoke of last
        told = (reference.paragraph_period, reference.spoken)
        known = next((period for period in told if period is not None and period.kind is TimeKind.SPAN), None)
    if base.start is None or known is None or known.start is None or known.end is None or "month" in inner:
        return base
    if known.start.year != known.end.year:
        return base
    shift = base.start.year - known.start.year
    return period_of(shift_year(known.start, shift), shift_year(known.end, shift))


def current_month(reference: Reference) -> Period | None:
    """The month that a text speaks of, or else that of its publication."""
    told = [p for p in (reference.sentence_period, reference.paragraph_period) if p is not None and within_month(p)]
    anchor = told[0].end if told else reference.now
    return None if anchor is None else month_span(anchor.year, anchor.month, anchor.year, anchor.month)

"""What is told of a time that is still to come has not happened."""

from __future__ import annotations

from datetime import date, timedelta

from extract.data import Period, Relation
from extract.stages.resolve.context import STATISTIC, Context, period_of
from extract.stages.resolve.timeless import TIMELESS

_LEAD = 3
"""Sentences of a text in which its day stands."""
_COMMA = "，"
_LONG, _WEEKS = timedelta(days=300), timedelta(days=45)


def begins_after(day: date | None, period: Period) -> bool:
    """Whether a period is still to come; 年底前 is, where its end is."""
    first_day = period.start or period.end
    return day is not None and first_day is not None and first_day > day


def planned_ahead(context: Context, relation: Relation) -> Relation:
    """The relation as a plan, or a goal, where it says no modality and its period is still to come: 到2032年9亿元."""
    filler = relation.slots.get("period")
    if filler is None or relation.codes.get("modality", "actual") != "actual":
        return relation
    period = filler[0].normal
    if not isinstance(period, Period):
        return relation
    if relation.record_type in TIMELESS:
        return relation
    at, statistic = relation.slots["period"][0].spans[0][0], relation.record_type == STATISTIC
    if begins_after(context.written, period):
        until = statistic and context.article.text(at - 1, at) in context.words.until
    elif statistic and has_hardly_begun(context, relation, period):
        until = relation.codes.get("measure") == "growth"
    else:
        return relation
    return relation.having(codes={**relation.codes, "modality": "target" if until else "planned"})


def has_hardly_begun(context: Context, relation: Relation, period: Period) -> bool:
    """Whether a year or a plan's five that heads its clause began weeks ago: what is told of it is to come.

    2016年，实施重点项目68个 in a report of 20 January 2016; 今年 may be told of from its first day on.
    """
    day, first, last = context.written, period.start, period.end
    if day is None or first is None or last is None or last - first < _LONG or not _is_stated(context, day):
        return False
    at, end = relation.slots["period"][0].spans[0][0], relation.slots["period"][0].spans[-1][1]
    named, behind = context.article.text(at, at + 1), context.article.text(end, end + 1)
    heads = behind == _COMMA and (named.isdigit() or named in context.words.times.plan_opens)
    return heads and first <= day <= first + _WEEKS and not context.words.past.search(context.before(relation))


def _is_stated(context: Context, day: date) -> bool:
    """Whether the day of writing is known of itself, and not from a year that the text tells of."""
    if context.article.published is not None:
        return True
    opening = (m for row in context.by_sentence[:_LEAD] for m in row)
    days = (m for m in opening if (p := period_of(m)) is not None and p.start == p.end == day)
    return any(context.article.text(m.start, m.start + 4).isdigit() for m in days)

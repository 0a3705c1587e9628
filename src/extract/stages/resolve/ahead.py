"""What is told of a time that is still to come has not happened."""

from __future__ import annotations

from datetime import date

from extract.data import Period, Relation
from extract.stages.resolve.context import STATISTIC, Context
from extract.stages.resolve.timeless import TIMELESS


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
    if relation.record_type not in TIMELESS and begins_after(context.written, period):
        at = relation.slots["period"][0].spans[0][0]
        until = relation.record_type == STATISTIC and context.article.text(at - 1, at) in context.words.until
        return relation.having(codes={**relation.codes, "modality": "target" if until else "planned"})
    return relation

"""What a change is measured against: 同比, 环比, or the period of 比2020年; shared along a list."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from extract.data import Filler, Label, Period, Relation
from extract.stages.resolve.context import STATISTIC, Context, code, first, period_of, place

_CHANGES = frozenset({"growth", "change"})
_STANDING = frozenset({"level", "share", "rank"})
"""Measures of what is, which is compared with nothing: 按年增长8%至|120亿元."""
_CLAUSE = 80
"""Characters before a growth in which its clause begins."""
_LISTED = 24
"""How many records back a list may have named its basis."""
_MARK = re.compile("[，；：。！？（）]")


def resolve_basis(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Set `basis` from a base period, and share it with the next items of one list or bracket."""
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC:
            base = first(relation, "base")
            if relation.codes.get("measure") in _STANDING:
                relation = relation.having(codes={k: v for k, v in relation.codes.items() if k != "basis"})
            elif base:
                found = _of_base(context, base)
                relation = code(relation, basis=found) if found else relation
            elif "basis" not in relation.codes:
                found = _in_clause(context, relation)
                relation = code(relation, basis=found) if found else _shared(relation, out)
        out.append(relation)
    return tuple(out)


def _of_base(context: Context, base: Filler) -> str | None:
    """上年 and 上年同期 are `yoy`, 上月 `mom`, any other time its ISO form."""
    text = context.article.text(*base.spans[0])
    for word, basis in context.words.base_words:
        if text.startswith(word):
            return basis
    return period_code(base.normal) if isinstance(base.normal, Period) else None


def _in_clause(context: Context, relation: Relation) -> str | None:
    """The basis that stands before a growth in its clause, apart from its verb: 同比大幅增长5%, 较1—8月份再提高5%."""
    if relation.codes.get("measure") not in _CHANGES:
        return None
    at, text = place(relation), context.before(relation, _CLAUSE)
    origin = at - len(text)
    start = origin + max((found.end() for found in _MARK.finditer(text)), default=0)
    row = context.by_sentence[relation.sentence]
    first_inside = bisect_left(row, start, key=lambda mention: mention.start)
    inside = [m for m in row[first_inside : bisect_left(row, at, key=lambda mention: mention.start)] if m.end <= at]
    start = max([start, *(m.end for m in inside if m.label is Label.QUANTITY)])
    for mention in reversed([m for m in inside if m.start >= start]):
        period, low, high = period_of(mention), mention.start - origin, mention.end - origin
        of_a_noun = any(tail in text[high:] for tail in context.words.time_tails)  # 低于1月预测的增长0.3%
        if period is not None and not of_a_noun and context.words.is_base(text, low, high):
            return _of_base(context, Filler(((mention.start, mention.end),), "", period))
    found = list(context.words.basis_words.finditer(text, start - origin))
    return context.words.basis_of[found[-1][0]] if found else None


def _shared(relation: Relation, done: Sequence[Relation]) -> Relation:
    """A growth in the same sentence as one that names its basis has that basis: 同比增长5%，其中甲增长3%."""
    measure = relation.codes.get("measure")
    if measure == "gap":
        return _of_compared(relation, done)
    if measure not in _CHANGES:
        return relation
    for last in reversed(done[-_LISTED:]):
        if last.record_type != STATISTIC or last.sentence != relation.sentence:
            break
        if last.codes.get("measure") == measure and last.codes.get("basis") in {"yoy", "mom"}:
            return code(relation, basis=str(last.codes["basis"]))
    return relation


def _of_compared(relation: Relation, done: Sequence[Relation]) -> Relation:
    """A gap has the basis of the figure compared: 同比增长5.1%，高于全国1.5个百分点."""
    for last in reversed(done[-_LISTED:]):
        if last.record_type != STATISTIC or last.sentence != relation.sentence:
            break
        same = (
            first(last, "metric")
            and first(relation, "metric")
            and last.slots["metric"][0].text == relation.slots["metric"][0].text
        )
        if same and last.codes.get("measure") in _CHANGES and isinstance(last.codes.get("basis"), str):
            return code(relation, basis=str(last.codes["basis"]))
    return relation


def period_code(period: Period) -> str | None:
    """A period as a basis code: `2020`, `2022-Q1`, `2022-05`, `2022-05-01`, `2016/2020`, else `start/end`."""
    start, end = period.start, period.end
    if start is None or end is None:
        return f"{end.year}" if end and (end.month, end.day) == (12, 31) else None
    if start == end:
        return _day(start)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1] and start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return f"{start.year}"
        if start.month == end.month:
            return f"{start.year}-{start.month:02}"
        if end.month - start.month == 2 and start.month % 3 == 1:
            return f"{start.year}-Q{end.month // 3}"
        return f"{start.year}-{start.month:02}/{end.year}-{end.month:02}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}/{end.year}"
    return f"{start.isoformat()}/{end.isoformat()}"


def _day(day: date) -> str:
    return f"{day.year}" if (day.month, day.day) == (12, 31) else day.isoformat()

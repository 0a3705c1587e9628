"""What a change is measured against: 同比, 环比, or the period of 比2020年; shared along a list."""

from __future__ import annotations

import calendar
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from extract.data import Filler, Label, Mention, Period, Relation
from extract.stages.resolve.context import STATISTIC, Context, code, first, period_of, place

_CHANGES = frozenset({"growth", "change"})
_STANDING = frozenset({"level", "share", "rank"})
"""Measures of what is, which is compared with nothing: 按年增长8%至|120亿元."""
_SHARING = frozenset({"growth", "change", "increment"})
"""Measures whose basis the next changes of a list share: 比上年增加3万亩；总产量增长3%."""
_LAST_MONTH = "mom"
_SHARED = frozenset({"yoy", _LAST_MONTH})
_TOLD = 1000
"""Characters before 去年9月 in which 9月 has been spoken of."""
_AVERAGE = 8
"""Characters before a growth in which 年均 stands."""
_CLAUSE = 80
"""Characters before a growth in which its clause begins."""
_SENTENCE = 240
"""Characters before a growth in which a clause names its basis."""
_LISTED = 24
"""How many records back a list may have named its basis."""
_MARK = re.compile("[，；：。！？（）]")
_ASIDE, _BLANK = re.compile("（[^（）]*）"), "\0"
"""A bracket within a clause, which says nothing of what its growth is against: 较1—8月（4%）|提高0.5个百分点."""


def resolve_basis(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Set `basis` from a base period, and share it with the next items of one list or bracket."""
    declared, out = _declared(context), list[Relation]()
    for relation in relations:
        if relation.record_type == STATISTIC:
            base = first(relation, "base")
            if relation.codes.get("measure") in _STANDING or relation.codes.get("standing"):
                relation = relation.having(codes={k: v for k, v in relation.codes.items() if k != "basis"})
            elif base:
                found = _of_base(context, base)
                relation = code(relation, basis=found) if found else relation
            elif "basis" not in relation.codes:
                found = _in_clause(context, relation) or _compared(context, relation)
                if found is None and out and _repeats(context, out[-1], relation):
                    found = str(out[-1].codes.get("basis", ""))
                elif found is None:
                    relation = _shared(context, relation, out)
                    after = _may_share(context, relation) and place(relation) > declared[0]
                    found = declared[1] if after and "basis" not in relation.codes else None
                relation = code(relation, basis=found) if found else relation
        out.append(relation)
    return tuple(_shared_back(context, out))


def _of_base(context: Context, base: Filler) -> str | None:
    """上年 and 上年同期 are `yoy`, 上月 `mom`, any other time its ISO form; 年末 its month, 2019年同期 its year.

    去年9月 is `yoy` where the text has spoken of 9月.
    """
    words, (start, end) = context.words, base.spans[0]
    text = context.article.text(start, end)
    dated = isinstance(base.normal, Period) and words.base_edges.search(text) and base.normal.end
    if dated:
        return f"{dated.year}-{dated.month:02}"
    if isinstance(base.normal, Period) and base.normal.end and words.year_s_same.match(text):
        return f"{base.normal.end.year}"
    for word, basis in words.base_words:
        if text.startswith(word):
            rest = text[len(word) :]
            told = context.article.text(max(context.article.start, start - _TOLD), start)
            same = not words.base_parts.match(rest) or rest in told
            return basis if same or not isinstance(base.normal, Period) else period_code(base.normal) or basis
    return period_code(base.normal) if isinstance(base.normal, Period) else None


def _declared(context: Context) -> tuple[float, str]:
    """Where a text says what all that follows is against, and the basis: 同比增长5%（下同）, 比2031年（下同）增长5%."""
    found = context.words.basis_declared.search(context.whole)
    if found is None:
        return math.inf, ""
    return context.article.start + found.end(), found.groupdict().get("year") or found.lastgroup or ""


def _repeats(context: Context, last: Relation, relation: Relation) -> bool:
    """Whether a growth says in per cent what the difference right before it says: 比年初增加6万吨，|增长5%."""
    if last.rule not in context.words.differences or relation.codes.get("measure") != "growth":
        return False
    figures = last.slots["quantity"][0].spans[-1][1], place(relation)
    between = context.article.text(*figures) if last.sentence == relation.sentence else ""
    return context.words.repeating.fullmatch(between) is not None


def _in_clause(context: Context, relation: Relation) -> str | None:
    """The basis that stands before a growth in its clause, apart from its verb: 同比大幅增长5%, 较1—8月份再提高5%."""
    if relation.codes.get("measure") not in _SHARING:
        return None
    at, text = place(relation), _ASIDE.sub(lambda aside: _BLANK * len(aside[0]), context.before(relation, _CLAUSE))
    origin = at - len(text)
    start = origin + max((found.end() for found in _MARK.finditer(text)), default=0)
    inside = [m for m in _before(context, relation, start) if m.end <= at and text[m.start - origin] != _BLANK]
    levels = {m.start - 1: m.end - origin for m in inside if m.label is Label.QUANTITY}
    start = max([start, *(m.end for m in inside if m.label is Label.QUANTITY and not _of_time(context, m, inside))])
    for mention in reversed([m for m in inside if m.start >= start]):
        period, low, high = period_of(mention), mention.start - origin, mention.end - origin
        behind = text[levels.get(mention.end, high) :]  # 比上年的6亿元|增长50%
        of_a_noun = any(tail in behind for tail in context.words.times.tails)  # 低于1月预测的增长0.3%
        if period is not None and not of_a_noun and context.words.is_base(text, low, high):
            return _of_base(context, Filler(((mention.start, mention.end),), "", period))
    if relation.codes["measure"] not in _CHANGES:
        return None  # 同比多发放，新增贷款40亿元
    found = list(context.words.basis_words.finditer(text, start - origin))
    return context.words.basis_of[found[-1][0]] if found else None


def _of_time(context: Context, figure: Mention, inside: Sequence[Mention]) -> bool:
    """Whether a figure is what there was at the time that a change is against: 比上年的|6亿元|增长50%."""
    return any(
        m.end + 1 == figure.start
        and m.label is Label.TIME
        and context.article.text(m.end, figure.start) == context.words.of
        for m in inside
    )


def _compared(context: Context, relation: Relation) -> str | None:
    """The basis that a clause of its own names before a growth: 与去年9月比较，亦下跌5%; 从环比看，四季度增长1%.

    Also that of a clause before a list: 若干货物的进口额较上年减少，包括甲8亿元，|下降5%.
    """
    if relation.codes.get("measure") not in _CHANGES:
        return None
    before = context.before(relation, _SENTENCE)
    clauses = (context.words.comparing, context.words.comparing_all)
    found = max((m for words in clauses for m in words.finditer(before)), key=lambda m: m.end(), default=None)
    if found is None:
        return None
    if found["basis"]:
        return context.words.basis_of.get(found["basis"])
    origin = place(relation) - len(before)
    inside = [m for m in _before(context, relation, origin + found.start("base")) if m.end <= origin + found.end()]
    base = next((m for m in inside if period_of(m) is not None), None)
    return _of_base(context, Filler(((base.start, base.end),), "", period_of(base))) if base else None


def _before(context: Context, relation: Relation, start: int) -> Sequence[Mention]:
    """The mentions of a relation's sentence that begin between a clean offset and the figure."""
    row = context.by_sentence[relation.sentence]
    first_inside = bisect_left(row, start, key=lambda mention: mention.start)
    return row[first_inside : bisect_left(row, place(relation), key=lambda mention: mention.start)]


def _shared(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """A change in the same sentence as one that names its basis has that basis: 同比增长5%，其中甲增长3%."""
    if relation.codes.get("measure") == "gap":
        return _of_compared(relation, done)
    if not _may_share(context, relation):
        return relation
    for last in reversed(done[-_LISTED:]):
        if last.record_type != STATISTIC or last.sentence != relation.sentence:
            break
        paced = last.codes.get("measure") == "change" and relation.codes.get("measure") != "change"
        if paced and last.codes.get("basis") == _LAST_MONTH:
            continue  # 同比下降2%，降幅比上月收窄1个百分点；乙下降3%
        if last.codes.get("basis") in _SHARED and last.codes.get("measure") in _SHARING:
            return code(relation, basis=str(last.codes["basis"]))
    return relation


def _may_share(context: Context, relation: Relation) -> bool:
    """Whether a figure is a change that may be against what its list is: no average of several years."""
    metric = first(relation, "metric")
    if relation.codes.get("measure") == "change" and context.words.paced.search(context.before(relation, _AVERAGE)):
        return False  # 同比下降2%，降幅收窄0.1个百分点 is against the month before
    averaged = context.words.averaged.search(context.before(relation, _AVERAGE) + (metric.text if metric else ""))
    changes = relation.codes.get("measure") in _CHANGES or relation.rule in context.words.differences
    return changes and not averaged


def _shared_back(context: Context, relations: Sequence[Relation]) -> Iterator[Relation]:
    """A list whose last item alone names its basis: 农业产值增长5%；渔业产值同比增长2%."""
    for index, relation in enumerate(relations):
        measure = relation.codes.get("measure")
        lacks = relation.record_type == STATISTIC and "basis" not in relation.codes
        lacks = lacks and not (index and _repeats(context, relations[index - 1], relation))
        if lacks and measure in _CHANGES and _may_share(context, relation):
            for later in relations[index + 1 : index + 1 + _LISTED]:
                if later.record_type != STATISTIC or later.sentence != relation.sentence:
                    break
                if later.codes.get("basis") in _SHARED and later.codes.get("measure") == measure:
                    relation = code(relation, basis=str(later.codes["basis"]))
                    break
        yield relation


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

"""What the words around a time expression say of it: a base of comparison, a year ahead, a meeting's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.data import Period
from extract.engine.periods.expression import Reference, TimeExpression
from extract.engine.periods.meaning import YEAR_NAMES
from extract.engine.periods.resolve import Resolver

_TITLE = "《》"
_COMMA = "，"
_INDENT = 5
_CLAUSE_MARKS = "，。；：！？"
_SHARE = 16
"""Characters between 占 and the year of the whole."""
_BESIDE = 24
"""Characters before a base in which 同比 says that it is another than the year before."""
_STRETCHES = frozenset({"month_to", "quarter", "first_quarter", "first_quarters", "first_months", "half"})
_YEAR_NAMED = YEAR_NAMES | {"plan"}
_NO_REPORT = frozenset(
    {"tail", "same", "same_time", "year_to", "plan", "holiday", "days_off", "last", "century", "decade"}
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Compiled from what knowledge/times.yaml says of the words around a time."""

    comparison: tuple[str, ...]
    ahead_before: re.Pattern[str]
    """What stands before a time that is still to come: 到, 力争到."""
    ahead_after: re.Pattern[str]
    """What follows a time that is still to come: ，将."""
    counting: tuple[str, ...]
    """What stands before a day that something is counted from: 以."""
    meeting: re.Pattern[str]
    """What follows a year that stands in a meeting's name: 全市工作会议."""
    shared: re.Pattern[str]
    """What stands before a year whose whole a share is of: 占公司."""
    yearly_report: re.Pattern[str]
    """What follows a year that is over where it is reported on: 年报."""
    own_plan: re.Pattern[str]
    """What follows the year of writing in a comparison: 与2031年|计划目标|持平."""
    learnt_at: re.Pattern[str]
    """What follows a time that names where something was learnt, and no base: 从2031年上半年|发布会上获悉."""
    told_at: re.Pattern[str]
    """What follows the day on which something was given out, and written of: 1月14日|发布."""
    yearly: re.Pattern[str]
    """What stands before a base that is not of the year before: 同比增长8%，|较."""
    old_bases: frozenset[int]
    """Years that were compared with for more than one year."""
    founded: tuple[re.Pattern[str], re.Pattern[str]]
    """What stands before, and what follows, a year in which something was founded: 成立于|2008年."""
    whole_told: re.Pattern[str]
    """What follows a whole year that is told of without a comma behind it: 2031年|全县产值达到9."""
    goals: re.Pattern[str]
    """What follows a year that goals are set for: 2031年|经济社会发展主要预期目标."""
    summed: re.Pattern[str]
    """What follows 今年 where it is the stretch that a text reports on: 本年|累计."""
    averaged: re.Pattern[str]
    """A growth of so many years since the one that is compared with: 两年平均增长."""
    event: re.Pattern[str]
    """A year in the name of a show or a contest: 2031（第三届）茶博会."""
    resolver: Resolver

    @classmethod
    def compile(cls, data: Mapping[str, Any], resolver: Resolver) -> Telling:
        """Build it from the parsed table; raises KeyError or re.error on a malformed one."""
        return cls(
            comparison=tuple(data["comparison"]),
            ahead_before=re.compile(data["ahead"]["before"]),
            ahead_after=re.compile(data["ahead"]["after"]),
            counting=tuple(data["counting"]),
            meeting=re.compile(data["meeting"]),
            shared=re.compile(data["shared"]),
            yearly_report=re.compile(data["yearly_report"]),
            own_plan=re.compile(data["own_plan"]),
            learnt_at=re.compile(data["learnt_at"]),
            told_at=re.compile(data["told_at"]),
            yearly=re.compile(data["yearly"]),
            old_bases=frozenset(data["old_bases"]),
            founded=(re.compile(data["founded"]["before"]), re.compile(data["founded"]["after"])),
            whole_told=re.compile(data["whole_told"]),
            goals=re.compile(data["goals"]),
            summed=re.compile(data["summed"]),
            averaged=re.compile(data["averaged"]),
            event=re.compile(data["event"]),
            resolver=resolver,
        )

    def full_date(self, expression: TimeExpression) -> date | None:
        """The day of an expression that gives year, month and day, else None."""
        if expression.last is not None or not {"year", "month", "day"} <= expression.fields.keys():
            return None
        if expression.fields.keys() & {"until", "tail", "trailing", "trailing_span"}:
            return None  # 截至2031年3月31日止年度
        period = self.resolver.resolve(expression, Reference())
        return period.start if period.start == period.end else None

    def month_and_day(self, expression: TimeExpression) -> tuple[int, int] | None:
        """The month and day of an expression that gives both without a year, else None."""
        if expression.year_written or not {"month", "day"} <= expression.fields.keys():
            return None
        period = self.resolver.resolve(expression, Reference(text_year=2000))
        return (period.start.month, period.start.day) if period.start else None

    def is_base(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression is what something is compared with: 较2020年, 占公司2020年度收入的5%."""
        start = expression.start
        compared = text.endswith(self.comparison, max(0, start - 2), start)
        compared = compared and not self.learnt_at.match(text, expression.end)
        return compared or self._is_shared(text, expression)

    def against_plan(self, text: str, expression: TimeExpression) -> bool:
        """Whether something is held against the plan of the year that a text is about: 与2031年计划目标持平."""
        planned = "year" in expression.fields and self.own_plan.match(text, expression.end)
        return bool(planned) and self.is_base(text, expression)

    def beside_yearly(self, text: str, expression: TimeExpression) -> bool:
        """Whether a figure is compared with the year before and, behind that, with another: 同比增长8%，较2019年…."""
        return self.yearly.search(text[max(0, expression.start - _BESIDE) : expression.start]) is not None

    def is_old_base(self, year: int) -> bool:
        """Whether a year was compared with long after it: 2019, the last before the pandemic."""
        return year in self.old_bases

    def _is_shared(self, text: str, expression: TimeExpression) -> bool:
        start = expression.start
        return expression.year_written and self.shared.search(text[max(0, start - _SHARE) : start]) is not None

    def is_ahead(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression is said of what is still to come: 到2030年, 2027年将."""
        before = text[max(0, expression.start - 6) : expression.start]
        return bool(self.ahead_before.search(before) or self.ahead_after.match(text, expression.end))

    def of_founding(self, text: str, expression: TimeExpression) -> bool:
        """Whether a whole year is the one in which something was founded: 成立于2008年, 2008年经批准设立."""
        if expression.last is not None or expression.fields.keys() != {"year"}:
            return False
        before, after = self.founded
        start = expression.start
        return bool(before.search(text[max(0, start - 6) : start]) or after.match(text, expression.end))

    def is_learnt(self, text: str, expression: TimeExpression) -> bool:
        """Whether it is the day on which what is told was learnt or given out: 记者3月7日|从市统计局获悉."""
        end = expression.end
        return expression.last is None and bool(self.learnt_at.match(text, end) or self.told_at.match(text, end))

    def sets_goals(self, text: str, expression: TimeExpression) -> bool:
        """Whether a year is the one that goals are set for: 2031年经济社会发展主要预期目标."""
        bare = expression.last is None and expression.fields.keys() == {"year"}
        return bare and self.goals.match(text, expression.end) is not None

    def counts_from(self, text: str, expression: TimeExpression) -> bool:
        """Whether a day is one that something is counted from: 以2031年11月1日零时为标准时点."""
        return text.endswith(self.counting, max(0, expression.start - 2), expression.start)

    def is_near(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression is a full date, or a base that is of the year before: 较2020年同期, 占2020年收入."""
        if self.is_ahead(text, expression) or self.is_since(expression):
            return False
        same = "same" in expression.fields and self.is_base(text, expression)
        return same or self._is_shared(text, expression) or self.full_date(expression) is not None

    def reports(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression may name the stretch that a text reports on: 上半年, not 较2020年 or 2012年以来."""
        return not self.is_base(text, expression) and not expression.fields.keys() & _NO_REPORT

    @staticmethod
    def in_title(text: str, expression: TimeExpression) -> bool:
        """Whether an expression stands in a title: 《…行动计划（2025—2027年）》."""
        return text.rfind(_TITLE[0], 0, expression.start) > text.rfind(_TITLE[1], 0, expression.start)

    @staticmethod
    def is_stretch(expression: TimeExpression) -> bool:
        """Whether an expression is a stretch of a year such as statistics report on: 2023年1—8月, 前三季度, 上半年."""
        return bool(expression.fields.keys() & _STRETCHES)

    def is_whole_year(self, expression: TimeExpression) -> bool:
        """Whether an expression is 全年, the year that its text speaks of."""
        row = self.resolver.meaning.data["year_words"].get(expression.fields.get("year_word"), {})
        return bool(row.get("reviewed"))

    def closes_year(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression heads what happened in the year that is reviewed: 年内，市政府印发办法."""
        row = self.resolver.meaning.data["year_words"].get(expression.fields.get("year_word"), {})
        return bool(row.get("closing")) and self.opens(text, expression) and not self.is_ahead(text, expression)

    def is_season(self, expression: TimeExpression) -> bool:
        """Whether an expression is a season of two years, which tells neither alone: 2031—2032雪季."""
        name = expression.fields.get("academic")
        return name is not None and name not in self.resolver.meaning.data["academic"]

    @staticmethod
    def is_plan(expression: TimeExpression) -> bool:
        """Whether an expression is a plan's whole time: “十四五”期间, not its end."""
        return expression.last is None and expression.fields.keys() == {"plan"}

    def is_since(self, expression: TimeExpression) -> bool:
        """Whether an expression runs on from its time: 2012年以来."""
        return self.resolver.tail_kind(expression.fields) in {"since", "from"}

    def is_over(self, text: str, expression: TimeExpression) -> bool:
        """Whether a year is over because it is reported on or looked back at: 2023年年报, 截至2023年底."""
        if expression.fields.keys() == {"until", "year", "edge"}:
            return bool(self.resolver.meaning.data["edges"][expression.fields["edge"]] == "end")
        if expression.fields.keys() & {"trailing", "trailing_span"}:
            last = self.resolver.resolve(expression, Reference()).end  # 截至2031年12月31日止年度
            return last is not None and (last.month, last.day) == (12, 31)
        bare = expression.last is None and expression.fields.keys() == {"year"}
        return bare and self.yearly_report.match(text, expression.end) is not None

    def year_offset(self, expression: TimeExpression) -> int | None:
        """How far a word is from the year of writing: 0 for 今年, -1 for 去年; None for all others."""
        row = self.resolver.meaning.data["year_words"].get(expression.fields.get("year_word"))
        return int(row["offset"]) if row and row["anchor"] == "publication" else None

    def day_offset(self, expression: TimeExpression) -> int | None:
        """How far a day's word is from the day of writing: -1 for 昨天; None for 当天 and for all others."""
        row = self.resolver.meaning.data["day_words"].get(expression.fields.get("day_word"))
        return row if isinstance(row, int) else None

    def heads(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression heads a clause that goes on behind a comma: 2009年，全县…."""
        return self.opens(text, expression) and text.startswith(_COMMA, expression.end)

    def tells_whole(self, text: str, expression: TimeExpression) -> bool:
        """Whether a whole year opens a clause that tells of it: 2009年，全县…, 2009年全县产值达到9亿元."""
        told = self.opens(text, expression) and self.whole_told.match(text, expression.end)
        return self.heads(text, expression) or bool(told)

    def opens(self, text: str, expression: TimeExpression) -> bool:
        """Whether an expression opens a clause: 2009年，全县…."""
        before = text[max(0, expression.start - _INDENT) : expression.start].strip()
        before = before.removesuffix(self.zone(before))
        return before[-1] in _CLAUSE_MARKS if before else expression.start <= _INDENT

    def zone(self, before: str) -> str:
        """The words at the end of a text that say where a time is told: 北京时间, or nothing."""
        return next((word for word in self.resolver.meaning.data["starts"]["clock"] if before.endswith(word)), "")

    def names_meeting(self, text: str, expression: TimeExpression) -> bool:
        """Whether a year or a holiday stands in a meeting's name: 2023年全市工作会议, 中秋恳谈会."""
        bare = expression.last is None and expression.fields.keys() in ({"year"}, {"holiday"})
        return bare and self.meeting.match(text, expression.end) is not None

    @staticmethod
    def _far(expression: TimeExpression, period: Period, reference: Reference) -> bool:
        """到2027年…；12月30日: years that are still to come, or several, do not say of what year a month is."""
        ahead = reference.now is not None and period.start is not None and period.start > reference.now
        return "year_to" in expression.fields or (ahead and expression.fields.keys() == {"year"})

    def after(self, reference: Reference, text: str, expression: TimeExpression, period: Period) -> Reference:
        """What the next expression of the sentence is resolved against.

        比2020年 and 2020年全市工作会议 change nothing.
        """
        if period.end is None or "same" in expression.fields:
            return reference
        if self.is_base(text, expression) or self.names_meeting(text, expression):
            return reference
        if reference.sentence_period is not None and text.startswith(self.resolver.meaning.data["of"], expression.end):
            return reference
        if self.in_title(text, expression) or self.of_founding(text, expression):
            return reference
        year = reference.sentence_year
        named = expression.fields.keys() & _YEAR_NAMED
        if named and "tail" not in expression.fields and not self._far(expression, period, reference):
            year = period.end.year
        return reference._replace(sentence_year=year, sentence_period=period)

"""What a time expression says, before it is known when it was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from extract.data import Period

EMPTY: Mapping[str, str] = MappingProxyType({})


class Reference(NamedTuple):
    """What relative expressions are resolved against; each part may be unknown."""

    published: date | None = None
    dated: date | None = None
    """The day on which the text places itself, where its publication is unknown: 2024年4月18日，市统计局通报…"""
    text_year: int | None = None
    """The year the text is about."""
    sentence_year: int | None = None
    """The latest explicit year before the expression in its sentence."""
    sentence_period: Period | None = None
    """The latest resolved period before the expression in its sentence (当月, 同期)."""
    paragraph_period: Period | None = None
    """The latest resolved period before its sentence in its paragraph (月末, 同日)."""
    place: str | None = None
    """The place that the text is about, whose fiscal year counts."""
    told_year: int | None = None
    """The latest year that the sentences before have spoken of, this one or the last."""
    section_year: int | None = None
    """The year that the heading over its part of the text gives: 一、2030年工作回顾."""
    holiday: Period | None = None
    """The days off that the text has spoken of last: 长假7天 behind 春节."""
    reported: Period | None = None
    """The stretch that the text reports on, the first it names: 报告期内 behind 2023年半年度报告."""
    spoken: Period | None = None
    """The latest stretch that the text has spoken of before this paragraph."""
    day: Period | None = None
    """The last single day that the text has told of: 同日 at the front of a paragraph."""
    planned: Period | None = None
    """The five years of a plan that the text has spoken of: 五年来 behind “十四五”期间."""
    writing: int | None = None
    """The year that 今年 names where the day is unknown."""
    closed: int | None = None
    """The last year that is over where the day is unknown: what 一年来 looks back on."""

    @property
    def now(self) -> date | None:
        """The day that is known, or else taken from the text, as that of writing."""
        return self.published or self.dated

    @property
    def current_year(self) -> int | None:
        """The year that 今年 names."""
        if self.now is not None:
            return self.now.year
        return self.writing

    @property
    def reviewed_year(self) -> int | None:
        """What 全年 and 上年 start from: the year told of, else the last where the text is about it, else this."""
        if self.section_year is not None:
            return self.section_year
        if self.now is None:
            known = self.closed if self.text_year is None else self.text_year
            return self.told_year if known is None else known
        if self.told_year is not None:
            return self.told_year
        return self.text_year if self.text_year == self.now.year - 1 else self.now.year

    def telling(self, year: int | None) -> Reference:
        """The reference where a sentence spoke of a year; where the day of writing is known, 全年 may later mean
        only that year and the one before it."""
        near = year is not None and (self.now is None or self.now.year - 1 <= year <= self.now.year)
        return self._replace(told_year=year) if near else self

    @property
    def default_year(self) -> int | None:
        """The year of a date without one."""
        if self.sentence_year is not None:
            return self.sentence_year
        if self.section_year is not None:
            return self.section_year
        if self.now is not None or self.text_year is not None:
            return self.now.year if self.now is not None else self.text_year
        told = self.paragraph_period  # 2020年，…。5月，…: in a text that tells no year of its own
        return told.end.year if told is not None and told.end is not None else None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression at `start:end`: its fields by name, as written; `last` where two points make a range."""

    start: int
    end: int
    fields: Mapping[str, str]
    last: Mapping[str, str] | None = None

    @property
    def year_written(self) -> bool:
        """Whether it names its year in digits: 2022年, not 今年 and not 3月."""
        return bool(self.fields.keys() & {"year", "short", "reign", "roc_short"})

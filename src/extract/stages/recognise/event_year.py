"""The year of a text that names it in no date: in an event's name, in its goals, or by a base of comparison."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.engine.periods import TimeExpression, TimeGrammar

_SEASON = 8
"""From this month on, a season of two years is in the first of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of an article, such as a sentence, with its time expressions."""

    offset: int
    text: str
    expressions: tuple[TimeExpression, ...]
    paragraph: int = 0
    """Which block of its source it stands in."""


class TextYear(NamedTuple):
    """The years of a text; each may be unknown."""

    about: int | None = None
    """The year of a date that names none."""
    writing: int | None = None
    """The year that 今年 names."""
    closed: int | None = None
    """The last year that is over: what 一年来 looks back on."""
    goals: int | None = None
    """The year that it sets goals for: 提出2031年经济社会发展主要预期目标."""


def year_averaged(sentences: Sequence[Found], bases: Collection[int], grammar: TimeGrammar) -> int | None:
    """The year of a text that names only its base: 比2029年同期增长9%，两年平均增长4%."""
    averaged = (found for row in sentences if (found := grammar.telling.averaged.search(row.text)))
    years = next((grammar.resolver.meaning.number(found["years"]) for found in averaged), 0)
    return max(bases) + years if years and len(bases) == 1 else None


def year_of_goals(sentences: Sequence[Found], goals: int | None, grammar: TimeGrammar) -> TextYear | None:
    """The year that goals are set for, where a text speaks of 今年 and names no other: 2031年重点工作：今年，…."""
    offset = grammar.telling.year_offset
    now = any(offset(e) == 0 for found in sentences for e in found.expressions)
    return TextYear(goals, goals, goals - 1) if goals is not None and now else None


def year_of_event(sentences: Sequence[Found], grammar: TimeGrammar) -> TextYear:
    """A year that stands in an event's name alone: 2018（第三届）恳亲大会."""
    for found in sentences:
        event = grammar.telling.event.search(found.text)
        if event is not None:
            return TextYear(int(event["year"]), int(event["year"]))
    return _of_season(sentences, grammar)


def _of_season(sentences: Sequence[Found], grammar: TimeGrammar) -> TextYear:
    """The year of a season in which the first month named lies: 2月3日 in 2031—2032雪季 is in 2032."""
    every = [(found, e) for found in sentences for e in found.expressions]
    season = next((e for _, e in every if grammar.telling.is_season(e)), None)
    days = (day for _, e in every if (day := grammar.telling.month_and_day(e)) is not None)
    month = next(days, None)
    if season is None or month is None:
        return TextYear()
    first, last = grammar.years(season)[0], grammar.years(season)[-1]
    year = first if month[0] >= _SEASON else last
    return TextYear(year, year)

"""Recognise when: the time expressions of an article, resolved in the order of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extract.data import Article, Label, Mention, Period, TimeKind
from extract.engine.periods import Reference, TimeExpression, TimeGrammar
from extract.stages.recognise.reference import Found, reference_of
from extract.stages.recognise.section_years import section_years

_REVIEW = 3
"""The months in which a year is reviewed."""
_LONG = timedelta(days=270)
"""12月30日 in a text of January is so far ahead that it is over."""
_SOON = timedelta(days=100)
"""2月15日 in a text of January is still to come."""


def recognise_times(article: Article, grammar: TimeGrammar) -> tuple[Mention, ...]:
    """The TIME mentions of an article in order, each with its `Period`."""
    return dated_times(article, grammar)[0]


def dated_times(article: Article, grammar: TimeGrammar) -> tuple[tuple[Mention, ...], date | None]:
    """The TIME mentions of an article in order, each with its `Period`, and the day of writing, if it is known.

    A date without a year takes the year its sentence names (2022年，…3月), the publication's, or the year the text is
    about: the first explicit year of the headline or lead, else the most frequent one.
    """
    sentences = _sentences(article, grammar)
    reference = reference_of(article, sentences, grammar)
    years = tuple(section_years(article, sentences, grammar))
    return tuple(_resolved(sentences, years, reference, grammar)), reference.now


def _sentences(article: Article, grammar: TimeGrammar) -> list[Found]:
    blocks = [block.start for block in article.clean.blocks]
    out = []
    for sentence in article.sentences:
        text = article.text(sentence.start, sentence.end)
        paragraph = bisect_right(blocks, sentence.start)
        out.append(Found(sentence.start, text, tuple(grammar.find(text)), paragraph))
    return out


def _resolved(
    sentences: Sequence[Found], years: Sequence[int | None], start: Reference, grammar: TimeGrammar
) -> Iterator[Mention]:
    """Years and periods hold for a sentence; a day or a month is still known in its paragraph."""
    paragraph, known = 0, None
    for found, year in zip(sentences, years, strict=True):
        if found.paragraph != paragraph:
            paragraph, known = found.paragraph, None
        reference = start._replace(paragraph_period=known, section_year=year)
        for expression in found.expressions:
            opens = grammar.telling.opens(found.text, expression)
            known_day = reference if opens else reference._replace(day=None)  # 同日，…, not 《…》同日印发
            period = _past(found.text, expression, grammar.resolve(expression, known_day), grammar, reference)
            period = _reviewed(found, expression, period, grammar, reference)
            period = _accumulated(found.text, expression, period, grammar, reference)
            if grammar.telling.names_meeting(found.text, expression):
                period = replace(period, kind=TimeKind.PART)  # 2025年全市工作会议: the year is the name's
            yield Mention(found.offset + expression.start, found.offset + expression.end, Label.TIME, period)
            reference = _spoken(reference, found.text, expression, period, grammar)
        known = reference.sentence_period or known
        start = start._replace(spoken=reference.spoken, holiday=reference.holiday, reported=reference.reported)
        start = start._replace(planned=reference.planned, day=reference.day)
        start = start.telling(reference.sentence_year)


def _spoken(
    reference: Reference, text: str, expression: TimeExpression, period: Period, grammar: TimeGrammar
) -> Reference:
    """The reference behind an expression: what it says of the sentence, and what the whole text has spoken of."""
    reference = grammar.telling.after(reference, text, expression, period)
    holiday = grammar.resolver.days_off(expression, reference)
    if holiday is not None:
        reference = reference._replace(holiday=holiday)
    if grammar.telling.is_plan(expression):
        reference = reference._replace(planned=period)
    if period.kind is TimeKind.DAY and {"month", "day"} <= expression.fields.keys():
        reference = reference._replace(day=period)
    plain = period.kind is TimeKind.SPAN and period.end is not None and grammar.telling.reports(text, expression)
    if not plain or (reference.now is not None and period.end and period.end > reference.now):
        return reference
    return reference._replace(spoken=period, reported=reference.reported or period)


def _reviewed(
    found: Found, expression: TimeExpression, period: Period, grammar: TimeGrammar, reference: Reference
) -> Period:
    """全年 in the first months of a year is the year before, unless it is looked ahead to or told of already.

    So is 年内 at the head of a clause, in a text about that year, where no year told of before but one of the same
    sentence or section stands against it: a bulletin of 2031 printed on 2032-03-15.
    """
    now = reference.now
    about = now is not None and now.month <= _REVIEW and reference.text_year == now.year - 1
    if now is not None and about:
        if grammar.telling.closes_year(found.text, expression):
            return replace(period, start=date(now.year - 1, 1, 1), end=date(now.year - 1, 12, 31))
    told = reference.sentence_year or reference.section_year or (None if about else reference.told_year)
    if now is None or told is not None or now.month > _REVIEW or not grammar.telling.is_whole_year(expression):
        return period
    if period.start is None or period.start.year != now.year or grammar.telling.is_ahead(found.text, expression):
        return period
    return grammar.resolve(expression, reference._replace(sentence_year=now.year - 1))


def _accumulated(
    text: str, expression: TimeExpression, period: Period, grammar: TimeGrammar, reference: Reference
) -> Period:
    """本年累计 in a release on 2031年1—8月 is that stretch."""
    told = reference.reported
    whole = expression.fields.keys() == {"year_word"}  # no 今年前10个月|累计
    if told is None or told.start is None or not whole or grammar.telling.year_offset(expression) != 0:
        return period
    summed = period.start == told.start and grammar.telling.summed.match(text, expression.end)
    return replace(period, end=told.end) if summed else period


def _bare_month(expression: TimeExpression) -> bool:
    """12月 and 12月30日, but neither 12月底前 nor 11月至12月."""
    return expression.last is None and "month" in expression.fields and expression.fields.keys() <= {"month", "day"}


def _past(text: str, expression: TimeExpression, period: Period, grammar: TimeGrammar, reference: Reference) -> Period:
    """一季度 in a text of January about the year before: not over at publication, so it is that year's.

    So is 年末 in one that has told of 全年.
    """
    now, year = reference.now, reference.told_year if reference.text_year is None else reference.text_year
    given = reference.sentence_year or reference.section_year
    named = expression.year_written or "year_word" in expression.fields or given is not None
    if named or now is None or period.end is None or period.end <= now:
        return period
    if _bare_month(expression) and period.end - now > _LONG and not grammar.telling.is_ahead(text, expression):
        return grammar.resolve(expression, reference._replace(sentence_year=now.year - 1))
    if year != now.year - 1:
        return period
    if "holiday" in expression.fields or ("day" in expression.fields and period.end - now < _SOON):
        return period
    return grammar.resolve(expression, reference._replace(sentence_year=year))

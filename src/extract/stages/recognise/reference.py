"""What the times of an article are resolved against: when it was published, or else when it says it was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from extract.data import Article, BlockKind
from extract.engine.periods import Reference, TimeExpression, TimeGrammar
from extract.stages.recognise.text_year import LEAD, Found, TextYear, year_of

__all__ = ["Found", "reference_of"]

_DIGEST, _BLOCKS = 4000, 60
"""How far behind its beginning the others of a digest tell an item its year, and how many blocks."""
_YEAR_S_END = 11
"""From this month on, a meeting that bears a year in its name is held in the year before."""


_SOON = timedelta(days=200)
"""How long after its end a stretch is reported on, at most."""
_REVIEW = 3
"""The months in which a year that is told of as a whole is the one before."""
_HEADS = 4
"""The sentences, headline and first heading among them, that say which year a text sums up."""
_NEW_YEAR = 2
"""Those in which it is so even in a text that speaks of 今年 too."""


class Opening(NamedTuple):
    """A month and a day with which a text opens; how far they are from the day of writing: -1 for 昨天（5月3日）."""

    month: int
    day: int
    offset: int | None = None
    """None where no word says that it is the day of writing, or near it."""


def reference_of(article: Article, sentences: Sequence[Found], grammar: TimeGrammar) -> Reference:
    """The reference of an article.

    Where its publication is unknown, a full date in the headline, the dateline or the lead (2024年4月18日，市统计局…)
    stands in for what 今年 means, else the year in the name of the meeting reported, else the latest year that the text
    tells of, with the day of its dateline.
    """
    front = _front(article, grammar)
    lead = [*front, *sentences[:LEAD]]
    place = article.place.name if article.place is not None else None
    told = year_of(article, sentences, grammar)
    if told.writing is None and any(sentence.kind is BlockKind.DIGEST for sentence in article.sentences):
        whole = year_of(article, _digest(article, grammar), grammar)
        told = whole if told.about is None else told._replace(writing=whole.writing)
    year = _year_summed_up(sentences, grammar)
    told = told if year is None else told._replace(writing=year, closed=year)
    reference = Reference(text_year=told.about, place=place, writing=told.writing, closed=told.closed)
    if article.published is not None:
        first = _first_published(article.published, lead, grammar)
        late = first.year - 1 == year and first.month <= _NEW_YEAR
        if (over := _year_of_bulletin(sentences, grammar)) is not None and over == told.about and first.year > over + 1:
            first = date(over + 1, 1, 31)  # a bulletin of 2031, put on a page of 2035: 全年 is 2031
        return reference._replace(published=date(first.year - 1, 12, 31) if late else first)
    dated = _stated(lead, grammar) or _of_meeting(lead, grammar)
    opening = None if dated else _opening(front, sentences, grammar)
    if opening is None:
        return reference._replace(dated=dated)
    told = _before_goals(told, opening)
    reference = reference._replace(writing=told.writing)
    day = _of_opening(opening, sentences, told, grammar)
    return reference._replace(dated=day) if opening.offset is None else reference._replace(published=day)


def _year_summed_up(sentences: Sequence[Found], grammar: TimeGrammar) -> int | None:
    """The year that a headline sums up and the text calls its own: 2030年工作总结。今年以来，… was written in 2030.

    It is so whenever the page came out, in the first months of 2031 too.
    """
    telling = grammar.telling
    over = [
        grammar.years(e) for found in sentences[:_HEADS] for e in found.expressions if telling.is_over(found.text, e)
    ]
    offsets = [
        telling.year_offset(e)
        for found in sentences
        for e in found.expressions
        if "same" not in e.fields and not telling.is_base(found.text, e)
    ]
    if -1 in offsets:
        return None  # 2030年工作回顾。去年，…。今年以来，…
    own = any(
        telling.year_offset(e) == 0
        and (telling.is_since(e) or telling.is_stretch(e))
        and telling.opens(found.text, e)
        and not telling.is_ahead(found.text, e)
        for found in sentences
        for e in found.expressions
    )
    return over[0][0] if own and over and len(over[0]) == 1 else None


def _year_of_bulletin(sentences: Sequence[Found], grammar: TimeGrammar) -> int | None:
    """The year whose whole a headline reports on: 云台县2031年国民经济和社会发展统计公报."""
    times = [(found, e) for found in sentences[:1] for e in found.expressions]
    years = [grammar.years(e) for found, e in times if grammar.telling.is_over(found.text, e)]
    return years[0][0] if len(times) == 1 and years and len(years[0]) == 1 else None


def _first_published(day: date, lead: Sequence[Found], grammar: TimeGrammar) -> date:
    """今天（7月14日） in the lead of a page of November: the day on which the text first stood, before its reprint."""
    telling = grammar.telling
    for found in lead:
        for expression in found.expressions:
            offset, told = telling.day_offset(expression), telling.month_and_day(expression)
            if offset is None or told is None:
                continue
            same = [d for year in (day.year, day.year - 1) if (d := _day(year, *told)) is not None]
            first = next((d - timedelta(days=offset) for d in same if d - timedelta(days=offset) <= day), None)
            return first or day
    return day


def _digest(article: Article, grammar: TimeGrammar) -> list[Found]:
    """The blocks of the digest around an item: what year it is stands in any of them."""
    clean = article.clean
    blocks = [block for block in clean.blocks if block.end <= article.start + _DIGEST][:_BLOCKS]
    texts = [(block.start, article.text(block.start, block.end)) for block in blocks]
    return [Found(at, text, tuple(grammar.find(text))) for at, text in texts]


def _front(article: Article, grammar: TimeGrammar) -> list[Found]:
    """What stands between the first sentences and is none, such as the dateline."""
    out, at = [], article.start
    for sentence in article.sentences[: LEAD + 1]:
        text = article.text(at, sentence.start) if at < sentence.start else ""
        if text.strip():
            out.append(Found(at, text, tuple(grammar.find(text))))
        at = max(at, sentence.end)
    return out


def _stated(lead: Sequence[Found], grammar: TimeGrammar) -> date | None:
    """The first full date of the lead that is no plan's: 2023年3月30日晚间，公司披露2022年年报."""
    for found in lead:
        for expression in found.expressions:
            day = grammar.telling.full_date(expression)
            if day is not None and not grammar.telling.is_ahead(found.text, expression):
                if not grammar.telling.counts_from(found.text, expression):
                    return day
    return None


def _of_meeting(lead: Sequence[Found], grammar: TimeGrammar) -> date | None:
    """The day of the meeting reported: 2月25日，…召开2023年全市…会议; in December it is next year's meeting."""
    days = [day for found in lead for e in found.expressions if (day := grammar.telling.month_and_day(e)) is not None]
    for found in lead:
        for expression in found.expressions:
            years = grammar.years(expression)
            if len(years) == 1 and days and grammar.telling.names_meeting(found.text, expression):
                month, day_of_month = days[0]
                return _day(years[0] - (month >= _YEAR_S_END), month, day_of_month)
    return None


def _before_goals(told: TextYear, opening: Opening) -> TextYear:
    """12月28日，…会议提出2032年主要预期目标: goals are set at the end of the year before, or early in their own."""
    if told.goals is None or told.about not in (None, told.goals - 1, told.goals):
        return told
    if opening.month >= _YEAR_S_END:
        return told._replace(writing=told.goals - 1)
    return told._replace(writing=told.goals) if opening.month <= _REVIEW and told.writing is None else told


def _of_opening(opening: Opening, sentences: Sequence[Found], told: TextYear, grammar: TimeGrammar) -> date | None:
    """The day of a dateline, or of the text's opening, in the year that the text tells: 滨海2月29日电, 4月22日晚间，….

    It is in the year after where the text tells of a stretch that would not be over, and would be soon before:
    今日（1月2日）发布2031年11月数据, but not 5月18日，…举行2031年第二季度签约仪式.
    """
    if told.writing is None:
        return None
    day = _day(told.writing, opening.month, opening.day)
    if day is None:
        return None
    whole = opening.month <= (_REVIEW if told.closed == told.writing else _NEW_YEAR)
    ends = [end for found in sentences if (end := _told_end(found, told.writing, whole, grammar)) is not None]
    after = _day(told.writing + 1, opening.month, opening.day)
    soon = after is not None and any(day < end and after - end < _SOON for end in ends)
    day = after if soon and told.about == told.writing else day
    return day and day - timedelta(days=opening.offset or 0)


def _opening(front: Sequence[Found], sentences: Sequence[Found], grammar: TimeGrammar) -> Opening | None:
    """The month and day of the dateline, else of the time that opens one of the first sentences."""
    telling = grammar.telling
    days = [day for found in front for e in found.expressions if (day := telling.month_and_day(e)) is not None]
    if days:
        return Opening(*days[0], 0)
    for found in sentences[:LEAD]:
        for index, expression in enumerate(found.expressions):
            offset, day = telling.day_offset(expression), telling.month_and_day(expression)
            opens = (not index and telling.opens(found.text, expression)) or telling.is_learnt(found.text, expression)
            if day is not None and (offset is not None or opens):
                return Opening(*day, offset)
    return None


def _told_end(found: Found, year: int, whole: bool, grammar: TimeGrammar) -> date | None:
    """The last day of the first stretch of a year that a sentence reports on, or of the `whole` year."""
    for expression in found.expressions:
        if grammar.years(expression) == [year] and _reported(found, expression, whole, grammar):
            return grammar.resolve(expression, Reference()).end
    return None


def _reported(found: Found, expression: TimeExpression, whole: bool, grammar: TimeGrammar) -> bool:
    telling, keys = grammar.telling, expression.fields.keys()
    if expression.last is not None or "tail" in keys or telling.names_meeting(found.text, expression):
        return False
    if telling.is_ahead(found.text, expression) or telling.is_base(found.text, expression):
        return False
    if telling.in_title(found.text, expression):
        return False
    if keys == {"year"}:
        return whole and telling.tells_whole(found.text, expression)
    return telling.is_stretch(expression) or keys in ({"year", "month"}, {"until", "year", "edge"})


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""What the times of an article are resolved against: when it was published, or else when it says it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extract.data import Article, BlockKind
from extract.engine.periods import Reference, TimeExpression, TimeGrammar

_LEAD = 3
"""Sentences that tell what a text is about: headline, and the lead's first."""
_HEADS = 8
"""Among these the subheadings tell it too: 一、2023年工作回顾."""
_DIGEST, _BLOCKS = 4000, 60
"""How far behind its beginning the others of a digest tell an item its year, and how many blocks."""
_YEAR_S_END = 11
"""From this month on, a meeting that bears a year in its name is held in the year before."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of an article, such as a sentence, with its time expressions."""

    offset: int
    text: str
    expressions: tuple[TimeExpression, ...]
    paragraph: int = 0
    """Which block of its source it stands in."""


def reference_of(article: Article, sentences: Sequence[Found], grammar: TimeGrammar) -> Reference:
    """The reference of an article.

    Where its publication is unknown, a full date in the headline, the dateline or the lead (2024年4月18日，市统计局…)
    stands in for what 今年 means, else the year in the name of the meeting reported, else the latest year that the text
    tells of.
    """
    front = _front(article, grammar)
    lead = [*front, *sentences[:_LEAD]]
    place = article.place.name if article.place is not None else None
    text_year, clear = _text_year(article, sentences, grammar)
    if text_year is None and any(sentence.kind is BlockKind.DIGEST for sentence in article.sentences):
        text_year, clear = _text_year(article, _digest(article, grammar), grammar)
    if article.published is not None:
        return Reference(published=article.published, text_year=text_year, place=place, clear=clear)
    dated = _stated(lead, grammar) or _of_meeting(lead, grammar)
    return Reference(dated=dated, text_year=text_year, place=place, clear=clear)


def _digest(article: Article, grammar: TimeGrammar) -> list[Found]:
    """The blocks of the digest around an item: what year it is stands in any of them."""
    clean = article.clean
    blocks = [block for block in clean.blocks if block.end <= article.start + _DIGEST][:_BLOCKS]
    texts = [(block.start, article.text(block.start, block.end)) for block in blocks]
    return [Found(at, text, tuple(grammar.find(text))) for at, text in texts]


def _front(article: Article, grammar: TimeGrammar) -> list[Found]:
    """What stands between the first sentences and is none, such as the dateline."""
    out, at = [], article.start
    for sentence in article.sentences[: _LEAD + 1]:
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
                year = years[0] - (month >= _YEAR_S_END)
                try:
                    return date(year, month, day_of_month)
                except ValueError:
                    return None
    return None


def _text_year(article: Article, sentences: Sequence[Found], grammar: TimeGrammar) -> tuple[int | None, bool]:
    """The year a text is about, and whether 今年 may be read as it: it is the latest year that the text tells of.

    Full dates, years ahead (到2030年) or long begun (2012年以来) and bases of comparison (较2020年) do not tell what a
    text is about unless it names no other.
    """
    told = [_years(found, grammar, told=True) for found in sentences]
    every = [_years(found, grammar, told=False) for found in sentences]
    rows = told if any(told) else every
    named = [year for row in rows for year in row]
    if not named:
        return None, False
    heads = [i for i, s in enumerate(article.sentences[:_HEADS]) if i < _LEAD or s.kind is BlockKind.SUBHEADING]
    lead = [year for index in heads if index < len(rows) for year in rows[index]]
    bases = [
        y
        for found in sentences
        for e in found.expressions
        if grammar.telling.is_base(found.text, e)
        for y in grammar.years(e)
    ]
    if not lead and bases and max(bases) == max(named):
        return max(bases) + 1, True  # 今年一季度…，较2024年同期
    year = lead[0] if lead else _most_frequent(named)
    if year + 1 in _spoken_of(sentences, grammar, heads if lead else range(len(sentences))):
        year += 1  # 2022年，…；2023年工作安排: written in the year that it has begun to speak of
    later = max((year for found in sentences for year in _begun(found, grammar)), default=year)
    if later > year + 1:
        return None, False  # 2005年提出…，2018年实施以来: written long after what it remembers
    reported = _reported(sentences, grammar)
    # 始建于1958年 in the lead, 2023年1—8月 behind it; a stretch of the next year may be looked forward to
    year = max([year, later, *(told for told in reported if told > year + 1)])
    if not lead and year not in reported and not _sound(year, named, [y for row in every for y in row]):
        return None, False
    return year, year >= max(named)


def _spoken_of(sentences: Sequence[Found], grammar: TimeGrammar, indices: Iterable[int]) -> frozenset[int]:
    """The years that sentences speak of, each by itself and not in a title: 《…行动方案（2020—2021年）》."""
    return frozenset(
        year
        for index in indices
        if index < len(sentences)
        for expression in sentences[index].expressions
        if _tells(sentences[index], expression, grammar)
        and len(years := grammar.years(expression)) == 1
        and not grammar.telling.in_title(sentences[index].text, expression)
        for year in years
    )


def _reported(sentences: Sequence[Found], grammar: TimeGrammar) -> list[int]:
    """The years of the stretches that statistics report on: 2023年1—8月, 2023年上半年."""
    stretches = (
        (found, e)
        for found in sentences
        for e in found.expressions
        if grammar.telling.is_stretch(e) and _tells(found, e, grammar) and not grammar.telling.in_title(found.text, e)
    )
    return [year for _, expression in stretches for year in grammar.years(expression)]


def _sound(year: int, named: Sequence[int], every: Sequence[int]) -> bool:
    """Whether a year found outside the lead is more than something remembered: said twice, or beside the one before."""
    return named.count(year) > 1 or year - 1 in every


def _most_frequent(years: Sequence[int]) -> int:
    counts = Counter(years)
    return max(counts, key=lambda year: (counts[year], year))


def _years(found: Found, grammar: TimeGrammar, *, told: bool) -> list[int]:
    return [
        year
        for expression in found.expressions
        if not told or _tells(found, expression, grammar)
        for year in grammar.years(expression)
    ]


def _begun(found: Found, grammar: TimeGrammar) -> list[int]:
    """The years since which something holds: 2018年实施以来."""
    since = (
        e for e in found.expressions if grammar.telling.is_since(e) and not grammar.telling.is_ahead(found.text, e)
    )
    return [year for expression in since for year in grammar.years(expression)]


def _compared(found: Found, grammar: TimeGrammar) -> list[int]:
    """The years that are bases of comparison: 较2024年同期."""
    bases = (e for e in found.expressions if grammar.telling.is_base(found.text, e))
    return [year for expression in bases for year in grammar.years(expression)]


def _tells(found: Found, expression: TimeExpression, grammar: TimeGrammar) -> bool:
    looks = grammar.telling.is_base(found.text, expression) or grammar.telling.is_ahead(found.text, expression)
    return not looks and not grammar.telling.is_since(expression) and grammar.telling.full_date(expression) is None

"""Recognise when: the time expressions of an article, resolved in the order of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.data import Article, Label, Mention, Period
from extract.engine.periods import Reference, TimeExpression, TimeGrammar

_LEAD = 3
"""Sentences that tell what a text is about: headline, and the lead's first."""


@dataclass(frozen=True, slots=True)
class _Found:
    offset: int
    text: str
    expressions: tuple[TimeExpression, ...]


def recognise_times(article: Article, grammar: TimeGrammar) -> tuple[Mention, ...]:
    """The TIME mentions of an article in order, each with its `Period`.

    A date without a year takes the year its sentence names (2022年，…3月), the publication's, or the year the text is
    about: the first explicit year of the headline or lead, else the most frequent one.
    """
    sentences = [_find(article, sentence.start, sentence.end, grammar) for sentence in article.sentences]
    text_year, clear = _text_year(sentences, grammar)
    start = Reference(published=article.published, text_year=text_year, clear=clear)
    return tuple(mention for found in sentences for mention in _resolve(found, grammar, start))


def _find(article: Article, start: int, end: int, grammar: TimeGrammar) -> _Found:
    text = article.text(start, end)
    return _Found(start, text, tuple(grammar.find(text)))


def _resolve(found: _Found, grammar: TimeGrammar, reference: Reference) -> list[Mention]:
    mentions = []
    for expression in found.expressions:
        period = _past(expression, grammar.resolve(expression, reference), grammar, reference)
        start, end = found.offset + expression.start, found.offset + expression.end
        mentions.append(Mention(start, end, Label.TIME, period))
        reference = grammar.after(reference, found.text, expression, period)
    return mentions


def _past(expression: TimeExpression, period: Period, grammar: TimeGrammar, reference: Reference) -> Period:
    """一季度 in a text of January about the year before: not over at publication, so it is that year's."""
    published, year = reference.published, reference.text_year
    named = expression.year_written or "year_word" in expression.fields or reference.sentence_year is not None
    if named or published is None or period.end is None or period.end <= published or year != published.year - 1:
        return period
    return grammar.resolve(expression, reference._replace(sentence_year=year))


def _text_year(sentences: Sequence[_Found], grammar: TimeGrammar) -> tuple[int | None, bool]:
    """The year a text is about, and whether 今年 may be read as it: it is the latest year that the text names."""
    years = [[year for expression in found.expressions for year in grammar.years(expression)] for found in sentences]
    named = [year for row in years for year in row]
    if not named:
        return None, False
    lead = [year for row in years[:_LEAD] for year in row]
    year = lead[0] if lead else Counter(named).most_common(1)[0][0]
    return year, year == max(named)

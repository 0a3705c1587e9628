"""The year that a text is about, and the year in which it was written, where it does not say when it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.data import Article, BlockKind
from extract.engine.periods import TimeExpression, TimeGrammar
from extract.stages.recognise.event_year import Found, TextYear, year_averaged, year_of_event, year_of_goals

__all__ = ["LEAD", "Found", "TextYear", "year_of"]

LEAD = 3
"""Sentences that tell what a text is about: headline, and the lead's first."""
_PARTS = frozenset({"month", "holiday", "quarter", "first_quarter", "first_quarters", "first_months", "half"})
"""The fields that name a part of a year."""
_HEADS = 8
"""Among these the subheadings tell it too: 一、2023年工作回顾."""


def year_of(article: Article, sentences: Sequence[Found], grammar: TimeGrammar) -> TextYear:
    """The year a text is about, and the one it was written in: the latest year that it tells of, or the next.

    Years ahead (到2030年) or long begun (2012年以来) do not tell what a text is about; full dates and bases of
    comparison that must be the year before (较2020年同期) only where it names no other.
    """
    reading = _Reading(article, sentences, grammar)
    bases = {year for found in sentences for year in reading.years(found, reading.bases(found))}
    if set(reading.named) <= bases and (averaged := year_averaged(sentences, bases, grammar)):
        return TextYear(averaged, averaged, averaged - 1, reading.goals)
    alone = year_of_goals(sentences, reading.goals, grammar) or year_of_event(sentences, grammar)
    found = reading.year() if reading.named else alone
    return found._replace(goals=reading.goals)


@dataclass(frozen=True)
class _Reading:
    """One article's times, and the questions that are asked of them."""

    article: Article
    sentences: Sequence[Found]
    grammar: TimeGrammar

    @cached_property
    def every(self) -> list[list[int]]:
        """The years that each sentence names."""
        return [[year for e in found.expressions for year in self.grammar.years(e)] for found in self.sentences]

    @cached_property
    def rows(self) -> list[list[int]]:
        """The years that each sentence tells of; where none does, those of full dates and of the last year's bases."""
        told = [self.years(found, (e for e in found.expressions if self.tells(found, e))) for found in self.sentences]
        if any(told):
            return told
        telling = self.grammar.telling
        return [
            self.years(found, (e for e in found.expressions if telling.is_near(found.text, e)))
            for found in self.sentences
        ]

    @cached_property
    def named(self) -> list[int]:
        return [year for row in self.rows for year in row]

    @cached_property
    def heads(self) -> list[int]:
        """The sentences that tell what the text is about."""
        kinds = enumerate(self.article.sentences[:_HEADS])
        return [i for i, sentence in kinds if i < LEAD or sentence.kind is BlockKind.SUBHEADING]

    @cached_property
    def goals(self) -> int | None:
        """The last year that goals are set for."""
        set_for = (e for f in self.sentences for e in f.expressions if self._is_goal(f, e))
        return max((year for e in set_for for year in self.grammar.years(e)), default=None)

    def years(self, found: Found, expressions: Iterable[TimeExpression]) -> list[int]:
        """The years that times name."""
        return [year for expression in expressions for year in self.grammar.years(expression)]

    def tells(self, found: Found, expression: TimeExpression) -> bool:
        telling = self.grammar.telling
        if telling.against_plan(found.text, expression):
            return True
        looks = telling.is_base(found.text, expression) or telling.is_ahead(found.text, expression)
        looks = looks or telling.is_season(expression) or telling.of_founding(found.text, expression)
        looks = looks or self._goes_on_ahead(found, expression) or self._is_goal(found, expression)
        return not looks and not telling.is_since(expression) and telling.full_date(expression) is None

    def _is_goal(self, found: Found, expression: TimeExpression) -> bool:
        """Whether goals are set for a year in running text; a heading (2032年工作安排) tells the year of its part."""
        return found.offset not in self._headings and self.grammar.telling.sets_goals(found.text, expression)

    @cached_property
    def _headings(self) -> frozenset[int]:
        """Where the subheadings begin."""
        return frozenset(s.start for s in self.article.sentences if s.kind is BlockKind.SUBHEADING)

    def _goes_on_ahead(self, found: Found, expression: TimeExpression) -> bool:
        """预计2032年形成一半产能，2033年达产: a year behind one still to come in its sentence is to come too."""
        years, telling = self.grammar.years(expression), self.grammar.telling
        earlier = (e for e in found.expressions if e.start < expression.start and telling.is_ahead(found.text, e))
        return bool(years) and any(min(years) > year for e in earlier for year in self.grammar.years(e))

    def year(self) -> TextYear:
        rows, named, heads = self.rows, self.named, self.heads
        lead = [year for index in heads if index < len(rows) for year in rows[index]]
        bases = [year for found in self.sentences for year in self.years(found, self.bases(found))]
        reported = self._reported()
        before = max(bases) if bases and max(bases) == max(named) and (not lead or max(lead) in bases) else None
        if before is not None and before not in reported and not self._is_older(before):
            return TextYear(before + 1, before + 1, before)  # 今年一季度…，较2024年同期
        if before is not None and set(named) <= set(bases) and before not in reported:
            return TextYear()  # 一季度…，较2019年同期: so many years before that none is known
        year = lead[0] if lead else _most_frequent(named)
        begun = year + 1 in self._spoken_of(heads if lead else range(len(self.sentences))) or self.goals == year + 1
        year += begun  # 2022年，…；2023年工作安排: written in the year that it has begun to speak of
        later = max((year for found in self.sentences for year in self._begun(found)), default=year)
        if later > year + 1:
            return TextYear()  # 2005年提出…，2018年实施以来: written long after what it remembers
        # 始建于1958年 in the lead, 2023年1—8月 behind it; a stretch of the next year may be looked forward to
        year = max([year, later, *(told for told in reported if told > year + 1)])
        compared = year - 1 in bases  # 与2031年计划持平，比2030年高0.3个百分点
        if not lead and year not in reported and not compared and not self._sound(year):
            return TextYear(None, year + 1, year) if self._looks_back(year) else TextYear()
        latest = max((told for found in self.sentences for told in self._untitled(found)), default=max(named))
        if latest == year + 1 and (latest in self._parts_told() or self._has_ended(year)):
            return TextYear(year, latest, year)  # 2018年营收…，2019年春节假期接待游客…
        if year < latest:
            return TextYear(year)
        over = self._is_over(year) or self._is_last(year)
        return TextYear(year, year + over, year - (not over and (begun or self._says_this_year())))

    def _is_over(self, year: int) -> bool:
        """Whether a year is reported on as a whole: 2023年年报, 2025年工作回顾."""
        return any(
            self.grammar.telling.is_over(found.text, expression)
            for found in (self.sentences[index] for index in self.heads if index < len(self.sentences))
            for expression in found.expressions
            if self.grammar.years(expression) == [year]
        )

    def _has_ended(self, year: int) -> bool:
        """Whether the text tells of the end of a year, or of its yearly report: 截至2031年末，…；2032年计划…."""
        telling = self.grammar.telling
        return any(
            telling.is_over(found.text, e) and self.tells(found, e) and self.grammar.years(e) == [year]
            for found in self.sentences
            for e in found.expressions
        )

    def bases(self, found: Found) -> Iterable[TimeExpression]:
        """The times that a sentence compares with."""
        telling = self.grammar.telling
        held = (e for e in found.expressions if telling.is_base(found.text, e))
        return (e for e in held if not telling.against_plan(found.text, e))

    def _spoken_of(self, indices: Iterable[int]) -> frozenset[int]:
        """The years that sentences speak of, each by itself and not in a title: 《…行动方案（2020—2021年）》."""
        return frozenset(
            years[0]
            for found in (self.sentences[index] for index in indices if index < len(self.sentences))
            for expression in found.expressions
            if self.tells(found, expression)
            and len(years := self.grammar.years(expression)) == 1
            and not self.grammar.telling.in_title(found.text, expression)
        )

    def _reported(self) -> list[int]:
        """The years of the stretches that statistics report on: 2023年1—8月, 2023年上半年."""
        telling = self.grammar.telling
        return [
            year
            for found in self.sentences
            for expression in found.expressions
            if telling.is_stretch(expression)
            and self.tells(found, expression)
            and not telling.in_title(found.text, expression)
            for year in self.grammar.years(expression)
        ]

    def _untitled(self, found: Found) -> list[int]:
        """The years that a sentence tells of, outside titles: not those of 《…行动计划（2025—2027年）》."""
        telling = self.grammar.telling
        told = (e for e in found.expressions if self.tells(found, e) and not telling.in_title(found.text, e))
        return self.years(found, told)

    def _parts_told(self) -> frozenset[int]:
        """The years of which a part is told at the head of a clause, a month or a holiday: they have begun."""
        return frozenset(
            year
            for found in self.sentences
            for e in found.expressions
            if "tail" not in e.fields and e.fields.keys() & _PARTS and self.tells(found, e)
            if self.grammar.telling.opens(found.text, e)
            for year in self.grammar.years(e)
        )

    def _is_older(self, year: int) -> bool:
        """Whether a base is known not to be of the year before: 同比增长8%，较2019年同期增长20%."""
        telling = self.grammar.telling
        return telling.is_old_base(year) or any(
            telling.beside_yearly(found.text, e)
            for found in self.sentences
            for e in self.bases(found)
            if year in self.grammar.years(e)
        )

    def _begun(self, found: Found) -> list[int]:
        """The years since which something holds: 2018年实施以来."""
        telling = self.grammar.telling
        since = (e for e in found.expressions if telling.is_since(e) and not telling.is_ahead(found.text, e))
        return self.years(found, since)

    def _sound(self, year: int) -> bool:
        """Whether a year found outside the lead is more than remembered: said twice, or beside the one before."""
        return self.named.count(year) > 1 or any(year - 1 in row for row in self.every)

    def _looks_back(self, year: int) -> bool:
        """Whether a text that speaks of last year tells of one whole year besides: 去年…；2009年，全县…."""
        telling = self.grammar.telling
        whole = any(
            e.fields.keys() == {"year"} and self.grammar.years(e) == [year] and telling.opens(found.text, e)
            for found in self.sentences
            for e in found.expressions
        )
        return whole and any(telling.year_offset(e) == -1 for found in self.sentences for e in found.expressions)

    def _is_last(self, year: int) -> bool:
        """Whether a whole year without its parts is what the text calls 去年; one that says 今年 too may mean it."""
        telling, told = self.grammar.telling, [(found, e) for found in self.sentences for e in found.expressions]
        offsets = {
            telling.year_offset(e)
            for found, e in told
            if "same" not in e.fields and not telling.is_base(found.text, e)  # 2022年，…，去年同期5亿元
        }
        parted = any(e.fields.keys() & _PARTS and "day" not in e.fields for _, e in told)
        whole = any(e.fields.keys() == {"year"} and self.grammar.years(e) == [year] for _, e in told)
        return whole and -1 in offsets and 0 not in offsets and not parted

    def _says_this_year(self) -> bool:
        """Whether a text speaks of 今年 or 去年."""
        offset = self.grammar.telling.year_offset
        return any(offset(e) in {0, -1} for found in self.sentences for e in found.expressions)


def _most_frequent(years: Sequence[int]) -> int:
    counts = Counter(years)
    return max(counts, key=lambda year: (counts[year], year))

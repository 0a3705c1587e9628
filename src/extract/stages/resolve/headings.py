"""The times of an article that head a clause, and how far each reaches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from extract.data import BlockKind, Label, Mention, Period, Quantity, TimeKind
from extract.engine.periods.spans import within_month
from extract.stages.resolve.adverbials import BEFORE, about, adverbial, behind_noun, in_a_title, of_a_noun
from extract.stages.resolve.context import Context, period_of
from extract.stages.resolve.polls import in_a_view
from extract.stages.resolve.sections import section_modalities

_REACH = 16
"""Characters after a time in which a word of modality makes it a plan's."""
_NEAR = 8
"""How many headings of its sentence one may be a part of."""
_DAY = timedelta(days=1)
_IN_BRACKET = 80
"""Characters of a bracket before a time in it."""
_BROKEN = re.compile("[，。；：、！？0-9%]")
"""What stands between a time and a bracket that is of something else."""
_BRACKET, _CLOSING = "（）"
_FULL_STOPS = "。！？"
_SEASON = timedelta(days=15)
"""Days of a holiday's season, at most."""
_JOINED = 24
"""Characters between the two days of one stretch."""
_SELF_STANDING = frozenset({TimeKind.NOW, TimeKind.RECENT})
"""目前 and 日前 head their clause wherever they stand: 三期工程日前并网."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A time that heads a clause."""

    sentence: int
    mention: Mention
    period: Period
    modality: str
    """Of what follows it in its sentence: a plan's period is no fact's, nor the other way round."""
    paragraph: int
    main: bool
    """Whether no other heading stands before it in its sentence, and no 其中 or 仅."""
    inner: bool
    """Whether it is a part of one of the last headings of its sentence: 其中9月 within 1—9月."""
    passing: bool
    """Whether it serves its clause only (去年同期为8亿元), or its item of a list of headlines."""
    closes: int = -1
    """Where the bracket closes that it stands in (服务业营收增长19%（1—5月），零售额…), else -1."""

    @property
    def actual(self) -> bool:
        """Whether what it heads has happened."""
        return self.modality == "actual"

    def within(self, other: Heading) -> bool:
        """Whether its period is a true part of the other's: 9月 of 1—9月."""
        mine, its = self.period, other.period
        if mine.start is None or mine.end is None or its.start is None or its.end is None:
            return False
        return its.start <= mine.start and mine.end <= its.end and (its.start, its.end) != (mine.start, mine.end)


def headings_of(context: Context) -> list[Heading]:
    """The headings of an article, in text order."""
    return [heading for index in range(len(context.article.sentences)) for heading in _of_sentence(context, index)]


def _of_sentence(context: Context, index: int) -> list[Heading]:
    out: list[Heading] = []
    sentence = context.article.sentences[index]
    text, words = context.sentence_text(index), context.words
    names = frozenset(m.end for m in context.by_sentence[index] if m.label in {Label.ORG, Label.PLACE})
    things = frozenset(
        span[1]
        for thing in context.things
        if thing.sentence == index
        for fillers in thing.slots.values()
        for filler in fillers
        for span in filler.spans
    )
    ends = [m.end - sentence.start for m in context.by_sentence[index] if m.label is Label.TIME]
    compared = closed = -1
    for mention in context.by_sentence[index]:
        period = period_of(mention)
        if period is None or period.kind is TimeKind.PART or mention.start - sentence.start < closed:
            continue
        at, end = mention.start - sentence.start, mention.end - sentence.start
        before = text[max(0, at - BEFORE) : at]
        whole = sentence.kind is BlockKind.SUBHEADING
        if words.times.records.match(text, end):
            continue
        if words.is_base(text, at, end) or (compared >= 0 and text[compared:at] in words.joins):
            compared = end  # 比去年同期和全年
            continue
        announced = words.times.announced.match(text, end)
        occasion = period.kind is TimeKind.SPAN and words.times.occasions.match(text, end)
        noun = occasion or of_a_noun(context, text, end)
        titled = in_a_title(text, at)
        reported = titled and words.times.bulletins.match(text, end) is not None
        if not reported and (titled or (noun and not whole and not announced)):
            continue
        if out and within_month(out[-1].period) and words.times.seasons.fullmatch(text, at, end + 1):
            continue  # 2月5日，铁路春运累计发送…
        if out and _names_what_is_counted(context, out[-1], mention, period):
            continue
        if out and _bounded(context, out[-1], mention, period):  # 今年以来（截至10月底，农历九月初九）
            out[-1] = replace(out[-1], period=replace(out[-1].period, end=period.end))
            closed = text.find(_CLOSING, end)
            continue
        if out and (joint := _joint(context, out[-1], mention, period)) is not None:
            out[-1] = replace(out[-1], period=joint)
            continue
        if (period.kind in _SELF_STANDING and about(context, before)) or in_a_view(context, index, before):
            continue
        alone = words.times.openers.match(text, at) or (
            period.kind in _SELF_STANDING and not words.times.objects.search(before)
        )
        lasted = words.times.behind_event.fullmatch(text, at, end + 1)
        heads = whole or alone or lasted or announced or reported or adverbial(context, index, (at, end), names)
        heads = heads or _gone_before(context, text, at) >= 0
        verb = None if heads else words.times.happenings.match(text, end)
        happened = verb is not None and (mention.start in things or behind_noun(context, index, mention.start))
        if heads or happened or words.times.sources.match(text, at):
            modality = _of_section(context, index) or _modality(context, text, at, end)
            loose = sentence.kind is BlockKind.LIST_ITEM and text[-1:] not in _FULL_STOPS
            lasting = bool(words.times.passing.search(text[at:end]) or words.times.lasting.search(before))
            lasting |= bool(out and words.times.contrasted.match(text, end))
            passing = not whole and (loose or lasting or not (heads or happened))
            main = not out and not words.times.asides.search(before)
            closes = -1 if _apposed(text, at, ends) else max(_closing(text, at, end), _gone_before(context, text, at))
            closes = len(text) if happened else closes  # 某模型今年1月上线，参数量…: of its sentence alone
            closes += sentence.start if closes >= 0 else 0
            heading = Heading(index, mention, period, modality, context.paragraph(index), main, False, passing, closes)
            inner = any(heading.within(outer) for outer in out[-_NEAR:])
            out.append(replace(heading, inner=inner))
    return [replace(h, main=False) if _counted_off(h, out) else h for h in out]


def _gone_before(context: Context, text: str, at: int) -> int:
    """Where 继|2031年突破9亿元|后 ends, of which alone the time at `at` is; -1 where none begins before it."""
    found = context.words.times.gone_before.match(text, max(0, at - 1))
    return found.end() if found else -1


def _apposed(text: str, at: int, ends: Sequence[int]) -> bool:
    """Whether a bracket says again what stands before it: 除夕至正月初六（2月4日至10日）."""
    before = bisect_right(ends, at)
    return before > 0 and not _BROKEN.search(text, ends[before - 1], at - 1)


def _closing(text: str, at: int, end: int) -> int:
    """Where the bracket closes in which a time stands behind something; -1 where it stands in none."""
    opened = text.rfind(_BRACKET, max(0, at - _IN_BRACKET), at)
    return text.find(_CLOSING, end) if opened > 0 and text.find(_CLOSING, opened, at) < 0 else -1


def _counted_off(heading: Heading, row: Sequence[Heading]) -> bool:
    """Whether a heading is one of several of its sentence that follow on each other: 一季度…，二季度…，三季度…."""
    return any(_follow(heading.period, other.period) or _follow(other.period, heading.period) for other in row)


def _follow(first: Period, second: Period) -> bool:
    return first.end is not None and second.start is not None and first.end + _DAY == second.start


def _names_what_is_counted(context: Context, last: Heading, mention: Mention, period: Period) -> bool:
    """截至6月底，2025年贺岁档票房…: the year behind such a day is part of what is counted up to it."""
    article, day = context.article, last.period
    if day.kind is not TimeKind.DAY or day.end is None or period.start is None or period.end is None:
        return False
    between = article.text(last.mention.end, mention.start)
    opened = context.words.times.openers.match(article.text(last.mention.start, last.mention.end))
    named = article.text(mention.start, mention.start + 1).isdigit()  # 截至6月底，今年发送… is of the year
    return bool(opened and named) and len(between) <= 1 and _is_year(period) and period.start <= day.end <= period.end


def _bounded(context: Context, last: Heading, mention: Mention, period: Period) -> bool:
    """Whether a bracket says how far the stretch before it goes: 今年以来（截至10月底）."""
    text = context.article.clean.text
    beside = last.mention.end == mention.start - 1 and text[mention.start - 1] == _BRACKET and period.end is not None
    return beside and context.words.times.openers.match(text, mention.start) is not None


def _joint(context: Context, last: Heading, mention: Mention, period: Period) -> Period | None:
    """The stretch that two times of one sentence make: 自7月1日启运，至7月31日; 截至6月30日，今年."""
    article, words, first = context.article, context.words, last.period
    if period.kind is TimeKind.NOW:
        return _until_now(context, last, mention)
    if first.kind is not TimeKind.DAY or first.end is None or period.start is None:
        return None
    text, start, between = article.clean.text, last.mention.start, article.text(last.mention.end, mention.start)
    if words.times.openers.match(text, start):
        begun = (period.start.month, period.start.day) == (1, 1) and not text[mention.start].isdigit()
        within = period.start <= first.end and (period.end is None or first.end <= period.end)
        return Period(period.start, first.end) if begun and within and len(between) <= 1 else None
    closing = words.times.closers.search(between) or words.times.openers.match(text, mention.start)
    sourced = words.times.sources.match(text, max(article.start, start - 1)) or words.times.sources.match(text, start)
    if not (closing and sourced) or len(between) > _JOINED or any(mark in between for mark in _FULL_STOPS):
        return None
    counted = any(isinstance(m.normal, Quantity) for m in context.begun(last.mention.end, mention.start))
    whole = period.kind is TimeKind.DAY and period.end is not None and first.end < period.end and not counted
    return Period(first.start, period.end) if whole else None


def _until_now(context: Context, last: Heading, mention: Mention) -> Period | None:
    """从2029年开港至今: the stretch from a time up to the day of writing; it may be unknown."""
    text, start = context.article.clean.text, last.mention.start
    between = text[last.mention.end : mention.start]
    sourced = any(context.words.times.sources.match(text, at) for at in (max(context.article.start, start - 1), start))
    near = len(between) <= _JOINED and not any(mark in between for mark in _FULL_STOPS)
    whole = sourced and near and context.words.times.up_to_now.match(text, mention.start)
    return Period(last.period.start, context.written) if whole else None


def _is_year(period: Period) -> bool:
    first, last = period.start, period.end
    return bool(first and last and first.year == last.year and (first.month, last.month) == (1, 12))


def _of_section(context: Context, index: int) -> str | None:
    """What a heading of goals says of the time in it: 二、|2031年|工作安排 is the year of plans; else None."""
    if context.article.sentences[index].kind is not BlockKind.SUBHEADING:
        return None
    modality = section_modalities(context)[index]
    return None if modality == "actual" else modality


def _modality(context: Context, text: str, at: int, end: int) -> str:
    """The modality of what a time heads, by the words around it: 预计2024年, 2024年计划."""
    around = text[max(0, at - BEFORE) : at], _clause_front(text[end : end + _REACH])
    for name, expression in (*context.words.modality, *context.words.weak_modality):
        if expression.search(_clause_end(around[0])) or expression.search(around[1]):
            return name
    return "actual"


def _clause_front(after: str) -> str:
    """3月19日，工船交付，预计…: what stands behind a second comma is said of something else."""
    return re.split("[，。；：！？]", after.lstrip("，"))[0]


def _clause_end(before: str) -> str:
    return re.split("[，。；：！？]", before)[-1]

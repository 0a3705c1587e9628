"""Times that stand inside a noun phrase and are a figure's own: the year of a list, of what is compared or measured."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extract.data import Dimension, Label, Mention, Period, Quantity, Relation, TimeKind
from extract.stages.resolve.adverbials import in_a_title
from extract.stages.resolve.ahead import begins_after
from extract.stages.resolve.context import STATISTIC, Context, first, period_of, place
from extract.stages.resolve.headings import Heading
from extract.stages.resolve.timeless import figure_end

_COMPARED = 40
"""Characters between a base of comparison and the figure that is its own: 同|2020年|第七次普查的90万人|相比."""
_PAIRED = 2
"""Characters of the preposition before such a base: 与."""
_STOPS = "，；：。"
_FIGURES = frozenset({Label.TIME, Label.QUANTITY})
_HONORED = frozenset({"honor"})
_CLAUSE = 40
"""Characters around a figure in which its clause says that it is of a list."""


def described_by(context: Context, relation: Relation) -> Heading | None:
    """二〇一三年十月的零售业销货价值上升6.3%: the time that describes what is measured is the figure's own.

    So is one right before the metric in the figure's clause: 某公司的|三季度|净利润, 昨公布|11月|外销订单9亿元.
    """
    starts = [slot.spans[0][0] for name in ("subject", "metric") if (slot := first(relation, name)) and slot.spans]
    text, tails = context.article.clean.text, context.words.times.tails
    at = place(relation)
    for mention in context.by_sentence[relation.sentence]:
        period, end = period_of(mention), mention.end
        behind = end + 1 in starts and text[end] in tails
        of_owner = text[mention.start - 1 : mention.start] == context.words.of
        inside = text[mention.start - 1 : mention.start] not in _STOPS and _is_stretch(period)
        owned = end in starts and (of_owner or (inside and _beside(text, end, at)))
        if period is None or not (behind or owned):
            continue
        if not _is_base(context, relation.sentence, mention):
            return _heading(relation.sentence, mention, period)
    return None


def _is_stretch(period: Period | None) -> bool:
    return period is not None and period.kind is TimeKind.SPAN and period.end is not None


def _beside(text: str, end: int, at: int) -> bool:
    """Whether a time before the metric stands in the figure's own clause: 公布|11月|外销订单9亿元."""
    return end < at and not any(mark in text[end:at] for mark in _STOPS)


def compared_with(context: Context, relation: Relation) -> Heading | None:
    """较上年末的8亿元增加1亿元, 与2030年的90万人相比: the level compared with is of the base's time."""
    if relation.record_type != STATISTIC or relation.codes.get("measure") != "level":
        return None
    at = place(relation)
    times = [m for m in context.begun(at - _COMPARED, at) if m.label in _FIGURES]
    base = times[-1] if times and times[-1].end <= at else None
    period = period_of(base) if base is not None else None
    if base is None or period is None or period.kind is TimeKind.PART:
        return None
    between = context.article.text(base.end, at)
    if between == context.words.of:
        return _heading(relation.sentence, base, period)  # 由2031年同期的8亿元增加3%至9亿元
    joined = between[-1:] in context.words.times.tails and between
    behind = context.words.time_compared.match(context.article.clean.text, figure_end(relation))
    if any(mark in between for mark in _STOPS) or not (joined or behind):
        return None
    before = context.article.text(max(0, base.start - _PAIRED), base.start)
    paired = behind and context.words.paired_bases.search(before)
    if not paired and not _is_base(context, relation.sentence, base):
        return None
    return _heading(relation.sentence, base, period)


def yearly_noun(context: Context, relation: Relation) -> Heading | None:
    """此次2031年度全市林木普查，共抽选样地90个: the year of the noun that figures without another time are of."""
    if relation.record_type != STATISTIC or relation.codes.get("modality", "actual") != "actual":
        return None
    start = context.article.sentences[relation.sentence].start
    for mention in reversed(context.begun(start, place(relation))):
        period = period_of(mention)
        if period is None or period.kind is not TimeKind.SPAN or not (period.start and period.end):
            continue
        if _names_a_year(context, relation.sentence, mention) and not begins_after(context.written, period):
            return _heading(relation.sentence, mention, period)
    return None


def _names_a_year(context: Context, index: int, mention: Mention) -> bool:
    """Whether a time that gives its year stands in a noun, neither in a title nor as a base or with a figure."""
    text, offset, times = context.sentence_text(index), context.article.sentences[index].start, context.words.times
    at, end = mention.start - offset, mention.end - offset
    if not text[at : at + 4].isdigit() or times.passing.search(text[at:end]) or in_a_title(text, at):
        return False
    if times.gone_before.match(text, max(0, at - 1)):
        return False
    described = text[end : end + 1] in times.tails or times.nouns.match(text, end) or times.leads.search(text[:at])
    return not described and not _is_base(context, index, mention)


def _is_base(context: Context, index: int, mention: Mention) -> bool:
    offset = context.article.sentences[index].start
    return context.words.is_base(context.sentence_text(index), mention.start - offset, mention.end - offset)


def _heading(index: int, mention: Mention, period: Period) -> Heading:
    return Heading(index, mention, period, "actual", 0, True, False, False)


@dataclass(frozen=True)
class YearlyLists:
    """The lists and awards of an article that bear a year, which is the period of what they count."""

    context: Context

    @cached_property
    def named(self) -> list[Heading]:
        """Each as a heading, in text order: 公布2032年优秀方案名单, “2032全省企业100强”."""
        return [heading for index in range(len(self.context.article.sentences)) for heading in self._of_sentence(index)]

    def of(self, relation: Relation) -> Heading | None:
        """The last list before a count of it, else None: 又有9家企业|入围|百强."""
        if not self.named or (relation.record_type != STATISTIC and relation.record_type not in _HONORED):
            return None
        at = place(relation)
        last = bisect_left(self.named, at, key=lambda heading: heading.mention.start)
        found = self.named[last - 1] if last else None
        if found is None or not (found.sentence == relation.sentence or self._counts(relation)):
            return None
        sections = self.context.article.sentences
        return found if sections[found.sentence].section == sections[relation.sentence].section else None

    def _counts(self, relation: Relation) -> bool:
        """Whether the clause of a relation says that what it counts was listed or awarded."""
        if relation.record_type in _HONORED:
            return True
        quantity = relation.slots["quantity"][0].normal
        if isinstance(quantity, Quantity) and quantity.dimension is Dimension.MONEY:
            return False  # 入围企业营业收入90亿元 is of the year before
        at, end = place(relation), figure_end(relation)
        text = self.context.article.clean.text
        sentence = self.context.article.sentences[relation.sentence]
        clause = max(sentence.start, at - _CLAUSE, *(text.rfind(mark, sentence.start, at) for mark in _STOPS))
        rest = text[end : min(sentence.end, end + _CLAUSE)]
        stop = min((i for mark in _STOPS if (i := rest.find(mark)) >= 0), default=len(rest))
        return self.context.words.listing.search(text[clause:end] + rest[:stop]) is not None

    def _of_sentence(self, index: int) -> Iterator[Heading]:
        text, offset = self.context.sentence_text(index), self.context.article.sentences[index].start
        for found in self.context.words.yearly_lists.finditer(text):
            start, end = found.span("year")
            if self.context.words.is_base(text, start, end):
                continue
            year = int(found["year"])
            period = Period(date(year, 1, 1), date(year, 12, 31))
            yield _heading(index, Mention(offset + start, offset + end, Label.TIME, period), period)

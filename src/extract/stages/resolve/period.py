"""Which period: the time that heads the clause, else the nearest earlier one, by the rules of the contract."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from extract.data import BlockKind, Period, Relation, TimeKind
from extract.stages.resolve.ahead import planned_ahead
from extract.stages.resolve.behind import dates_what_stands_before
from extract.stages.resolve.context import Context, first, mapped, place
from extract.stages.resolve.dealt_times import each_time
from extract.stages.resolve.headings import Heading, headings_of
from extract.stages.resolve.inherited_times import TimesBefore, filled
from extract.stages.resolve.named_times import YearlyLists, compared_with, described_by, yearly_noun
from extract.stages.resolve.outline import run_in_parts
from extract.stages.resolve.timeless import (
    TIMELESS,
    describes,
    figure_end,
    is_granted,
    is_scale,
    of_a_session,
    stands,
    undated,
)

_STOPS = "，；：、。"
_NEAREST = 40
"""How many of the times before a figure in its sentence may head its clause."""


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the periods of one article's relations, in their order."""

    context: Context
    by_sentence: Mapping[int, Sequence[Heading]]
    lists: YearlyLists
    before: TimesBefore

    def find(self, relation: Relation) -> Relation:
        """The relation with its period, where there is one."""
        standing = stands(self.context, relation)
        if standing and describes(self.context, relation):
            return relation
        own = self._own(relation)
        listed = self._of_list(relation, own)
        if listed is not None:
            return filled(relation, listed, inherited=listed.sentence != relation.sentence)
        if own is not None:
            self._use(own)
            self.before.told.append(own)
            return filled(relation, own, inherited=False)
        sentence = self.context.article.sentences[relation.sentence]
        alone = sentence.kind is BlockKind.CAPTION or is_scale(relation) or standing
        alone = alone or is_granted(self.context, relation) or self._of_session(relation)
        if alone or self._undated(relation):
            return relation
        inside = yearly_noun(self.context, relation)
        if inside is not None:
            return filled(relation, inside, inherited=False)
        earlier = self.before.earlier(relation)
        earlier = earlier or self.before.described(relation)
        if earlier is not None:
            return filled(relation, earlier, inherited=True)
        return self.before.of_headline(relation)

    # ---- in its own sentence ----------------------------------------------------------------------------------

    def _own(self, relation: Relation) -> Heading | None:
        """The last time before the figure that heads a clause of its sentence, or the one behind it in its clause."""
        named = compared_with(self.context, relation) or described_by(self.context, relation)
        if named is not None:
            return named
        at, end = place(relation), figure_end(relation)
        here = self.by_sentence.get(relation.sentence, ())
        index = bisect_left(here, at, key=lambda heading: heading.mention.start)
        start = self.context.article.sentences[relation.sentence].start
        stop = max(self._last(mark, start, at) for mark in _STOPS)
        metric = first(relation, "metric")
        flows = metric is not None and bool(self.context.words.flow_rates.search(metric.text))
        added = relation.codes.get("measure") == "increment" and relation.rule not in self.context.words.differences
        flows = flows or (added and "basis" not in relation.codes)
        flows = flows and relation.codes.get("modality", "actual") == "actual"
        text, front = self.context.article.clean.text, metric.spans[0][0] if metric and metric.spans else at
        yearly = any(self.context.words.of_a_year.match(text, max(start, front - before)) for before in (0, 1))
        open_to = [_year_of(h) if self._closes(h, flows, yearly) else h for h in here[max(0, index - _NEAREST) : index]]
        open_to = [h for h in open_to if h.mention.end > stop or self._allows(h, relation)]
        before = next((h for h in reversed(open_to) if self._reaches(h, at, stop)), None)
        if before is not None and before.mention.end > stop:
            return before
        behind = next((h for h in here[index:] if h.mention.start >= end), None)
        if behind is not None and dates_what_stands_before(self.context, behind, end):
            return behind
        return before if before is not None and not self._undated(relation) else None

    def _use(self, own: Heading) -> None:
        key = own.period, own.actual
        first_one = self.before.used.get(key)
        if own.period.kind is TimeKind.SPAN and own in self.by_sentence.get(own.sentence, ()):
            if first_one is None or own.mention.start < first_one.mention.start:
                self.before.used[key] = own

    def _closes(self, heading: Heading, flows: bool, yearly: bool) -> bool:
        """年末职工38万人；新增就业2万人: what is new is of that year; so, behind 截至年末, is 年营业收入."""
        mention = heading.mention
        found = self.context.words.year_ends.fullmatch(self.context.article.text(mention.start, mention.end))
        return heading.period.kind is TimeKind.DAY and found is not None and (yearly or (flows and not found["until"]))

    def _allows(self, heading: Heading, relation: Relation) -> bool:
        """3月8日，…交付，预计年产3万吨: what is expected is not of the day on which something happened."""
        modality = str(relation.codes.get("modality", "actual"))
        written, last = self.context.written, heading.period.end
        opened = self.context.words.times.openers.match(self.context.article.clean.text, heading.mention.start)
        over = last is not None and (last <= written if written is not None else opened is not None)  # 截至6月底
        told = heading.period.kind is TimeKind.DAY and over
        return modality == "actual" or not heading.actual or not (told or self.before.over(heading.period, modality))

    def _last(self, mark: str, start: int, end: int) -> int:
        return self.context.article.clean.text.rfind(mark, start, end)

    def _reaches(self, heading: Heading, at: int, stop: int) -> bool:
        """去年同期为8亿元 ends with its clause; 其中9月 within 1—9月 with the next semicolon."""
        if heading.closes >= 0:
            return at < heading.closes
        if heading.passing:
            return heading.mention.end > stop
        return not (heading.inner and self._last("；", heading.mention.end, at) >= 0)

    def _of_list(self, relation: Relation, own: Heading | None) -> Heading | None:
        """The year in the name of the list or award that counts are of, where no stretch is told behind it."""
        named = self.lists.of(relation)
        if named is None or (own is not None and own.period.kind is TimeKind.SPAN):
            return None
        if named.sentence == relation.sentence:
            return named
        earlier = self.before.earlier(relation) if own is None else own
        return named if earlier is None or earlier.mention.start < named.mention.start else None

    def _undated(self, relation: Relation) -> bool:
        return undated(self.context, relation, self.by_sentence.get(relation.sentence, ()))

    def _of_session(self, relation: Relation) -> bool:
        """会上，…: of the meeting's days where the sentence before tells of several, else of no time that is known."""
        before = self.by_sentence.get(relation.sentence - 1, ())
        beside = self.context.paragraph(relation.sentence - 1) == self.context.paragraph(relation.sentence)
        held = any(r.record_type == "event" and r.sentence == relation.sentence - 1 for r in self.context.things)
        told = held and beside and any(h.period.kind is TimeKind.SPAN and h.actual for h in before)
        return not told and of_a_session(self.context, relation)


def resolve_period(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `period`; a period that begins after publication makes an unmarked figure `planned`."""
    headings = headings_of(context)
    by_sentence = {index: list(row) for index, row in groupby(headings, key=lambda heading: heading.sentence)}
    lasting = [heading for heading in headings if _lasts(context, heading)]
    counted = frozenset(relation.sentence for relation in relations)
    before = TimesBefore(context, by_sentence, lasting, {}, run_in_parts(context), counted, [])
    search = _Search(context, by_sentence, YearlyLists(context), before)
    out: list[Relation] = []
    for relation in relations:
        timeless = relation.record_type in TIMELESS or relation.codes.get("timeless")
        if not timeless and "period" not in relation.slots:
            relation = search.find(relation)
        out.append(relation)
    return mapped(each_time(context, out), lambda relation: planned_ahead(context, relation))


def _year_of(heading: Heading) -> Heading:
    """The whole year that a last day closes."""
    last = heading.period.end
    return heading if last is None else replace(heading, period=Period(date(last.year, 1, 1), last))


def _lasts(context: Context, heading: Heading) -> bool:
    """Whether a heading may serve other sentences: neither a single day nor one of its clause or bracket alone."""
    caption = context.article.sentences[heading.sentence].kind is BlockKind.CAPTION
    return not (caption or heading.period.kind is TimeKind.DAY or heading.passing or heading.closes >= 0)

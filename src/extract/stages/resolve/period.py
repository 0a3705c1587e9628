"""Which period: the time that heads the clause, else the nearest earlier one, by the rules of the contract."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from extract.data import BlockKind, Filler, Period, Relation, TimeKind
from extract.stages.resolve.ahead import begins_after, planned_ahead
from extract.stages.resolve.behind import dates_what_stands_before
from extract.stages.resolve.context import Context, fill, first, mapped, period_of, place
from extract.stages.resolve.dealt_times import each_time
from extract.stages.resolve.headings import Heading, headings_of
from extract.stages.resolve.named_times import YearlyLists, compared_with, described_by, yearly_noun
from extract.stages.resolve.outline import standing_over
from extract.stages.resolve.timeless import TIMELESS, describes, figure_end, is_scale, stands, undated

_CLOSING = timedelta(days=120)
"""How long after its end a year is still estimated: 预计2019年度净利润, in January 2020."""
_CLOSES = timedelta(days=60)
"""How long before its end: 预计2019年度净利润, in December 2019."""
_HALF = timedelta(days=183)
_STOPS = "，；：、。"
_NEAREST = 40
"""How many of the times before a figure in its sentence may head its clause."""


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the periods of one article's relations, in their order."""

    context: Context
    by_sentence: Mapping[int, Sequence[Heading]]
    lists: YearlyLists
    lasting: Sequence[Heading]
    """Those that may serve other sentences."""
    used: dict[tuple[Period, bool], Heading]
    """The first heading of each stretch, of facts and of plans, that has headed a figure's own clause so far."""
    told: list[Heading]
    """The times that figures had of their own so far, those that head no clause too."""

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
            self.told.append(own)
            return filled(relation, own, inherited=False)
        sentence = self.context.article.sentences[relation.sentence]
        alone = sentence.kind is BlockKind.CAPTION or is_scale(relation) or standing
        if alone or self._undated(relation):
            return relation
        inside = yearly_noun(self.context, relation)
        if inside is not None:
            return filled(relation, inside, inherited=False)
        earlier = self._earlier(relation)
        earlier = earlier or self._described(relation)
        if earlier is not None:
            return filled(relation, earlier, inherited=True)
        return self._of_headline(relation)

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
        open_to = [_year_of(h) if flows and self._closes(h) else h for h in here[max(0, index - _NEAREST) : index]]
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
        first_one = self.used.get(key)
        if own.period.kind is TimeKind.SPAN and own in self.by_sentence.get(own.sentence, ()):
            if first_one is None or own.mention.start < first_one.mention.start:
                self.used[key] = own

    def _closes(self, heading: Heading) -> bool:
        """年末从业人员38万人；新增就业2万人: what is new is of the year that 年末 closes."""
        mention = heading.mention
        text = self.context.article.text(mention.start, mention.end)
        return heading.period.kind is TimeKind.DAY and self.context.words.year_ends.fullmatch(text) is not None

    def _allows(self, heading: Heading, relation: Relation) -> bool:
        """3月8日，…交付，预计年产3万吨: what is expected is not of the day on which something happened."""
        modality = str(relation.codes.get("modality", "actual"))
        written, last = self.context.written, heading.period.end
        opened = self.context.words.times.openers.match(self.context.article.clean.text, heading.mention.start)
        over = last is not None and (last <= written if written is not None else opened is not None)  # 截至6月底
        told = heading.period.kind is TimeKind.DAY and over
        return modality == "actual" or not heading.actual or not (told or self._over(heading.period, modality))

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
        earlier = self._earlier(relation) if own is None else own
        return named if earlier is None or earlier.mention.start < named.mention.start else None

    def _undated(self, relation: Relation) -> bool:
        return undated(self.context, relation, self.by_sentence.get(relation.sentence, ()))

    # ---- from before ------------------------------------------------------------------------------------------

    def _earlier(self, relation: Relation) -> Heading | None:
        article, modality = self.context.article, relation.codes.get("modality", "actual")
        sentence = article.sentences[relation.sentence]
        end = bisect_left(self.lasting, relation.sentence, key=lambda heading: heading.sentence)
        for index in range(end - 1, -1, -1):
            heading = self.lasting[index]
            other = article.sentences[heading.sentence]
            if other.section != sentence.section and heading.sentence != 0:
                return self._of_outline(sentence.section, str(modality))
            if heading.period.kind in {TimeKind.NOW, TimeKind.RECENT}:
                if modality == "actual" and not self._closed(heading, relation):
                    return heading
                continue  # no goal is of today
            serves = self._serves(heading, str(modality), relation.sentence) or self._estimates(heading, relation)
            if serves and not self._inner(heading, relation):
                return heading
        return self._of_outline(sentence.section, str(modality))

    def _described(self, relation: Relation) -> Heading | None:
        """The last stretch that told of a fact of the section, where none heads a clause: 1月的销量为3万台。其中…."""
        sections, last = self.context.article.sentences, self.told[-1] if self.told else None
        if last is None or last.period.kind is not TimeKind.SPAN or relation.codes.get("modality") != "actual":
            return None
        near = sections[last.sentence].section == sections[relation.sentence].section
        lone = last not in self.by_sentence.get(last.sentence, ())
        return last if near and lone and not self._ahead(last.period) else None

    def _closed(self, now: Heading, relation: Relation) -> bool:
        """目前，企业…。3月末，存款9亿元。 What goes on behind a later day is not of a today that is not known."""
        if now.period.kind is not TimeKind.NOW or now.period.end is not None:
            return False
        between = range(now.sentence + 1, relation.sentence)
        return any(h.period.kind is TimeKind.DAY and h.actual for i in between for h in self.by_sentence.get(i, ()))

    def _of_outline(self, section: int, modality: str) -> Heading | None:
        """The period of the innermost heading over a section that names one: 2031年工作回顾 over 一、港口建设."""
        for index in reversed(standing_over(self.context).get(section, ())):
            for heading in self.by_sentence.get(index, ()):
                if heading.period.kind is TimeKind.SPAN and self._serves(heading, modality, index):
                    return heading
        return None

    def _serves(self, heading: Heading, modality: str, index: int) -> bool:
        """Whether a heading's period may serve a sentence's clause of a modality; a forecast's is no later plan's."""
        if (modality == "actual") is not heading.actual:
            return False
        if modality == "actual":
            return not self._ahead(heading.period)
        guessed = heading.modality == "forecast" and modality != "forecast"
        near = not guessed or heading.paragraph == self.context.paragraph(index)
        return near and not self._over(heading.period, modality)

    def _estimates(self, heading: Heading, relation: Relation) -> bool:
        """2031年，…。预计：全市产值90亿元: what opens with 预计 at a year's end is an estimate of the year told of."""
        written, period = self.context.written, heading.period
        if not heading.actual or period.start is None or period.end is None or period.end - period.start <= _HALF:
            return False
        if written is None:  # of a review, whose day is not known
            closing = heading.paragraph == self.context.paragraph(relation.sentence)
        else:
            closing = period.end - _CLOSES <= written <= period.end + _CLOSING
        opened = self.context.words.wide[0][1].match(self.context.sentence_text(relation.sentence))
        return bool(closing and opened and relation.codes.get("modality") == "forecast")

    def _inner(self, heading: Heading, relation: Relation) -> bool:
        """A part of a period that has figures of its own serves its paragraph, or its sentence if it came second.

        全年营收300亿元。四季度营收70亿元。 The next paragraph goes on with the year.
        """
        if heading.main and heading.paragraph == self.context.paragraph(relation.sentence):
            return False
        return any(
            outer.actual is heading.actual and outer.mention.start < heading.mention.start and heading.within(outer)
            for outer in self.used.values()
        )

    def _of_headline(self, relation: Relation) -> Relation:
        """The headline's period, wherever it stands in it; a fact takes one that is over, a plan one that is not."""
        modality = str(relation.codes.get("modality", "actual"))
        for index, sentence in enumerate(self.context.article.sentences):
            if sentence.kind not in (BlockKind.HEADLINE, BlockKind.DIGEST):
                continue
            for mention in self.context.by_sentence[index]:
                period = period_of(mention)
                if period is None or period.kind is not TimeKind.SPAN:
                    continue
                written = self.context.written
                over = written is None or (period.end is not None and period.end <= written)
                closing = modality == "forecast" and written is not None and not self._over(period, modality)
                if closing or over is (modality == "actual"):
                    heading = Heading(index, mention, period, modality, 0, True, False, False)
                    return filled(relation, heading, inherited=True)
        return relation

    def _over(self, period: Period, modality: str) -> bool:
        written = self.context.written
        grace = _CLOSING if modality == "forecast" else timedelta(0)
        return bool(written and period.end and period.end < written - grace)

    def _ahead(self, period: Period) -> bool:
        return begins_after(self.context.written, period)


def resolve_period(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `period`; a period that begins after publication makes an unmarked figure `planned`."""
    headings = headings_of(context)
    by_sentence = {index: list(row) for index, row in groupby(headings, key=lambda heading: heading.sentence)}
    lasting = [heading for heading in headings if _lasts(context, heading)]
    search = _Search(context, by_sentence, YearlyLists(context), lasting, {}, [])
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


def filled(relation: Relation, heading: Heading, *, inherited: bool) -> Relation:
    """The relation with a heading's period; without one where neither end is known."""
    period = heading.period
    if period.start is None and period.end is None:
        return relation
    mention = heading.mention
    filler = Filler(((mention.start, mention.end),), "", period)
    return fill(relation, "period", filler, inherited=inherited)

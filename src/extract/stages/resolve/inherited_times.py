"""The period that a clause without one takes from before: the nearest that heads a clause, else the headline's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from extract.data import BlockKind, Filler, Period, Quantity, Relation, TimeKind
from extract.stages.resolve.ahead import begins_after
from extract.stages.resolve.context import Context, fill, period_of, place
from extract.stages.resolve.headings import Heading
from extract.stages.resolve.outline import standing_over

_CLOSING = timedelta(days=120)
"""How long after its end a year is still estimated: 预计2019年度净利润, in January 2020."""
_CLOSES = timedelta(days=60)
"""How long before its end: 预计2019年度净利润, in December 2019."""
_HALF = timedelta(days=183)
_YEARS = "a"


@dataclass(frozen=True, slots=True)
class TimesBefore:
    """What the sentences of an article before a relation tell of its period."""

    context: Context
    by_sentence: Mapping[int, Sequence[Heading]]
    lasting: Sequence[Heading]
    """Those that may serve other sentences."""
    used: dict[tuple[Period, bool], Heading]
    """The first heading of each stretch, of facts and of plans, that has headed a figure's own clause so far."""
    parts: Sequence[int]
    """Which part of the text each sentence stands in, by the headings within its paragraphs."""
    counted: frozenset[int]
    """The sentences that a record was read from."""
    told: list[Heading]
    """The times that figures had of their own so far, those that head no clause too."""

    def earlier(self, relation: Relation) -> Heading | None:
        """The nearest heading before its sentence that may serve a relation."""
        article, modality = self.context.article, relation.codes.get("modality", "actual")
        sentence = article.sentences[relation.sentence]
        end = bisect_left(self.lasting, relation.sentence, key=lambda heading: heading.sentence)
        summed = self._summed(relation, end)
        if summed is not None:
            return summed
        for index in range(end - 1, -1, -1):
            heading = self.lasting[index]
            other = article.sentences[heading.sentence]
            apart = other.section != sentence.section or self.parts[heading.sentence] != self.parts[relation.sentence]
            if apart and heading.sentence != 0:
                return self._of_outline(sentence.section, str(modality))
            if heading.period.kind in {TimeKind.NOW, TimeKind.RECENT}:
                if heading.sentence not in self.counted and heading.period.end is None:
                    continue  # 前段时间，煤价忽高忽低。 tells of nothing that is a record
                if modality == "actual" and not self._closed(heading, relation):
                    return heading
                continue  # no goal is of today
            serves = self._serves(heading, str(modality), relation.sentence) or self._estimates(heading, relation)
            if serves and not self._inner(heading, relation):
                return heading
        return self._of_outline(sentence.section, str(modality))

    def _summed(self, relation: Relation, end: int) -> Heading | None:
        """五年累计新增就业3万人: the stretch of so many years that was told of before, if there is one."""
        start = self.context.article.sentences[relation.sentence].start
        for mention in self.context.begun(start, place(relation)):
            years = mention.normal
            if not isinstance(years, Quantity) or years.unit != _YEARS:
                continue
            if self.context.words.times.summed.match(self.context.article.clean.text, mention.end):
                row = reversed(self.lasting[:end])
                return next((h for h in row if h.actual and _years_of(h.period) == years.value), None)
        return None

    def described(self, relation: Relation) -> Heading | None:
        """The last stretch of a figure of its paragraph, where none heads a clause: 1月的销量为3万台。其中…."""
        last = self.told[-1] if self.told else None
        if last is None or last.period.kind is not TimeKind.SPAN or relation.codes.get("modality") != "actual":
            return None
        listed = self.context.article.sentences[relation.sentence].kind is BlockKind.LIST_ITEM
        near = self.context.paragraph(last.sentence) == self.context.paragraph(relation.sentence) and not listed
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
        if modality != "actual" and heading.actual:  # 到2031年，电站达到90座。其中，…
            parts = self.context.words.parts.match(self.context.sentence_text(index))
            return heading.sentence == index - 1 and parts is not None and self._ahead(heading.period)
        if (modality == "actual") is not heading.actual:
            return False
        if modality == "actual":
            return not self._ahead(heading.period)
        guessed = heading.modality == "forecast" and modality != "forecast"
        near = not guessed or heading.paragraph == self.context.paragraph(index)
        return near and not self.over(heading.period, modality)

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

    def of_headline(self, relation: Relation) -> Relation:
        """The headline's period, wherever it stands in it; a fact takes one that is over, a plan one that is not."""
        modality = str(relation.codes.get("modality", "actual"))
        for index, sentence in enumerate(self.context.article.sentences):
            if sentence.kind not in (BlockKind.HEADLINE, BlockKind.DIGEST):
                continue
            for mention in self.context.by_sentence[index]:
                period = period_of(mention)
                if period is None or period.kind is not TimeKind.SPAN:
                    continue
                if self.context.words.times.occasions.match(self.context.article.clean.text, mention.end):
                    continue  # 2031年第三季度|重大项目集中开工活动举行
                written = self.context.written
                over = written is None or (period.end is not None and period.end <= written)
                closing = modality == "forecast" and written is not None and not self.over(period, modality)
                planning = self.context.words.times.planning.search(self.context.sentence_text(index))
                if written is None and modality in {"target", "planned"} and planning:
                    closing = True  # 2031年国民经济和社会发展计划: what it sets is of that year
                if closing or over is (modality == "actual"):
                    heading = Heading(index, mention, period, modality, 0, True, False, False)
                    return filled(relation, heading, inherited=True)
        return relation

    def over(self, period: Period, modality: str) -> bool:
        """Whether a plan, or a forecast, is no longer of a period, since it was over at publication."""
        written = self.context.written
        grace = _CLOSING if modality == "forecast" else timedelta(0)
        return bool(written and period.end and period.end < written - grace)

    def _ahead(self, period: Period) -> bool:
        return begins_after(self.context.written, period)


def _years_of(period: Period) -> int | None:
    """How many calendar years a stretch is; None for one that is not made of whole years."""
    first, last = period.start, period.end
    if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    return last.year - first.year + 1


def filled(relation: Relation, heading: Heading, *, inherited: bool) -> Relation:
    """The relation with a heading's period; without one where neither end is known."""
    period = heading.period
    if period.start is None and period.end is None:
        return relation
    mention = heading.mention
    filler = Filler(((mention.start, mention.end),), "", period)
    return fill(relation, "period", filler, inherited=inherited)

"""Which period: the time that heads the clause, else the nearest earlier one, by the rules of the contract."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from extract.data import BlockKind, Bound, Filler, Period, Quantity, Relation, TimeKind
from extract.stages.resolve.context import STATISTIC, Context, fill, first, period_of, place
from extract.stages.resolve.headings import Heading, headings_of

_TIMELESS = frozenset({"role"})
_CLOSING = timedelta(days=120)
"""How long after its end a year is still estimated: 预计2019年度净利润, in January 2020."""
_STOPS = "，；：、。"
_NEAREST = 40
"""How many of the times before a figure in its sentence may head its clause."""
_UNDATED = 120
"""Characters before a figure in which 达产后 says that its day is not known."""
_CLAUSE = 60
"""Characters within which a time behind a figure is in its clause."""


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the periods of one article's relations, in their order."""

    context: Context
    headings: Sequence[Heading]
    by_sentence: Mapping[int, Sequence[Heading]]
    used: set[int]
    """Where the times stand that head a figure's own clause, of the figures so far."""

    def find(self, relation: Relation) -> Relation:
        """The relation with its period, where there is one."""
        standing = self._stands(relation)
        if standing and self._describes(relation):
            return relation
        own = self._own(relation)
        if own is not None:
            self.used.add(own.mention.start)
            return filled(relation, own, inherited=False)
        listed = self._of_list(relation)
        if listed is not None:
            return filled(relation, listed, inherited=False)
        sentence = self.context.article.sentences[relation.sentence]
        alone = sentence.kind is BlockKind.CAPTION or _is_scale(relation) or standing
        if alone or self._without(relation):
            return relation
        earlier = self._earlier(relation)
        if earlier is not None:
            return filled(relation, earlier, inherited=True)
        return self._of_headline(relation)

    # ---- in its own sentence ----------------------------------------------------------------------------------

    def _own(self, relation: Relation) -> Heading | None:
        """The last time before the figure that heads a clause of its sentence, or the one behind it in its clause."""
        named = self._named(relation)
        if named is not None:
            return named
        at, end = place(relation), _figure_end(relation)
        here = self.by_sentence.get(relation.sentence, ())
        index = bisect_left(here, at, key=lambda heading: heading.mention.start)
        start = self.context.article.sentences[relation.sentence].start
        stop = max(self._last(mark, start, at) for mark in _STOPS)
        metric = first(relation, "metric")
        flows = metric is not None and bool(self.context.words.flow_rates.search(metric.text))
        flows = flows or (relation.codes.get("measure") == "increment" and "basis" not in relation.codes)
        open_to = [h for h in here[max(0, index - _NEAREST) : index] if not (flows and self._closes(h))]
        open_to = [h for h in open_to if h.mention.end > stop or self._allows(h, relation)]
        before = next((h for h in reversed(open_to) if self._reaches(h, at, stop)), None)
        if before is not None and before.mention.end > stop:
            return before
        behind = next((h for h in here[index:] if h.mention.start >= end), None)
        if behind is not None and self._names_it(behind, end):
            return behind
        if (
            behind is not None
            and not behind.passing
            and behind.closes < 0
            and not self._marks(end, behind.mention.start)
        ):
            if not self._figures_between(relation.sentence, end, behind.mention.start):
                return behind
        return before if before is not None and not self._without(relation) else None

    def _closes(self, heading: Heading) -> bool:
        """年末从业人员38万人；新增就业2万人: what is new is of the year that 年末 closes."""
        mention = heading.mention
        text = self.context.article.text(mention.start, mention.end)
        return heading.period.kind is TimeKind.DAY and self.context.words.year_ends.fullmatch(text) is not None

    def _allows(self, heading: Heading, relation: Relation) -> bool:
        """3月8日，…交付，预计年产3万吨: what is expected is not of the day on which something happened."""
        modality = str(relation.codes.get("modality", "actual"))
        written, last = self.context.written, heading.period.end
        told = heading.period.kind is TimeKind.DAY and written is not None and last is not None and last <= written
        return modality == "actual" or not heading.actual or not (told or self._over(heading.period, modality))

    def _names_it(self, behind: Heading, end: int) -> bool:
        """增长19%（1—5月）: the bracket right behind a figure holds its time alone."""
        text = self.context.article.clean.text
        start, stop = behind.mention.start, behind.mention.end
        return text[end:start] == self.context.words.brackets[0] and text[stop] == self.context.words.brackets[1]

    def _named(self, relation: Relation) -> Heading | None:
        """二〇一三年十月的零售业销货价值上升6.3%: the time that describes what is measured is the figure's own."""
        starts = [slot.spans[0][0] for name in ("subject", "metric") if (slot := first(relation, name)) and slot.spans]
        text = self.context.article.clean.text
        for mention in self.context.by_sentence[relation.sentence]:
            period, end = period_of(mention), mention.end + 1
            if period is None or end not in starts or text[mention.end] not in self.context.words.time_tails:
                continue
            offset = self.context.article.sentences[relation.sentence].start
            whole = self.context.sentence_text(relation.sentence)
            if not self.context.words.is_base(whole, mention.start - offset, mention.end - offset):
                return Heading(relation.sentence, mention, period, "actual", 0, False, False, True)
        return None

    def _last(self, mark: str, start: int, end: int) -> int:
        return self.context.article.clean.text.rfind(mark, start, end)

    def _marks(self, start: int, end: int) -> bool:
        return end - start > _CLAUSE or any(char in _STOPS for char in self.context.article.text(start, end))

    def _reaches(self, heading: Heading, at: int, stop: int) -> bool:
        """去年同期为8亿元 ends with its clause; 其中9月 within 1—9月 with the next semicolon."""
        if heading.closes >= 0:
            return at < heading.closes
        if heading.passing:
            return heading.mention.end > stop
        return not (heading.inner and self._last("；", heading.mention.end, at) >= 0)

    def _figures_between(self, index: int, start: int, end: int) -> bool:
        row = self.context.by_sentence[index]
        first_inside = bisect_left(row, start, key=lambda mention: mention.start)
        last = bisect_left(row, end, key=lambda mention: mention.start)
        return any(isinstance(mention.normal, Quantity) for mention in row[first_inside:last])

    def _of_list(self, relation: Relation) -> Heading | None:
        """The year in the name of a list is the period of its counts: 公布2022年优秀方案名单，共有191个."""
        context, words = self.context, self.context.words
        sentence = context.article.sentences[relation.sentence]
        text = context.sentence_text(relation.sentence)
        for mention in context.by_sentence[relation.sentence]:
            period = period_of(mention)
            at, end = mention.start - sentence.start, mention.end - sentence.start
            if period is None or mention.end > place(relation) or words.is_base(text, at, end):
                continue
            if period.kind is TimeKind.SPAN and words.yearly_lists.match(text, end):
                return Heading(relation.sentence, mention, period, "actual", 0, True, False, False)
        return None

    def _without(self, relation: Relation) -> bool:
        """达产后 says that the day is not known."""
        before = self.context.before(relation, _UNDATED)
        found = list(self.context.words.undated.finditer(before))
        return bool(found) and not self._dated_forecast(relation)

    def _stands(self, relation: Relation) -> bool:
        """A length or a design speed has no time."""
        standing, metric = self.context.words.standing_metrics, first(relation, "metric")
        return bool(
            (metric and standing.search(metric.text)) or standing.search(self.context.before(relation, _CLAUSE))
        )

    def _describes(self, relation: Relation) -> bool:
        """全长671公里的铁路: what the figure describes comes behind it; or a thing was designed so."""
        end, metric = _figure_end(relation), first(relation, "metric")
        if self.context.article.text(end, end + 1) in self.context.words.time_tails:
            return True
        designed = self.context.words.designed
        return bool(
            (metric and designed.search(metric.text)) or designed.search(self.context.before(relation, _CLAUSE))
        )

    def _dated_forecast(self, relation: Relation) -> bool:
        """预计明年6月投产，达产后年产值5亿元: the forecast's date serves its effects."""
        return any(
            h.mention.start < place(relation) and not h.actual for h in self.by_sentence.get(relation.sentence, ())
        )

    # ---- from before ------------------------------------------------------------------------------------------

    def _earlier(self, relation: Relation) -> Heading | None:
        article, modality = self.context.article, relation.codes.get("modality", "actual")
        sentence = article.sentences[relation.sentence]
        end = bisect_left(self.headings, relation.sentence, key=lambda heading: heading.sentence)
        for heading in reversed(self.headings[:end]):
            other = article.sentences[heading.sentence]
            if other.kind is BlockKind.CAPTION or heading.period.kind is TimeKind.DAY or heading.passing:
                continue
            if heading.closes >= 0:
                continue
            if other.section != sentence.section and heading.sentence != 0:
                break
            if heading.period.kind in {TimeKind.NOW, TimeKind.RECENT}:
                if modality == "actual":
                    return heading
                continue  # no goal is of today
            if self._serves(heading, str(modality)) and not self._inner(heading, relation):
                return heading
        return None

    def _serves(self, heading: Heading, modality: str) -> bool:
        """Whether a heading's period may be that of a clause of a modality."""
        if (modality == "actual") is not heading.actual:
            return False
        if modality == "actual":
            return not self._ahead(heading.period)
        return not self._over(heading.period, modality)

    def _inner(self, heading: Heading, relation: Relation) -> bool:
        """A part of a period that has figures of its own serves its paragraph, or its sentence if it came second.

        全年营收300亿元。四季度营收70亿元。 The next paragraph goes on with the year.
        """
        if heading.main and heading.paragraph == self.context.paragraph(relation.sentence):
            return False
        end = bisect_left(self.headings, heading.mention.start, key=lambda outer: outer.mention.start)
        return any(
            outer.mention.start in self.used
            and outer.period.kind is TimeKind.SPAN
            and outer.actual is heading.actual
            and heading.within(outer)
            for outer in self.headings[:end]
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
        return _begins_after(self.context.written, period)


def resolve_period(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `period`; a period that begins after publication makes an unmarked figure `planned`."""
    headings = headings_of(context)
    by_sentence = {index: list(row) for index, row in groupby(headings, key=lambda heading: heading.sentence)}
    search = _Search(context, headings, by_sentence, set())
    out: list[Relation] = []
    for relation in relations:
        timeless = relation.record_type in _TIMELESS or relation.codes.get("timeless")
        if not timeless and "period" not in relation.slots:
            relation = search.find(relation)
        out.append(_marked(context, relation))
    return tuple(out)


def filled(relation: Relation, heading: Heading, *, inherited: bool) -> Relation:
    """The relation with a heading's period; without one where neither end is known."""
    period = heading.period
    if period.start is None and period.end is None:
        return relation
    mention = heading.mention
    filler = Filler(((mention.start, mention.end),), "", period)
    return fill(relation, "period", filler, inherited=inherited)


def _figure_end(relation: Relation) -> int:
    figures = relation.slots.get("quantity")
    return figures[0].spans[-1][1] if figures and relation.record_type == STATISTIC else relation.end


def _is_scale(relation: Relation) -> bool:
    """A 万亿级 figure has only a period that its own clause names."""
    quantity = relation.slots["quantity"][0].normal if "quantity" in relation.slots else None
    return isinstance(quantity, Quantity) and quantity.bound is Bound.SCALE


def _begins_after(day: date | None, period: Period) -> bool:
    """Whether a period is still to come; 年底前 is, where its end is."""
    first_day = period.start or period.end
    return day is not None and first_day is not None and first_day > day


def _marked(context: Context, relation: Relation) -> Relation:
    filler = relation.slots.get("period")
    if filler is None or relation.codes.get("modality", "actual") != "actual":
        return relation
    period = filler[0].normal
    if not isinstance(period, Period):
        return relation
    if relation.record_type not in _TIMELESS and _begins_after(context.written, period):
        at = relation.slots["period"][0].spans[0][0]
        until = relation.record_type == STATISTIC and context.article.text(at - 1, at) in context.words.until
        return relation.having(codes={**relation.codes, "modality": "target" if until else "planned"})
    return relation

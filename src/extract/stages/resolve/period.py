"""Which period: the time that heads the clause, else the nearest earlier one, by the rules of the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import BlockKind, Bound, Filler, Label, Mention, Period, Quantity, Relation, TimeKind
from extract.stages.resolve.context import STATISTIC, Context, fill, period_of, place

_TIMELESS = frozenset({"role"})
_REACH = 16
"""Characters after a time in which a word of modality makes it a plan's."""
_LEADING = "，。；：、！？（\n"


@dataclass(frozen=True, slots=True)
class _Heading:
    """A time that heads a clause."""

    sentence: int
    mention: Mention
    period: Period
    actual: bool
    """Whether what follows it in its sentence has happened: a plan's period is no fact's, nor the other way round."""


def resolve_period(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `period`; a period that begins after publication makes an unmarked figure `planned`."""
    headings = [h for i in range(len(context.article.sentences)) for h in _headings(context, i)]
    out: list[Relation] = []
    for relation in relations:
        timeless = relation.record_type in _TIMELESS or relation.codes.get("timeless")
        if not timeless and "period" not in relation.slots:
            relation = _find(context, relation, headings, out)
        out.append(_marked(context, relation))
    return tuple(out)


def _headings(context: Context, index: int) -> list[_Heading]:
    out = []
    sentence = context.article.sentences[index]
    text = context.sentence_text(index)
    names = {m.end - sentence.start for m in context.by_sentence[index] if m.label in {Label.ORG, Label.PLACE}}
    for mention in context.by_sentence[index]:
        period = period_of(mention)
        if period is None or period.kind is TimeKind.PART:
            continue
        at, end = mention.start - sentence.start, mention.end - sentence.start
        if context.words.bases.search(text[:at]) or text[end : end + 1] in context.words.time_tails:
            continue
        lead = text[at - 1 : at] if at else ""
        adverbial = not lead or lead in _LEADING or at in names or lead in context.words.time_leads
        if adverbial:
            following = text[end : end + _REACH]
            actual = not any(
                words.search(following) for _, words in (*context.words.modality, *context.words.weak_modality)
            )
            out.append(_Heading(index, mention, period, actual))
    return out


def _find(context: Context, relation: Relation, headings: Sequence[_Heading], done: Sequence[Relation]) -> Relation:
    here = [h for h in headings if h.sentence == relation.sentence and h.mention.start < place(relation)]
    if here:
        return _filled(relation, here[-1], inherited=False)
    listed = _of_list(context, relation)
    if listed:
        return _filled(relation, listed, inherited=False)
    article = context.article
    sentence = article.sentences[relation.sentence]
    if sentence.kind is BlockKind.CAPTION or _is_scale(relation):
        return relation
    modality = relation.codes.get("modality", "actual")
    for heading in reversed([h for h in headings if h.sentence < relation.sentence]):
        other = article.sentences[heading.sentence]
        if other.kind is BlockKind.CAPTION or heading.period.kind is TimeKind.DAY:
            continue
        if other.section != sentence.section and heading.sentence != 0:
            break
        if heading.period.kind in {TimeKind.NOW, TimeKind.RECENT}:
            return _filled(relation, heading, inherited=True)
        if (modality == "actual") is not heading.actual:
            continue
        if modality != "actual" and _over(context, heading.period):
            continue
        if modality == "actual" and _ahead(context, heading.period):
            continue
        return _filled(relation, heading, inherited=True)
    return _of_headline(context, relation)


def _of_headline(context: Context, relation: Relation) -> Relation:
    """The headline's period, wherever it stands in it; a fact takes one that is over, a plan one that is not."""
    for index, sentence in enumerate(context.article.sentences):
        if sentence.kind is not BlockKind.HEADLINE:
            continue
        for mention in context.by_sentence[index]:
            period = period_of(mention)
            if period is None or period.kind is not TimeKind.SPAN:
                continue
            published = context.article.published
            over = published is None or (period.end is not None and period.end <= published)
            if over is (relation.codes.get("modality", "actual") == "actual"):
                return _filled(relation, _Heading(index, mention, period, over), inherited=True)
    return relation


def _of_list(context: Context, relation: Relation) -> _Heading | None:
    """The year in the name of a list is the period of its counts: 公布2022年优秀方案名单，共有191个."""
    sentence = context.article.sentences[relation.sentence]
    text = context.sentence_text(relation.sentence)
    for mention in context.by_sentence[relation.sentence]:
        period = period_of(mention)
        at, end = mention.start - sentence.start, mention.end - sentence.start
        if period is None or mention.end > place(relation) or context.words.bases.search(text[:at]):
            continue
        if period.kind is TimeKind.SPAN and context.words.yearly_lists.match(text, end):
            return _Heading(relation.sentence, mention, period, True)
    return None


def _is_scale(relation: Relation) -> bool:
    """A 万亿级 figure has only a period that its own clause names."""
    quantity = relation.slots["quantity"][0].normal if "quantity" in relation.slots else None
    return isinstance(quantity, Quantity) and quantity.bound is Bound.SCALE


def _over(context: Context, period: Period) -> bool:
    published = context.article.published
    return bool(published and period.end and period.end < published)


def _ahead(context: Context, period: Period) -> bool:
    published = context.article.published
    return bool(published and period.start and period.start > published)


def _filled(relation: Relation, heading: _Heading, *, inherited: bool) -> Relation:
    period = heading.period
    if period.start is None and period.end is None:
        return relation
    mention = heading.mention
    filler = Filler(((mention.start, mention.end),), "", replace(period))
    return fill(relation, "period", filler, inherited=inherited)


def _marked(context: Context, relation: Relation) -> Relation:
    filler = relation.slots.get("period")
    period = filler[0].normal if filler else None
    if relation.codes.get("modality", "actual") != "actual" or not isinstance(period, Period):
        return relation
    if relation.record_type == STATISTIC and _ahead(context, period):
        return replace(relation, codes={**relation.codes, "modality": "planned"})
    return relation

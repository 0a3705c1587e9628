"""Whose figure: the name in the clause, else in the clauses and sentences before, else what the article is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import BlockKind, Filler, Label, Mention, Place, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, Coded
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, fill, first, place

_PLACE = NAMES[Label.PLACE]


def resolve_subject(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `subject` of statistics, splitting it off the metric where it stands in front of it."""
    heads = [_sentence_subject(context, i) for i in range(len(context.article.sentences))]
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type != STATISTIC:
            out.append(relation)
            continue
        relation = _split(context, relation)
        if "subject" not in relation.slots:
            relation = _find(context, relation, heads)
        out.append(relation)
    return tuple(out)


# ---- the subject within the metric ----------------------------------------------------------------------------


def _split(context: Context, relation: Relation) -> Relation:
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1:
        return relation
    coded = context.coding(relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    cut = _name_run(coded, start, end)
    if cut > start:
        subject = subject_filler(context, coded, start, cut)
    else:
        word = _group_word(context, coded, start, end)
        cut = start + len(word)
        subject = antecedent(context, coded.starts[start]) if word else None
    if subject is None:
        return relation
    rest = context.words.phrases.trim_start(coded, cut, end)
    slots = dict(relation.slots)
    if rest < end:
        span = coded.span(rest, end)
        slots["metric"] = (Filler((span,), metric.text[len(metric.text) - len(_plain(coded, rest, end)) :]),)
    else:
        del slots["metric"]
    relation = replace(relation, slots=slots)
    return fill(relation, "subject", subject) if "subject" not in slots else relation


def _name_run(coded: Coded, start: int, end: int) -> int:
    """Where the names at the front of `start:end` end: 北京、上海|进出口."""
    at = start
    while at < end and coded.text[at] in NAME_SYMBOLS:
        at += 1
        if at + 1 < end and coded.text[at] == ITEM_MARK and coded.text[at + 1] in NAME_SYMBOLS:
            at += 1
    return at


def _group_word(context: Context, coded: Coded, start: int, end: int) -> str:
    """The word at `start` that stands for the organisation spoken of (该公司), or an empty string."""
    return next((w for w in context.words.group if coded.text.startswith(w, start, end)), "")


def antecedent(context: Context, position: int) -> Filler | None:
    """The organisation that 该公司 at the clean offset `position` stands for: the last one named before it."""
    for mention in reversed(context.mentions):
        if mention.label is Label.ORG and mention.end <= position:
            text = context.article.text(mention.start, mention.end)
            if not context.words.authority.search(text):
                return Filler(((mention.start, mention.end),), text, inherited=True)
    return None


def _plain(coded: Coded, start: int, end: int) -> str:
    return "".join(coded.surface(i, i + 1) for i in range(start, end) if coded.text[i] not in "“”‘’ ")


def subject_filler(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """A run of names as one subject; a place that was named by a deictic (全市) takes its own name."""
    span = coded.span(start, end)
    mention = coded.mentions.get(start, (None,))[0]
    if end == start + 1 and mention is not None:
        return name_filler(context, mention)
    return Filler((span,), context.article.text(*span))


def name_filler(context: Context, mention: Mention) -> Filler:
    """A name mention as a subject: its text, or for a deictic the name of the place it stands for."""
    text = context.article.text(mention.start, mention.end)
    normal = mention.normal
    if isinstance(normal, Place) and context.words.place_of(text) is None:
        text = normal.name
    return Filler(((mention.start, mention.end),), text, normal if isinstance(normal, Place) else None)


# ---- the subject around the metric ----------------------------------------------------------------------------


def _find(context: Context, relation: Relation, heads: Sequence[Filler | None]) -> Relation:
    here = _in_sentence(context, relation)
    if here:
        return fill(relation, "subject", here)
    article = context.article
    section = article.sentences[relation.sentence].section
    for index in range(relation.sentence - 1, -1, -1):
        sentence = article.sentences[index]
        if sentence.kind is BlockKind.CAPTION or sentence.section != section:
            continue
        if heads[index]:
            return fill(relation, "subject", heads[index], inherited=True)  # type: ignore[arg-type]
    if heads and heads[0] and article.sentences[0].kind is BlockKind.HEADLINE:
        return fill(relation, "subject", heads[0], inherited=True)
    if article.place:
        return fill(relation, "subject", Filler((), article.place.name, article.place), inherited=True)
    return relation


def _in_sentence(context: Context, relation: Relation) -> Filler | None:
    """The nearest owner before the figure in its sentence, the figure's own clause first."""
    coded = context.coding(relation)
    metric = first(relation, "metric")
    at = coded.at(metric.spans[0][0] if metric and metric.spans[0][0] < place(relation) else relation.start)
    end = at
    while end >= 0:
        start = coded.clause_start(end)
        found = _owner(context, coded, start, end)
        if found:
            return found
        end = start - 1
    return None


def _owner(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The owner that the clause `start:end` names: the first name that heads it."""
    for i in range(start, end):
        if coded.text[i] not in NAME_SYMBOLS:
            if _group_word(context, coded, i, end) and _heads(context, coded, start, i):
                return antecedent(context, coded.starts[i])
            continue
        mention = coded.mentions[i][0]
        if not _heads(context, coded, start, i):
            continue
        return owner(context, mention)
    return None


def owner(context: Context, mention: Mention) -> Filler | None:
    """Who owns what the clause of this name says: an authority that only reports stands for its place."""
    text = context.article.text(mention.start, mention.end)
    if mention.label is Label.ORG and context.words.authority.search(text):
        if context.article.place:
            home = context.article.place
            return Filler(((mention.start, mention.end),), home.name, home)
        return None
    return name_filler(context, mention)


def _heads(context: Context, coded: Coded, start: int, at: int) -> bool:
    """Whether a name opens its clause, across times, conjunctions and other names: no 在, 从, 据 before it."""
    before = coded.text[start:at]
    if context.words.citing.search(before):
        return False
    return all(
        symbol in NAME_SYMBOLS + NAMES[Label.TIME] + ITEM_MARK or coded.tags[start + k] in {"c", "d", "t", "f", "m"}
        for k, symbol in enumerate(before)
    )


def _sentence_subject(context: Context, index: int) -> Filler | None:
    """What later sentences take from this one: the last owner that heads one of its clauses."""
    text = context.sentence_text(index)
    sentence = context.article.sentences[index]
    found: Filler | None = None
    for mention in context.by_sentence[index]:
        if mention.label not in {Label.ORG, Label.PLACE}:
            continue
        at = mention.start - sentence.start
        lead = text[:at]
        clause = lead[max((lead.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1 :]
        if context.words.citing.search(clause) or len(clause) > 12:
            continue
        if found is None or not clause:
            found = owner(context, mention) or found
    return found

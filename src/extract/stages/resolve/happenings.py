"""When something happened that is no figure: the time inside what a rule read, or that it has none of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Filler, Label, Mention, Relation, TimeKind
from extract.stages.resolve.context import STATISTIC, Context, code, fill, period_of

_TIMELESS = frozenset({STATISTIC, "role"})
_DATED = frozenset({TimeKind.SPAN, TimeKind.DAY})


def resolve_happenings(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `period` where the words that were read hold a time (项目8月投产); what is told under 会上 has none."""
    return tuple(_dated(context, relation) for relation in relations)


def _dated(context: Context, relation: Relation) -> Relation:
    if relation.record_type in _TIMELESS or relation.codes.get("timeless") or "period" in relation.slots:
        return relation
    own = list(_inside(context, relation))
    if own:
        return fill(relation, "period", _filler(own[-1]))
    return code(relation, timeless=True) if _of_session(context, relation) else relation


def _inside(context: Context, relation: Relation) -> Iterator[Mention]:
    """The times between the slots of a relation, no bases of comparison."""
    spans = [span for fillers in relation.slots.values() for filler in fillers for span in filler.spans]
    sentence = context.article.sentences[relation.sentence]
    text = context.sentence_text(relation.sentence)
    for mention in context.by_sentence[relation.sentence]:
        period = period_of(mention)
        if period is None or period.kind not in _DATED or (period.start is None and period.end is None):
            continue
        if not relation.start <= mention.start < mention.end <= relation.end:
            continue
        if any(start <= mention.start < end for start, end in spans):
            continue
        if not context.words.is_base(text, mention.start - sentence.start, mention.end - sentence.start):
            yield mention


def _of_session(context: Context, relation: Relation) -> bool:
    """会上: it is of the meeting's day, which carries no further than its own sentence, and of no longer time."""
    start = context.article.sentences[relation.sentence].start
    if any(period_of(mention) and mention.start < relation.start for mention in context.by_sentence[relation.sentence]):
        return False
    return context.words.sessions.search(context.article.text(start, relation.start)) is not None


def _filler(mention: Mention) -> Filler:
    assert mention.label is Label.TIME
    return Filler(((mention.start, mention.end),), "", period_of(mention))

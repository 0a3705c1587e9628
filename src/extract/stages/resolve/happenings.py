"""When something happened that is no figure: the time inside what a rule read, or the day of the meeting it was at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Filler, Label, Mention, Relation, TimeKind
from extract.stages.resolve.context import STATISTIC, Context, fill, period_of

_TIMELESS = frozenset({STATISTIC, "role"})
_DATED = frozenset({TimeKind.SPAN, TimeKind.DAY})


def resolve_happenings(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `period` where the words that were read hold a time themselves (项目8月投产), or stand under 会上."""
    return tuple(_dated(context, relation) for relation in relations)


def _dated(context: Context, relation: Relation) -> Relation:
    if relation.record_type in _TIMELESS or relation.codes.get("timeless") or "period" in relation.slots:
        return relation
    own = list(_inside(context, relation))
    if own:
        return fill(relation, "period", _filler(own[-1]))
    session = _session(context, relation)
    return fill(relation, "period", _filler(session), inherited=True) if session else relation


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


def _session(context: Context, relation: Relation) -> Mention | None:
    """会上, 同日: the last day told before its sentence, where none stands in it before the relation."""
    start = context.article.sentences[relation.sentence].start
    if not context.words.sessions.search(context.article.text(start, relation.start)):
        return None
    for mention in reversed(context.mentions):
        period = period_of(mention)
        if period is None or mention.start >= relation.start:
            continue
        if period.kind in _DATED and mention.start >= start:
            return None
        if period.kind is TimeKind.DAY:
            return mention
    return None


def _filler(mention: Mention) -> Filler:
    assert mention.label is Label.TIME
    return Filler(((mention.start, mention.end),), "", period_of(mention))

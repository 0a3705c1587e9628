"""Who acts in the seven other types: the organisation that heads a name or its clause, the granter, the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import Filler, Label, Mention, Place, Relation
from extract.engine.coding import CLAUSE_MARKS
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.subject import owner


@dataclass(frozen=True, slots=True)
class _Need:
    """Which slot of a type takes an actor, from where, and whether a place will do."""

    slot: str
    anchor: str
    places: bool


_NEEDS = {
    "project": _Need("orgs", "name", False),
    "milestone": _Need("orgs", "product", False),
    "honor": _Need("recipients", "honor", True),
    "event": _Need("organizer", "name", True),
    "policy": _Need("issuer", "title", True),
    "cooperation": _Need("parties", "object", False),
}


def resolve_actors(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill the actors that a rule left open, and split granter and batch off an honour."""
    return tuple(_resolved(context, relation) for relation in relations)


def _resolved(context: Context, relation: Relation) -> Relation:
    need = _NEEDS.get(relation.record_type)
    if need is None:
        return relation
    if relation.record_type == "honor":
        relation = _split_honor(context, relation)
    if relation.record_type == "cooperation":
        relation = _with_lead(relation)
    if need.slot not in relation.slots:
        found = _at_head(context, relation, need) or _of_clause(context, relation, need)
        if found:
            relation = fill(relation, need.slot, found)
    return relation


def _at_head(context: Context, relation: Relation, need: _Need) -> Filler | None:
    """The organisation that heads the name: 甲集团 in 甲集团风电项目."""
    anchor = first(relation, need.anchor)
    if anchor is None or relation.record_type not in {"project", "milestone"}:
        return None
    start, end = anchor.spans[0]
    inside = [
        m for m in context.by_sentence[relation.sentence] if m.label is Label.ORG and m.start == start < m.end < end
    ]
    return _named(context, max(inside, key=lambda m: m.end)) if inside else None


def _of_clause(context: Context, relation: Relation, need: _Need) -> Filler | None:
    """The organisation, or the place where that will do, that heads a clause of the sentence before the anchor."""
    sentence = context.article.sentences[relation.sentence]
    text = context.sentence_text(relation.sentence)
    anchor = first(relation, need.anchor)
    limit = anchor.spans[0][0] if anchor else relation.start
    for mention in reversed(context.by_sentence[relation.sentence]):
        if mention.end > limit or mention.label not in {Label.ORG, Label.PLACE}:
            continue
        if mention.label is Label.PLACE and not need.places:
            continue
        lead = text[: mention.start - sentence.start]
        clause = lead[max((lead.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1 :]
        if not clause.strip() or _only_time(context, mention, clause):
            return owner(context, mention) if mention.label is Label.PLACE else _named(context, mention)
    return None


def _only_time(context: Context, mention: Mention, clause: str) -> bool:
    return any(
        m.label is Label.TIME and m.end == mention.start and m.end - m.start == len(clause) for m in context.mentions
    )


def _named(context: Context, mention: Mention) -> Filler:
    normal = mention.normal if isinstance(mention.normal, Place) else None
    return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end), normal)


def _split_honor(context: Context, relation: Relation) -> Relation:
    honor = first(relation, "honor")
    if honor is None or len(honor.spans) != 1:
        return relation
    start, end = honor.spans[0]
    if "granter" not in relation.slots:
        heads = [
            m
            for m in context.by_sentence[relation.sentence]
            if m.label is Label.ORG and m.start == start and m.end < end
        ]
        if heads and honor.text.startswith(context.article.text(start, heads[0].end)):
            relation = fill(relation, "granter", _named(context, heads[0]))
            honor = Filler(((heads[0].end, end),), honor.text[heads[0].end - start :])
    found = context.words.batch.match(honor.text)
    if found and "batch" not in relation.slots:
        at = honor.spans[0][0]
        size = found.end()
        relation = fill(relation, "batch", Filler(((at, at + size),), found[0]))
        honor = Filler(((at + size, end),), honor.text[size:])
    return fill(relation, "honor", honor)


def _with_lead(relation: Relation) -> Relation:
    """Who leads is a party too."""
    lead = first(relation, "lead")
    parties = relation.slots.get("parties", ())
    if lead and lead.text not in {p.text for p in parties}:
        return replace(relation, slots={**relation.slots, "parties": (lead, *parties)})
    return relation

"""Who acts in the seven other types: the organisation that heads a name or its clause, the granter, the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import Filler, Label, Mention, Place, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, plain
from extract.stages.resolve.about import main_organisation
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.owners import antecedent, owner


@dataclass(frozen=True, slots=True)
class _Need:
    """Which slot of a type takes an actor, from where, and whether a place will do."""

    slot: str
    anchor: str
    places: bool


_NEAR = frozenset({"project", "milestone"})
"""Types that take no actor from an earlier clause of the sentence."""
_PARTS = CLAUSE_MARKS + ITEM_MARK
_FRONT = 6
"""Characters before the batch in an honour, at most."""
_REST = 3
"""Characters behind an organisation that opens a name, at least: 某装备|产业园 names none."""
_SHORT = 8
"""Characters that a short form of an organisation's name may have at the front of a project's."""

_ACTORS = frozenset({"orgs", "recipients", "parties", "lead", "org", "organizer"})

_NEEDS = {
    "role": _Need("org", "person", False),
    "project": _Need("orgs", "name", False),
    "milestone": _Need("orgs", "product", False),
    "honor": _Need("recipients", "honor", True),
    "event": _Need("organizer", "name", True),
    "policy": _Need("issuer", "title", True),
    "cooperation": _Need("parties", "object", False),
}


def resolve_actors(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill the actors that a rule left open, and split granter and batch off an honour."""
    done = tuple(_resolved(context, relation) for relation in relations)
    return tuple(_of_project(relation, done) for relation in done)


def _of_project(relation: Relation, relations: Sequence[Relation]) -> Relation:
    """An agreement without parties is that of the project before it: 某集团易地项目取得进展，已签署协议."""
    if relation.record_type != "cooperation" or relation.slots.get("parties"):
        return relation
    before = [
        r
        for r in relations
        if r.record_type == "project"
        and r.sentence == relation.sentence
        and r.start < relation.start
        and "orgs" in r.slots
    ]
    return replace(relation, slots={**relation.slots, "parties": before[-1].slots["orgs"]}) if before else relation


def _resolved(context: Context, relation: Relation) -> Relation:
    need = _NEEDS.get(relation.record_type)
    if need is None:
        return relation
    if relation.record_type == "honor":
        relation = _split_honor(context, relation)
    if relation.record_type == "cooperation":
        relation = _with_lead(relation)
    if relation.record_type == "policy":
        relation = _of_place(context, relation)
    relation = _of_group(context, relation)
    if need.slot not in relation.slots:
        found = _at_head(context, relation, need) or _of_clause(context, relation, need)
        if found:
            relation = fill(relation, need.slot, found)
        elif relation.record_type in _NEAR and context.article.title and (main := main_organisation(context)):
            if main.spans[0][0] < relation.start:
                relation = fill(relation, need.slot, main, inherited=True)
        elif relation.record_type == "policy" and context.article.place:
            anchor = first(relation, need.anchor)
            home = context.article.place
            spans = anchor.spans if anchor else ((relation.start, relation.end),)
            relation = fill(relation, need.slot, Filler(spans, home.name, home), inherited=True)
    return relation


def _of_group(context: Context, relation: Relation) -> Relation:
    """The organisation that a word stands for: 公司, 该校."""
    for slot in _ACTORS & relation.slots.keys():
        fillers = relation.slots[slot]
        if not any(context.words.group.fullmatch(f.text) for f in fillers):
            continue
        meant = tuple(
            antecedent(context, f.spans[0][0], f.text) or f if context.words.group.fullmatch(f.text) else f
            for f in fillers
        )
        relation = replace(relation, slots={**relation.slots, slot: meant})
    return relation


def _of_place(context: Context, relation: Relation) -> Relation:
    """The issuer by its name where the text points at a place (我省)."""
    issuer = first(relation, "issuer")
    if issuer and isinstance(issuer.normal, Place) and issuer.text != issuer.normal.name:
        for mention in context.by_sentence[relation.sentence]:
            if mention.label is Label.PLACE and (mention.start, mention.end) == issuer.spans[0]:
                found = owner(context, mention)
                if found:
                    return fill(relation, "issuer", found)
    return relation


def _at_head(context: Context, relation: Relation, need: _Need) -> Filler | None:
    """The organisation that heads the name: 甲集团 in 甲集团风电项目."""
    anchor = first(relation, need.anchor)
    if anchor is None or relation.record_type not in {"project", "milestone"}:
        return None
    start, end = anchor.spans[0]
    inside = [
        m
        for m in context.by_sentence[relation.sentence]
        if m.label is Label.ORG and m.start == start < m.end < end - _REST
    ]
    if inside:
        return _named(context, max(inside, key=lambda m: m.end))
    text = context.article.text(start, end)
    known = [m for m in context.mentions if m.label is Label.ORG and not start <= m.start < end]
    places = {context.article.text(m.start, m.end) for m in context.mentions if m.label is Label.PLACE}
    for size in range(min(len(text) - 2, _SHORT), 1, -1):
        short = text[:size]
        if short in places or not any(short in context.article.text(m.start, m.end) for m in known):
            continue
        return Filler(((start, start + size),), short)
    return None


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
        if relation.record_type in _NEAR and any(
            mark in text[mention.end - sentence.start : limit - sentence.start] for mark in _PARTS
        ):
            return None
        clause = lead[max((lead.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1 :]
        if not any(c.isalnum() for c in clause) or _only_time(context, mention, clause):
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
    if "batch" not in relation.slots and len(honor.spans) == 1:
        at = honor.spans[0][0]
        for offset in range(min(_FRONT, end - at)):
            found = context.words.batch.match(context.article.text(at + offset, end))
            if not found:
                continue
            size = offset + found.end()
            relation = fill(relation, "batch", Filler(((at + offset, at + size),), found[0]))
            front = context.article.text(at, at + offset)
            rest = context.article.text(at + size, end)
            if front and not any(m.start == at and m.end == at + offset for m in context.mentions):
                honor = Filler(((at, at + offset), (at + size, end)), plain(front + rest))
            else:
                honor = Filler(((at + size, end),), plain(rest))
            break
    return fill(relation, "honor", honor)


def _with_lead(relation: Relation) -> Relation:
    """Who leads is a party too."""
    lead = first(relation, "lead")
    parties = relation.slots.get("parties", ())
    if lead and lead.text not in {p.text for p in parties}:
        return replace(relation, slots={**relation.slots, "parties": (lead, *parties)})
    return relation

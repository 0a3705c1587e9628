"""Who acts in the seven other types: the organisation that heads a name or its clause, the granter, the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import Filler, Label, Place, Relation
from extract.engine.coding import ITEM_MARK
from extract.stages.resolve.about import last_named, main_organisation
from extract.stages.resolve.antecedents import antecedent
from extract.stages.resolve.clause_actors import NEAR, of_clause
from extract.stages.resolve.committees import of_committee, of_same_place
from extract.stages.resolve.context import Context, fill, first, renumbered, shortened
from extract.stages.resolve.offices import (
    beside,
    contracted,
    held_by,
    holds,
    of_office,
    of_role,
    unnamed,
    with_posts,
)
from extract.stages.resolve.owners import owner
from extract.stages.resolve.partners import (
    mentioned,
    of_both,
    shared_head,
    uncounted,
    with_lead,
    without_spokesman,
)
from extract.stages.resolve.project_names import (
    at_head,
    without_count,
    without_designers,
    without_kind,
    without_maker,
    without_owner,
    without_site,
)
from extract.stages.resolve.stand_ins import meant
from extract.stages.resolve.zones import main_zone


@dataclass(frozen=True, slots=True)
class _Need:
    """Which slot of a type takes an actor, from where, and whether a place will do."""

    slot: str
    anchor: str
    places: bool


_LEAD = 8
"""Characters before a name in which a word stands that bears on it."""

_ACTORS = frozenset({"orgs", "recipients", "parties", "lead", "org", "organizer", "issuer"})

_NEEDS = {
    "role": _Need("org", "person", False),
    "project": _Need("orgs", "name", False),
    "milestone": _Need("orgs", "product", False),
    "honor": _Need("recipients", "honor", True),
    "event": _Need("organizer", "name", False),
    "policy": _Need("issuer", "title", True),
    "cooperation": _Need("parties", "object", False),
}


def resolve_actors(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill the actors that a rule left open, and take persons' offices to their bodies."""
    done: list[Relation] = []
    for relation in relations:
        done.append(of_same_place(context, _resolved(context, relation, done), done))
    kept = [(i, r) for i, r in enumerate(done) if not r.codes.get("mentioned") or mentioned(context, r)]
    told = [of_role(context, _of_project(relation, done), done) for relation in renumbered(kept)]
    return tuple(of_committee(context, relation) for relation in told)


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


def _resolved(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    need = _NEEDS.get(relation.record_type)
    if need is None:
        return relation
    if relation.record_type == "cooperation":
        relation = _joined(context, with_lead(of_both(context, relation)))
    if relation.record_type == "role":
        relation = beside(context, with_posts(context, contracted(context, relation)), done)
    if relation.record_type == "policy":
        relation = _of_place(context, relation)
    if relation.record_type == "project":
        relation = without_maker(context, without_owner(context, without_kind(context, relation)))
        relation = without_designers(context, relation)
    if relation.record_type in {"milestone", "cooperation"}:
        relation = without_count(context, relation)
    told = first(relation, need.slot)
    relation = _of_group(context, _in_short(context, relation))
    plain_word = told is not None and context.words.group.fullmatch(told.text)
    if relation.record_type == "role" and (plain_word or told != first(relation, "org")):
        relation = held_by(context, relation)
    if need.slot not in relation.slots and (relation.record_type != "role" or unnamed(context, relation)):
        anchor = first(relation, need.anchor)
        found = at_head(context, relation, anchor) or of_clause(context, relation, anchor, places=need.places)
        if found and (relation.record_type != "role" or holds(context, relation, found)):
            relation = with_lead(fill(relation, need.slot, found))
        elif relation.record_type in NEAR and context.article.title and (main := main_organisation(context)):
            if main.spans[0][0] < relation.start:
                relation = fill(relation, need.slot, last_named(context, main, relation.start), inherited=True)
        elif relation.codes.get("elided"):
            relation = _of_home(context, relation, need)
        elif relation.record_type == "policy" and _elided(context, relation):
            relation = _of_own_place(context, relation, need)
        elif relation.record_type == "role":
            relation = of_office(context, relation)
    return without_site(context, relation) if relation.record_type == "project" else relation


def _of_home(context: Context, relation: Relation, need: _Need) -> Relation:
    """The place that the article is about, where a verb at the front of its clause has left it out: 获评….

    An article that is about an organisation or a zone tells of that one.
    """
    if main := main_organisation(context):
        return fill(relation, need.slot, last_named(context, main, relation.start), inherited=True)
    if zone := main_zone(context):
        return fill(relation, need.slot, zone, inherited=True)
    return _of_own_place(context, relation, need)


def _of_own_place(context: Context, relation: Relation, need: _Need) -> Relation:
    """The place that the article is about, where it is about one."""
    home = context.article.place
    if home is None:
        return relation
    found = Filler(relation.slots[need.anchor][0].spans, home.name, home)
    return fill(relation, need.slot, found, inherited=True)


def _elided(context: Context, relation: Relation) -> bool:
    """Whether a verb before the title has left its subject out: ，制定实施《…》, but not 《…》出台 or 实施的《…》."""
    action, title = first(relation, "action"), first(relation, "title")
    if action is None or title is None or action.spans[0][0] > title.spans[0][0]:
        return False
    return context.words.of not in context.article.text(action.spans[-1][1], title.spans[0][0])


def _in_short(context: Context, relation: Relation) -> Relation:
    """The actors without a bracket that shortens them, or what holds them: 公司全资子公司|某智能|（简称某某）."""
    for slot in _ACTORS & relation.slots.keys():
        cut = tuple(
            shortened(f, found.start()) if (found := context.words.short_form.search(f.text)) else f
            for f in relation.slots[slot]
        )
        cut = tuple(
            Filler(((f.spans[0][0] + held.end(), f.spans[0][1]),), f.text[held.end() :], f.normal)
            if len(f.spans) == 1 and (held := context.words.subsidiary.match(f.text))
            else f
            for f in cut
        )
        relation = replace(relation, slots={**relation.slots, slot: cut})
    return relation


def _of_group(context: Context, relation: Relation) -> Relation:
    """The bodies and places that words stand for (公司, 该校, 我县), and parties without their number (丙|三市)."""
    for slot in _ACTORS & relation.slots.keys():
        if slot == "issuer":
            continue  # an issuer is told as the text has it, its place aside
        fillers = [meant(context, filler) for filler in relation.slots[slot]]
        if slot == "parties":
            fillers = [without_spokesman(context, filler) for filler in fillers]
        if len(fillers) > 1:
            fillers = [uncounted(context, filler) for filler in shared_head(context, fillers)]
        relation = replace(relation, slots={**relation.slots, slot: tuple(fillers)})
    return relation


def _of_place(context: Context, relation: Relation) -> Relation:
    """The issuer by its name where the text points at a place (我省)."""
    issuer = first(relation, "issuer")
    home = context.article.place
    if issuer and home and context.words.at_home.fullmatch(issuer.text):
        return fill(relation, "issuer", replace(issuer, text=home.name, normal=home))
    if issuer and (joint := _joint(context, relation, issuer)):
        return fill(relation, "issuer", joint)
    if issuer and isinstance(issuer.normal, Place) and issuer.text != issuer.normal.name:
        for mention in context.by_sentence[relation.sentence]:
            if mention.label is Label.PLACE and (mention.start, mention.end) == issuer.spans[0]:
                found = owner(context, mention)
                if found:
                    return fill(relation, "issuer", found)
    return relation


def _joint(context: Context, relation: Relation, issuer: Filler) -> Filler | None:
    """教育部印发…，会同财政部|制定…: both issue it."""
    start = issuer.spans[0][0]
    lead = context.article.text(max(context.article.start, start - _LEAD), start)
    if not context.words.together.search(lead):
        return None
    row = [m for m in context.by_sentence[relation.sentence] if m.label is Label.ORG and m.end < start]
    if not row or context.words.authority.search(context.article.text(row[0].start, row[0].end)) is None:
        return None
    text = context.article.text(row[0].start, row[0].end)
    return Filler(((row[0].start, row[0].end), *issuer.spans), f"{text}{ITEM_MARK}{issuer.text}")


def _joined(context: Context, relation: Relation) -> Relation:
    """The partner that the clause leaves out: 某集团扩产，|与某大学共建实验室."""
    parties = relation.slots.get("parties", ())
    if not relation.codes.get("joined") or not parties:
        return relation
    found = of_clause(context, relation, parties[0], places=False)
    found = found or antecedent(context, relation.start, min(context.words.plain_group - context.words.unnamed_group))
    if found is None or found.text in {p.text for p in parties}:
        return relation
    return replace(relation, slots={**relation.slots, "parties": (found, *parties)})

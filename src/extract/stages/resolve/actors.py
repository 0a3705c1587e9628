"""Who acts in the seven other types: the organisation that heads a name or its clause, the granter, the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import Filler, Label, Mention, Place, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK
from extract.stages.resolve.about import last_named, main_organisation
from extract.stages.resolve.context import Context, fill, first, renumbered
from extract.stages.resolve.owners import antecedent, owner
from extract.stages.resolve.stand_ins import body, meant, spoken_of


@dataclass(frozen=True, slots=True)
class _Need:
    """Which slot of a type takes an actor, from where, and whether a place will do."""

    slot: str
    anchor: str
    places: bool


_NEAR = frozenset({"project", "milestone"})
"""Types that take no actor from an earlier clause of the sentence."""
_PARTS = CLAUSE_MARKS + ITEM_MARK
_REST = 3
"""Characters behind an organisation that opens a name, at least: 某装备|产业园 names none."""
_BOTH = 2
_SHORT = 8
"""Characters that a short form of an organisation's name may have at the front of a project's."""

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
    done = tuple(_resolved(context, relation) for relation in relations)
    kept = [(i, r) for i, r in enumerate(done) if not r.codes.get("mentioned") or _mentioned(context, r)]
    return tuple(_of_role(_of_project(relation, done), done) for relation in renumbered(kept))


def _mentioned(context: Context, relation: Relation) -> bool:
    """Whether every party is a name: it begins and ends with one that was recognised, or ends like a body's.

    西安港通过|与境内外铁路|合作 has no such party.
    """
    row = [m for m in context.mentions if m.label in {Label.ORG, Label.PLACE}]
    starts, ends = {m.start for m in row}, {m.end for m in row}
    return all(
        (f.spans[0][0] in starts and f.spans[-1][1] in ends) or context.words.party_tails.search(f.text)
        for f in relation.slots.get("parties", ())
    )


def _of_role(relation: Relation, relations: Sequence[Relation]) -> Relation:
    """原总裁某某改任…: the organisation of the role before it in its sentence."""
    if relation.record_type != "role" or "org" in relation.slots:
        return relation
    before = [
        r
        for r in relations
        if r.record_type == "role" and r.sentence == relation.sentence and r.start < relation.start and "org" in r.slots
    ]
    return fill(relation, "org", before[-1].slots["org"][0], inherited=True) if before else relation


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
    if relation.record_type == "cooperation":
        relation = _joined(context, _with_lead(_of_both(context, relation)))
    if relation.record_type == "policy":
        relation = _of_place(context, relation)
    if relation.record_type == "project":
        relation = _without_owner(context, _without_kind(context, relation))
    relation = _of_group(context, _in_short(context, relation))
    if need.slot not in relation.slots:
        found = _at_head(context, relation, need) or _of_clause(context, relation, need)
        if found:
            relation = _with_lead(fill(relation, need.slot, found))
        elif relation.record_type in _NEAR and context.article.title and (main := main_organisation(context)):
            if main.spans[0][0] < relation.start:
                relation = fill(relation, need.slot, last_named(context, main, relation.start), inherited=True)
        elif relation.record_type == "role":
            relation = _of_office(context, relation)
    return relation


def _without_kind(context: Context, relation: Relation) -> Relation:
    """省重大水利工程|青河水库: what it is stands before the name."""
    name = first(relation, "name")
    kind = context.words.project_front.match(name.text) if name else None
    if name is None or kind is None:
        return relation
    start, end = name.spans[0]
    if context.article.text(start, start + kind.end()) != kind[0]:
        return relation
    rest = replace(name, spans=((start + kind.end(), end), *name.spans[1:]), text=name.text[kind.end() :])
    return replace(relation, slots={**relation.slots, "name": (rest,)})


def _without_owner(context: Context, relation: Relation) -> Relation:
    """公司|西岭工厂 is the 西岭工厂 of the firm spoken of."""
    name = first(relation, "name")
    group = context.words.group.match(name.text) if name else None
    if name is None or group is None or len(name.text) - group.end() <= _REST:
        return relation
    start, end = name.spans[0]
    if context.article.text(start, start + group.end()) != group[0]:
        return relation
    owner_ = antecedent(context, start, group[0])
    rest = replace(name, spans=((start + group.end(), end), *name.spans[1:]), text=name.text[group.end() :])
    relation = replace(relation, slots={**relation.slots, "name": (rest,)})
    return fill(relation, "orgs", owner_, inherited=True) if owner_ else relation


def _in_short(context: Context, relation: Relation) -> Relation:
    """The actors without the short form that a bracket gives: 某装备公司|（以下简称某装备）."""
    for slot in _ACTORS & relation.slots.keys():
        cut = tuple(
            _cut(f, found.start()) if (found := context.words.short_form.search(f.text)) else f
            for f in relation.slots[slot]
        )
        relation = replace(relation, slots={**relation.slots, slot: cut})
    return relation


def _cut(filler: Filler, size: int) -> Filler:
    start, end = filler.spans[0]
    return replace(filler, spans=((start, min(start + size, end)),), text=filler.text[:size])


def _of_office(context: Context, relation: Relation) -> Relation:
    """The body of an office: that of the noun before it (协会|会长), for a firm's office the firm spoken of."""
    title = first(relation, "titles")
    at = title.spans[0][0] if title else relation.start
    lead = context.article.text(max(0, at - _SHORT), at)
    noun = next((word for word in context.words.bodies if lead.endswith(word)), None)
    if noun and (found := body(context, noun, at - len(noun))):
        return fill(relation, "org", found, inherited=True)
    if title and context.words.business.fullmatch(title.text):
        found = antecedent(context, at, next(iter(context.words.plain_group)))
        return fill(relation, "org", found, inherited=True) if found else relation
    return relation


def _of_group(context: Context, relation: Relation) -> Relation:
    """The bodies and places that words stand for (公司, 该校, 我县), and parties without their number (丙|三市)."""
    for slot in _ACTORS & relation.slots.keys():
        if slot == "issuer":
            continue  # an issuer is told as the text has it, its place aside
        fillers = [meant(context, filler) for filler in relation.slots[slot]]
        if len(fillers) > 1:
            fillers = [_uncounted(context, filler) for filler in _shared_head(context, fillers)]
        relation = replace(relation, slots={**relation.slots, slot: tuple(fillers)})
    return relation


def _shared_head(context: Context, fillers: list[Filler]) -> list[Filler]:
    """甲、乙两省|教育厅: the head behind the number is of every one of them."""
    last = fillers[-1]
    found = context.words.counted_head.fullmatch(last.text)
    if found is None or len(last.spans) > 1:
        return fillers
    start, end = last.spans[0]
    head, span = found["head"], (end - len(found["head"]), end)
    owner_ = replace(last, spans=((start, start + found.end("name")),), text=found["name"])
    return [replace(f, spans=(*f.spans, span), text=f.text + head, normal=None) for f in (*fillers[:-1], owner_)]


def _uncounted(context: Context, filler: Filler) -> Filler:
    found = context.words.counted.search(filler.text)
    return filler if found is None or filler.inherited else _cut(filler, found.start())


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
    lead = context.article.text(max(context.article.start, start - _SHORT), start)
    if not context.words.together.search(lead):
        return None
    row = [m for m in context.by_sentence[relation.sentence] if m.label is Label.ORG and m.end < start]
    if not row or context.words.authority.search(context.article.text(row[0].start, row[0].end)) is None:
        return None
    text = context.article.text(row[0].start, row[0].end)
    return Filler(((row[0].start, row[0].end), *issuer.spans), f"{text}{ITEM_MARK}{issuer.text}")


def _at_head(context: Context, relation: Relation, need: _Need) -> Filler | None:
    """The organisation that heads the name: 甲集团 in 甲集团风电项目."""
    anchor = first(relation, need.anchor)
    if anchor is None or relation.record_type not in {"project", "milestone"}:
        return None
    start, end = anchor.spans[0]
    inside = [
        m
        for m in context.by_sentence[relation.sentence]
        if m.label is Label.ORG and m.start == start < m.end < end
        and (m.end < end - _REST or context.words.phase.fullmatch(context.article.text(m.end, end)))
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
    near = relation.record_type in _NEAR and not _elliptic(relation)
    for mention in reversed(context.by_sentence[relation.sentence]):
        if mention.end > limit or mention.label not in {Label.ORG, Label.PLACE}:
            continue
        if mention.label is Label.PLACE and not need.places:
            continue
        lead = text[: mention.start - sentence.start]
        if _speaks(context, relation, mention, limit):
            continue
        if near and any(
            mark in text[mention.end - sentence.start : limit - sentence.start] for mark in _PARTS
        ):
            return None
        clause = lead[max((lead.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1 :]
        if not any(c.isalnum() for c in clause) or _only_time(context, mention, clause):
            return owner(context, mention) if mention.label is Label.PLACE else _named(context, mention)
    return None if near else _spoken_of(context, relation.sentence, limit)


def _speaks(context: Context, relation: Relation, mention: Mention, limit: int) -> bool:
    """Whether a body only names the office of someone who tells what follows: 省工信厅|副厅长某某介绍，…."""
    behind = [m for m in context.by_sentence[relation.sentence] if m.start == mention.end]
    told = any(mark in context.article.text(mention.end, limit) for mark in CLAUSE_MARKS)
    return told and any(m.label is Label.TITLE for m in behind)


def _elliptic(relation: Relation) -> bool:
    """Whether a verb stands before the name of what it builds, its subject earlier: 某公司投入1亿元，|建成某生产线."""
    stage, name = first(relation, "stage"), first(relation, "name")
    return bool(stage and name and stage.spans[0][0] < name.spans[0][0])


def _spoken_of(context: Context, index: int, limit: int) -> Filler | None:
    """The body for which a word at the front of a clause before `limit` stands: 公司将于9月|召开说明会."""
    sentence = context.article.sentences[index]
    text = context.article.text(sentence.start, limit)
    starts = [0, *(i + 1 for i, char in enumerate(text) if char in CLAUSE_MARKS)]
    for start in reversed(starts):
        at = sentence.start + start
        opening = next((m for m in context.by_sentence[index] if m.start == at and m.label is Label.TIME), None)
        found = spoken_of(context, opening.end if opening else at, limit)
        if found:
            return found
    return None


def _only_time(context: Context, mention: Mention, clause: str) -> bool:
    return any(
        m.label is Label.TIME and m.end == mention.start and m.end - m.start == len(clause) for m in context.mentions
    )


def _named(context: Context, mention: Mention) -> Filler:
    normal = mention.normal if isinstance(mention.normal, Place) else None
    return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end), normal)


def _with_lead(relation: Relation) -> Relation:
    """Who leads is a party too; where a rule says only that someone leads, it is the party that was found."""
    lead = first(relation, "lead")
    parties = relation.slots.get("parties", ())
    if lead is None and parties and relation.codes.get("led"):
        return replace(relation, slots={**relation.slots, "lead": parties[:1]})
    if lead and lead.text not in {p.text for p in parties}:
        return replace(relation, slots={**relation.slots, "parties": (lead, *parties)})
    return relation


def _of_both(context: Context, relation: Relation) -> Relation:
    """双方 are the last two bodies told of before, of different names."""
    if not relation.codes.get("both") or relation.slots.get("parties"):
        return relation
    found: list[Filler] = []
    for mention in reversed(context.mentions):
        if mention.label is not Label.ORG or mention.end > relation.start:
            continue
        if context.words.authority.search(context.article.text(mention.start, mention.end)):
            continue  # the commission that approves it is no side
        if any(_alike(context.article.text(mention.start, mention.end), other.text) for other in found):
            continue
        found.append(_named(context, mention).as_inherited(True))
        if len(found) == _BOTH:
            return replace(relation, slots={**relation.slots, "parties": tuple(reversed(found))})
    return relation


def _alike(name: str, other: str) -> bool:
    """Whether one of two names shortens the other."""
    short, full = sorted((name, other), key=len)
    rest = iter(full)
    return all(char in rest for char in short)


def _joined(context: Context, relation: Relation) -> Relation:
    """The partner that the clause leaves out: 某集团扩产，|与某大学共建实验室."""
    parties = relation.slots.get("parties", ())
    if not relation.codes.get("joined") or not parties:
        return relation
    need = _Need("parties", "parties", False)
    found = _of_clause(context, relation, need)
    found = found or antecedent(context, relation.start, next(iter(context.words.plain_group)))
    if found is None or found.text in {p.text for p in parties}:
        return relation
    return replace(relation, slots={**relation.slots, "parties": (found, *parties)})

"""Who the sides of a partnership are: names without their number, heads that they share, who leads, 双方."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Filler, Label, Relation
from extract.stages.resolve.clause_actors import named
from extract.stages.resolve.context import Context, first, shortened

_BOTH = 2


def mentioned(context: Context, relation: Relation) -> bool:
    """Whether every party is a name: it begins and ends with one that was recognised, or ends like a body's.

    西安港通过|与境内外铁路|合作 has no such party.
    """
    row = [m for m in context.mentions if m.label in {Label.ORG, Label.PLACE}]
    starts, ends = {m.start for m in row}, {m.end for m in row}
    return all(
        (f.spans[0][0] in starts and f.spans[-1][1] in ends) or context.words.party_tails.search(f.text)
        for f in relation.slots.get("parties", ())
    )


def with_lead(relation: Relation) -> Relation:
    """Who leads is a party too; where a rule says only that someone leads, it is the party that was found."""
    lead = first(relation, "lead")
    parties = relation.slots.get("parties", ())
    if lead is None and parties and relation.codes.get("led"):
        return replace(relation, slots={**relation.slots, "lead": parties[:1]})
    if lead and lead.text not in {p.text for p in parties}:
        return replace(relation, slots={**relation.slots, "parties": (lead, *parties)})
    return relation


def without_spokesman(context: Context, filler: Filler) -> Filler:
    """某研究所|所长某某代表, 副市长某某代表|市政府: who signs for a body is no part of its name."""
    lead = context.words.speaks_for.match(filler.text)
    if lead and len(filler.spans) == 1 and not filler.inherited:
        start, end = filler.spans[0]
        if context.article.text(start, start + lead.end()) == lead[0]:
            return replace(filler, spans=((start + lead.end(), end),), text=filler.text[lead.end() :])
    found = context.words.spokesman.match(filler.text)
    return filler if found is None or filler.inherited else shortened(filler, found.end("body"))


def of_both(context: Context, relation: Relation) -> Relation:
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
        found.append(named(context, mention).as_inherited(True))
        if len(found) == _BOTH:
            return replace(relation, slots={**relation.slots, "parties": tuple(reversed(found))})
    return relation


def _alike(name: str, other: str) -> bool:
    """Whether one of two names shortens the other."""
    short, full = sorted((name, other), key=len)
    rest = iter(full)
    return all(char in rest for char in short)


def shared_head(context: Context, fillers: list[Filler]) -> list[Filler]:
    """甲、乙两省|教育厅: the head behind the number is of every one of them."""
    last = fillers[-1]
    found = context.words.counted_head.fullmatch(last.text)
    if found is None or len(last.spans) > 1:
        return fillers
    start, end = last.spans[0]
    head, span = found["head"], (end - len(found["head"]), end)
    owner_ = replace(last, spans=((start, start + found.end("name")),), text=found["name"])
    return [replace(f, spans=(*f.spans, span), text=f.text + head, normal=None) for f in (*fillers[:-1], owner_)]


def uncounted(context: Context, filler: Filler) -> Filler:
    """甲、乙、丙三市: the number belongs to no name."""
    found = context.words.counted.search(filler.text)
    return filler if found is None or filler.inherited else shortened(filler, found.start())

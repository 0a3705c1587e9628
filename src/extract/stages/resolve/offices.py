"""Whose an office is that its words do not say: 协会|会长, 市长 in a city's paper, 原总裁某某改任|副董事长."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Label, Relation
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.owners import antecedent
from extract.stages.resolve.stand_ins import body

_LEAD = 8
"""Characters before a title in which a word stands that bears on it."""
_NOUNS = ("n", "j", "l", "eng")
"""Tags of what a body's name may end in."""


def of_office(context: Context, relation: Relation) -> Relation:
    """The body of an office: that of the noun before it (协会|会长), for a firm's office the firm spoken of."""
    title = first(relation, "titles")
    at = title.spans[0][0] if title else relation.start
    lead = context.article.text(max(0, at - _LEAD), at)
    noun = next((word for word in context.words.bodies if lead.endswith(word)), None)
    if noun and (found := body(context, noun, at - len(noun))):
        return fill(relation, "org", found, inherited=True)
    if title and context.words.business.fullmatch(title.text):
        found = antecedent(context, at, next(iter(context.words.plain_group)))
        return fill(relation, "org", found, inherited=True) if found else relation
    return _of_local(context, relation)


def of_role(context: Context, relation: Relation, relations: Sequence[Relation]) -> Relation:
    """原总裁某某改任…: the organisation of the role before it in its sentence, no other name between them."""
    if relation.record_type != "role" or "org" in relation.slots or _local(context, relation):
        return relation
    before = [
        r
        for r in relations
        if r.record_type == "role" and r.sentence == relation.sentence and r.start < relation.start and "org" in r.slots
    ]
    if not before or not opens_office(context, relation):
        return relation
    row = context.by_sentence[relation.sentence]
    if any(m.label in {Label.ORG, Label.PLACE} and before[-1].end <= m.start < relation.end for m in row):
        return relation  # 朝鲜劳动党总书记某某，越南|国家主席某某
    return fill(relation, "org", before[-1].slots["org"][0], inherited=True)


def opens_office(context: Context, relation: Relation) -> bool:
    """Whether no noun stands before a title that would say whose it is: 某集团董事长某某、|青川矿业|总经理某某.

    A noun that stands for a body named before (协会|会长) says it by that one.
    """
    title = first(relation, "titles")
    at = title.spans[0][0] if title else relation.start
    start = context.article.sentences[relation.sentence].start
    lead = context.article.text(max(start, at - _LEAD), at)
    if not lead or lead.endswith(context.words.bodies) or context.words.office_opens.search(lead):
        return True
    coded = context.coding(relation)
    return not coded.tags[coded.at(at) - 1].startswith(_NOUNS)


def _local(context: Context, relation: Relation) -> bool:
    """Whether the first title is an office of a place: 市委书记, 副县长."""
    title = first(relation, "titles")
    return title is not None and context.words.local_offices.fullmatch(title.text) is not None


def _of_local(context: Context, relation: Relation) -> Relation:
    """An office of a place is of the one that the article is about, where that is of its rank: 市长|某某."""
    title, home = first(relation, "titles"), context.article.place
    found = context.words.local_offices.fullmatch(title.text) if title else None
    if title is None or found is None or home is None or not home.name.endswith(found["rank"]):
        return relation
    return fill(relation, "org", Filler(title.spans, home.name, home), inherited=True)

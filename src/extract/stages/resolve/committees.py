"""The party committee that a title holds: 滨海|市委书记 is 书记 of 滨海市委, 市委副书记、市长 are posts of 市委."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Filler, Label, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, first

_POSTS = frozenset({Label.ORG, Label.TITLE})
"""Labels of what tells another post of an official."""


def of_committee(context: Context, relation: Relation) -> Relation:
    """The committee as the body of a role, and its title as the post there: 滨海市委|书记.

    Of several committees it is the last one's (省委常委、|市委|书记). A body of another name that the text gives stays
    (市委常委、副市长、|东屿开发区|党工委书记), and so does that of an organ with a name (市委|宣传部|部长).
    """
    titles, org = relation.slots.get("titles", ()), first(relation, "org")
    if relation.record_type != "role":
        return relation
    found = [(i, seen) for i, title in enumerate(titles) if (seen := context.words.offices.committee.match(title.text))]
    if not found or len(titles[found[-1][0]].spans) != 1:
        return relation
    at, seen = found[-1]
    title = titles[at]
    start, end = title.spans[0]
    post = start + len(seen["body"])
    told = org if org is not None and not org.inherited else None
    if told is not None and told.text.endswith(seen["body"]):  # 市委常委、|市委|秘书长
        rest = Filler(((post, end),), plain(context.article.text(post, end)))
        return replace(relation, slots={**relation.slots, "titles": (*titles[:at], rest, *titles[at + 1 :])})
    if told is not None:
        if len(told.spans) != 1 or told.spans[0][1] != start:
            return relation
        start = told.spans[0][0]
    lead = next((word for word in context.words.offices.party if context.article.text(0, start).endswith(word)), "")
    start -= len(lead)
    body = Filler(((start, post),), plain(context.article.text(start, post)))
    rest = Filler(((post, end),), plain(context.article.text(post, end)))
    slots = {**relation.slots, "org": (body,), "titles": (*titles[:at], rest, *titles[at + 1 :])}
    return replace(relation, slots=slots)


def of_same_place(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """An official of a list is of the place that it has named last: 滨海|市委书记江明远、|市长李向东，|副市长周海."""
    title, told = first(relation, "titles"), first(relation, "org")
    local = context.words.offices.local.fullmatch
    mine = local(title.text) if title and relation.record_type == "role" else None
    if title is None or mine is None or (told is not None and not told.inherited):
        return relation
    at = min(title.spans[0][0], relation.start)
    for before in reversed(done):
        whose, org = first(before, "titles"), first(before, "org")
        if before.record_type != "role" or before.sentence != relation.sentence or whose is None:
            return relation
        if not _listed(context, relation.sentence, before.end, at):
            return relation
        at = min(before.start, whose.spans[0][0])
        its = local(whose.text)
        if org is None or org.inherited or its is None or its["rank"] != mine["rank"]:
            continue
        start, end = org.spans[-1]
        if not org.text.endswith(mine["rank"]):  # 滨海|市委书记
            if end != whose.spans[0][0] or not whose.text.startswith(mine["rank"]):
                continue
            end += len(mine["rank"])
        place = Filler(((start, end),), plain(context.article.text(start, end)), org.normal, True)
        return replace(relation, slots={**relation.slots, "org": (place,)})
    return relation


def _listed(context: Context, sentence: int, end: int, start: int) -> bool:
    """Whether nothing but the marks of a list, and other posts of the next official, stands between two of them."""
    named = {at for m in context.by_sentence[sentence] if m.label in _POSTS for at in range(m.start, m.end)}
    rest = "".join(context.article.text(at, at + 1) for at in range(end, start) if at not in named)
    return set(rest) <= context.words.offices.listing

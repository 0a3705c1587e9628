"""Whose an office is that its words do not say: 协会|会长, 市长 in a city's paper, 原总裁某某改任|副董事长.

And what else its holder is: 市委常委、副市长、|开发区管委会主任江明远.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import Filler, Label, Mention, Relation
from extract.engine.coding import ITEM_MARK, plain
from extract.stages.resolve.antecedents import antecedent
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.stand_ins import body

_LEAD = 8
"""Characters before a title in which a word stands that bears on it."""
_FRONTS = ("n", "j", "vn", "a", "b", "l", "s")
"""Tags of the words of a body's name."""
_FRONT = 2
"""Characters of a body's name before its last one, at least."""
_NOUNS = ("n", "j", "l", "m", "eng")
"""Tags of what a body's name may end in."""


def of_office(context: Context, relation: Relation) -> Relation:
    """The body of an office: that of the noun before it (协会|会长), for a firm's office the firm spoken of."""
    title = first(relation, "titles")
    at = title.spans[0][0] if title else relation.start
    lead = context.article.text(max(0, at - _LEAD), at)
    noun = next((word for word in context.words.offices.bodies if lead.endswith(word)), None)
    if noun and (found := body(context, noun, at - len(noun))):
        return fill(relation, "org", found, inherited=True)
    if title and context.words.offices.business.fullmatch(title.text):
        found = antecedent(context, at, min(context.words.plain_group - context.words.unnamed_group))
        return fill(relation, "org", found, inherited=True) if found and holds(context, relation, found) else relation
    return _of_local(context, relation)


@dataclass(frozen=True, slots=True)
class _Post:
    body: Mention | None
    title: Mention


def with_posts(context: Context, relation: Relation) -> Relation:
    """The posts that stand before the one that the rule has read: 市委常委、副市长、|开发区管委会主任江明远.

    They are those of the same body, of a place whose part the last one leads (自治区党委书记、|人大常委会主任), or name
    none; what another body has given stays out (中国科学院院士、云台大学校长).
    """
    org, titles = first(relation, "org"), relation.slots.get("titles", ())
    if relation.record_type != "role" or not titles:
        return relation
    at = min(f.spans[0][0] for f in (*titles, org) if f is not None)
    posts = _posts(context, relation.sentence, at)
    if not posts:
        return relation
    body, told = posts[0].body, tuple(_filler(context, post.title) for post in posts)
    if body is None:
        return replace(relation, slots={**relation.slots, "titles": (*told, *titles)})
    whose = _filler(context, body)
    if org is not None and org.text in context.words.offices.organs:
        part = Filler(((org.spans[0][0], titles[0].spans[-1][1]),), org.text + titles[0].text)
        return replace(relation, slots={**relation.slots, "org": (whose,), "titles": (*told, part, *titles[1:])})
    if org is not None and org.text != whose.text:
        return relation
    return replace(relation, slots={**relation.slots, "org": (whose,), "titles": (*told, *titles)})


def _posts(context: Context, sentence: int, at: int) -> list[_Post]:
    """The posts in a row that ends at `at`, up to the first that names its body."""
    row = context.by_sentence[sentence]
    ends = {m.end: m for m in row if m.label is Label.TITLE}
    bodies = {m.end: m for m in sorted(row, key=lambda m: -m.start) if m.label in {Label.ORG, Label.PLACE}}
    out: list[_Post] = []
    while context.article.text(at - 1, at) in context.words.offices.joins and (title := ends.get(at - 1)):
        body = bodies.get(title.start) or _level(context, title.start)
        if body is None and _another_s(context, sentence, title.start):
            break
        out.insert(0, _Post(body, title))
        at = body.start if body else title.start
        if body:
            break
    return out


def _another_s(context: Context, sentence: int, at: int) -> bool:
    """Whether a body without a name of its own stands before a post: 联盟|理事长、云台汽车总裁江明远."""
    lead = context.article.text(max(context.article.sentences[sentence].start, at - _LEAD), at)
    return lead.endswith(context.words.offices.bodies)


def _level(context: Context, end: int) -> Mention | None:
    """A place by its rank alone, at the front of its clause: 自治区|党委书记."""
    lead = context.article.text(max(0, end - _LEAD), end)
    word = next((word for word in sorted(context.words.levels, key=len, reverse=True) if lead.endswith(word)), None)
    if word is None or lead.removesuffix(word)[-1:].isalnum():
        return None
    return Mention(end - len(word), end, Label.PLACE)


def _filler(context: Context, mention: Mention) -> Filler:
    return Filler(((mention.start, mention.end),), plain(context.article.text(mention.start, mention.end)))


def beside(context: Context, relation: Relation, before: Sequence[Relation]) -> Relation:
    """The body of the role right before it in a list: 市委组织部秘书长江明远、|副巡视员李向东."""
    if relation.record_type != "role" or "org" in relation.slots or not before:
        return relation
    last, title = before[-1], first(relation, "titles")
    org = first(last, "org") if last.record_type == "role" and last.sentence == relation.sentence else None
    if org is None or title is None:
        return relation
    joined = context.article.text(last.end, title.spans[0][0]) in context.words.offices.between
    if not joined or not holds(context, relation, org):
        return relation
    return fill(relation, "org", org, inherited=True)


def holds(context: Context, relation: Relation, org: Filler) -> bool:
    """Whether a body may have an office that its words give to nobody: no authority has a 董事长, no firm a 县长."""
    title, words = first(relation, "titles"), context.words
    firm = title is not None and words.offices.firm.search(title.text) is not None
    council = words.authority.search(org.text) or words.offices.councils.search(org.text)
    own = title is not None and words.offices.own.match(title.text) is not None
    return not own and not (firm and council) and _of_rank(context, relation, org)


def held_by(context: Context, relation: Relation) -> Relation:
    """The role without the body that a word for one stands for, where that has no such office: 公司|董事长.

    So is one whose word stands for no body that the text names.
    """
    org = first(relation, "org")
    unnamed_ = org is not None and org.text in context.words.plain_group - context.words.unnamed_group
    if org is None or (holds(context, relation, org) and not unnamed_):
        return relation
    return replace(relation, slots={slot: row for slot, row in relation.slots.items() if slot != "org"})


def _of_rank(context: Context, relation: Relation, org: Filler) -> bool:
    """Whether an office of a place is of that place's rank: 东海县县委书记江明远、|县长李向东."""
    title = first(relation, "titles")
    found = context.words.offices.local.fullmatch(title.text) if title else None
    return found is None or org.text.endswith(found["rank"])


def contracted(context: Context, relation: Relation) -> Relation:
    """The body whose last character the title has too: 经济|部|长, 市教育|局|长."""
    title, org = first(relation, "titles"), first(relation, "org")
    if relation.record_type != "role" or title is None:
        return relation
    shared = context.words.offices.contracted.match(title.text)
    if org is not None:  # 农粮署南区|分署长
        branch = shared and len(shared[0]) > 1 and len(org.spans) == 1 and org.spans[0][1] == title.spans[0][0]
        end = org.spans[0][1] + len(shared[0]) if shared else 0
        grown = Filler(((org.spans[0][0], end),), org.text + shared[0]) if shared else org
        return replace(relation, slots={**relation.slots, "org": (grown,)}) if branch else relation
    coded, at = context.coding(relation), title.spans[0][0]
    start = end = coded.at(at)
    while shared and start > 0 and end - start < _LEAD and coded.tags[start - 1].startswith(_FRONTS):
        start = coded.words[start - 1]
    text = context.article.text(coded.span(start, end)[0], at) if shared and start < end else ""
    if not shared or len(text) < _FRONT or text.endswith(shared[0]) or context.words.offices.opens.search(text):
        return relation
    front = coded.span(start, end)[0]
    row = context.by_sentence[relation.sentence]
    if context.article.text(front - 1, front) in context.words.offices.joins and any(
        m.label is Label.TITLE and m.end == front - 1 for m in row
    ):
        whole = Filler(((front, title.spans[-1][1]),), text + title.text)  # 东海市委常委、|组织部长
        return replace(relation, slots={**relation.slots, "titles": (whole, *relation.slots["titles"][1:])})
    span = (front, at + len(shared[0]))
    return fill(relation, "org", Filler((span,), plain(context.article.text(*span))))


def of_role(context: Context, relation: Relation, relations: Sequence[Relation]) -> Relation:
    """原总裁某某改任…: the organisation of the role before it in its sentence, no other name between them."""
    if relation.record_type != "role" or "org" in relation.slots or _local(context, relation):
        return relation
    before = [
        r
        for r in relations
        if r.record_type == "role" and r.sentence == relation.sentence and r.start < relation.start and "org" in r.slots
    ]
    if not before or not opens_office(context, relation) or not holds(context, relation, before[-1].slots["org"][0]):
        return relation
    if not unnamed(context, relation):
        return relation
    row = context.by_sentence[relation.sentence]
    if any(m.label in {Label.ORG, Label.PLACE} and before[-1].end <= m.start < relation.end for m in row):
        return relation  # 朝鲜劳动党总书记某某，越南|国家主席某某
    return fill(relation, "org", before[-1].slots["org"][0], inherited=True)


def unnamed(context: Context, relation: Relation) -> bool:
    """Whether nothing before a title says whose it is, and the body may be told elsewhere.

    In a list it is that of the item before or nobody's: 云台公司班长江明远、|技师李向东.
    """
    title = first(relation, "titles")
    listed = title is not None and context.article.text(title.spans[0][0] - 1, title.spans[0][0]) == ITEM_MARK
    return not listed and opens_office(context, relation)


def opens_office(context: Context, relation: Relation) -> bool:
    """Whether no noun stands before a title that would say whose it is: 某集团董事长某某、|青川矿业|总经理某某.

    A noun that stands for a body named before (协会|会长) says it by that one.
    """
    title = first(relation, "titles")
    at = title.spans[0][0] if title else relation.start
    start = context.article.sentences[relation.sentence].start
    lead = context.article.text(max(start, at - _LEAD), at)
    if not lead or lead.endswith(context.words.offices.bodies) or context.words.offices.opens.search(lead):
        return True
    coded = context.coding(relation)
    return not coded.tags[coded.at(at) - 1].startswith(_NOUNS)


def _local(context: Context, relation: Relation) -> bool:
    """Whether the first title is an office of a place: 市委书记, 副县长."""
    title = first(relation, "titles")
    return title is not None and context.words.offices.local.fullmatch(title.text) is not None


def _of_local(context: Context, relation: Relation) -> Relation:
    """An office of a place is of the one that the article is about, where that is of its rank: 市长|某某."""
    title, home = first(relation, "titles"), context.article.place
    found = context.words.offices.local.fullmatch(title.text) if title else None
    if title is None or found is None or home is None or not home.name.endswith(found["rank"]):
        return relation
    return fill(relation, "org", Filler(title.spans, home.name, home), inherited=True)

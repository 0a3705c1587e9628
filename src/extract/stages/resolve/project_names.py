"""What a project's name holds besides: what it is (省重大水利工程|青河水库), and the organisation that opens it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from extract.data import Filler, Label, Relation
from extract.engine.clauses import word_end
from extract.engine.coding import plain
from extract.stages.resolve.antecedents import antecedent
from extract.stages.resolve.clause_actors import named
from extract.stages.resolve.context import Context, fill, first, shortened

_REST = 3
"""Characters behind an organisation that opens a name, at least: 某装备|产业园 names none."""
_NOUN = "n"
"""The tag of a common noun."""
_SHORT = 8
"""Characters that a short form of an organisation's name may have at the front of a project's."""


def without_kind(context: Context, relation: Relation) -> Relation:
    """省重大水利工程|青河水库|等重点工程: what it is stands before the name, or behind it."""
    name = first(relation, "name")
    behind = context.words.projects.tail.search(name.text) if name and len(name.spans) == 1 else None
    if name and behind:
        name = shortened(name, behind.start())
        relation = replace(relation, slots={**relation.slots, "name": (name,)})
    kind = context.words.projects.front.match(name.text) if name else None
    if name is None or kind is None:
        return relation
    start, end = name.spans[0]
    if context.article.text(start, start + kind.end()) != kind[0]:
        return relation
    rest = replace(name, spans=((start + kind.end(), end), *name.spans[1:]), text=name.text[kind.end() :])
    return replace(relation, slots={**relation.slots, "name": (rest,)})


def without_count(context: Context, relation: Relation) -> Relation:
    """两艘|散货船: how many there are is no part of what they are called."""
    slot = "product" if relation.record_type == "milestone" else "object"
    told = first(relation, slot)
    count = context.words.projects.count.match(told.text) if told and len(told.spans) == 1 else None
    if told is None or count is None:
        return relation
    start, end = told.spans[0]
    if context.article.text(start, start + count.end()) != count[0] or _quoted(context, start):
        return relation
    rest = replace(told, spans=((start + count.end(), end),), text=told.text[count.end() :])
    return replace(relation, slots={**relation.slots, slot: (rest,)})


def _quoted(context: Context, start: int) -> bool:
    """Whether a name begins right behind an opening mark: 《30台岸桥采购合同》."""
    return unicodedata.category(context.article.text(start - 1, start) or " ") in {"Ps", "Pi"}


def without_owner(context: Context, relation: Relation) -> Relation:
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


def without_maker(context: Context, relation: Relation) -> Relation:
    """某市援建的|某集团服装项目, 某集团旗下|某材料项目: who gives or owns it stands before its name."""
    name = first(relation, "name")
    found = context.words.projects.maker.match(name.text) if name else None
    if name is None or found is None:
        return relation
    start, end = name.spans[0]
    if context.article.text(start, start + found.end()) != found[0]:
        return relation
    maker = Filler(((start, start + found.end("maker")),), found["maker"])
    rest = replace(name, spans=((start + found.end(), end), *name.spans[1:]), text=name.text[found.end() :])
    relation = replace(relation, slots={**relation.slots, "name": (rest,)})
    head = at_head(context, relation, rest)
    return replace(relation, slots={**relation.slots, "orgs": (maker, *((head,) if head else ()))})


def without_designers(context: Context, relation: Relation) -> Relation:
    """由某设计院|设计、某集团承建的|大桥: who designs or finances it neither builds nor invests."""
    orgs = relation.slots.get("orgs", ())
    kept = tuple(org for org in orgs if context.words.projects.designers.search(org.text) is None)
    if len(kept) == len(orgs):
        return relation
    slots = {**relation.slots, "orgs": kept} if kept else {k: v for k, v in relation.slots.items() if k != "orgs"}
    return replace(relation, slots=slots)


def without_site(context: Context, relation: Relation) -> Relation:
    """在某片区|某集团轴承项目建设现场: where it stands is no part of a name that an organisation opens behind it."""
    name = first(relation, "name")
    if name is None or len(name.spans) != 1 or "location" in relation.slots:
        return relation
    start, end = name.spans[0]
    body = first(relation, "orgs")
    cut = name.text.find(body.text) if body else 0
    if cut <= 0 or context.article.text(start, start + cut) != name.text[:cut]:
        return relation
    located = context.article.text(start - 1, start) in context.words.locatives
    row = context.by_sentence[relation.sentence]
    if not located or not any(m.label is Label.PLACE and m.start == start for m in row):
        return relation
    rest = replace(name, spans=((start + cut, end),), text=name.text[cut:])
    site = Filler(((start, start + cut),), name.text[:cut])
    return replace(relation, slots={**relation.slots, "name": (rest,), "location": (site,)})


def at_head(context: Context, relation: Relation, anchor: Filler | None) -> Filler | None:
    """The organisation that heads the name: 甲集团 in 甲集团风电项目."""
    if anchor is None or relation.record_type not in {"project", "milestone"}:
        return None
    start, end = anchor.spans[0]
    before = start - len(context.words.of)
    owning = [m for m in context.by_sentence[relation.sentence] if m.label is Label.ORG and m.end == before]
    if owning and relation.record_type == "project" and context.article.text(before, start) == context.words.of:
        return named(context, owning[-1])  # 某化学|的|30万吨烧碱项目
    inside = [
        m
        for m in context.by_sentence[relation.sentence]
        if m.label is Label.ORG
        and m.start == start < m.end <= end
        and (
            m.end < end - _REST
            or (m.end == end and len(anchor.spans) > 1)
            or context.words.projects.phase.fullmatch(context.article.text(m.end, end))
        )
    ]
    if inside:
        return named(context, max(inside, key=lambda m: m.end))
    row = context.by_sentence[relation.sentence]
    body = any(m.label is Label.ORG and m.start == start and m.end >= end for m in row)
    # 海川A9样车 is called by a brand; 国家计量中心 is a body itself
    if body or relation.record_type == "milestone":
        return None
    return _in_short(context, relation, start, end) or _by_form(context, relation, anchor)


def _by_form(context: Context, relation: Relation, name: Filler) -> Filler | None:
    """What opens a name and has the form of a firm's own: 鼎某得|高端材料项目."""
    coded = context.coding(relation)
    start, end = name.spans[0]
    stop = context.words.projects.owners.owner(coded, coded.at(start), coded.at(end - 1) + 1, name.text)
    if stop is None:
        return None
    span = (start, coded.ends[stop - 1])
    return Filler((span,), plain(context.article.text(*span)))


def _in_short(context: Context, relation: Relation, start: int, end: int) -> Filler | None:
    """What opens the name `start:end` and shortens an organisation that the article names: 海川|风电项目."""
    text = context.article.text(start, end)
    known = [m for m in context.mentions if m.label is Label.ORG and not start <= m.start < end]
    places = {context.article.text(m.start, m.end) for m in context.mentions if m.label is Label.PLACE}
    coded = context.coding(relation)
    at = coded.at(start)
    common = word_end(coded, at) - at if coded.tags[at] == _NOUN else 0
    for size in range(min(len(text) - 2, _SHORT), max(1, common), -1):  # 国家|医学中心, 儿童|乐园 shorten no body
        short = text[:size]
        if any(place.startswith(short) for place in places):  # 滨海|学校 has nothing of 滨海市人民医院
            continue
        if any(short in context.article.text(m.start, m.end) for m in known):
            return Filler(((start, start + size),), short)
    return None

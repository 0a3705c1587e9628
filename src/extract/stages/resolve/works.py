"""What a project costs, what it yields and what becomes of it next, as the words around its name tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.data import Bound, Dimension, Filler, Label, Quantity, Relation
from extract.engine.coding import ITEM_MARK, Coded, plain
from extract.records.project import Stage
from extract.stages.resolve.context import Context, code, fill, first, period_of, shortened, without_taken

_ORDER = {stage: i for i, stage in enumerate(Stage)}
_BACK = 4
"""Sentences before a list in which its stage stands."""
_RATES = frozenset({Dimension.PHYSICAL, Dimension.COUNT})
_SAID = frozenset({Bound.EXACT, Bound.ABOUT, Bound.RANGE})
"""How sure a quantity is that a name says: 千万千瓦级 is a class of works."""
_WEIGHTS = frozenset({"t", "kg", "m3"})
"""Units of what a plant makes; lengths and areas in a name are of the work itself."""


def resolve_works(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill the investment and the capacity of projects, and give the stage that is expected a record of its own.

    A figure that fills a slot is no statistic besides.
    """
    out: list[tuple[int, Relation]] = []
    names = sorted(n.spans[0][0] for r in relations if r.record_type == "project" and (n := first(r, "name")))
    for index, told in enumerate(relations):
        relation = _without_aside(context, told)
        name = first(relation, "name")
        if relation.record_type != "project" or name is None:
            out.append((index, relation))
            continue
        coded = context.coding(relation)
        limit = next((at for at in names if at > name.spans[-1][1]), None)
        filled = _with_figures(context, _told(context, relation, name, coded), name, coded, limit)
        filled = _with_builder(context, filled, name, limit)
        out.extend((index, made) for made in _with_next(context, filled, coded, limit))
    return without_taken(out, ("investment", "capacity"))


def _without_aside(context: Context, relation: Relation) -> Relation:
    """某某碳酸锂项目|（总投资18亿元）: what it costs is no part of its name."""
    name = first(relation, "name")
    if relation.record_type != "project" or name is None or len(name.spans) > 1:
        return relation
    aside = context.words.projects.aside.search(name.text)
    return replace(relation, slots={**relation.slots, "name": (shortened(name, aside.start()),)}) if aside else relation


def _told(context: Context, relation: Relation, name: Filler, coded: Coded) -> Relation:
    """The project with the place told before it (位于某地的|水库), an item of a list with the list's stage."""
    start, end = coded.at(name.spans[0][0]), coded.at(name.spans[-1][1] - 1) + 1
    placed = context.words.projects.located.search(coded.clean, coded.starts[0], coded.starts[start])
    if placed and "location" not in relation.slots:
        span = placed.span("place")
        relation = fill(relation, "location", Filler((span,), plain(context.article.text(*span))))
    if relation.codes.get("listed") and "stage" not in relation.codes:
        words = context.words.projects
        found = words.listed_stage.match(coded.text, end) or words.stage_of_list.search(coded.text, 0, start)
        found = found or _told_before(context, relation)
        if found:
            return code(relation, stage=context.words.stages[found["stage"]])
    return relation


def _with_builder(context: Context, relation: Relation, name: Filler, limit: int | None) -> Relation:
    """Who is told to build it: 某集团|承建的|水电站, or behind it, before `limit`: 。工程由|某集团|投资建设."""
    if "orgs" in relation.slots:
        return relation
    words, sentences, at = context.words.projects, context.article.sentences, relation.end
    start = sentences[relation.sentence].start
    found = words.builder_before.search(context.article.text(start, name.spans[0][0]))
    if found is None:
        start, end = at, sentences[min(relation.sentence + 1, len(sentences) - 1)].end
        found = words.builder.search(context.article.text(start, end if limit is None else min(end, max(start, limit))))
    return replace(relation, slots={**relation.slots, "orgs": _each(context, found, start)}) if found else relation


def _each(context: Context, found: re.Match[str], start: int) -> tuple[Filler, ...]:
    """The names in the group `maker` of what was found from `start` on: 甲集团|与|乙公司."""
    out, at = [], found.start("maker")
    for name in context.words.projects.builders.split(found["maker"]):
        span = (start + at, start + at + len(name))
        out.append(Filler((span,), plain(name)))
        at += len(name) + 1
    return tuple(out)


def _told_before(context: Context, relation: Relation) -> re.Match[str] | None:
    """The stage of a list that the sentences before it tell: 集中|开工|的亿元以上项目有3个。项目包括…."""
    sentences, at = context.article.sentences, relation.sentence
    lead = context.article.text(sentences[max(0, at - _BACK)].start, sentences[at].start)
    return next(iter(list(context.words.projects.stage_told.finditer(lead))[-1:]), None)


def _with_figures(context: Context, relation: Relation, name: Filler, coded: Coded, limit: int | None) -> Relation:
    start, end = coded.at(name.spans[0][0]), coded.at(name.spans[-1][1] - 1) + 1
    stop = len(coded.text) if limit is None or limit >= coded.ends[-1] else coded.at(limit)
    behind = coded.text.find("；", end, stop)
    stop = stop if behind < 0 else behind
    words = context.words.projects
    if "investment" not in relation.slots:
        found = words.invested_before.search(coded.text, 0, start)
        of_all = words.sums_up.search(coded.text, coded.at(name.spans[0][1] - 1) + 1, coded.at(relation.end - 1) + 1)
        if found and of_all and coded.text[found.start() - 1 : found.start()] != ITEM_MARK:
            found = None  # 总投资80亿元的|某发动机等6个项目|开工
        elif found is None and not of_all:
            found = words.invested_behind.search(coded.text, end, stop)
        if found:
            relation = fill(relation, "investment", _figure(context, coded, found.start("figure")))
    if "capacity" not in relation.slots:
        hit = (
            words.capacity_before.search(coded.text, 0, start)
            or words.capacity_inside.search(coded.text, start, end)
            or words.capacity_behind.search(coded.text, end, stop)
        )
        if hit:
            rate = next((words.rates[key] for key in words.rates if key in hit[0]), "")
            relation = fill(relation, "capacity", _rated(_figure(context, coded, hit.start(str(hit.lastgroup))), rate))
        elif made := _in_name(context, coded, start, end):
            relation = fill(relation, "capacity", made)
    return relation


def _in_name(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """What a plant's name says that it makes or gives: 10万吨|合成氨项目, 60万千瓦|风电项目."""
    for at in range(start, end):
        held = coded.mentions.get(at, ())
        normal = held[0].normal if held and held[0].label is Label.QUANTITY else None
        if isinstance(normal, Quantity) and normal.dimension in _RATES and normal.bound in _SAID:
            goods = context.words.projects.goods.match(coded.text, at + 1)
            if normal.unit in context.words.projects.power or (normal.unit in _WEIGHTS and goods):
                return _figure(context, coded, at)
    return None


def _figure(context: Context, coded: Coded, at: int) -> Filler:
    mention = coded.mentions[at][0]
    normal = None if isinstance(mention.normal, str) else mention.normal
    return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end), normal)


def _rated(filler: Filler, rate: str) -> Filler:
    """年产|20万吨 is 200000 t/a."""
    quantity = filler.normal
    if not isinstance(quantity, Quantity) or quantity.dimension not in _RATES or not rate or not quantity.unit:
        return filler
    return replace(filler, normal=replace(quantity, unit=f"{quantity.unit}{rate}", dimension=Dimension.RATE))


def _with_next(context: Context, relation: Relation, coded: Coded, limit: int | None) -> Iterator[Relation]:
    """The project with the later stage of its own modality, and a second one for a stage of another."""
    stage = relation.codes.get("stage")
    end = coded.at(relation.end - 1) + 1
    stop = len(coded.text) if limit is None or limit >= coded.ends[-1] else coded.at(limit)
    found = context.words.projects.next_stage.match(coded.text, end) if stage else None
    if found is None or found.end() > stop:  # what 预计 leads is told by a rule of its own
        yield relation
        return
    later = context.words.stages[found["stage"]]
    held = coded.mentions.get(found.start("when"), ()) if found["when"] else ()
    period = period_of(held[0]) if held else None
    own = str(relation.codes.get("modality", "actual"))
    ahead = bool(context.written and period and period.start and period.start > context.written)
    modality = "planned" if ahead else own
    if modality == own and _ORDER[Stage(later)] <= _ORDER[Stage(str(stage))]:
        yield relation
        return
    following = code(relation, stage=later, modality=modality)
    slots = {k: v for k, v in following.slots.items() if k not in {"period", "stage"}}
    if held and period:
        slots["period"] = (Filler(((held[0].start, held[0].end),), "", period),)
    following = replace(following, slots=slots)
    if modality != own:
        yield relation
        slots.pop("investment", None)
        slots.pop("capacity", None)
    yield replace(following, slots=slots)

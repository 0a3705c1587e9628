"""Figures that belong to a project told nearby: its investment and its capacity are slots, no statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Quantity, Relation
from extract.stages.resolve.about import last_named, main_organisation
from extract.stages.resolve.antecedents import antecedent
from extract.stages.resolve.context import STATISTIC, Context, first, renumbered, shortened
from extract.stages.resolve.owners import past_times
from extract.stages.resolve.pointing import pointer
from extract.stages.resolve.project_again import told_in_full

_NEAR = 2
"""Sentences behind a project in which its figures stand."""
_LEAD = 8
"""Characters before a figure in which a word says that it is one of a year."""
_INSIDE = frozenset({"f", "uj"})
"""Tags of what says that something else is told of: 产业园|内, 项目|的."""
_CAPACITIES = frozenset({Dimension.PHYSICAL, Dimension.RATE, Dimension.COUNT})


def resolve_projects(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Move 该项目|总投资6亿元 into the project's slots, and name the project of a later stage."""
    named = [r for r in relations if not _nameless(context, r)]
    out = [
        told_in_full(context, _later(context, _phased(context, relation, named), named), named)
        for relation in _merged(relations)
    ]
    gone = {i for i, r in enumerate(out) if r.record_type == "project" and _bare(context, r)}
    gone |= {i for i, r in enumerate(relations) if _nameless(context, r) or _told_besides(r, relations)}
    gone |= {i for i, r in enumerate(out) if any(_told_again(r, later) for later in out[i + 1 :])}
    for index, relation in enumerate(relations):
        slot = _slot(context, relation)
        at = _project(relation, out, index) if slot else None
        if slot and at is not None and slot not in out[at].slots:
            figure = (
                _by_year(context, relation.slots["quantity"][0])
                if slot == "capacity"
                else relation.slots["quantity"][0]
            )
            out[at] = replace(out[at], slots={**out[at].slots, slot: (figure,)})
            gone.add(index)
    return renumbered([(i, r) for i, r in enumerate(out) if i not in gone])


def _merged(relations: Sequence[Relation]) -> list[Relation]:
    """某厂投资6亿元建设的|这个大项目 fills the slots that the project named before it left open."""
    out = list(relations)
    for index, relation in enumerate(relations):
        if relation.record_type != "project" or "name" in relation.slots or "investment" not in relation.slots:
            continue
        before = (i for i in range(index - 1, -1, -1) if out[i].record_type == "project" and "name" in out[i].slots)
        at = next(before, None)
        if at is not None and relation.sentence - out[at].sentence <= _NEAR:
            out[at] = replace(out[at], slots={**relation.slots, **out[at].slots})
    return out


def _told_again(project: Relation, later: Relation) -> bool:
    """Whether a project without a stage gets one behind: 总投资6亿元的|某厂，预计9月|建成."""
    if {project.record_type, later.record_type} != {"project"} or "stage" in project.codes:
        return False
    name, again = first(project, "name"), first(later, "name")
    return project.sentence == later.sentence and name is not None and name == again


def _told_besides(project: Relation, relations: Sequence[Relation]) -> bool:
    """Whether a project without a name tells the stage that one with a name tells: 某公路完成八成，预计10月|通车."""
    if project.record_type != "project" or "name" in project.slots or "stage" not in project.slots:
        return False
    told = project.slots["stage"][0].spans
    return any(
        r.record_type == "project" and "name" in r.slots and "stage" in r.slots and r.slots["stage"][0].spans == told
        for r in relations
    )


def _bare(context: Context, project: Relation) -> bool:
    """Whether a project has no name but that of a phase: 二期."""
    name = first(project, "name")
    return name is None or context.words.projects.phase.fullmatch(name.text) is not None


def _nameless(context: Context, project: Relation) -> bool:
    """Whether what a rule took for a name says only how many or what they are like: 14个|项目, 最大水电站|项目."""
    name = first(project, "name") if project.record_type == "project" else None
    return name is not None and context.words.projects.nameless.search(name.text) is not None


def _whole(context: Context, project: Relation) -> bool:
    """Whether a project has a name of its own, no phase or section alone."""
    name = first(project, "name")
    return not _bare(context, project) and not (name and len(name.spans) == 1 and _section(context, name))


def _section(context: Context, name: Filler) -> bool:
    """Whether a name is that of a part of a line by its ends alone: 东河至西岭段."""
    words = context.words.projects
    return words.section.fullmatch(name.text) is not None and words.line.match(name.text) is None


def _phased(context: Context, relation: Relation, relations: Sequence[Relation]) -> Relation:
    """A phase told without its project is that of the last project before it: 某基地一期封顶，|二期|正在办理手续.

    A section of a line likewise (某高铁开工，|东河至西岭段|完成铺轨); one of a firm spoken of is that firm's
    (该公司|一期项目).
    """
    name = first(relation, "name")
    if relation.record_type != "project" or name is None or _whole(context, relation):
        return relation
    before = [r for r in relations if r.record_type == "project" and r.start < relation.start and _whole(context, r)]
    if before and relation.sentence - before[-1].sentence <= _NEAR:
        base = _base(context, before[-1].slots["name"][0], name)
        if base is None:
            return relation
        whole = Filler((*base.spans, *name.spans), base.text + name.text)
        actors = {"orgs": before[-1].slots["orgs"]} if "orgs" in before[-1].slots else {}
        return replace(relation, slots={**actors, **relation.slots, "name": (whole,)})
    owner_ = _owner(context, name)
    if owner_ is None or _section(context, name):
        return relation
    whole = Filler((*owner_.spans, *name.spans), owner_.text + name.text)
    return replace(relation, slots={**relation.slots, "orgs": (owner_,), "name": (whole,)})


def _base(context: Context, base: Filler, name: Filler) -> Filler | None:
    """The name that a phase or a section goes behind: 某基地|一期, 某高铁|西段; None for a section of no line."""
    words = context.words.projects
    if _section(context, name):
        line = words.line.match(base.text)
        return shortened(base, line.end()) if line else None
    phase = next((m for m in words.phase.finditer(base.text) if m.end() == len(base.text)), None)
    return shortened(base, phase.start()) if phase else base


def _owner(context: Context, name: Filler) -> Filler | None:
    """The firm that a word right before a bare phase stands for (该公司|（的）一期项目), else the text's own."""
    start = name.spans[0][0]
    lead = context.article.text(max(context.article.start, start - _LEAD), start).removesuffix(context.words.of)
    hits = [m for m in context.words.group.finditer(lead) if m.end() == len(lead)]
    if hits:
        return antecedent(context, start, hits[0][0])
    main = main_organisation(context)
    return last_named(context, main, start).as_inherited(True) if main and main.spans[0][0] < start else None


def _later(context: Context, relation: Relation, relations: Sequence[Relation]) -> Relation:
    """A later stage of the project before it (已封顶，|预计年底投用), or of the one that its sentence points at."""
    if relation.record_type != "project" or "name" in relation.slots:
        return relation
    before = [r for r in relations if r.record_type == "project" and "name" in r.slots and r.start < relation.start]
    if before and before[-1].sentence == relation.sentence:
        return replace(relation, slots={**before[-1].slots, **relation.slots})
    found = _pointed(context, relation)
    if found is None and before and before[-1].sentence == relation.sentence - 1 and _opens(context, relation):
        found = replace(before[-1].slots["name"][0], inherited=True)  # 某隧道19日贯通。|预计年底通车
    found = found or _named_first(context, relation, before)
    return replace(relation, slots={**relation.slots, "name": (found,)}) if found else relation


def _named_first(context: Context, relation: Relation, before: Sequence[Relation]) -> Filler | None:
    """The project told just before that the relation's sentence opens with.

    某大桥合龙。|某大桥北接甲镇，预计明年通车, but not 某产业园内，乙厂房预计投产.
    """
    coded = context.coding(relation)
    start = coded.starts[past_times(context, coded, 0, len(coded.text))]
    for name in (r.slots["name"][0] for r in reversed(before) if relation.sentence - r.sentence <= _NEAR):
        end = start + len(name.text)
        if context.article.text(start, end) == name.text:
            return None if coded.tags[coded.at(end)] in _INSIDE else Filler(((start, end),), name.text)
    return None


def _opens(context: Context, relation: Relation) -> bool:
    """Whether a relation tells a stage and nothing but times stands before it in its sentence."""
    coded = context.coding(relation)
    return "stage" in relation.slots and past_times(context, coded, 0, len(coded.text)) >= coded.at(relation.start)


def _pointed(context: Context, relation: Relation) -> Filler | None:
    """What the words at the front of a relation or of its sentence point at: 据某公司介绍，|大桥|计划2030年通车."""
    coded = context.coding(relation)
    for at in (past_times(context, coded, 0, len(coded.text)), coded.at(relation.start)):
        found = pointer(context, coded, at, len(coded.text)) if at < len(coded.text) else None
        if found is not None and found[1] is not None:
            return Filler((coded.span(at, found[0]),), found[1].text)
    return None


def _slot(context: Context, relation: Relation) -> str | None:
    """The slot of a project that a level fills by its metric: 总投资, 年通过能力."""
    metric, figure = first(relation, "metric"), first(relation, "quantity")
    if relation.record_type != STATISTIC or relation.codes.get("measure") != "level" or metric is None:
        return None
    quantity = figure.normal if figure else None
    if relation.parent is not None or not isinstance(quantity, Quantity):
        return None
    if quantity.dimension is Dimension.MONEY and context.words.projects.invested.fullmatch(metric.text):
        return "investment"
    capacity = quantity.dimension in _CAPACITIES and context.words.projects.capacities.fullmatch(metric.text)
    return "capacity" if capacity else None


def _project(relation: Relation, relations: Sequence[Relation], index: int) -> int | None:
    """The project that the figure's subject names or points at."""
    subject = first(relation, "subject")
    if subject is None:
        return None
    for at in range(_end(relations, index), -1, -1):
        project = relations[at]
        name = first(project, "name")
        if relation.sentence - project.sentence > _NEAR:
            return None
        if project.record_type == "project" and name and (subject.text in name.text or name.text in subject.text):
            return at
    return None


def _end(relations: Sequence[Relation], index: int) -> int:
    """The last relation of the sentence that `index` is in."""
    while index + 1 < len(relations) and relations[index + 1].sentence == relations[index].sentence:
        index += 1
    return index


def _by_year(context: Context, figure: Filler) -> Filler:
    """年产20万吨 is a throughput in t/a."""
    start, normal = figure.spans[0][0], figure.normal
    lead = context.article.text(max(context.article.start, start - _LEAD), start)
    if (
        not isinstance(normal, Quantity)
        or not normal.unit
        or "/" in normal.unit
        or not context.words.projects.yearly.search(lead)
    ):
        return figure
    return replace(figure, normal=replace(normal, unit=f"{normal.unit}/a"))

"""A project by its name at the front of a clause: 禾田产业园|是高新区打造的战略项目，总投资30亿元，|占地90亩."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Filler, Label, Relation
from extract.engine.coding import ITEM_MARK, NAMES, QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, Context, first
from extract.stages.resolve.phases import phase_told

_PROJECT = "project"
_LEAST = 4
"""Characters of a project's name, at least."""
_TIMES = frozenset(NAMES[Label.TIME])
_KIND, _NAMED = 2, 6
"""Characters of the word for a project, and of a name with it, at least."""
_PROPER = ("nr", "ns", "nt", "nz", "en")
_PASSED = ("t", "d", "c")
"""Tags of what may stand between a clause's start and the name."""


def by_its_name(context: Context, relation: Relation) -> Relation:
    """The relation with what heads its clause as the name where that only says what it is: 某某园|是|重点项目."""
    name = first(relation, "name") if relation.record_type == _PROJECT else None
    if name is None or len(name.spans) != 1:
        return relation
    coded = context.coding(relation)
    at = coded.at(name.spans[0][0])
    start = _past(coded, coded.clause_start(at), at)
    copula = next((i for i in range(start + 1, at) if _word(coded, i) in context.words.named.copulas), None)
    if copula is None or coded.span(start, copula)[1] - coded.span(start, copula)[0] < _LEAST:
        return relation
    text = plain(context.article.text(*coded.span(start, copula)))
    joint = any(symbol in QUANTITIES or symbol == ITEM_MARK for symbol in coded.text[start:copula])
    if joint or context.words.pointing.match(text) or context.words.of in text:
        return relation
    return replace(relation, slots={**relation.slots, "name": (Filler((coded.span(start, copula),), text),)})


def thing_told(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The phase or the project that the clause `start:end` begins with."""
    found = phase_told(context, coded, start, end) or _project(context, coded, start, end)
    return found or _said(context, coded, start, end)


def _said(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The project that a clause says something of, told by a record or not: |远帆轴承项目|是重点项目，拟投资9亿元."""
    named = context.words.named
    cut = next((i for i in range(start + 1, end) if _word(coded, i) in named.copulas | named.seating), None)
    while cut is not None and cut > start + 1 and coded.tags[cut - 1] in _PASSED:
        cut = coded.words[cut - 1]
    text = plain(coded.surface(start, cut)) if cut is not None else ""
    kind = context.words.about.any_project.search(text[-_KIND:])
    joint = any(symbol in QUANTITIES or symbol == ITEM_MARK for symbol in coded.text[start:cut])
    nameless = context.words.projects.nameless.search(text) or context.words.pointing.match(text)
    if cut is None or kind is None or joint or nameless or context.words.of in text or len(text) < _NAMED:
        return None
    own = any(coded.tags[i].startswith(_PROPER) or coded.text[i] in NAME_SYMBOLS for i in range(start, cut))
    whose = coded.surface(start, start + 1) in context.words.deictics or context.words.named.generic.search(text)
    return Filler((coded.span(start, cut),), text) if own and not whose else None


def _project(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The project whose name a record tells at the front of the clause `start:end`: |某集团服装项目|总投资2亿元，…."""
    if start >= end:
        return None
    begin, stop = coded.starts[start], coded.ends[end - 1]
    for thing in context.things:
        name = first(thing, "name") if thing.record_type == _PROJECT else None
        if name is None or len(name.spans) != 1 or name.spans[0][0] != begin or name.spans[0][1] > stop:
            continue
        nameless = context.words.projects.nameless.search(name.text) or context.words.projects.phase.fullmatch(
            name.text
        )
        listed = coded.text[coded.at(name.spans[0][1] - 1) + 1 :][:1] in (ITEM_MARK, *context.words.others)
        if not nameless and not listed and len(name.text) >= _LEAST:
            return name
    return None


def _past(coded: Coded, start: int, at: int) -> int:
    """The symbol behind times and adverbs at the front of a clause."""
    while start < at and (coded.text[start] in _TIMES or coded.tags[start] in _PASSED):
        start = coded.word_end(start)
    return start


def _word(coded: Coded, at: int) -> str:
    """The word that begins at a symbol; nothing inside a word."""
    return coded.text[at : coded.word_end(at)] if coded.words[at] == at else ""

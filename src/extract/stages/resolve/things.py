"""What a thing that the sentence has just told of has: its length, its visitors, its members, its beds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.data import Filler, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, Context, first
from extract.stages.resolve.owner_lists import in_list

_LEAST = 4
"""Characters of a thing's name, at least."""
_OF, _VERBS = "uj", ("v", "d", "p", "t", "x", "c", "m", "f")
_PRODUCT = "milestone"
_STRONG = "；。"
"""Marks beyond which a sentence tells of something else."""


def bearer(context: Context, relation: Relation, at: int) -> Filler | None:
    """The thing before the symbol `at` that has what is measured: 某某大桥|建成通车，|全长2公里.

    The nearest of a kind that has such figures, in the clauses before, else at the front of the sentence before, in
    the same paragraph.
    """
    metric = first(relation, "metric")
    if metric is None:
        return None
    kinds = [nouns for nouns, has in context.words.things if has.fullmatch(metric.text)]
    if not kinds:
        return None
    coded = context.coding(relation)
    floor = max((coded.text.rfind(mark, 0, at) for mark in _STRONG), default=-1) + 1
    for end in _word_ends(coded, floor, at):
        if any(nouns.search(coded.text, floor, end) for nouns in kinds):
            found = _named(context, coded, floor, end, at)
            if found is not None:
                return found
    return None


def happened_to(context: Context, relation: Relation, at: int) -> Filler | None:
    """The thing that something happened to in the clause before, nobody being named since: 某项目开工，|可增就业20人.

    Its name comes before what happened (not 启动|某项目), and nothing in between has a name of its own.
    """
    coded, metric = context.coding(relation), first(relation, "metric")
    start = coded.clause_start(at)
    floor = max((coded.text.rfind(mark, 0, start) for mark in _STRONG), default=-1) + 1
    statuses = tuple(word for word in context.words.metrics.statuses if len(word) > 1)
    if floor >= start or (metric and metric.text.startswith(statuses)):
        return None  # 某高铁通车，|新开工项目20个
    span = coded.span(floor, start)
    for thing in reversed(context.things):
        name = first(thing, "name") or first(thing, "product") or first(thing, "object")
        happened = first(thing, "stage") or first(thing, "action")
        if thing.sentence != relation.sentence or name is None or happened is None or not name.spans:
            continue
        if thing.record_type == _PRODUCT and metric and context.words.firms_have.fullmatch(metric.text):
            continue  # 某船下水，|产值9亿元
        if span[0] <= name.spans[0][0] and name.spans[-1][1] <= happened.spans[0][0] < span[1]:
            behind = _LATER.sub("", coded.text[coded.at(name.spans[-1][1] - 1) + 1 : start], count=1)
            front = coded.at(name.spans[0][0])
            if len(name.spans) > 1 or in_list(context, coded, front, coded.at(name.spans[-1][1] - 1) + 1):
                return None  # 甲高铁、乙高速建成通车，|全年投资5亿元
            driven = front > floor and coded.tags[coded.words[front - 1]].startswith("v")  # 确保|某高架|通车
            return None if driven or any(symbol in NAME_SYMBOLS for symbol in behind) else name
    return None


def _word_ends(coded: Coded, floor: int, at: int) -> Iterator[int]:
    """Where the words before `at` end, from right to left."""
    while at > floor:
        yield at
        at = coded.words[at - 1]


def _named(context: Context, coded: Coded, floor: int, end: int, at: int) -> Filler | None:
    """The name that ends at the symbol `end`, where it is a whole phrase: before a mark, a verb or the metric."""
    if end < at and (not coded.tags[end].startswith(_VERBS) or _counts(coded, end)):
        return None
    phrase = context.words.phrases.left(coded, end, floor)
    if phrase is None or phrase[1] != end:
        return None
    start = phrase[0]
    for i in range(end - 1, start, -1):
        if coded.tags[i] == _OF and coded.words[i] == i:  # 某厂研制的|新型机床
            start = i + 1
            break
    if any(symbol in QUANTITIES or symbol == ITEM_MARK for symbol in coded.text[start:end]):
        return None
    if in_list(context, coded, start, end):
        return None
    span = coded.span(start, end)
    recorded = _recorded(context, span)
    if recorded is not None:
        return recorded
    text = plain(context.article.text(*span))
    claim = context.words.claims.match(text)
    named = any(c in _NAMES or coded.tags[i][:2] in _PROPER for i, c in enumerate(coded.text[start:end], start))
    if (
        len(text) < _LEAST
        or context.words.pointing.match(text)
        or not (named or claim or "“" in context.article.text(*span))
    ):
        return None
    lead = claim.end() if claim else 0
    return Filler(((span[0] + lead, span[1]),), text[lead:])


def _counts(coded: Coded, at: int) -> bool:
    """Whether the figure at a symbol counts what stands before it: 新建中小学|3所, not 某大桥|2.6公里."""
    if coded.text[at] not in QUANTITIES or at not in coded.mentions:
        return False
    quantity = coded.mentions[at][0].normal
    return isinstance(quantity, Quantity) and quantity.unit is not None and not quantity.unit.isascii()


def _recorded(context: Context, span: tuple[int, int]) -> Filler | None:
    """The name under which a record tells of the thing at a span."""
    for thing in context.things:
        name = first(thing, "name") or first(thing, "product") or first(thing, "object")
        if name and name.spans and name.spans[0][0] < span[1] and span[0] < name.spans[-1][1]:
            return name
    return None


_NAMES = frozenset("".join(NAMES.values()))
_LATER = re.compile(f"^[^{CLAUSE_MARKS}]*")
"""What stands in the same clause as a thing's name: where it happened."""
_PROPER = frozenset({"nr", "ns", "nt", "nz", "en"})

"""What a thing that the sentence has just told of has: its length, its visitors, its members, its beds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.data import Filler, Label, Place, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, Context, first, place
from extract.stages.resolve.made import is_made, last_made
from extract.stages.resolve.owner_lists import in_list
from extract.stages.resolve.owners import clause_owner

_LEAST = 4
"""Characters of a thing's name, at least."""
_TAIL = 12
"""Symbols in which the kind of a thing stands at the end of its name."""
_OF, _VERBS = "uj", ("v", "d", "p", "t", "x", "c", "m", "f")
_PRODUCT, _EVENT = "milestone", "event"
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
        tail = coded.surface(max(floor, end - _TAIL), end)  # a name may be one symbol: 某某产业联盟
        if any(nouns.search(tail) for nouns in kinds):
            found = _named(context, coded, floor, end, at)
            if found is not None:
                return found
    return None


def told_before(context: Context, relation: Relation, at: int) -> Filler | None:
    """The made thing that a clause before the symbol `at` is about: 该车|采用某系统，|自重9吨."""
    metric, coded = first(relation, "metric"), context.coding(relation)
    if metric is None or not context.words.made.attributes.fullmatch(metric.text):
        return None
    end = coded.clause_start(at) - 1
    while end > 0 and coded.text[end] not in _STRONG:
        start = coded.clause_start(end)
        found = clause_owner(context, coded, start, end) if start < end else None
        if found and is_made(context, found):
            return found if found.inherited else _recorded(context, found.spans[0]) or found
        end = start - 1
    return None


def goes_on(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The made thing that is described on: 该机床主轴转速9转/分，|定位精度1毫米; 某船下水。|总长90米.

    It had the last figure of the sentence of what things are like; else it was told of last before, in the paragraph.
    """
    metric = first(relation, "metric")
    if metric is None or not context.words.made.attributes.fullmatch(metric.text):
        return None
    coded = context.coding(relation)
    begins = coded.clause_start(coded.at(metric.spans[0][0])) == 0 if metric.spans else False
    standing = begins and context.words.made.standing.fullmatch(metric.text) is not None
    for earlier in reversed(done):
        if earlier.sentence < relation.sentence - standing:
            break
        subject, of = first(earlier, "subject"), first(earlier, "metric")
        if context.paragraph(earlier.sentence) == context.paragraph(relation.sentence) and subject and of:
            same = earlier.sentence == relation.sentence and not _body(context, subject)
            if context.words.made.attributes.fullmatch(of.text) and (same or is_made(context, subject)):
                return subject
    return last_made(context, relation.sentence, place(relation)) if standing else None


def _body(context: Context, owner: Filler) -> bool:
    """Whether an owner is a place or a body."""
    begun = context.begun(owner.spans[0][0], owner.spans[0][0] + 1) if owner.spans else ()
    return isinstance(owner.normal, Place) or any(m.label in {Label.ORG, Label.PLACE} for m in begun)


def joined_by(context: Context, relation: Relation) -> Filler | None:
    """The body that those counted make: 9家企业|参与的|某某联合体, 5家单位|发起成立|某联盟."""
    coded, named = context.coding(relation), context.words.named
    at = coded.at(relation.end - 1) + 1
    joining = named.joining.match(coded.text, at)
    begin = stop = joining.end() if joining else len(coded.text)
    while stop < len(coded.text) and coded.text[stop] not in CLAUSE_MARKS + ITEM_MARK + QUANTITIES:
        stop = coded.word_end(stop)
        if named.joined.search(coded.surface(begin, stop)):
            return Filler((coded.span(begin, stop),), plain(coded.surface(begin, stop)))
    return None


def spread(context: Context, relation: Relation) -> Filler | None:
    """What was made, where the next clause tells where it is in use: 研制出某系统，|已在9家企业推广."""
    coded, at = context.coding(relation), context.coding(relation).at(place(relation))
    start = coded.clause_start(at)
    end = min((i for i in range(at, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), default=len(coded.text))
    if start < 2 or coded.text[start - 1] in _STRONG or not context.words.named.spread.match(coded.surface(start, end)):
        return None
    made = last_made(context, relation.sentence, coded.starts[start])
    return made if made and made.spans[0][0] >= coded.starts[coded.clause_start(start - 1)] else None


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
        if context.words.projects.nameless.search(name.text) or _ago(context, coded, name, start):
            continue  # 集团公司项目|签约
        if thing.record_type == _EVENT and context.words.projects.held_for_works.search(name.text):
            continue  # 某市重大项目集中开工活动|举行，总投资9亿元
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


def _ago(context: Context, coded: Coded, name: Filler, end: int) -> bool:
    """Whether a clause only says since when: 某公司自首架飞机下线以来，|已销售90架."""
    begin = coded.clause_start(coded.at(name.spans[0][0])) if coded.starts[0] <= name.spans[0][0] else end
    return context.words.named.since.match(coded.text, begin, max(begin, end - 1)) is not None


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

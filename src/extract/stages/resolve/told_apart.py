"""Owners that a list names one by one before the figures of each: 其后分别是甲银行、乙银行，|资产分别为8亿元、7亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Filler, Relation
from extract.engine.coding import QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, Context, fill, first, place
from extract.stages.resolve.owners import owner

_ADVERB, _NAMELY = "d", ("n", "j", "x", "eng", "z", "a", "f", "m")
"""The tag of 分别, and those of words that names are made of."""
_LONGEST, _MOST = 8, 12
"""Symbols of the longest item of a list, and its items."""
_BACK = 2
"""Clauses before the figures' own in which the list is sought."""


def of_run(context: Context, relation: Relation) -> Filler | None:
    """The k-th of n names that end or head a clause before it owns the k-th of n figures."""
    k, n = item_of(relation)
    if not n:
        return None
    coded = context.coding(relation)
    end = coded.clause_start(coded.at(place(relation))) - 1
    for _ in range(_BACK):
        if end <= 0:
            return None
        start = coded.clause_start(end)
        if any(symbol in QUANTITIES for symbol in coded.text[start:end]):
            return None
        for run in (names_before(context, coded, start, end), _run_from(context, coded, start, end)):
            if len(run) == n > 1:
                return owner(context, coded.mentions[run[k]][0])
        leaders = _leaders(context, coded, start, end) if "metric" in relation.slots else []
        if len(leaders) == n > 1:
            return leaders[k]
        end = start - 1
    return None


def each_own(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The k-th of n figures of one metric for the k-th of n joint owners: 甲、乙两市产值|分别增长5%和6%.

    So also where as many figures before it had an owner each: 甲、乙产值分别为5亿元和6亿元，|增长5%和6%.
    """
    out: list[Relation] = []
    for row in rows_of(relations):
        size = item_of(row[0])[1]
        if size and _of_one(row):
            last = [r for r in out[-size:] if r.sentence == row[0].sentence]
            owners = [first(r, "subject") for r in last] if _of_one(last) else []
            row = [_of_row(_own(context, r), owners) for r in row]
        out += row
    return tuple(out)


def dealt_out(done: Sequence[Relation]) -> bool:
    """Whether the last figures had an owner each: what the next sentence tells is not the last one's."""
    size = item_of(done[-1])[1]
    owners = {subject.text if (subject := first(r, "subject")) else "" for r in done[-size:]} if size else ()
    return len(owners) == size > 1


def _of_one(row: Sequence[Relation]) -> bool:
    """Whether figures have one metric, or none."""
    return len({metric.text if (metric := first(r, "metric")) else "" for r in row}) == 1


def rows_of(relations: Sequence[Relation]) -> Iterator[list[Relation]]:
    """The figures of each list together, every other relation by itself."""
    row: list[Relation] = []
    for relation in relations:
        k, size = item_of(relation)
        if row and (k == 0 or size != item_of(row[0])[1]):
            yield row
            row = []
        row.append(relation)
    if row:
        yield row


def item_of(relation: Relation) -> tuple[int, int]:
    """Which of how many figures of its list a relation is; none of none where it stands in none."""
    item = relation.codes.get("item")
    k, _, n = item.partition("/") if isinstance(item, str) else ("0", "", "0")
    return int(k), int(n)


def _of_row(relation: Relation, last: Sequence[Filler | None]) -> Relation:
    """The relation with the k-th of the n owners of the figures before it, where it goes on about one of them."""
    (k, n), subject = item_of(relation), first(relation, "subject")
    owners = {filler.text for filler in last if filler}
    found = last[k] if len(last) == len(owners) == n else None
    return (
        fill(relation, "subject", found, inherited=True) if found and subject and subject.text in owners else relation
    )


def _own(context: Context, relation: Relation) -> Relation:
    (k, n), subject = item_of(relation), first(relation, "subject")
    if subject is None or len(subject.spans) != 1 or subject.normal is not None:
        return relation
    start, end = subject.spans[0]
    coded = context.coding(relation)
    if not coded.starts[0] <= start < end <= coded.ends[-1]:
        return relation
    low = coded.at(start)
    run = names_before(context, coded, low, _before_count(coded, low, coded.at(end - 1) + 1))
    if len(run) != n or run[0] != low:
        pieces = _pieces(context, coded, low)
        return fill(relation, "subject", pieces[k], inherited=subject.inherited) if len(pieces) == n else relation
    found = owner(context, coded.mentions[run[k]][0])
    return fill(relation, "subject", found, inherited=subject.inherited) if found else relation


def _pieces(context: Context, coded: Coded, at: int) -> list[Filler]:
    """The items of the list that begins with a name at a symbol, up to their number or to 分别, known as names or not.

    沄川、青石、某地|三县分别….
    """
    out: list[Filler] = []
    joins = tuple(context.words.joins)
    if coded.text[at] not in NAME_SYMBOLS:
        return out
    while at < len(coded.text) and len(out) < _MOST:
        stop = at
        while stop < len(coded.text) and stop - at < _LONGEST and coded.tags[stop].startswith(_NAMELY):
            if coded.text[stop] in QUANTITIES or coded.text.startswith(joins, stop):
                break
            stop = coded.word_end(stop)
        if stop == at:
            return []
        named = coded.mentions[at][0] if stop == at + 1 and at in coded.mentions else None
        piece = owner(context, named) if named else None
        if piece is None and context.words.sharing.measured(coded.surface(at, stop)):
            return []  # 某银行资本充足率、存贷比|分别为: what is measured owns nothing
        out.append(piece or Filler((coded.span(at, stop),), plain(coded.surface(at, stop))))
        joint = next((word for word in joins if coded.text.startswith(word, stop)), "")
        if not joint:
            ends = coded.text[stop : stop + 1] in QUANTITIES or coded.tags[stop : stop + 1] == (_ADVERB,)
            return out if ends else []
        at = stop + len(joint)
    return []


def _before_count(coded: Coded, start: int, end: int) -> int:
    """Where the names end of which the last word says how many they are: 甲、乙|两市."""
    return next((i for i in range(start, end) if coded.text[i] in QUANTITIES), end)


def names_before(context: Context, coded: Coded, start: int, end: int) -> list[int]:
    """The symbols of the names, joined to each other, that end at the symbol `end`, in order."""
    out: list[int] = []
    while end > start and coded.text[end - 1] in NAME_SYMBOLS:
        out.append(end - 1)
        end -= 1
        joint = next((word for word in context.words.joins if coded.text.endswith(word, start, end)), "")
        if not joint:
            break
        end -= len(joint)
    return out[::-1]


def _leaders(context: Context, coded: Coded, start: int, end: int) -> list[Filler]:
    """What a clause names as ahead in something, known as names or not: 净流入居前的还有|甲某、乙某和丙类，."""
    lead = context.words.metrics.leaders.match(coded.text, start, end)
    out: list[Filler] = []
    at, joins = lead.end() if lead else end, tuple(context.words.joins)
    end -= coded.text[end - 1] in context.words.others  # 甲某、乙某等，
    while at < end and len(out) < _MOST:
        stops = [stop for word in joins if (stop := coded.text.find(word, at + 1, end)) > 0]
        stop = min((stop for stop in stops if coded.words[stop] == stop), default=end)
        if stop - at > _LONGEST:
            return []
        named = coded.mentions[at][0] if stop == at + 1 and at in coded.mentions else None
        piece = owner(context, named) if named else None
        out.append(piece or Filler((coded.span(at, stop),), plain(coded.surface(at, stop))))
        at = stop + next((len(word) for word in joins if coded.text.startswith(word, stop)), 1)
    return out


def _run_from(context: Context, coded: Coded, start: int, end: int) -> list[int]:
    """The symbols of the names, joined to each other, that head a clause: 其中|甲、乙和丙|增速领先."""
    parts = context.words.parts.match(coded.text, start, end)
    at = parts.end() if parts else start
    out: list[int] = []
    while at < end and coded.text[at] in NAME_SYMBOLS:
        out.append(at)
        joint = next((word for word in context.words.joins if coded.text.startswith(word, at + 1, end)), "")
        at += 1 + len(joint)
        if not joint:
            break
    return out

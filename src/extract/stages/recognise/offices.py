"""Offices that somebody gets (选举某某为某市|市长), and who holds one under a name in Latin letters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from extract.data import Label, Mention
from extract.engine.coding import ITEM_MARK
from extract.engine.lexicon import Lexicon

_REACH = 32
"""Characters of an office that was given, its body included."""
_LATIN = re.compile(r"[A-Z][a-z.'-]+(?: [A-Z][A-Za-z.'-]*)*(?![A-Za-z0-9])")
"""A first and a family name:董事长|Robyn Holm."""


def given_office(
    titles: Lexicon[None],
    text: str,
    at: int,
    offset: int,
    marks: Set[str],
    posts: Sequence[str] = (),
    joins: Iterable[str] = (ITEM_MARK,),
) -> Iterator[Mention]:
    """The titles that end the clause behind a name that ends at `at`, whose body stands before it: 为滨海市|市长.

    One of the `posts` may stand behind them: 辞去滨海市市长|职务. Another may follow behind one of the `joins`:
    任海川集团|党委书记|、|董事长.
    """
    stops = marks - {ITEM_MARK}
    end = next((i for i in range(at, len(text)) if text[i] in stops), len(text))
    begin = at
    for part in re.split(f"[{''.join(joins)}]", text[at:end]):
        held = part.removesuffix(next((word for word in posts if part.endswith(word)), ""))
        found = next(((a, b) for a, b, _ in titles.find(held) if b == len(held)), None)
        if found is None or len(part) > _REACH:
            return
        yield Mention(offset + begin + found[0], offset + begin + found[1], Label.TITLE)
        begin += len(part) + 1


def latin_name(text: str, at: int, least: int = 2) -> int:
    """How long the Latin name of `least` words or more is that begins at `at`; 0 for none: 总裁|Ann Lee|表示."""
    found = _LATIN.match(text, at)
    return found.end() - at if found and found[0].count(" ") + 1 >= least else 0


def disjoint(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order, of overlapping ones of a label the longest."""
    rows: dict[Label, list[Mention]] = {}
    for mention in sorted(dict.fromkeys(mentions), key=lambda m: (m.start - m.end, m.start)):
        row = rows.setdefault(mention.label, [])
        at = bisect_left(row, mention.start, key=lambda m: m.start)
        if (at == 0 or row[at - 1].end <= mention.start) and (at == len(row) or mention.end <= row[at].start):
            row.insert(at, mention)
    return sorted((mention for row in rows.values() for mention in row), key=lambda m: m.start)


def clear_of_offices(names: Iterable[Mention]) -> list[Mention]:
    """The names of which none holds the front of an office: 云岭市委|书记 is a 市委书记 of 云岭, not of the committee.

    What is left of a body and is a place by itself stays a place alone.
    """
    given = list(names)
    offices = sorted((m for m in given if m.label is Label.TITLE), key=lambda m: m.start)
    starts = [m.start for m in offices]
    later = {m.start for m in given if m.label is Label.PLACE}
    cut = [_before(m, offices, starts, later) for m in given]
    places = {(m.start, m.end) for m in cut if m.label is Label.PLACE}
    return [
        m
        for m, whole in zip(cut, given, strict=True)
        if m is whole or m.label is Label.PLACE or (m.start, m.end) not in places
    ]


def _before(name: Mention, offices: Sequence[Mention], starts: Sequence[int], later: Set[int]) -> Mention:
    """A body or a place up to the office that begins inside it and ends behind it; 西安市|长安区 holds no 市长."""
    at = bisect_right(starts, name.start)
    if name.label not in {Label.ORG, Label.PLACE} or at == len(starts) or name.end in later:
        return name
    return replace(name, end=starts[at]) if starts[at] < name.end < offices[at].end else name

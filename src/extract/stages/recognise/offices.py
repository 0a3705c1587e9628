"""Offices that somebody gets (选举某某为某市|市长), and who holds one under a name in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from extract.data import Label, Mention
from extract.engine.lexicon import Lexicon

_REACH = 24
"""Characters behind a name in which an office that was given ends its clause."""
_LATIN = re.compile(r"[A-Z][a-z.'-]+(?: [A-Z][A-Za-z.'-]*)+(?![A-Za-z0-9])")
"""A first and a family name:董事长|Robyn Holm."""


def given_office(titles: Lexicon[None], text: str, at: int, offset: int, marks: Set[str]) -> Iterator[Mention]:
    """The title that ends the clause behind a name that ends at `at`, whose body stands before it: 为滨海市|市长."""
    clause = text[at : at + _REACH]
    clause = clause[: min((i for i, char in enumerate(clause) if char in marks), default=len(clause))]
    for start, end, _ in titles.find(clause):
        if end == len(clause):
            yield Mention(offset + at + start, offset + at + end, Label.TITLE)


def latin_name(text: str, at: int) -> int:
    """How long the Latin name is that begins at `at`; 0 for none: 总裁|Ann Lee|表示."""
    found = _LATIN.match(text, at)
    return found.end() - at if found else 0


def disjoint(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order, of overlapping ones of a label the longest."""
    out: list[Mention] = []
    for mention in sorted(dict.fromkeys(mentions), key=lambda m: (m.start - m.end, m.start)):
        if all(m.label is not mention.label or m.end <= mention.start or mention.end <= m.start for m in out):
            out.append(mention)
    return sorted(out, key=lambda m: m.start)

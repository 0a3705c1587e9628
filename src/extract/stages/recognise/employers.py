"""Names taken for people's that are none: whose officers are named, and what a join or a quotation ends in."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from extract.data import Article, Label, Mention

_SHORTEST, _REACH = 2, 8
_QUOTED_TAIL = re.compile(f"“[\u4e00-\u9fff]{{1,{_REACH - 2}}}[\u4e00-\u9fff]{{3}}”$")
"""A name at the end of a short quotation: “专家百村行”."""


def employers(article: Article, people: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """People, and apart from them the bodies: whose name has an officer with his name behind it: 英某尔|总裁|某某."""
    starts = {m.start for m in people if m.label is Label.PERSON}
    heads = {m.start for m in people if m.label is Label.TITLE and m.end in starts}
    firms = {article.text(m.start, m.end) for m in people if m.label is Label.PERSON and m.end in heads}
    bodies = [m for m in people if article.text(m.start, m.end) in firms]
    return [m for m in people if m not in bodies] if bodies else [*people], [
        replace(m, label=Label.ORG) for m in bodies
    ]


def parted(article: Article, people: Sequence[Mention], joins: Set[str]) -> list[Mention]:
    """People, of whom nobody ends in the join before the next one (陈浩|和|谢明), nor fills the end of a quotation."""
    starts = {m.start for m in people if m.label is Label.PERSON}
    out: list[Mention] = []
    for person in people:
        named = person.label is Label.PERSON
        joined = named and person.end in starts and article.text(person.end - 1, person.end) in joins
        if joined and person.end - person.start > _SHORTEST:
            person = replace(person, end=person.end - 1)
        if not named or not _QUOTED_TAIL.search(
            article.text(max(article.start, person.start - _REACH), person.end + 1)
        ):
            out.append(person)
    return out

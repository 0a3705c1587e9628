"""The names in leads and credits, which stand outside the sentences: 某社北京1月2日电（记者 某某某）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.data import Article, Label, Mention
from extract.engine.lexicon import Lexicon
from extract.engine.regions import Regions
from extract.stages.recognise.papers import Papers
from extract.stages.recognise.personal_names import PersonalNames

_SIGNED = re.compile("（([\u4e00-\u9fff]{2,9})）")
"""A bracket of a lead with nothing but names in it, side by side: （江明远周海）."""
_LEAD = 120
_FRONT = 14
"""Characters of a lead before a sentence, and of its front, which names agency and place."""
_FIRST = 2
"""Characters before an agency at the front of a lead: 据|某社."""


def lead_names(
    article: Article, regions: Regions, bodies: Lexicon[str], names: PersonalNames, papers: Papers
) -> Iterator[Mention]:
    """The place of a dateline with the agency before it, and the persons whom bylines and credits name."""
    people: Lexicon[None] = Lexicon(
        dict.fromkeys(name for name in article.bylines if len(name) > 1 and name[0] in names.surnames)
    )
    for start, end in _gaps(article):
        front = article.text(start, min(start + _FRONT, end))
        agency = next(bodies.find(front, start), None)
        if agency is not None and agency.start - start <= _FIRST:
            yield Mention(agency.start, agency.end, Label.ORG)
        elif medium := papers.telling.search(article.text(start, end)):
            yield Mention(start + medium.start("name"), start + medium.end("name"), Label.ORG)
        found = regions.find(front, None, start)
        yield from (Mention(at, to, Label.PLACE, region.place) for at, to, region in found[:1])
        gap = article.text(start, end)
        signed = [(start + at, start + to) for at, to in _signers(gap, names)]
        named = [(at, to) for at, to, _ in people.find(gap, start)] if people is not None else []
        yield from (Mention(at, to, Label.PERSON) for at, to in signed or named)


def _signers(text: str, names: PersonalNames) -> list[tuple[int, int]]:
    """The names that fill a bracket without a blank between them; empty where anything else stands in it."""
    found = _SIGNED.search(text)
    ends: list[tuple[int, ...]] = [(found.start(1),)] if found else []
    while found and ends:
        cuts = ends.pop()
        if cuts[-1] == found.end(1):
            return list(pairwise(cuts))
        for size in (2, 3):
            name = text[cuts[-1] : cuts[-1] + size]
            if len(name) == size and name[0] in names.surnames and names.given.issuperset(name[1:]):
                ends.append((*cuts, cuts[-1] + size))
    return []


def _gaps(article: Article) -> Iterator[tuple[int, int]]:
    """The short stretches between the sentences of an article, without the blanks at their beginning."""
    at = article.start
    for start, end in (*((s.start, s.end) for s in article.sentences), (article.end, article.end)):
        while at < start and article.text(at, at + 1).isspace():
            at += 1
        if at < start <= at + _LEAD:
            yield at, start
        at = max(at, end)

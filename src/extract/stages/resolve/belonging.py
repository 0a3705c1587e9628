"""What a name goes on with and means together: the zone of a place, the part of a body, what a firm holds."""

from __future__ import annotations

from extract.data import Filler, Label
from extract.engine.coding import NAMES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, Context
from extract.stages.resolve.entities import ALL_NAMES, NOMINAL, NOUNS, PROPER

_ZONE = 12
"""Symbols of the longest zone or part behind its name."""
_NUMBER = NAMES[Label.ORDINAL]
"""What a line is called by: 某市地铁|14号线."""


def zone_of(context: Context, coded: Coded, at: int, end: int) -> Filler | None:
    """乌溪|经济开发区, 云岭|铁路: the zone or the line that a place's name begins with, from the symbol `at` on."""
    mention = coded.mentions[at][0]
    if mention.label is not Label.PLACE or context.article.text(mention.start, mention.end) in context.words.deictics:
        return None
    for stop in range(min(end, at + _ZONE), at + 1, -1):
        whole = stop == len(coded.text) or coded.words[stop] == stop
        if whole and context.words.zones.search(coded.surface(at + 1, stop)):
            return Filler((coded.span(at, stop),), plain(coded.surface(at, stop)))
    return None


def held(context: Context, coded: Coded, at: int, end: int) -> Filler | None:
    """某集团旗下的|某某网|连续盈利: what belongs to the firm at the symbol `at`, by a name of its own."""
    lead = context.words.about.held.match(coded.text, at + 1, end)
    start = stop = lead.end() if lead else end
    while stop < end and (coded.tags[stop].startswith(NOMINAL) or coded.text[stop] in NAMES[Label.ORG]):
        stop = coded.word_end(stop)
    proper = any(coded.tags[i].startswith(PROPER) or coded.text[i] in ALL_NAMES for i in range(start, stop))
    return Filler((coded.span(start, stop),), plain(coded.surface(start, stop))) if proper else None


def part_of(context: Context, coded: Coded, at: int, end: int) -> Filler | None:
    """某医院|新院区, 某县|消费帮扶平台: the part by its own name of the body or the place at the symbol `at`."""
    if coded.text[at] not in NAME_SYMBOLS:
        return None
    body = coded.text[at] == NAMES[Label.ORG]
    kinds = context.words.named.parts_of_bodies if body else context.words.named.site_kinds
    stop = at + 1
    while stop < end and stop - at < _ZONE and (coded.tags[stop].startswith(NOUNS) or coded.text[stop] == _NUMBER):
        stop = coded.word_end(stop)
        if _deals(context, coded, at, stop):
            return Filler((coded.span(at, stop),), plain(coded.surface(at, stop)))
        if kinds.search(coded.surface(at + 1, stop)) and coded.surface(stop, stop + 1) != context.words.of:
            return Filler((coded.span(at, stop),), plain(coded.surface(at, stop)))
    return None


def _deals(context: Context, coded: Coded, at: int, stop: int) -> bool:
    """我国企业|对某国投资: the firms of a country that deal with another."""
    firms = coded.surface(at + 1, stop) in context.words.metrics.groups
    partner = coded.text[stop : stop + 1] in context.words.metrics.dealings
    return firms and partner and coded.mentions[at][0].normal == context.words.nation

"""What a word that points stands for: 该公司, 这座大桥, 园区."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from extract.data import Filler
from extract.engine.coding import QUANTITIES, Coded, plain
from extract.stages.resolve.about import last_named, main_organisation
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.made import kind_meant
from extract.stages.resolve.things_before import antecedent_thing
from extract.stages.resolve.zones import main_zone

_LEAST = 2
"""Characters of a short name, at least."""
_SESSION = 4
"""Words that the short name of a fair may have."""
_NOUNS, _BARE = 5, 2
"""Words that the noun may have behind a pointing word and by itself."""
_BACK = (1, 2)
"""Sentences before a noun that points by itself in which the thing is sought, the nearer first."""


def pointer(context: Context, coded: Coded, at: int, end: int) -> tuple[int, Filler | None] | None:
    """The pointing words at the symbol `at`: where they end and what they stand for; None where none stands there.

    这座大桥|全长 stands for the bridge named before. A mere 大桥 points too, but only at what is found.
    """
    lead = context.words.pointing.match(coded.text, at, end)
    start = lead.end() if lead else at
    if lead is None and any(coded.tags[i] not in _PASSED for i in range(coded.clause_start(at), at)):
        return None  # 完成铁路投资 is about no one railway
    stops = list(islice(_words(context, coded, start, end), _NOUNS if lead else _BARE))
    for stop in reversed(stops[:_BARE]):
        noun = coded.text[start:stop]
        if noun in (context.words.kinds if lead else context.words.bare_kinds):
            if lead is None and coded.text[stop : coded.word_end(stop)] in context.words.named.copulas:
                continue  # 项目|是经济发展的支撑
            position, reach = coded.starts[at], (None,) if lead else _BACK
            made = kind_meant(context, position, noun) if lead and context.words.made.pointed.search(noun) else None
            named = (antecedent_thing(context, position, noun, back) for back in reach)
            if found := made or next(filter(None, named), None) or _main(context, position, noun):
                return stop, found
    if lead is None or lead.end() >= end:
        return None
    thing = _session(context, coded, start, end) or _by_kind(context, coded, start, stops)
    happening = context.words.metrics.statuses
    if thing is None and any(coded.text[coded.words[stop - 1] : stop] in happening for stop in stops[:_BARE]):
        return start, None  # 本次|集中开工项目90个
    return thing or (context.words.phrases.word_end(coded, start), None)


def _by_kind(context: Context, coded: Coded, start: int, stops: list[int]) -> tuple[int, Filler] | None:
    """What a kind of made things or of works stands for behind a word that points: 该型机床, 这座|跨海大桥."""
    for stop in stops:
        own = coded.words[stop - 1] >= start and coded.tags[stop - 1].startswith(_NO_NOUNS)
        if own or coded.text[stop - 1] in QUANTITIES or context.words.made.wider.match(coded.text, stop):
            return None  # 该集团|今年…, 本届某节汇聚|90款, 这个传感器|产业集群
        noun = plain(coded.surface(max(start, coded.text.rfind(context.words.of, start, stop) + 1), stop))
        works = len(noun) > _LEAST and context.words.made.works.search(noun) is not None
        if works or context.words.made.pointed.search(noun):
            found = kind_meant(context, coded.starts[start], noun, typed=not works)
            bare = Filler((coded.span(start, stop),), noun) if len(noun) > _LEAST else None
            thing = found or bare
            return (stop, thing) if thing else None
    return None


def _zone(context: Context, position: int, noun: str) -> Filler | None:
    """The zone that the text is about, named before a clean offset, where it is of the noun's kind."""
    zone = main_zone(context)
    if zone is None or zone.spans[0][0] >= position or not zone.text.endswith(tuple(context.words.kinds[noun].split())):
        return None
    return replace(zone, inherited=True)


def _main(context: Context, position: int, noun: str) -> Filler | None:
    """The zone or the body that the text is about, where it is of the noun's kind: 学校 of a text about 滨海大学."""
    if zone := _zone(context, position, noun):
        return zone
    main, endings = main_organisation(context), tuple(context.words.kinds[noun].split())
    if main is None or not main.spans or main.spans[0][0] >= position or not main.text.endswith(endings):
        return None
    return replace(last_named(context, main, position), inherited=True)


def _session(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """The fair or the games that a word points at by its short name or its kind: 本届|某交会 is 第12届某交会."""
    told = [s for s in _sessions(context) if s.spans[0][1] <= coded.starts[start]]
    for stop in reversed(list(islice(_words(context, coded, start, end), _SESSION))):
        noun = coded.surface(start, stop)
        kind = context.words.about.any_session.fullmatch(noun) is not None
        for session in reversed(told):
            if session.text.endswith(noun) or _shortens(noun, session.text) or (kind and session is told[-1]):
                return stop, replace(session, inherited=True)
    return None


def _shortens(noun: str, name: str) -> bool:
    """Whether a fair is called so for short: 菜博会 for 国际蔬菜科技博览会."""
    rest = iter(name)
    return len(noun) > _LEAST and noun[-1] == name[-1] and all(character in rest for character in noun)


@once
def _sessions(context: Context) -> tuple[Filler, ...]:
    """The numbered fairs and games that an article names, in text order."""
    start = context.article.start
    found = context.words.about.session.finditer(context.whole)
    return tuple(Filler(((start + f.start(), start + f.end()),), plain(f[0])) for f in found)


def _words(context: Context, coded: Coded, at: int, end: int) -> Iterator[int]:
    """The ends of the words from the symbol `at` on."""
    while at < end:
        at = context.words.phrases.word_end(coded, at)
        yield at


_NO_NOUNS = ("t", "d", "p", "r", "ns", "nt")
"""Tags of words that are no part of a kind of things."""
_PASSED = frozenset({"d", "c", "t", "x"})
"""Tags of what may stand between a clause's start and a noun that points."""

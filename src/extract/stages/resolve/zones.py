"""The zone that an article is about: 某市高新区, which its text calls 高新区 or 全区."""

from __future__ import annotations

from collections.abc import Iterator

from extract.data import Filler, Label, Mention
from extract.engine.coding import Coded, plain
from extract.stages.resolve.context import Context, once

_FIRST = 4
"""Sentences, the headline included, in which an article says what it is about."""
_LONGEST = 16
"""Symbols of the longest name of a zone behind its place."""
_AGAIN = 2
"""How often a zone's name comes, its place left out, that no word shows to be one."""
_LEAST = 4
"""Characters of the shortest name of a zone without its place."""
_ENDS = ("v", "p", "d", "c", "u", "x", "m", "t", "r")
"""Tags of words that no name of a zone holds."""


@once
def main_zone(context: Context) -> Filler | None:
    """The zone that the headline or, without one, a sentence of the lead opens with, and whose kind comes again."""
    headline = context.article.headline
    for index in range(min(_FIRST, len(context.article.sentences))) if headline is None else (headline,):
        for start, end in _opening(context, index):
            name = plain(context.article.text(start, end))
            if any(context.whole.count(kind) > name.count(kind) for kind in _kinds(context, name)):
                return Filler(((start, end),), name)
    return None


def _kinds(context: Context, name: str) -> Iterator[str]:
    """What a zone is called by its kind: 开发区 and 经开区 for 某市经济开发区."""
    kind = context.words.zones.search(name)
    if kind:
        yield kind[0]
        yield from (
            noun for noun in context.words.bare_kinds if name.endswith(tuple(context.words.kinds[noun].split()))
        )


def _opening(context: Context, index: int) -> Iterator[tuple[int, int]]:
    """The names of zones that a sentence opens with: one read as a name, or what goes on behind a place."""
    at = context.article.sentences[index].start
    if at in context.site_ends:
        yield at, context.site_ends[at]
    place = next((m for m in context.by_sentence[index] if m.start == at and m.label is Label.PLACE), None)
    coded, word = context.coded[index], context.article.text(place.start, place.end) if place else ""
    if word in context.words.deictics and not context.words.is_own(word):
        return  # 全省|开发区: all of them
    if place is not None and coded is not None:
        yield from _behind(context, coded, place)
    yield from _repeated(context, index, at, place.end if place else at)


def _repeated(context: Context, index: int, at: int, begin: int) -> Iterator[tuple[int, int]]:
    """The longest run from `begin`, behind a place, that ends as zones do and comes again: 沄川|净岚高新区."""
    text = context.article.text(begin, min(begin + _LONGEST, context.article.sentences[index].end))
    if any(m.label is Label.TIME and m.start == begin for m in context.begun(begin, begin + 1)):
        return  # 去年|访港旅客
    within = [m.start for m in (*context.begun(begin + 1, begin + len(text)), *context.sites) if m.start > begin]
    last = min(within, default=begin + len(text)) - begin  # 第二批迁到|沄川新区, 2031年|沄川口岸
    broken = next((i for i, char in enumerate(text) if not char.isalpha()), len(text))
    for end in range(min(last, broken), _LEAST - 1, -1):
        name = text[:end]
        if (
            not _within_word(context.coded[index], begin + end)
            and context.words.zones.search(name)
            and context.whole.count(name) >= _AGAIN
        ):
            yield at, begin + end
            return


def _within_word(coded: Coded | None, at: int) -> bool:
    """Whether a word of a sentence goes on over a clean offset: 访港|旅客."""
    if coded is None or at >= coded.ends[-1]:
        return False
    symbol = coded.at(at)
    return coded.at(at - 1) == symbol or coded.words[symbol] != symbol


def _behind(context: Context, coded: Coded, place: Mention) -> Iterator[tuple[int, int]]:
    start = stop = coded.at(place.end - 1) + 1
    longest = 0
    while stop < len(coded.text) and stop - start < _LONGEST and not coded.tags[stop].startswith(_ENDS):
        stop = context.words.phrases.word_end(coded, stop)
        if context.words.zones.search(coded.surface(start, stop)):
            longest = stop
    if longest:
        yield place.start, coded.span(start, longest)[1]


def called_zone(context: Context, coded: Coded, at: int) -> Filler | None:
    """The zone that the text is about where a clause calls it so at a symbol, with or without its place in front."""
    zone = main_zone(context)
    if zone is None or at >= len(coded.text):
        return None
    start = coded.starts[at]
    places = (m for m in context.mentions if m.label is Label.PLACE and m.start == zone.spans[0][0])
    seat = max((m.end - m.start for m in places if m.end < zone.spans[0][1]), default=0)
    text = context.article.clean.text
    name = next((n for n in (zone.text, zone.text[seat:]) if len(n) >= _LEAST and text.startswith(n, start)), "")
    if not name or text.startswith(context.words.of, start + len(name)):
        return None
    return Filler(((start, start + len(name)),), plain(name))

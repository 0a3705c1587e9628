"""The village or town that an article is about: 某县某镇柳河村, of which it goes on as of 全村, 该村 or 柳河村."""

from __future__ import annotations

from collections import Counter

from extract.data import Filler, Label, Mention, Place
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import heads_clause

_FIRST = 4
"""Sentences, the headline included, in which an article names the village that it is about."""
_AGAIN = 2
"""How often it comes at least, by its name or by a word that points at it."""
_LEAST = 2


@once
def main_village(context: Context) -> Filler | None:
    """The one village, or town, that the article names early and more often than any other of its kind.

    Not of a text that goes on about the county around it: 全县, 某县今年….
    """
    named = [m for m in context.mentions if m.label is Label.PLACE and _settled(context, m)]
    if not named or any(_wider(context, m) for m in context.mentions if m.label is Label.PLACE):
        return None
    spans = {own.text: own for m in reversed(named) if (own := own_name(context, m))}
    counts = Counter({name: context.whole.count(name) + _pointed(context, name) for name in spans})
    (best, often), *others = counts.most_common()
    found = spans[best]
    rivals = [n for name, n in others if n == often or (_kind(context, name) == _kind(context, best) and n >= _AGAIN)]
    early = context.sentence_at(found.spans[0][0]) < _FIRST
    return found if early and often >= _AGAIN and not rivals else None


def own_name(context: Context, place: Mention) -> Filler:
    """A town or a village by its own name: 滨海市|青石镇, 某县某镇|柳河村."""
    text = context.article.text(place.start, place.end)
    outer = context.words.named.outer.match(text)
    start = place.start + (outer.end() if outer else 0)
    return Filler(((start, place.end),), plain(context.article.text(start, place.end)), inherited=True)


def _settled(context: Context, mention: Mention) -> bool:
    text = context.article.text(mention.start, mention.end)
    return context.words.named.settlements.search(text) is not None and len(text) > _LEAST


def _kind(context: Context, name: str) -> str:
    found = context.words.named.settlements.search(name)
    return found[0] if found else ""


def _pointed(context: Context, name: str) -> int:
    """How often the text says 全村, 该村 of a village."""
    whole, kind = context.whole, _kind(context, name)
    return sum(whole.startswith(kind, found.end()) for found in context.words.pointing.finditer(whole))


def _wider(context: Context, mention: Mention) -> bool:
    """Whether a place around the village heads a clause, or a word points at one: 全县, 某县|今年…."""
    text = context.article.text(mention.start, mention.end)
    if text in context.words.deictics:
        return mention.normal != context.words.nation
    if not isinstance(mention.normal, Place) or mention.normal.code is None:
        return False
    return heads_clause(context, context.sentence_at(mention.start), mention)

"""Which place an article is about, by its dateline, its source, its headline, else by what its head names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from extract.data import Place

PlaceFinder = Callable[[str], Sequence[Place]]
"""The places that a text names, in order, each as often as it is named (辽宁滨海 → the province, then the city)."""

_HEAD = 600


def article_place(find: PlaceFinder, dateline: str | None, given: str | None, title: str | None, body: str) -> Place | None:
    """The place of an article, or None where nothing names one.

    A dateline comes first, then the place given with the source, the headline, the head of the body.
    """
    for text in (dateline, given, title):
        if text and (places := find(text)):
            return _narrowed(places[0], places)
    places = find(body[:_HEAD])
    if not places:
        return None
    # the most frequent; of equals the one named first, as Counter keeps their order
    return _narrowed(Counter(places).most_common(1)[0][0], places[:2])


def _narrowed(place: Place, places: Sequence[Place]) -> Place:
    """`place`, or a place inside it that is named beside it: of 辽宁大连 the city."""
    for other in places:
        if place.code and other.code and other.code != place.code and other.code.startswith(_stem(place.code)):
            place = other
    return place


def _stem(code: str) -> str:
    """A region's code without the pairs of zeros that stand for its whole: 210000 → 21."""
    while len(code) > 2 and code.endswith("00"):
        code = code[:-2]
    return code

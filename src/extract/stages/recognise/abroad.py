"""The country abroad that a text is about: that of its dateline, or the one that its clauses are headed with."""

from __future__ import annotations

from extract.data import Place
from extract.engine.regions import Level, Regions
from extract.stages.recognise.telling import HEADS, Telling

_LEAST, _TWICE = 3.0, 2.0
"""What the names of a country weigh at least in a text about it, and how many times those of any other."""


def of_dateline(dateline: Place, told: Telling, regions: Regions) -> Place | None:
    """The country of a dateline abroad, if no other weighs more in the text: 新华社某城9月9日电, 甲国出口…."""
    region = regions.of(dateline)
    country = (region.parent or region).place if region else dateline
    most = max(told.abroad.values(), default=0.0)
    return country if told.abroad.get(country, 0.0) == most > 0 else None


def country_told(told: Telling, regions: Regions, nation: frozenset[str]) -> Place | None:
    """The country of a text that names no place of the own `nation` and outweighs by far the others it names."""
    if told.nation or told.pointing or sum(told.named.values()) >= HEADS or not told.abroad:
        return None
    best = max(told.abroad, key=lambda place: told.abroad[place])
    rest = max((weight for place, weight in told.abroad.items() if place != best), default=0.0)
    region = regions.of(best)
    if region is None or region.level is not Level.COUNTRY or best.name in nation:
        return None
    return best if told.abroad[best] >= max(_LEAST, _TWICE * rest) else None

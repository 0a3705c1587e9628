"""A row of the tables of places, and of the words that only point at one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from extract.data import Place

Row = Mapping[str, str]

OWNERLESS = ("feature", "city", "state")


class Level(IntEnum):
    """How wide a place is, widest first."""

    WORLD = 0
    COUNTRY = 1
    GROUP = 2
    PROVINCE = 3
    PREFECTURE = 4
    COUNTY = 5


LEVELS = {
    "country": Level.COUNTRY,
    "union": Level.WORLD,
    "continent": Level.WORLD,
    "state": Level.PROVINCE,
    "city": Level.PREFECTURE,
    "region": Level.GROUP,
    "feature": Level.COUNTY,
    "group": Level.GROUP,
    "province": Level.PROVINCE,
    "prefecture": Level.PREFECTURE,
    "county": Level.COUNTY,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A place of the table. `parent` is the place it lies in, None for a province or a country."""

    place: Place
    shorts: tuple[str, ...]
    level: Level
    parent: Region | None
    alone: bool
    home: bool
    """True for places in China."""
    common: bool = False
    """True where its full name is a common word and needs its parent before it: 城区."""
    feature: bool = False
    """True for a river, a sea or a city abroad: no place that a text's figures are of."""

    def inside(self, other: Region) -> bool:
        """Whether this place is the other one or lies in it."""
        at: Region | None = self
        while at is not None:
            if at is other:
                return True
            at = at.parent
        return False


@dataclass(frozen=True, slots=True)
class Deictic:
    """A word like 全市 or 我省: `level` of what it points at; `fixed` for 全国, which needs no context."""

    level: Level | None
    fixed: Place | None
    ending: str = ""
    """How the name of a place of another level may end and be meant all the same: 全市 for 北京市 and 昆山市."""
    own: bool = False
    """Whether who says it means the place that it speaks for: 我省, not 全省."""


def region_of(row: Row, known: Mapping[str, Region], home: bool) -> Region:
    """The place of a row of regions.tsv, or of countries.tsv where `home` is False; ValueError for a bad row."""
    if row["level" if home else "kind"] not in LEVELS:
        raise ValueError(f"unknown level of {row['name']}")
    if row["parent"] and row["parent"] not in known:
        raise ValueError(f"{row['name']}: its parent {row['parent']} does not stand before it")
    return Region(
        Place(row["name"], row["code"] or None if home else None),
        tuple(short for short in row["short"].split("|") if short),
        LEVELS[row["level" if home else "kind"]],
        known[row["parent"]] if row["parent"] else None,
        row.get("alone") not in ("no", "never"),
        home,
        row.get("alone") == "never",
        not home and row["kind"] in OWNERLESS,
    )


def deictic_of(entry: Mapping[str, str]) -> Deictic:
    """What a word of deictics.yaml points at: 全市 at a place of its level."""
    if "place" in entry:
        return Deictic(None, Place(entry["place"], None))
    level = entry.get("level")
    return Deictic(LEVELS[level] if level else None, None, entry.get("ending", ""), bool(entry.get("own")))

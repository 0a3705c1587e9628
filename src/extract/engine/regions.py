"""The administrative divisions of China, countries and groups of them: found in text, resolved to a code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from extract.data import Place
from extract.engine.lexicon import Lexicon
from extract.engine.region_rows import Deictic, Level, Region, Row, deictic_of, region_of

__all__ = ["Deictic", "Level", "Region", "Regions", "Row"]

_CODE = 6
"""Digits of a code of GB/T 2260."""


class Regions:
    """Places by name: 大连 and 大连市 are Place("大连市", "210200")."""

    def __init__(self, rows: Iterable[Row], abroad: Iterable[Row], deictics: Mapping[str, Mapping[str, str]]) -> None:
        """`rows` of regions.tsv, `abroad` of countries.tsv, `deictics` a word → {level} or {place}.

        Raises `ValueError` for an unknown level or parent.
        """
        self._named: dict[str, list[tuple[Region, bool]]] = {}
        by_code: dict[str, Region] = {}
        for row in rows:
            region = region_of(row, by_code, home=True)
            if region.place.code:
                by_code[region.place.code] = region
            self._enter(region)
        by_name: dict[str, Region] = {}
        for row in abroad:
            region = region_of(row, by_name, home=False)
            by_name[region.place.name] = region
            self._enter(region)
        self._codes = by_code
        self._lexicon: Lexicon[list[tuple[Region, bool]]] = Lexicon(self._named)
        self._deictics = {word: self._coded(deictic_of(entry)) for word, entry in deictics.items()}
        self._pointing: Lexicon[str] = Lexicon({word: word for word in deictics})

    def _coded(self, deictic: Deictic) -> Deictic:
        """本港 is 香港 with its code."""
        meant = self.resolve(deictic.fixed.name) if deictic.fixed else None
        if deictic.fixed is None or meant is None or meant.code is None:
            return deictic
        return replace(deictic, fixed=Place(deictic.fixed.name, meant.code))

    def spoken(self, place: Place) -> Place:
        """A place by the name that its own press gives it: 香港 for 香港特别行政区."""
        fixed = (entry.fixed for entry in self._deictics.values() if entry.fixed and entry.fixed.code)
        return next((own for own in fixed if own.code == place.code), place)

    def fixed(self, word: str) -> Place | None:
        """The place in China that a deictic means in every text (本港); None for 全国 and those that need a text."""
        entry = self._deictics.get(word)
        return entry.fixed if entry and entry.fixed and entry.fixed.code else None

    def _enter(self, region: Region) -> None:
        self._named.setdefault(region.place.name, []).append((region, not region.common))
        for short in region.shorts:
            full = short != region.shorts[-1] or region.level is Level.GROUP or not region.home
            self._named.setdefault(short, []).append((region, full or region.alone))

    @property
    def listed(self) -> tuple[Region, ...]:
        """Every place in China that has a code, in the order of the codes."""
        return tuple(region for _, region in sorted(self._codes.items()))

    # ---- by name

    def province(self, code: str) -> Place | None:
        """The province whose code begins with two digits: 82 → 澳门."""
        region = self._codes.get(code.ljust(_CODE, "0"))
        return self.spoken(region.place) if region else None

    def candidates(self, name: str) -> list[tuple[Region, bool]]:
        """All places of a name, each with whether the name may stand for it without help."""
        return self._named.get(name, [])

    def region(self, name: str, within: Region | None = None) -> Region | None:
        """The place of a name, the widest first; `within` chooses among several (朝阳 within 北京)."""
        found = [region for region, _ in self.candidates(name)]
        near = [region for region in found if within is not None and region.inside(within)]
        best = near or [region for region, alone in self.candidates(name) if alone] or found[:1]
        return min(best, key=lambda region: region.level) if best else None

    def resolve(self, name: str, within: Place | None = None) -> Place | None:
        """大连 and 辽宁大连 → Place("大连市", "210200"); None for a name that is no place's."""
        found = self.region(name, self.of(within)) or self._last_step(name)
        return found.place if found else None

    def _last_step(self, name: str) -> Region | None:
        """The last of several places that together are a name, each within the one before it: 辽宁|大连."""
        at, last = 0, None
        for start, end, region in self.find(name):
            if start != at or (last is not None and not region.inside(last)):
                return None
            at, last = end, region
        return last if at == len(name) else None

    def of(self, place: Place | None) -> Region | None:
        """The table's entry for a place."""
        if place is None:
            return None
        if place.code is not None and place.code in self._codes:
            return self._codes[place.code]
        return self.region(place.name)

    def parent(self, place: Place) -> Place | None:
        """The place a place lies in: 大连市 → 辽宁省; None for a province or a country."""
        region = self.of(place)
        return region.parent.place if region and region.parent else None

    def level(self, place: Place) -> Level | None:
        """How wide a place is."""
        region = self.of(place)
        return region.level if region else None

    # ---- in text

    def find(
        self, text: str, is_word: Callable[[int, int, bool], bool] | None = None, offset: int = 0
    ) -> list[tuple[int, int, Region]]:
        """The places named in a text, longest first at each spot: 辽宁大连 → 辽宁省, 大连市.

        A short name that is no place's alone counts only right behind a place that it lies in (江苏东海, 安阳滑县).
        `is_word(start, end, full)` says whether a span may be a word of its own; `full` is True for a full name.
        """
        found: list[tuple[int, int, Region]] = []
        before: tuple[int, int, Region] | None = None
        last = -1
        # 股东|江苏: a river's name that is cut through hides no province
        for start, end, entries in sorted(self._lexicon.every(text, offset), key=lambda hit: (hit[0], -hit[1])):
            if start == last or (before is not None and start < before[1]):
                continue
            last = start
            inner = self._shorter(text, start, end, entries, is_word, before, offset)
            if inner is not None:
                found.append(inner)
                before = inner
        return found

    def _shorter(
        self,
        text: str,
        start: int,
        end: int,
        entries: list[tuple[Region, bool]],
        is_word: Callable[[int, int, bool], bool] | None,
        before: tuple[int, int, Region] | None,
        offset: int,
    ) -> tuple[int, int, Region] | None:
        """The longest name from `start` on that is a word: 大连市场 holds 大连, not 大连市."""
        while True:
            region = _fitting(entries, before if before and before[1] == start else None)
            if region is not None and (is_word is None or is_word(start, end, end - start > 2)):
                return start, end, region
            for cut in range(end - 1, start + 1, -1):
                entries = self.candidates(text[start - offset : cut - offset])
                if entries:
                    end = cut
                    break
            else:
                return None

    # ---- what points at a place

    def pointing(self, text: str, offset: int = 0) -> list[tuple[int, int, str]]:
        """Where words like 全市 and 我省 stand."""
        return [(start, end, word) for start, end, word in self._pointing.find(text, offset)]

    def is_deictic(self, word: str) -> bool:
        """Whether a word only points at a place: 全市, 全国."""
        return word in self._deictics

    def means_own(self, word: str) -> bool:
        """Whether a deictic is said of the place that a text speaks for: 我省, not 全省."""
        entry = self._deictics.get(word)
        return entry is not None and entry.own

    def pointed_level(self, word: str) -> Level | None:
        """How wide a place a deictic points at; None for one that points at the same place in every text (全国)."""
        entry = self._deictics.get(word)
        return entry.level if entry is not None else None

    def deictic(self, word: str, place: Place | None) -> Place | None:
        """What 全市, 我省 or 全国 means in an article about `place`: 全省 in one about 大连市 is 辽宁省.

        None where the place is unknown or not of that level (全县 in an article about a province).
        """
        entry = self._deictics.get(word)
        if entry is None:
            return None
        if entry.fixed is not None:
            return entry.fixed
        region = self.of(place)
        while region is not None and not _fits(region, entry):
            region = region.parent
        return region.place if region else None


def _fits(region: Region, deictic: Deictic) -> bool:
    """Whether a deictic may mean the place; a municipality (北京市) is a 市, and a county-level city too."""
    if deictic.level is None or region.level is deictic.level:
        return True
    return bool(deictic.ending) and region.place.name.endswith(deictic.ending)


def _fitting(entries: list[tuple[Region, bool]], before: tuple[int, int, Region] | None) -> Region | None:
    if before is not None:
        for region, _ in entries:
            if region is not before[2] and region.inside(before[2]):
                return region
    alone = [region for region, may in entries if may]
    return min(alone, key=lambda region: region.level) if alone else None

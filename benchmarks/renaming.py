"""Other names, years and figures for those of a text, with every offset known before and after.

Places become other places of the tables or invented ones, firms and people invented ones of other shapes; years are
shifted, the digits of figures permuted. What a text says stays what it is: its labels can be exchanged along.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.data import Label, Place
from extract.engine.regions import Level, Region, Regions
from extract.pipeline import Pipeline, Processed

YEARS = 4
"""Years by which a text is moved back: leap years stay leap years."""
_DIGITS = str.maketrans("123456789１２３４５６７８９", "357924186３５７９２４１８６")
_SEAT = "市县区州旗盟乡镇村"
_FIXED = ("71", "81", "82")
"""Codes of Taiwan, Hong Kong and Macau, whose press has words of its own."""
_YEAR = re.compile(r"(?<![0-9０-９.．])(?:(?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2})(?=[年、—\-~～至\n]|$)")
_UNMOVED = re.compile(
    "十[一二三四五]五|民[国國]|[第][0-9一二三四五六七八九十]{1,3}[届屆]|春[节節]|清明|端午|中秋|星期|週|除夕"
)
"""What binds a text to its years: a plan, an era, a festival, a weekday."""
_BREAKS = "[ \\n\\u3000]*"

_INVENTED = Path(__file__).with_name("invented.txt")
TOWNS, BRANDS, PEOPLE = (line.split() for line in _INVENTED.read_text("utf-8").splitlines())
"""Names in turn, a line each in invented.txt; none is that of a place or a firm that we know of."""


@dataclass(frozen=True)
class Exchanged:
    """A text with its names exchanged, and what was put in the place of what."""

    text: str
    names: Mapping[str, str]
    moved: int
    """Years by which it was moved back."""
    edits: tuple[tuple[int, int, str], ...]
    figures: tuple[tuple[int, int], ...]
    """Where figures stood whose digits are others now."""

    def at(self, position: int) -> int:
        """Where a place of the old text is in the new one; inside an exchanged name, its end."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        start, end, new = self.edits[index]
        return self._new[index] + (min(position - start, len(new)) if position < end else len(new) + position - end)

    @property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.edits]

    @property
    def _new(self) -> list[int]:
        out, shift = [], 0
        for start, end, new in self.edits:
            out.append(start + shift)
            shift += len(new) - (end - start)
        return out

    def worded(self, text: str) -> str:
        """A slot of a label or record with the names and years of the new text."""
        found = re.sub("|".join(map(re.escape, self.names)), lambda m: self.names[m[0]], text) if self.names else text
        return _YEAR.sub(lambda m: _earlier(m[0], self.moved), found) if self.moved else found

    def dated(self, text: str) -> str:
        """An ISO date or period, moved with the text."""
        return re.sub("[0-9]{4}", lambda m: _earlier(m[0], self.moved), text)


def exchange(
    pipeline: Pipeline, processed: Processed, labelled: Iterable[str], figures: Iterable[tuple[int, int]], manner: str
) -> Exchanged:
    """One text with other names (`manner` is `listed` or `invented`) and figures, or with one of both (`figures`).

    `labelled` are slots of its labels, which name what a run may miss; `figures` the raw spans of figures.
    """
    text = processed.source.text
    names = {} if manner == "figures" else dict(_names(pipeline, processed, labelled, manner, text))
    moved = YEARS if manner == "figures" and not _UNMOVED.search(text) else 0
    spans = [(s, e) for s, e in figures if _permutable(text[s:e])] if manner == "figures" else []
    edits = [(m.start(), m.end(), _of(names, m[0])) for m in _pattern(names).finditer(text)] if names else []
    years = [(m.start(), m.end(), _earlier(m[0], moved)) for m in _YEAR.finditer(text)] if moved else []
    edits += [edit for edit in years if not any(s < edit[1] and edit[0] < e for s, e in spans)]
    edits += [(s, e, text[s:e].translate(_DIGITS)) for s, e in spans]
    edits = _apart(edits)
    out, at = [], 0
    for start, end, new in edits:
        out += [text[at:start], new]
        at = end
    return Exchanged("".join([*out, text[at:]]), names, moved, tuple(edits), tuple(spans))


def permuted(value: float, anchor: str) -> float:
    """A label's value after the digits of its anchor were permuted; as it is where it does not show them."""
    said, shown = (re.sub("[^0-9]", "", text).strip("0") for text in (f"{value:.10f}", _narrow(anchor)))
    if said != shown:
        return value
    new = float(f"{value:.10f}".translate(_DIGITS))
    return int(new) if float(value).is_integer() and new.is_integer() else new


def _permutable(figure: str) -> bool:
    """One plain number without a range, whose digits may be any others."""
    return len(re.findall("[0-9]+(?:[.,][0-9]+)*", _narrow(figure))) == 1 and not re.search("[—~～至-]", figure)


def _narrow(text: str) -> str:
    return text.translate({code + 0xFEE0: code for code in range(0x21, 0x7F)})


def _earlier(year: str, by: int) -> str:
    wide = str.maketrans("0123456789", "０１２３４５６７８９") if year[0] > "9" else {}
    return str(int(_narrow(year)) - by).translate(wide)


def _apart(edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The edits in order, without those that overlap an earlier one."""
    out: list[tuple[int, int, str]] = []
    for edit in sorted(edits):
        if not out or out[-1][1] <= edit[0]:
            out.append(edit)
    return out


def _pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    """The names, longest first, across the line breaks of a narrow column."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join(_BREAKS.join(map(re.escape, name)) for name in longest))


def _of(names: Mapping[str, str], found: str) -> str:
    return names[re.sub("[ \n\u3000]", "", found)]


# ---- which names a text has -----------------------------------------------------------------------------------


def _names(
    pipeline: Pipeline, processed: Processed, labelled: Iterable[str], manner: str, text: str
) -> Iterator[tuple[str, str]]:
    """Old stems and new ones, in simplified script and in that of the text."""
    regions, chance = pipeline.recogniser.regions, random.Random(processed.source.source_id)
    articles = processed.articles
    mentions = [(m, a.article.text(m.start, m.end)) for a in articles for m in a.mentions]
    labelled = list(labelled)
    places = [m.normal for m, _ in mentions if m.label is Label.PLACE and isinstance(m.normal, Place)]
    listed = _chains(regions, places)
    pairs = dict(_elsewhere(regions, listed, chance) if manner == "listed" else _in_turn(_stems(listed), TOWNS, chance))
    known = tuple(sorted({*_stems(listed), *(r.place.name for r in listed), *pairs}, key=len, reverse=True))
    bare = {_last_step(p.name, known) for p in places if regions.of(p) is None and p.name[-1:] in _SEAT}
    unlisted = {name[:-1] for name in bare if len(name) > 2}
    pairs |= _in_turn([stem for stem in sorted(unlisted) if stem not in pairs], TOWNS[::-1], chance)
    firms = {name for m, name in mentions if m.label is Label.ORG} | set(labelled)
    brands = {brand for name in firms for brand in _brand(pipeline, name, {*pairs, *_stems(listed)})}
    pairs |= _in_turn([b for b in sorted(brands) if b not in pairs], BRANDS, chance)
    people = {name for m, name in mentions if m.label is Label.PERSON and len(name) in (2, 3)}
    pairs |= _in_turn([p for p in sorted(people) if p not in pairs], PEOPLE, chance)
    wrapped = _is_wrapped(text)
    for old, new in pairs.items():
        new = _fitted(new, len(old)) if wrapped else new  # a column keeps its width
        yield old, new
        if (traditional := _traditional(old)) != old:
            yield traditional, _traditional(new)


def _last_step(name: str, known: Sequence[str]) -> str:
    """荣滨市 of 山东荣滨市."""
    while lead := next((k for k in known if name.startswith(k) and len(name) > len(k)), ""):
        name = name[len(lead) :].lstrip("省市")
    return name


def _fitted(name: str, size: int) -> str:
    return (name + "盛和通达")[:size]


def _is_wrapped(text: str) -> bool:
    """Whether most lines end in the middle of a sentence: a column, which a longer name would make uneven."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(line.rstrip()[-1] not in "。！？：；”）" for line in lines) > len(lines) / 2


def _traditional(name: str) -> str:
    from benchmarks.variants import traditional

    return traditional("s2hk")([name])


def _chains(regions: Regions, places: Iterable[Place]) -> list[Region]:
    """The listed places in China, each with those that it lies in, widest first."""
    found: dict[str, Region] = {}
    for place in places:
        region = regions.of(place)
        while region is not None and region.home and region.place.code:
            if not region.place.code.startswith(_FIXED) and region.level in _LEVELS:
                found[region.place.code] = region
            region = region.parent
    return sorted(found.values(), key=lambda r: (r.level, r.place.code or ""))


_LEVELS = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)


def _stem(region: Region) -> str | None:
    """大连 of 大连市; None for a name whose short form is no beginning of it, or is common."""
    short = region.shorts[-1] if region.shorts else ""
    return short if short and region.alone and region.place.name == short + region.place.name[-1:] else None


def _stems(listed: Iterable[Region]) -> list[str]:
    return [stem for region in listed if region.level is not Level.PROVINCE and (stem := _stem(region))]


def _elsewhere(regions: Regions, listed: Sequence[Region], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every place with one of its kind elsewhere; what lies within it goes to places within that one."""
    every = regions.listed
    taken = {region.place.code for region in listed}
    moved: dict[str | None, Region] = {}
    for region in listed:
        stem, parent = _stem(region), region.parent
        within = moved.get(parent.place.code) if parent else None
        fits = [
            other
            for other in every
            if other.level is region.level
            and other.place.name[-1:] == region.place.name[-1:]
            and _stem(other)
            and other.place.code not in taken
            and not str(other.place.code).startswith(_FIXED)
            and (parent is None or (within is not None and other.parent is within))
        ]
        if stem and fits:
            other = chance.choice(fits)
            moved[region.place.code] = other
            taken.add(other.place.code)
            yield stem, str(_stem(other))


def _in_turn(old: Iterable[str], new: Sequence[str], chance: random.Random) -> dict[str, str]:
    first = chance.randrange(len(new))
    return {name: _numbered(new, first + i) for i, name in enumerate(dict.fromkeys(old))}


def _numbered(names: Sequence[str], index: int) -> str:
    return names[index % len(names)] + "".join("新" for _ in range(index // len(names) - 1))


def _brand(pipeline: Pipeline, name: str, places: Iterable[str]) -> Iterator[str]:
    """恒舟 of 滨海恒舟重工集团有限公司: the firm's own part, without its place, its trade and its form."""
    known = pipeline.recogniser.organisations.stems.shorts
    if not name.endswith((*known.forms, *known.trades)):
        return
    stem = next((name[len(p) :] for p in sorted(places, key=len, reverse=True) if name.startswith(p)), name)
    stem = re.sub("^[省市县区州]|（.*?）", "", stem)
    endings = sorted({*known.forms, *known.trades}, key=len, reverse=True)
    while ending := next((e for e in endings if stem.endswith(e) and len(stem) - len(e) > 1), ""):
        stem = stem[: -len(ending)]
    tags = pipeline.tokenizer.tag(stem)
    coined = all(len(word) == 1 or tag.startswith(("nz", "nr", "ns", "nt", "x")) for word, tag in tags)
    if 2 <= len(stem) <= 4 and coined and stem not in known.trades and re.fullmatch("[\u4e00-\u9fff]+", stem):
        yield stem

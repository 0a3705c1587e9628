"""Which place a text is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.data import Label, Mention, Place, Tokens
from extract.engine.regions import Level, Region, Regions
from extract.stages.recognise.place_forms import PlaceForms
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import WordBounds, end_of_a_name

Words = Callable[[str], Tokens]
"""The words of a text, from offset 0."""
_FIRST = 3
"""Passages behind the title that say more than others which place a text is about."""
_HEAD = 8
"""Passages, the title included, in which a text names the unlisted place that it is about."""
_MOST = 60
"""Passages that are looked at."""
_HEADS, _STANDS, _LEAD, _WITHIN = 1.0, 0.4, 1.5, 0.5
"""What a name weighs that heads its clause, one elsewhere, one in the first passages, and one of a place within."""
_POINTS = 2.0
"""What a word weighs that points at one place in every text: 本港."""
_CLEAR = 2.0
"""What the names of a place weigh at least, and which share of all."""
_SHARE = 0.5
_MEANT = 0.6
"""Of the weight of places of its level, the share that the place a deictic points at has, at least."""
_AGAIN = 3
"""How often a name that no table lists must come, the title counting three times."""
_TITLE = 3
_LEADING = ("t", "c", "d", "m", "q", "f")
"""Tags of words behind which a place may still head its clause: 今年|全市."""
_WORDS = ("r", "m", "t")
"""Tags of words that no name of a place is made of."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text's passages tell of places: the weight of each that is named, and of the words that point at one."""

    named: Mapping[Place, float]
    body: Mapping[Place, float]
    """The same without the title."""
    pointing: Mapping[str, float]
    nation: float
    """What the names of the whole country weigh: 全国, 我国."""


class PlaceFinder:
    """Which place a text is about, from what its title and passages name and point at."""

    def __init__(self, regions: Regions, forms: PlaceForms, words: Words) -> None:
        """`words` cuts a passage, so that 代县长 names no 代县."""
        self._regions, self._forms, self._words = regions, forms, words

    def __call__(self, passages: Sequence[str], papers: Sequence[str] = ()) -> Place | None:
        """The place that a text is about: the one that it points at (全市), else the one that it is full of.

        `passages` are the title, the sentences, and the dateline's place last; `papers` what the names of newspapers
        begin with. What the title names comes first, unless the text speaks of itself (我省) as of a wider place. A
        place that no table lists is taken from its form (某某市): from the title, or where it is named again.
        """
        found = self._regions.resolve(passages[0]) if len(passages) == 1 else self._about(passages, papers)
        return found and self._regions.spoken(found)

    def _about(self, passages: Sequence[str], papers: Sequence[str]) -> Place | None:
        whole = "\n".join(passages)
        told = self._telling(passages, whole)
        titled = self._home(passages[0], whole)
        home = _narrowest(titled).place if titled else self._unlisted(passages, whole)
        if titled and home:
            home = self._step_within(home, passages[0], told) or home
        if home is not None:
            return self._as_spoken(home, told) or self._within(home, told) or home
        for word, _ in sorted(told.pointing.items(), key=lambda row: -row[1]):
            meant = self._pointed(word, told, passages[-1], papers)
            if meant is not None:
                return meant
        if self._speaks_of_country(passages[0]):
            return None
        dateline = "" if told.nation else passages[-1]
        fullest = None if told.pointing else self._fullest(told)  # what points at no one place leaves it open
        return fullest or (self._regions.resolve(dateline) if dateline else None)

    # ---- what is told

    def _telling(self, passages: Sequence[str], whole: str) -> Telling:
        named: defaultdict[Place, float] = defaultdict(float)
        body: defaultdict[Place, float] = defaultdict(float)
        pointing: Counter[str] = Counter()
        nation = 0.0
        for index, text in enumerate(passages[: min(len(passages) - 1, _MOST)]):
            weight = _TITLE if index == 0 else _LEAD if index <= _FIRST else 1
            words = self._words(text)
            seen = SentenceView.of(text, 0, words, ())
            for start, place in self._places(text, words, whole):
                heads = _HEADS if self._heads(seen, start) else _STANDS
                named[place] += weight * heads
                if index:
                    body[place] += weight * heads
            for place in self._by_bodies(text):
                named[place] += _POINTS
            for start, end, word in self._regions.pointing(text):
                if not self._heads(seen, start) or not WordBounds(words).may_be(start, end):
                    continue
                fixed = self._regions.fixed(word)
                if fixed is not None:
                    named[self._regions.resolve(fixed.name) or fixed] += weight * _POINTS
                elif self._regions.pointed_level(word) is None:
                    nation += weight
                else:
                    pointing[word] += 1
        return Telling(named, body, pointing, nation)

    def _heads(self, seen: SentenceView, start: int) -> bool:
        """Whether a name heads its clause: 全市, 今年全市, not 居全省第四."""
        return seen.opens_clause(start) or seen.word_before(start)[1].startswith(_LEADING)

    def _places(self, text: str, words: Tokens, whole: str) -> Iterator[tuple[int, Place]]:
        """The places in China that a passage names, of several within one another the narrowest."""
        found = [hit for hit in self._found(text, words, whole) if hit[2].home]
        for hit, after in zip(found, [*found[1:], None], strict=False):
            if after is None or hit[1] != after[0] or not after[2].inside(hit[2]):
                yield hit[0], hit[2].place
        for start, name in self._by_form(text, whole):
            yield start, Place(name, None)

    def _by_bodies(self, text: str) -> Iterator[Place]:
        """The places whose own offices a passage names: 政府统计处 is Hong Kong's."""
        for name, offices in self._forms.offices.items():
            place = self._regions.resolve(name)
            if place is not None and any(office in text for office in offices):
                yield place

    def _speaks_of_country(self, text: str) -> bool:
        pointing = [word for _, _, word in self._regions.pointing(text)]
        return any(self._regions.pointed_level(word) is None and not self._regions.fixed(word) for word in pointing)

    # ---- what it means

    def _around(self, place: Place) -> Iterator[Place]:
        """A place and those that it lies in."""
        yield place
        region = self._regions.of(place) if place.code else None
        while region is not None and region.parent is not None:
            region = region.parent
            yield region.place

    def _as_spoken(self, home: Place, told: Telling) -> Place | None:
        """The wider place that a text means by words for its own (我省), though its title names one within."""
        own = Counter({word: n for word, n in told.pointing.items() if self._regions.means_own(word)})
        if not own:
            return None
        word, _ = own.most_common(1)[0]
        meant = self._regions.deictic(word, home)
        level = self._regions.pointed_level(word)
        if meant is None or meant == home or level is None:
            return None
        return meant if self._points_at(meant, told) > self._points_at(home, told) else None

    def _step_within(self, home: Place, title: str, told: Telling) -> Place | None:
        """The unlisted place that the title names right behind the one that it lies in: 某省|棠梨坪."""
        region = self._regions.of(home)
        names = (home.name, *(region.shorts if region else ()))
        unlisted = [place for place in told.named if place.code is None]
        return next((p for p in unlisted if any(name + p.name[:-1] in title for name in names)), None)

    def _within(self, home: Place, told: Telling) -> Place | None:
        """The place within the title's that the text is about, where its body never names the title's: 某省在线."""
        inner = {place: n for place, n in told.body.items() if place != home and home in set(self._around(place))}
        best = max(inner, key=lambda place: inner[place], default=None)
        if (
            best is None
            or told.body.get(home, 0) >= _HEADS
            or self._points_at(home, told) > self._points_at(best, told)
        ):
            return None
        return best if inner[best] >= _CLEAR and inner[best] >= _MEANT * sum(told.body.values()) else None

    def _points_at(self, place: Place, told: Telling) -> float:
        """How often words like 全市 mean a place."""
        return sum(n for word, n in told.pointing.items() if self._means(word, place) == place)

    def _means(self, word: str, place: Place) -> Place | None:
        """What a deictic means in a text about a place, listed or not."""
        unlisted = place.code is None and place.name[-1:] == word[-1:]
        return self._regions.deictic(word, place) or (place if unlisted else None)

    def _pointed(self, word: str, told: Telling, dateline: str, papers: Sequence[str]) -> Place | None:
        """The place that a deictic may point at: that of the dateline or the paper, else the one that weighs most."""
        near = [self._regions.resolve(name) for name in (dateline, *papers) if name]
        for place in near:
            if place is not None and self._means(word, place) == place:
                return place
        weights: defaultdict[Place, float] = defaultdict(float)
        for place, weight in told.named.items():
            for wide in self._around(place):
                if self._means(word, wide) == wide:
                    weights[wide] += weight if wide == place else weight * _WITHIN
        best = max(weights, key=lambda place: weights[place], default=None)
        if best is not None and weights[best] >= _HEADS:
            return best if weights[best] >= _MEANT * sum(weights.values()) else None
        if self._regions.pointed_level(word) is Level.PROVINCE:
            return None
        return next((Place(name + word[-1:], None) for name in papers if self._is_bare(name)), None)

    def _fullest(self, told: Telling) -> Place | None:
        """The place whose names, and those of what lies in it, outweigh the others'; the narrowest of such."""
        total = sum(told.named.values())
        fitting = []
        for place, own in told.named.items():
            within = sum(w for other, w in told.named.items() if other != place and place in set(self._around(other)))
            if own >= _HEADS and own + within >= max(_CLEAR, _SHARE * total):
                fitting.append((own, place))
        return max(fitting, key=lambda row: row[0])[1] if fitting else None

    # ---- names

    def _is_bare(self, name: str) -> bool:
        """Whether the name of a paper begins with a place that no table lists: with no word of the language."""
        tags = self._words(name).tags
        return len(tags) > 1 and not any(tag.startswith(_WORDS) for tag in tags)  # 齐鲁 is a word: no 齐鲁市

    def _home(self, text: str, whole: str) -> list[Region]:
        """The places in China that a passage of the text `whole` names, in order."""
        return [region for _, _, region in self._found(text, self._words(text), whole) if region.home]

    def _found(self, text: str, words: Tokens, whole: str) -> list[tuple[int, int, Region]]:
        found = self._regions.find(text, WordBounds(words, lambda a, b: bool(self._regions.candidates(text[a:b]))))
        return [hit for hit in found if not end_of_a_name(whole, text, hit[0], hit[1], words)]

    def _unlisted(self, passages: Sequence[str], whole: str) -> Place | None:
        """The seat that the title names by its form, or the one that the passages name most often."""
        head = passages[:_HEAD]
        counts = Counter(name for text in head for _, name in self._by_form(text, whole))
        for name in counts:
            counts[name] = sum(text.count(name[:-1]) * (_TITLE if i == 0 else 1) for i, text in enumerate(head))
        best = max(counts.items(), key=lambda row: row[1], default=None)
        return Place(best[0], None) if best and best[1] >= _AGAIN else None

    def _by_form(self, text: str, whole: str) -> list[tuple[int, str]]:
        words = self._words(text)
        listed = [Mention(start, end, Label.PLACE, r.place) for start, end, r in self._found(text, words, whole)]
        found = self._forms.find(SentenceView.of(text, 0, words, listed), whole)
        seats = [f for f in found if f.kind == "seat" and text.startswith(self._forms.seats, f.end - 1)]
        return [(f.start, text[f.start : f.end]) for f in seats]


def _narrowest(regions: Sequence[Region]) -> Region:
    """The first place, or one within it that is named behind it: 某省某市 is 某市."""
    best = regions[0]
    for region in regions[1:]:
        if region.inside(best):
            best = region
    return best

"""Which place a text is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from extract.data import Place
from extract.engine.regions import Level, Region, Regions
from extract.stages.recognise.abroad import country_told, of_dateline
from extract.stages.recognise.currency import Currencies
from extract.stages.recognise.place_forms import PlaceForms
from extract.stages.recognise.telling import HEADS, STANDS, TITLE, PlaceTeller, Telling, Words

_HEAD = 8
"""Passages, the title included, in which a text names the unlisted place that it is about."""
_OPENING = 16
"""Passages in which a report says for whom it is given, the lines of its head included."""
_WITHIN = 0.5
"""What the weight of a place counts for the one that it lies in."""
_BARE = 0.6
"""What a short name weighs that is a place's only where the text speaks of one."""
_CLEAR = 2.0
"""What the names of a place weigh at least, and which share of all."""
_SHARE = 0.5
_MEANT = 0.6
"""Of the weight of places of its level, the share that the place a deictic points at has, at least."""
_AGAIN = 3
"""How often a name that no table lists must come, the title counting three times."""
_PROPER = 2
"""How often a short name must come that no common word is like, in a text that points at a place of its kind."""
_SHORT, _LONGEST = 2, 4
"""Characters of the bare names of places."""
_WORDS = ("r", "m", "t")
"""Tags of words that no name of a place is made of."""


class PlaceFinder:
    """Which place a text is about, from what its title and passages name and point at."""

    def __init__(self, regions: Regions, forms: PlaceForms, words: Words, currencies: Currencies) -> None:
        """`words` cuts a passage, so that 代县长 names no 代县."""
        self._regions = regions
        self._currencies = currencies
        self._tell = PlaceTeller(regions, forms, words)

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
        told = self._tell(passages, whole)
        titled = self._tell.listed(passages[0], whole)
        home = _narrowest(titled).place if titled else self._reported_for(passages, whole)
        home = home or self._unlisted(passages, whole) or self._in_full(passages, whole)
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
        found = fullest or (self._came_from(dateline, told, whole) if dateline else None)
        found = found or self._of_seat(dateline, passages)
        found = found or (self._pointed(told.speaking, told, "", ()) if told.speaking else None)
        return found or self._of_paper(papers, whole, told) or self._by_money(whole, told) or self._abroad(told)

    def _of_paper(self, papers: Sequence[str], whole: str, told: Telling) -> Place | None:
        """The place of the paper of a text that names no other, and an office of such a place: 记者从|市商务局|获悉."""
        word = None if told.nation or told.named else self._tell.forms.hints.speaking(whole, once=True)
        near = [place for name in papers if word and (place := self._regions.resolve(name))]
        return next((place for place in near if word and self._means(word, place) == place), None)

    def _by_money(self, whole: str, told: Telling) -> Place | None:
        """The place in whose money alone a text counts that names no other: 销售额为163亿（澳门元，下同）."""
        code = None if told.nation else self._currencies.seat(whole)
        place = self._regions.province(code) if code else None
        return place if place and all(other.code == place.code for other in told.named) else None

    def _reported_for(self, passages: Sequence[str], whole: str) -> Place | None:
        """The place for whose government a text without a place in its title reports: 我代表|滨海市|人民政府."""
        for text in passages[1:_OPENING]:
            said = self._tell.forms.hints.reports_for(text)
            listed = self._tell.listed(said, whole) if said else []
            if said and listed:
                return _narrowest(listed).place
            if said and said in (name for _, name in self._tell.by_form(text, whole)):
                return Place(said, None)
        return None

    # ---- what it means

    def _speaks_of_country(self, text: str) -> bool:
        pointing = [word for _, _, word in self._regions.pointing(text)]
        return any(self._regions.pointed_level(word) is None and not self._regions.fixed(word) for word in pointing)

    def _came_from(self, dateline: str, told: Telling, whole: str) -> Place | None:
        """What a dateline says of whom a text is about: its own place, abroad the country if most is said of that.

        A text that never names the place at home, but speaks of the country, of its bodies or more of some country,
        passes it by.
        """
        place = self._regions.resolve(dateline)
        region = self._regions.of(place)
        if place is None or region is None or not region.home:
            return place and of_dateline(place, told, self._regions)
        named = any(place in set(self._around(other)) for other in told.body)
        most = max(told.abroad.values(), default=0.0)
        elsewhere = most >= _CLEAR or self._speaks_of_country(whole) or self._tell.forms.hints.national.search(whole)
        return None if not named and elsewhere else place

    def _abroad(self, told: Telling) -> Place | None:
        return country_told(told, self._regions, self._tell.forms.hints.nation)

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
        if best is None or told.body.get(home, 0) >= HEADS or self._points_at(home, told) > self._points_at(best, told):
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
                if self._means(word, wide) == wide and wide in told.named:
                    weights[wide] += weight if wide == place else weight * _WITHIN
        bare = {place: n for place, n in told.bare.items() if place.name[-1:] == word[-1:]}
        for place, n in bare.items():
            if n >= (_PROPER if place in told.proper else _AGAIN):
                weights[place] += n * _BARE
        best = max(weights, key=lambda place: weights[place], default=None)
        if best is not None and weights[best] >= (STANDS if self._speaks(word, told) else HEADS):
            return best if weights[best] >= _MEANT * sum(weights.values()) else None
        alone = [place for place in bare if place in told.proper]
        if len(alone) == 1 and not weights and told.pointing.get(word, 0) >= _AGAIN:
            return alone[0]  # a text full of 全区 that has the name of one
        if self._regions.pointed_level(word) is Level.PROVINCE:
            return None
        return next((Place(name + word[-1:], None) for name in (dateline, *papers) if self._is_bare(name)), None)

    def _speaks(self, word: str, told: Telling) -> bool:
        """Whether a text points so often at the place of a word, as its own too, that one mere name of it is enough."""
        level = self._regions.pointed_level(word)
        same = {other: n for other, n in told.pointing.items() if self._regions.pointed_level(other) is level}
        return sum(same.values()) >= _AGAIN and any(self._regions.means_own(other) for other in same)

    def _fullest(self, told: Telling) -> Place | None:
        """The place whose names, and those of what lies in it, outweigh the others'; the narrowest of such."""
        total = sum(told.named.values())
        fitting = []
        for place, own in told.named.items():
            within = sum(w for other, w in told.named.items() if other != place and place in set(self._around(other)))
            if own >= HEADS and own + within >= max(_CLEAR, _SHARE * total):
                fitting.append((own, place))
        return max(fitting, key=lambda row: row[0])[1] if fitting else None

    # ---- names

    def _is_bare(self, name: str) -> bool:
        """Whether a dateline's or a paper's place may be one that no table lists: it is no word of the language."""
        if self._regions.candidates(name):
            return False
        tags = self._tell.tags(name)
        return len(tags) > 1 and not any(tag.startswith(_WORDS) for tag in tags)  # 齐鲁 is a word: no 齐鲁市

    def _in_full(self, passages: Sequence[str], whole: str) -> Place | None:
        """The unlisted place that the title calls by its bare name and a passage by its whole one: 沄川 of 沄川市."""
        for text, name in self._seats(passages[1:-1], passages[0]):
            if name in (form for _, form in self._tell.by_form(text, whole)):
                return Place(name, None)
        return None

    def _of_seat(self, dateline: str, passages: Sequence[str]) -> Place | None:
        """The unlisted place of a dateline, by the whole name that a passage has."""
        names = (name for _, name in self._seats(passages[1:-1], dateline) if name[:-1] == dateline)
        return next((Place(name, None) for name in names), None)

    def _seats(self, passages: Sequence[str], bare: str) -> Iterator[tuple[str, str]]:
        """The passages that have a part of the text `bare` with the ending of a seat, and the part with it."""
        endings = self._tell.forms.again
        for text in passages:
            for end in (i for i, char in enumerate(text) if char in endings):
                for size in range(_SHORT, min(_LONGEST, end) + 1):
                    name = text[end - size : end + 1]
                    if name[:-1] in bare and name not in bare:  # 美多州 says nothing of 美多
                        yield text, name

    def _unlisted(self, passages: Sequence[str], whole: str) -> Place | None:
        """The seat that the title names by its form, or the one that the passages name most often."""
        head = passages[:_HEAD]
        counts = Counter(name for text in head for _, name in self._tell.by_form(text, whole))
        for name in counts:
            counts[name] = sum(text.count(name[:-1]) * (TITLE if i == 0 else 1) for i, text in enumerate(head))
        best = max(counts.items(), key=lambda row: row[1], default=None)
        return Place(best[0], None) if best and best[1] >= _AGAIN else None


def _narrowest(regions: Sequence[Region]) -> Region:
    """The first place, or one within it that is named behind it: 某省某市 is 某市."""
    best = regions[0]
    for region in regions[1:]:
        if region.inside(best):
            best = region
    return best

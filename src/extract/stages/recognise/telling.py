"""What the passages of a text tell of places: the weight of each that is named, and of the words that point at one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.data import Label, Mention, Place, Tokens
from extract.engine.lexicon import Lexicon
from extract.engine.regions import Region, Regions
from extract.stages.recognise.place_forms import PlaceForms
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import WordBounds, end_of_a_name

Words = Callable[[str], Tokens]
"""The words of a text, from offset 0."""
_FIRST = 3
"""Passages behind the title that say more than others which place a text is about."""
_MOST = 60
"""Passages that are looked at."""
HEADS, STANDS, LEAD = 1.0, 0.4, 1.5
"""What a name weighs that heads its clause, one elsewhere, and one in the first passages."""
_POINTS = 2.0
"""What a word weighs that points at one place in every text: 本港."""
TITLE = 3
"""How often what the title says counts."""
_ENDS = ("。", "！", "？", "；", "…", "”")
"""Marks without which a passage is a heading, which says what a text is about as its title does."""
_NAMES = ("ns", "nr", "nt")
"""Tags of names of places, and of what is taken for a person's or a body's."""
_NOUN = "n"
"""The tag of a noun, behind which no short name of a place stands."""
_PARTICLES = ("f", "u", "c", "p")
"""Tags of characters that end no name which the segmenter cuts."""
_SHORT = 4
"""Characters of the longest short name before a word that points."""
_LEADING = ("t", "c", "d", "m", "q", "f")
"""Tags of words behind which a place may still head its clause: 今年|全市."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text's passages tell of places: the weight of each that is named, and of the words that point at one."""

    named: Mapping[Place, float]
    body: Mapping[Place, float]
    """The same without the title."""
    pointing: Mapping[str, float]
    nation: float
    """What the names of the whole country weigh: 全国, 我国."""
    bare: Mapping[Place, int]
    """How often the text has a short name that is a place's only where it speaks of one: 和平, 当阳."""
    proper: frozenset[Place]
    """Those of them that no common word is like: 当阳, not 和平."""
    abroad: Mapping[Place, float]
    """The weight of each country that the body names, one's own among them, with what lies in it."""
    speaking: str | None
    """The word for the place of whose offices the text speaks, where it has no such word: 全市."""


class PlaceTeller:
    """Reads what passages tell of places. Built once."""

    def __init__(self, regions: Regions, forms: PlaceForms, words: Words) -> None:
        """`words` cuts a passage, so that 代县长 names no 代县."""
        self._regions, self.forms, self._words = regions, forms, words
        bare: defaultdict[str, list[Place]] = defaultdict(list)
        for region in regions.listed:
            if region.shorts and not region.alone:
                bare[region.shorts[-1]].append(region.place)
        self._bare = Lexicon(bare)

    def __call__(self, passages: Sequence[str], whole: str) -> Telling:
        """What passages tell: the title, the sentences, the dateline's place last; `whole` is their text."""
        named: defaultdict[Place, float] = defaultdict(float)
        body: defaultdict[Place, float] = defaultdict(float)
        abroad: defaultdict[Place, float] = defaultdict(float)
        pointing: Counter[str] = Counter()
        bare: Counter[Place] = Counter()
        proper: set[Place] = set()
        nation = 0.0
        for index, text in enumerate(passages[: min(len(passages) - 1, _MOST)]):
            weight = TITLE if index == 0 else LEAD if index <= _FIRST else 1
            words = self._words(text)
            seen = SentenceView.of(text, 0, words, ())
            for start, end, place in self._places(text, words, whole):
                if self.forms.hints.sends_guests(text, end):
                    continue
                heads = HEADS if self._heads(seen, start) and not self.forms.hints.in_passing(text, end) else STANDS
                named[place] += weight * heads
                if index:
                    body[place] += weight * heads
            for start, country in self._countries(text, words, whole) if index else ():
                abroad[country] += weight * (HEADS if self._heads(seen, start) else STANDS)
            for seat in self._seats_of_offices(text):
                named[seat] += _POINTS
            for name, n in self.forms.hints.find(text):
                if shown := self._regions.resolve(name):
                    named[shown] += n * weight
            for hit in self._bare.find(text):
                tag = _tag(words, hit.start, hit.end)
                if hit.start and seen.word_before(hit.start)[1] == _NOUN:
                    continue  # 人民|安宁
                for place in (p for p in hit.value if tag and not text.startswith(p.name, hit.start)):
                    bare[place] += 1 if index and text.endswith(_ENDS) else TITLE
                    proper |= {place} if tag.startswith(_NAMES) else set()
            for start, end, word in self._regions.pointing(text):
                behind = [place for place in _behind(self._bare, text, start) if place.name[-1:] == word[-1:]]
                if not (behind or self._heads(seen, start)) or not WordBounds(words).may_be(start, end):
                    continue
                bare.update(behind)
                fixed = self._regions.fixed(word)
                if fixed is not None:
                    named[self._regions.resolve(fixed.name) or fixed] += weight * _POINTS
                elif self._regions.pointed_level(word) is None:
                    nation += weight
                else:
                    pointing[word] += 1
        for place in named.keys() & bare.keys():
            named[place] += bare[place] * STANDS
        speaking = None if pointing else self.forms.hints.speaking(whole)
        return Telling(named, body, pointing, nation, bare, frozenset(proper), abroad, speaking)

    def listed(self, text: str, whole: str) -> list[Region]:
        """The places in China that a passage of the text `whole` names, in order."""
        return [region for _, _, region in self._found(text, self._words(text), whole) if region.home]

    def by_form(self, text: str, whole: str) -> list[tuple[int, str]]:
        """The seats that no table lists, by their form: (start, 滨淮县)."""
        words = self._words(text)
        listed = [Mention(start, end, Label.PLACE, r.place) for start, end, r in self._found(text, words, whole)]
        found = self.forms.find(SentenceView.of(text, 0, words, listed), whole)
        seats = [f for f in found if f.kind == "seat" and text.startswith(self.forms.seats, f.end - 1)]
        return [(f.start, text[f.start : f.end]) for f in seats]

    def tags(self, text: str) -> Sequence[str]:
        """The tags of the words of a text."""
        return self._words(text).tags

    def _heads(self, seen: SentenceView, start: int) -> bool:
        """Whether a name heads its clause: 全市, 今年全市, not 居全省第四."""
        return seen.opens_clause(start) or seen.word_before(start)[1].startswith(_LEADING)

    def _places(self, text: str, words: Tokens, whole: str) -> Iterator[tuple[int, int, Place]]:
        """The places in China that a passage names, of several within one another the narrowest."""
        found = [hit for hit in self._found(text, words, whole) if hit[2].home]
        for hit, after in zip(found, [*found[1:], None], strict=False):
            if after is None or hit[1] != after[0] or not after[2].inside(hit[2]):
                yield hit[0], hit[1], hit[2].place
        for start, name in self.by_form(text, whole):
            yield start, start + len(name), Place(name, None)

    def _countries(self, text: str, words: Tokens, whole: str) -> Iterator[tuple[int, Place]]:
        """The countries that a passage names or whose cities it names, with where: 乙国's 首城 is 乙国."""
        for start, _, region in self._found(text, words, whole):
            if not region.home:
                yield start, (region.parent or region).place

    def _seats_of_offices(self, text: str) -> Iterator[Place]:
        """The places in China whose office tells of something, also where one word holds both: 海川旅游局|公布…."""
        for body in self.forms.hints.telling_offices(text):
            for start, _, region in self._regions.find(body[:_SHORT]):
                if start == 0 and region.home:
                    yield region.place

    def _found(self, text: str, words: Tokens, whole: str) -> list[tuple[int, int, Region]]:
        found = self._regions.find(text, WordBounds(words, lambda a, b: bool(self._regions.candidates(text[a:b]))))
        return [hit for hit in found if not end_of_a_name(whole, text, hit[0], hit[1], words)]


def _tag(words: Tokens, start: int, end: int) -> str:
    """The tag of the word that a span is, a place's where it is cut into characters; empty where it is neither."""
    first, last = bisect_left(words.starts, start), bisect_left(words.ends, end)
    if words.starts[first : first + 1] != (start,) or words.ends[last : last + 1] != (end,):
        return ""
    apart = last - first + 1 == end - start and not words.tags[last].startswith(_PARTICLES)
    return words.tags[first] if first == last else _NAMES[0] if apart else ""  # 涪|川, but no 城|中


def _behind(bare: Lexicon[list[Place]], text: str, at: int) -> Iterator[Place]:
    """The places whose short name ends where a word points: 涪川|全区."""
    floor = max(0, at - _SHORT)
    yield from (place for hit in bare.find(text[floor:at], floor) if hit.end == at for place in hit.value)

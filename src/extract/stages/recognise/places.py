"""Places by name, and words that point at one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from extract.data import Article, Label, Mention, Place, Tokens
from extract.engine.lexicon import Lexicon
from extract.engine.regions import Level, Region, Regions
from extract.stages.recognise.place_forms import Form, PlaceForms
from extract.stages.recognise.sentence import SentenceView

_LEAD = 60
_FRONT = 8
"""Characters of a lead before a sentence, and of its front, which names the place."""
_DIVISIONS = ("seat", "small")
_COUNTY = 2
"""Characters of the shortest names of counties."""
_BEFORE = ("u", "p", "c", "v", "d", "r", "m", "x", "t")
"""Tags of words that may stand before a name without being its beginning."""
_CLEAR = 2
"""In how many of these passages a place must be named, and in a third of them."""
_HEAD = 8
"""Passages that tell which place a text is about; the first is its title."""
_TITLE = 3
_AGAIN = 3
"""How often a name that no table lists must come, the title counting three times."""


def recognise_places(
    article: Article, tokens: Sequence[Tokens], regions: Regions, forms: PlaceForms
) -> tuple[list[Mention], list[Mention]]:
    """The places of an article by name and by form, step by step, and those that only repeat an unlisted name.

    Deictics (全市) are resolved by the article's place.
    """
    known, seats = _known_and_formed(article, tokens, regions, forms, ())
    again = list(_again(article, tokens, seats, known))
    if again:  # a port or a zone may bear the name of an unlisted town
        known, _ = _known_and_formed(article, tokens, regions, forms, again)
    return known, again


def _known_and_formed(
    article: Article, tokens: Sequence[Tokens], regions: Regions, forms: PlaceForms, again: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """The listed places and those by form, and of the latter those that have a bare name."""
    known: list[Mention] = []
    seats: list[Mention] = []
    for sentence, words in zip(article.sentences, tokens, strict=True):
        text = article.text(sentence.start, sentence.end)
        listed = _listed(article, text, sentence.start, words, regions, forms)
        pointing = {start for start, _, _ in regions.pointing(text, sentence.start)}
        seen = SentenceView.of(text, sentence.start, words, [*(m for m in listed if m.start not in pointing), *again])
        unlisted = [_mention(article, form) for form in forms.find(seen)]
        seats += [m for m in unlisted if article.text(m.start, m.end).endswith(forms.seats)]
        own = [m for m in unlisted if isinstance(m.normal, Place)]
        known += [m for m in listed if not any(f.start <= m.start and m.end <= f.end for f in own)] + unlisted
    return known, seats


def datelines(article: Article, regions: Regions) -> Iterator[Mention]:
    """The places of the datelines, which stand before the sentences: 本报青岛1月2日电."""
    at = article.start
    for sentence in article.sentences[:_HEAD]:
        if at < sentence.start <= at + _LEAD:
            found = regions.find(article.text(at, min(at + _FRONT, sentence.start)), None, at)
            yield from (Mention(start, end, Label.PLACE, region.place) for start, end, region in found[:1])
        at = max(at, sentence.end)


def _listed(
    article: Article, text: str, offset: int, words: Tokens, regions: Regions, forms: PlaceForms
) -> list[Mention]:
    out: list[Mention] = []
    own = _Words(words, lambda start, end: _known(article.text(start, end), regions, forms))
    for start, end, word in regions.pointing(text, offset):
        if own.may_be(start, end):
            out.append(Mention(start, end, Label.PLACE, regions.deictic(word, article.place) or _local(article, word)))
    whole = article.text(article.start, article.end)
    for start, end, region in regions.find(text, own, offset):
        if _end_of_a_name(whole, text, start - offset, end - offset, words):
            continue
        out.append(Mention(start, end, Label.PLACE, region.place.name if region.feature else region.place))
    return out


def _end_of_a_name(whole: str, text: str, start: int, end: int, words: Tokens) -> bool:
    """Whether a county's short name is the end of an unlisted one: 宁县 of 朔宁县, wherever the text `whole` has it.

    `start:end` are offsets into the passage `text`, whose words lie at their own offsets.
    """
    if end - start != _COUNTY or start == 0:
        return False
    longer = text[start - 1 : end]
    shift = words.starts[0] if words.starts else 0
    index = bisect_right(words.starts, shift + start - 1) - 1
    single = (words.starts[index], words.ends[index]) == (shift + start - 1, shift + start)
    named = single and not words.tags[index].startswith(_BEFORE)
    return named and whole.count(longer) >= _CLEAR and whole.count(longer) == whole.count(longer[1:])


def _known(name: str, regions: Regions, forms: PlaceForms) -> bool:
    """Whether a part of a word is a place's name or the ending of one: 青岛|地区."""
    return bool(regions.candidates(name)) or (len(name) > 1 and name in forms.endings)


def _mention(article: Article, form: Form) -> Mention:
    """A division is a `Place`; a river, a zone or an airport is none that a figure could be of by itself."""
    name = article.text(form.start, form.end)
    division = form.kind in _DIVISIONS
    return Mention(form.start, form.end, Label.PLACE, Place(name, None) if division else name)


def _local(article: Article, word: str) -> Place | None:
    """全市 in an article about a place that no table lists (a new or a renamed one) is that place."""
    place = article.place
    return place if place is not None and place.code is None and place.name[-1:] == word[-1:] else None


def _again(
    article: Article, tokens: Sequence[Tokens], found: Sequence[Mention], known: Sequence[Mention]
) -> Iterator[Mention]:
    """Where an unlisted place, the article's own one too, stands without its ending: 海川 of 海川市."""
    places = [m.normal for m in found if isinstance(m.normal, Place)]
    if article.place is not None and article.place.code is None:
        places.append(article.place)
    stems = {place.name[:-1]: place for place in places if len(place.name) > 2}
    if not stems:
        return
    held = {at for m in known for at in range(m.start, m.end)}
    lexicon = Lexicon({**{place.name: place for place in stems.values()}, **stems})
    for sentence, words in zip(article.sentences, tokens, strict=True):
        for start, end, place in lexicon.find(article.text(sentence.start, sentence.end), sentence.start):
            own = article.place is not None and place == article.place
            if not held.issuperset(range(start, end)) and (own or _Words(words)(start, end, False)):
                yield Mention(start, end, Label.PLACE, place)


def in_steps(article: Article, places: Sequence[Mention], regions: Regions) -> list[Mention]:
    """Places that stand right behind the one they lie in as one mention down to the last step: 丙市|丁镇.

    What is no division keeps the place before it as a mention of its own: 丙市 and 丙市机场.
    """
    out: list[Mention] = []
    wider: list[Mention] = []
    for mention in sorted(places, key=lambda m: (m.start, -m.end)):
        if isinstance(mention.normal, str):
            before = next((m for m in reversed(out) if m.end <= mention.end), None)
            touches = before is not None and before.end >= mention.start and isinstance(before.normal, Place)
            start = min(before.start, mention.start) if before is not None and touches else mention.start
            wider.append(Mention(start, mention.end, Label.PLACE, article.text(start, mention.end)))
        elif out and out[-1].end == mention.start and _lies_in(article, mention, out[-1], regions):
            start = out[-1].start
            inner = regions.of(mention.normal) if isinstance(mention.normal, Place) else None
            normal = mention.normal if inner is not None else Place(article.text(start, mention.end), None)
            out[-1] = Mention(start, mention.end, Label.PLACE, normal)
        else:
            out.append(mention)
    return [*out, *wider]


def _lies_in(article: Article, inner: Mention, outer: Mention, regions: Regions) -> bool:
    """Whether the second of two touching places is a step down from the first; a listed one must lie in it."""
    if not isinstance(inner.normal, Place) or not isinstance(outer.normal, Place):
        return False
    named = ((inner, inner.normal.name), (outer, outer.normal.name))
    if any(name[0] not in article.text(m.start, m.end) for m, name in named):
        return False  # 全市|丁镇, 海川|全市
    below, above = regions.of(inner.normal), regions.of(outer.normal)
    if below is None:
        return True
    return above is not None and below is not above and below.inside(above)


class _Words:
    """Whether a span is a word of its own: both of its ends are word boundaries."""

    def __init__(self, tokens: Tokens, known: Callable[[int, int], bool] | None = None) -> None:
        """`known(start, end)` says whether another span is a place's name."""
        self._tokens, self._known = tokens, known

    def may_be(self, start: int, end: int) -> bool:
        """Whether no longer word holds the span (全国 in 全国重点实验室)."""
        first = bisect_right(self._tokens.starts, start) - 1
        return self._tokens.ends[first] <= end

    def __call__(self, start: int, end: int, full: bool) -> bool:
        starts, ends = self._tokens.starts, self._tokens.ends
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        if first < 0 or last < 0:
            return False
        if starts[first] == start and ends[last] == end:
            return True
        if full:
            # 大连市场 is no 大连市: a name may end before its word does only where it fills the word's front
            return ends[last] == end or first == last
        return self._twins(start, end, first, last)

    def _twins(self, start: int, end: int, first: int, last: int) -> bool:
        """Whether the span is one of two places that the segmenter took for one word: 辽宁大连."""
        if first != last or self._known is None:
            return False
        low, high = self._tokens.starts[first], self._tokens.ends[first]
        rest = (end, high) if start == low else (low, start) if end == high else None
        return rest is not None and self._known(*rest)


Words = Callable[[str], Tokens]
"""The words of a text, from offset 0."""


def _narrowest(regions: Sequence[Region]) -> Region:
    """The first place, or one within it that is named behind it: 某省某市 is 某市."""
    best = regions[0]
    for region in regions[1:]:
        if region.inside(best):
            best = region
    return best


_SHARE = 0.6
"""Of the names of places of its level, the share that the place a deictic points at has, at least."""
_LEADING = ("t", "c", "d", "m", "q", "f")
"""Tags of words behind which a place may still head its clause: 今年|全市."""
_WORDS = ("r", "m", "t")
"""Tags of words that no name of a place is made of."""


class PlaceFinder:
    """Which place a text is about, from its title and first passages."""

    def __init__(self, regions: Regions, forms: PlaceForms, words: Words) -> None:
        """`words` cuts a passage, so that 代县长 names no 代县."""
        self._regions, self._forms, self._words = regions, forms, words

    def __call__(self, passages: Sequence[str], papers: Sequence[str] = ()) -> Place | None:
        """The place that the title names, else the one that the first passages name most, else that of the dateline.

        `passages` are the title, the sentences, and the dateline's place last; `papers` what the names of newspapers
        begin with. A place that no table lists is taken from its form (某某市): from the title, or where it is named
        again. Where none is found and the text points at one (全市), it is the one that it may point at.
        """
        if len(passages) == 1:
            return self._regions.resolve(passages[0])
        whole = "\n".join(passages)
        titled = self._home(passages[0], whole)
        if titled:
            return _narrowest(titled).place
        found = self._named(passages, whole)
        if found is not None or any(
            self._regions.pointed_level(w) is None for _, _, w in self._regions.pointing(passages[0])
        ):
            return found
        for word, _ in Counter(word for text in passages for word in self._points(text)).most_common():
            meant = self._pointed(word, passages, whole, papers)
            if meant is not None:
                return meant
        return None

    def _points(self, text: str) -> list[str]:
        """The words that head a clause and point at a place nearer than the whole country: 全市, not 居全省第四."""
        words, out = self._words(text), []
        may_be, seen = _Words(words).may_be, SentenceView.of(text, 0, words, ())
        for start, end, word in self._regions.pointing(text):
            heads = seen.opens_clause(start) or seen.word_before(start)[1].startswith(_LEADING)
            if heads and may_be(start, end) and self._regions.pointed_level(word):
                out.append(word)
        return out

    def _means(self, word: str, place: Place) -> Place | None:
        """What a deictic means in a text about a place, listed or not."""
        unlisted = place.code is None and place.name[-1:] == word[-1:]
        return self._regions.deictic(word, place) or (place if unlisted else None)

    def _pointed(self, word: str, passages: Sequence[str], whole: str, papers: Sequence[str]) -> Place | None:
        """The place that a deictic may point at: that of the dateline or the paper, else the one named most often."""
        near = [self._regions.resolve(name) for name in (passages[-1], *papers) if name]
        for place in near:
            if place is not None and self._means(word, place) == place:
                return place
        named = [[region.place for region in self._home(text, whole)] for text in passages]
        named += [[Place(name, None) for name in self._by_form(text, whole)] for text in passages]
        counts = Counter(place for row in named for place in row)
        fitting = [(place, times) for place, times in counts.most_common() if self._means(word, place) == place]
        if fitting:
            place, times = fitting[0]
            return place if times >= _CLEAR and _SHARE * sum(n for _, n in fitting) < times else None
        if self._regions.pointed_level(word) is Level.PROVINCE:
            return None
        return next((Place(name + word[-1:], None) for name in papers if self._is_bare(name)), None)

    def _is_bare(self, name: str) -> bool:
        """Whether the name of a paper begins with a place that no table lists: with no word of the language."""
        tags = self._words(name).tags
        return len(tags) > 1 and not any(tag.startswith(_WORDS) for tag in tags)  # 齐鲁 is a word: no 齐鲁市

    def _named(self, passages: Sequence[str], whole: str) -> Place | None:
        unlisted = self._unlisted(passages, whole)
        if unlisted:
            return unlisted
        named = [{region.place for region in self._home(text, whole)} for text in passages[1:_HEAD]]
        counts = Counter(place for places in named for place in places)
        best = counts.most_common(1)
        if best and best[0][1] >= max(_CLEAR, len(named) / 3) and 2 * best[0][1] >= counts.total():
            return best[0][0]
        return self._regions.resolve(passages[-1]) if passages[-1] else None

    def _home(self, text: str, whole: str) -> list[Region]:
        """The places in China that a passage of the text `whole` names, in order."""
        return [region for _, _, region in self._found(text, self._words(text), whole) if region.home]

    def _found(self, text: str, words: Tokens, whole: str) -> list[tuple[int, int, Region]]:
        found = self._regions.find(text, _Words(words, lambda a, b: bool(self._regions.candidates(text[a:b]))))
        return [hit for hit in found if not _end_of_a_name(whole, text, hit[0], hit[1], words)]

    def _unlisted(self, passages: Sequence[str], whole: str) -> Place | None:
        """The seat that the title names by its form, or the one that the passages name most often."""
        head = passages[:_HEAD]
        counts = Counter(name for text in head for name in self._by_form(text, whole))
        for name in counts:
            counts[name] = sum(text.count(name[:-1]) * (_TITLE if i == 0 else 1) for i, text in enumerate(head))
        best = max(counts.items(), key=lambda row: row[1], default=None)
        return Place(best[0], None) if best and best[1] >= _AGAIN else None

    def _by_form(self, text: str, whole: str) -> list[str]:
        words = self._words(text)
        listed = [Mention(start, end, Label.PLACE, r.place) for start, end, r in self._found(text, words, whole)]
        found = self._forms.find(SentenceView.of(text, 0, words, listed))
        seats = [f for f in found if f.kind == "seat" and text.startswith(self._forms.seats, f.end - 1)]
        return [text[f.start : f.end] for f in seats]

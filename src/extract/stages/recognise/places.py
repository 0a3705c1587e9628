"""Places by name, and words that point at one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Article, Label, Mention, Place, Tokens
from extract.engine.lexicon import Lexicon
from extract.engine.regions import Level, Regions
from extract.stages.recognise.place_forms import PlaceForms
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.settlements import Form
from extract.stages.recognise.word_bounds import WordBounds, end_of_a_name, occurrences

_OFTEN = 2
_NAMED = ("ns", "nr", "nz")
"""Tags of a word that may be a place's short name."""
_DIVISIONS = ("seat", "small")


def recognise_places(
    article: Article, tokens: Sequence[Tokens], regions: Regions, forms: PlaceForms
) -> tuple[list[Mention], list[Mention]]:
    """The places of an article by name and by form, step by step, and those that only repeat an unlisted name.

    Deictics (全市) are resolved by the article's place.
    """
    known, seats = _known_and_formed(article, tokens, regions, forms, ())
    again = [*_again(article, tokens, seats, known), *_in_short(article, tokens, known, regions, forms)]
    if again:  # a port or a zone may bear the name of an unlisted town
        known, _ = _known_and_formed(article, tokens, regions, forms, again)
    return known, again


def _known_and_formed(
    article: Article, tokens: Sequence[Tokens], regions: Regions, forms: PlaceForms, again: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """The listed places and those by form, and of the latter those that have a bare name."""
    known: list[Mention] = []
    seats: list[Mention] = []
    whole = article.text(article.start, article.end)
    for sentence, words in zip(article.sentences, tokens, strict=True):
        text = article.text(sentence.start, sentence.end)
        listed = _listed(article, text, sentence.start, words, regions, forms)
        pointing = {start for start, _, _ in regions.pointing(text, sentence.start)}
        seen = SentenceView.of(text, sentence.start, words, [*(m for m in listed if m.start not in pointing), *again])
        unlisted = [_mention(article, form) for form in forms.find(seen, whole)]
        seats += [m for m in unlisted if article.text(m.start, m.end).endswith(forms.seats)]
        unlisted = [m for m in unlisted if not _only_a_country(article, m, listed, regions, forms)]
        own = [m for m in unlisted if isinstance(m.normal, Place)]
        known += [m for m in listed if not any(f.start <= m.start and m.end <= f.end for f in own)] + unlisted
    return known, seats


def _listed(
    article: Article, text: str, offset: int, words: Tokens, regions: Regions, forms: PlaceForms
) -> list[Mention]:
    out: list[Mention] = []
    own = WordBounds(
        words,
        lambda start, end: _known(article.text(start, end), regions, forms),
        lambda start, end: article.text(start, end) in forms.local_offices,
    )
    for start, end, word in regions.pointing(text, offset):
        if own.may_be(start, end):
            out.append(Mention(start, end, Label.PLACE, regions.deictic(word, article.place) or _local(article, word)))
    whole = article.text(article.start, article.end)
    for start, end, region in regions.find(text, own, offset):
        if end_of_a_name(whole, text, start - offset, end - offset, words):
            continue
        out.append(Mention(start, end, Label.PLACE, region.place.name if region.feature else region.place))
    seen = SentenceView.of(text, offset, words, out)
    for start, end, normal in forms.known.find(seen, regions):
        if not _end_of_a_longer(seen, start, end, whole, forms):
            out.append(Mention(start, end, Label.PLACE, normal))
    return sorted(out, key=lambda m: (m.start, -m.end))


def _only_a_country(
    article: Article, formed: Mention, listed: Sequence[Mention], regions: Regions, forms: PlaceForms
) -> bool:
    """Whether a site has no name but its country's, which has many such: 某国|机场."""
    outer = next((m for m in listed if m.start == formed.start and isinstance(m.normal, Place)), None)
    if outer is None or isinstance(formed.normal, Place) or article.text(outer.end, formed.end) not in forms.endings:
        return False
    return isinstance(outer.normal, Place) and regions.level(outer.normal) is Level.COUNTRY


def _end_of_a_longer(seen: SentenceView, start: int, end: int, whole: str, forms: PlaceForms) -> bool:
    """Whether a word stands, again and again, behind one character that is no word before a place: 临|沙市."""
    if start == seen.offset or seen.word_before(start)[0] != start - 1 or not seen.char(start - 1).isalpha():
        return False
    longer = seen.text[start - 1 - seen.offset : end - seen.offset]
    return longer[0] not in forms.before and _OFTEN <= occurrences(whole, longer) == occurrences(whole, longer[1:])


def _known(name: str, regions: Regions, forms: PlaceForms) -> bool:
    """Whether a part of a word is a place's name or the ending of one: 青岛|地区, 东盟|国家."""
    return bool(regions.candidates(name)) or (len(name) > 1 and name in forms.endings) or name in forms.hints.lands


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
            if not held.issuperset(range(start, end)) and (own or WordBounds(words)(start, end, False)):
                yield Mention(start, end, Label.PLACE, place)


def _in_short(
    article: Article, tokens: Sequence[Tokens], known: Sequence[Mention], regions: Regions, forms: PlaceForms
) -> Iterator[Mention]:
    """Where a listed place that was named in full stands by a short name that needs help elsewhere: 嘉善 of 嘉善县."""
    shorts: dict[str, Place] = {}
    for mention in known:
        region = regions.of(mention.normal) if isinstance(mention.normal, Place) and mention.normal.code else None
        name = region.shorts[-1] if region is not None and region.shorts and not region.alone else ""
        full = region is not None and article.text(mention.start, mention.end).endswith(region.place.name)
        if region is not None and full and len(name) >= _OFTEN and not region.common and name not in forms.known.common:
            shorts[name] = region.place
    held = {at for m in known for at in range(m.start, m.end)}
    lexicon = Lexicon(shorts)
    for sentence, words in zip(article.sentences, tokens, strict=True) if shorts else ():
        text = article.text(sentence.start, sentence.end)
        seen = SentenceView.of(text, sentence.start, words, ())
        for start, end, place in lexicon.find(text, sentence.start):
            tag = seen.tag_of(start, end)
            loose = not tag and seen.word_at(start) is not None and seen.ends_word(end)
            if held.isdisjoint(range(start, end)) and (loose or tag.startswith(_NAMED)):
                yield Mention(start, end, Label.PLACE, place)


def in_steps(
    article: Article, places: Sequence[Mention], regions: Regions, seats: tuple[str, ...] = ()
) -> list[Mention]:
    """Places that stand right behind the one they lie in as one mention down to the last step: 丙市|丁镇.

    What is no division keeps the place before it as a mention of its own: 丙市 and 丙市机场.
    """
    out: list[Mention] = []
    wider: list[Mention] = []
    for mention in sorted(places, key=lambda m: (m.start, -m.end)):
        if isinstance(mention.normal, str):
            before = next((m for m in reversed(out) if m.end <= mention.end), None)
            touches = before is not None and before.end >= mention.start and _may_hold(article, before, regions)
            start = min(before.start, mention.start) if before is not None and touches else mention.start
            wider.append(Mention(start, mention.end, Label.PLACE, article.text(start, mention.end)))
        elif wider and wider[-1].end == mention.start and _in_a_state(article, mention, wider[-1], regions, seats):
            start = wider.pop().start
            out.append(Mention(start, mention.end, Label.PLACE, Place(article.text(start, mention.end), None)))
        elif out and out[-1].end == mention.start and _lies_in(article, mention, out[-1], regions):
            start = out[-1].start
            inner = regions.of(mention.normal) if isinstance(mention.normal, Place) else None
            normal = mention.normal if inner is not None else Place(article.text(start, mention.end), None)
            out[-1] = Mention(start, mention.end, Label.PLACE, normal)
        else:
            out.append(mention)
    return [*out, *wider]


def _in_a_state(article: Article, inner: Mention, outer: Mention, regions: Regions, seats: tuple[str, ...]) -> bool:
    """Whether an unlisted town stands right behind a part of a country abroad: 美国某州|克什诺市."""
    unlisted = isinstance(inner.normal, Place) and regions.of(inner.normal) is None
    return unlisted and article.text(outer.start, outer.end).endswith(seats)


def _may_hold(article: Article, outer: Mention, regions: Regions) -> bool:
    """Whether a narrower place may join a name: no word that points (我国|黄河), no quarter of a land (西部|某沙漠)."""
    if not isinstance(outer.normal, Place) or regions.is_deictic(article.text(outer.start, outer.end)):
        return False
    region = regions.of(outer.normal)
    return region is None or region.level is not Level.GROUP or not region.home


def _lies_in(article: Article, inner: Mention, outer: Mention, regions: Regions) -> bool:
    """Whether the second of two touching places is a step down from the first; a listed one must lie in it."""
    if not isinstance(inner.normal, Place) or not isinstance(outer.normal, Place):
        return False
    if not _may_hold(article, outer, regions) or regions.is_deictic(article.text(inner.start, inner.end)):
        return False
    named = ((inner, inner.normal.name), (outer, outer.normal.name))
    if any(name[0] not in article.text(m.start, m.end) for m, name in named):
        return False  # 全市|丁镇, 海川|全市
    below, above = regions.of(inner.normal), regions.of(outer.normal)
    if below is None:
        return True
    if above is not None and above.level is Level.COUNTRY and below.home and below.place.code is not None:
        return True  # 中国|丙省丁县
    return above is not None and below is not above and below.inside(above)

"""An article's characters and words to mentions: figures, times, names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extract.data import Article, Label, Mention, Place, Tokens
from extract.engine.periods import TimeGrammar
from extract.engine.quantities import QuantityGrammar
from extract.engine.regions import Regions
from extract.stages.recognise.brands import Brands
from extract.stages.recognise.currency import Currencies
from extract.stages.recognise.employers import employers, parted
from extract.stages.recognise.figures import figures_and_words, settle
from extract.stages.recognise.given import beside, beside_figures, kept_words
from extract.stages.recognise.home import PlaceFinder
from extract.stages.recognise.leads import lead_names
from extract.stages.recognise.links import full_names
from extract.stages.recognise.offices import clear_of_offices
from extract.stages.recognise.organisations import Organisations
from extract.stages.recognise.people import People
from extract.stages.recognise.place_forms import PlaceForms
from extract.stages.recognise.places import in_steps, recognise_places
from extract.stages.recognise.remaining import remaining_figures
from extract.stages.recognise.timed_words import timed_words
from extract.stages.recognise.times import dated_times

__all__ = ["Brands", "Currencies", "Organisations", "People", "PlaceFinder", "PlaceForms", "Recogniser"]

_TITLED = re.compile("《[^《》\n]{2,60}》")
_NOTE = re.compile("（[^（）]*）$")
"""（试行） behind a title."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What `recognise` looks up."""

    figures: QuantityGrammar
    times: TimeGrammar
    currencies: Currencies
    regions: Regions
    forms: PlaceForms
    organisations: Organisations
    brands: Brands
    people: People
    papers: tuple[str, ...]
    """Endings of a title in 《》 that is a policy's: 方案 条例 法."""
    honoured: re.Pattern[str]
    """A verb of 获评, and what it gives in quotation marks."""
    firm: tuple[str, ...]
    """Endings of a firm's full name."""
    counted: re.Pattern[str]
    """A `kind` of body before the number of them: 国家工程研究中心12个."""

    def recognise(
        self, article: Article, tokens: Sequence[Tokens], own: Sequence[Mention] = (), read: Sequence[Mention] = ()
    ) -> tuple[tuple[Mention, ...], Mapping[str, str], date | None]:
        """The mentions of an article in text order, its short forms with their full names, and its day of writing.

        `own` are the user's words, which win over our names at their place, `read` a model's names, which give way.
        """
        times, written = dated_times(article, self.times)
        found, words = figures_and_words(article, self.figures, times)
        own, figures = kept_words(own, settle(times, self.currencies.settle(article, found)))
        own_places = [word for word in own if word.label is Label.PLACE]
        steps, again = (beside(places, own) for places in recognise_places(article, tokens, self.regions, self.forms))
        named_places = [*self._named(article, steps, again), *own_places]
        timed = timed_words(tokens, times)
        organisations = self._uncounted(article, self.organisations.recognise(article, timed, named_places))
        places = in_steps(article, [*steps, *again], self.regions, self.forms.seats)
        people = self.people.recognise(article, tokens)
        places = [m for m in clear_of_offices([*people, *places]) if m.label is Label.PLACE]
        places = self._uncounted(article, places)
        people, places = _apart(article, people, places, self.regions, self.forms)
        people = _unlisted(article, people, self.brands.heads.coded)
        people = _no_firms(article, _no_sides(people, organisations), organisations, self.firm)
        people, bodies = employers(article, parted(article, people, self.organisations.list_joins))
        organisations += bodies
        doubtful = self.people.doubtful(article, people)
        held = [*organisations, *(p for p in people if article.text(p.start, p.end) not in doubtful)]
        # a country, a province or a town at home is no club; a listed town abroad may be one
        lands = [m for m in places if isinstance(m.normal, Place)]
        brands = self.brands.recognise(article, timed, named_places, held, lands)
        firms = {article.text(m.start, m.end) for m in brands}
        within = {at for m in brands for at in range(m.start, m.end)}
        people = [
            p for p in people if article.text(p.start, p.end) not in firms and within.isdisjoint((p.start, p.end - 1))
        ]
        organisations += brands
        ours = [*organisations, *self._policies(article), *self._honours(article), *places, *people]
        names = [*own, *beside(clear_of_offices(ours), own)]
        names += beside(beside_figures(read, figures), names)
        organisations = [name for name in names if name.label is Label.ORG]
        named = _consistent(article, figures, names)
        rest = remaining_figures(article, tokens, self.figures, named, words)
        named = (
            *named,
            *lead_names(article, self.regions, self.organisations.bodies, self.people.names, self.organisations.papers),
        )
        mentions = tuple(sorted([*named, *rest], key=lambda m: (m.start, -m.end)))
        return mentions, full_names(article, organisations, self.firm), written

    def _named(self, article: Article, steps: Sequence[Mention], again: Sequence[Mention]) -> list[Mention]:
        """The places named by name: no organisation's name begins with 我国 or 全市."""
        own = [m for m in again if m.normal == article.place or self._by_name(article.text(m.start, m.end), m.normal)]
        return own + [m for m in steps if self._by_name(article.text(m.start, m.end), m.normal)]

    def _uncounted(self, article: Article, names: Sequence[Mention]) -> list[Mention]:
        """Names without the kinds of bodies that are counted, which are nobody's, and the places within these."""
        kinds = [m.span("kind") for m in self.counted.finditer(article.clean.text)]
        return [m for m in names if not any(start <= m.start and m.end <= end for start, end in kinds)]

    def _by_name(self, surface: str, normal: object) -> bool:
        known = self.regions.candidates(surface)
        if known:
            # a city abroad may begin a name, a river seldom does
            return not isinstance(normal, str) or normal[-1:] not in self.forms.known.landforms
        return isinstance(normal, str) or (isinstance(normal, Place) and normal.name == surface)

    def _honours(self, article: Article) -> list[Mention]:
        """What stands in quotation marks behind 获评 and the like."""
        return [
            Mention(found.start(1) + sentence.start, found.end(1) + sentence.start, Label.HONOR)
            for sentence in article.sentences
            for found in self.honoured.finditer(article.text(sentence.start, sentence.end))
        ]

    def _policies(self, article: Article) -> list[Mention]:
        return [
            Mention(found.start() + sentence.start, found.end() + sentence.start, Label.POLICY)
            for sentence in article.sentences
            for found in _TITLED.finditer(article.text(sentence.start, sentence.end))
            if _NOTE.sub("", found[0][:-1]).endswith(self.papers)
        ]


def _consistent(article: Article, figures: Sequence[Mention], names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Figures and names together: a name that crosses a figure or another name is dropped, a nested one stays."""
    starts = [sentence.start for sentence in article.sentences]
    rows: list[tuple[list[Mention], list[Mention]]] = [([], []) for _ in starts]
    for mention in figures:
        rows[bisect_right(starts, mention.start) - 1][0].append(mention)
    for mention in dict.fromkeys(names):
        rows[bisect_right(starts, mention.start) - 1][1].append(mention)
    out: list[Mention] = []
    for own_figures, own_names in rows:
        kept: list[Mention] = []
        for name in sorted(own_names, key=lambda m: (m.start - m.end, m.start, m.label)):
            if all(_nest(name, other) for other in kept) and all(_nest(name, f) for f in own_figures):
                kept.append(name)
        titles = [n for n in kept if n.label in {Label.POLICY, Label.PERSON}]
        inside = [f for f in own_figures if not any(n.start <= f.start and f.end <= n.end for n in titles)]
        out += sorted([*kept, *inside], key=lambda m: (m.start, -m.end))
    return tuple(out)


def _apart(
    article: Article, people: Sequence[Mention], places: Sequence[Mention], regions: Regions, forms: PlaceForms
) -> tuple[list[Mention], list[Mention]]:
    """People and places that cross or are the same: a place that is listed by its full name stands, else the person.

    西安市|长安区 holds no 市长, 局长|江明 no 长江; 景德镇 is nobody.
    """
    sure = [m for m in places if _in_full(article, m) and not _given(m, people)]
    surfaces = ((m.start, m.end, article.text(m.start, m.end)) for m in places)
    same = {(start, end) for start, end, text in surfaces if regions.candidates(text) or forms.foreign(text)}
    kept = [p for p in people if all(p.end <= m.start or m.end <= p.start for m in sure)]
    kept = [p for p in kept if (p.start, p.end) not in same]
    kept = [p for p in kept if not any(m.start <= p.start and p.end <= m.end and _size(m) > _size(p) for m in places)]
    return kept, [m for m in places if all(_nest(m, p) for p in kept) and not _given(m, kept)]


def _given(place: Mention, people: Sequence[Mention]) -> bool:
    """Whether a place is the given name of somebody whose title stands in front: 司令员|李|亚洲."""
    titles = {m.end for m in people if m.label is Label.TITLE}
    whole = (m for m in people if m.label is Label.PERSON and m.end == place.end and m.start + 1 == place.start)
    return any(m.start in titles for m in whole)


def _unlisted(article: Article, people: Sequence[Mention], code: re.Pattern[str]) -> list[Mention]:
    """People without those whose name has the code of a share behind it somewhere: a firm may say things, too."""
    firms = {article.text(m.start, m.end) for m in people if code.match(article.clean.text, m.end)}
    return [m for m in people if article.text(m.start, m.end) not in firms]


def _no_firms(
    article: Article, people: Sequence[Mention], organisations: Sequence[Mention], forms: tuple[str, ...]
) -> list[Mention]:
    """People without those who only bear the name of a firm, and stand beside no title: 伊某 of 伊某集团."""
    titles = {at for m in people if m.label is Label.TITLE for at in (m.start, m.end)}
    firms = [name for m in organisations if (name := article.text(m.start, m.end)).endswith(forms)]
    kept = []
    for person in people:
        name = article.text(person.start, person.end)
        beside = person.label is not Label.PERSON or person.start in titles or person.end in titles
        if beside or not any(name in firm for firm in firms):
            kept.append(person)
    return kept


def _no_sides(people: Sequence[Mention], organisations: Sequence[Mention]) -> list[Mention]:
    """People without those whose name begins or ends with a body: the two sides of 甲联-乙城."""
    starts = {m.start: m.end for m in organisations}
    ends = {m.end: m.start for m in organisations}
    return [p for p in people if starts.get(p.start, p.end) >= p.end and ends.get(p.end, p.start) <= p.start]


def _size(mention: Mention) -> int:
    return mention.end - mention.start


def _in_full(article: Article, place: Mention) -> bool:
    """Whether a place stands with its full name, or a longer one."""
    name = place.normal.name if isinstance(place.normal, Place) else ""
    return bool(name) and place.end - place.start >= len(name) and article.text(place.start, place.end).endswith(name)


def _nest(inner: Mention, outer: Mention) -> bool:
    """Whether two mentions lie apart or one inside the other; equal spans do not nest."""
    if inner.end <= outer.start or outer.end <= inner.start:
        return True
    if (inner.start, inner.end) == (outer.start, outer.end):
        return False
    return (outer.start <= inner.start and inner.end <= outer.end) or (
        inner.start <= outer.start and outer.end <= inner.end
    )

"""Who an article is about where its clauses name nobody: its firm, its place, its trade, else the country."""

from __future__ import annotations

from collections import Counter
from typing import cast

from extract.data import Filler, Label, Mention, Place
from extract.stages.resolve.about import last_named, main_firm, main_organisation, reviewed
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import heads_clause, opens, tells
from extract.stages.resolve.sole_firm import sole_firm
from extract.stages.resolve.towns import main_town
from extract.stages.resolve.trades import main_industry, told_trade
from extract.stages.resolve.unnamed import is_nation, unnamed_body, unnamed_place
from extract.stages.resolve.villages import main_village, own_name
from extract.stages.resolve.zones import main_zone

_OWNERS = frozenset({Label.PLACE, Label.ORG, Label.PROJECT, Label.PRODUCT, Label.EVENT})
"""What figures are told of where a text names it."""
_TEXT = 3
"""Sentences of the shortest text that speaks for itself: a passage cut out of one may be about anybody."""
_AGAIN = 2
"""How often a region heads clauses of a text about it, at least."""
_FIRST = 4
"""Sentences, the headline included, in which a text says whose figures it tells."""


def home_subject(context: Context, position: int) -> Filler | None:
    """Who an article is about before `position`: the organisation of its headline or lead, else its place."""
    if firm := main_firm(context):
        return last_named(context, firm, position)
    if zone := main_zone(context) or main_town(context) or _of_own_review(context):
        return zone
    if village := main_village(context):
        return village
    place_ = context.article.place
    if region := _main_region(context):
        return region
    if place_:
        return as_called(context, place_)
    if unnamed := unnamed_place(context):
        return unnamed
    named = main_organisation(context) or main_industry(context) or sole_firm(context) or reviewed(context)
    named = named or unnamed_body(context)
    return named or _nation(context) or told_trade(context) or _nation_unsaid(context)


@once
def _of_own_review(context: Context) -> Filler | None:
    """The town, the zone or the body whose review the headline announces: 某市|沄川街道|2031年工作总结.

    No place with a code, which is found as such, and no office: what it tells of is its place's.
    """
    found = reviewed(context)
    if found is None or context.words.authority.search(found.text):
        return None
    start, end = found.spans[0]
    named = context.by_sentence[context.sentence_at(start)]
    if any(m.label is Label.PLACE and m.end == end and getattr(m.normal, "code", None) for m in named):
        return None
    town = context.words.named.settlements.search(found.text) is not None
    return own_name(context, Mention(start, end, Label.PLACE)) if town else found


@once
def _main_region(context: Context) -> Filler | None:
    """The region that heads clauses of a text more than once, and that its headline names or that has no other place.

    某省发布|苏南地区方案.
    """
    headline, home = context.article.headline, context.article.place
    if home is not None and (home.code is None or headline is None):
        return None
    for mention in context.mentions if home is None or headline is None else context.by_sentence[headline]:
        name = context.article.text(mention.start, mention.end)
        if mention.label is not Label.PLACE or not is_region(context, mention.normal) or name in context.words.deictics:
            continue
        again = [m for m in context.begun(mention.end, context.article.end) if m.normal == mention.normal]
        heading = [m for m in again if heads_clause(context, context.sentence_at(m.start), m)]
        if len(heading) >= _AGAIN and isinstance(mention.normal, Place):
            return Filler(((mention.start, mention.end),), name, mention.normal)
    return None


def is_region(context: Context, place: object) -> bool:
    """Whether a place is a region of the country: 苏南."""
    if not isinstance(place, Place) or place.code is not None or place == context.words.nation:
        return False
    return context.words.about.regions.search(place.name) is not None


def as_called(context: Context, home: Place) -> Filler:
    """A place by its name; by its bare one where the text never gives it in full and never points at it (全市).

    云川 for 云川某族自治区 even where it points: a name of several parts goes by its first one.
    """
    if (known := context.answers.get((as_called, home))) is not None:
        return cast(Filler, known)
    named = [m for m in context.mentions if m.label is Label.PLACE and same_place(m.normal, home)]
    texts = [context.article.text(m.start, m.end) for m in named]
    bare = next((text for text in texts if text not in context.words.deictics), home.name)
    pointed = len(bare) >= len(home.name) - 1 and any(text in context.words.deictics for text in texts)
    full = pointed or home.name in texts
    filler = Filler((), home.name if full else min(bare, home.name, key=len), home)
    context.answers[(as_called, home)] = filler
    return filler


def pointed_name(context: Context, place: Place) -> str:
    """The name of a place at which a word points (全市): in full; 云川 for 云川某族自治区 in a text that says so."""
    bare = as_called(context, place).text
    return bare if len(bare) < len(place.name) - 1 else place.name


def same_place(normal: object, home: Place) -> bool:
    """Whether a mention's place is another, by its code where both have one: 香港特别行政区 is 香港."""
    return isinstance(normal, Place) and (normal == home or (normal.code is not None and normal.code == home.code))


def within(home: Place | None, place_: object) -> bool:
    """Whether a place lies inside the article's own: its sentence speaks of it, the next one of the whole again."""
    if home is None or not isinstance(place_, Place) or place_ == home or not home.code or not place_.code:
        return False
    return place_.code.startswith(home.code.rstrip("0"))


def sends_guests(context: Context, mention: Mention) -> bool:
    """Whether a place is where guests come from, in a text about another one: |某国|旅客 of 云岭市."""
    home, from_ = context.article.place, mention.normal
    if home is None or not isinstance(from_, Place) or same_place(from_, home) or within(home, from_):
        return False
    guests = context.words.metrics.guests.match(context.article.clean.text, mention.end)
    return guests is not None and (from_ != context.words.nation or guests["part"] is not None)


@once
def _nation(context: Context) -> Filler | None:
    """The whole country, where a text about no one place speaks of it (我国, 全国) or a national body tells of it."""
    nation = context.words.nation
    for index, sentence in enumerate(context.article.sentences):
        for mention in context.by_sentence[index]:
            named = mention.label is Label.PLACE and is_nation(context, mention)
            called = context.article.text(mention.start, mention.end) in context.words.nation_names
            named = named and not (called and _firms_told(context))  # 中国|巨头们…，某股份率先发布财报
            told = mention.label is Label.ORG and index < _FIRST and is_national(context, mention)
            if told or (named and opens(context, index, sentence.start, mention)):
                return Filler(((mention.start, mention.end),), nation.name, nation)
    return _nation_alone(context)


def _nation_alone(context: Context) -> Filler | None:
    """The country where a text names it or its offices, and neither any place in it nor all abroad more often."""
    nation = context.words.nation
    if _firms_told(context):
        return None  # 某股份三季度净利润…，其中中国市场…
    bodies = (m for m in context.mentions if m.label is Label.ORG and is_national(context, m))
    others = Counter(m.normal for m in context.mentions if m.label is Label.PLACE and not is_nation(context, m))
    own = [*(m for m in context.mentions if m.normal == nation or (not others and is_nation(context, m))), *bodies]
    abroad = sum(n for place, n in others.items() if not (isinstance(place, Place) and place.code))
    if not own or max(abroad, max(others.values(), default=0)) > len(own):
        return None
    return Filler(((own[0].start, own[0].end),), nation.name, nation)


def _firms_told(context: Context) -> bool:
    """Whether a text that speaks of firms tells of one at once, which heads a clause of its first sentences."""
    if context.words.about.firm_talk.search(context.whole) is None:
        return False
    offices = (context.words.authority, context.words.associations, context.words.national)
    return any(
        m.label is Label.ORG
        and not any(w.search(context.article.text(m.start, m.end)) for w in offices)
        and heads_clause(context, index, m)
        and not tells(context, m)
        for index in range(min(_FIRST, len(context.by_sentence)))
        for m in context.by_sentence[index]
    )


@once
def _nation_unsaid(context: Context) -> Filler | None:
    """The country where a text names nobody and tells what countries have: 前三季度，原煤产量35亿吨.

    Not of one that points at a place (全市) or speaks of a firm without naming it.
    """
    about, whole = context.words.about, context.whole
    nobody = all(m.label not in _OWNERS for m in context.mentions) and len(context.article.sentences) >= _TEXT
    unsaid = nobody and about.public.search(whole) is not None and about.firm_talk.search(whole) is None
    nation = context.words.nation
    return Filler((), nation.name, nation) if unsaid else None


def is_national(context: Context, mention: Mention) -> bool:
    """Whether a body is the whole country's: 国家统计局."""
    text = context.article.text(mention.start, mention.end)
    names = (text, mention.normal if isinstance(mention.normal, str) else text)  # 中矿协 by its full name
    return mention.label is Label.ORG and any(context.words.national.search(name) for name in names)

"""The mentions that a run writes: those recognised, and the names that rules found, each with its full extent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.data import Article, Label, Mention, Relation

SLOTS: Mapping[tuple[str, str], Label] = {
    ("project", "name"): Label.PROJECT,
    ("milestone", "product"): Label.PRODUCT,
    ("honor", "honor"): Label.HONOR,
    ("event", "name"): Label.EVENT,
    ("policy", "title"): Label.POLICY,
}
"""What the name slot of a record is as a mention."""
_SHORTEST = 4
"""Characters of a name that says which one: no 大桥, no 二期."""
_TITLE = ("《", "》")
_QUOTES = ("“", "”")
_GLOSS = re.compile(r"（([A-Z][A-Za-z]+(?:[ .·&'-]+[A-Za-z]+)*)）")
"""A name's own spelling in brackets behind it: 某集团（Yunling Group）."""
_SPELT, _CAPITALS = (3, 4), (Label.ORG,)
"""Letters of such a spelling, of a body and of others; whose may be capitals alone."""
_NOTHING = re.compile("")
_OTHERS = (Label.ORG, Label.PLACE)
"""What stands as a whole for these is no project: 某县人民医院."""


def written(
    article: Article,
    mentions: Sequence[Mention],
    relations: Iterable[Relation],
    made: Sequence[Mention] = (),
    bare: re.Pattern[str] = _NOTHING,
) -> tuple[Mention, ...]:
    """The mentions of an article as they are written, in text order.

    A title stands without its 《》, a place not within a wider one (丙市 of 丙市机场). What a rule read as a name is a
    mention too, with the capacity in front of it (40万吨/年乙烯项目), unless it overlaps one of its label; so is what
    was `made`, without what is no part of its name (`bare`: 国产). No maker stands within its product (云岭 of 云岭A9).
    """
    own = [_bare(article, mention) for mention in _whole_places(mentions) if mention.start >= article.start]
    taken = {label: [m for m in own if m.label is label] for label in SLOTS.values()}
    other = {(m.start, m.end) for m in own if m.label in _OTHERS}
    for name in (_unquoted(article, name) for name in (*_named(mentions, relations, article, bare), *made)):
        others = taken[name.label]
        if (name.start, name.end) not in other and all(name.end <= m.start or m.end <= name.start for m in others):
            others.append(name)
            own.append(name)
    held = [m for m in own if m.label is Label.PRODUCT]
    own = [m for m in own if m.label not in _OTHERS or not any(p.start <= m.start and m.end <= p.end for p in held)]
    return tuple(sorted([*own, *_glosses(article, own)], key=lambda m: (m.start, -m.end)))


def _glosses(article: Article, own: Sequence[Mention]) -> Iterator[Mention]:
    """The spelling in another language that brackets give behind a name: 某集团（Yunling Group）."""
    held = {(m.start, m.end) for m in own}
    for name in own:
        if name.label not in (*_OTHERS, Label.PERSON):
            continue
        found = _GLOSS.match(article.clean.text, name.end, article.end)
        body = name.label in _CAPITALS
        spelt = found is not None and len(found[1]) >= _SPELT[not body] and (body or not found[1].isupper())
        if found is not None and spelt and found.span(1) not in held:
            yield Mention(*found.span(1), name.label)


def _named(
    mentions: Sequence[Mention], relations: Iterable[Relation], article: Article, bare: re.Pattern[str]
) -> Iterator[Mention]:
    sizes = {m.end: m.start for m in mentions if m.label is Label.QUANTITY}
    for relation in relations:
        for (record_type, slot), label in SLOTS.items():
            if relation.record_type != record_type:
                continue
            for filler in relation.slots.get(slot, ()):
                if filler.inherited or len(filler.spans) != 1:
                    continue
                start, end = filler.spans[0]
                if label is Label.PRODUCT and (front := bare.match(article.text(start, end))):
                    start += front.end()
                if end - start >= _SHORTEST:
                    yield Mention(sizes.get(start, start) if label is Label.PROJECT else start, end, label)


def _unquoted(article: Article, name: Mention) -> Mention:
    """A name that stands wholly in quotation marks, without them; one that an opening mark ends in, with its pair."""
    text = article.text(name.start, name.end)
    if text.startswith(_QUOTES[0]) and text.find(_QUOTES[1]) == len(text) - 1:
        return replace(name, start=name.start + 1, end=name.end - 1)
    if text.count(_QUOTES[0]) > text.count(_QUOTES[1]) and article.text(name.end, name.end + 1) == _QUOTES[1]:
        return replace(name, end=name.end + 1)
    return name


def _bare(article: Article, mention: Mention) -> Mention:
    if mention.label is Label.POLICY and article.text(mention.start, mention.end).startswith(_TITLE):
        return replace(mention, start=mention.start + 1, end=mention.end - 1)
    return mention


def _whole_places(mentions: Sequence[Mention]) -> Iterator[Mention]:
    end = 0
    for mention in mentions:
        if mention.label is Label.PLACE:
            if mention.end <= end:
                continue
            end = mention.end
        yield mention

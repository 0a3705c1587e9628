"""Who a text is about that it nowhere names: a place at which it points (全县), a body by its kind (医院, 我局)."""

from __future__ import annotations

from collections import Counter

from extract.data import BlockKind, Filler, Label, Mention, Place
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import heads_clause

_AGAIN = 2
"""How often a word heads clauses, at least, that is no lead's."""
_LEAD = 2
"""Sentences, the headline included, in which a word that comes once points at the place that a text is about."""
_PROSE = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH})
"""What a text itself says."""
_FIRST = 4
"""Sentences, the headline included, in which a text says whose figures it tells."""


@once
def unnamed_place(context: Context) -> Filler | None:
    """The place at which a text points and which it nowhere names: “全县用电量增长6%。出口增长5%。”.

    It heads clauses more than once, or opens the text, and more often than any place is named.
    """
    heading: list[tuple[str, Mention, int]] = []
    levels: set[str] = set()
    settled = context.words.about.unnamed_settlement.finditer(context.whole)
    start = context.article.start
    pointed = [Mention(start + m.start(), start + m.end(), Label.PLACE) for m in settled]
    for mention in sorted((*context.mentions, *pointed), key=lambda m: m.start):
        word, index = context.article.text(mention.start, mention.end), context.sentence_at(mention.start)
        unclear = mention.normal is None and word in context.words.deictics and not context.words.pointing.match(word)
        if unclear or mention in pointed:
            levels.add(word)
            heads = heads_clause(context, index, mention) or _numbered(context, index, mention)
            heading += [(word, mention, index)] if heads else []
    places = (m for m in context.mentions if m.label is Label.PLACE and m.normal is not None)
    named = Counter(m.normal for m in places if not is_nation(context, m) or _heads(context, m))
    once_only = len(heading) < _AGAIN and (len(levels) > 1 or (heading and _told(context, heading[0][2]) >= _LEAD))
    if len(heading) <= max(named.values(), default=0) or once_only:
        return None
    (most, often), *others = Counter(word for word, _, _ in heading).most_common()
    if others and others[0][1] == often < _AGAIN:
        return None  # 全市和全省
    mention = next(m for word, m, _ in heading if word == most)
    return Filler(((mention.start, mention.end),), most)


@once
def unnamed_body(context: Context) -> Filler | None:
    """The body that the lead of a text calls by its kind alone: 2031年，|医院|狠抓管理。门诊量9万人次.

    It heads a clause before any named body or place does.
    """
    for index in range(min(_FIRST, len(context.article.sentences))):
        sentence = context.article.sentences[index]
        heading = [m for m in context.by_sentence[index] if _owns(context, m) and heads_clause(context, index, m)]
        for found in context.words.about.unnamed_body.finditer(context.sentence_text(index)):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            if heads_clause(context, index, Mention(start, end, Label.ORG)):
                earlier = any(m.start < start for m in heading)
                return None if earlier else Filler(((start, end),), plain(found[0]))
        if heading:
            return None
    return None


def is_nation(context: Context, mention: Mention) -> bool:
    """Whether a place is the own country, by a word for the whole of it or by its name: 全国, 中国."""
    place = mention.normal
    named = isinstance(place, Place) and place.name in context.words.nation_names
    return mention.label is Label.PLACE and (named or place == context.words.nation)


def _heads(context: Context, mention: Mention) -> bool:
    """Whether a place heads its clause, which 全国 in the name of a body (全国重点实验室) does not."""
    return heads_clause(context, context.sentence_at(mention.start), mention)


def _told(context: Context, index: int) -> int:
    """How many sentences stand before one, without what a page has over its text."""
    return sum(sentence.kind in _PROSE for sentence in context.article.sentences[:index])


def _numbered(context: Context, index: int, mention: Mention) -> bool:
    """Whether nothing but the number of a heading stands before a mention in its sentence: （一）|全市农民收入."""
    before = context.article.text(context.article.sentences[index].start, mention.start)
    return context.words.numbering.fullmatch(before.strip()) is not None


def _owns(context: Context, mention: Mention) -> bool:
    """Whether a mention is a named body or place."""
    pointing = context.article.text(mention.start, mention.end) in context.words.deictics
    return mention.label in {Label.ORG, Label.PLACE} and not pointing

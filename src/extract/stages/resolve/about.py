"""Who an article is about, where that is an organisation: the firm of an announcement, of a headline, of a lead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.data import BlockKind, Filler, Label, Mention, Place
from extract.engine.coding import CLAUSE_MARKS, plain
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import heads_clause, opens_at, tells

_BRAND = 2
"""Characters of a firm's name, without the place in front, that a headline repeats."""
_SHORT = 3
"""Characters of the shortest form of a firm's name that counts as its name."""
_BRACKET = 8
"""Characters in which a bracket says that it abbreviates."""
_CODE = 20
"""Characters of a bracket with the code of a share."""
_FIRST = 4
"""Sentences, the headline included, in which an article says who it is about."""
_OPENING = 120
"""Characters at the front of a report in which stands where it was read."""
_OFTEN = 3
"""How often an article without a headline names the firm that it is about, at least."""


@once
def main_organisation(context: Context) -> Filler | None:
    """The organisation that an article is about: one that opens headline or text and that the headline repeats.

    甲州远帆航空制造股份有限公司（以下简称远帆航空） under the headline 远帆60首飞成功.
    """
    for index, mention in _candidates(context):
        text = context.article.text(mention.start, mention.end)
        introduced = _introduced(context, mention)
        heads = introduced or heads_clause(context, index, mention) or _described(context, mention)
        if tells(context, mention) or not heads:
            continue
        if index == context.article.headline and not _again(context, mention):
            continue
        if introduced or _titled(context, mention):
            return Filler(((mention.start, mention.end),), text)
    return _by_headline(context)


def _by_headline(context: Context) -> Filler | None:
    """What a headline begins with that is no known name, where it gives out a report: 青石海能|发布三季报.

    The text goes on about it as of a firm (公司) and names no other.
    """
    headline = context.article.headline
    found = None if headline is None else context.words.about.reporting_firm.match(context.sentence_text(headline))
    if headline is None or found is None or context.article.place is not None:
        return None
    start = context.article.sentences[headline].start + found.start("name")
    end = start + len(found["name"])
    named = any(m.label in {Label.ORG, Label.PLACE, Label.TIME} for m in context.begun(start, end))
    office = any(words.search(found["name"]) for words in _no_firms(context))
    if named or office or not _goes_on_about(context, end):
        return None
    return Filler(((start, end),), plain(found["name"]))


@once
def reviewed(context: Context) -> Filler | None:
    """The body whose own review the headline announces, whatever it is called: 青岭图书馆|2030年工作总结.

    So is the place before whose congress a report is read: 在|大河口镇|第五届人民代表大会第六次会议上.
    """
    headline, words = context.article.headline, context.words.about
    text = "" if headline is None else context.sentence_text(headline)
    found = words.review.fullmatch(text.strip())
    if headline is not None and found is not None:
        start = context.article.sentences[headline].start + text.index(found["name"])
        return Filler(((start, start + len(found["name"])),), plain(found["name"]))
    opening = context.article.text(context.article.start, context.article.start + _OPENING)
    assembled = words.assembled.search(opening)
    if assembled is None:
        return None
    start = context.article.start + assembled.start("name")
    return Filler(((start, start + len(assembled["name"])),), plain(assembled["name"]))


@once
def main_firm(context: Context) -> Filler | None:
    """The main organisation where the text speaks of it as of a firm (公司, 集团): what names no other is its own."""
    spoken = context.words.about.firm_talk.search(context.whole)
    return main_organisation(context) if spoken else None


def last_named(context: Context, main: Filler, position: int) -> Filler:
    """The main organisation as it was last called before `position`, but for the bracket that abbreviates it.

    A short form need be no mention: what goes on from the brand with characters of the full name is one.
    """
    called = _called(context)
    last = bisect_right(called, position, key=lambda form: form[0])
    return called[last - 1][1] if last else main


@once
def _called(context: Context) -> Sequence[tuple[int, Filler]]:
    """Every form of the main organisation's name, behind where its brand ends."""
    main, floor, out = main_organisation(context), context.article.start, list[tuple[int, Filler]]()
    if main is None:
        return out
    span = _in_full(context, main)
    full = context.article.text(*span)
    for hit in re.finditer(re.escape(_brand(context, *span)), context.whole):
        start, end = _form_at(context, floor + hit.start(), full)
        sentence = context.article.sentences[context.sentence_at(start)]
        read = sentence.start <= start and end <= sentence.end
        if read and end - start >= _SHORT and not _abbreviates(context, start):
            out.append((floor + hit.end(), Filler(((start, end),), plain(context.article.text(start, end)))))
    return out


def _form_at(context: Context, at: int, full: str) -> tuple[int, int]:
    """The form of a full name that holds its brand at a clean offset: a mention, else the characters that go on so."""
    for mention in context.by_sentence[context.sentence_at(at)]:
        if mention.label is Label.ORG and mention.start <= at < mention.end:
            if _same(context.article.text(mention.start, mention.end), full):
                return mention.start, mention.end
    return at, _goes_on(context.article.clean.text, at, full)


def _in_full(context: Context, main: Filler) -> tuple[int, int]:
    """Where the longest name that shortens to the main organisation's, or that it shortens to, stands."""
    spans = [(m.start, m.end) for m in context.mentions if m.label is Label.ORG]
    same = [span for span in spans if _same(context.article.text(*span), main.text)]
    return max(same, key=lambda span: span[1] - span[0], default=main.spans[0])


def _goes_on(text: str, start: int, full: str) -> int:
    """Where what stands at `start` ceases to be characters of the full name in order: 远帆航空|新产品."""
    rest, end = iter(full), start
    while end < len(text) and text[end] in rest:
        end += 1
    return end


def _candidates(context: Context) -> Iterator[tuple[int, Mention]]:
    """The organisations of the headline and of the first paragraph, in text order."""
    body = 0
    for index, sentence in enumerate(context.article.sentences[:_FIRST]):
        for mention in context.by_sentence[index]:
            text = context.article.text(mention.start, mention.end)
            if context.site_ends.get(mention.start, 0) > mention.end:
                continue  # 某地某某|高新区
            if mention.label is Label.ORG and not any(w.search(text) for w in _no_firms(context)):
                yield index, mention
        body += sentence.kind is BlockKind.PARAGRAPH
        if body:
            return


def _again(context: Context, mention: Mention) -> bool:
    """Whether the text behind a headline names what the headline does: 滨海钢铁 may be all the steel of a province."""
    text = context.article.text(mention.start, mention.end)
    later = [m for m in context.mentions if m.label is Label.ORG and m.start >= mention.end]
    names = [
        name
        for m in later
        if not any(w.search(name := context.article.text(m.start, m.end)) for w in _no_firms(context))
    ]
    return any(_same(name, text) for name in names) or (not names and _goes_on_about(context, mention.end))


def _goes_on_about(context: Context, position: int) -> bool:
    """Whether a clause behind a clean offset begins with a word for the firm spoken of: |公司|销售客车…."""
    return any(
        context.sentence_at(at) > context.sentence_at(position)
        and opens_at(context, context.sentence_at(at), start, at)
        for word in context.words.plain_group
        for hit in re.finditer(re.escape(word), context.whole)
        if (at := context.article.start + hit.start()) > position and (start := _clause_of(context, at)) <= at
    )


def _clause_of(context: Context, at: int) -> int:
    """Where the clause begins that holds a clean offset."""
    floor = context.article.sentences[context.sentence_at(at)].start
    text = context.article.text(floor, at)
    return floor + max((text.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1


def _no_firms(context: Context) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Endings of bodies that an article tells of without being about them."""
    return context.words.authority, context.words.associations


def _introduced(context: Context, mention: Mention) -> bool:
    """Whether a bracket behind a name gives its short form (（以下简称…）), or the code of its share."""
    text = context.article.text(mention.end, mention.end + _CODE)
    return any(words.match(text) for words in (context.words.about.abbreviating, context.words.about.share_code))


def _abbreviates(context: Context, at: int) -> bool:
    """Whether the name at a clean offset stands in such a bracket."""
    return context.words.about.abbreviating.search(context.article.text(at - _BRACKET, at)) is not None


def _described(context: Context, mention: Mention) -> bool:
    """Whether a firm that gives out its report stands behind what it is: 市场份额最大的|某某人寿|公布业绩."""
    text = context.article.clean.text
    described = context.article.text(mention.start - len(context.words.of), mention.start) == context.words.of
    return described and context.words.own_reports.match(text, mention.end) is not None


def _titled(context: Context, mention: Mention) -> bool:
    """Whether the headline has the name's brand; without a headline the text repeats it."""
    brand = _brand(context, mention.start, mention.end)
    title = context.article.title
    if title is None:
        return context.whole.count(brand) >= _OFTEN
    return brand in title


def _brand(context: Context, start: int, end: int) -> str:
    """What the firm of the name `start:end` is called by: its first characters behind a place."""
    at = start
    for inner in context.mentions:
        if inner.label is Label.PLACE and inner.start == start and isinstance(inner.normal, Place):
            if inner.end + _BRAND <= end:
                at = inner.end
    at = at if at > start else start + _seat(context, context.article.text(start, end))
    return context.article.text(at, at + _BRAND)


def _seat(context: Context, name: str) -> int:
    """How many characters of a firm's name its short forms leave out in front, an unlisted place: 沄川|远帆航空."""
    for mention in context.mentions:
        short = context.article.text(mention.start, mention.end) if mention.label is Label.ORG else ""
        if _SHORT <= len(short) < len(name) and _same(short, name):
            return max(0, name.find(short[:_BRAND]))
    return 0


def _same(name: str, main: str) -> bool:
    """Whether one of two names shortens the other: its characters stand in the longer one in order."""
    short, full = sorted((name, main), key=len)
    rest = iter(full)
    return len(short) > _BRAND and all(character in rest for character in short)

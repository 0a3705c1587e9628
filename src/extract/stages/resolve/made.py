"""Things that an article has told of as made: by their kind (该机, 无人机), by their brand (“海鹭”号)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Label, Mention, Place, Quantity, Relation
from extract.engine.coding import ITEM_MARK, NAMES, QUANTITIES, Coded, plain
from extract.stages.resolve.context import Context, first, once
from extract.stages.resolve.things_before import antecedent_thing, is_of_kind, kind_endings

_BACK = 3
"""Sentences before a word in which what it stands for is sought."""
_MADE = "milestone"
_TIMES = frozenset({"t", "d", "c"})
_NOMINAL = ("n", "v", "b", "j", "l", "eng")
_NOUN, _LEAST, _KIND = 10, 3, 2
"""Symbols of the longest noun, characters of a name told again and of a kind that stands for it."""
_NAMING = ("n", "b", "vn", "j", "l", "eng")
"""Tags of words that a kind of things may be told with."""
_AND = "c"
_BEHIND = ("v", "d", "t", "p", "r", "x")
"""Tags of what stands behind the subject of a clause."""
_OPEN, _SHUT = "“", "”"
_BRAND = re.compile("“([^“”]{2,12})”")


def name_of(thing: Relation) -> Filler | None:
    """The name under which a record tells of a thing."""
    return first(thing, "name") or first(thing, "product") or first(thing, "object")


def kind_meant(context: Context, position: int, noun: str, *, typed: bool = False) -> Filler | None:
    """What a kind of things stands for at a clean offset: the last one named so; `typed`, behind 该型: of any kind.

    该机床 may be a 加工中心, where that is the last thing that was made.
    """
    found = recorded_of_kind(context, position, noun) or antecedent_thing(context, position, noun)
    if found is not None and any(m.label is Label.ORG and m.end >= found.spans[-1][1] for m in _begun(context, found)):
        found = None  # 某地机床 is a firm
    found = found or _told_of(context, position, noun)
    if found is None and typed:
        found = next((called for called, name in reversed(_near(context, position)) if is_made(context, name)), None)
    return replace(found, inherited=True) if found else None


def _told_of(context: Context, position: int, noun: str) -> Filler | None:
    """The longer noun that ends so in the sentences before, whatever is done with it: 最后调试20台|内燃机车."""
    index = context.sentence_at(position)
    for i in range(index - 1, max(-1, index - _BACK - 1), -1):
        coded = context.coded[i]
        if coded is None or (context.captioned(index) and context.paragraph(i) != context.paragraph(index)):
            return None
        for end in range(len(coded.text), 0, -1):
            if not coded.text[:end].endswith(noun) or (end < len(coded.text) and coded.words[end] != end):
                continue
            start = end
            while start > 0 and coded.tags[coded.words[start - 1]].startswith(_NAMING):
                start = coded.words[start - 1]
            if start < end and len(plain(coded.surface(start, end))) > len(noun):
                span = coded.span(start, _past_brand(context, coded, end))
                return Filler((span,), plain(context.article.text(*span)))
    return None


def _past_brand(context: Context, coded: Coded, at: int) -> int:
    """Where the brand ends that a kind goes on with: 游轮|“海鹭”号."""
    shut = coded.text.find(_SHUT, at) if coded.text[at : at + 1] == _OPEN else -1
    numbered = context.words.made.behind.match(coded.text, shut + 1) if shut > 0 else None
    return numbered.end() if numbered else at


def recorded_of_kind(context: Context, position: int, noun: str) -> Filler | None:
    """The last thing made before a clean offset that is of a kind, a few sentences back at most."""
    endings = kind_endings(context, noun)
    alike = [called for called, name in _near(context, position) if is_of_kind(context, name, endings)]
    return replace(alike[-1], inherited=True) if alike else None


def _near(context: Context, position: int) -> list[tuple[Filler, Filler]]:
    floor = context.article.sentences[max(0, context.sentence_at(position) - _BACK)].start
    return [(called, name) for called, name in _called(context) if floor <= called.spans[0][0] < position]


def _begun(context: Context, filler: Filler) -> Sequence[Mention]:
    return context.begun(filler.spans[0][0], filler.spans[0][0] + 1)


def last_made(context: Context, index: int, position: int) -> Filler | None:
    """The last thing made that is named before a clean offset, in its sentence or the one before in its paragraph."""
    for called, _ in reversed(_called(context)):
        at = context.sentence_at(called.spans[0][0])
        if called.spans[0][0] < position and at >= index - 1 and context.paragraph(at) == context.paragraph(index):
            return replace(called, inherited=True)
    return None


def brand_at(context: Context, span: tuple[int, int]) -> bool:
    """Whether the text at a span is the brand of a thing that a record tells of."""
    return plain(context.article.text(*span)) in _brands(context)


def is_made(context: Context, filler: Filler, *, works: bool = True) -> bool:
    """Whether an owner is a thing that was made, by its kind or its brand, and neither a firm nor a place.

    With `works`, bridges and lines are such things too.
    """
    if isinstance(filler.normal, Place) or not filler.spans:
        return False
    if any(m.label is Label.ORG and m.end >= filler.spans[0][1] for m in _begun(context, filler)):
        return False  # 某某汽车
    kinds = context.words.made
    built = works and kinds.works.search(filler.text) is not None
    return (
        built
        or kinds.kinds.search(filler.text) is not None
        or any(filler.text in (called.text, name.text) for called, name in _called(context))
    )


def told_made(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """某厂研制的|监测仪|今年获批上市: the thing that heads the clause `start:end` behind who made it."""
    of = coded.text.find(context.words.of, start, end)
    if of < 0 or not context.words.made.makers.search(coded.surface(start, of)) or _has(context, coded, start, of):
        return None
    begin = stop = named_from(context, coded, of + 1, end)
    found = None
    while stop < end and coded.text[stop] not in QUANTITIES + ITEM_MARK and coded.tags[stop] != _AND:
        stop = coded.word_end(stop)
        text = plain(coded.surface(begin, stop))
        ends = stop == end or coded.tags[stop].startswith(_BEHIND)
        if ends and context.words.made.kinds.search(text):
            branded = _past_brand(context, coded, stop)
            found = Filler((coded.span(begin, branded),), plain(coded.surface(begin, branded)))
    return found


def _has(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether a verb of having stands in front of who made it: 我国|拥有|自主研发的芯片."""
    heads = (i for i in range(start, end) if coded.words[i] == i and coded.tags[i].startswith("v"))
    stops = context.words.phrases.declared.left_stops
    return any(len(word) > 1 and word in stops for word in map(coded.following, heads))


def called_again(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """16兆瓦风电机组|采用某技术, 单台机组|每年可发电9万度: a thing told of before that opens the clause `start:end`."""
    position, clean = coded.starts[start] if start < end else -1, context.article.clean.text
    told = (called for called, name in _called(context) if called is not name or is_made(context, name))
    earlier = [called for called in told if called.spans[0][0] < position and len(called.spans) == 1]
    for called in sorted(earlier, key=lambda name: -len(name.text)):
        raw = context.article.text(*called.spans[0])
        stop = coded.at(position + len(raw) - 1) + 1
        if len(raw) > _LEAST and clean.startswith(raw, position) and _goes_on(coded, stop, end):
            return Filler((coded.span(start, stop),), called.text)
    if branded := _brand_opens(context, coded, start, end):
        return branded
    lead = context.words.made.each.match(coded.text, start, end)
    stop = begin = lead.end() if lead else start
    while stop < end and stop - begin < _NOUN and coded.tags[stop].startswith(_NOMINAL):
        stop = coded.word_end(stop)
        noun = plain(coded.surface(begin, stop))
        if len(noun) >= _KIND and context.words.made.kinds.search(noun) and _goes_on(coded, stop, end):
            return recorded_of_kind(context, position, noun)
    return None


def _brand_opens(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """“海鹭”号|于2030年立项: the brand of a thing told of before, at the front of a clause."""
    shut = coded.text.find(_SHUT, start, end) if start < end and coded.text[start] == _OPEN else -1
    if shut < 0 or not brand_at(context, coded.span(start + 1, shut)):
        return None
    numbered = re.compile(context.words.made.numbered).match(coded.text, shut + 1, end)
    stop = numbered.end() if numbered else shut + 1
    bare = stop == shut + 1
    span = coded.span(start + bare, stop - bare)
    return Filler((span,), plain(context.article.text(*span))) if _goes_on(coded, stop, end) else None


def _goes_on(coded: Coded, stop: int, end: int) -> bool:
    """Whether a clause goes on at a symbol with what its subject does."""
    return stop == end or (stop < end and coded.tags[stop].startswith(_BEHIND) and coded.tags[stop] != "x")


def named_from(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where a name itself begins behind times and claims: 今年|全球最小|监测仪."""
    while start < end and (coded.text[start] == NAMES[Label.TIME] or coded.tags[start] in _TIMES):
        start = coded.word_end(start)
    claim = context.words.claims.match(coded.text, start, end)
    return claim.end() if claim else start


@once
def _called(context: Context) -> Sequence[tuple[Filler, Filler]]:
    """What was made, by each of its names, with its full one, in text order: 散货船“海鹭”, “海鹭”号."""
    out: list[tuple[Filler, Filler]] = []
    for thing in context.things:
        name = name_of(thing)
        if name is None or not name.spans or thing.record_type != _MADE:
            continue
        name = _uncounted(context, name)
        out.append((name, name))
        out.extend((form, name) for brand in _branded(context, name) for form in _forms(context, brand, name))
    return sorted(out, key=lambda row: row[0].spans[0][0])


def _uncounted(context: Context, name: Filler) -> Filler:
    """12台|加工中心: the thing without how many of them were delivered."""
    start = name.spans[0][0]
    count = next((m for m in _begun(context, name) if m.label is Label.QUANTITY), None)
    if count is None or len(name.spans) > 1 or _counts(count, context.words.metrics.goods) is None:
        return name
    text = context.article.text(start, count.end)
    return Filler(((count.end, name.spans[0][1]),), name.text.removeprefix(plain(text)))


def _counts(mention: Mention, goods: Collection[str]) -> Quantity | None:
    normal = mention.normal
    counted = isinstance(normal, Quantity) and normal.dimension is Dimension.COUNT
    return normal if isinstance(normal, Quantity) and counted and normal.unit in goods else None


def _forms(context: Context, brand: str, name: Filler) -> Iterator[Filler]:
    """Where a brand stands alone behind the full name."""
    start = context.article.start
    for found in re.finditer(f"“{re.escape(brand)}”{context.words.made.numbered}", context.whole):
        if start + found.start() >= name.spans[-1][1]:
            bare = found[0].endswith("”")
            span = (start + found.start() + bare, start + found.end() - bare)
            yield Filler((span,), plain(context.article.text(*span)))


@once
def _brands(context: Context) -> frozenset[str]:
    """The names in quotation marks of what was made."""
    return frozenset(plain(brand) for called, name in _called(context) for brand in _branded(context, name))


def _branded(context: Context, name: Filler) -> Iterator[str]:
    for span in name.spans:
        yield from (found[1] for found in _BRAND.finditer(context.article.text(span[0] - 1, span[1] + 1)))

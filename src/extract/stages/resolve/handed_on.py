"""The owner that later sentences take from an earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.data import BlockKind, Filler, Label, Mention
from extract.engine.coding import CLAUSE_MARKS, plain
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.entities import entity, may_end
from extract.stages.resolve.home import as_called, is_region, same_place, within
from extract.stages.resolve.opening import opens, tells
from extract.stages.resolve.outline import standing_over
from extract.stages.resolve.owner_lists import in_list
from extract.stages.resolve.owners import owner, past_times, pointed, topical, wider
from extract.stages.resolve.zones import main_zone

_COLONS = ("：", "｜", " ")
"""Marks behind the name that a heading begins with."""
_NAMES = frozenset({Label.ORG, Label.PLACE})
_COMMA, _DASH = "，", "—"
_FRONT = "：。"
"""Marks behind the name that a paragraph begins with: 1.青石集团。上半年…."""
_ZONE, _SHORT = 4, 12
"""Characters of the names of zones that are headings."""
_OPENING = ("“", "《", "（")
"""A name right behind one of these is part of a title or an aside."""


def handed_on(context: Context, index: int) -> Filler | None:
    """What later sentences take from this one: the first owner that heads one of its clauses.

    An organisation is handed on only by a sentence that it opens and that names no other.
    """
    text = context.sentence_text(index)
    sentence = context.article.sentences[index]
    home = context.article.place
    names = [m for m in context.by_sentence[index] if m.label in {Label.ORG, Label.PLACE}]
    if _only_signs(context, index, names):
        return None
    firms = {context.article.text(m.start, m.end) for m in names if m.label is Label.ORG}
    for mention in names:
        at = mention.start - sentence.start
        clause = max((text.rfind(mark, 0, at) for mark in CLAUSE_MARKS), default=-1) + 1
        if text[clause - 1 : clause] == _DASH and clause > 1 and is_region(context, mention.normal):
            continue  # 某湾区——|某三角|产业论坛
        heads = topical(context, index, mention) or opens(context, index, sentence.start + clause, mention)
        if not heads or context.words.parts.search(text, clause, at):
            continue
        if tells(context, mention) or text[at - 1 : at] in _OPENING:
            continue
        if mention.label is Label.ORG and (len(firms) > 1 or clause > 0):
            if not context.words.authority.search(context.article.text(mention.start, mention.end)):
                continue
        zone = main_zone(context)
        if zone and text.startswith(zone.text, at):
            return zone  # 某市|高新区 of a text about the zone
        found = owner(context, mention)
        if found is None or pointed(context, mention, found) or (at and wider(context, found)):
            continue
        if not within(home, found.normal) and not (home and home.code and is_region(context, found.normal)):
            return found
    return _heading_subject(context, index)


def _only_signs(context: Context, index: int, names: Sequence[Mention]) -> bool:
    """Whether a line is nothing but the offices or associations that give out what follows it: 某某联合会 某中心."""
    text, start = context.sentence_text(index), context.article.sentences[index].start
    rest = list(text)
    for name in names:
        rest[name.start - start : name.end - start] = " " * (name.end - name.start)
    told = [context.article.text(m.start, m.end) for m in names]
    words = (context.words.authority, context.words.associations)
    return bool(told) and not "".join(rest).strip("、， ") and any(w.search(name) for w in words for name in told)


def thing_handed_on(context: Context, index: int) -> Filler | None:
    """What a sentence takes, in its paragraph, from what the one before opens with: 某某基地|建成投用。…."""
    if index == 0 or context.paragraph(index - 1) != context.paragraph(index):
        return None
    coded = context.coded[index - 1]
    if coded is None or index - 1 == context.article.headline:
        return None
    start = past_times(context, coded, 0, len(coded.text))
    end = next((i for i in range(start, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), len(coded.text))
    found = entity(context, coded, start, end) if start < end else None
    at = coded.at(found.spans[-1][1] - 1) + 1 if found else end
    return None if found is None or in_list(context, coded, start, at) else found


def _heading_subject(context: Context, index: int) -> Filler | None:
    """The named thing that opens an item's heading in a digest: 某某班列|通行量超五千列."""
    sentence = context.article.sentences[index]
    if sentence.kind is not BlockKind.SUBHEADING:
        return None
    found = context.words.named.in_heading.match(context.sentence_text(index))
    return Filler(((sentence.start, sentence.start + found.end()),), plain(found[0])) if found else None


def of_part(context: Context, index: int) -> Filler | None:
    """Whose the part of the text is that holds a sentence: its item's (■沄川港：), its section's (（二）沄川市)."""
    return _of_item(context, index) or _owned_sections(context).get(context.article.sentences[index].section)


@once
def _owned_sections(context: Context) -> Mapping[int, Filler]:
    """By section, whose name its heading is, or one around it."""
    out: dict[int, Filler] = {}
    for index, sentence in enumerate(context.article.sentences):
        if sentence.kind is BlockKind.SUBHEADING:
            around = reversed(standing_over(context)[sentence.section])
            outer = (out.get(context.article.sentences[at].section) for at in around)
            if own := _whole_heading(context, index) or next(filter(None, outer), None):
                out[sentence.section] = own
    return out


def _whole_heading(context: Context, index: int) -> Filler | None:
    """The name that a heading is behind its number, alone or before a colon: 沄川市：工业领跑, 某某高新区."""
    sentence, start = context.article.sentences[index], _past_number(context, index)
    whole = context.article.text(start, sentence.end)
    end = start + next((i for i, char in enumerate(whole) if char in _COLONS), len(whole))
    text = context.article.text(start, end)
    if name := _name_at(context, index, start, end):
        signs = end < sentence.end and context.words.associations.search(text)  # 某某联合会 某中心
        return None if signs else owner(context, name)
    zone = _ZONE <= len(text) <= _SHORT and text.isalnum() and context.words.zones.search(text)
    return Filler(((start, end),), plain(text)) if zone else None


def _of_item(context: Context, index: int) -> Filler | None:
    """The name with which a paragraph begins before a colon or by itself, or what goes on from one: ■沄川港：."""
    block = context.paragraph(index)
    while index and context.paragraph(index - 1) == block:
        index -= 1
    start, sentence = _past_number(context, index), context.article.sentences[index]
    front = context.article.text(start, min(sentence.end, start + _SHORT + 1))
    size = next((i for i, char in enumerate(front) if char in _FRONT), -1)
    if not front[: max(size, 0)].isalnum():
        return None
    if name := _name_at(context, index, start, start + size):
        return owner(context, name)
    text, nation = plain(front[:size]), context.words.nation
    if front[size] != _COLONS[0] or context.words.sources.search(text + _COMMA):
        return None  # 欧洲多地升温。is a headline, 某某协会数据：a source
    if context.words.authority.search(text):
        national = context.words.national.search(text) is not None
        return Filler(((start, start + size),), nation.name, nation) if national else None
    begun = any(m.start == start and m.label in _NAMES for m in context.by_sentence[index])
    return Filler(((start, start + size),), text) if begun or may_end(context, text) else None


def _name_at(context: Context, index: int, start: int, end: int) -> Mention | None:
    """The organisation or the place whose name a stretch of a sentence is."""
    row = (m for m in context.by_sentence[index] if (m.start, m.end) == (start, end))
    return next((m for m in row if m.label in _NAMES), None)


def _past_number(context: Context, index: int) -> int:
    """The clean offset behind the number of a heading."""
    start, text = context.article.sentences[index].start, context.sentence_text(index)
    number = context.words.numbering.match(text)
    rest = text[number.end() :] if number else text
    return start + len(text) - len(rest.lstrip())


def in_full(context: Context, head: Filler) -> Filler:
    """A place taken over from another sentence takes the name that the article's place goes by: 大连 is 大连市.

    中国 is 全国.
    """
    nation, home = context.words.nation, context.article.place
    if home is not None and same_place(head.normal, home):
        return replace(head, text=max(head.text, as_called(context, home).text, key=len), normal=home)
    return replace(head, text=nation.name, normal=nation) if head.text in context.words.nation_names else head

"""The last thing of a kind that was named before a word that points at it: 该桥 is 松花江特大桥."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.data import Filler, Label, Mention
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, Coded, plain, says
from extract.stages.resolve.context import Context, first, once, shortened
from extract.stages.resolve.entities import entity, verbs
from extract.stages.resolve.villages import own_name

_BODIES = frozenset({Label.ORG, Label.PLACE})
_BACK = 3
"""Sentences before a pointing word in which the thing is sought."""
_LEAST = 2
"""Characters that a name has before its kind, at least."""
_PROJECT = "project"
_NUMBERED = "[0-9]{0,2}"
"""Before the ending of a line by its number: 宁州地铁|4|号线."""
_QUOTE, _PLUS = "“", "+"
_ASIDE = ("“", "（")
"""What a name goes on with behind its kind: 散货船|“海鹭”."""


def antecedent_thing(context: Context, position: int, noun: str, back: int | None = None) -> Filler | None:
    """The last thing of the noun's kind that is named before the clean offset `position`, in its paragraph or near."""
    endings, back = kind_endings(context, noun), _BACK if back is None else back
    index = context.sentence_at(position)
    near = context.article.sentences[max(0, index - back)].start
    anything = context.words.about.any_project.fullmatch(noun) is not None  # 某大楼竣工。项目|占地5亩
    named = _of_records(context, position, endings, near, _PROJECT if anything else "")
    seated = _standing(context, index, position) if anything else None
    if seated and not (named and seated.spans[0][0] < named.spans[-1][1]):
        return seated
    if named:
        return replace(_unclaimed(context, named), inherited=True)
    for i in range(index, max(-1, index - back - 1), -1):
        if context.paragraph(i) != context.paragraph(index) and context.captioned(index):
            return None
        found = _in_sentence(context, i, position, endings)
        if found:
            return found
    return _settlement(context, endings) if context.words.named.settlements.search(endings[0]) else None


def _settlement(context: Context, endings: tuple[str, ...]) -> Filler | None:
    """The town that 全镇 stands for far from its name, or before it: the only one that the article names."""
    named = [own_name(context, m) for m in _places(context) if context.article.text(m.start, m.end).endswith(endings)]
    return named[0] if named and all(town.text == named[0].text for town in named) else None


@once
def _places(context: Context) -> tuple[Mention, ...]:
    """The places that an article names, in text order."""
    return tuple(mention for mention in context.mentions if mention.label is Label.PLACE)


def _unclaimed(context: Context, name: Filler) -> Filler:
    """全国首个|输电工程: the name without what is claimed of it."""
    claim = context.words.projects.front.match(name.text)
    start, end = name.spans[0]
    if claim is None or plain(context.article.text(start, start + claim.end())) != claim[0]:
        return name
    return replace(name, spans=((start + claim.end(), end), *name.spans[1:]), text=name.text[claim.end() :])


def kind_endings(context: Context, noun: str) -> tuple[str, ...]:
    """How the names end that a noun may stand for: 大桥 for a 特大桥, a 散货船 for itself."""
    own = context.words.kinds.get(noun)
    return tuple(own.split()) if own else (noun, *context.words.kinds.get(noun[-1:], "").split())


def is_of_kind(context: Context, name: Filler, endings: tuple[str, ...]) -> bool:
    """Whether a name tells its kind with one of the endings: 远程|散货船, 散货船|“海鹭”."""
    whole = context.article.text(name.spans[0][0], name.spans[-1][1])
    return name.text.endswith(endings) or any(ending + mark in whole for ending in endings for mark in _ASIDE)


def _of_records(context: Context, position: int, endings: tuple[str, ...], floor: int, kind: str) -> Filler | None:
    """The last thing told of between two offsets whose name ends so, or that is of a kind of record."""
    for thing in reversed(context.things):
        name = first(thing, "name") or first(thing, "product") or first(thing, "object")
        if name is None or not floor <= name.spans[0][0] or name.spans[-1][1] > position:
            continue
        if thing.record_type == kind or is_of_kind(context, name, endings):
            return name
        longer = (ending for ending in endings if len(ending) > 1 and ending in name.text)
        within = max((name.text.find(ending) + len(ending) for ending in longer), default=0)
        if within > _LEAST + 1 and len(name.spans) == 1:
            return shortened(name, within)  # 该电站 behind 某某电站|下水库
    return None


def _in_sentence(context: Context, index: int, position: int, endings: tuple[str, ...]) -> Filler | None:
    """The last name or noun phrase with one of the endings in a sentence, before `position`."""
    for mention in reversed(context.by_sentence[index]):
        text = context.article.text(mention.start, mention.end)
        if mention.label in _BODIES and mention.end <= position and text.endswith(endings):
            if mention.label is Label.PLACE:
                return own_name(context, mention)
            return Filler(((mention.start, mention.end),), plain(text), inherited=True)
    coded = context.coded[index]
    if coded is None:
        return _in_text(context, index, position, endings)
    for end in range(len(coded.text), 0, -1):
        if coded.ends[end - 1] > position or not coded.text[:end].endswith(endings):
            continue
        if end < len(coded.text) and coded.words[end] != end:
            continue
        phrase = context.words.phrases.left(coded, end)
        if phrase is None or phrase[1] != end or not _named(context, coded, *phrase):
            continue
        if _predicated(context, coded, phrase[0]):
            continue  # 这是国内首艘满足标准的客船 is no name
        phrase = _behind_of(context, coded, *phrase)
        if said_of := _said_of(context, coded, phrase[0]) or _seated(context, coded, phrase, endings):
            return said_of
        if coded.text[phrase[0] : coded.word_end(phrase[0])] in context.words.named.entering:
            phrase = (coded.word_end(phrase[0]), end)  # 走进|某某产业园
        while coded.tags[phrase[0]] == "v" and _named(context, coded, rest := coded.word_end(phrase[0]), end):
            phrase = (rest, end)  # 入驻|某镇产业园
        if (claim := context.words.claims.match(coded.text, *phrase)) and claim.end() < end:
            phrase = (claim.end(), end)  # 全国首个|输电工程
        if context.words.named.settlements.search(coded.surface(*phrase)):
            phrase = (_behind_place(coded, *phrase), end)
        text = plain(context.article.text(*coded.span(*phrase)))
        if context.words.named.generic.search(text):
            continue  # 一、集镇|建设抓整体
        ending = max((len(e) for e in endings if text.endswith(e)), default=0)
        if ending and len(text) >= ending + _LEAST:
            return Filler((coded.span(*phrase),), text, inherited=True)
    opening = entity(context, coded, 0, len(coded.text))  # 某地铁|4号线|开通
    ends = opening is not None and opening.spans[-1][1] <= position and opening.text.endswith(endings)
    return replace(opening, inherited=True) if opening and ends else None


def _predicated(context: Context, coded: Coded, at: int) -> bool:
    """Whether a phrase only says what something that a word points at is: 这是|第一艘客船."""
    start = coded.clause_start(at)
    lead = context.words.named.this_is.match(coded.text, start)
    return lead is not None and lead.end() <= at + 1


def _behind_place(coded: Coded, start: int, end: int) -> int:
    """Where a village's own name begins: 记者走进滨海市|柳河村."""
    places = [i + 1 for i in range(start, end - _LEAST) if coded.text[i] == NAMES[Label.PLACE]]
    return places[-1] if places else start


def _behind_of(context: Context, coded: Coded, start: int, end: int) -> tuple[int, int]:
    """The name alone behind what describes it: 某局承建的|某某项目."""
    behind = coded.text.rfind(context.words.of, start, end) + 1
    return (behind, end) if behind and _named(context, coded, behind, end) else (start, end)


def _said_of(context: Context, coded: Coded, at: int) -> Filler | None:
    """What a clause says the thing of that is named at the symbol `at`: 某某号|是某厂建造的钻井平台."""
    start = coded.clause_start(at)
    for i in range(start + 1, at):
        if coded.text[i : coded.word_end(i)] in context.words.named.copulas:
            named = coded.text[start] in _NAMED and i == start + 1
            found = Filler((coded.span(start, i),), plain(coded.surface(start, i))) if named else None
            found = found or entity(context, coded, start, i)
            return replace(found, inherited=True) if found else None
    return None


def _seated(context: Context, coded: Coded, phrase: tuple[int, int], endings: tuple[str, ...]) -> Filler | None:
    """What stands where a phrase says: 某某园|位于某区某园 is no name, nor is the place what a word behind it means."""
    cut = next((i for i in range(phrase[0] + 1, phrase[1]) if _begins(context, coded, i)), None)
    if cut is None:
        return None
    span = coded.span(phrase[0], cut)
    found = Filler((span,), plain(context.article.text(*span)), inherited=True)
    return found if found.text.endswith(endings) else None


def _standing(context: Context, index: int, position: int) -> Filler | None:
    """What 项目 means behind a sentence that says of a thing where it stands or who builds it, whatever its name.

    某某园|位于某区。|项目|占地90亩; 某某城|由某公司投资建设，|项目|占地90亩.
    """
    for at in (index, index - 1):
        coded = context.coded[at] if at >= 0 else None
        if coded is None or context.paragraph(at) != context.paragraph(index) or at == context.article.headline:
            return None
        start = next((i for i in range(len(coded.text)) if coded.tags[i] not in _BEFORE), 0)
        stop = next((i for i in range(start, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), len(coded.text))
        cut = next((i for i in range(start + 1, stop) if _begins(context, coded, i, said=True)), None)
        if cut is None or coded.ends[cut - 1] > position:
            continue
        while coded.tags[cut - 1] in _BEFORE and cut > start + 1:
            cut = coded.words[cut - 1]
        text = plain(coded.surface(start, cut))
        body = cut == start + 1 and coded.text[start] in _NAMED
        if body or len(text) <= _LEAST or context.words.pointing.match(text) or text in context.words.kinds:
            return None
        if context.words.of in text or ITEM_MARK in text or context.words.group.match(text):
            return None
        return Filler((coded.span(start, cut),), text, inherited=True)
    return None


def _begins(context: Context, coded: Coded, at: int, *, said: bool = False) -> bool:
    """Whether a word that says where something stands begins at a symbol; with `said`, what it is if a project."""
    word = coded.text[at : coded.word_end(at)] if coded.words[at] == at else ""
    adverb = coded.words[at - 1] if at and coded.tags[at - 1] in _BEFORE else at  # 某某项目|也是…
    kind = context.words.about.any_project.search(coded.surface(max(0, adverb - _LEAST), adverb))
    project = said and word in context.words.named.copulas and kind is not None
    return word in context.words.named.seating or project


def _named(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether a phrase is one name: it holds a proper noun, and neither a list nor a word that points."""
    if context.words.pointing.search(coded.text, start, end) or ITEM_MARK in coded.text[start:end]:
        return False
    if verbs(context, coded, start, end) > 1:
        return False  # 某某开始利用空房做|民宿
    if _QUOTE in coded.text[start:end]:
        return _PLUS not in coded.text[start:end]  # “春风行动”招聘会, but no “支部+合作社”
    if coded.surface(start, start + 1) in context.words.deictics and context.words.of not in coded.text[start:end]:
        return False  # 全市|酒店, but 我国承制的最大单桩项目
    held = (i for i in range(start, end) if says(coded.text[i]))
    return any(coded.text[i] in _NAMED or coded.tags[i][:2] in _PROPER for i in held)


def _in_text(context: Context, index: int, position: int, endings: tuple[str, ...]) -> Filler | None:
    """The same in a sentence that no rule has read: the run of characters before the ending."""
    start, text = context.article.sentences[index].start, context.sentence_text(index)
    for ending in endings:
        found = list(re.finditer(context.words.name_run + _NUMBERED + re.escape(ending), text))
        if found and start + found[-1].end() <= position:
            entered = next((w for w in context.words.named.entering if found[-1][0].startswith(w)), "")
            span = (start + found[-1].start() + len(entered), start + found[-1].end())
            return Filler((span,), plain(found[-1][0][len(entered) :]), inherited=True)
    return None


_BEFORE = frozenset({"t", "d", "c", "x"})
_PROPER = frozenset({"nr", "ns", "nt", "nz", "en", "x"})
_NAMED = frozenset("".join(NAMES.values()))

"""Whose a clause is: the name that heads it, what 该公司 or 这座大桥 stands for, who the article is about."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Filler, Label, Mention, Place
from extract.engine.coding import ITEM_MARK, NAMES, Coded, plain
from extract.stages.resolve.antecedents import antecedent, group_word
from extract.stages.resolve.belonging import held, part_of, zone_of
from extract.stages.resolve.context import NAME_SYMBOLS, Context
from extract.stages.resolve.described import thing_told
from extract.stages.resolve.entities import entity, payer
from extract.stages.resolve.home import pointed_name, sends_guests
from extract.stages.resolve.made import called_again, told_made
from extract.stages.resolve.opening import heads_clause, tells
from extract.stages.resolve.owner_lists import NOBODY, counted_end, firms, list_end
from extract.stages.resolve.pointing import pointer
from extract.stages.resolve.trades import trade_named
from extract.stages.resolve.zones import called_zone, main_zone

_COMMA, _AND = "，", "c"
_SKIPPED = frozenset(NAMES[Label.TIME] + "，")


def subject_filler(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """A run of names as one subject; a place that was named by a deictic (全市) takes its own name."""
    span = coded.span(start, end)
    mentions = [coded.mentions[i][0] for i in range(start, end) if i in coded.mentions]
    named = [m for m in mentions if context.article.text(m.start, m.end) not in context.words.deictics]
    if len(mentions) > 1 and len(named) == 1 and named[0] is mentions[0]:
        return name_filler(context, named[0])  # 安徽|全省 is 安徽
    if end == start + 1 and mentions:
        return name_filler(context, mentions[0])
    return Filler((span,), context.article.text(*span))


def name_filler(context: Context, mention: Mention) -> Filler:
    """A name mention as a subject: its text, or for a deictic the name of the place it stands for.

    全省 after 安徽 in the same passage is 安徽, else the province of the article's place.
    """
    span = (mention.start, mention.end)
    text = context.article.text(*span)
    normal = mention.normal if isinstance(mention.normal, Place) else None
    if mention.label is Label.ORG or text not in context.words.deictics:
        return Filler((span,), text, normal)
    zone = main_zone(context)
    if zone and zone.text[-1:] == text[-1:]:
        return replace(zone, inherited=True)  # 全区 of a text about a zone
    own = normal is not None and context.words.is_own(text)
    near = None if own else _pointed_at(context, mention, text, far=normal is None)
    if near is not None:
        place_ = near.normal if isinstance(near.normal, Place) else None
        return Filler((span,), pointed_name(context, place_) if place_ else text, place_)
    return Filler((span,), pointed_name(context, normal) if normal else text, normal)


def _pointed_at(context: Context, deictic: Mention, word: str, *, far: bool) -> Mention | None:
    """The nearest place before a deictic that it may point at, in its sentence or the one before; `far`: anywhere.

    In a text about a place of that level only one that heads its clause comes in between.
    """
    floor = context.article.start if far else context.last_ended(deictic.start)
    for mention in reversed(context.begun(floor, deictic.start)):
        if mention.label is not Label.PLACE or not isinstance(mention.normal, Place):
            continue
        named = context.article.text(mention.start, mention.end) not in context.words.deictics
        fits = named and mention.normal.name[-1:] == word[-1:] and context.words.points_at(word, mention.normal)
        if fits and (far or heads_clause(context, context.sentence_at(mention.start), mention)):
            return mention
    return None


def owner(context: Context, mention: Mention) -> Filler | None:
    """Who owns what the clause of this name says: an authority that only reports stands for its place."""
    text = context.article.text(mention.start, mention.end)
    if mention.label is Label.ORG and context.words.authority.search(text):
        home = context.article.place
        if context.words.national.search(text):
            home = context.words.nation
        return Filler(((mention.start, mention.end),), home.name, home) if home else None
    found = name_filler(context, mention)
    unclear = mention.label is Label.PLACE and found.normal is None and found.text in context.words.deictics
    pointing = context.words.pointing.match(found.text) is not None
    return None if unclear and (pointing or context.article.place) else found  # 全省 of a text that names none stays


def topical(context: Context, index: int, name: Mention) -> bool:
    """Whether a sentence begins with 在 and a name alone: 在四川，…."""
    sentence = context.article.sentences[index]
    before, after = context.article.text(sentence.start, name.start), context.article.text(name.end, name.end + 1)
    return before in context.words.locatives and after == _COMMA


def wider(context: Context, found: Filler) -> bool:
    """Whether an owner is a place around the article's own: 全省 in passing, in an article about a city."""
    home, place_ = context.article.place, found.normal
    if home is None or not isinstance(place_, Place) or place_ == home:
        return False
    if home.code is None and place_.code is not None:
        return place_.code.endswith("0000")
    if place_.code is None and context.words.named.settlements.search(place_.name):
        return False  # 某区柳溪镇 of a text about the district
    if place_.code is None or home.code is None:
        return place_.code is None and (home.code is not None or place_.name == context.words.nation.name)
    return home.code.startswith(place_.code.rstrip("0"))


def pointed(context: Context, mention: Mention, found: Filler) -> bool:
    """Whether a deictic (我省) names a place around the article's own: nobody's subject later."""
    return wider(context, found) and context.article.text(mention.start, mention.end) != found.text


def past_times(context: Context, coded: Coded, start: int, end: int) -> int:
    """The first symbol of `start:end` behind times, adverbs and the commas between them."""
    while start < end and (
        coded.text[start] in _SKIPPED or coded.tags[start] in {"d", "c", "t"} or instanced(context, coded, start)
    ):
        start = context.words.phrases.word_end(coded, start)
    return start


def name_run(coded: Coded, start: int, end: int) -> int:
    """Where the names at the front of `start:end` end: 北京、上海|进出口, 甲公司和乙银行|营收."""
    at = start
    while at < end and coded.text[at] in NAME_SYMBOLS:
        at += 1
        if at + 1 < end and coded.text[at + 1] in NAME_SYMBOLS:
            bodies = coded.text[at - 1] == coded.text[at + 1] == NAMES[Label.ORG]
            at += coded.text[at] == ITEM_MARK or (bodies and coded.tags[at] == _AND)
    return at


def instanced(context: Context, coded: Coded, start: int) -> bool:
    """Whether a clause begins with a word before one of many: 如|某区，…."""
    return coded.text[start : coded.word_end(start)] in context.words.named.instances


def _described(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The body that a clause describes before its verb: 集团与某公司成立的|某某公司|实现…."""
    for i in range(end - 1, start + 1, -1):
        if coded.text[i - 1] != context.words.of or coded.text[i] != NAMES[Label.ORG]:
            continue
        mention, doing = coded.mentions[i][0], i + 1 == end or coded.tags[i + 1].startswith(("v", "d", "t"))
        told = tells(context, mention) or context.words.authority.search(coded.surface(i, i + 1))
        done = any(coded.tags[k] == "v" and coded.word_end(k) > k + 1 for k in range(start, i - 1))
        cited = context.words.citing.search(coded.text[start : coded.word_end(start)])
        return name_filler(context, mention) if doing and done and not told and not cited else None
    return None


def clause_owner(context: Context, coded: Coded, start: int, end: int, *, things: bool = True) -> Filler | None:
    """The owner that the clause `start:end` names: a thing that has figures, or the first name that heads it.

    Without `things`, it is who made the thing that the clause tells of: 某厂|研制的机床.
    """
    if made := _described(context, coded, start, end) or (things and told_made(context, coded, start, end)):
        return made
    opening = past_times(context, coded, start, end)
    points = pointer(context, coded, opening, end) if opening < end else None
    if points and points[1]:
        return points[1]
    thing = called_again(context, coded, opening, end) if things else None
    thing = thing or thing_told(context, coded, opening, end)
    thing = thing or payer(context, coded, opening, end) or called_zone(context, coded, opening)
    if thing is None and (trade := trade_named(context, coded, opening, end)):
        return trade[1]
    thing = thing or entity(context, coded, opening, end)
    if thing:
        return thing if thing.inherited else _with_others(context, coded, thing, end)
    locative = opening + 1 < end and coded.text[opening] in context.words.locatives
    if locative and coded.text[opening + 1] in NAME_SYMBOLS and name_run(coded, opening + 1, end) == end:
        return subject_filler(context, coded, opening + 1, end)  # 在四川|，…
    for i in range(start, end):
        if coded.text[i] not in NAME_SYMBOLS:
            word = group_word(context, coded, i, end)
            if word and _heads(context, coded, start, i):
                return antecedent(context, coded.starts[i], word)
            continue
        mention = coded.mentions[i][0]
        if tells(context, mention) or not _heads(context, coded, start, i) or _enumerated(context, coded, i, end):
            continue
        if coded.text[i + 1 : i + 2] in context.words.named.courses:
            return None  # 某地|至|某地正负800千伏输电工程
        standards = context.words.about.standards.match(context.article.clean.text, mention.end)
        if standards or sends_guests(context, mention):
            continue
        run = name_run(coded, i, end)
        if (several := counted_end(context, coded, run, end)) > run:
            return subject_filler(context, coded, i, several)  # 甲、乙两市|分别完成…
        listed_names = any(coded.text[k] == ITEM_MARK for k in range(i, run)) or firms(context, coded, i, run)
        joint = run > i + 1 and listed_names
        found = (
            zone_of(context, coded, i, end)
            or part_of(context, coded, i, end)
            or held(context, coded, i, end)
            or owner(context, mention)
        )
        if not joint and mention.label is Label.ORG and found is not None and isinstance(found.normal, Place):
            return found  # 市某局等五部门|出台…
        listed = list_end(context, coded, run, end, acting=mention.label is Label.PLACE)
        timed = coded.text[listed : listed + 1] == NAMES[Label.TIME]  # 甲区和乙区|6月份|产出
        if listed > run and (timed or coded.text[listed - 1] not in NAME_SYMBOLS):
            return subject_filler(context, coded, i, listed)  # 甲、乙等21个|车站
        if listed == NOBODY:
            return None
        return subject_filler(context, coded, i, run) if joint else found
    return None


def _with_others(context: Context, coded: Coded, thing: Filler, end: int) -> Filler | None:
    """A thing that heads a clause, with those that the same list names; None where that leaves some out."""
    stop = coded.at(thing.spans[-1][1] - 1) + 1
    listed = list_end(context, coded, stop, end)
    if listed in (NOBODY, stop):
        return thing if listed else None
    span = coded.span(coded.at(thing.spans[0][0]), listed)
    return Filler((span,), plain(context.article.text(*span)))


def _enumerated(context: Context, coded: Coded, at: int, end: int) -> bool:
    """Whether a name opens a list that the figure at `end` closes: 甲厂扩建、乙厂技改等|60个项目, not 甲厂完成乙等|….

    What is counted is whoever's the list is; a verb with an object makes the name its subject.
    """
    if end - 1 <= at or coded.text[end - 1] not in context.words.others:
        return False
    if coded.text[at + 1] == context.words.of:
        return True  # 某科技公司|的分析系统等
    first = coded.text.find(ITEM_MARK, at, end)
    stop = first if first > 0 else end - 1
    doing = (i for i in range(at + 1, stop) if coded.tags[i].startswith(("v", "p")) and coded.word_end(i) == i + 1)
    return all(i + 1 == stop or coded.words[i] == i for i in doing)  # 某|能|科技


def _heads(context: Context, coded: Coded, start: int, at: int) -> bool:
    """Whether a name opens its clause, across times, conjunctions and other names: no 在, 从, 据 before it."""
    start = coded.word_end(start) if start < at and instanced(context, coded, start) else start
    parts = context.words.parts.match(coded.text, start, at)
    start = parts.end() if parts else start  # 其中|全国水泥…产量
    before = coded.text[start:at]
    if context.words.citing.search(before):
        return False
    return context.words.about.seated.fullmatch(before) is not None or all(
        symbol in NAME_SYMBOLS + NAMES[Label.TIME] + ITEM_MARK or coded.tags[start + k] in {"c", "d", "t", "f", "m"}
        for k, symbol in enumerate(before)
    )

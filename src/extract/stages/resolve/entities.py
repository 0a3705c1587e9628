"""The things that own figures by the name at the front of a clause: zones and lines, facilities and fairs, who pays."""

from __future__ import annotations

from collections.abc import Iterator

from extract.data import Filler, Label
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, Coded, plain
from extract.stages.resolve.context import Context
from extract.stages.resolve.zones import main_zone

PROPER = ("nr", "ns", "nt", "nz", "x", "eng", "m")
"""Tags of words that make a noun a name."""
_LEAST = 3
"""Characters of the shortest name of a thing: 云岭港."""
_PLACED = 2
"""Characters before the ending of a thing that always has a name: 云岭|铁路, but no 高速公路."""
_NAME = 24
"""Symbols of the longest name of a thing."""
NOMINAL = ("n", "eng", "j")
_ENDS = ("uj", "ul", "p", "c", "d", "r", "y", "x")
"""Tags of words that no name of a thing holds."""
ALL_NAMES = frozenset("".join(NAMES.values()))
_VERBAL = ("v", "d", "vd")
DESCRIBING = ("v", "a", "d", "b", "z")
"""Tags of words that say which of its kind a thing is, where it has no name."""
_OPEN, _SHUT = "“", "”"
_FOLLOWING = ("v", "d", "t", "p")
"""Tags of what stands behind the subject of a clause."""
NOUNS = ("n", "v", "j", "b", "eng", "a", "f", "k", "q")
"""Tags of words that may be in the name of a part or in what a thing is: 帮扶|行动, 新|院区."""
_ZONE = 12
"""Symbols of the longest zone behind its place."""


def payer(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """省级财政|拨付…, 全省环保部门|查处…: who acts, at the front of a clause and before a verb."""
    found = paying(context, coded, start, end)
    return found[1] if found else None


def paying(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """Who acts, from the symbol `start` on and before a verb, and where its name ends: 铁路|发送旅客."""
    stop = start
    while stop < end and stop - start < _ZONE:
        stop = context.words.phrases.word_end(coded, stop)
        text = plain(coded.surface(start, stop))
        if stop < len(coded.text) and coded.tags[stop] in _VERBAL and context.words.payers.fullmatch(text):
            told = context.words.reporting.match(context.article.clean.text, coded.span(start, stop)[1])
            return None if told else (stop, Filler((coded.span(start, stop),), text))
    return None


def entity(context: Context, coded: Coded, start: int, at: int, *, listed: bool = False) -> Filler | None:
    """The facility, zone, line, fair or fund whose name opens the clause at `start`: 某某国际机场|完成….

    The longest run of words from there on that ends so, goes on with no 的 and is a name by one of its words; `listed`
    behind other names (甲产业园和|青石产业园) it needs no such word.
    """
    begin = _past_number(coded, start)
    if begin >= at or context.words.pointing.match(coded.text, begin) or coded.text[begin] in NAMES[Label.ORG]:
        return None
    if coded.tags[begin].startswith("v") and context.words.phrases.word_end(coded, begin) > begin + 1:
        return None  # 启动|县医院
    if named := _titled(context, coded, begin, at) or _model(context, coded, begin, at):
        return named
    if village := _village(context, coded, begin, at):
        return village
    if context.words.named.no_names.match(coded.surface(begin, at)):
        return None  # 各乡镇, 【第8届文化节】
    found, courses = None, context.words.named.courses
    for end in _stops(context, coded, begin, at):
        text = plain(context.article.text(*coded.span(begin, end)))
        if found is not None and verbs(context, coded, found, coded.word_end(found)):
            break  # 某村|依托|某合作社
        if may_end(context, text) and end > begin + 1 and courses.isdisjoint(coded.text[begin:end]):
            found = end if listed or _is_name(context, coded, begin, end, text) else found
        elif _is_work(context, coded, begin, end, text) or _is_goods(context, coded, end, text):
            found = end
    if found is None or coded.text[found : found + 1] == context.words.of:
        return None
    if context.words.named.settlements.search(coded.surface(begin, found)):
        begin = _inmost(context, coded, begin, found)
    span = coded.span(begin, found)
    told = context.words.reporting.match(context.article.clean.text, span[1])
    return None if told else Filler((span,), plain(context.article.text(*span)))


def _titled(context: Context, coded: Coded, start: int, at: int) -> Filler | None:
    """“暖冬行动”|已开展…, 政务平台“办事通”|上线…: a name in quotation marks before a verb, alone or behind its kind."""
    opening = start
    while opening < at and opening - start < _ZONE and coded.tags[opening].startswith(NOMINAL):
        opening = coded.word_end(opening)
    shut = coded.text.find(_SHUT, opening, at)
    if coded.text[opening : opening + 1] != _OPEN or shut < 0:
        return None
    if shut + 1 == len(coded.tags) or not coded.tags[shut + 1].startswith(_FOLLOWING):
        return None  # 某镇通过“合作社＋农户”|
    named, name = context.words.named, coded.surface(opening + 1, shut)
    tail = _tail(context, coded, shut + 1, at)
    if tail == shut + 1 and not coded.tags[tail].startswith(_FOLLOWING):
        return None
    names = all(symbol in NAMES[Label.PLACE] + NAMES[Label.ORG] for symbol in coded.text[start:opening])
    if opening > start and not names and not named.quoted_kinds.search(coded.surface(start, opening)):
        return None  # 全面实施|“某某”行动
    told = named.quoted_kinds.search(coded.surface(start, opening)) or (opening == start and named.quoted.search(name))
    if opening == start and tail == shut + 1 and not named.quoted_kinds.search(name):
        told = (
            None if context.article.place or main_zone(context) else told
        )  # “某某贷”|支持企业…: of whom the text is about
    if len(name) < _LEAST or not (told or tail > shut + 1):
        return None
    bare = opening == start and tail == shut + 1
    return Filler((coded.span(start + bare, tail - bare),), plain(coded.surface(start, tail)))


def _model(context: Context, coded: Coded, start: int, at: int) -> Filler | None:
    """KR31|累计获得…: a thing by its model, in front of a verb."""
    found = context.words.about.model.match(coded.text, start, at)
    if found is None or found.end() >= len(coded.tags) or not coded.tags[found.end()].startswith(_FOLLOWING):
        return None
    return Filler((coded.span(start, found.end()),), plain(coded.surface(start, found.end())))


def _village(context: Context, coded: Coded, start: int, at: int) -> Filler | None:
    """桐岭市青石镇|上莫村: the village behind its town at the front of a clause, whatever words it looks like."""
    found = context.words.named.villages.match(coded.surface(start, at))
    if found is None or context.words.named.generic.search(found["name"]):
        return None
    first = coded.starts[start]
    return Filler(((first + found.start("name"), first + found.end("name")),), plain(found["name"]))


def _tail(context: Context, coded: Coded, at: int, end: int) -> int:
    """Where what a thing is ends behind its name in quotation marks: “阳光超市”|帮扶行动; `at` where it is not said."""
    numbered = context.words.made.behind.match(coded.text, at, end)
    stop = found = numbered.end() if numbered else at
    while stop < end and stop - at < _ZONE and coded.tags[stop].startswith(NOUNS):
        stop = coded.word_end(stop)
        tail = coded.surface(at, stop)
        if context.words.named.quoted_tails.search(tail) or context.words.made.kinds.search(tail):
            found = stop
    return found


def _is_work(context: Context, coded: Coded, start: int, end: int, text: str) -> bool:
    """Whether a run of words names one work: 某路|某段改造工程, but no 某市|老城区改造工程."""
    own = range(start + (coded.text[start] == NAMES[Label.PLACE]), end)
    named = any(coded.text[i] in ALL_NAMES or coded.tags[i].startswith(PROPER) for i in own)
    return named and context.words.named.undertakings.search(text) is not None


def _is_goods(context: Context, coded: Coded, end: int, text: str) -> bool:
    """Whether a text is goods by their brand, and ends where a verb or a time begins: 某某牌大米|去年|销往…."""
    ends = end < len(coded.text) and coded.tags[end].startswith(_FOLLOWING)
    return ends and context.words.named.brands.fullmatch(text) is not None


def may_end(context: Context, text: str) -> bool:
    """Whether a text ends as names of things do: 云岭小学, but neither 普通高中 nor 新型农村."""
    ending = context.words.named.endings.search(text)
    named = len(text) >= _LEAST and ending is not None and ending.start() > 0  # no bare 幼儿园
    return named and context.words.named.generic.search(text) is None


def verbs(context: Context, coded: Coded, start: int, end: int) -> int:
    """How many words of `start:end` are verbs that no name holds; those of one character may be in any (经|开|区)."""
    nominal = context.words.phrases.declared.nominal
    heads = (i for i in range(start, end) if coded.words[i] == i and coded.tags[i] == "v")
    return sum(1 for i in heads if len(coded.following(i)) > 1 and coded.following(i) not in nominal)


def _inmost(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where the name of the village itself begins: 滨海市青石镇|韩庄村."""
    places = [i for i in range(start, end - 1) if coded.text[i] == NAMES[Label.PLACE]]
    if coded.text[end - 1] == NAMES[Label.PLACE]:
        return end - 1
    outer = context.words.named.settlements  # 林岭镇|石桥村, whether the town is listed or not
    towns = (i for i in range(end - _LEAST, start, -1) if coded.words[i] == i and outer.search(coded.surface(start, i)))
    within = max(places[-1] + 1 if places else start, next(towns, start))
    return within if coded.span(within, end)[1] - coded.span(within, end)[0] >= _LEAST else start


def _past_number(coded: Coded, at: int) -> int:
    """The symbol behind an item's number: （9）|中老铁路."""
    numbered = at in coded.mentions and coded.mentions[at][0].label is Label.ORDINAL
    return at + 1 if numbered else at


def _stops(context: Context, coded: Coded, start: int, at: int) -> Iterator[int]:
    """The ends of the words from `start` on that may belong to one name: to a verb, a mark, a figure or a 的."""
    end = start
    declared = context.words.phrases.declared
    stops = declared.left_stops | declared.right_stops
    while end < at and end - start < _NAME:
        symbol, tag = coded.text[end], coded.tags[end]
        if symbol in QUANTITIES or symbol in CLAUSE_MARKS + ITEM_MARK or symbol in NAMES[Label.TIME]:
            return
        between = symbol in context.words.named.courses and start < end  # 青桥|至|柏岭段
        if tag.startswith(_ENDS) and symbol not in ALL_NAMES and not between:
            return
        word = coded.following(end)
        if start < end and (word in context.words.named.seating or word in context.words.named.copulas):
            return  # 某某园|位于某区, 某某园|是重点项目
        if (len(word) > 1 and word in stops) or verbs(context, coded, start, end) > 1:
            return  # 项目|位于|某学校, 某某开始利用|空房
        end = context.words.phrases.word_end(coded, end)
        yield end


def _is_name(context: Context, coded: Coded, start: int, end: int, text: str) -> bool:
    """Whether a run of words names one thing: by a proper noun, two loose characters in front (上|合|…), its ending."""
    held = [coded.mentions[i][0] for i in range(start, end) if i in coded.mentions]
    if any(context.article.text(m.start, m.end) in context.words.deictics for m in held):
        return False  # 全市|高速公路
    proper = any(coded.tags[i].startswith(PROPER) for i in range(start, end))
    span = coded.span(start, end)
    coined = end - start > 2 and coded.words[start + 1] == start + 1 and coded.words[start + 2] == start + 2
    kind = coded.tags[start].startswith(DESCRIBING)  # 建成|铁路, 最大|机场, 颁|证|运输机场
    return (
        bool(held)
        or proper
        or (coined and not kind)
        or context.site_ends.get(span[0]) == span[1]
        or (not kind and (found := context.words.named.works.search(text)) is not None and found.start() >= _PLACED)
    )

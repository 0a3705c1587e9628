"""The owner that a metric begins with: 沈阳市|出口额, 公司|营业收入, 某某油田|原油产量."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Filler, Label, Relation
from extract.engine.brackets import OPENING
from extract.engine.coding import NAMES, QUANTITIES, Coded, plain
from extract.stages.resolve.antecedents import antecedent, group_word
from extract.stages.resolve.belonging import part_of
from extract.stages.resolve.context import NAME_SYMBOLS, Context, fill, first, place
from extract.stages.resolve.entities import DESCRIBING, entity, paying
from extract.stages.resolve.home import home_subject, sends_guests
from extract.stages.resolve.nation import by_first_character
from extract.stages.resolve.owner_lists import counted_names, measured
from extract.stages.resolve.owners import name_run, subject_filler
from extract.stages.resolve.parted import owner_before_time
from extract.stages.resolve.peoples import of_peoples
from extract.stages.resolve.phases import phase_told
from extract.stages.resolve.pointing import pointer
from extract.stages.resolve.scenes import of_market, of_standard, scene
from extract.stages.resolve.through import by_means
from extract.stages.resolve.told_apart import names_before
from extract.stages.resolve.traded import partnered
from extract.stages.resolve.trades import trade_named
from extract.stages.resolve.zones import called_zone

TITLED = "titled"
"""The code of a rule whose metric is a title."""
_FUND = 2
"""Characters at the end of a fund's name that say that it is one: 基金."""
_POINTING = 2
"""Symbols of the longest word that points before a noun."""
_ADVERBIAL = frozenset({"d", "c", "t", "m", "x"})
"""Tags of what may stand in front of the subject of a clause."""
_COINED = 4
"""Characters of a coined foreign name, at least."""
_WITH = "p"
_GOVERNING = frozenset({"v", "p"})
"""Tags of words that govern a name behind them."""


def split_off(context: Context, relation: Relation) -> Relation:
    """The relation with the owner at the front of its metric as its `subject`, and the metric without it."""
    metric = first(relation, "metric")
    owner = first(relation, "subject")
    if owner is not None and owner.spans and owner.spans[0][0] > place(relation):
        return relation  # 这条|设计时速90公里的铁路
    if metric is None or relation.codes.get(TITLED):
        return relation  # 12名职工荣获|某省劳动奖章: whose title it is belongs to it
    coded = context.coding(relation)
    if len(metric.spans) != 1:
        return _off_front(context, coded, relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    start = _seat(context, coded, start, end)
    cut = name_run(coded, start, end)
    partner = partnered(context, coded, relation, end) if start < cut == end else None
    if told := partner or by_means(context, coded, relation) or _several(context, coded, relation, start, end):
        return told
    if cut > start and (scene(context, coded, start, cut, end) or of_standard(context, coded, cut)):
        return relation
    verb = _governing(context, coded, start, cut, end)
    if verb is not None:
        span = coded.span(verb, end)
        return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))))
    if cut > start:
        if of_market(context, coded, start, cut, end):
            return fill(relation, "subject", home_subject(context, metric.spans[0][0]) or metric, inherited=True)
        zone = _called(context, coded, start, end) or _zone(context, coded, start, cut, end)
        zone = zone or _mode(context, coded, start, cut, end) or of_peoples(context, coded, start, cut, end)
        cut, subject = zone if zone else (cut, subject_filler(context, coded, start, cut))
    else:
        cut, subject = _by_noun(context, coded, start, end)
    if subject is not None and context.words.named.generic.search(subject.text):
        return relation  # 政府性基金|收入 is the place's
    if subject is None and cut == start:
        named = owner_before_time(context, coded, start)
        return fill(relation, "subject", named) if named else relation
    dealt = cut < end and _deals(context, coded, cut, end)
    rest = cut if dealt else context.words.phrases.trim_start(coded, cut, end)
    slots = dict(relation.slots)
    if coded.surface(rest, end) in context.words.metrics.totals and subject is not None and not subject.inherited:
        return relation  # 外贸航线|总数
    if rest < end:
        span = coded.span(rest, end)
        # the text may say more than its place: 存贷款余额 as 存款余额
        lead = _plain(coded, coded.at(metric.spans[0][0]), rest)
        cut_off = len(lead) if metric.text.startswith(lead) else len(metric.text) - len(_plain(coded, rest, end))
        if not metric.text[cut_off:]:
            return relation  # 10个|“一线口岸”: what is counted owns nothing
        slots["metric"] = (Filler((span,), metric.text[cut_off:]),)
    else:
        del slots["metric"]
    relation = replace(relation, slots=slots)
    if subject is None or "subject" in slots:
        return relation
    return fill(relation, "subject", subject, inherited=subject.inherited)


def _by_noun(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler | None]:
    """The owner by a common noun, and where the noun ends: 民航|发送旅客, 公司|营业收入, 这座大桥|全长."""
    carrier = context.words.metrics.carriers.match(coded.text, start, end)
    if carrier is None and context.article.place is None:
        carrier = context.words.about.budgets.match(coded.text, start, end)
    if carrier:
        return carrier.end(), Filler((coded.span(start, carrier.end()),), carrier[0])
    owned = _by_possessive(context, coded, start, end) or _called(context, coded, start, end)
    owned = owned or trade_named(context, coded, start, end) or by_first_character(context, coded, start, end)
    if owned:
        return owned
    if kind := _own_kind(context, coded, start, end):
        return kind
    if phase := phase_told(context, coded, start, end, noun=True):
        return coded.at(phase.spans[-1][1] - 1) + 1, phase
    word = group_word(context, coded, start, end)
    if word:
        return start + len(word), antecedent(context, coded.starts[start], word)
    pointed = pointer(context, coded, _pointing(context, coded, start), end) or _carrying(context, coded, start, end)
    return pointed or _entity_within(context, coded, start, end)


def _own_kind(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """街道|税收, 医院|职工: whom the text is about by its kind alone, and where the word ends."""
    if any(coded.tags[i] not in _ADVERBIAL for i in range(coded.clause_start(start), start)):
        return None  # 完成街道园区外土地收储
    home = home_subject(context, coded.starts[start])
    if home is None or (home.normal is not None and not home.spans):
        return None
    stop, text = coded.word_end(start), coded.surface(start, end)
    if text.startswith(home.text) and context.words.named.settlements.search(home.text):
        stop = coded.at(coded.starts[start] + len(home.text) - 1) + 1  # 响水乡|幅员
    elif not context.words.about.own_kind.fullmatch(coded.text[start:stop]):
        return None
    own = home.text.endswith(coded.surface(start, stop)) and stop < end
    return (stop, replace(home, inherited=True)) if own else None


def _pointing(context: Context, coded: Coded, start: int) -> int:
    """Where a word that points at the noun at `start` begins, right in front of it: 本届|展会展览总面积."""
    for at in range(max(0, start - _POINTING), start):
        if (lead := context.words.pointing.match(coded.text, at)) and lead.end() == start:
            return at
    return start


def _by_possessive(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """A person or a coined foreign name before 的, and its end: 某某|的持股比例, Norvexa|的总负债, no GDP|的增速."""
    stop = coded.word_end(start)
    name = coded.surface(start, stop)
    coined = name.isascii() and name.isalpha() and len(name) >= _COINED and not name.isupper()
    if (
        not (coined or coded.text[start] == NAMES[Label.PERSON])
        or stop + 1 >= end
        or coded.text[stop] != context.words.of
    ):
        return None
    return stop, Filler((coded.span(start, stop),), plain(name))


def _governing(context: Context, coded: Coded, start: int, cut: int, end: int) -> int | None:
    """Where the verb stands whose object the names in front are: 输往|亚洲|的出口货值 is the exporter's.

    So is what is dealt with a partner: 自|某国|进口大豆. Who is helped owns nothing either: 支持|某地重点项目.
    """
    if not start < cut < end or start == coded.clause_start(start):
        return None
    word = coded.words[start - 1]
    if coded.text[word:start] in context.words.metrics.supporting:
        own = coded.surface(start, cut) in context.words.deictics  # 助力|全市|工业总量突破9亿元
        return None if own else start
    if _deals(context, coded, word, end):
        return word
    if coded.text[cut] != context.words.of:
        return None
    return word if coded.tags[word] in _GOVERNING and len(coded.text[word:start]) > 1 else None


def _deals(context: Context, coded: Coded, at: int, end: int) -> bool:
    """Whether a partner and what is dealt with it stand at the symbol `at`: 与|某国|双边贸易额."""
    names = coded.word_end(at)
    dealt = context.words.metrics.dealings.get(coded.text[at:names])
    stop = name_run(coded, names, end)
    return dealt is not None and names < stop and dealt.match(coded.text, stop, end) is not None


def _several(context: Context, coded: Coded, relation: Relation, start: int, end: int) -> Relation | None:
    """西部12|省市|外贸 is that of 西部12省市, 对某洲16|国|进出口 one with them; 甲、乙两|市|产值 is 甲、乙两市's."""
    if (stop := counted_names(context, coded, start, end)) > start:
        return _apart(context, coded, relation, (start, stop), end)
    found = context.words.metrics.several.match(coded.text, start, end)
    named = start > 1 and coded.text[start - 1] in QUANTITIES and coded.text[start - 2] in NAME_SYMBOLS
    if found is None or not named or found.end() >= end or coded.words[found.end()] != found.end():
        return None
    if measured(coded, start - 1):
        behind = found.end() + 1  # 某盟28个|国家的|失业率
        of = coded.text[found.end()] == context.words.of and behind < end and coded.clause_start(start) == start - 2
        owner = coded.span(start - 2, found.end())
        if not of:
            return None
        relation = fill(relation, "subject", Filler((owner,), plain(context.article.text(*owner))))
        rest = coded.span(behind, end)
        return fill(relation, "metric", Filler((rest,), plain(context.article.text(*rest))))
    opening = names_before(context, coded, coded.clause_start(start), start - 1)[0]
    before = coded.words[opening - 1] if opening > 0 else 0
    if opening > 0 and coded.tags[before] == _WITH:
        span = coded.span(before, end)
        return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))))
    return _apart(context, coded, relation, (opening, found.end()), end)


def _apart(context: Context, coded: Coded, relation: Relation, names: tuple[int, int], end: int) -> Relation:
    """The relation of the owners `names`, the metric being what stands behind them up to `end`."""
    owner, rest = coded.span(*names), coded.span(names[1], end)
    relation = fill(relation, "metric", Filler((rest,), plain(context.article.text(*rest))))
    return fill(relation, "subject", Filler((owner,), plain(context.article.text(*owner))))


def _called(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """净岚高新区|固定资产投资: the zone that the text is about, and where its name ends."""
    zone = called_zone(context, coded, start)
    cut = coded.at(zone.spans[0][1] - 1) + 1 if zone else end
    return (cut, zone) if zone and cut < end else None


def _zone(context: Context, coded: Coded, start: int, cut: int, end: int) -> tuple[int, Filler] | None:
    """乌溪|经济开发区|新入驻企业: the zone within the place that the metric begins with, and where it ends."""
    mention = coded.mentions[start][0]
    if part := part_of(context, coded, start, end):
        stop = coded.at(part.spans[0][1] - 1) + 1
        return (stop, part) if stop < end else None
    pointed = context.article.text(mention.start, mention.end) in context.words.deictics
    if cut != start + 1 or pointed or coded.text[cut : cut + 1] in OPENING:  # 某市|（不含保税区）投资
        return None
    for stop in range(end - 1, cut, -1):
        if coded.words[stop] == stop and context.words.zones.search(coded.surface(cut, stop)):
            text = plain(coded.surface(start, stop))
            return stop, Filler((coded.span(start, stop),), text)
    return None


def _carrying(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """铁路|发送旅客, but not 公路自驾出行量."""
    found = paying(context, coded, start, end)
    return None if found and context.words.sharing.measured(coded.surface(found[0], end)) else found


def _mode(context: Context, coded: Coded, start: int, cut: int, end: int) -> tuple[int, Filler] | None:
    """全国铁路|固定资产投资: who carries in the whole country."""
    found = context.words.about.modes.match(coded.text, cut, end)
    if found is None or cut != start + 1 or found.end() >= end:
        return None
    text = plain(coded.surface(start, found.end()))
    if not text.startswith(context.words.nation.name):
        return None
    return found.end(), Filler((coded.span(start, found.end()),), text)


def _seat(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where the name begins behind what says where a body is, or what it is: 位于某地的|某公司|日产糕点."""
    seat = context.words.about.seated.match(coded.text, start, end)
    return seat.end() if seat and coded.text[seat.end() : seat.end() + 1] == NAMES[Label.ORG] else start


def _off_front(context: Context, coded: Coded, relation: Relation) -> Relation:
    """甲国|投资, restored from 甲国、乙国投资: a name that begins the first piece of the metric is the owner."""
    metric = relation.slots["metric"][0]
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    trade = trade_named(context, coded, start, end) or _own_kind(context, coded, start, end + 1)  # 街道|实现|税收
    front = start if trade else _seat(context, coded, start, end)
    cut = trade[0] if trade else name_run(coded, front, end)
    if cut == front or "subject" in relation.slots:
        return relation
    if not trade and sends_guests(context, coded.mentions[front][0]):
        return relation  # 甲国|旅客, restored from 甲国及乙国旅客
    subject = trade[1] if trade else subject_filler(context, coded, front, cut)
    size = coded.ends[cut - 1] - coded.starts[start]
    pieces = ((metric.spans[0][0] + size, metric.spans[0][1]),) if cut < end else ()
    relation = fill(relation, "metric", Filler((*pieces, *metric.spans[1:]), metric.text[size:]))
    return fill(relation, "subject", subject) if subject else relation


def _entity_within(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler | None]:
    """某某油田|原油产量: a named thing at the front of the metric, and where it ends."""
    if context.words.named.no_names.match(coded.surface(start, end)) or coded.tags[start].startswith(DESCRIBING):
        return start, None  # 建成|铁路专用线, 投产|的高铁|运营里程
    named = coded.tags[start].startswith(("ns", "nz", "nr", "nt", "x"))
    for cut in range(end - 1, start + 2, -1):
        text = coded.surface(start, cut)
        ending = (context.words.named.endings if named else context.words.named.works).search(text)
        free = ending is not None and ending.start() >= 2 and context.words.named.generic.search(text) is None
        free = free and context.words.metrics.granted.match(coded.text, cut - _FUND) is None
        if coded.words[cut] == cut and free:
            return cut, Filler((coded.span(start, cut),), plain(text))
    at = coded.clause_start(start)
    opens = entity(context, coded, at, end) or part_of(context, coded, at, end)  # 某路甲地至|乙段改造工程|全长
    cut = coded.at(opens.spans[0][1] - 1) + 1 if opens else start
    return (cut, opens) if start < cut < end else (start, None)  # 青石镇韩庄村|流转土地


def _plain(coded: Coded, start: int, end: int) -> str:
    return "".join(coded.surface(i, i + 1) for i in range(start, end) if coded.text[i] not in "“”‘’ ")

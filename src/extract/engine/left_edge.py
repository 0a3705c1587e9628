"""Where a noun phrase begins that ends before what a rule matched.

It is walked word by word from the match to the left. Words decide (tags of the segmenter, and the word classes declared
in knowledge/phrases.yaml); marks, figures and times end it; brackets and quotes are crossed whole.
"""

from __future__ import annotations

from unicodedata import category

from extract.data import Dimension, Label
from extract.engine import within
from extract.engine.brackets import CLOSING, HEADS, OPENING, opening
from extract.engine.clauses import numbers
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, SINGLE, Coded, says
from extract.engine.modifiers import adverbial, afoot, governs, opens, opens_modifier
from extract.engine.phrase_words import PhraseWords

_TIME = NAMES[Label.TIME]
_COUNT = SINGLE[Dimension.COUNT]
_DURATIONS = (SINGLE[Dimension.DURATION],)  # 产量|连续五年|增长
_HARD = frozenset(CLAUSE_MARKS + QUANTITIES + _TIME + "；")
_ORDINAL = NAMES[Label.ORDINAL]
_NAMES = NAMES[Label.ORG] + NAMES[Label.PLACE]
_SIDE = "f"
"""The tag of what says where or when: 之初."""
_OF = "uj"
"""The tag of 的."""
_SIGNS = frozenset({"So", "No"})
"""Kinds of signs before an item: ▲ ①."""
_HOLDING = frozenset({"uj", "u", "f", "t", "p", "c"})
"""Tags of words that hold a verb before them as their own: 设立|之初."""
_NOUNS = frozenset({"n", "nz", "vn", "b", "l", "j"})
_ABBREVIATED = frozenset({"nr", "ns", "j", "nz"})
_GOVERNING = frozenset({"v", "p"})
_PARTICLES = frozenset({"uj", "ul", "uz", "p", "d", "c", "y"})
_ASPECTS = frozenset({"ul", "uz", "ug"})
"""Tags of 了, 着 and 过."""


def left(words: PhraseWords, coded: Coded, at: int, floor: int = 0) -> tuple[int, int] | None:
    """The phrase that ends at the symbol `at` or before it, across adverbs and times, in the same clause."""
    end = _trim_end(words, coded, at, floor)
    if end > floor and coded.text[end - 1] == ITEM_MARK:
        return None  # 5处煤矿、|产能300万吨: what stands before the mark has its own figure
    start, opened = _begin(words, coded, end, floor)
    if opened:
        return start, end
    compared = start - (coded.text[start - 1] == _TIME and coded.tags[end - 1] == _SIDE) if start > floor else start
    if compared > floor and coded.text[coded.words[compared - 1] : compared] in words.comparing:
        return None  # 较|期初|增加, 较2015年|设立之初|增加: no metric, but what it is compared with
    start = _own_item(words, coded, trim_start(words, coded, start, end), end)
    if coded.text[start:end].startswith(CLOSING["）"]) and coded.text[end - 1] in CLOSING:
        return None if opening(coded, end - 1, floor) == start else (start, end)  # 2020年（普查数据，下同）的|9万人
    return (start, end) if any(says(c) for c in coded.text[start:end]) else None


def _own_item(words: PhraseWords, coded: Coded, start: int, end: int) -> int:
    """Where the last item of `start:end` begins, if a count stands before and has the others: 6处|煤矿、|产能3万吨."""
    counted = coded.text[start - 1 : start] == _COUNT and coded.text[start:end].endswith(tuple(words.measured))
    return (coded.text.rfind(ITEM_MARK, start, end) + 1 or start) if counted else start


def _begin(words: PhraseWords, coded: Coded, end: int, floor: int) -> tuple[int, bool]:
    """Where the phrase that ends at the symbol `end` begins, and whether with a preposition that belongs to it."""
    start, described, behind = end, False, end
    while start > floor:
        if coded.text[start - 1] in QUANTITIES and start - 2 >= floor and coded.text[start - 2] in words.each:
            return start - 2, False  # 每|10股|派发现金红利
        crossed = _crossed(words, coded, start, end, floor)
        if crossed is None:
            break
        if crossed < start:
            start = crossed
            continue
        word = coded.words[start - 1]
        surface = coded.text[word:start]
        if word < floor:
            break
        if (described and surface in words.leads) or (surface in words.here and _abbreviated(coded, start, end)):
            # 与|收益相关的补助, 在|鄂|投资企业, 限额以上单位|通过公共网络实现的零售额
            of_both = surface in words.means or coded.text[start:end].endswith(
                tuple(words.ratios)
            )  # 总费用|与产值的比率
            return _users(words, coded, word, floor) if of_both else word, True
        if _stops_left(words, coded, word, start, end, described):
            return (behind if described and surface in words.framed else start), False  # 以服务业|为|主体的|园区
        if not described and _predicate(words, coded, word, start):
            return _with_verb(words, coded, word, start, end, floor), False
        if coded.tags[word] == _OF and not described:
            described, behind = True, start
        start = word
    return start, False


def _users(words: PhraseWords, coded: Coded, at: int, floor: int) -> int:
    """Where the nouns begin that stand before the symbol `at`: who does something by what follows."""
    start = at
    while start > floor and coded.text[start - 1] not in _HARD and coded.text[start - 1] not in _NAMES:
        word = coded.words[start - 1]
        if word < floor or coded.tags[word] not in _NOUNS or coded.text[word:start] in words.left_stops:
            break
        start = word
    return start


def _crossed(words: PhraseWords, coded: Coded, start: int, end: int, floor: int) -> int | None:
    """Where what stands before `start` begins, if it is crossed whole; `start` for a word, None where it ends all."""
    char = coded.text[start - 1]
    if char in QUANTITIES and within.belongs(words, coded, start - 1, end):
        return start - 1
    if char in _DURATIONS and coded.following(start) in words.timed:
        return start - 1
    if char in _HARD or char in OPENING or char in HEADS or (char == ITEM_MARK and _ended(words, coded, start - 2)):
        return None
    return opening(coded, start - 1, floor) if char in CLOSING else start


def _abbreviated(coded: Coded, at: int, end: int) -> bool:
    """Whether a place of one character stands at the symbol `at` of a phrase: 鄂."""
    lone = at + 1 < end and at not in coded.mentions and coded.word_end(at) == at + 1
    return lone and coded.tags[at] in _ABBREVIATED


def _with_verb(words: PhraseWords, coded: Coded, word: int, start: int, end: int, floor: int) -> int:
    """全市|关停|砖厂, 每天|收寄|包裹: the clause's verb says which ones are counted."""
    if start == end and not adverbial(words, coded, word):
        return start
    before = coded.words[word - 1]
    led = coded.text[before] in words.each or coded.text[before:word] in words.bound
    return before if led and before >= floor else word


def _ended(words: PhraseWords, coded: Coded, at: int) -> bool:
    """Whether an item ends at the symbol `at`, with its figure or its place: 第115位|、居…."""
    ranked = coded.text[at : at + 1] == _ORDINAL and coded.surface(at, at + 1).endswith(tuple(words.ranks))
    return at >= 0 and (coded.text[at] in QUANTITIES or ranked)


def _stops_left(words: PhraseWords, coded: Coded, word: int, end: int, limit: int, described: bool) -> bool:
    """Whether a word is no part of the phrase behind it up to `limit`; `described`: that holds a 的."""
    surface, tag = coded.text[word:end], coded.tags[word]
    aspect = tag in _ASPECTS and coded.tags[max(word - 1, 0)] == "v"
    if not described and end < limit and (aspect or (tag == "v" and surface[1:] in words.resultative)):
        return True  # 种植了|玫瑰, 建起|大棚
    if surface in words.within:  # 东、|中|、西部地区投资; 每百元营业收入|中的成本
        rate = coded.tags[end] == _OF and any(c in words.each for c in coded.text[coded.clause_start(word) : word])
        return not rate and coded.text[end] != ITEM_MARK and not opens(words, coded, word)
    if opens_modifier(words, coded, word, end, limit):
        return False
    if described and (surface in words.surpassing or (coded.text[end] in QUANTITIES and tag in _GOVERNING)):
        return False  # 高于|全省平均水平的县, 增长|超过5%的行业, 增幅|在5%以上的行业
    if described and surface in words.swung and coded.tags[end] == "v":
        return False  # 价格|环比|下降的城市
    if afoot(words, coded, word, limit) or (described and governs(words, coded, word, limit)):
        return False
    if surface in words.left_stops:
        rate = any(c in words.each for c in coded.text[coded.clause_start(word) : word])
        if rate or coded.tags[end : end + 1] == (_OF,):
            # 实现|的|零售额, 每千人|拥有|病床, but 现|有|的|耕地
            return not rate and surface in words.having and coded.text[word - 1 : word] == _TIME
        if surface in words.passive and end < limit and coded.tags[end] == "v":
            rated = coded.following(coded.word_end(end)) in words.compounds  # 获|贷|率
            if rated or _OF in coded.tags[end:limit]:
                return False  # 获|编配的申请
        behind, free = coded.following(end), surface not in words.having
        sums = behind in words.amounts and end + len(behind) == limit  # 支付|金额
        return not (free and (sums or (behind in words.compounds and not opens(words, coded, word))))
    if surface in words.predicates and end < limit and not described:
        counts = surface in words.attributive and opens(words, coded, word)  # 惠及|企业|61家
        counts = counts or coded.text[end] == ITEM_MARK  # 研发投入、研发强度
        counts = counts or (word > 0 and coded.text[coded.words[word - 1] : word] in words.bound)  # 实际|投入外资
        return not counts and coded.following(end) not in words.amounts
    if surface in words.nominal or surface in words.attributive:
        return False
    # 产业|已|带动就业: the adverb stands before the predicate
    return not described and (surface in words.prepositions or (tag == "d" and surface in words.edges))


def _predicate(words: PhraseWords, coded: Coded, word: int, end: int) -> bool:
    """Whether a word is the clause's verb: a verb right after a name, a time or an adverb (全市|关停|砖厂)."""
    surface, before = coded.text[word:end], coded.text[word - 1 : word]
    modifier = surface in words.nominal or (surface in words.attributive and before in _NAMES)
    verb = coded.tags[word] == "v" and not modifier
    return verb and word > 0 and coded.text[word - 1] not in _HARD and opens(words, coded, word)


def _trim_end(words: PhraseWords, coded: Coded, at: int, floor: int) -> int:
    while at > floor:
        word = coded.words[at - 1]
        if word < floor:
            break
        surface = coded.text[word:at]
        if surface in words.still and coded.text[at : at + 1] in words.there:
            break  # 山火持续|仍|有17万人
        if surface == _TIME or surface in _DURATIONS or surface in words.edges or surface in words.conjunctions:
            at = word
            continue
        break
    return at


def trim_start(words: PhraseWords, coded: Coded, start: int, end: int) -> int:
    """Where the phrase `start:end` begins without adverbs, particles and a governing verb."""
    while start < end:
        stop = coded.word_end(start)
        surface, tag = coded.text[start:stop], coded.tags[start]
        item = stop - start == 1 and coded.text[stop : stop + 1] == ITEM_MARK  # 内|、外贸
        drop = surface in words.edges and not item and not afoot(words, coded, start, end)
        drop = drop and not (surface in words.qualities and stop < end and not _acts(words, coded, stop))
        drop = drop or surface == ITEM_MARK or surface in words.conjunctions
        drop = drop or category(surface[0]) in _SIGNS
        drop = drop or (surface == _ORDINAL and numbers(coded.surface(start, stop)))  # 四、|财政收入
        planned = coded.following(stop) in words.planned if stop < end else False
        drop = drop or (surface in words.finding and _finds(words, coded, start, end))
        drop = drop or (surface in words.plans and not planned and _verbal(words, coded, stop, end))
        if (surface in words.bound and stop < end) or opens_modifier(words, coded, start, stop, end):
            break
        kept = _qualifies(words, coded, start, stop) or afoot(words, coded, start, end) if stop < end else True
        if not (drop or (tag in _PARTICLES and not kept)):
            break
        start = stop
    return start


def _acts(words: PhraseWords, coded: Coded, word: int) -> bool:
    """Whether a verb stands at the symbol `word` that is no modifier: 灌溉|农田, but 灌溉|面积 and 发明专利."""
    return coded.tags[word] == "v" and coded.following(coded.word_end(word)) not in words.compounds


def _finds(words: PhraseWords, coded: Coded, word: int, end: int) -> bool:
    """Whether a verb only says that there is what follows it: 设立|公益岗位, but 认定|金额."""
    at = coded.word_end(word)
    alone = at >= end or (coded.word_end(at) >= end and coded.following(at).endswith(tuple(words.measured)))
    modifies = alone or coded.following(at) in words.compounds or coded.tags[at] in _HOLDING  # 设立|之初
    return not modifies and opens(words, coded, word)


def _qualifies(words: PhraseWords, coded: Coded, word: int, at: int) -> bool:
    """Whether an adverb is the modifier of the noun behind it: 最终|产能, 经常|业务利润."""
    noun = coded.tags[at] in _NOUNS or coded.text[at : coded.word_end(at)] in words.nominal
    return coded.tags[word] == "d" and at - word > 1 and noun


def _verbal(words: PhraseWords, coded: Coded, at: int, end: int) -> bool:
    """Whether the phrase goes on with a verb and its object: 种植|水稻, 新|改建|公路."""
    if at < end and coded.tags[at] == "a":
        at = coded.word_end(at)
    if at >= end:
        return False
    stop = coded.word_end(at)
    verb = coded.tags[at] in {"v", "vn"} or coded.text[at:stop] in words.attributive
    return verb and (stop < end or coded.text[at:stop] not in words.nominal)

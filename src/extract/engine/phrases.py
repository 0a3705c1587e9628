"""Where an open slot ends: noun phrases to the left and to the right of what a rule matched.

A phrase is walked word by word from the match outwards. Words decide (tags of the segmenter, and the word classes
declared in knowledge/phrases.yaml); marks, figures and times always end it; brackets and quotes are crossed whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import category

from extract.data import Dimension, Label
from extract.engine import within
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, SINGLE, Coded

_OPENING = dict(zip("（“《【〔(", "）”》】〕)", strict=True))
_CLOSING = {v: k for k, v in _OPENING.items()}
_TIME = NAMES[Label.TIME]
_MONEY = SINGLE[Dimension.MONEY]
_DURATIONS = (SINGLE[Dimension.DURATION],)  # 产量|连续五年|增长
_HARD = frozenset(CLAUSE_MARKS + QUANTITIES + _TIME + "；")
_ORDINAL = NAMES[Label.ORDINAL]
_SIGNS = frozenset({"So", "No"})
"""Kinds of signs before an item: ▲ ①."""
_OF = "uj"
"""The tag of 的."""
_NOUNS = frozenset({"n", "nz", "vn", "b", "l", "j"})
_PARTICLES = frozenset({"uj", "ul", "uz", "p", "d", "c", "y"})
_QUALITIES = frozenset({"a", "ad", "an", "i", "v", "z", "d"})
_IDIOMS = frozenset({"l", "i"})
_IDIOM = 4
"""Characters of a set phrase that says by itself what became of something."""
_ENDS = frozenset({"", *CLAUSE_MARKS})
_NAMES = NAMES[Label.ORG] + NAMES[Label.PLACE]


def _says(char: str) -> bool:
    """Whether a symbol is a letter, a digit or a mention: a phrase of marks alone (/) is none."""
    return char.isalnum() or category(char) == "Co"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The declared words that bound a phrase. Built by `Phrases.compile` from knowledge/phrases.yaml."""

    left_stops: frozenset[str]
    """Words left of a phrase that never belong to it: verbs that take it as an object, prepositions (完成, 对)."""
    right_stops: frozenset[str]
    """Words right of a phrase that never belong to it (获评, 以上)."""
    edges: frozenset[str]
    """Words dropped at either edge of a phrase: adverbs and frames (累计, 分别, 预计)."""
    attributive: frozenset[str]
    """Verbs that may open a phrase as its modifier (新建, 在建)."""
    nominal: frozenset[str]
    """Words tagged as verbs that are nouns inside a phrase (改造, 服务)."""
    planned: frozenset[str]
    """Nouns whose plan belongs to them: 投资 in 计划投资金额."""
    netting: frozenset[str]
    """Verbs that open a modifier which a word of `netted` ends: 扣除."""
    netted: frozenset[str]
    adverbs: frozenset[str]
    """Words tagged as verbs that only say how a verb is meant: 累计."""
    bound: frozenset[str]
    """Adverbs that belong to the verb behind them: 未|脱贫人口."""
    having: frozenset[str]
    """Words of `left_stops` that are never a modifier: 产业|完成|产值."""
    within: frozenset[str]
    """Words behind what holds the phrase: 铁路业务|中|机车业务收入."""
    each: frozenset[str]
    """How a rate begins, in which any verb stands: 每|千人|拥有|病床."""
    compounds: frozenset[str]
    """Nouns that make a verb before them a modifier (工程 in 单产提升工程)."""
    directional: frozenset[str]
    """Endings of verbs that never modify a noun (入 in 调入)."""
    thresholds: frozenset[str]
    """Endings of a figure that says which ones are counted (以上 in 亿元以上项目)."""
    tails: frozenset[str]
    """Words dropped at the end of what is counted (建设 in 15条产业链建设)."""
    plans: frozenset[str]
    """Words that are a frame before another verb, and a part of the phrase else (计划|种植水稻, but 计划投资)."""
    predicates: frozenset[str]
    """Verbs that are no part of a phrase that goes on behind them (惠及 in 补贴惠及群众)."""
    amounts: frozenset[str]
    """Nouns that make a verb before them their modifier (规模 in 发行规模)."""
    measured: frozenset[str]
    """Endings of what a number of things has together: 产值 in 15个园区产值."""
    rounds: frozenset[str]
    """Round figures that only say how big a thing is: 万头 in 万头生猪养殖场."""
    ranks: frozenset[str]
    """Endings of a place in a ranking: 位 in 第3位."""
    grouping: frozenset[str]
    """Words before such a number: 等."""
    prepositions: frozenset[str]
    """Those that end a phrase wherever they stand, unless a 的 behind them makes them its modifier."""
    comparing: frozenset[str]
    """Words before what something is compared with: 较."""
    timed: frozenset[str]
    """Nouns with a duration in front that belongs to them: 九年|义务教育."""
    framed: frozenset[str]
    """Words of a modifier that is told apart: all of it is dropped (为 in 以创新为核心的产业)."""
    leads: frozenset[str]
    """Prepositions that open a modifier with 的 (与 in 与收益相关的补助)."""
    conjunctions: frozenset[str]

    @classmethod
    def compile(cls, data: Mapping[str, list[str]]) -> Phrases:
        """The lists of knowledge/phrases.yaml; one that is missing is empty."""
        return cls(**{name: frozenset(data.get(name) or ()) for name in cls.__dataclass_fields__})

    def left(self, coded: Coded, at: int, floor: int = 0) -> tuple[int, int] | None:
        """The phrase that ends at the symbol `at` or before it, across adverbs and times, in the same clause."""
        end = self._trim_end(coded, at, floor)
        start, described, behind = end, False, end
        while start > floor:
            char = coded.text[start - 1]
            if char in QUANTITIES and start - 2 >= floor and coded.text[start - 2] in self.each:
                start -= 2  # 每|10股|派发现金红利
                break
            if char in QUANTITIES and self._within(coded, start - 1, end):
                start -= 1
                continue
            if char in _DURATIONS and self._following(coded, start) in self.timed:
                start -= 1
                continue
            if char in _HARD or (char == ITEM_MARK and self._ended(coded, start - 2)):
                break
            if char in _CLOSING:
                opening = self._opening(coded, start - 1, floor)
                if opening is None:
                    break
                start = opening
                continue
            if char in _OPENING:
                break
            word = coded.words[start - 1]
            if word < floor:
                break
            if described and coded.text[word:start] in self.leads:
                return word, end  # 与|收益相关的补助
            if self._stops_left(coded, word, start, end, described):
                if described and coded.text[word:start] in self.framed:
                    start = behind  # 以服务业|为|主体的|园区
                break
            if not described and self._predicate(coded, word, start):
                if start < end or self._adverbial(coded, word):  # 全市|关停|砖厂, 每天|收寄|包裹: it says which ones
                    before = coded.words[word - 1]
                    led = coded.text[before] in self.each or coded.text[before:word] in self.bound
                    start = before if led and before >= floor else word
                break
            if coded.tags[word] == _OF and not described:
                described, behind = True, start
            start = word
        if start > floor and coded.text[coded.words[start - 1] : start] in self.comparing:
            return None  # 较|期初|增加: no metric, but what it is compared with
        start = self.trim_start(coded, start, end)
        return (start, end) if any(_says(c) for c in coded.text[start:end]) else None

    def right(self, coded: Coded, at: int) -> tuple[int, int] | None:
        """The phrase that starts at the symbol `at` and runs to a verb, a mark or a figure of the same clause."""
        end, size = at, len(coded.text)
        if end < size and (
            coded.text[end] == ITEM_MARK or coded.text[end : self.word_end(coded, end)] in self.conjunctions
        ):
            return None
        while end < size:
            char = coded.text[end]
            if end == at and char in QUANTITIES and within.threshold(coded, end, size, self.thresholds):
                end += 1  # 10个|亿吨级大油田
                continue
            if char in _HARD or self._before_figure(coded, end):
                break
            if char in _OPENING:
                closing = self._closing(coded, end)
                if closing is None or any(c in QUANTITIES for c in coded.text[end:closing]):
                    break
                end = closing
                continue
            if char in _CLOSING:
                break
            stop = self.word_end(coded, end)
            if coded.tags[end] == _OF and self._describes(coded, at, end):
                end = stop  # 2名|合格的|医生
                continue
            if self._stops_right(coded, end, stop, at):
                break
            end = stop
        end = self._trim_tail(coded, at, end)
        return (at, end) if any(_says(c) for c in coded.text[at:end]) else None

    def _ended(self, coded: Coded, at: int) -> bool:
        """Whether an item ends at the symbol `at`, with its figure or its place: 第115位|、居…."""
        ranked = coded.text[at : at + 1] == _ORDINAL and coded.surface(at, at + 1).endswith(tuple(self.ranks))
        return at >= 0 and (coded.text[at] in QUANTITIES or ranked)

    def _within(self, coded: Coded, at: int, end: int) -> bool:
        """Whether a figure belongs to the phrase that goes on behind it: 亿元以上|项目, 15个|园区产值."""
        chosen = within.threshold(coded, at, end, self.thresholds)
        chosen = chosen or (at + 1 < end and coded.surface(at, at + 1) in self.rounds)  # 万头|生猪养殖场
        return chosen or within.group(coded, at, end, self.measured, self.grouping)

    def whole(self, coded: Coded, at: int) -> bool:
        """Whether the symbol `at` stands inside a noun or a declared verb, where nothing begins: 班|列, 触|达."""
        word = coded.words[at]
        if word == at or at in coded.mentions:
            return False
        end = self.word_end(coded, at)
        verb = coded.text[word:end] in self.left_stops or coded.text[word:end] in self.attributive
        return verb or (end == at + 1 and coded.tags[word] in _NOUNS)

    # ---- the left edge --------------------------------------------------------------------------------------

    def _stops_left(self, coded: Coded, word: int, end: int, limit: int, described: bool) -> bool:
        """Whether a word is no part of the phrase behind it up to `limit`; `described`: that holds a 的."""
        surface, tag = coded.text[word:end], coded.tags[word]
        if surface in self.within:
            return not self._opens(coded, word)
        if surface in self.netting and self._netted(coded, end, limit):
            return False
        if surface in self.left_stops:
            rate = any(c in self.each for c in coded.text[coded.clause_start(word) : word])
            if rate or coded.tags[end : end + 1] == (_OF,):
                # 实现|的|零售额, 每千人|拥有|病床, but 现|有|的|耕地
                return not rate and surface in self.having and coded.text[word - 1 : word] == _TIME
            free = surface not in self.having and not self._opens(coded, word)
            return not (free and self._following(coded, end) in self.compounds)
        if surface in self.predicates and end < limit and not described:
            counts = surface in self.attributive and self._opens(coded, word)  # 惠及|企业|61家
            counts = counts or coded.text[end] == ITEM_MARK  # 研发投入、研发强度
            counts = counts or (word > 0 and coded.text[coded.words[word - 1] : word] in self.bound)  # 实际|投入外资
            return not counts and self._following(coded, end) not in self.amounts
        if surface in self.nominal or surface in self.attributive:
            return False
        # 产业|已|带动就业: the adverb stands before the predicate
        return not described and (surface in self.prepositions or (tag == "d" and surface in self.edges))

    def _netted(self, coded: Coded, start: int, end: int) -> bool:
        """Whether `start:end` holds the word that ends what was taken off: 非经常性损益|后|净利润."""
        return any(coded.text[i : self.word_end(coded, i)] in self.netted for i in range(start, end))

    def _predicate(self, coded: Coded, word: int, end: int) -> bool:
        """Whether a word is the clause's verb: a verb right after a name, a time or an adverb (全市|关停|砖厂)."""
        surface, before = coded.text[word:end], coded.text[word - 1 : word]
        modifier = surface in self.nominal or (surface in self.attributive and before in _NAMES)
        verb = coded.tags[word] == "v" and not modifier
        return verb and word > 0 and coded.text[word - 1] not in _HARD and self._opens(coded, word)

    def _opens(self, coded: Coded, word: int) -> bool:
        """Whether no noun stands before a word in its clause: 完成|产值, 全市|已|完成|产值, but 单产|提升|工程."""
        before = coded.text[word - 1 : word]
        if before in self.bound:
            return False
        if not before or before in _HARD or before in _NAMES or coded.tags[word - 1] in {"d", "t", "r"}:
            return True
        return self._adverbial(coded, word)

    def _adverbial(self, coded: Coded, word: int) -> bool:
        """Whether a word tagged as a verb that is no more than an adverb stands before: 累计|保障航班."""
        return word > 0 and coded.text[coded.words[word - 1] : word] in self.adverbs

    def _trim_end(self, coded: Coded, at: int, floor: int) -> int:
        while at > floor:
            word = coded.words[at - 1]
            if word < floor:
                break
            surface = coded.text[word:at]
            if surface == _TIME or surface in _DURATIONS or surface in self.edges or surface in self.conjunctions:
                at = word
                continue
            break
        return at

    def trim_start(self, coded: Coded, start: int, end: int) -> int:
        """Where the phrase `start:end` begins without adverbs, particles and a governing verb."""
        while start < end:
            stop = self.word_end(coded, start)
            surface, tag = coded.text[start:stop], coded.tags[start]
            drop = surface in self.edges or surface == ITEM_MARK or surface in self.conjunctions
            drop = drop or category(surface[0]) in _SIGNS
            drop = drop or (surface == _ORDINAL and coded.surface(start, stop)[0] in _OPENING)  # （11）|企业数
            planned = self._following(coded, stop) in self.planned if stop < end else False
            drop = drop or (surface in self.plans and not planned and self._verbal(coded, stop, end))
            if surface in self.bound and stop < end:
                break
            if not (drop or (tag in _PARTICLES and stop < end and not self._qualifies(coded, start, stop))):
                break
            start = stop
        return start

    def _qualifies(self, coded: Coded, word: int, at: int) -> bool:
        """Whether an adverb is the modifier of the noun behind it: 最终|产能, 经常|业务利润."""
        noun = coded.tags[at] in _NOUNS or coded.text[at : self.word_end(coded, at)] in self.nominal
        return coded.tags[word] == "d" and at - word > 1 and noun

    def _verbal(self, coded: Coded, at: int, end: int) -> bool:
        """Whether the phrase goes on with a verb and its object: 种植|水稻, 新|改建|公路."""
        if at < end and coded.tags[at] == "a":
            at = self.word_end(coded, at)
        if at >= end:
            return False
        stop = self.word_end(coded, at)
        verb = coded.tags[at] in {"v", "vn"} or coded.text[at:stop] in self.attributive
        return verb and (stop < end or coded.text[at:stop] not in self.nominal)

    def _following(self, coded: Coded, at: int) -> str:
        return coded.text[at : self.word_end(coded, at)] if at < len(coded.text) else ""

    # ---- the right edge -------------------------------------------------------------------------------------

    def _stops_right(self, coded: Coded, word: int, stop: int, first: int) -> bool:
        surface, tag = coded.text[word:stop], coded.tags[word]
        if surface in self.right_stops or surface in _TIME:
            modifies = word == first and surface in self.nominal and "".join(coded.tags[stop : stop + 1]) in _NOUNS
            return not modifies  # 9万个|就业|岗位, but 9万人|就业
        if surface in self.nominal or (word == first and surface in self.attributive):
            return False
        if word == first:
            return tag in {"p", "d", "uj", "ul"} or (tag == "v" and stop >= len(coded.text))
        if tag in _IDIOMS and stop - word >= _IDIOM and coded.text[stop : stop + 1] in _ENDS:
            return True  # 55项|实事项目|如期完成
        if tag == "v":
            # a verb before another noun is its modifier: 粮食|烘干|服务点
            follows = coded.tags[stop] if stop < len(coded.text) and coded.text[stop] not in _NAMES else ""
            modifies = follows.startswith(("n", "vn", "j", "l")) and follows != "ns"
            return not modifies or surface[-1] in self.directional
        return tag in {"d", "p", "ul", "ad", "uj", "uz"} or tag.startswith("r")

    def _describes(self, coded: Coded, start: int, at: int) -> bool:
        """Whether `start:at` is no noun and a noun follows the 的 at `at`: what is counted stands behind it."""
        after = at + 1
        if coded.text[start - 1 : start] == _MONEY:  # 3亿元|相关行业|的|收入
            return self._following(coded, after).endswith(tuple(self.measured))
        named = after < len(coded.text) and (coded.text[after] == "“" or coded.tags[after] in _NOUNS)
        return named and start < at and all(coded.tags[i] in _QUALITIES for i in range(start, at))

    def _before_figure(self, coded: Coded, at: int) -> bool:
        """An item mark or a conjunction before another figure opens a new item: 21家A、|129家B."""
        if coded.text[at] == ITEM_MARK:
            return at + 1 < len(coded.text) and coded.text[at + 1] in QUANTITIES
        stop = self.word_end(coded, at)
        return coded.text[at:stop] in self.conjunctions and stop < len(coded.text) and coded.text[stop] in QUANTITIES

    def _trim_tail(self, coded: Coded, start: int, end: int) -> int:
        while end > start:
            word = max(coded.words[end - 1], start)
            surface = coded.text[word:end]
            bare = surface in self.tails and word > start
            if bare or surface in self.edges or surface in self.conjunctions or surface == ITEM_MARK:
                end = word
                continue
            break
        return end

    def head(self, coded: Coded, at: int) -> tuple[int, int] | None:
        """The noun phrase that opens the clause at the symbol `at`, across times and adverbs: 产量|继续提高，…."""
        while at < len(coded.text):
            stop = self.word_end(coded, at)
            sign = category(coded.text[at]) in _SIGNS
            governs = coded.tags[at] == "v" and coded.text[at:stop] in self.left_stops  # 压降|负债总额，…
            if coded.text[at] == _TIME or sign or governs or coded.text[at:stop] in self.edges:
                at = stop
                continue
            break
        phrase = self.right(coded, at) if at < len(coded.text) else None
        if phrase and coded.tags[phrase[1] : phrase[1] + 1] == (_OF,):
            behind = self.right(coded, phrase[1] + 1)  # 珠宝及钟表|的|销货值，…
            return (phrase[0], behind[1]) if behind else phrase
        return phrase

    # ---- shared ---------------------------------------------------------------------------------------------

    def word_end(self, coded: Coded, at: int) -> int:
        """Where the word of the symbol `at` ends."""
        word, end = coded.words[at], at + 1
        while end < len(coded.text) and coded.words[end] == word:
            end += 1
        return end

    def _opening(self, coded: Coded, at: int, floor: int) -> int | None:
        """The symbol of the mark that opens what the one at `at` closes; None across a figure or the floor."""
        mark = _CLOSING[coded.text[at]]
        for i in range(at - 1, max(floor, at - 40) - 1, -1):
            if coded.text[i] == mark:
                return i
            if coded.text[i] in QUANTITIES and mark != "“":
                return None
        return None

    def _closing(self, coded: Coded, at: int) -> int | None:
        found = coded.text.find(_OPENING[coded.text[at]], at + 1, at + 60)
        return None if found < 0 else found + 1

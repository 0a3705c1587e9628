"""The words of knowledge/phrases.yaml that bound an open noun phrase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Built by `PhraseWords.compile` from knowledge/phrases.yaml."""

    left_stops: frozenset[str]
    """Words left of a phrase that never belong to it: verbs that take it as an object, prepositions (完成, 对)."""
    right_stops: frozenset[str]
    """Words right of a phrase that never belong to it (获评, 以上)."""
    edges: frozenset[str]
    """Words dropped at either edge of a phrase: adverbs and frames (累计, 分别, 预计)."""
    still: frozenset[str]
    """Those of them that tell of something else before a word of `there`: 仍有."""
    there: frozenset[str]
    qualities: frozenset[str]
    """Those of them that say which ones before a noun: 有效 in 有效发明专利."""
    finding: frozenset[str]
    """Verbs that only say that there is something, where they open their clause: 设立."""
    attributive: frozenset[str]
    """Verbs that may open a phrase as its modifier (新建, 在建)."""
    nominal: frozenset[str]
    """Words tagged as verbs that are nouns inside a phrase (改造, 服务)."""
    planned: frozenset[str]
    """Nouns whose plan belongs to them: 投资 in 计划投资金额."""
    here: frozenset[str]
    """Prepositions that open a modifier with an abbreviated place: 在 in 在鄂投资企业."""
    netting: frozenset[str]
    """Verbs that open a modifier which a word of `netted` ends: 扣除."""
    netted: frozenset[str]
    adverbs: frozenset[str]
    """Words tagged as verbs that only say how a verb is meant: 累计."""
    reckoning: frozenset[str]
    """Prepositions that open a modifier which a word of `reckoned` and 的 end: 按."""
    reckoned: frozenset[str]
    bound: frozenset[str]
    """Adverbs that belong to the verb behind them: 未|脱贫人口."""
    having: frozenset[str]
    """Words of `left_stops` that are never a modifier: 产业|完成|产值."""
    within: frozenset[str]
    """Words behind what holds the phrase: 铁路业务|中|机车业务收入."""
    passive: frozenset[str]
    """Words of `left_stops` that make the verb behind them a modifier: 获|编配的申请."""
    over: frozenset[str]
    """How a sum begins that says which ones are counted: 超 in 超百亿元项目."""
    top: frozenset[str]
    """Words before a percentage of a ranked whole: 最高 in 最高20%收入组."""
    surpassing: frozenset[str]
    """Verbs before what a described noun is compared with: 高于 in 高于全省平均水平的县."""
    sized: frozenset[str]
    """Nouns right behind such a sum: 项目."""
    each: frozenset[str]
    """How a rate begins, in which any verb stands: 每|千人|拥有|病床."""
    compounds: frozenset[str]
    """Nouns that make a verb before them a modifier (工程 in 单产提升工程)."""
    directional: frozenset[str]
    """Endings of verbs that never modify a noun (入 in 调入)."""
    resultative: frozenset[str]
    """Endings of verbs of two characters that take what follows as their object (起 in 建起)."""
    doers: frozenset[str]
    """Endings of what is counted by `counting_doers`: 者 in 20名求职者."""
    counting_doers: frozenset[str]
    """Measure words of persons, households and firms: 名, 户, 家."""
    counting_events: frozenset[str]
    """Measure words of what happens: 场."""
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
    ratios: frozenset[str]
    """Endings of what two things have together, with the one before the preposition: 总费用|与产值的|比率."""
    means: frozenset[str]
    """Those of them that say by what somebody does it: 通过."""
    sources: frozenset[str]
    """Those of them that only say whence somebody comes: 来自."""
    partaking: frozenset[str]
    """Verbs with which a modifier tells who takes part: 通过 in 通过验收的项目数量."""
    reaching: frozenset[str]
    """Those of them that do so only before a verb: 实现 in 实现盈利的公司."""
    afoot: frozenset[str]
    """What says behind 在 what is under way, and is no verb: 运 in 在运机组."""
    swung: frozenset[str]
    """Words before the verb of a modifier that belong to it: 环比 in 环比下降的城市."""
    inside: frozenset[str]
    """Words between a range and 的 that make it a modifier: 之间 in 在20%—50%之间的机场."""
    conjunctions: frozenset[str]

    @classmethod
    def compile(cls, data: Mapping[str, list[str]]) -> PhraseWords:
        """The lists of knowledge/phrases.yaml; one that is missing is empty."""
        return cls(**{name: frozenset(data.get(name) or ()) for name in cls.__dataclass_fields__})

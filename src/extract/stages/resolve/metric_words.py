"""The words by which resolving reads what is measured, compiled once: `knowledge/metrics.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.coding import on_symbols
from extract.engine.patterns import alternation


@dataclass(frozen=True, slots=True)
class MetricWords:
    """Built by `MetricWords.compile` from knowledge/metrics.yaml."""

    totals: tuple[str, ...]
    """Nouns that only say that a count is a total: 总数."""
    attained: re.Pattern[str]
    """How far something is done that is named before: 目标完成率."""
    aspects: frozenset[str]
    """Nouns that need the metric before them: 规模, 年均."""
    front_aspects: frozenset[str]
    """Words that need the metric behind them: 日均."""
    rates: frozenset[str]
    """How often something is, before what is measured: 每年."""
    beats: frozenset[str]
    """The same behind it: 月 in 产值月增幅."""
    paces: tuple[str, ...]
    """Nouns of growth that are not what is measured: 增速."""
    falls: tuple[str, ...]
    """How those end that are falls: 降幅."""
    paced: re.Pattern[str]
    """How a metric ends whose per cent is a growth, behind its `pace`: 经济增速预测."""
    dependents: tuple[str, ...]
    """Nouns that need an owner: 招生, 床位."""
    trade: frozenset[str]
    """What firms that were counted have done: 出口."""
    returns: tuple[str, ...]
    """Those that need one only where a group was counted: 产值."""
    yields: frozenset[str]
    """Those that the group has which a clause before is about: 增加值."""
    as_what: re.Pattern[str]
    """What stands before the group in a clause that says what it is: 作为核心来源的."""
    showing: tuple[str, ...]
    """Nouns behind a list of which only the goodness is told: 贡献."""
    relational: re.Pattern[str]
    """What something counted has: 总投资, 平均年龄."""
    built: tuple[str, ...]
    """What ground is measured for, before 面积: 建筑."""
    owned_parts: re.Pattern[str]
    """Whose a profit is or how it is reckoned, right before it: 归母."""
    classes: frozenset[str]
    """What is counted of a school or a village and owns nothing: 班级."""
    grounds: re.Pattern[str]
    """How much ground something has: 种植面积."""
    groundless: re.Pattern[str]
    """Units of what has no ground: of persons and of ways."""
    owning: re.Pattern[str]
    chosen: re.Pattern[str]
    """Works told by their kind, which own a sum (外资项目); those that somebody chose are its scope (重点项目)."""
    begun: tuple[str, ...]
    """What is begun and finished, before the verb that says so: 项目."""
    spent: frozenset[str]
    """What was done for all works, with a verb before it: 完成|投资."""
    opened: tuple[str, ...]
    """How a set begins that is told by what happened to it: 签约项目."""
    everything: tuple[str, ...]
    """How an owner begins that means all of a kind: 各级各类."""
    groups: tuple[str, ...]
    """Endings of groups that have figures: 企业."""
    earned: frozenset[str]
    """Those of a family that a firm has by itself: 利润."""
    areas: frozenset[str]
    """Units in which no output is told: 亩."""
    kinds: tuple[str, ...]
    """Nouns of kinds of which some grow, before those are told one by one: 产品 in 359种产品产量增长."""
    sectors: frozenset[str]
    """Groups that own by themselves, short as they are: 农业."""
    per_head: re.Pattern[str]
    """What is had or spent per head: 人均 in 人均消费支出."""
    per_owner: re.Pattern[str]
    """Those among whom things are counted, at the front of a metric: 每百户拥有 in 每百户拥有轿车."""
    households: tuple[str, ...]
    """Whose heads are counted: 居民."""
    bodies: tuple[str, ...]
    """Groups whose next figures are theirs too: 企业."""
    having: frozenset[str]
    """Verbs between a group and its figure's metric: 实现."""
    gaining: frozenset[str]
    """The same for what is added: 新增."""
    grown: frozenset[str]
    """Rules that read a count of a group of which more is told: …企业由26户增加到35户."""
    statuses: frozenset[str]
    """Verbs that say which of the counted ones are meant: 投产, 在建."""
    leading: tuple[str, ...]
    """What stands before a counted noun and only says which: 重点, 落户, and the statuses."""
    fresh: tuple[str, ...]
    """How a metric begins that counts what is new: 新建. The longest first."""
    counting: re.Pattern[str]
    """The verb that says which of those named and counted are meant: 新竣工."""
    batches: re.Pattern[str]
    """What stands behind the names of some and before what is counted: 一批."""
    families: tuple[frozenset[str], ...]
    """Indicators that share what stands before the first of them: 存栏, 出栏."""
    apart: frozenset[str]
    """Words that deal a list out to another: 分别."""
    alike: tuple[str, ...]
    """Words that give one figure to each of a list: 均."""
    utmost: re.Pattern[str]
    """How a clause says that what the figure behind it is of leads, as the group `item`: 某类通胀率最高，为."""
    superlative: re.Pattern[str]
    """How a clause names what the figure behind it is of, as the groups `head` and `item`: 增长最快的产品是纸板，."""
    abbreviations: re.Pattern[str]
    """What a thing is called for short, in a bracket within a metric: （M2）."""
    asides_behind: re.Pattern[str]
    """A bracket behind a metric that is no part of it: 营业收入（1—8月）."""
    asides_before: re.Pattern[str]
    """A bracket before it that belongs to a name: （成渝）开行数量."""
    regional: re.Pattern[str]
    """An indicator that begins with the word for a place: 地区生产总值."""
    several: re.Pattern[str]
    """Places that a number stands before, behind a name: 西部12|省市."""
    netted: re.Pattern[str]
    """A clause that says what a profit is without, as the group `lead`: 扣除非经常性损益后，."""
    profits: re.Pattern[str]
    set_by: re.Pattern[str]
    """A paper before the indicator that it sets, as the group `paper`: 《某计划》确定的."""
    programmes: re.Pattern[str]
    """A programme and who is in it, as the groups `scope` and `rest`: 某计划|领军人才."""
    entering: re.Pattern[str]
    """Verbs before them: 入选."""
    listings: re.Pattern[str]
    """A list that a clause names, as the group `list`: 公布某名单，."""
    listed: re.Pattern[str]
    """What stands behind those that are on it: 榜上有名."""
    listed_before: re.Pattern[str]
    """What stands before them: 同批上榜."""
    abroad: re.Pattern[str]
    """Behind a place where an owner has a figure: 在某国|市场."""
    holding: frozenset[str]
    """Verbs before a title that begins with a place: 拥有|某省著名商标."""
    titles: re.Pattern[str]
    """How such a title ends: 著名商标."""
    guests: re.Pattern[str]
    """Behind a place, those who come from it: 某国|旅客."""
    ratios: tuple[str, ...]
    """Endings of what is measured in per cent: 率."""
    called: tuple[str, ...]
    """What a title ends in that only says that it is one: 称号. The longest first."""
    producing: re.Pattern[str]
    """A verb of one character at the front of a metric: 产 in 产焦."""
    moved: re.Pattern[str]
    """How a thing moved, at the end of the head of a clause: 鲜菜价格|上涨."""
    being: re.Pattern[str]
    """What stands between a partner and who trades with it: 仍是."""
    partnership: re.Pattern[str]
    """What a partner is to who trades with it: 最大的进口来源国."""
    dealings: Mapping[str, re.Pattern[str]]
    """Prepositions before a partner, and what is dealt with it: 自|某国|进口大豆."""
    by_size: re.Pattern[str]
    """How those are called who are told by their size: 限额以上单位."""
    both_ways: re.Pattern[str]
    """Trade both ways, as the group `front` what it is of: 民营企业|进出口."""
    directions: frozenset[str]
    """Trade one way: 出口."""
    all_trade: frozenset[str]
    """Fronts of trade that are no part of it: 货物贸易."""
    carriers: re.Pattern[str]
    """Owners by a common noun at the front of a metric: 铁路|发送旅客."""
    causes: re.Pattern[str]
    """Metrics that only say why: 季节因素影响."""
    asides: re.Pattern[str]
    """A clause that only says how the figures are told: 分季度看."""
    dividing: re.Pattern[str]
    """How a sentence opens that tells of the parts what was told of the whole: 分品种看，."""
    whole: frozenset[str]
    """What grows by itself, without a head from before: 经济."""
    mere: frozenset[str]
    """Words that name nothing measured: 平均."""
    portions: tuple[str, ...]
    """Endings of a metric that is a share: 占比."""
    planned: re.Pattern[str]
    """What stands behind a figure whose status counts things that the next clause names, as the group `noun`."""
    standing: frozenset[str]
    """Verbs that only say that something is there, where it is so altogether: 累计建成."""
    building: frozenset[str]
    """Those of `leading` that are done to each thing of a list: 建成."""
    everywhere: frozenset[str]
    """Where a metric is ranked, by a common noun: 全球."""
    area: frozenset[str]
    """Words for all that lies in a place, no part of it: 辖区."""
    unnamed: frozenset[str]
    """Words tagged as nouns or verbs that name nothing measured: 故."""
    telling: frozenset[str]
    """Words that say by themselves what is measured or counted, however they are tagged: 长, 大项."""
    part_nouns: tuple[str, ...]
    """Nouns of a share, which its change has not: 比重."""
    period_words: re.Pattern[str]
    """Period words inside a metric: 期末."""
    kept_verbs: tuple[str, ...]
    """Verbs at the front of a metric that its parts keep: 销售."""
    shared_out: tuple[str, ...]
    """Among whom a whole is shared out, right before it: 人均."""
    houses: re.Pattern[str]
    """Where people, beds or visits are counted, at the end of a part's name: 医院."""
    house_units: frozenset[str]
    """Measure words of these themselves: 家."""
    jointly: frozenset[str]
    """Before the verb of a list that has a figure together: 共."""
    taking: tuple[str, ...]
    """Verbs of taking in what others then settle: 受理."""
    peopled: frozenset[str]
    """Words for those who live somewhere: 人口."""
    supporting: frozenset[str]
    """Verbs of helping, behind which stands who is helped: 支持."""
    granted: re.Pattern[str]
    """How the name of a fund ends, with what it grants behind it: 基金|项目."""
    settling: frozenset[str]
    """The verbs of settling it: 办结."""
    per_share: str
    """Of one share, right before its figure: 每股."""
    rests: frozenset[str]
    """Words for a part of what was counted: 其余, 首批."""
    mere_rests: frozenset[str]
    """Those of `rests` that are no part of the metric: 其余."""
    numbers: tuple[str, ...]
    """Heads of a count of persons, which its parts do without: 人数."""
    handled: frozenset[str]
    """Outputs that are told of cargo and passengers only: 吞吐量."""
    cargo: frozenset[str]
    """Their measure words."""
    outputs: frozenset[str]
    """Heads of a list of goods: 产量."""
    told: frozenset[str]
    """Heads that growths of other goods or groups in their sentence share: 销货值."""
    goods: frozenset[str]
    """Measure words of goods: 辆, 台."""
    settings: frozenset[str]
    """Words that only say where and of whom a clause tells: 其中, 我国."""
    divisions: tuple[str, ...]
    """Parts of any whole: 城镇, 乡村."""
    bare_heads: tuple[str, ...]
    """Endings of sectors and groups that are not measured themselves: 行业."""
    topics: re.Pattern[str]
    """What the figures behind it are about, as the group `topic`: 平均房价方面，."""
    divided_by: tuple[str, ...]
    """How a topic ends by which things are divided: 从企业规模看."""
    topic_ends: tuple[str, ...]
    """Behind a topic, whatever it is called: 消费|方面，."""
    topic_leads: re.Pattern[str]
    """What a topic begins with that is no part of the metric: 主要产品 in 主要产品产量：."""
    collective: re.Pattern[str]
    """A set of which brackets tell some members: `lead`, `set` and `tail` of 输往|多数市场|的出口货值|录得升幅."""
    ranked: tuple[str, ...]
    """What a place in a ranking is called: 排名."""
    rankings: re.Pattern[str]
    """How somebody comes onto a list, as the group `list`: 入选|某行业百强."""
    nouns: Mapping[str, str]
    """A verb alone before a number of goods → what it is told by: 交付, 交付量."""
    sums: Mapping[str, str]
    """The same before a sum: 收报, 股价."""
    closings: re.Pattern[str]
    """How a share closed, behind whose it is: 收涨."""
    moves: re.Pattern[str]
    """How it moved, in a sentence about shares: 涨."""
    shares: re.Pattern[str]
    """What shows that a sentence is about shares: 中概股."""
    marketed: re.Pattern[str]
    """The ending of what is traded on markets, and nobody's: 道指, 原油期货."""
    traded: re.Pattern[str]
    """How its price went, behind it: 收涨, 报."""
    priced: re.Pattern[str]
    """The ending of what has a price by itself: 指数, 期货."""
    share_code: re.Pattern[str]
    """The code of a share behind its firm: （600001）."""
    leaders: re.Pattern[str]
    """A clause up to those that it names as ahead in something: 净流入居前的还有|."""
    share_price: str
    """What of a share closed: 股价."""
    planned_sum: re.Pattern[str]
    """What stands before the sum of a plan that something is held against: 完成年初预算数|8亿元|的75%."""
    of_shares: re.Pattern[str]
    """Of how many shares a dividend is, at the front of a metric: 每10股."""
    handed: re.Pattern[str]
    """A verb within a metric that says that it is given out: 派发 in 每10股派发现金红利."""
    units: Mapping[str, Mapping[str, str]]
    """Ending of a metric → unit as written → unit meant: a 时速 in km is in km/h."""

    def known(self, text: str) -> bool:
        """Whether a text is declared as a metric, or as what stands for one: 投产, 占比, 其余, 长."""
        declared = (
            self.statuses,
            self.aspects,
            self.front_aspects,
            self.outputs,
            self.rests,
            self.sectors,
            self.telling,
        )
        return any(text in words for words in (*declared, self.portions, self.kept_verbs, self.numbers))

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> MetricWords:
        """The lists, tables and expressions of metrics.yaml. Raises KeyError where one is missing."""
        listed = {name: tuple(map(str, value)) for name, value in data.items() if isinstance(value, list)}
        listed["leading"] = (*listed["leading"], *listed["statuses"])
        kinds = cls.__annotations__.items()
        lists: dict[str, Any] = {name: listed[name] for name, kind in kinds if kind == "tuple[str, ...]"}
        lists |= {name: frozenset(listed[name]) for name, kind in kinds if kind == "frozenset[str]"}
        own = {"paced", "asides", "topics", "collective", "period_words"}
        read: dict[str, Any] = {
            n: re.compile(data[n]) for n, kind in kinds if kind == "re.Pattern[str]" and n not in own
        }
        read |= {name: on_symbols(data[name]) for name in ("asides", "topics", "collective")}
        return cls(
            **lists,
            **read,
            paced=re.compile(data["paced"].format(paces=alternation(list(lists["paces"])))),
            nouns=dict(data["nouns"]),
            sums=dict(data["sums"]),
            per_share=str(data["per_share"]),
            share_price=str(data["share_price"]),
            families=tuple(frozenset(row) for row in data["families"]),
            dealings={side: re.compile(dealt) for side, dealt in data["dealings"].items()},
            period_words=re.compile("|".join(listed["period_words"])),
            units=data["units"],
        )

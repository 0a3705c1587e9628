"""The words by which a text shows whom it is about: a firm, a trade, who carries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class AboutWords:
    """Built by `compile` from knowledge/context.yaml: one regular expression each."""

    share_code: re.Pattern[str]
    """The code of a share in brackets, behind the name of a firm: [002594]."""
    firm_talk: re.Pattern[str]
    """Words of a text about a firm: 股东."""
    turning: re.Pattern[str]
    """How a sentence begins that turns to something else: 与此同时，."""
    peoples: re.Pattern[str]
    """What goes on with the name of a union or a region as an owner: 东盟|国家."""
    modes: re.Pattern[str]
    """Modes of transport that own figures, behind the name of the country: 全国铁路."""
    tiers: re.Pattern[str]
    """The two tiers of the state's budget, of which one sentence tells: 中央."""
    carriers: re.Pattern[str]
    """Ways of transport and communication, as owners and at the front of metrics: 水路, 铁路|货物发送量."""
    trade_of_body: re.Pattern[str]
    """An authority by whose name its trade goes: 国家铁路局."""
    abbreviating: re.Pattern[str]
    """What opens a bracket that gives a short form: （以下简称."""
    industry: re.Pattern[str]
    """A trade by its name: 机床工具行业."""
    running: re.Pattern[str]
    """A headline about how one trade does, the trade as the group `name`: 某某制造业|运行情况."""
    run_in_trade: re.Pattern[str]
    """The trade that a paragraph opens with, as the group `name`: 通信设备行业：."""
    model: re.Pattern[str]
    """A thing by its model alone: KR31."""
    review: re.Pattern[str]
    """The headline of a body's own review, the body as the group `name`: 青岭图书馆|2030年工作总结."""
    assembled: re.Pattern[str]
    """Before whose congress a report was read, as the group `name`: 在|大河口镇|第五届人民代表大会."""
    session: re.Pattern[str]
    """A fair, games or a forum by its number: 第12届某交会."""
    any_session: re.Pattern[str]
    """What one is called behind a word that points: 本届|展会."""
    public: re.Pattern[str]
    """What only a country or a part of one has: 规模以上工业, 居民人均."""
    seated: re.Pattern[str]
    """Where one is, on symbols, before its name: 位于某区的|某某科技."""
    budgets: re.Pattern[str]
    """Whose a part of the country's budget is, before it: 中央|一般公共预算收入."""
    unnamed_settlement: re.Pattern[str]
    """A word that points at a town or a village: 全镇."""
    unnamed_body: re.Pattern[str]
    """A body by its kind alone: 医院, 我局."""
    own_kind: re.Pattern[str]
    """By what kind a text calls the body or the town that it is about: 街道, 医院."""
    regions: re.Pattern[str]
    """How the name of a region of the country ends: 苏南."""
    standards: re.Pattern[str]
    """Rules of accounting, behind the country whose they are: 美国|会计准则."""
    trade: re.Pattern[str]
    """A trade by a name in one word: 保险业."""
    speaking: re.Pattern[str]
    """Who has spoken, behind a speech, up to the verb: 某公司董事长某某|说."""
    private: re.Pattern[str]
    """Words for speakers who have no office: 村民."""
    village_bodies: re.Pattern[str]
    """The body of a village or a quarter, as the group `village` without it: 某村|党支部."""
    held: re.Pattern[str]
    """What stands between a firm and what belongs to it: 某集团|旗下的|某某网."""
    any_project: re.Pattern[str]
    """Nouns that point at a project whatever its name ends with: 项目."""
    reporting_firm: re.Pattern[str]
    """A firm at the front of a headline about its report, as the group `name`: 青石海能|发布三季报."""
    whole_industry: re.Pattern[str]
    """Words that stand for the trade spoken of: 全行业."""

    former: re.Pattern[str]
    """What stands before a name that a body had once: 前身为."""
    surveyed: re.Pattern[str]
    """Firms that an association tells figures of, as the group `name`: 重点统计钢铁企业."""
    leaders: re.Pattern[str]
    """Those that lead by a measure, before their share of it, as the groups `name` and `metric`: 完工量前10家企业."""
    firms_together: re.Pattern[str]
    """Several firms of one kind at the front of a clause, as the group `name`: 五大上市险企."""

    @classmethod
    def compile(cls, data: Mapping[str, object]) -> AboutWords:
        """Raises KeyError where an expression is missing."""
        return cls(**{field.name: re.compile(str(data[field.name])) for field in fields(cls)})

"""The words around a time that say whether it heads its clause, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extract.engine.patterns import alternation


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Built by `compile` from knowledge/context.yaml, where most names begin with `time_`."""

    announced: re.Pattern[str]
    """What follows a time whose figures come behind a colon: 发布前三季度经济数据：."""
    nouns: re.Pattern[str]
    """Nouns after a time that make it a part of their name: 2035年远景目标."""
    seasons: re.Pattern[str]
    """Seasons of travel that are part of a noun where their clause has its time: 2月5日，铁路|春运|累计发送."""
    summed: re.Pattern[str]
    """Behind a number of years, that figures are of all of them: 五年|累计."""
    contrasted: re.Pattern[str]
    """Behind a time that is told of beside the one before: 前年|则."""
    topics: re.Pattern[str]
    """What follows a time that heads its clause in spite of its 的: 的目标是."""
    occasions: re.Pattern[str]
    """What follows a stretch that stands in an event's name: 第三季度|重大项目集中开工活动举行."""
    predicates: re.Pattern[str]
    """What follows a time behind its clause's subject, a verb or its adverb: 新兴经济体今年|将增长."""
    happenings: re.Pattern[str]
    """What follows a time behind what happened then: 某模型今年1月|上线."""
    records: re.Pattern[str]
    """What follows a time since which something is a record: 创近20个月|新高, 为2030年以来|最高."""
    bulletins: re.Pattern[str]
    """What follows a year in the title of a paper that reports on it: 《2030年|统计公报》."""
    passing: re.Pattern[str]
    """Times that serve their clause only: 去年同期."""
    tails: frozenset[str]
    """Characters after a time that make it part of a phrase: 的, a closing quote."""
    openers: re.Pattern[str]
    """How a time begins that is an adverbial wherever it stands: 截至."""
    sources: re.Pattern[str]
    """What opens a time that heads its clause wherever it stands: 这意味着|从2027年起."""
    up_to_now: re.Pattern[str]
    """What closes a stretch with the day of writing: 从2029年开港|至今."""
    behind_event: re.Pattern[str]
    """What closes a time that heads its clause with what has been going on since: 港口运行|两年来，."""
    leads: re.Pattern[str]
    """Words before a time that leave it an adverbial: 在 到 其中 预计."""
    objects: re.Pattern[str]
    """Verbs before a time that are about it: 立足当前."""
    lasting: re.Pattern[str]
    """Before a time, what makes it the end of something and no date of what follows: 将持续到|3月中旬."""
    gone_before: re.Pattern[str]
    """A phrase that opens with a time which serves it alone: 继|2031年突破9亿元|后."""
    plan_opens: frozenset[str]
    """How the name of a plan's five years begins: “十三五”时期."""
    polled: re.Pattern[str]
    """In a sentence of what those asked in a survey think: 有49%的商户预期."""
    polled_verbs: tuple[str, ...]
    """Before a time that is of what they think: 预期|第四季."""
    asides: re.Pattern[str]
    """Words before a time that make it a part of a longer one: 其中 仅."""
    closers: re.Pattern[str]
    """Before the second of two days, what makes them a stretch: 自7月1日启运，|至|7月31日."""

    @classmethod
    def compile(cls, data: Mapping[str, object], words: Callable[[str], list[str]]) -> TimeWords:
        """Raises KeyError where a list or an expression is missing; `words` gives the list of a key."""

        def before(key: str) -> re.Pattern[str]:
            return re.compile(f"(?:{alternation(words(key))})$")

        return cls(
            announced=re.compile(str(data["time_announced"])),
            nouns=re.compile(str(data["time_nouns"])),
            seasons=re.compile(str(data["time_seasons"])),
            summed=re.compile(str(data["time_summed"])),
            contrasted=re.compile(str(data["time_contrasted"])),
            topics=re.compile(str(data["time_topics"])),
            occasions=re.compile(str(data["time_occasions"])),
            predicates=re.compile(str(data["time_predicates"])),
            happenings=re.compile(str(data["time_happenings"])),
            records=re.compile(str(data["time_records"])),
            bulletins=re.compile(str(data["time_bulletins"])),
            passing=re.compile(str(data["passing"])),
            tails=frozenset(words("time_tails")),
            openers=re.compile(alternation(words("time_openers"))),
            sources=re.compile(alternation(words("time_sources"))),
            up_to_now=re.compile(str(data["time_up_to_now"])),
            behind_event=re.compile(str(data["time_behind_event"])),
            leads=before("time_leads"),
            objects=before("time_objects"),
            lasting=before("lasting"),
            gone_before=re.compile(str(data["gone_before"])),
            plan_opens=frozenset(words("plan_opens")),
            polled=re.compile(str(data["polled"])),
            polled_verbs=tuple(words("polled_verbs")),
            asides=re.compile(f"(?:{alternation(words('asides'))})，?$"),
            closers=re.compile(f"(?:{data['time_closers']})$"),
        )

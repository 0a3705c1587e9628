"""Whose project it is by the form of its name alone: 鼎某得|高端材料项目, 春某制药|项目, no 东屿灌区改造项目."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.data import Label
from extract.engine.coding import Coded, plain
from extract.engine.patterns import alternation

_COINED = ("nz", "nrt", "nt", "eng")
"""Tags of words that may be one: 伊某, 奇某."""
_NAME = "nr"
"""The tag of words of three characters that may be one, and of shorter ones that are often none."""
_STEM = 5
"""Characters of a coined name, at most."""
_WORD = 3
"""Characters of a common word that a firm may be called by, at most: 春天|制药."""
_LEAST = 2
"""Characters of a name, and of what stands behind it."""


@dataclass(frozen=True, slots=True)
class OwnerForms:
    """Built by `compile` from knowledge/context.yaml and the trades of knowledge/organisations.yaml."""

    trades: re.Pattern[str]
    """What firms' names end in, longest first: 制药, 光伏."""
    sure: re.Pattern[str]
    """Those that are no class of goods: 某某|科技."""
    apart: re.Pattern[str]
    """What stands behind an owner and begins no name of goods: 二期, 年产, 项目."""
    goods: re.Pattern[str]
    """Ends of what firms build for their trade: 项目, 工厂."""
    public: re.Pattern[str]
    """Works that are named after a place: 灌区, 高速."""
    places: re.Pattern[str]
    """Characters that end the names of places, and of no firm: 岭, 镇."""
    works: re.Pattern[str]
    """Of the goods, those that are called by a firm more often than by a place: 工厂, no 产业园."""
    bare: re.Pattern[str]
    """What begins what stands behind a name that is the work's own: 工程, 项目."""
    sites: re.Pattern[str]
    """What stands behind a trade that a place is known for: 远洋渔业|基地."""
    kinds: re.Pattern[str]
    """Trades that say of what kind the goods behind them are: 某迪|新能源动力电池项目."""
    common: re.Pattern[str]
    """Ends of words that are no names, though they are taken for some: 智能化."""
    bodies: re.Pattern[str]
    """A school or another body at the front of what it builds for itself, as the group `body`."""
    describing: frozenset[str]
    """Characters that say something of what follows, behind a name: 新."""
    particles: frozenset[str]
    """Characters that no name holds: 的."""
    plain: frozenset[str]
    """Characters of which alone no name is made: 新, 大, 京."""

    @classmethod
    def compile(cls, forms: Mapping[str, str], organisations: Mapping[str, Sequence[str]]) -> OwnerForms:
        """Raises KeyError where a list or an expression is missing."""
        kinds = [word for kind in ("trade", "soft", "heavy", "firm") for word in organisations[kind]]
        return cls(
            re.compile(f"{alternation(kinds)}|{forms['trades']}"),
            re.compile(forms["sure"]),
            re.compile(forms["apart"]),
            re.compile(forms["goods"]),
            re.compile(forms["public"]),
            re.compile(forms["places"]),
            re.compile(forms["works"]),
            re.compile(forms["bare"]),
            re.compile(forms["sites"]),
            re.compile(forms["kinds"]),
            re.compile(forms["common"]),
            re.compile(forms["bodies"]),
            frozenset(forms["describing"]),
            frozenset(organisations["particles"]),
            frozenset(organisations["plain"]),
        )

    def owner(self, coded: Coded, start: int, end: int, name: str) -> int | None:
        """Where the owner ends that `name` begins with, of which the symbols `start:end` are the front or the whole."""
        if found := self.bodies.match(coded.surface(start, end)):
            return coded.at(coded.starts[start] + found.end("body") - 1) + 1
        if not self.goods.search(name) or self.public.search(name):
            return None
        tail = name[len(plain(coded.surface(start, end))) :]
        led = any(m.label is Label.PLACE for m in coded.mentions.get(start, ()))
        begin = start + led
        at = self._run(coded, begin, end)
        stem = coded.surface(begin, at)
        if self.places.search(stem) or (stem and self.plain.issuperset(stem)):
            return None
        if len(stem) >= _LEAST and (stop := self._with_trade(coded, at, end, tail, sure=False)):
            return stop
        word = coded.word_end(at) if at < end else at
        plain_word = at < end and not coded.mentions.get(at) and word - at <= _WORD
        if plain_word and not self.places.search(coded.surface(at, word)):
            stop = self._with_trade(coded, word, end, tail, sure=not stem)
            if stop:
                return stop
        rest = coded.surface(at, end) + tail
        if len(stem) < _LEAST or len(rest) < _LEAST:
            return None
        if len(stem) > _WORD and _placed(coded, at, end):
            return at  # 恒某醋业|云阳产能扩建项目
        if self.bare.match(rest):
            return None  # 引江补汉|工程取水口项目
        if self.apart.match(rest):
            return at
        sure = led or len(stem) >= _WORD or self.works.search(name)
        return at if sure and at < end and _noun(coded, at) else None

    def _with_trade(self, coded: Coded, at: int, end: int, tail: str, *, sure: bool) -> int | None:
        """Where the trade that begins at `at` ends, where what follows begins no name of goods: 陶瓷|第二车间."""
        rest = coded.surface(at, end)
        trade = self.trades.match(rest)
        if trade is None:
            return None
        stop = at + trade.end()
        behind = rest[trade.end() :] + tail
        firm = self.sure.fullmatch(trade[0])
        if stop < end and coded.words[stop] != stop:
            return None
        listed = stop == end and bool(tail)  # 某某特光伏玻璃等|项目: what is made, where a list shares its head
        apart = _placed(coded, stop, end) or (not listed and self.apart.match(behind))
        if (apart and (firm or not sure)) or (firm and not sure and not self.sites.match(behind)):
            return stop
        kind = self.sites.match(behind) or self.kinds.fullmatch(trade[0])
        told = stop < end and _noun(coded, stop) and len(behind) > _WORD + 1 and not kind
        return stop if told and not sure else None  # 科某生物|疫苗原液项目

    def _run(self, coded: Coded, start: int, end: int) -> int:
        """Where the run of characters ends that make no word, and of words that name nothing else: 鼎|某|得."""
        at = start
        while at < end and at - start < _STEM and not coded.mentions.get(at):
            stop = min(coded.word_end(at), end)
            text, tag = coded.surface(at, stop), coded.tags[at]
            if len(text) == 1:
                loose = (
                    (at - start < _LEAST or text not in self.describing)
                    and text not in self.particles
                    and not text.isdigit()
                    and text.isalpha()
                )
            else:
                name = tag.startswith(_NAME) and len(text) >= _WORD and not self.common.search(text)
                loose = tag.startswith(_COINED) or name
            if not loose:
                break
            at = stop
        return at


def _placed(coded: Coded, at: int, end: int) -> bool:
    """Whether a place stands at `at`: 科某制药|川南|抗生素基地."""
    return at < end and any(m.label is Label.PLACE for m in coded.mentions.get(at, ()))


def _noun(coded: Coded, at: int) -> bool:
    """Whether a word that says what is made stands at `at`: 新能源, 高端."""
    return coded.word_end(at) - at > 1 and coded.tags[at].startswith(("n", "b", "a", "j", "vn", "l"))

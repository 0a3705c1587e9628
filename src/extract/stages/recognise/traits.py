"""Firms named by common words, by what a text says of them in several places: 苹某|表示, 苹某|营收, 苹某|排名第二.

One trait proves nothing, since experts say things and cars have sales. What both acts as a firm or has its offices,
and has results or a place in a market, is one; so are those that a text about sellers ranks against one another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_SHORTEST, _LONGEST, _WORDS = 2, 6, 3
"""Characters of a name, and the words of the longest one."""
_LATIN = 12
_BETWEEN = ("t", "d", "ad", "f")
"""Tags of words between a name and what is said of it: 第二季度, 仍."""
_NEVER = ("p", "c", "u", "r", "d", "x", "t", "m", "q", "y", "f", "l", "i", "ns")
"""Tags of words of several characters that no such name holds."""
_LOOSE = ("u", "x")
"""Tags of single characters that none holds."""
_LEADS = ("v", "t", "p", "r", "f", "d")
"""Tags of words behind which a name may begin within a clause: 预计|苹某营收."""
_JOINS = ("p", "c")
_PROPER = ("nz", "nt", "nr", "eng")
_NOTE = re.compile("（[^（）]{1,20}）$")
_ACTS, _RESULTS, _RIVALS, _ALONE = "acts", "results", "rivals", "alone"
_FIELD = 3
"""How many names a ranking has, at least, whose members it makes sure."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Built by `compile` from knowledge/organisations.yaml."""

    said: Mapping[str, re.Pattern[str]]
    """Kind → what is said of a firm: of its acts and offices (表示, 首席执行官), of its results (营收, 排名第二)."""
    common: frozenset[str]
    """Words that are no firm's name by themselves."""
    many: tuple[str, ...]
    """How words end that name many firms, or an office: 车企, 大行."""
    stops: frozenset[str]
    plain: frozenset[str]
    """Characters that are words by themselves."""
    joins: frozenset[str]
    nations: frozenset[str]
    """Countries that a firm's name may begin with: 中国|南岭航空."""
    forms: tuple[str, ...]
    """What may follow a firm's own word in its name: 汽车, 集团."""
    leads: frozenset[str]
    """What stands between a noun and the list of its members: 分别是."""
    between: frozenset[str]
    """What may stand between a name and what is said of it, beside times and adverbs: 累计."""
    market: re.Pattern[str]
    """What shows that a text ranks sellers: 厂商, 品牌."""
    talk: re.Pattern[str]
    """What shows that a text tells of a firm: 公司, 财报."""
    parts: re.Pattern[str]
    """What has sales or profits too and is no firm by itself: 板块, 景区, 新能源汽车."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Traits:
        """Raises KeyError where a list is missing."""
        return cls(
            {
                kind: re.compile(f"(?:{alternation([*data['traits'][kind]])})|{data['traits'][f'{kind}_form']}")
                for kind in (_ACTS, _RESULTS, _RIVALS, _ALONE)
            },
            frozenset((*data["generic"], *data["common_heads"], *data["results"], *data["traits"][_RESULTS])),
            (*data["kinds"], *data["reports_many"], *data["offices_many"]),
            frozenset(data["stops"]),
            frozenset(data["plain"]),
            frozenset(data["list_joins"]),
            frozenset(data["nations"]),
            (*data["firm"], *data["trade"]),
            frozenset(data["list_leads"]),
            frozenset(data["between"]),
            re.compile(data["market"]),
            re.compile(data["talk"]),
            re.compile(data["traits"][f"{_ALONE}_not"]),
        )

    def find(self, views: Sequence[SentenceView], sure: Set[str]) -> set[str]:
        """The names that the sentences of an article make sure together; `sure` are the bodies that it has already."""
        traits: dict[str, set[str]] = defaultdict(set)
        proper: set[str] = set()
        for seen in views:
            for kind, said in self.said.items():
                for found in said.finditer(seen.text):
                    if span := self._name(seen, seen.offset + found.start()):
                        name = seen.part(*span)
                        traits[name].add(kind)
                        proper |= {name} if self._is_proper(seen, *span) else set()
        for name, kinds in traits.items():
            if any(body.startswith(name) and body.removeprefix(name) in self.forms for body in sure):
                kinds.add(_ACTS)
        names = {name for name, kinds in traits.items() if _ACTS in kinds and len(kinds) > 1}
        names |= {n for n, kinds in traits.items() if (_ALONE in kinds or self._of_nation(n)) and self._earns(views, n)}
        field = {name for name, kinds in traits.items() if _RIVALS in kinds}
        if len(field) >= _FIELD and 2 * len(field & proper) >= len(field) and self._is_market(views):
            names |= field
        while more := {n for n in self._mates(views, names | sure) if n in traits} - names:
            names |= more
        return names

    def _of_nation(self, name: str) -> bool:
        """Whether a name is a country's, a word's and a trade's: 中国|南岭|航空."""
        nation = next((nation for nation in self.nations if name.startswith(nation)), "")
        form = max((form for form in self.forms if name.endswith(form)), key=len, default="")
        stem = name[len(nation) : len(name) - len(form)]
        apart = stem not in self.common and stem not in self.forms and self.parts.search(stem) is None
        return bool(nation and form) and len(stem) >= _SHORTEST and apart

    def _earns(self, views: Sequence[SentenceView], name: str) -> bool:
        """Whether who has what only a firm has is one: 归母净利润, or a turnover with its profit."""
        told = self._is_market(views) or any(self.talk.search(seen.text) for seen in views)
        return told and not name.isascii() and self.parts.search(name) is None

    def _is_market(self, views: Sequence[SentenceView]) -> bool:
        return any(self.market.search(seen.text) for seen in views)

    def _is_proper(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a name is no common word: tagged as a name, or characters that make no word together."""
        words = seen.words(start, end)
        coined = all(len(word) == 1 for word in words) and not self.plain.issuperset(words)
        return coined or seen.tag_of(start, end).startswith(_PROPER)

    def _mates(self, views: Sequence[SentenceView], sure: Set[str]) -> Iterator[str]:
        """What a list has beside a sure name: 苹某、|云某."""
        for seen in views:
            for at in range(seen.offset + 1, seen.offset + len(seen.text) - 1):
                if seen.char(at) not in self.joins:
                    continue
                left, right = self._name(seen, at), self._behind(seen, at + 1)
                if left and right and seen.part(*left) in sure:
                    yield seen.part(*right)
                elif left and right and seen.part(*right) in sure:
                    yield seen.part(*left)

    def _behind(self, seen: SentenceView, start: int) -> tuple[int, int] | None:
        """The name that begins at `start`, up to the next mark, join or verb."""
        at = start
        while (word := seen.word_at(at)) and not word[1].startswith(("v", "u", "p", "m", "d")):
            if seen.char(at) in self.joins or not seen.part(at, word[0]).isalnum():
                break
            at = word[0]
        return (start, at) if at > start and self._is_name(seen, start, at) else None

    def _name(self, seen: SentenceView, at: int) -> tuple[int, int] | None:
        """The name in front of what is said at `at`, back to where its phrase opens."""
        end = self._before_times(seen, at)
        start = end
        while start > seen.offset and not (start < end and self._opens(seen, start)):
            word, tag = seen.word_before(start)
            own = seen.part(word, start) in self.nations
            if (
                (start - word > 1 and tag.startswith(_NEVER) and not own)
                or tag.startswith(_LOOSE)
                or end - word > _LATIN
            ):
                return None
            start = word
        return (start, end) if start < end and self._is_name(seen, start, end) else None

    def _opens(self, seen: SentenceView, at: int) -> bool:
        """Whether a name may begin at `at`: where a phrase opens, behind a time, a join or a verb of telling."""
        if seen.opens_clause(at):
            return True
        word, tag = seen.word_before(at)
        if tag == "x" or (at - word == 1 and tag in _JOINS):
            return True
        led = (tag.startswith(_LEADS) and at - word > 1) or seen.part(word, at) in self.leads
        return led or seen.char(at - 1) in self.joins

    def _before_times(self, seen: SentenceView, at: int) -> int:
        while at > seen.offset:
            if note := _NOTE.search(seen.text, 0, at - seen.offset):
                at = seen.offset + note.start()
                continue
            word, tag = seen.word_before(at)
            coined = at - word == 1 and word > seen.offset and word - seen.word_before(word)[0] == 1
            between = tag.startswith(_BETWEEN) or seen.part(word, at) in self.between
            if not between or (coined and self._opens(seen, word - 1)):
                break  # 方|太
            at = word
        return at

    def _is_name(self, seen: SentenceView, start: int, end: int) -> bool:
        words = list(reversed(seen.words(start, end)))
        text = "".join(words)
        longest = _LATIN if text.isascii() else _LONGEST
        if not _SHORTEST <= len(text) <= longest or len(words) > _WORDS or not text.isalnum() or text.isdigit():
            return False
        land = seen.part(start, seen.place_starts.get(start, start))
        if not seen.ends_word(end) or (land and not (land in self.nations and text.endswith(self.forms))):
            return False  # 某市|航空, but 中国|南岭航空
        if len(words) > 1 and len(words[-1]) > 1 and seen.tag_after(start).startswith("v"):
            return False  # 看|整体
        formed = len(words) > 1 and words[-1] in self.forms and words[0] not in self.forms  # 晨光|汽车
        last = () if formed else (words[-1],)
        named = self.stops.isdisjoint(words) and not any(word in self.common for word in (words[0], *last, text))
        return named and not text.endswith(self.many)

"""Firms by the report that they give out, whatever words their names are made of: 某米|发布2020年业绩报告."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_LONGEST, _WORDS, _SHORTEST = 8, 4, 2
"""Characters and words of the longest name, characters of the shortest one."""
_NEVER = ("p", "c", "u", "r", "d", "x", "t", "y", "q", "f", "l", "i")
"""Tags of words of several characters that no such name holds."""
_FIRST = ("m", *_NEVER)
"""Tags of words that none begins with: 五大|银行."""
_LEAD = "p"
"""The tag of a word that only stands before a name: 据|某公司|公布的年报."""
_BETWEEN = ("t", "d")
"""Tags of words between the name and what it does: 今日."""
_CODE = re.compile("（[0-9]{1,6}）$")
"""The code of a share, behind the name: （388）."""


@dataclass(frozen=True, slots=True)
class Reporters:
    """Built by `compile` from knowledge/organisations.yaml."""

    reports: re.Pattern[str]
    """What a firm gives out: 发布2020年业绩报告, 第一季财报显示."""
    common: frozenset[str]
    """Words that are no firm's name by themselves."""
    many: tuple[str, ...]
    """How words end that name many firms, or an office: 险企, 大行."""
    stops: frozenset[str]
    trades: frozenset[str]
    """Words of the language that a firm's name may end in, behind coined characters: 澜驰|汽车."""
    plain: frozenset[str]

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Reporters:
        """Raises KeyError where a list is missing."""
        verbs, reports = alternation(list(data["reports_by"])), alternation(list(data["reports"]))
        shown = alternation(list(data["reports_shown"]))
        return cls(
            re.compile(f"(?:{verbs})[^，。；：、！？]{{0,22}}?(?:{reports})|(?:{reports})(?:{shown})"),
            frozenset((*data["generic"], *data["common_heads"])),
            (*data["kinds"], *data["reports_many"]),
            frozenset(data["stops"]),
            frozenset(data["trade"]),
            frozenset(data["plain"]),
        )

    def find(self, seen: SentenceView) -> Iterator[tuple[int, int]]:
        """The spans of firms in a sentence that head the clause of a report."""
        for found in self.reports.finditer(seen.text):
            end = _before_times(seen, seen.offset + found.start())
            start = self._start(seen, end)
            if start is not None and self._is_name(seen, start, end):
                yield start, end

    def _start(self, seen: SentenceView, end: int) -> int | None:
        """Where the words before `end` open a clause, or stand behind a time that does."""
        at = end
        while at > seen.offset:
            if at < end and (seen.opens_clause(at) or seen.word_before(at)[1] == "t"):
                return at
            word, tag = seen.word_before(at)
            if end - word > _LONGEST or (tag.startswith(_NEVER) and at - word > 1):
                return None
            at = word
        return at if at < end else None

    def _is_name(self, seen: SentenceView, start: int, end: int) -> bool:
        words = list(reversed(seen.words(start, end)))
        text = "".join(words)
        if not len(text) >= _SHORTEST or len(words) > _WORDS or not text.isalnum() or text.isdigit():
            return False
        if start in seen.place_starts and seen.place_starts[start] >= end:
            return False
        first = seen.tag_after(start)
        if first.startswith(_LEAD) or (first.startswith(_FIRST) and len(words[0]) > 1):
            return False
        last = () if self._coined(words) else (words[-1],)
        named = self.stops.isdisjoint(words) and not any(
            word in self.common for word in (words[0], *last, text) if len(word) > 1
        )
        return named and not text.endswith(self.many)

    def _coined(self, words: Sequence[str]) -> bool:
        """Whether a name is a trade behind characters that make no word together: 澜|驰|汽车."""
        stem = words[:-1]
        loose = len(stem) > 1 and all(len(word) == 1 for word in stem) and not self.plain.issuperset(stem)
        return words[-1] in self.trades and loose


def _before_times(seen: SentenceView, at: int) -> int:
    """Where what stands before a time, an adverb or the code of a share ends: 某米|今日|发布, 某大福|（1929）|公布."""
    while at > seen.offset:
        code = _CODE.search(seen.text, 0, at - seen.offset)
        word, tag = seen.word_before(at)
        if not code and not tag.startswith(_BETWEEN):
            break
        at = seen.offset + code.start() if code else word
    return at

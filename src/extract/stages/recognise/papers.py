"""Newspapers: in title marks, 《滨海青年报》, and by the word alone, 滨海晚报."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Label, Mention
from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_TAGS = ("n", "j")
_FRONTS = ("ns", "nz", "nt", "s", "f")
"""Tags of a word before the ending of a paper's name."""
_LONGEST = 8
_WORD = 4
"""Characters of a paper's name that is one word, at least."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Built by `compile` from knowledge/organisations.yaml."""

    titled: re.Pattern[str]
    others: tuple[str, ...]
    """How titles end that are no paper's: 年报, but 少年报 is one."""
    telling: re.Pattern[str]
    """A medium before what only media do: 云岭网|6月21日讯, 据|云岭新闻网|报道."""
    paper: str
    writes: tuple[str, ...]
    """Who writes for a paper, behind its name: 记者."""
    endings: tuple[str, ...]
    """How a word ends that is a paper's name: 日报."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Papers:
        """Raises KeyError where a list is missing."""
        titled = re.compile(f"(?<=《)[^《》\\s]{{1,10}}{data['paper']}(?=》)")
        media, tells = alternation(list(data["media"])), alternation(list(data["media_tell"]))
        telling = re.compile(
            rf"(?:(?<=[\W_])|^)(?:{alternation(list(data['media_by']))})?(?P<name>[\u4e00-\u9fff]{{2,6}}?(?:{media}))"
            rf"(?=(?:{data['media_dated']})?(?:{tells}))"
        )
        others, writes = tuple(data["no_papers"]), tuple(data["paper_writes"])
        return cls(titled, others, telling, data["paper"], writes, tuple(data["papers"]))

    def _of_a_trade(self, seen: SentenceView, start: int, end: int) -> int | None:
        """Where the name of a country's paper for a trade begins, before who writes for it: 某国|农机|报|记者."""
        if not seen.text.startswith(self.writes, end - seen.offset) or seen.part(start, end) in self.others:
            return None
        at = start
        while at > seen.offset and at not in seen.place_ends and end - at < _LONGEST:
            at, tag = seen.word_before(at)
            if not tag.startswith(("n", "vn", "j")):
                return None
        return seen.place_ends.get(at) if end - at > 1 else None

    def find(self, seen: SentenceView) -> Iterator[Mention]:
        """The papers and other media of a sentence."""
        for found in self.telling.finditer(seen.text):
            start, end = seen.offset + found.start("name"), seen.offset + found.end("name")
            if seen.word_at(start) is not None and seen.ends_word(end):
                yield Mention(start, end, Label.ORG)
        for found in self.titled.finditer(seen.text):
            if found[0].endswith(self.endings) or not found[0].endswith(self.others):
                yield Mention(seen.offset + found.start(), seen.offset + found.end(), Label.ORG)
        for start, end, tag in zip(seen.tokens.starts, seen.tokens.ends, seen.tokens.tags, strict=True):
            if not tag.startswith(_TAGS):
                continue
            if seen.char(end - 1) == self.paper and (at := self._of_a_trade(seen, start, end)) is not None:
                yield Mention(at, end, Label.ORG)
            if not seen.text.endswith(self.endings, 0, end - seen.offset):
                continue
            if end - start >= _WORD:
                yield Mention(start, end, Label.ORG)
            elif start > seen.offset and seen.word_before(start)[1].startswith(_FRONTS):
                yield Mention(seen.word_before(start)[0], end, Label.ORG)  # 长江|商报, 南方|都市报

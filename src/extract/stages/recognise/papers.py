"""Newspapers: in title marks, 《滨海青年报》, and by the word alone, 滨海晚报."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Label, Mention
from extract.stages.recognise.sentence import SentenceView

_TAGS = ("n", "j")
_WORD = 4
"""Characters of a paper's name that is one word, at least."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Built by `compile` from knowledge/organisations.yaml."""

    titled: re.Pattern[str]
    others: tuple[str, ...]
    """How titles end that are no paper's: 年报, but 少年报 is one."""
    endings: tuple[str, ...]
    """How a word ends that is a paper's name: 日报."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Papers:
        """Raises KeyError where a list is missing."""
        titled = re.compile(f"(?<=《)[^《》\\s]{{1,10}}{data['paper']}(?=》)")
        return cls(titled, tuple(data["no_papers"]), tuple(data["papers"]))

    def find(self, seen: SentenceView) -> Iterator[Mention]:
        """The papers of a sentence."""
        for found in self.titled.finditer(seen.text):
            if found[0].endswith(self.endings) or not found[0].endswith(self.others):
                yield Mention(seen.offset + found.start(), seen.offset + found.end(), Label.ORG)
        for start, end, tag in zip(seen.tokens.starts, seen.tokens.ends, seen.tokens.tags, strict=True):
            if end - start >= _WORD and tag.startswith(_TAGS):
                if seen.text.endswith(self.endings, 0, end - seen.offset):
                    yield Mention(start, end, Label.ORG)

"""Names that stand alone where a text is signed: on a line, or in a bracket behind it: 。（江明远 周海）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.patterns import alternation
from extract.stages.recognise.name_forms import Name, Sure
from extract.stages.recognise.personal_names import PersonalNames
from extract.stages.recognise.sentence import SentenceView

_MOST = 3
"""Names that sign a text side by side."""
_SIZES = (3, 2, 4)
"""Characters of a name, the likeliest first; four with a family name of two."""
_SHORT = 2
_SENDER = ("ns", "nt", "n", "ng", "nz", "j")
"""Tags of a word before the name in a bracket: （滨海日报|江明远）."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Built by `compile` from knowledge/people.yaml."""

    names: PersonalNames
    bracket: re.Pattern[str]
    """A bracket that ends a sentence or is one: the group `signed` holds what it names."""
    line: re.Pattern[str]

    @classmethod
    def compile(cls, data: Mapping[str, Any], names: PersonalNames) -> Signatures:
        """Raises KeyError where a list is missing."""
        done = alternation(list(data["signed"]))
        inside = f"(?P<signed>[\u4e00-\u9fff 、]{{2,24}}?)(?: ?(?:{done}))?"
        return cls(
            names,
            re.compile(f"(?:^|(?<=[。！？”》…）]))[（(]{inside}[）)][。]?\\s*$"),
            re.compile(f"^\\s*[—-]{{0,3}}{inside}(?:[（(][\u4e00-\u9fff]{{2,8}}[）)])?\\s*$"),
        )

    def find(self, seen: SentenceView) -> Iterator[Name]:
        """The names that sign a text in a sentence."""
        found = self.line.search(seen.text)
        if found is not None:
            yield from self._side_by_side(seen, *_span(seen, found)) or ()
            return
        found = self.bracket.search(seen.text)
        if found is None:
            return
        start, end = _span(seen, found)
        names = self._side_by_side(seen, start, end)
        if names is None:
            last = self._last(seen, start, end)
            names = (last,) if last is not None else ()
        yield from names

    def _side_by_side(self, seen: SentenceView, start: int, end: int) -> tuple[Name, ...] | None:
        """The names that fill a span, with or without a blank between them: 江明远周海; None where they do not."""
        if seen.tag_of(start, end) and not seen.tag_of(start, end).startswith("nr"):
            return None
        ends: list[tuple[int, tuple[Name, ...]]] = [(start, ())]
        while ends:
            at, names = ends.pop()
            while at < end and seen.char(at) in " 、":
                at += 1
            if at == end:
                return names or None
            if len(names) < _MOST:
                ends += [
                    (at + size, (*names, Name(at, at + size, Sure.FORMED)))
                    for size in reversed(_SIZES)
                    if at + size <= end and self._is_name(seen, at, at + size)
                ]
        return None

    def _last(self, seen: SentenceView, start: int, end: int) -> Name | None:
        """The name behind who sent it: 滨海日报|江明远."""
        for size in _SIZES:
            at = end - size
            if at <= start or not seen.word_before(at)[1].startswith(_SENDER) or not seen.ends_word(at):
                continue
            if self._is_name(seen, at, end) and seen.word_at(at) is not None:
                return Name(at, end, Sure.FORMED)
        return None

    def _is_name(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a surname and characters that are given as names fill a span that is no other word."""
        text = seen.text[start - seen.offset : end - seen.offset]
        size = _SHORT if text[:_SHORT] in self.names.double else 1 if text[0] in self.names.surnames else 0
        if not size or not 1 <= len(text) - size <= _SHORT or text in self.names.ordinary:
            return False
        tag = seen.tag_of(start, end)
        given = self.names.given.issuperset(text[size:])
        return tag.startswith("nr") or (given and not tag)


def _span(seen: SentenceView, found: re.Match[str]) -> tuple[int, int]:
    return seen.offset + found.start("signed"), seen.offset + found.end("signed")

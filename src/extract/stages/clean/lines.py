"""A text as the lines of its page, with what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.engine.offsets import TracedText
from extract.stages.clean.marks import BREAK, KINDS

_LINE = re.compile(f"[^\n{BREAK}]+")
_CONTENT = re.compile(f"([ {KINDS}]*)([^ {KINDS}](?:.*[^ {KINDS}])?)", re.S)

_SIGNED = re.compile("[\u3002\uff01\uff1f\u201d][\uff08(][^\uff08\uff09()]{1,20}[\uff09)]\\Z")
_SIGNATURE = 24


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span in the text without white space and marks."""

    start: int
    end: int
    text: str
    width: int
    """In half-width columns, spaces left out (justified lines are full of them)."""
    spread: int
    """In half-width columns, spaces counted."""
    gap: int
    """Newlines between the line before and this one."""
    apart: bool
    """Markup begins a new block here."""
    mark: str
    """The kind that markup gives the block, or nothing."""
    indent: int
    length: int
    """Raw characters, with the white space at either end."""


def split_lines(text: str, shown: str, seen: TracedText) -> Iterator[Line]:
    """The lines of `text`, with their wording taken from `shown`, which has the same length.

    `seen` is the same text before its full-width figures were folded: it tells how wide a line was set.
    """
    before = 0
    for found in _LINE.finditer(text):
        content = _CONTENT.match(found[0])
        if content is None:
            continue
        start, end = found.start() + content.start(2), found.start() + content.end(2)
        between = text[before : found.start()]
        mark = content[1].strip(" ")[:1]
        yield Line(
            start,
            end,
            shown[start:end],
            width=columns(seen.text[start:end].replace(" ", "").replace("\u3000", "")),
            spread=columns(seen.text[start:end]),
            gap=between.count("\n"),
            apart=bool(mark) or BREAK in between,
            mark=mark,
            indent=content[1].count(" "),
            length=seen.ends[found.end() - 1] - seen.starts[found.start()],
        )
        before = found.end()


def is_signed(text: str) -> bool:
    """Whether a line ends in its writer's name behind a sentence: ……价格平稳。（王小明）"""
    return _SIGNED.search(text[-_SIGNATURE:]) is not None


def columns(text: str) -> int:
    """The width of a text, 2 for a Chinese character and 1 for a Latin one."""
    # GBK spends two bytes on each full-width character: counted without a loop.
    return len(text.encode("gbk", "replace"))

"""A text as the lines of its page, with what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.stages.clean.marks import BREAK, KINDS

_LINE = re.compile(f"[^\n{BREAK}]+")
_CONTENT = re.compile(f"([ {KINDS}]*)([^ {KINDS}](?:.*[^ {KINDS}])?)", re.S)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span in the text without white space and marks."""

    start: int
    end: int
    text: str
    width: int
    """In half-width columns, spaces left out (justified lines are full of them)."""
    gap: int
    """Newlines between the line before and this one."""
    apart: bool
    """Markup begins a new block here."""
    mark: str
    """The kind that markup gives the block, or nothing."""
    indent: int
    length: int
    """Characters, with the white space at either end."""


def split_lines(text: str, shown: str, set_: str) -> Iterator[Line]:
    """The lines of `text`, with their wording taken from `shown` and their width from `set_`, both of the same length.

    `set_` is the text before its full-width figures were folded, as a typesetter set it.
    """
    before = 0
    for found in _LINE.finditer(text):
        content = _CONTENT.match(found[0])
        if content is None:
            continue
        start, end = found.start() + content.start(2), found.start() + content.end(2)
        between = text[before : found.start()]
        mark = content[1].strip(" ")[:1]
        words = shown[start:end]
        apart = bool(mark) or BREAK in between
        indent = content[1].count(" ")
        length = len(found[0]) - sum(map(found[0].count, KINDS))
        yield Line(start, end, words, columns(set_[start:end]), between.count("\n"), apart, mark, indent, length)
        before = found.end()


def columns(text: str) -> int:
    """The width of a text, 2 for a Chinese character and 1 for a Latin one, spaces not counted."""
    # GBK spends two bytes on each full-width character: counted without a loop.
    return len(text.replace(" ", "").replace("\u3000", "").encode("gbk", "replace"))

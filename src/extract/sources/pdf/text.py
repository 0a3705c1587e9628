"""The pages of a PDF to its text: without running heads and page numbers, lines kept, blocks set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extract.sources import marked
from extract.sources.pdf.blocks import TextBlock, blocks_in_order
from extract.sources.pdf.lines import Line

_MARGIN = 0.09
"""The share of a page's height in which heads, feet and numbers stand."""
_NUMBER = re.compile(r"[\s\-\u2010-\u2015\u00b7.|/]*\d{1,4}(?:\s*[/|]\s*\d{1,4})?[\s\-\u2010-\u2015\u00b7.|]*\Z")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 60

_HEADLINE = 1.4
"""A headline's characters are this much larger than those of the text."""
_SHORTEST_NAME, _LONGEST_NAME = 6, 100
# of a character: what a paragraph's first line is set in
_INDENT = (1.4, 4.6)


@dataclass(frozen=True, slots=True)
class PageOf:
    """The lines of a page, and the heights of its edges."""

    lines: Sequence[Line]
    bottom: float
    top: float

    def in_margin(self, line: Line) -> bool:
        """Whether a line stands where page furniture does."""
        edge = (self.top - self.bottom) * _MARGIN
        return line.y < self.bottom + edge or line.y > self.top - edge


def text_of(pages: Sequence[PageOf]) -> str:
    """The marked text of a document's pages."""
    kept = list(_without_furniture(pages))
    sizes = [line.size for lines in kept for line in lines for _ in line.text]
    if not sizes:
        return ""
    usual = median(sizes)
    return marked.joined(block for lines in kept for block in _written(blocks_in_order(lines), usual))


def _without_furniture(pages: Sequence[PageOf]) -> Iterator[list[Line]]:
    heads = Counter(head for page in pages for head in {_head(line) for line in page.lines if page.in_margin(line)})
    for page in pages:
        yield [
            line
            for line in page.lines
            if not page.in_margin(line) or not (_NUMBER.match(line.text) or _repeats(line, heads))
        ]


def _head(line: Line) -> tuple[str, int]:
    """What a running head keeps from page to page: its words, and roughly its height."""
    return _DIGITS.sub("0", line.text), round(line.y / 10)


def _repeats(line: Line, heads: Counter[tuple[str, int]]) -> bool:
    return heads[_head(line)] > 1 and len(line.text) <= _LONGEST_HEAD


def _written(blocks: Sequence[TextBlock], usual: float) -> Iterator[str]:
    names = _names(blocks, usual)
    for index, block in enumerate(blocks):
        if index in names:
            yield marked.heading("".join(line.text for line in block.lines))
        else:
            yield "\n".join(_indented(line, block) for line in block.lines)


def _names(blocks: Sequence[TextBlock], usual: float) -> set[int]:
    """The blocks that name a text: of large ones in a row (kicker, headline, subtitle) the largest."""
    names: set[int] = set()
    row: list[int] = []
    for index, block in enumerate((*blocks, None)):
        length = 0 if block is None else sum(len(line.text) for line in block.lines)
        if block is not None and block.size >= _HEADLINE * usual and _SHORTEST_NAME <= length <= _LONGEST_NAME:
            row.append(index)
        elif row:
            names.add(max(row, key=lambda at: blocks[at].size))
            row = []
    return names


def _indented(line: Line, block: TextBlock) -> str:
    """A line with the indent that opens a paragraph, where it has one on the page."""
    indent = (line.x0 - block.x0) / line.size
    opens = len(block.lines) > 1 and _INDENT[0] <= indent <= _INDENT[1]
    return "\u3000\u3000" + line.text if opens else line.text

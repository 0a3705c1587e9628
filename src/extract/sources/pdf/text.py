"""The pages of a PDF to its text: without running heads and page numbers, its headlines marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from extract.sources import marked
from extract.sources.pdf.blocks import blocks_in_order
from extract.sources.pdf.lines import Line
from extract.sources.pdf.paragraphs import Paragraph, paragraphs_of

_MARGIN = 0.09
"""The share of a page's height in which heads, feet and numbers stand."""
_NUMBER = re.compile(r"[\s\-\u2010-\u2015\u00b7.|/]*\d{1,4}(?:\s*[/|]\s*\d{1,4})?[\s\-\u2010-\u2015\u00b7.|]*\Z")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 60
_SET_OFF = 1.9
"""Of a character's size: farther from the next line than lines of a text are."""

_HEADLINE = 1.4
"""A headline's characters are this much larger than those of the text."""
_SHORTEST_NAME, _LONGEST_NAME = 6, 100


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
    kept = [_with_one_head(lines) for lines in _without_furniture(pages)]
    sizes = [line.size for lines in kept for line in lines for _ in line.text]
    if not sizes:
        return ""
    paragraphs = list(paragraphs_of(map(blocks_in_order, kept)))
    names = _names(paragraphs, median(sizes))
    text = ""
    for index, paragraph in enumerate(paragraphs):
        apart = paragraph.apart or index in names or index - 1 in names
        shown = marked.heading(paragraph.text) if index in names else paragraph.text
        text += ("\n\n" if apart else "\n") + shown
    return text.strip("\n")


def _without_furniture(pages: Sequence[PageOf]) -> Iterator[list[Line]]:
    heads = Counter(head for page in pages for head in {_head(line) for line in page.lines if page.in_margin(line)})
    for page in pages:
        yield [
            line
            for line in page.lines
            if not page.in_margin(line) or not (_NUMBER.match(line.text) or _repeats(line, heads))
        ]


def _with_one_head(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with those of the uppermost row as one where it is set off: date at the left, section at the right."""
    if not lines:
        return lines
    first = lines[0]
    row = [line for line in lines if first.y - line.y < 0.3 * first.size]
    below = max((line.y for line in lines[len(row) :]), default=-inf)
    if len(row) < 2 or first.y - below < _SET_OFF * first.size:
        return lines
    whole = Line("\u3000".join(line.text for line in row), first.x0, max(line.x1 for line in row), first.y, first.size)
    return [whole, *lines[len(row) :]]


def _head(line: Line) -> tuple[str, int]:
    """What a running head keeps from page to page: its words, and roughly its height."""
    return _DIGITS.sub("0", line.text), round(line.y / 10)


def _repeats(line: Line, heads: Counter[tuple[str, int]]) -> bool:
    return heads[_head(line)] > 1 and len(line.text) <= _LONGEST_HEAD


def _names(paragraphs: Sequence[Paragraph], usual: float) -> set[int]:
    """The paragraphs that name a text: of large ones in a row (kicker, headline, subtitle) the largest."""
    names: set[int] = set()
    row: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.size < _HEADLINE * usual:
            row = []
        elif _SHORTEST_NAME <= len(paragraph.text) <= _LONGEST_NAME:
            names.difference_update(row)
            row.append(index)
            names.add(max(row, key=lambda at: paragraphs[at].size))
    return names

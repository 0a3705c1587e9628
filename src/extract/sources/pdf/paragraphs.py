"""Blocks in reading order to paragraphs: where a line fills its column and no sentence ends, the next goes on.

The page shows what its text alone does not: how wide the column is, and which line is set in. So lines are joined
here, over columns and pages too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.sources.pdf.blocks import TextBlock, stacked
from extract.sources.pdf.lines import Line

# Shares of the size of a character.
_INDENT = 1.4
_FULL = 2.1
"""A sign that may not begin a line leaves up to two places empty."""
_LATIN = 0.6
_ALIKE = 1.2
_SHORT = 0.35
"""The share of a column that the last line of a heading leaves empty."""

_FINISHED = re.compile("[\u3002\uff01\uff1f\u2026\uff1a\uff1b!?:;][\u201d\u2019\uff09\u300b\u3011)]{0,3}\\Z")
_WORD = re.compile(r"[!-~]*")
_LETTER = re.compile(r"[A-Za-z,;]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what tells whether the one before or behind is its other part."""

    text: str
    size: float
    opens: bool
    """The first line is set in."""
    broken: bool
    """The last line fills its column and ends no sentence."""

    def goes_on(self, other: Paragraph) -> bool:
        """Whether `other`, in the next column or on the next page, is the rest of this."""
        alike = max(self.size, other.size) <= _ALIKE * min(self.size, other.size)
        return self.broken and not other.opens and alike


def paragraphs_of(pages: Iterable[Sequence[TextBlock]]) -> Iterator[Paragraph]:
    """The paragraphs of a document's pages, whose blocks are in reading order."""
    last: Paragraph | None = None
    for blocks in pages:
        for block in blocks:
            for paragraph in _paragraphs(block, _column(block, blocks)):
                if last and last.goes_on(paragraph):
                    last = Paragraph(joined(last.text, paragraph.text), last.size, last.opens, paragraph.broken)
                    continue
                if last:
                    yield last
                last = paragraph
    if last:
        yield last


def joined(text: str, rest: str) -> str:
    """Two parts of a paragraph; a space between two Latin words, nothing in Chinese, in a figure or after a hyphen."""
    return f"{text} {rest}" if _LETTER.match(text[-1:]) and _LETTER.match(rest[:1]) else text + rest


def _column(block: TextBlock, blocks: Sequence[TextBlock]) -> tuple[float, float]:
    """The edges of the column that a block stands in: those of the block of most lines that shares its left edge."""
    alike = (
        other
        for other in blocks
        if stacked(block, other)
        and abs(other.size - block.size) < (_ALIKE - 1) * block.size
        and other.x0 <= block.x0 + 0.5 * block.size <= other.x0 + 3 * block.size
        and other.x1 >= block.x1
    )
    widest = max(alike, key=lambda other: len(other.lines), default=block)
    return widest.x0, widest.x1


def _paragraphs(block: TextBlock, column: tuple[float, float]) -> Iterator[Paragraph]:
    start = 0
    lines = block.lines
    for index, (line, following) in enumerate(pairwise((*lines, None))):
        if line is None or (following is not None and not _ends(line, following, column)):
            continue
        text = ""
        for part in lines[start : index + 1]:
            text = joined(text, part.text)
        broken = _is_full(line, None, column) and not _FINISHED.search(line.text)
        yield Paragraph(text, block.size, _is_indented(lines[start], column), broken)
        start = index + 1


def _ends(line: Line, following: Line, column: tuple[float, float]) -> bool:
    """Whether a paragraph ends with `line`."""
    finished, indented = bool(_FINISHED.search(line.text)), _is_indented(following, column)
    if _is_full(line, following, column):
        return finished and indented
    return finished or indented or column[1] - line.x1 > _SHORT * (column[1] - column[0])


def _is_full(line: Line, following: Line | None, column: tuple[float, float]) -> bool:
    """Whether a line fills its column, but for a Latin word or a figure that went to the next line as a whole."""
    word = _WORD.match(following.text) if following else None
    return column[1] - line.x1 <= line.size * max(_FULL, 1 + _LATIN * len(word[0] if word else ""))


def _is_indented(line: Line, column: tuple[float, float]) -> bool:
    return line.x0 - column[0] >= _INDENT * line.size

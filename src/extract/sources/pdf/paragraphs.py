"""Blocks in reading order to paragraphs: where a line fills its column and no sentence ends, the next goes on.

The page shows what its text alone does not: how wide the column is, and which line is set in. So lines are joined
here, over columns and pages too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.sources.pdf.blocks import TextBlock, stacked
from extract.sources.pdf.lines import Line

# Shares of the size of a character.
_INDENT = 1.4
_FULL = 2.1
"""A sign that may not begin a line leaves up to two places empty."""
_LATIN = 0.6
_ALIKE = 1.2
_FEW = 3
_SHORT = 0.35
"""The share of a column that the last line of a heading leaves empty."""

_FINISHED = re.compile("[\u3002\uff01\uff1f\u2026\uff1a\uff1b!?:;][\u201d\u2019\uff09\u300b\u3011)]{0,3}\\Z")
_BULLET = re.compile("[\u25a0\u25b2\u25bc\u25c6\u25cf\u2605\u203b\u2022]")
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
    apart: bool
    """It is the first of its block."""

    def goes_on(self, other: Paragraph) -> bool:
        """Whether `other`, in the next column or on the next page, is the rest of this."""
        alike = max(self.size, other.size) <= _ALIKE * min(self.size, other.size)
        return self.broken and not other.opens and alike


def paragraphs_of(pages: Iterable[Sequence[TextBlock]]) -> Iterator[Paragraph]:
    """The paragraphs of a document's pages, whose blocks are in reading order."""
    last: Paragraph | None = None
    earlier: Sequence[TextBlock] = ()
    for blocks in pages:
        # the last lines of a text, alone on their page, stand in a column of the page before
        around = (*earlier, *blocks)
        columns = [Column.of(block, around) for block in blocks]
        set_in = _sets_in(blocks, columns)
        for block, column in zip(blocks, columns, strict=True):
            for paragraph in _paragraphs(block, column, set_in):
                if last and last.goes_on(paragraph):
                    last = replace(last, text=joined(last.text, paragraph.text), broken=paragraph.broken)
                    continue
                if last:
                    yield last
                last = paragraph
        earlier = blocks
    if last:
        yield last


def joined(text: str, rest: str) -> str:
    """Two parts of a paragraph: a space between Latin words, nothing in Chinese, in a figure, in a name (T-B⏎OX)."""
    before, after = text[-1:], rest[:1]
    words = _LETTER.match(before) and _LETTER.match(after) and not (before.isupper() and after.isupper())
    return f"{text} {rest}" if words else text + rest


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of the column that a block stands in."""

    left: float
    right: float
    known: bool
    """Whether more than one line shows where they are."""

    @classmethod
    def of(cls, block: TextBlock, blocks: Sequence[TextBlock]) -> Column:
        """Those of the block of most lines that shares the left edge of `block`, first-line indents apart.

        A block of few lines without such a one, as a heading in the middle, stands in the column of one around it.
        """
        around = [other for other in blocks if _holds(other, block)]
        beside = [other for other in around if block.x0 <= other.x0 + 2.5 * block.size]
        few = len(block.lines) < _FEW and len(beside) == 1
        widest = max(around if few else beside, key=lambda other: len(other.lines), default=block)
        return cls(widest.x0, widest.x1, len(widest.lines) > 1)

    def indents(self, line: Line) -> bool:
        """Whether a line is set in."""
        return line.x0 - self.left >= _INDENT * line.size

    def is_full(self, line: Line, following: Line | None) -> bool:
        """Whether a line fills the column, but for a Latin word or a figure that went to the next line as a whole."""
        word = _WORD.match(following.text) if following else None
        return self.right - line.x1 <= line.size * max(_FULL, 1 + _LATIN * len(word[0] if word else ""))

    def is_short(self, line: Line) -> bool:
        """Whether a line leaves so much of the column empty that it ends something."""
        return self.right - line.x1 > _SHORT * (self.right - self.left)


def _holds(other: TextBlock, block: TextBlock) -> bool:
    """Whether a block alike in size reaches as far to either side as another above or below it."""
    alike = abs(other.size - block.size) < (_ALIKE - 1) * block.size
    wide = other.x0 <= block.x0 + 0.5 * block.size and other.x1 >= block.x1
    return alike and wide and stacked(block, other)


def _sets_in(blocks: Sequence[TextBlock], columns: Sequence[Column]) -> bool:
    """Whether a page sets the first lines of its paragraphs in, and not all but these."""
    lines = [column.indents(line) for block, column in zip(blocks, columns, strict=True) for line in block.lines]
    return 0 < sum(lines) * 2 <= len(lines)


def _paragraphs(block: TextBlock, column: Column, set_in: bool) -> Iterator[Paragraph]:
    start = 0
    for index, line in enumerate(block.lines):
        following = block.lines[index + 1] if index + 1 < len(block.lines) else None
        if following is not None and not _ends(line, following, column, set_in):
            continue
        text = ""
        for part in block.lines[start : index + 1]:
            text = joined(text, part.text)
        broken = column.known and not line.row and column.is_full(line, None) and not _FINISHED.search(line.text)
        opens = block.lines[start].row or column.indents(block.lines[start])
        yield Paragraph(text, block.size, opens, broken, start == 0)
        start = index + 1


def _ends(line: Line, following: Line, column: Column, set_in: bool) -> bool:
    """Whether a paragraph ends with `line`."""
    finished, indented = bool(_FINISHED.search(line.text)), column.indents(following)
    if line.row or following.row or _BULLET.match(following.text):
        return True
    if column.is_full(line, following):
        # where no first line is set in, a sentence that fills its line may end a paragraph or not
        return indented if set_in else finished
    return finished or indented or column.is_short(line)

"""Lines to blocks: what was one paragraph before a column's width broke it is joined again.

In a wrapped text a line that is not full ends its block; a blank line in mid-sentence is a change of column or
page. In any other text each line is a block, but for a long paragraph that breaks off in mid-sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.stages.clean.column import Column
from extract.stages.clean.layout import Layout
from extract.stages.clean.lines import Line, is_signed

_INNER = re.compile("[\u3002\uff0c\uff1b\u3001,;]")
_STOP = re.compile("[\u3002\uff01\uff1f\uff1b]")
# a line that breaks off between brackets
_INSIDE = re.compile("[\uff08\u300a][^\uff08\uff09\u300a\u300b]*\\Z")
_OPEN_CLAUSE = re.compile("[\uff0c\u3001,]\\Z")
# a long paragraph that breaks off here goes on after the blank line: 全面⏎⏎提升
# (中小企业—⏎⏎“小巨人”企业 too, while —— closes the line over a headline)
_BROKEN_OFF = re.compile("(?:[\u4e00-\u9fff\uff0c\u3001\uff1b,\u201c\uff08\u300a]|(?<!\u2014)\u2014)\\Z")
_HAN_START = re.compile("[\u4e00-\u9fff\u201c\uff08\u300a0-9A-Za-z]")
_NARROWEST = 14
_INDENT = 4
_LONG = 60
# A headline takes no more lines than these.
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Lines without a blank line or markup between them."""

    lines: Sequence[Line]
    full: Sequence[bool]
    """Of each line, whether it fills its column."""
    width: int
    usual: int
    """The width of the column that it stands in, 0 where that is not known."""

    @property
    def displayed(self) -> bool:
        """Whether these are the lines of one headline, set larger than the column, so that none reaches its edge."""
        if len(self.lines) > _HEAD_LINES or any(_INNER.search(line.text) for line in self.lines):
            return False
        room = self.usual or self.width * 2
        small = all(line.width * 3 <= room * 2 for line in self.lines)
        return small and sum(line.width for line in self.lines) * 2 <= room * 3


def unwrap(parts: Sequence[Sequence[Line]], column: Column, layout: Layout) -> list[list[Line]]:
    """The lines of each block, in order, of the runs of a text and how they were broken."""
    if not column.wrapped:
        return _unbroken([line for part in parts for line in part], layout)
    runs = list(_runs(parts, column))
    blocks: list[list[Line]] = []
    for index, run in enumerate(runs):
        pieces = _pieces(run, column, layout)
        if blocks and pieces and _continues(blocks[-1], runs[index - 1], run, layout):
            blocks[-1].extend(pieces.pop(0))
        blocks.extend(pieces)
    return blocks


def runs_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines parted where a blank line stands between them, or markup begins a block."""
    parts: list[list[Line]] = []
    for line in lines:
        if parts and line.gap == 1 and not line.apart:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _runs(parts: Sequence[Sequence[Line]], column: Column) -> Iterator[Run]:
    # a few lines alone are taken to stand in the column of those before them, at the beginning of those after
    widths = [(max(line.width for line in lines), len(lines) > _HEAD_LINES) for lines in parts]
    usual = next((width for width, long in widths if long), 0)
    for lines, (width, long) in zip(parts, widths, strict=True):
        usual = width if long else usual
        yield Run(lines, column.full(lines, usual), width, usual)


def _unbroken(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """Each line a block, but for a long paragraph that breaks off and goes on behind a blank line."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and line.gap > 1 and _may_go_on(blocks[-1], line, layout) and _goes_on(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _goes_on(last: Line, line: Line) -> bool:
    clauses = len(_INNER.findall(last.text))
    return last.width >= _LONG and clauses >= 2 and bool(_INNER.search(line.text)) and line.width >= _NARROWEST


def _pieces(run: Run, column: Column, layout: Layout) -> list[list[Line]]:
    margin = min(line.indent for line in run.lines)
    prose = bool(column.length) or not run.displayed
    pieces: list[list[Line]] = [[run.lines[0]]]
    for index, line in enumerate(run.lines[1:], 1):
        block = pieces[-1]
        full = run.full[index - 1]
        if line.indent >= margin + 2 or (column.length and not full) or _ends(block, full, prose, line, layout):
            pieces.append([line])
        else:
            block.append(line)
    return pieces


def _ends(block: Sequence[Line], full: bool, prose: bool, line: Line, layout: Layout) -> bool:
    """Whether a block of a wrapped run is at its end before `line`; `full` says so of its last line."""
    last = block[-1]
    if full and _INSIDE.search(last.text):
        return False
    if layout.is_lead(line.text) or layout.is_caption("".join(part.text for part in block[-2:])):
        return True
    if full and layout.is_caption(line.text):
        return False
    if len(block) <= _HEAD_LINES and (signed := _ends_byline(block, full, line, layout)) is not None:
        return signed
    if not prose:
        # the lines of one headline are joined
        return False
    finished = _finished(last, layout)
    if not full:
        return finished or _is_heading(block)
    if layout.section.match(line.text):
        return finished or (_is_heading(block) and layout.section.match(block[0].text) is not None)
    if layout.opening.match(line.text):
        return finished or _is_heading(block)
    return finished and (layout.item.match(line.text) is not None or layout.is_byline(line.text))


def _ends_byline(block: Sequence[Line], full: bool, line: Line, layout: Layout) -> bool | None:
    """Whether `line` is no more part of the byline or the furniture that `block` is; None where it is neither."""
    text = "".join(part.text for part in block)
    if full and layout.is_byline(text + line.text):
        return False
    if layout.is_byline(text) and not layout.is_lead(text):
        return True
    if not full and layout.is_chrome(block[-1].text):
        return True
    apart = _is_furniture(line.text, layout)
    return True if apart and not _STOP.search(text) else None


def _is_furniture(text: str, layout: Layout) -> bool:
    return layout.is_byline(text) or layout.is_chrome(text) or layout.masthead.match(text) is not None


def _is_heading(block: Sequence[Line]) -> bool:
    """Whether lines that end before the column does, without a full stop, are a heading and no broken sentence."""
    if len(block) > _HEAD_LINES or _OPEN_CLAUSE.search(block[-1].text):
        return False
    text = "".join(line.text for line in block)
    return not _STOP.search(text) and text.count("\uff0c") <= 1


def _continues(block: Sequence[Line], before: Run, run: Run, layout: Layout) -> bool:
    """Whether the sentence that `block` breaks off is taken up by `run`, behind a blank line."""
    last, line = block[-1], run.lines[0]
    if not _may_go_on(block, line, layout):
        return False
    numbered = layout.section.match(block[0].text) or layout.item.match(block[0].text)
    if _is_heading(block) and (numbered or not before.full[-1]):
        return False
    if any(_INNER.search(part.text) for part in block) or len(block) > 4:
        return True
    if len(before.lines) > 1:
        # the paragraph began in the line before the break
        return any(_INNER.search(part.text) for part in before.lines)
    # One line alone: a heading, or the first line of a paragraph, which fills the column but for its indent.
    filled = last.width + _INDENT
    return run.width - 4 <= filled <= run.width + 1 and len(run.lines) > 1


def _may_go_on(block: Sequence[Line], line: Line, layout: Layout) -> bool:
    last = block[-1]
    if line.apart or block[0].mark or line.gap > 3 or not _BROKEN_OFF.search(last.text):
        return False
    if not _HAN_START.match(line.text) or layout.is_lead(line.text) or layout.is_caption(last.text):
        return False
    return not _special(line.text, layout) and not _special("".join(part.text for part in block), layout)


def _special(text: str, layout: Layout) -> bool:
    return layout.is_byline(text) or layout.is_caption(text) or layout.is_chrome(text)


def _finished(line: Line, layout: Layout) -> bool:
    return layout.finished.search(line.text[-4:]) is not None or is_signed(line.text)

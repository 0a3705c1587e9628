"""Lines to blocks: what was one paragraph before a column's width broke it is joined again.

A text counts as wrapped where its lines mostly break off unfinished at one width. In a wrapped text a short
finished line ends its paragraph; a blank line in mid-sentence is a change of column or page. In any other text
each line is a block, but for a long paragraph that breaks off in mid-sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.stages.clean.layout import Layout
from extract.stages.clean.lines import Line

_INNER = re.compile("[\u3002\uff0c\uff1b\u3001,;]")
# a long paragraph that breaks off here goes on after the blank line: 全面⏎⏎提升
# (中小企业—⏎⏎“小巨人”企业 too, while —— closes the line over a headline)
_BROKEN_OFF = re.compile("(?:[\u4e00-\u9fff\uff0c\u3001,\u201c\uff08\u300a]|(?<!\u2014)\u2014)\\Z")
_HAN_START = re.compile("[\u4e00-\u9fff\u201c\uff08\u300a0-9A-Za-z]")

# Widths in half-width columns. A sign that may not begin a line, or a Latin word, leaves up to three
# full-width places empty at a line's end.
_SLACK = 6
# Where all characters are set equally wide, Latin and figures too, a full line has the same number of them.
_MISSING = 2
_NARROWEST = 14
_WIDEST = 120
_INDENT = 4
_LONG = 60


@dataclass(frozen=True, slots=True)
class Run:
    """Lines without a blank line or markup between them."""

    lines: Sequence[Line]
    width: int
    length: int
    """The most characters that a line has."""
    wrapped: bool

    @classmethod
    def of(cls, lines: Sequence[Line], wrapped: bool) -> Run:
        """The run of `lines`."""
        return cls(lines, max(line.width for line in lines), max(len(line.text) for line in lines), wrapped)

    def full(self, line: Line) -> bool:
        """Whether a line fills the column, so that it may break off anywhere."""
        return line.width >= self.width - _SLACK or len(line.text) >= self.length - _MISSING


def unwrap(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """The lines of each block, in order."""
    runs = _runs(lines, layout)
    blocks: list[list[Line]] = []
    for index, run in enumerate(runs):
        pieces = _pieces(run, layout)
        if blocks and pieces and _continues(blocks[-1], runs[index - 1], run, layout):
            blocks[-1].extend(pieces.pop(0))
        blocks.extend(pieces)
    return blocks


def _runs(lines: Sequence[Line], layout: Layout) -> list[Run]:
    parts: list[list[Line]] = []
    for line in lines:
        if parts and line.gap == 1 and not line.apart:
            parts[-1].append(line)
        else:
            parts.append([line])
    long = [part for part in parts if len(part) > 2]
    flowing = sum(len(part) for part in long if _flows(part, layout, 0.5))
    if long:
        wrapped = flowing * 2 > sum(map(len, long))
    else:
        pairs = [part for part in parts if len(part) == 2]
        wrapped = sum(_flows(part, layout, 1.0) for part in pairs) * 2 > len(pairs)
    # In a wrapped text a run may hold two columns of different widths, so each is taken as wrapped.
    return [Run.of(part, wrapped) for part in parts]


def _flows(part: Sequence[Line], layout: Layout, share: float) -> bool:
    """Whether the lines of a run break off unfinished at one width, as a column's do."""
    run = Run.of(part, True)
    if not _NARROWEST <= run.width <= _WIDEST:
        return False
    full = sum(run.full(line) and not _finished(line, layout) for line in part[:-1])
    clauses = sum(bool(_INNER.search(line.text)) for line in part)
    return full >= share * (len(part) - 1) and clauses * 4 >= len(part)


def _pieces(run: Run, layout: Layout) -> list[list[Line]]:
    if not run.wrapped:
        return [[line] for line in run.lines]
    margin = min(line.indent for line in run.lines)
    prose = any(_INNER.search(line.text) for line in run.lines) or len(run.lines) > 4
    pieces: list[list[Line]] = [[run.lines[0]]]
    for index in range(1, len(run.lines)):
        last, line = run.lines[index - 1], run.lines[index]
        opens = len(pieces[-1]) == 1
        if line.indent >= margin + 2 or _ends(last, opens, prose, run, line, layout):
            pieces.append([line])
        else:
            pieces[-1].append(line)
    return pieces


def _ends(last: Line, opens: bool, prose: bool, run: Run, line: Line, layout: Layout) -> bool:
    """Whether a block of a wrapped run ends with the line `last`, the first of its block where it `opens`."""
    short = not run.full(last)
    finished = _finished(last, layout)
    if layout.is_lead(line.text) or (opens and (layout.is_byline(last.text) or layout.is_chrome(last.text))):
        return True
    if not prose:
        # the lines of one headline are joined, a byline under it is not
        return layout.is_byline(line.text) or layout.is_caption(last.text)
    if finished and (short or layout.item.match(line.text) or layout.section.match(line.text)):
        return True
    if layout.is_caption(last.text) or (finished and layout.is_byline(line.text)):
        return True
    # a short unfinished line that opens a block heads what follows
    return opens and not finished and last.width < run.width * 0.6


def _continues(block: Sequence[Line], before: Run, run: Run, layout: Layout) -> bool:
    """Whether the sentence that `block` breaks off is taken up by `run`, behind a blank line."""
    last, line = block[-1], run.lines[0]
    if line.apart or block[0].mark or line.gap > 3 or not _BROKEN_OFF.search(last.text):
        return False
    if not _HAN_START.match(line.text) or _special(line, layout) or layout.is_caption(last.text):
        return False
    if not before.wrapped:
        body = sum(map(len, _INNER.findall(last.text)))
        return last.width >= _LONG and body >= 2 and bool(_INNER.search(line.text)) and line.width >= _NARROWEST
    if any(_INNER.search(part.text) for part in block) or len(block) > 4:
        return True
    if len(before.lines) > 1:
        # the paragraph began in the line before the break: it fills its column, which a heading does not
        return before.full(last) and any(_INNER.search(part.text) for part in before.lines)
    # One line alone: a heading, or the first line of a paragraph, which fills the column but for its indent.
    filled = last.width + _INDENT
    return run.width - 4 <= filled <= run.width + 1 and len(run.lines) > 1


def _special(line: Line, layout: Layout) -> bool:
    text = line.text
    return layout.is_lead(text) or layout.is_byline(text) or layout.is_caption(text) or layout.is_chrome(text)


def _finished(line: Line, layout: Layout) -> bool:
    return layout.finished.search(line.text[-4:]) is not None

"""How the lines of a text were broken: at a number of characters, at a column's width, or not at all.

A line is *full* where what stands in the next line would not have fitted into it any more. A full line says
nothing about where its paragraph ends; a line that is not full ends its block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.stages.clean.lines import Line, columns, is_signed

# signs that a typesetter lets no line begin with, and those that he lets no line end with
_NOT_FIRST = "\uff0c\u3002\u3001\uff1b\uff1a\uff1f\uff01\u201d\u2019\uff09\u300b\u3011\u2026%,.;:?!)"
_NOT_LAST = "\u201c\u2018\uff08\u300a\u3010("
# what a typesetter does not break: a Latin word or a figure, a character with the signs that hang on it
_UNBROKEN = re.compile(f"[{re.escape(_NOT_LAST)}]*(?:[A-Za-z0-9.%+/-]+|.)[{re.escape(_NOT_FIRST)}]*", re.S)
_INNER = re.compile("[\u3002\uff0c\uff1b\u3001,;]")

# Widths in half-width columns.
_NARROWEST = 14
_WIDEST = 120
# Justified lines are full of spaces that are not counted; a sign may hang over the edge.
_SLACK = 4
_INDENT = 4
_NEAR = 3
# Lines of a text that is broken at a number of characters: at least so many of one length, and at least this share.
_FEW = 3
_SHARE = 0.25
# Of its column's width a heading takes less than this, and of the lines that break off more than this are full.
_HEADING = 0.6
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """How the lines of a source were broken."""

    wrapped: bool
    length: int = 0
    """Characters of a full line where every line breaks at that number, else 0."""
    unindented: bool = False
    """The first lines of paragraphs have lost their indent: they end before the column does."""

    @classmethod
    def of(cls, runs: Sequence[Sequence[Line]]) -> Column:
        """What the runs of lines of a source, each without a blank line, have in common."""
        length = _cut_length(runs)
        return cls(bool(length) or _is_set(runs), length, _is_unindented(runs))

    def full(self, run: Sequence[Line], usual: int) -> list[bool]:
        """Of each line of a run, whether it is full; `usual` is the width of the column that the run stands in."""
        if self.length:
            return [line.length >= self.length for line in run]
        full: list[bool] = []
        for index, line in enumerate(run):
            opens = not full or not full[-1]
            room = _reach(run, index, usual) - _INDENT * (bool(line.indent) or (opens and self.unindented))
            after = run[index + 1] if index + 1 < len(run) else None
            # what follows the last line stands behind a blank line, and is not known to have been next
            full.append(_fills(line, after, room) if after else line.spread + _SLACK >= room)
        return full


def _is_set(runs: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines that break off unfinished mostly fill one width, as a column's do.

    A heading breaks off too, but it is short; the rows of a table do, but hold no clauses. Lines wider than any
    column are paragraphs.
    """
    broken = full = clauses = 0
    paragraphs = sum(line.width > _WIDEST for run in runs for line in run)
    for run in runs:
        for index, (line, after) in enumerate(pairwise(run)):
            reach = _reach(run, index, 0)
            if _stops(line) or line.width < _HEADING * reach:
                continue
            broken += 1
            if _NARROWEST <= reach <= _WIDEST and _fills(line, after, reach - _INDENT * bool(line.indent)):
                full += 1
                clauses += bool(_INNER.search(line.text))
    return full > max(_FULL * broken, paragraphs) and clauses * 4 >= full


def _is_unindented(runs: Sequence[Sequence[Line]]) -> bool:
    """Whether the first lines of paragraphs mostly end an indent's width before the column does."""
    kept = lost = 0
    before: Line | None = None
    for run in runs:
        # behind a blank line a sentence may go on, from another column
        opens = before is None or _stops(before)
        before = run[-1]
        for index, (line, after) in enumerate(pairwise(run)):
            reach = _reach(run, index, 0)
            if opens and not _stops(line) and line.width >= _HEADING * reach:
                # without slack, of which an indent takes as much
                fills = line.indent > 0 or _fills(line, after, reach + _SLACK - 2)
                kept += fills
                lost += not fills and _fills(line, after, reach - _INDENT)
            opens = not _fills(line, after, reach)
    return lost > kept


def _reach(run: Sequence[Line], index: int, usual: int) -> int:
    """The width that the lines around one reach."""
    near = run[max(index - _NEAR, 0) : index + _NEAR + 1]
    widest = max(line.width for line in near)
    return max(widest, usual) if len(run) <= _NEAR else widest


def _fills(line: Line, after: Line, room: int) -> bool:
    """Whether what begins the line `after` would not have fitted into `line`, which has `room`."""
    found = _UNBROKEN.match(after.text)
    needed = columns(found[0]) if found else 0
    return line.spread + needed > room - _SLACK


def _stops(line: Line) -> bool:
    return line.text[-1] in "\u3002\uff01\uff1f\uff1b\uff1a" or line.text[-2:-1] == "\u3002" or is_signed(line.text)


def _cut_length(runs: Sequence[Sequence[Line]]) -> int:
    """The number of characters at which every line of a source breaks, 0 where there is none.

    No typesetter did it: lines begin with a comma, end in an opening quote, or are narrow where figures stand in them.
    """
    lengths = Counter(line.length for run in runs for line in run[:-1])
    if not lengths:
        return 0
    length, full = max(lengths.items(), key=lambda item: (item[1], item[0]))
    longer = any(line.length - line.indent > length for run in runs for line in run)
    if full < _FEW or full < _SHARE * lengths.total() or longer:
        return 0
    if not _NARROWEST <= 2 * length <= 2 * _WIDEST:
        return 0
    pairs = [pair for run in runs for pair in pairwise(run) if pair[0].length == length]
    careless = any(after.text[0] in _NOT_FIRST or line.text[-1] in _NOT_LAST for line, after in pairs)
    widths = [line.width for line, _ in pairs]
    return length if careless or max(widths) - min(widths) > _SLACK else 0

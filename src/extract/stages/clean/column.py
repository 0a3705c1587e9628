"""How the lines of a text were broken: at a number of characters, at a column's width, or not at all.

A line is *full* where what stands in the next line would not have fitted into it any more. A full line says
nothing about where its paragraph ends; a line that is not full ends its block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.stages.clean.lines import Line, columns

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
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """How the lines of a source were broken."""

    wrapped: bool
    length: int = 0
    """Characters of a full line where every line breaks at that number, else 0."""

    @classmethod
    def of(cls, runs: Sequence[Sequence[Line]]) -> Column:
        """What the runs of lines of a source, each without a blank line, have in common."""
        if length := _cut_length(runs):
            return cls(True, length)
        long = [run for run in runs if len(run) > 2]
        if long:
            flowing = sum(len(run) for run in long if flows(run, 0.5))
            return cls(flowing * 2 > sum(map(len, long)))
        pairs = [run for run in runs if len(run) == 2]
        return cls(sum(flows(run, 1.0) for run in pairs) * 2 > len(pairs))

    def full(self, run: Sequence[Line], index: int, usual: int) -> bool:
        """Whether line `index` of a run is full; `usual` is the width of the column that the run stands in."""
        line = run[index]
        if self.length:
            return line.length >= self.length
        if index + 1 == len(run):
            return line.width + _INDENT * bool(line.indent) + _SLACK >= _reach(run, index, usual)
        return _fills(run, index, _reach(run, index, usual))


def flows(run: Sequence[Line], share: float) -> bool:
    """Whether the lines of a run mostly break off unfinished at one width, as a column's do."""
    widest = max(line.width for line in run)
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    broken = sum(_fills(run, i, _reach(run, i, 0)) and not _stops(run[i]) for i in range(len(run) - 1))
    clauses = sum(bool(_INNER.search(line.text)) for line in run)
    return broken >= share * (len(run) - 1) and clauses * 4 >= len(run)


def _reach(run: Sequence[Line], index: int, usual: int) -> int:
    """The width that the lines around one reach."""
    near = run[max(index - _NEAR, 0) : index + _NEAR + 1]
    widest = max(line.width for line in near)
    return max(widest, usual) if len(run) <= _NEAR else widest


def _fills(run: Sequence[Line], index: int, reach: int) -> bool:
    line, after = run[index], run[index + 1]
    found = _UNBROKEN.match(after.text)
    needed = columns(found[0]) if found else 0
    return line.width + _INDENT * bool(line.indent) + needed > reach - _SLACK


def _stops(line: Line) -> bool:
    return line.text[-1] in "\u3002\uff01\uff1f\uff1b\uff1a" or line.text[-2:-1] == "\u3002"


def _cut_length(runs: Sequence[Sequence[Line]]) -> int:
    """The number of characters at which every line of a source breaks, 0 where there is none.

    No typesetter did it: such a text has lines that begin with a comma, and others that end in an opening quote.
    """
    lengths = Counter(line.length for run in runs for line in run[:-1])
    if not lengths:
        return 0
    length, full = max(lengths.items(), key=lambda item: (item[1], item[0]))
    longer = any(line.length - line.indent > length for run in runs for line in run)
    if full < _FEW or full < _MOST * lengths.total() or longer:
        return 0
    if not _NARROWEST <= 2 * length <= 2 * _WIDEST:
        return 0
    careless = any(
        line.length == length and (after.text[0] in _NOT_FIRST or line.text[-1] in _NOT_LAST)
        for run in runs
        for line, after in zip(run, run[1:], strict=False)
    )
    return length if careless else 0

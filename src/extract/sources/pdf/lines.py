"""Characters of a page to its lines: what stands on one baseline without a gutter in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.sources.pdf.glyphs import Glyph

# Shares of the size of a character.
_SAME_LINE = 0.35
_TOUCHING = 0.8
"""Justified text has no wider gaps: they are gutters, or spaces in a line."""
_SPACE = 3.0
_GUTTER = 0.35
_EDGE = 3
"""So many lines begin at a column's edge."""
_WORD_SPACE = 0.15
_NEAR = 2.3
"""Baselines of neighbouring lines are no farther apart."""
_ALIKE = 1.3
# a comma may hang in the gutter; the right half of its square is empty
_HALF_EMPTY = "\uff0c\u3002\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300b\u3011"

Run = tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column; `y` is its baseline and grows upwards, `size` that of its characters."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    row: bool = False
    """A row of a table, its cells marked."""


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page from top to bottom, those on one baseline from left to right."""
    runs = [run for row in _rows(glyphs) for run in _runs(row)]
    edges = _edges(runs)
    runs = [part for run in runs for part in _cut(run, edges)]
    return sorted((_line(run) for run in _spanned(runs)), key=lambda line: (-line.y, line.x0))


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The glyphs by their baseline, each row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if rows and rows[-1][0].y - glyph.y <= _SAME_LINE * min(rows[-1][0].size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.x0) for row in rows]


def _runs(row: Sequence[Glyph]) -> Iterator[Run]:
    """The stretches of a row between wide gaps, without outer white space."""
    start = 0
    for index in range(1, len(row) + 1):
        if index == len(row) or _parted(row[index - 1], row[index]):
            run = _trimmed(row[start:index])
            start = index
            if run:
                yield run


def _parted(before: Glyph, glyph: Glyph) -> bool:
    ink = min(before.x1, before.x0 + before.size / 2) if before.char in _HALF_EMPTY else before.x1
    return glyph.x0 - ink > _TOUCHING * max(before.size, glyph.size)


def _trimmed(run: Sequence[Glyph]) -> Run:
    inked = [index for index, glyph in enumerate(run) if not glyph.char.isspace()]
    return tuple(run[inked[0] : inked[-1] + 1]) if inked else ()


def _edges(runs: Sequence[Run]) -> frozenset[int]:
    """Where columns begin: the places, in points, at which several runs do."""
    starts = Counter(round(run[0].x0) for run in runs)
    return frozenset(start + near for start, count in starts.items() if count >= _EDGE for near in (-1, 0, 1))


def _cut(run: Run, edges: Container[int]) -> Iterator[Run]:
    """The parts of a run that goes over a narrow gutter, as where a comma hangs in it."""
    start = 0
    for index in range(1, len(run)):
        gap = run[index].x0 - run[index - 1].x1
        if gap > _GUTTER * run[index].size and round(run[index].x0) in edges:
            yield run[start:index]
            start = index
    yield run[start:]


def _spanned(runs: Sequence[Run]) -> list[Run]:
    """The runs with those joined that only a space parts: text above or below runs across it, as across no gutter."""
    joined: list[Run] = []
    heights = [-run[0].y for run in runs]
    for run in runs:
        before = joined[-1] if joined else ()
        if before and _beside(before, run) and _crossed(before, run, runs, heights):
            joined[-1] = before + run
        else:
            joined.append(run)
    return joined


def _beside(left: Run, right: Run) -> bool:
    """Whether two runs stand on one baseline, no farther apart than a space may be."""
    size = max(left[-1].size, right[0].size)
    return abs(left[0].y - right[0].y) <= _SAME_LINE * size and 0 <= right[0].x0 - left[-1].x1 <= _SPACE * size


def _crossed(left: Run, right: Run, runs: Sequence[Run], heights: Sequence[float]) -> bool:
    y, size, middle = left[0].y, left[-1].size, (left[-1].x1 + right[0].x0) / 2
    first = bisect_left(heights, -y - _NEAR * size)
    for other in runs[first:]:
        distance = y - other[0].y
        if distance > _NEAR * size:
            break
        alike = max(other[0].size, size) <= _ALIKE * min(other[0].size, size)
        if abs(distance) > _SAME_LINE * size and alike and other[0].x0 < middle - size < middle + size < other[-1].x1:
            return True
    return False


def _line(run: Run) -> Line:
    pieces = [run[0].char]
    for before, glyph in pairwise(run):
        pieces += (_gap(before, glyph), glyph.char)
    ys, sizes = [glyph.y for glyph in run], [glyph.size for glyph in run]
    return Line("".join(pieces), run[0].x0, run[-1].x1, median(ys), median(sizes))


def _gap(before: Glyph, glyph: Glyph) -> str:
    """The space that a gap stands for: a wide one, or one at a Latin word."""
    if before.char.isspace() or glyph.char.isspace():
        return ""
    width, size = glyph.x0 - before.x1, max(before.size, glyph.size)
    if width > _TOUCHING * size:
        return "\u3000"
    latin = before.char.isascii() and glyph.char.isascii()
    return " " if latin and width > _WORD_SPACE * size else ""

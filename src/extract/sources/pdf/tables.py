"""Tables of figures: rows of short pieces that leave most of their columns empty, which lines of prose do not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from extract.sources import marked
from extract.sources.pdf.lines import Line

_PROSE = re.compile("[\uff0c\u3002\uff1b]")
_FIGURE = re.compile(r"[-+\u2212]?\d[\d.,]*\s?\S{0,4}")
_FIGURES = 0.25
"""The share of the cells that are figures: headings of columns beside each other are no table."""
# Shares of the size of a character.
_WIDEST_CELL = 16
_SAME_ROW = 0.35
_NEAR = 2.8
_FILLED = 0.7
"""Lines of prose fill nine tenths of the way to the next column."""
_ROWS, _FEW_ROWS, _MANY_CELLS = 3, 2, 3

Row = list[Line]


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, from top to bottom, with each row of a table as one line of marked cells."""
    rows = [row for table in _tables(list(_rows(lines))) for row in table]
    inside = {id(cell) for row in rows for cell in row}
    kept = [line for line in lines if id(line) not in inside]
    return sorted([*kept, *map(_as_line, rows)], key=lambda line: (-line.y, line.x0))


def _as_line(row: Row) -> Line:
    text = marked.table([[cell.text for cell in row]])
    return Line(text, row[0].x0, row[-1].x1, row[0].y, row[0].size, row=True)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    """The stretches of two or more pieces on one baseline that may be cells."""
    row: Row = []
    for line in lines:
        same = bool(row) and row[-1].y - line.y <= _SAME_ROW * line.size
        if not same or not _is_cell(line):
            if len(row) > 1:
                yield row
            row = []
        if _is_cell(line):
            row.append(line)
    if len(row) > 1:
        yield row


def _is_cell(line: Line) -> bool:
    return line.x1 - line.x0 <= _WIDEST_CELL * line.size and not _PROSE.search(line.text)


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows that follow each other closely and are those of a table."""
    table: list[Row] = []
    for row in rows:
        if table and not _follows(table[-1], row):
            if _is_table(table):
                yield table
            table = []
        table.append(row)
    if _is_table(table):
        yield table


def _follows(above: Row, row: Row) -> bool:
    near = above[0].y - row[0].y <= _NEAR * row[0].size
    return near and min(above[-1].x1, row[-1].x1) > max(above[0].x0, row[0].x0)


def _is_table(rows: Sequence[Row]) -> bool:
    fills = [
        (cell.x1 - cell.x0) / (following.x0 - cell.x0) for row in rows for cell, following in itertools.pairwise(row)
    ]
    many = len(rows) >= _ROWS or (len(rows) >= _FEW_ROWS and min(map(len, rows)) >= _MANY_CELLS)
    cells = [cell for row in rows for cell in row]
    figures = sum(bool(_FIGURE.fullmatch(cell.text)) for cell in cells)
    return many and sum(fills) < _FILLED * len(fills) and figures >= _FIGURES * len(cells)

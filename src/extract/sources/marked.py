"""Blocks of a document as lightly marked text, in the Markdown that the clean stage takes for structure.

Paragraphs are parted by a blank line; a heading begins with #, a list item with -, a table's row stands in bars.
Offsets of records refer to the text made here, which a run keeps in `texts/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# a line of the source ends between two characters that are written without a space
_WRAPPED = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\uffef])")
_SPACE = re.compile(r"[^\S\u3000]*[\n\t\r\f\v][^\S\u3000]*|[ \u00a0]{2,}")
# beyond this the clean stage takes no line for a row; a cell that long is prose in a table made for layout
_LONGEST_ROW = 1800
_LONGEST_CELL = 400

NAME, PART = 1, 4
"""Levels of headings: one that names a text, one that stands over a part of it."""


def plain(text: str) -> str:
    """The text of one block on one line, without outer space."""
    return _SPACE.sub(" ", _WRAPPED.sub("", text)).strip()


def heading(text: str, level: int = NAME) -> str:
    """A heading of the level NAME or PART."""
    return f"{'#' * level} {text}"


def item(text: str) -> str:
    """An item of a list."""
    return f"- {text}"


def bold(text: str) -> str:
    """A paragraph that is set in bold as a whole."""
    return f"**{text}**"


def table(rows: Iterable[Sequence[str]]) -> str:
    """The rows of a table, cell by cell; without its empty rows.

    >>> table([["指标", "增速"], ["工业投资", "5.1%"]])
    '| 指标 | 增速 |\\n| 工业投资 | 5.1% |'
    """
    return "\n".join(_row(cells) for cells in rows if any(cells))


def _row(cells: Sequence[str]) -> str:
    # A bar inside a cell would end it.
    shown = [cell.replace("|", "\uff5c") for cell in cells]
    if len("".join(shown)) > _LONGEST_ROW or len(shown) == 1 or max(map(len, shown)) > _LONGEST_CELL:
        return "\n" + "\n\n".join(filter(None, cells)) + "\n"
    return f"| {' | '.join(shown)} |"


def joined(blocks: Iterable[str]) -> str:
    """The text of a document, its blocks parted by blank lines."""
    return lines(block + "\n" for block in blocks if block)


def lines(blocks: Iterable[str]) -> str:
    """The text of a document, its blocks on lines of their own; an empty one is a blank line, several are one."""
    return re.sub("\n{3,}", "\n\n", "\n".join(blocks)).strip("\n")

"""Lines of a page to its blocks, and blocks to their reading order, over any number of columns.

The order is that of T. Breuel, “High Performance Document Layout Analysis” (2003): of two blocks one above the other
the upper comes first; of two beside each other the left one, unless something between them spans both, as a headline
spans the columns below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.sources.pdf.lines import Line

# Shares of the size of a character.
_LEADING = 2.2
_ALIKE = 1.2
_OVERLAP = 0.3
"""The share of the narrower of two lines that stands above or below the other."""
_SHORTEST = 3.5
"""A last line of a character or two counts as this wide: it goes on below an indent."""
_EDGE = 2.0
"""Points by which columns may touch each other's edges."""


@dataclass(frozen=True)
class TextBlock:
    """Lines of one column and one size, none far from the next."""

    lines: tuple[Line, ...]

    @cached_property
    def x0(self) -> float:
        """The left edge."""
        return min(line.x0 for line in self.lines)

    @cached_property
    def x1(self) -> float:
        """The right edge."""
        return max(line.x1 for line in self.lines)

    @cached_property
    def top(self) -> float:
        """The upper edge."""
        return self.lines[0].y + self.lines[0].size

    @cached_property
    def bottom(self) -> float:
        """The baseline of the last line."""
        return self.lines[-1].y

    @property
    def middle(self) -> float:
        """The height of the block's middle."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The size of its characters."""
        return self.lines[0].size


def blocks_in_order(lines: Sequence[Line]) -> list[TextBlock]:
    """The blocks of a page's lines, which run from top to bottom, as they are read."""
    return _ordered([TextBlock(tuple(lines[index] for index in chain)) for chain in _chains(lines)])


def _chains(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines that follow each other: each is the only one below the one before, which is the only one above it."""
    below = [list(_next(lines, index)) for index in range(len(lines))]
    above: list[list[int]] = [[] for _ in lines]
    for index, found in enumerate(below):
        for other in found:
            above[other].append(index)
    following = {index: found[0] for index, found in enumerate(below) if len(found) == 1 and len(above[found[0]]) == 1}
    opening = set(range(len(lines))) - set(following.values())
    for index in sorted(opening):
        chain = [index]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        yield chain


def _next(lines: Sequence[Line], index: int) -> Iterator[int]:
    """The lines right below a line: near, in its column, alike in size, with nothing between."""
    line, row = lines[index], None
    for other in range(index + 1, len(lines)):
        candidate = lines[other]
        distance = line.y - candidate.y
        if distance > _LEADING * line.size or (row is not None and row - candidate.y > 0.3 * line.size):
            return
        if distance > 0.3 * line.size and _share(line, candidate) >= _OVERLAP:
            row = candidate.y if row is None else row
            if max(line.size, candidate.size) <= _ALIKE * min(line.size, candidate.size):
                yield other


def _share(one: Line, other: Line) -> float:
    """The share of the narrower line that the other stands above or below."""
    ends = [max(line.x1, line.x0 + _SHORTEST * line.size) for line in (one, other)]
    widths = [end - line.x0 for end, line in zip(ends, (one, other), strict=True)]
    return (min(ends) - max(one.x0, other.x0)) / min(widths)


def _ordered(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Kahn's sort; where the layout turns in a circle the upper left block goes first."""
    places = range(len(blocks))
    earlier = {
        index: {other for other in places if other != index and _before(blocks[other], blocks[index], blocks)}
        for index in places
    }
    order: list[TextBlock] = []
    while earlier:
        index = min(earlier, key=lambda at: (len(earlier[at]), -blocks[at].top, blocks[at].x0))
        order.append(blocks[index])
        del earlier[index]
        for waiting in earlier.values():
            waiting.discard(index)
    return order


def _before(one: TextBlock, other: TextBlock, blocks: Sequence[TextBlock]) -> bool:
    if stacked(one, other):
        return one.middle > other.middle
    if one.x0 >= other.x0:
        return False
    low, high = sorted((one.middle, other.middle))
    return not any(
        low < between.middle < high and stacked(one, between) and stacked(between, other) for between in blocks
    )


def stacked(one: TextBlock, other: TextBlock) -> bool:
    """Whether two blocks share a stretch of the page's width."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > _EDGE

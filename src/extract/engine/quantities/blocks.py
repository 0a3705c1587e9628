"""Stretches that no figure is read from: times, names, ordinals, ordinary words, halves and doublings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extract.data import Label, Mention

Span = tuple[int, int]
Block = tuple[int, int, Mention | None]
"""From, to, and the mention that it is; None where it is a time or a word."""


def disjoint(blocks: Iterable[Block], taken: Sequence[Span]) -> list[Block]:
    """The blocks with the `taken` spans, in order: the leftmost, then longest; none that cuts a taken span."""
    ends = [end for _, end in taken]
    kept = [block for block in blocks if not _collides(block, taken, ends)]
    kept += [(start, end, None) for start, end in taken]
    kept.sort(key=lambda block: (block[0], -block[1]))
    out: list[Block] = []
    for block in kept:
        if not out or block[0] >= out[-1][1]:
            out.append(block)
    return out


def step_over(blocks: Sequence[Block], index: int, floor: int, found: list[Mention]) -> tuple[int, int]:
    """The next block, and where the next figure's words may begin; the mention of this one joins those found."""
    start, end, mention = blocks[index]
    if start < floor:
        return index + 1, floor
    if mention is not None:
        found.append(mention)
    return index + 1, end


def _collides(block: Block, taken: Sequence[Span], ends: Sequence[int]) -> bool:
    """Whether a block cuts a taken span, or lies in it; a name that holds it wholly does not."""
    start, end, mention = block
    for index in range(bisect_right(ends, start), len(taken)):
        low, high = taken[index]
        if low >= end:
            break
        holds = mention is not None and mention.label is Label.NAMED_NUMBER and start <= low and high <= end
        if not holds or (start, end) == (low, high):
            return True
    return False

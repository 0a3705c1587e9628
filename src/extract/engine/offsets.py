"""Text under edit that never forgets where its characters came from.

A `TracedText` starts as a raw text and goes through edits; each keeps, for every character left, the raw span it
was read from. Edits run on slices of two integer arrays, so their cost grows with the number of edits and not
with a Python loop over characters.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.data import OffsetMap

Edit = tuple[int, int, str]
"""`(start, end, new)`: what replaces `text[start:end]`, which is never empty; an empty `new` deletes."""

# Unsigned 32-bit: no text that fits in memory here is longer than that.
_CODE = "I"


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text with, for each of its characters, the raw span it was read from.

    Character `i` was read from `raw[starts[i]:ends[i]]`; both arrays never decrease.

    >>> traced = begin("纳入项目 80项").edit([(4, 5, "")])
    >>> traced.text, traced.offsets().raw(2, 7)
    ('纳入项目80项', (2, 8))
    """

    text: str
    starts: array[int]
    ends: array[int]

    def edit(self, edits: Iterable[Edit]) -> TracedText:
        """The text after `edits`, which are in order, not empty and do not overlap.

        A replacement of the same length maps character by character; any other maps each new character to the
        whole of what was replaced. Raises ValueError on edits that overlap, run backwards or insert.
        """
        pieces: list[str] = []
        starts, ends = array(_CODE), array(_CODE)
        at = 0
        for start, end, new in edits:
            if start < at or end <= start or end > len(self.text):
                raise ValueError(f"edit {start}:{end} after {at} in a text of {len(self.text)} characters")
            pieces += (self.text[at:start], new)
            if len(new) == end - start:
                starts += self.starts[at:end]
                ends += self.ends[at:end]
            else:
                starts += self.starts[at:start] + array(_CODE, (self.starts[start],)) * len(new)
                ends += self.ends[at:start] + array(_CODE, (self.ends[end - 1],)) * len(new)
            at = end
        if not pieces:
            return self
        pieces.append(self.text[at:])
        starts += self.starts[at:]
        ends += self.ends[at:]
        return TracedText("".join(pieces), starts, ends)

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str | None]) -> TracedText:
        """The text with each match of `pattern` replaced; `None` from a callable leaves the match as it is."""
        if isinstance(new, str):
            return self.edit((m.start(), m.end(), new) for m in pattern.finditer(self.text) if m.group())
        results = ((m, new(m)) for m in pattern.finditer(self.text) if m.group())
        return self.edit((m.start(), m.end(), text) for m, text in results if text is not None and text != m.group())

    def exchange(self, text: str) -> TracedText:
        """The same offsets under another text of the same length (folding, a script conversion)."""
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters for {len(self.text)}")
        return self if text == self.text else TracedText(text, self.starts, self.ends)

    def offsets(self) -> OffsetMap:
        """The map home of the text as it is now; it shares its arrays, which no edit changes."""
        return OffsetMap(self.starts, self.ends)


def begin(text: str) -> TracedText:
    """A raw text before any edit: character `i` comes from `raw[i:i + 1]`."""
    return TracedText(text, array(_CODE, range(len(text))), array(_CODE, range(1, len(text) + 1)))

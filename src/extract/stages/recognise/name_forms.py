"""How a personal name looks and how sure it is, whatever its kind."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

SHORTEST = 2
"""Characters of a name."""
FOREIGN = 3
"""Characters of a foreign name that is sure by its form."""
NAMED = ("nr", "nz", "ns")
"""Tags of words that may be names."""
STOPS = ("p", "c", "u", "v", "d", "x", "m", "t")
"""Tags of words that end a name."""


class Sure(IntEnum):
    """How sure a name is by its form alone."""

    LIKE = 1
    """Needs a title or the like beside it."""
    FORMED = 2
    """A surname before characters that are given as names: needs to stand like one."""
    KNOWN = 3


class Name(NamedTuple):
    """A personal name at `start:end` of the clean text."""

    start: int
    end: int
    sure: Sure

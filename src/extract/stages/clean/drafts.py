"""A block before it is classified."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.data import BlockKind

UNREAD = frozenset((BlockKind.BYLINE, BlockKind.CHROME))
LONGEST_HEADING = 48
_ENDS = re.compile("[\u3002\uff01\uff1f\uff1b\uff0c\u3001\uff1a!?;,:\u2026][\u201d\u2019\uff09\u300b\u3011)]{0,3}\\Z")


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it is classified: its text, what markup says, and the newlines before it."""

    text: str
    mark: str
    gap: int


def breaks_off(text: str) -> bool:
    """Whether a block ends without a sign, as a heading does."""
    return _ENDS.search(text[-4:]) is None

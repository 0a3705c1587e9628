"""The manner of a text, which its name declares: `city-daily-02.txt` is a text in the manner of a city daily."""

from __future__ import annotations

import re

_NAME = re.compile(r"(?:.*/)?([^\W\d_]+(?:-[^\W\d_]+)*)-\d+(?:\.\w+)?")


def manner(doc: str) -> str | None:
    """A document's name without its closing number: words of letters, joined by hyphens; else None."""
    named = _NAME.fullmatch(doc)
    return named and named[1]

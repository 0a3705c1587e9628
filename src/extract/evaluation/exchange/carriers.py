"""What goes to a tool and comes back, whatever the tool: a text, regions in it, links between regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""A line of a file of labels, as it stands."""

PART_OF = "part_of"
"""The one relation between labels: from a part to its total."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text with its label: a record type, or the label of a mention. Offsets are code points."""

    name: str
    """Unique within its document."""
    start: int
    end: int
    label: str
    row: Row | None = None
    """The line that it came from, or None where it was drawn in the tool."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two regions, by their names."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotation."""

    doc: str
    text: str
    regions: tuple[Region, ...] = ()
    links: tuple[Link, ...] = ()


class ExchangeError(ValueError):
    """A file that is not what a tool writes; the message says where and why."""

"""What is processed together: the carriers that go from the planner to a worker, here or on another machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import orjson

from extract.data import Rejection, Source
from extract.sources import Found, State


@dataclass(frozen=True, slots=True)
class FileItem:
    """A file that a worker reads itself, so that one that hangs or crashes its reader costs a worker alone."""

    found: Found
    state: State
    """In which it was hashed."""
    sha256: str

    @property
    def size(self) -> int:
        """In bytes."""
        return self.state[2]


@dataclass(frozen=True, slots=True)
class CopyItem:
    """A file that an earlier run has read in the same state: its lines are copied."""

    file: FileItem
    folder: Path
    """Of the earlier run."""
    places: Mapping[str, tuple[int, int]]
    """Where its lines begin in each file of that run, and how many bytes they are."""
    counts: Mapping[str, int]


Item = FileItem | CopyItem | Source | Rejection


@dataclass(frozen=True, slots=True)
class Part:
    """The items of a shard that belong to one input."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Shard:
    """Neighbouring items, in order: always the same ones, whatever the number of workers."""

    first: int
    """The number of the first part's input; the inputs of the others follow it."""
    parts: tuple[Part, ...]
    size: int = 0
    """In bytes of input."""
    key: str = field(init=False)
    """32 hex digits over all that decides the result, given the options."""

    def __post_init__(self) -> None:
        facts = [[_facts(item) for item in part.items] for part in self.parts]
        object.__setattr__(self, "key", sha256(orjson.dumps(facts)).hexdigest()[:32])


def _facts(item: Item) -> list[object]:
    match item:
        case FileItem(found=found):
            return ["file", found.source_id, item.sha256]
        case CopyItem(file=file):
            return _facts(file)
        case Source():
            return ["source", item.source_id, item.sha256, item.plain, item.title, item.published, item.place]
        case Rejection():
            return ["rejection", item.source_id, item.error, item.message]

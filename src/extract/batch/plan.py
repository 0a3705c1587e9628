"""Inputs to shards: the same ones on every run over the same inputs, whatever works on them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.batch.shard import CopyItem, FileItem, Item, Part, Shard
from extract.data import Rejection, Source
from extract.locations import Location
from extract.sources import ROWS, STDIN, Found, Reading, Skipped, SourceError, find, read_file, reject

SHARD_BYTES = 600_000
"""Of input, where no single source is larger: a few seconds' work."""
SHARD_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Given:
    """An input as it was found: a file, standard input, or a name that leads nowhere."""

    path: str
    source_id: str
    size: int
    sha256: str | None


Reuse = Callable[[FileItem], Item]
"""A file to what is done about it: the file itself, or a copy out of an earlier run."""


@dataclass
class _Batch:
    """The shard that is being filled with whole inputs, from the input of number `first`."""

    first: int
    parts: list[Part] = field(default_factory=list)
    size: int = 0

    def add(self, item: Item, size: int) -> None:
        self.parts.append(Part((item,)))
        self.size += size

    def shards(self) -> Iterator[Shard]:
        """The shard, if it holds anything."""
        if self.parts:
            yield Shard(self.first, tuple(self.parts), self.size)


@dataclass
class Plan:
    """Reads the inputs once, in their order; what it has met so far stands in `given` and `skipped`."""

    inputs: Sequence[str]
    reading: Reading
    leave_out: Location
    note: Callable[[Given], object]
    """Told of each input, in order."""
    reuse: Reuse = lambda item: item
    skipped: Counter[str] = field(default_factory=Counter)
    """Files that were passed over, by kind."""
    _met: int = field(default=0, init=False)

    def shards(self) -> Iterator[Shard]:
        """The shards, in order. A large file of rows has shards of its own; it is never in memory as a whole."""
        batch = _Batch(0)
        for found in find(self.inputs, self.leave_out):
            if isinstance(found, Skipped):
                self.skipped[found.kind] += 1
                continue
            item = self._item(found)
            if isinstance(item, FileItem) and item.found.suffix in ROWS and item.size > SHARD_BYTES:
                yield from batch.shards()
                yield from self._rows(item)
                batch = _Batch(self._met)
                continue
            size = _size(item)
            if batch.parts and (batch.size + size > SHARD_BYTES or len(batch.parts) == SHARD_ITEMS):
                yield from batch.shards()
                batch = _Batch(self._met - 1)
            batch.add(item, size)
        yield from batch.shards()

    def _item(self, found: Found | Rejection) -> Item:
        """What is to be done about an input; it is noted."""
        if isinstance(found, Rejection):
            return self._noted(found.source_id, found, 0, None)
        if found.source_id == STDIN:
            item = next(read_file(found, self.reading))
            whole = item.size if isinstance(item, Source) else 0
            return self._noted(STDIN, item, whole, item.sha256 if isinstance(item, Source) else None)
        path = found.path.as_posix()
        try:
            state = found.state()
            with found.path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return self._noted(path, reject(found.source_id, SourceError.UNREADABLE, str(error)), 0, None)
        return self._noted(path, self.reuse(FileItem(found, state, digest)), state[2], digest)

    def _noted(self, path: str, item: Item, size: int, sha256: str | None) -> Item:
        self._met += 1
        self.note(Given(path, _source_id(item), size, sha256))
        return item

    def _rows(self, file: FileItem) -> Iterator[Shard]:
        """The shards of a large file of rows."""
        number, items, size = self._met - 1, list[Item](), 0
        for item in _guarded(file, self.reading):
            weight = _size(item)
            if items and (size + weight > SHARD_BYTES or len(items) == SHARD_ITEMS):
                yield Shard(number, (Part(tuple(items)),), size)
                items, size = [], 0
            items.append(item)
            size += weight
        yield Shard(number, (Part(tuple(items)),), size)


def _guarded(file: FileItem, reading: Reading) -> Iterator[Source | Rejection]:
    """The rows of a file; an error that no reader foresaw ends the file, not the run."""
    try:
        yield from read_file(file.found, reading, file.state)
    except Exception as error:
        yield reject(file.found.source_id, SourceError.FAILED, f"{type(error).__name__}: {error}")


def _size(item: Item) -> int:
    """The bytes of input that an item stands for."""
    match item:
        case FileItem() | Source():
            return item.size
        case CopyItem(file=file):
            return file.size
        case Rejection():
            return 0


def _source_id(item: Item) -> str:
    match item:
        case FileItem(found=found) | CopyItem(file=FileItem(found=found)):
            return found.source_id
        case Source() | Rejection():
            return item.source_id

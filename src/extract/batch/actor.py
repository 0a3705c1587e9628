"""A place in a cluster where shards are worked on: a worker process of the local pool, nothing that knows a cluster.

Limits, rejects and retries are therefore those of a local run.
"""

from __future__ import annotations

import pickle
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from extract.batch.errors import RefusedError
from extract.batch.fingerprint import fingerprint
from extract.batch.pool import Pool
from extract.batch.shard import FileItem, Item, Shard
from extract.batch.worker import Work
from extract.sources import file_state
from extract.stores.remote import deliver
from extract.stores.shards import PartResult
from extract.stores.sheets import SHEETS


@dataclass(frozen=True, slots=True)
class Result:
    """What an actor sends back of a shard."""

    number: int
    parts: list[PartResult]
    sheets: Mapping[str, bytes] | None
    """What it wrote; None where it has brought that to the run's store itself."""
    told: list[str]
    """What its worker said while it built the pipeline."""
    unseen: str | None
    """A file of the shard, where its machine has none of them."""


class Actor:
    """A place in the cluster: a worker process that has built the pipeline, and the shards that come by."""

    def __init__(self, work: Work, program: str) -> None:
        self._work = work
        self._program = program
        self._folder = Path(tempfile.mkdtemp(prefix="extract-"))
        self._drafts = 0
        self._pool = Pool(work, 1, self._draft)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Shards to results; an error that ends the run is a result too, and comes out as it is."""
        (packed,) = batch["shard"]
        try:
            result: Result | Exception = self._process(*pickle.loads(packed.as_py()))
        except Exception as error:
            result = error
        return column("result", pickle.dumps(result))

    def _process(self, number: int, shard: Shard) -> Result:
        if self._program != fingerprint():
            raise RefusedError("a machine of the cluster has another version of extract", "other_version")
        (done,) = self._pool([_here(shard)])
        assert done.draft is not None
        if self._work.deliver is not None:
            deliver(done.draft, self._work.deliver, shard.key, done.parts)
            return Result(number, done.parts, None, self._pool.told, _unseen(shard))
        sheets = {name: (done.draft / name).read_bytes() for name in SHEETS}
        shutil.rmtree(done.draft)
        return Result(number, done.parts, sheets, self._pool.told, _unseen(shard))

    def _draft(self) -> Path:
        self._drafts += 1
        return self._folder / f"draft-{self._drafts}"

    def __del__(self) -> None:
        """Ray drops the object before it ends the actor; what is killed leaves its worker to notice by itself."""
        self._pool.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def column(name: str, value: bytes) -> pa.Table:
    """A table of one column and one row."""
    return pa.table({name: pa.array([value], pa.large_binary())})


def _files(shard: Shard) -> Iterator[Path]:
    for part in shard.parts:
        for item in part.items:
            if isinstance(item, FileItem) and isinstance(item.found.path, Path):
                yield item.found.path


def _here(shard: Shard) -> Shard:
    """The shard as this machine sees it: a file system has another number on each, and size and time tell enough."""
    return replace(shard, parts=tuple(replace(part, items=tuple(map(_same, part.items))) for part in shard.parts))


def _same(item: Item) -> Item:
    if not isinstance(item, FileItem):
        return item
    with suppress(OSError):
        state = file_state(item.found.path)
        if state[2:] == item.state[2:]:
            return replace(item, state=state)
    return item


def _unseen(shard: Shard) -> str | None:
    files = list(_files(shard))
    return str(files[0]) if files and not any(file.exists() for file in files) else None

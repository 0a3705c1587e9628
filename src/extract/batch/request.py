"""What a run is asked for, what it tells on its way, and what works for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import JsonValue

from extract.batch.limits import Limits
from extract.batch.pool import Done
from extract.batch.process import Extract
from extract.batch.shard import Shard
from extract.batch.worker import Work
from extract.locations import Location
from extract.sources import Reading
from extract.stores.shards import PartResult

Engine = Callable[[Work, Callable[[], Path], Iterable[Shard]], Iterator[Done]]
"""Work, a giver of new paths, and shards, to the shards that are written, in any order."""


COMPARED = ("unchanged", "copied", "changed", "new", "vanished")
"""How the inputs of a run stand to those of an earlier one. Unchanged ones are not copied where they were rejected
then, or where the program or its options are others."""

SKIPPED = "skipped"
"""The count of all files that were passed over, and before a kind of them (`skipped .zip`) the count of that."""


@dataclass
class Summary:
    """What a run has found so far, counted."""

    counts: Counter[str] = field(default_factory=Counter)
    """Sources, articles, characters, skipped files, rejects by kind and records by type."""
    compared: Counter[str] = field(default_factory=Counter)
    """With an earlier run: inputs by COMPARED."""
    vanished: list[str] = field(default_factory=list)
    """The first of those."""
    read: int = 0
    """Bytes of input that are done."""


@dataclass(frozen=True)
class Request:
    """What is asked for: inputs, where the output goes, and everything that decides what comes out."""

    inputs: Sequence[str]
    output: Location
    load: Callable[[], Extract]
    """Builds the pipeline in each worker; must travel to another process."""
    reading: Reading = field(default_factory=Reading)
    options: Mapping[str, JsonValue] = field(default_factory=dict)
    """Every option that can change the output, as `run.json` tells it."""
    program: str = ""
    """The fingerprint of the program."""
    limits: Limits = field(default_factory=Limits)
    overwrite: bool = False
    resume: bool = False
    incremental: Path | None = None


Watcher = Callable[[Shard, Sequence[PartResult], Summary], None]

"""Shards in this very process, one after the other: for tests and debuggers. A crash ends the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extract.batch.limits import StepGuard
from extract.batch.pool import Done
from extract.batch.process import Processor
from extract.batch.shard import Shard
from extract.batch.worker import Work, settle_memory, write_shard


def inline(work: Work, draft: Callable[[], Path], shards: Iterable[Shard]) -> Iterator[Done]:
    """Each shard as soon as it is written, in their order. Raises WriteError and what building the pipeline raises."""
    processor = None
    for shard in shards:
        if processor is None:
            processor = Processor(work.load(), work.reading)
            settle_memory()
        path = draft()
        yield Done(shard, path, write_shard(processor, shard, path, StepGuard(work.limits)))

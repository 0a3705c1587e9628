"""The process that works on shards: builds the pipeline once, then takes shards from its pipe and writes drafts."""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path

from extract.batch.limits import Limits, StepGuard, resident
from extract.batch.process import Extract, Processor
from extract.batch.shard import Shard
from extract.locations import Remote
from extract.sources import Reading, SourceError
from extract.stores.shards import PartResult, seal_of
from extract.stores.sheets import ShardFolder, WriteError


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker is given once; it travels to another process."""

    load: Callable[[], Extract]
    """Builds the pipeline there."""
    reading: Reading
    limits: Limits = field(default_factory=Limits)
    deliver: Remote | None = None
    """The store that the run goes to; workers of other machines bring their shards there themselves."""


@dataclass(frozen=True, slots=True)
class Task:
    """A shard, where to write it, and the steps that killed workers before."""

    shard: Shard
    draft: Path
    refused: Mapping[int, tuple[SourceError, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ready:
    """The pipeline is built."""

    told: tuple[str, ...] = ()
    """What it logged meanwhile that is no warning, such as a model's licence."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A step of the shard begins, and should end within so many seconds; step 0 is the writing at the end."""

    step: int
    source_id: str
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Finished:
    """A shard is written whole; with `last` the worker ends."""

    parts: list[PartResult]
    last: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing can go on: the pipeline cannot be built, or the disk takes no more."""

    error: Exception


Message = Ready | Begun | Finished | Stopped


def write_shard(processor: Processor, shard: Shard, draft: Path, guard: StepGuard) -> list[PartResult]:
    """Process a shard into the new folder `draft`. Raises WriteError."""
    folder = ShardFolder(draft)
    try:
        parts = processor(shard, folder.writer, guard)
        guard.rest()
        folder.seal(*seal_of(parts))
    finally:
        folder.writer.close()
    return parts


def serve(connection: Connection, work: Work) -> None:
    """Work until the pipe is closed or it is time for a new process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers itself
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            with _noted() as told:
                processor = Processor(work.load(), work.reading)
        except Exception as error:
            connection.send(Stopped(error))
            return
        settle_memory()
        work.limits.hold()
        connection.send(Ready(tuple(told)))
        characters, last = 0, False
        while not last:
            task: Task = connection.recv()
            guard = _guard(connection, work, task)
            try:
                parts = write_shard(processor, task.shard, task.draft, guard)
            except WriteError as error:
                connection.send(Stopped(error))
                return
            characters += sum(part.counts.get("characters", 0) for part in parts)
            last = characters > work.limits.characters or resident() > work.limits.resident or guard.hurt
            connection.send(Finished(parts, last))


class _Notes(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is no warning."""
        if record.levelno == logging.INFO:
            self.lines.append(record.getMessage())


@contextmanager
def _noted() -> Iterator[list[str]]:
    """What the package logs in the body."""
    log, notes = logging.getLogger("extract"), _Notes()
    log.addHandler(notes)
    if not log.isEnabledFor(logging.INFO):
        log.setLevel(logging.INFO)
    try:
        yield notes.lines
    finally:
        log.removeHandler(notes)


def settle_memory() -> None:
    """Take what is loaded out of the garbage collector's rounds: the tables of the pipeline live as long as the run."""
    gc.collect()
    gc.freeze()


def _guard(connection: Connection, work: Work, task: Task) -> StepGuard:
    def tell(step: int, source_id: str, seconds: float | None) -> None:
        connection.send(Begun(step, source_id, seconds))

    return StepGuard(work.limits, tell, task.refused)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

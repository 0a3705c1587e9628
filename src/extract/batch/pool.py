"""Shards on this machine: a few processes with a pipe each. One that dies costs one source, at most."""

from __future__ import annotations

import logging
import multiprocessing
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from signal import Signals

from extract.batch.limits import resident
from extract.batch.shard import Shard
from extract.batch.worker import Begun, Finished, Message, Ready, Stopped, Task, Work, serve
from extract.sources import SourceError
from extract.stores.shards import PartResult

_log = logging.getLogger(__name__)
_SPAWN = multiprocessing.get_context("spawn")
_GRACE = 5.0
"""Seconds that a worker has to notice by itself that its time is over."""
_LOOK = 1.0
"""Seconds between two looks at the workers' clocks and memory."""
_MOST_DEATHS = 5


class WorkerError(Exception):
    """Workers die, and no source is to blame."""


@dataclass(frozen=True, slots=True)
class Done:
    """A shard that is written."""

    shard: Shard
    draft: Path | None
    """Where; None where a worker has brought it to its place already."""
    parts: list[PartResult]


@dataclass
class _Job:
    """A shard on its way, with what happened to it."""

    shard: Shard
    deaths: Counter[int] = field(default_factory=Counter)
    """By step; 0 is none."""
    refused: dict[int, tuple[SourceError, str]] = field(default_factory=dict)

    def blame(self, step: int, error: SourceError, message: str) -> None:
        """Note that a worker died at a step; a source is refused at the second time, for breaking a limit at once."""
        self.deaths[step] += 1
        if step and (error is not SourceError.CRASHED or self.deaths[step] > 1):
            self.refused[step] = (error, message)
        elif not step and self.deaths[step] > _MOST_DEATHS:
            raise WorkerError(message)


@dataclass
class _Worker:
    """A process, its end of the pipe, and what it is doing."""

    process: SpawnProcess
    connection: Connection
    ready: bool = False
    job: _Job | None = None
    draft: Path = Path()
    at: Begun | None = None
    deadline: float | None = None
    broken: tuple[SourceError, str] | None = None
    """The limit for which it was killed."""

    def take(self, job: _Job, draft: Path) -> None:
        """Hand it a shard; where it is dead, its pipe will tell."""
        self.job, self.draft, self.at, self.deadline = job, draft, None, None
        try:
            self.connection.send(Task(job.shard, draft, dict(job.refused)))
        except OSError:
            self.process.kill()

    def begin(self, step: Begun) -> None:
        """Start its clock."""
        self.at = step
        self.deadline = None if step.seconds is None else time.monotonic() + step.seconds + _GRACE

    def check(self, memory: int | None) -> None:
        """Kill it where it is beyond a limit that it did not keep by itself."""
        if self.at is None or self.broken:
            return
        if self.deadline is not None and time.monotonic() > self.deadline:
            self.broken = SourceError.TIMEOUT, f"more than {self.at.seconds:g} seconds"
        elif memory is not None and resident(self.process.pid) > memory:
            self.broken = SourceError.OUT_OF_MEMORY, f"more than {memory / (1 << 20):,.0f} MB"
        if self.broken:
            self.process.kill()

    def died(self) -> tuple[SourceError, str]:
        """Why it ended."""
        self.process.join()
        code = self.process.exitcode or 0
        ended = Signals(-code).name if code < 0 else f"exit code {code}"
        return self.broken or (SourceError.CRASHED, f"the worker ended with {ended}")

    def close(self) -> None:
        """End it."""
        self.connection.close()
        self.process.kill()
        self.process.join()
        self.process.close()


class Pool:
    """Workers for one run. At most one shard waits for each, so that reading never runs far ahead of the work."""

    def __init__(self, work: Work, workers: int, draft: Callable[[], Path]) -> None:
        self._work = work
        self._most = workers
        self._draft = draft
        self._workers: dict[Connection, _Worker] = {}
        self._waiting: deque[_Job] = deque()
        self._again: deque[_Job] = deque()
        """Shards whose worker died: each goes to a new process."""
        self._lost = 0
        """Processes that died before they were ready, one after another."""
        self.told: list[str] = []
        """What workers said while they built the pipeline, each line once."""

    def __call__(self, shards: Iterable[Shard]) -> Iterator[Done]:
        """Each shard as soon as it is written, in no fixed order; the workers stay for the next call.

        Raises WriteError where a worker's disk is full, WorkerError where workers die without end, and what building
        the pipeline raises.
        """
        with closing(_closable(shards)) as coming:
            while self._fill(coming):
                for connection in wait(list(self._workers), timeout=_LOOK):
                    assert isinstance(connection, Connection)
                    yield from self._hear(self._workers[connection])
                for worker in self._workers.values():
                    worker.check(self._work.limits.memory)

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self._workers.values():
            worker.close()
        self._workers.clear()

    def _fill(self, coming: Iterator[Shard]) -> bool:
        """Give every idle worker a shard, start workers while there is more, and read one shard ahead for each."""
        while self._again and (len(self._workers) < self._most or self._let_go()):
            self._start(self._again.popleft())
        for worker in self._workers.values():
            if worker.ready and worker.job is None and (job := self._next(coming)):
                worker.take(job, self._draft())
        while len(self._workers) < self._most and (job := self._next(coming)):
            self._start(job)
        while len(self._waiting) < self._most and (shard := next(coming, None)):
            self._waiting.append(_Job(shard))
        return bool(self._again or any(worker.job for worker in self._workers.values()))

    def _next(self, coming: Iterator[Shard]) -> _Job | None:
        if self._waiting:
            return self._waiting.popleft()
        shard = next(coming, None)
        return None if shard is None else _Job(shard)

    def _let_go(self) -> bool:
        """End an idle worker, so that a new one may take its place."""
        idle = next((worker for worker in self._workers.values() if worker.ready and worker.job is None), None)
        if idle is not None:
            self._remove(idle)
        return idle is not None

    def _start(self, job: _Job) -> None:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        self._workers[ours] = _Worker(process, ours, job=job)

    def _remove(self, worker: _Worker) -> None:
        del self._workers[worker.connection]
        worker.close()

    def _hear(self, worker: _Worker) -> Iterator[Done]:
        try:
            message: Message = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        match message:
            case Ready():
                worker.ready, self._lost = True, 0
                self._tell(message.told)
                if worker.job is not None:
                    worker.take(worker.job, self._draft())
            case Begun():
                worker.begin(message)
            case Stopped():
                raise message.error
            case Finished():
                assert worker.job is not None
                done = Done(worker.job.shard, worker.draft, message.parts)
                worker.job = worker.at = worker.deadline = None
                if message.last:
                    self._remove(worker)
                yield done

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            if line not in self.told:
                self.told.append(line)
                _log.info("%s", line)

    def _bury(self, worker: _Worker) -> None:
        error, message = worker.died()
        if not worker.ready:
            self._lost += 1
            if self._lost > _MOST_DEATHS:
                raise WorkerError(f"before it could begin, {message}")
        elif worker.job is not None:
            worker.job.blame(worker.at.step if worker.at else 0, error, message)
        if worker.job is not None:
            self._again.append(worker.job)
        self._remove(worker)


def _closable(shards: Iterable[Shard]) -> Generator[Shard]:
    yield from shards

"""Time and memory for one source: how much it may take, and what a process can do to keep it to that."""

from __future__ import annotations

import os
import resource
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from extract.batch.process import LimitError
from extract.sources import SourceError

_CHARACTERS = 100_000
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one source may take, and one worker."""

    seconds: float | None = 60.0
    """For each begun 100,000 characters of the source."""
    memory: int | None = 4 << 30
    """Bytes of data that a worker may hold."""
    resident: int = 500 << 20
    """A worker that is larger after a shard is replaced."""
    characters: int = 20_000_000
    """A worker that has processed so many is replaced."""

    def allowance(self, size: int) -> float | None:
        """The seconds for a source of `size` characters."""
        return None if self.seconds is None else self.seconds * max(1, -(-size // _CHARACTERS))

    def hold(self) -> None:
        """Let the system refuse this process more memory than it may have: a MemoryError, where Python asks."""
        if self.memory is not None:
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            limit = self.memory if most == resource.RLIM_INFINITY else min(self.memory, most)
            resource.setrlimit(resource.RLIMIT_DATA, (limit, most))


def resident(process: int | None = None) -> int:
    """The resident memory of a process in bytes, this one's by default; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process or 'self'}/statm").read_text("ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


Tell = Callable[[int, str, float | None], None]
"""Hears of each step: its number in the shard, its source, and the seconds that it may take."""


@dataclass
class StepGuard:
    """Counts the steps of a shard, tells of each before it begins, and ends one that takes too long.

    The steps of a shard are the same each time, so that one that killed a worker is known by its number: `refused`
    says why it is not taken again.
    """

    limits: Limits
    tell: Tell = lambda step, source_id, seconds: None
    refused: Mapping[int, tuple[SourceError, str]] = field(default_factory=dict)
    step: int = 0
    hurt: bool = False
    """Whether a source was broken off: who knows what it left behind in the process."""

    @contextmanager
    def __call__(self, source_id: str, size: int) -> Iterator[None]:
        """Watch over one step on a source of `size` characters. Raises LimitError."""
        self.step += 1
        if self.step in self.refused:
            raise LimitError(*self.refused[self.step])
        seconds = self.limits.allowance(size)
        self.tell(self.step, source_id, seconds)
        try:
            with alarm(seconds):
                yield
        except (LimitError, MemoryError):
            self.hurt = True
            raise

    def rest(self) -> None:
        """Tell that the last step is over."""
        self.tell(0, "", None)


@contextmanager
def alarm(seconds: float | None) -> Iterator[None]:
    """Raise LimitError in the body once it has taken so long; only the main thread of a process can."""
    if seconds is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    armed = True

    def ring(number: int, frame: FrameType | None) -> None:
        if armed:
            raise LimitError(SourceError.TIMEOUT, f"more than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    # again each second: an exception inside a destructor is dropped
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        try:
            yield
        finally:
            armed = False
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

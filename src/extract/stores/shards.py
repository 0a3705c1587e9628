"""The folder of a run while it is made: finished shards below `.shards`, joined into the run's files at the end.

Every step that others can see is one rename. A process may be killed between any two of them: what is there then is
taken up again.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import orjson

from extract.locations import Location
from extract.stores.jsonl import FILES, MANIFEST, TEXTS
from extract.stores.sheets import KEPT_TEXTS, WriteError, sync_folder, write_whole

WORK = ".shards"
_PLAN, _LOCK, _META, _JOINED, _INPUTS = "plan.json", "lock", "shard.json", "joined", "inputs.jsonl"
_DRAFT = "draft-"
_BLOCK = 1 << 20

Step = Callable[[str], None]
"""Told of every step before it is taken; tests stop a run there."""


class RunBusyError(Exception):
    """Another process writes this run."""


@dataclass(frozen=True, slots=True)
class PartResult:
    """What one input, or a part of a long one, gave in a shard."""

    counts: Mapping[str, int]
    lengths: Mapping[str, int]
    """The bytes of each file that are its own."""


@dataclass
class WorkFolder:
    """`.shards` below the folder of a run: the plan, the shards that are finished, drafts of others."""

    output: Path
    step: Step = field(default=lambda name: None)
    _lock: IO[bytes] | None = None
    _drafts: int = 0
    _made: bool = False
    """Whether this run made the output's folder."""

    @property
    def folder(self) -> Path:
        """Where the shards lie."""
        return self.output / WORK

    @property
    def unfinished(self) -> bool:
        """Whether a run was begun here and not finished."""
        return (self.folder / _PLAN).exists()

    def plan(self) -> dict[str, object]:
        """What the unfinished run was begun with."""
        content = orjson.loads((self.folder / _PLAN).read_bytes())
        return content if isinstance(content, dict) else {}

    def lock(self) -> None:
        """Keep other processes away until `release`. Raises RunBusyError, and OSError where nothing can be written."""
        self._made = not self.output.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = (self.folder / _LOCK).open("wb")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise RunBusyError(f"another process writes {self.output}") from None

    def release(self) -> None:
        """Let others in; a killed process does so too."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def begin(self, plan: Mapping[str, object], *, keep: bool) -> None:
        """Start a run, or take one up; without `keep` its shards go. Drafts of killed workers go in any case."""
        for path in self.folder.iterdir():
            if path.is_dir() and (not keep or path.name.startswith(_DRAFT) or path.name == _JOINED):
                # the worker of a killed process may be writing there for another moment
                shutil.rmtree(path, ignore_errors=path.name.startswith(_DRAFT))
        self.step("plan")
        write_whole(self.folder / _PLAN, orjson.dumps(plan, option=orjson.OPT_SORT_KEYS))

    @contextmanager
    def inputs(self) -> Iterator[Callable[[bytes], object]]:
        """Takes down the run's inputs, a line each."""
        with (self.folder / _INPUTS).open("wb") as file:
            yield file.write

    def noted(self) -> Iterator[bytes]:
        """The lines that were taken down."""
        with (self.folder / _INPUTS).open("rb") as file:
            yield from file

    def draft(self) -> Path:
        """The path of a new folder for a shard that is being written."""
        self._drafts += 1
        return self.folder / f"{_DRAFT}{os.getpid()}-{self._drafts}"

    def commit(self, draft: Path | None, key: str, parts: Sequence[PartResult]) -> None:
        """Make a sealed draft the shard `key`: one rename."""
        assert draft is not None
        self.step(f"commit {key}")
        target = self.folder / key
        if target.exists():
            shutil.rmtree(target)
        draft.rename(target)
        sync_folder(self.folder)

    def parts(self, key: str) -> list[PartResult] | None:
        """What the finished shard `key` gave; None where there is none."""
        try:
            rows = orjson.loads((self.folder / key / _META).read_bytes())
        except FileNotFoundError:
            return None
        return part_results(rows)

    def join(self, keys: Sequence[str], manifest: Iterable[bytes]) -> None:
        """Make the run's files of the shards in their order, then `run.json`, and clear up."""
        joined = self.folder / _JOINED
        if joined.exists():
            shutil.rmtree(joined)
        joined.mkdir()
        self.step("join")
        for name in FILES:
            with (joined / name).open("wb") as whole:
                for key in keys:
                    with (self.folder / key / name).open("rb") as part:
                        shutil.copyfileobj(part, whole, _BLOCK)
        self._unpack(keys, joined / TEXTS)
        with (joined / MANIFEST).open("wb") as file:
            file.writelines(manifest)
        os.sync()
        self._show(joined)
        self.discard()

    def _unpack(self, keys: Sequence[str], texts: Path) -> None:
        for key in keys:
            with (self.folder / key / KEPT_TEXTS).open("rb") as file:
                for line in file:
                    name, text = orjson.loads(line)
                    target = texts / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(text.encode())

    def _show(self, joined: Path) -> None:
        """Put what was joined in the place of what was there. Without its manifest no earlier run counts as one."""
        self.step("hide the earlier run")
        (self.output / MANIFEST).unlink(missing_ok=True)
        for name in FILES:
            self.step(f"show {name}")
            (joined / name).replace(self.output / name)
        self.step("remove earlier texts")
        if (self.output / TEXTS).exists():
            shutil.rmtree(self.output / TEXTS)
        if (joined / TEXTS).exists():
            self.step("show texts")
            (joined / TEXTS).rename(self.output / TEXTS)
        sync_folder(self.output)
        self.step("show the manifest")
        (joined / MANIFEST).replace(self.output / MANIFEST)
        sync_folder(self.output)

    def discard_if_nothing_is_done(self) -> None:
        """Leave nothing behind of a run that did not get as far as its first shard."""
        if not any((path / _META).exists() for path in self.folder.iterdir()):
            self.discard()
            if self._made:
                with suppress(OSError):  # something else lies in it by now
                    self.output.rmdir()

    def discard(self) -> None:
        """Remove the folder with all it holds; the plan first, so that a rest is known for one."""
        self.step("forget the plan")
        (self.folder / _PLAN).unlink(missing_ok=True)
        self.step("clear up")
        shutil.rmtree(self.folder, ignore_errors=True)


def seal_of(parts: Iterable[PartResult]) -> tuple[str, bytes]:
    """The name and content of the file that makes a shard whole."""
    return _META, orjson.dumps([{"counts": part.counts, "lengths": part.lengths} for part in parts])


def part_results(rows: Iterable[Mapping[str, Mapping[str, int]]]) -> list[PartResult]:
    """What `seal_of` wrote."""
    return [PartResult(row["counts"], row["lengths"]) for row in rows]


def finished(output: Location) -> bool:
    """Whether a folder holds a finished run."""
    return (output / MANIFEST).exists()


def holds_files(output: Location) -> bool:
    """Whether a folder holds files of a run, finished or not."""
    return any((output / name).exists() for name in (*FILES, MANIFEST)) or (output / WORK / _PLAN).exists()


def lines_of(output: Location, name: str) -> Iterator[bytes]:
    """The lines of a run's file."""
    with (output / name).open("rb") as file:
        yield from file


__all__ = [
    "WORK",
    "PartResult",
    "RunBusyError",
    "Step",
    "WorkFolder",
    "WriteError",
    "finished",
    "holds_files",
    "lines_of",
    "part_results",
    "seal_of",
]

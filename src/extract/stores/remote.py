"""The folder of a run in an object store: a shard is one object, which a store writes whole or not at all.

What `WorkFolder` is on a disk. Stores know neither renames nor locks: two processes must not write one run.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from extract.locations import Location, Remote
from extract.stores.jsonl import FILES, MANIFEST, TEXTS
from extract.stores.shards import WORK, PartResult, Step, lines_of, part_results, seal_of
from extract.stores.sheets import KEPT_TEXTS, SHEETS

_PLAN = "plan.json"
_BLOCK = 1 << 20
_AT_ONCE = 32
"""Requests to the store at a time where many small files are written."""


@dataclass
class RemoteFolder:
    """`.shards` below the run in its store; drafts and the list of inputs lie in a temporary folder of this machine."""

    output: Remote
    step: Step = field(default=lambda name: None)
    _local: Path | None = None
    _drafts: int = 0
    _done: dict[str, list[PartResult]] = field(default_factory=dict)
    """The shards of this run that are there, so that none is asked for twice."""
    _there: frozenset[str] = frozenset()
    """Those that were there when it began."""

    @property
    def folder(self) -> Remote:
        """Where the shards lie."""
        return self.output / WORK

    @property
    def unfinished(self) -> bool:
        """Whether a run was begun here and not finished."""
        return (self.folder / _PLAN).is_file()

    def plan(self) -> dict[str, object]:
        """What the unfinished run was begun with."""
        content = orjson.loads((self.folder / _PLAN).read_bytes())
        return content if isinstance(content, dict) else {}

    def lock(self) -> None:
        """Make the temporary folder."""
        self._local = Path(tempfile.mkdtemp(prefix="extract-"))

    def release(self) -> None:
        """Remove it."""
        if self._local is not None:
            shutil.rmtree(self._local, ignore_errors=True)
            self._local = None

    def begin(self, plan: Mapping[str, object], *, keep: bool) -> None:
        """Start a run, or take one up; without `keep` its shards go."""
        if not keep:
            self.folder.remove()
        elif self.folder.is_dir():
            self._there = frozenset(name for name, _, _ in self.folder.files())
        self.step("plan")
        (self.folder / _PLAN).write_bytes(orjson.dumps(plan, option=orjson.OPT_SORT_KEYS))

    @contextmanager
    def inputs(self) -> Iterator[Callable[[bytes], object]]:
        """Takes down the run's inputs, a line each."""
        with self._inputs.open("wb") as file:
            yield file.write

    def noted(self) -> Iterator[bytes]:
        """The lines that were taken down."""
        with self._inputs.open("rb") as file:
            yield from file

    @property
    def _inputs(self) -> Path:
        assert self._local is not None
        return self._local / "inputs.jsonl"

    def draft(self) -> Path:
        """The path of a new folder, on this machine, for a shard that is being written."""
        assert self._local is not None
        self._drafts += 1
        return self._local / f"draft-{self._drafts}"

    def commit(self, draft: Path | None, key: str, parts: Sequence[PartResult]) -> None:
        """Make a sealed draft the shard `key`; None where `deliver` has done it elsewhere."""
        self.step(f"commit {key}")
        if draft is not None:
            deliver(draft, self.output, key, parts)
        self._done[key] = list(parts)

    def parts(self, key: str) -> list[PartResult] | None:
        """What the finished shard `key` gave; None where there is none."""
        if key not in self._done:
            if key not in self._there:
                return None
            with (self.folder / key).open() as file:
                self._done[key] = part_results(orjson.loads(file.readline())["parts"])
        return self._done[key]

    def join(self, keys: Sequence[str], manifest: Iterable[bytes]) -> None:
        """Make the run's files of the shards in their order, then `run.json`, and clear up."""
        self.step("hide the earlier run")
        (self.output / MANIFEST).unlink()
        for name in FILES:
            self.step(f"show {name}")
            with (self.output / name).create() as whole:
                for key in keys:
                    for data in stretch(self.folder / key, name):
                        whole.write(data)
        self.step("remove earlier texts")
        (self.output / TEXTS).remove()
        self.step("show texts")
        self._unpack(keys)
        self.step("show the manifest")
        (self.output / MANIFEST).write_bytes(b"".join(manifest))
        self.discard()

    def _unpack(self, keys: Sequence[str]) -> None:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for key in keys:
                texts = map(orjson.loads, b"".join(stretch(self.folder / key, KEPT_TEXTS)).splitlines())
                for _ in pool.map(lambda pair: (self.output / TEXTS / pair[0]).write_bytes(pair[1].encode()), texts):
                    pass

    def discard_if_nothing_is_done(self) -> None:
        """Leave nothing behind of a run that did not get as far as its first shard."""
        if all(name == _PLAN for name, _, _ in self.folder.files()):
            self.discard()

    def discard(self) -> None:
        """Remove the folder with all it holds; the plan first, so that a rest is known for one."""
        self.step("forget the plan")
        (self.folder / _PLAN).unlink()
        self.step("clear up")
        self.folder.remove()


def deliver(draft: Path, output: Remote, key: str, parts: Iterable[PartResult]) -> None:
    """Write a sealed draft into the store as the shard `key`, from whatever machine, and remove it here.

    An object is a line with what the shard gave and how long its sheets are, and then the sheets.
    """
    sizes = {name: (draft / name).stat().st_size for name in SHEETS}
    header = {"parts": orjson.Fragment(seal_of(parts)[1]), "sizes": sizes}
    with (output / WORK / key).create() as file:
        file.write(orjson.dumps(header, option=orjson.OPT_APPEND_NEWLINE))
        for name in SHEETS:
            with (draft / name).open("rb") as sheet:
                shutil.copyfileobj(sheet, file, _BLOCK)
    shutil.rmtree(draft)


def shard_lines(output: Location, key: str, name: str) -> Iterator[bytes]:
    """The lines of a sheet of a finished shard, of an unfinished run on a disk or in a store."""
    if isinstance(output, Remote):
        yield from b"".join(stretch(output / WORK / key, name)).splitlines(keepends=True)
    else:
        yield from lines_of(output / WORK / key, name)


def stretch(shard: Remote, name: str) -> Iterator[bytes]:
    """The bytes of a sheet of a shard, block by block."""
    with shard.open() as file:
        header = file.readline()
        sizes: Mapping[str, int] = orjson.loads(header)["sizes"]
        before = [size for sheet, size in sizes.items() if SHEETS.index(sheet) < SHEETS.index(name)]
        length = sizes[name]
        if length:
            file.seek(len(header) + sum(before))
        while length and (data := file.read(min(length, _BLOCK))):
            length -= len(data)
            yield data

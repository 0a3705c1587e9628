"""Where files lie: a path of this machine, or a URL of a store (s3://, gs://, …) that pyarrow or fsspec knows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Literal

_URL = re.compile(r"([a-z][a-z0-9+.-]+://[^/?]*)([^?]*)(\?.*)?", re.I | re.S)


class LocationError(ValueError):
    """A URL that leads to no store; `code` is stable (docs/errors.md)."""

    code = "unknown_store"


@dataclass(frozen=True, slots=True)
class Remote:
    """A file or a folder in an object store, by its URL; it answers like a `Path` as far as runs ask.

    What follows a question mark are options of the store (`?region=…&endpoint_override=…`). What the store refuses is
    an OSError, as of a path; every method raises LocationError for a URL that leads to no store.
    """

    root: str
    """Scheme and host: `s3://bucket`."""
    key: str
    """The path below it, without a slash at either end."""
    options: str = ""

    @property
    def name(self) -> str:
        """The last part of the path, that of the store where there is none."""
        return self.key.rpartition("/")[2] or self.root.rpartition("/")[2]

    def __str__(self) -> str:
        return f"{self.root}/{self.key}"

    def as_posix(self) -> str:
        """The URL without the options of the store, which may hold a secret."""
        return str(self)

    def __truediv__(self, name: str) -> Remote:
        return Remote(self.root, f"{self.key}/{name}".strip("/"), self.options)

    def exists(self) -> bool:
        """Whether there is a file or a folder."""
        return self.is_file() or self.is_dir()

    def is_file(self) -> bool:
        """Whether there is a file."""
        return bool(self._info().is_file)

    def is_dir(self) -> bool:
        """Whether there is a folder, or anything below this path."""
        from pyarrow.fs import FileType

        return bool(self._info().type == FileType.Directory)

    def state(self) -> tuple[int, int, int, int]:
        """What tells the file from another one and from itself at another time: its URL, its size, its time."""
        info = self._info()
        if not info.is_file:
            raise FileNotFoundError(f"no such file: {self}")
        return _state(self, info)

    def files(self) -> Iterator[tuple[str, Remote, tuple[int, int, int, int]]]:
        """Every file below the folder with its relative path and its state, sorted by that path."""
        from pyarrow.fs import FileSelector

        system, place = self._place()
        base = place.rstrip("/") + "/"
        found = [info for info in system.get_file_info(FileSelector(place, recursive=True)) if info.is_file]
        for info in sorted(found, key=lambda info: str(info.path)):
            relative = info.path.removeprefix(base).lstrip("/")
            file = self / relative
            yield relative, file, _state(file, info)

    def open(self, mode: Literal["rb"] = "rb") -> io.BufferedReader:
        """The file, for reading."""
        system, place = self._place()
        return io.BufferedReader(system.open_input_file(place))

    def create(self) -> BinaryIO:
        """The file, to be written as a whole; it is there when it is closed."""
        system, place = self._place()
        try:
            return system.open_output_stream(place)  # type: ignore[no-any-return]
        except FileNotFoundError:
            # an object needs no folder, a file does
            system.create_dir(place.rpartition("/")[0], recursive=True)
            return system.open_output_stream(place)  # type: ignore[no-any-return]

    def read_bytes(self) -> bytes:
        """All of the file."""
        with self.open() as file:
            return file.read()

    def write_bytes(self, data: bytes) -> None:
        """Write the file as a whole."""
        with self.create() as file:
            file.write(data)

    def unlink(self) -> None:
        """Remove the file, if it is there."""
        system, place = self._place()
        try:
            system.delete_file(place)
        except FileNotFoundError:
            return

    def remove(self) -> None:
        """Remove the folder with all that is below it, if it is there."""
        system, place = self._place()
        if self.is_dir():
            system.delete_dir(place)

    def _info(self) -> Any:
        system, place = self._place()
        return system.get_file_info(place)

    def _place(self) -> tuple[Any, str]:
        system, base = _system(self.root, self.options)
        return system, f"{base.rstrip('/')}/{self.key}" if base else self.key


Location = Path | Remote


def location(name: str) -> Location:
    """What a name stands for: a URL for a store, anything else for a path.

    >>> location("s3://press/2030/a.jsonl").name
    'a.jsonl'
    """
    found = _URL.fullmatch(name)
    return Remote(found[1], found[2].strip("/"), found[3] or "") if found else Path(name)


def _state(file: Remote, info: Any) -> tuple[int, int, int, int]:
    number = int.from_bytes(sha256(str(file).encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return -1, number, info.size or 0, info.mtime_ns or 0


@lru_cache(maxsize=16)
def _system(root: str, options: str) -> tuple[Any, str]:
    """The store and the path in it at which it begins: pyarrow's own, else what fsspec has for the scheme."""
    from pyarrow.fs import FileSystem, FSSpecHandler, PyFileSystem

    try:
        system, base = FileSystem.from_uri(f"{root}/{options}")
        return system, str(base)
    except ValueError as error:
        told = str(error)
    try:
        import fsspec
    except ImportError:
        raise LocationError(f"{root}: {told}; fsspec may know it: pip install fsspec") from None
    try:
        system, base = fsspec.core.url_to_fs(f"{root}/")
    except (ValueError, ImportError) as error:
        raise LocationError(f"{root}: {error}") from None
    return PyFileSystem(FSSpecHandler(system)), str(base)

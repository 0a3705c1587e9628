"""The files that one shard writes, as they grow: what a source that fails has written is taken back."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from io import BytesIO, FileIO
from pathlib import Path

import orjson

from extract.stores.jsonl import FILES, TEXTS

KEPT_TEXTS = f"{TEXTS}.jsonl"
"""The decoded texts of a shard, a pair of name and text a line, until the run is joined."""

SHEETS = (*FILES, KEPT_TEXTS)
_FULL = 4 << 20


class WriteError(Exception):
    """What a shard or a run gives could not be written: a full disk, a folder that may not be written."""


class Sheet:
    """A file that is written at its end and can go back to an earlier length; up to 4 MB wait in memory."""

    def __init__(self, file: FileIO | BytesIO) -> None:
        self._file = file
        self._pending = bytearray()
        self._written = 0

    @property
    def size(self) -> int:
        """The bytes so far."""
        return self._written + len(self._pending)

    def write(self, data: bytes) -> None:
        """Append `data`. Raises WriteError."""
        self._pending += data
        if len(self._pending) > _FULL:
            self.spill()

    def spill(self) -> None:
        """Hand to the file what waits in memory. Raises WriteError."""
        try:
            while self._pending:
                count = self._file.write(self._pending) or 0
                del self._pending[:count]
                self._written += count
        except OSError as error:
            raise WriteError(error.strerror or str(error)) from error

    def back(self, size: int) -> None:
        """Forget everything after the first `size` bytes, whatever broke off in the middle. Raises WriteError."""
        if size >= self._written:
            del self._pending[size - self._written :]
        else:
            self._pending.clear()
            self._written = size
        try:
            # an interrupted write may have left more than was counted
            self._file.truncate(self._written)
            self._file.seek(self._written)
        except OSError as error:
            raise WriteError(error.strerror or str(error)) from error

    def close(self) -> None:
        """Close the file; what waits in memory is lost."""
        self._file.close()


class ShardWriter:
    """The sheets of one shard, by name."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self._sheets = sheets

    def sizes(self) -> dict[str, int]:
        """How long each sheet is, in bytes."""
        return {name: sheet.size for name, sheet in self._sheets.items()}

    def write(self, lines: Mapping[str, bytes]) -> None:
        """Append the lines to the sheets of their names. Raises WriteError."""
        for name, data in lines.items():
            self._sheets[name].write(data)

    def back(self, sizes: Mapping[str, int]) -> None:
        """Forget what was written since `sizes()` gave this. Raises WriteError."""
        for name, size in sizes.items():
            self._sheets[name].back(size)

    def spill(self) -> None:
        """Hand everything to the files. Raises WriteError."""
        for sheet in self._sheets.values():
            sheet.spill()

    def close(self) -> None:
        """Close the files."""
        for sheet in self._sheets.values():
            sheet.close()


def kept_text(name: str, text: str) -> bytes:
    """A decoded text as a line of KEPT_TEXTS."""
    return orjson.dumps((name, text), option=orjson.OPT_APPEND_NEWLINE)


def in_memory() -> tuple[ShardWriter, Callable[[], dict[str, bytes]]]:
    """A writer that needs no disk, and a function that gives what was written by then."""
    files = {name: BytesIO() for name in SHEETS}
    writer = ShardWriter({name: Sheet(file) for name, file in files.items()})

    def content() -> dict[str, bytes]:
        writer.spill()
        return {name: file.getvalue() for name, file in files.items()}

    return writer, content


class ShardFolder:
    """A new folder in which one shard is written; `seal` makes it whole. Raises WriteError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir()
            self._files = {name: (folder / name).open("xb", buffering=0) for name in SHEETS}
        except OSError as error:
            raise WriteError(error.strerror or str(error)) from error
        self.writer = ShardWriter({name: Sheet(file) for name, file in self._files.items()})

    def seal(self, name: str, content: bytes) -> None:
        """Write the file `name` besides, and see everything on the disk."""
        try:
            self.writer.spill()
            for file in self._files.values():
                os.fsync(file.fileno())
            self.writer.close()
            write_whole(self.folder / name, content)
        except OSError as error:
            raise WriteError(error.strerror or str(error)) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, and stays when the power fails."""
    draft = path.with_name(f"{path.name}.draft")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See the names in a folder on the disk."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)

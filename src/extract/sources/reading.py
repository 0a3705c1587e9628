"""Inputs to sources: the one way in. A reader is one function in one file, and one row of `READERS`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from extract.data import Rejection, Source
from extract.sources.carriers import Skipped, SkipReason, UnusableError, reject
from extract.sources.dates import day_of_name
from extract.sources.discover import Found, discover
from extract.sources.docx import read_docx
from extract.sources.errors import SourceError
from extract.sources.html import read_html
from extract.sources.jsonl import read_jsonl, read_packed_jsonl
from extract.sources.options import Reading
from extract.sources.parquet import read_parquet
from extract.sources.pdf import read_pdf
from extract.sources.text import read_text

Reader = Callable[[str, BinaryIO, Reading], Iterator[Source | Rejection]]
"""`(source_id, file, reading)` to its sources; raises UnusableError for a file that it cannot use."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_text,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
        ".pdf": read_pdf,
        ".docx": read_docx,
        ".jsonl": read_jsonl,
        ".jsonl.gz": read_packed_jsonl,
        ".parquet": read_parquet,
    }
)

STDIN = "-"
_DEFAULTS = Reading()


def read(
    inputs: Sequence[str], reading: Reading = _DEFAULTS, *, leave_out: Path | None = None
) -> Iterator[Source | Rejection | Skipped]:
    """The sources of `inputs` (files, folders, `-` for standard input), one at a time, in a fixed order.

    What cannot be used comes as a Rejection with a code of SourceError and never stops the rest. A second source
    with the source_id of an earlier one is rejected, as ids must not depend on what else is read; name the folder
    above instead. The same file met twice is read once. A folder `leave_out` below an input is not entered.
    """
    seen: set[str] = set()
    files: set[tuple[int, int]] = set()
    for item in _items(inputs, reading, files, leave_out):
        if isinstance(item, Source):
            if item.source_id in seen:
                message = "two sources of this run have this id; name a folder that holds both"
                yield reject(item.source_id, SourceError.DUPLICATE_SOURCE_ID, message)
                continue
            seen.add(item.source_id)
        yield item


def _items(
    inputs: Sequence[str], reading: Reading, files: set[tuple[int, int]], leave_out: Path | None
) -> Iterator[Source | Rejection | Skipped]:
    for name in inputs:
        if name == STDIN:
            yield from _standard_input(reading)
            continue
        for found in discover(name, READERS, leave_out):
            yield from _file(found, reading, files) if isinstance(found, Found) else (found,)


def _file(found: Found, reading: Reading, files: set[tuple[int, int]]) -> Iterator[Source | Rejection | Skipped]:
    try:
        with found.path.open("rb") as file:
            state = _state(found.path)
            if state[:2] in files:
                yield Skipped(found.source_id, SkipReason.READ_BEFORE)
                return
            files.add(state[:2])
            for item in _read(READERS[found.suffix], found.source_id, file, reading):
                if _changed(found.path, state):
                    yield reject(found.source_id, SourceError.CHANGED, "changed while it was read")
                    return
                yield _dated(item, found.path.name) if reading.date_from_name else item
    except OSError as error:
        yield reject(found.source_id, SourceError.UNREADABLE, str(error))


def _state(path: Path) -> tuple[int, int, int, int]:
    """What tells a file from another one, and from itself at another time."""
    state = path.stat()
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns


def _changed(path: Path, state: tuple[int, int, int, int]) -> bool:
    try:
        return _state(path) != state
    except OSError:
        return True


def _dated(item: Source | Rejection, name: str) -> Source | Rejection:
    if isinstance(item, Rejection) or item.published:
        return item
    return replace(item, published=day_of_name(name))


def _standard_input(reading: Reading) -> Iterator[Source | Rejection]:
    try:
        data = sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        yield reject(STDIN, SourceError.UNREADABLE, str(error))
        return
    for item in _read(read_text, STDIN, io.BytesIO(data), reading):
        # There is no file to check offsets on.
        yield replace(item, plain=False) if isinstance(item, Source) else item


def _read(reader: Reader, source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    try:
        if not file.read(1):
            yield reject(source_id, SourceError.EMPTY, "no bytes")
            return
        file.seek(0)
        yield from reader(source_id, file, reading)
    except UnusableError as failure:
        yield reject(source_id, failure.error, str(failure))

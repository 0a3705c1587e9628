"""Inputs to sources: the one way in. A reader is one function in one file, and one row of `READERS`."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from extract.data import Rejection, Source
from extract.locations import Location, Remote
from extract.sources.carriers import Skipped, SkipReason, UnusableError, reject
from extract.sources.dates import day_of_name
from extract.sources.discover import Found, State, discover, file_state
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
        ".shtml": read_html,
        ".xhtml": read_html,
        ".pdf": read_pdf,
        ".docx": read_docx,
        ".jsonl": read_jsonl,
        ".jsonl.gz": read_packed_jsonl,
        ".parquet": read_parquet,
    }
)

ROWS = frozenset({".jsonl", ".jsonl.gz", ".parquet"})
"""The types of which one file holds many sources."""

STDIN = "-"
STANDARD_INPUT = Found(STDIN, Path(STDIN), "")
_DEFAULTS = Reading()
_TWICE = "two sources of this run have this id; name a folder that holds both"


def read(
    inputs: Sequence[str | Path], reading: Reading = _DEFAULTS, *, leave_out: Location | None = None
) -> Iterator[Source | Rejection | Skipped]:
    """The sources of `inputs` (files, folders, `-` for standard input), one at a time, in a fixed order.

    What cannot be used comes as a Rejection with a code of SourceError and never stops the rest. A second source
    with the source_id of an earlier one is rejected, as ids must not depend on what else is read; name the folder
    above instead. The same file met twice is read once. A folder `leave_out` below an input is not entered.
    """
    for found in find(inputs, leave_out):
        yield from read_file(found, reading) if isinstance(found, Found) else (found,)


def find(inputs: Sequence[str | Path], leave_out: Location | None = None) -> Iterator[Found | Rejection | Skipped]:
    """The files that `inputs` stand for, each once and none of another's source_id; standard input is the file `-`."""
    ids: set[str] = set()
    files: set[tuple[int, int]] = set()
    for name in (os.fspath(item) for item in inputs):
        for item in (STANDARD_INPUT,) if name == STDIN else discover(name, READERS, leave_out):
            item = _writable(item)
            yield _once(item, ids, files) if isinstance(item, Found) else item


def _writable(item: Found | Rejection | Skipped) -> Found | Rejection | Skipped:
    """The item; a rejection where the name is none that a file in UTF-8 can hold (GBK names out of an old archive)."""
    name = item.source_id.encode("utf-8", "backslashreplace").decode()
    return item if name == item.source_id else reject(name, SourceError.UNREADABLE, "the file's name is no UTF-8")


def _once(found: Found, ids: set[str], files: set[tuple[int, int]]) -> Found | Rejection | Skipped:
    try:
        same = found.state()[:2] if found != STANDARD_INPUT else None
    except OSError:
        same = None  # reading it will say what is wrong
    if same in files:
        return Skipped(found.source_id, SkipReason.READ_BEFORE)
    if found.source_id in ids:
        return reject(found.source_id, SourceError.DUPLICATE_SOURCE_ID, _TWICE)
    ids.add(found.source_id)
    if same:
        files.add(same)
    return found


def read_file(found: Found, reading: Reading, expected: State | None = None) -> Iterator[Source | Rejection]:
    """The sources in one file; a file that is no more in the state `expected` is rejected as changed."""
    if found == STANDARD_INPUT:
        yield from _standard_input(reading)
        return
    ids: set[str] = set()
    try:
        with found.path.open("rb") as file:
            state = file_state(found.path)
            if expected is not None and state != expected:
                yield reject(found.source_id, SourceError.CHANGED, "changed after it was found")
                return
            for item in _read(READERS[found.suffix], found.source_id, file, reading):
                if _changed(found.path, state):
                    yield reject(found.source_id, SourceError.CHANGED, "changed while it was read")
                    return
                if isinstance(item, Source):
                    if item.source_id in ids:
                        yield reject(item.source_id, SourceError.DUPLICATE_SOURCE_ID, _TWICE)
                        continue
                    ids.add(item.source_id)
                yield _dated(item, found.path.name) if reading.date_from_name else item
    except OSError as error:
        yield reject(found.source_id, SourceError.UNREADABLE, str(error))


def _changed(path: Location, state: State) -> bool:
    if isinstance(path, Remote):
        return False  # a request for each row would take longer than the row; a store replaces a file as a whole
    try:
        return file_state(path) != state
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

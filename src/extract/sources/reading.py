"""Inputs to sources: the one way in. A reader is one function in one file, and one row of `READERS`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from extract.data import Rejection, Source
from extract.sources.carriers import Skipped, SkipReason, UnusableError, reject
from extract.sources.discover import Found, discover
from extract.sources.errors import SourceError
from extract.sources.jsonl import read_jsonl
from extract.sources.text import read_text

Reader = Callable[[str, bytes, str | None], Iterator[Source | Rejection]]
"""`(source_id, data, encoding)` to its sources; raises UnusableError for a file that it cannot use."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_text,
        ".jsonl": read_jsonl,
    }
)

STDIN = "-"


def read(
    inputs: Sequence[str], *, encoding: str | None = None, leave_out: Path | None = None
) -> Iterator[Source | Rejection | Skipped]:
    """The sources of `inputs` (files, folders, `-` for standard input), one at a time, in a fixed order.

    `encoding` is taken for granted where it is given; a BOM still wins. What cannot be used comes as a
    Rejection with a code of SourceError and never stops the rest. A second source with the source_id of an
    earlier one is rejected, as ids must not depend on what else is read; name the folder above instead.
    The same file met twice is read once. A folder `leave_out` below an input is not entered.
    """
    seen: set[str] = set()
    files: set[tuple[int, int]] = set()
    for item in _items(inputs, encoding, files, leave_out):
        if isinstance(item, Source):
            if item.source_id in seen:
                message = "two sources of this run have this id; name a folder that holds both"
                yield reject(item.source_id, SourceError.DUPLICATE_SOURCE_ID, message)
                continue
            seen.add(item.source_id)
        yield item


def _items(
    inputs: Sequence[str], encoding: str | None, files: set[tuple[int, int]], leave_out: Path | None
) -> Iterator[Source | Rejection | Skipped]:
    for name in inputs:
        if name == STDIN:
            yield from _standard_input(encoding)
            continue
        for found in discover(name, READERS, leave_out):
            yield from _file(found, encoding, files) if isinstance(found, Found) else (found,)


def _file(found: Found, encoding: str | None, files: set[tuple[int, int]]) -> Iterator[Source | Rejection | Skipped]:
    try:
        state = found.path.stat()
        identity = (state.st_dev, state.st_ino)
        if identity in files:
            yield Skipped(found.source_id, SkipReason.READ_BEFORE)
            return
        files.add(identity)
        data = found.path.read_bytes()
    except OSError as error:
        yield reject(found.source_id, SourceError.UNREADABLE, str(error))
        return
    yield from _read(READERS[found.path.suffix.lower()], found.source_id, data, encoding)


def _standard_input(encoding: str | None) -> Iterator[Source | Rejection]:
    try:
        data = sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        yield reject(STDIN, SourceError.UNREADABLE, str(error))
        return
    for item in _read(read_text, STDIN, data, encoding):
        # There is no file to check offsets on.
        yield replace(item, plain=False) if isinstance(item, Source) else item


def _read(reader: Reader, source_id: str, data: bytes, encoding: str | None) -> Iterator[Source | Rejection]:
    if not data:
        yield reject(source_id, SourceError.EMPTY, "no bytes")
        return
    try:
        yield from reader(source_id, data, encoding)
    except UnusableError as failure:
        yield reject(source_id, failure.error, str(failure))

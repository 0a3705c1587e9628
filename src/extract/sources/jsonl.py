"""JSON Lines, plain or packed with gzip: each row a source of its own; read row by row, never as a whole."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from extract.data import Rejection, Source
from extract.sources.carriers import UnusableError, reject
from extract.sources.errors import SourceError
from extract.sources.lines import read_lines
from extract.sources.options import Reading
from extract.sources.rows import row_source


def read_jsonl(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The sources in `file`, a bad row as a Rejection that names its line. Raises UnusableError like `read_text`."""
    empty = True
    for number, line in enumerate(read_lines(file, reading.encoding), 1):
        try:
            text = line.text()
            if not text.strip():
                continue
            empty = False
            yield row_source(source_id, number, _object(text), reading.fields, line.size)
        except UnusableError as failure:
            empty = False
            yield reject(f"{source_id}:{number}", failure.error, f"line {number}: {failure}")
    if empty:
        raise UnusableError(SourceError.EMPTY, "no text but white space")


def read_packed_jsonl(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The sources in a .jsonl.gz file. Raises UnusableError with DAMAGED where it is none or breaks off."""
    try:
        with gzip.GzipFile(fileobj=file) as unpacked:
            yield from read_jsonl(source_id, unpacked, reading)  # type: ignore[arg-type]
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnusableError(SourceError.DAMAGED, f"no whole gzip file: {error}") from None


def _object(line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnusableError(SourceError.MALFORMED_ROW, f"no JSON: {error}") from None
    if not isinstance(row, dict):
        raise UnusableError(SourceError.MALFORMED_ROW, "no JSON object")
    return row

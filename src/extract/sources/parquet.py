"""Parquet: each row a source of its own; a few hundred rows are in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.data import Rejection, Source
from extract.sources.carriers import UnusableError, reject
from extract.sources.errors import SourceError
from extract.sources.options import PARTS, Fields, Reading
from extract.sources.rows import row_source

_ROWS = 256
# the ends of a file whose footer is encrypted
_LOCKED = b"PARE"


def read_parquet(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The sources in `file`, a bad row as a Rejection that names its number.

    Raises UnusableError with DAMAGED, ENCRYPTED, MISSING_FIELD or EMPTY.
    """
    import pyarrow

    if file.read(len(_LOCKED)) == _LOCKED:
        raise UnusableError(SourceError.ENCRYPTED, "the file is encrypted")
    file.seek(0)
    try:
        number = 0
        for number, row in enumerate(_rows(file, reading.fields), 1):
            try:
                yield row_source(source_id, number, row, reading.fields)
            except UnusableError as failure:
                yield reject(f"{source_id}:{number}", failure.error, f"row {number}: {failure}")
    except (pyarrow.ArrowException, OSError, EOFError, UnicodeDecodeError) as error:
        raise UnusableError(SourceError.DAMAGED, f"no whole Parquet file: {error}") from None
    if not number:
        raise UnusableError(SourceError.EMPTY, "no rows")


def _rows(file: BinaryIO, fields: Fields) -> Iterator[dict[str, Any]]:
    from pyarrow import parquet

    table = parquet.ParquetFile(file, pre_buffer=False)
    for batch in table.iter_batches(batch_size=_ROWS, columns=_columns(table.schema_arrow.names, fields)):
        yield from batch.to_pylist()


def _columns(names: list[str], fields: Fields) -> list[str]:
    """The columns to read. Raises UnusableError with MISSING_FIELD where one asked for, or one of text, is missing."""
    wanted: list[str] = []
    for part in PARTS:
        candidates: tuple[str, ...] = getattr(fields, part)
        found = [name for name in candidates if name in names]
        if not found and (part == "text" or part in fields.asked):
            told = f"no column is called {', '.join(candidates)}; there are {', '.join(names)}"
            raise UnusableError(SourceError.MISSING_FIELD, told)
        wanted += found
    return list(dict.fromkeys(wanted))

"""A PostgreSQL database: `postgresql://USER@HOST/NAME`; needs the extra `postgres`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.stores.batches import Batch
from extract.stores.columns import TABLES, Kind, Row, Table
from extract.stores.errors import StoreError, first_line
from extract.stores.layout import MIGRATIONS, Dialect, Migration, create, listed, prepare, quoted, version_of
from extract.stores.replacing import TABLES_IN_ORDER, count_removed, delete_and_insert, refuse_repeats, staged, upsert
from extract.stores.store import Answer, Loaded

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

DIALECT = Dialect(
    {
        Kind.TEXT: "TEXT",
        Kind.INTEGER: "BIGINT",
        Kind.NUMBER: "DOUBLE PRECISION",
        Kind.TRUTH: "BOOLEAN",
        Kind.DAY: "DATE",
        Kind.TEXTS: "TEXT[]",
        Kind.JSON: "JSONB",
    },
    keys=True,
)
_NUL_IN_JSON = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")
_LOADS = "SELECT pg_advisory_xact_lock(hashtext('extract.load'))"
"""One load at a time; readers go on."""
_FETCH = b"FETCH 1000 FROM answer"


@dataclass(frozen=True, slots=True)
class PostgresStore:
    """A store in the first schema of the connection's search path."""

    url: str
    migrations: Sequence[Migration] = MIGRATIONS

    def load(self, batches: Iterable[Batch], *, only: bool = False) -> Loaded:
        """See `Store`."""
        with _opened(self.url) as connection:
            execute = _executor(connection)
            where = f"database {connection.info.dbname}"
            execute(_LOADS)
            version_of(execute, where, len(self.migrations) + 1)
            rows = _stage(connection, batches)
            prepare(execute, DIALECT, where, self.migrations)
            removed = count_removed(execute, only=only)
            for table in TABLES_IN_ORDER:
                change = upsert if table.key else delete_and_insert
                for statement in change(table, only=only):
                    execute(statement)
        return Loaded(rows, removed)

    @contextmanager
    def query(self, sql: str) -> Iterator[Answer]:
        """See `Store`."""
        with _opened(self.url) as connection:
            connection.read_only = True
            cursor = connection.cursor()
            # only a query can be declared; prepared, it is one statement, so that none can follow and write
            _asked(cursor, b"DECLARE answer NO SCROLL CURSOR FOR " + sql.encode(), prepare=True)
            _asked(cursor, _FETCH)
            names = [column.name for column in cursor.description or ()]
            yield Answer(names, _rows(cursor))


@contextmanager
def _opened(url: str) -> Iterator[Connection]:
    """A connection in one transaction; what PostgreSQL refuses, then and later, is a StoreError."""
    try:
        import psycopg
    except ImportError:
        raise StoreError("missing_extra", "PostgreSQL needs psycopg: pip install 'extract[postgres]'") from None
    try:
        with psycopg.connect(url) as connection:
            yield connection
    except psycopg.Error as error:
        raise StoreError("store_failed", f"PostgreSQL: {first_line(error)}") from None


def _executor(connection: Connection) -> Any:
    def execute(statement: str) -> list[tuple[Any, ...]]:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []

    return execute


def _stage(connection: Connection, batches: Iterable[Batch]) -> dict[str, int]:
    """Copy a run into temporary tables; the rows of each. Raises StoreError where two share a key."""
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    execute = _executor(connection)
    for table in TABLES:
        execute(create(table, DIALECT, staged(table), temporary="TEMPORARY"))
    for batch in batches:
        for table in TABLES:
            rows = batch.get(table.name, [])
            if rows:
                _copy(connection, table, rows)
                counts[table.name] += len(rows)
    for table in TABLES:
        execute(f"ANALYZE {quoted(staged(table))}")
    refuse_repeats(execute)
    return counts


def _copy(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    into = f"COPY {quoted(staged(table))} ({listed(table.names)}) FROM STDIN"
    kinds = [column.kind for column in table.columns]
    with connection.cursor() as cursor, cursor.copy(into.encode()) as copy:
        for row in rows:
            copy.write_row([_without_nul(value, kind) for value, kind in zip(row, kinds, strict=True)])


def _without_nul(value: Any, kind: Kind) -> Any:
    """PostgreSQL has no NUL in a text: U+FFFD stands for it."""
    if value is None:
        return None
    match kind:
        case Kind.TEXT:
            return value.replace("\0", "\ufffd")
        case Kind.TEXTS:
            return [item.replace("\0", "\ufffd") for item in value]
        case Kind.JSON:
            return _NUL_IN_JSON.sub(r"\1\\ufffd", value)
        case _:
            return value


def _asked(cursor: psycopg.Cursor[Row], statement: bytes, *, prepare: bool = False) -> None:
    """Run a part of a query. Raises StoreError."""
    import psycopg

    try:
        cursor.execute(statement, prepare=prepare)
    except psycopg.Error as error:
        raise StoreError("query", first_line(error)) from None


def _rows(cursor: psycopg.Cursor[Row]) -> Iterator[Row]:
    while rows := cursor.fetchall():
        yield from rows
        _asked(cursor, _FETCH)

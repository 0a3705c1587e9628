"""A DuckDB file: `duckdb:FILE`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pyarrow as pa

from extract.stores.batches import Batch
from extract.stores.columns import TABLES, Kind, Row, Table
from extract.stores.errors import StoreError, first_line
from extract.stores.layout import MIGRATIONS, Dialect, Migration, create, listed, prepare, quoted, version_of
from extract.stores.replacing import TABLES_IN_ORDER, count_removed, delete_and_insert, refuse_repeats, staged
from extract.stores.store import Answer, Loaded

# A declared key would be checked against rows that the same transaction deletes; `refuse_repeats` checks instead.
DIALECT = Dialect(
    {
        Kind.TEXT: "VARCHAR",
        Kind.INTEGER: "BIGINT",
        Kind.NUMBER: "DOUBLE",
        Kind.TRUTH: "BOOLEAN",
        Kind.DAY: "DATE",
        Kind.TEXTS: "VARCHAR[]",
        Kind.JSON: "JSON",
    },
    keys=False,
)
_ARROW = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.TRUTH: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.TEXTS: pa.list_(pa.string()),
    Kind.JSON: pa.string(),
}
MEMORY = "1GB"
"""What a load takes before it goes on in a temporary file."""

Connection = duckdb.DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class DuckdbStore:
    """A store in one file."""

    path: Path
    migrations: Sequence[Migration] = MIGRATIONS

    def load(self, batches: Iterable[Batch], *, only: bool = False) -> Loaded:
        """See `Store`."""
        new = not self.path.exists()
        try:
            with opened(str(self.path), self.path) as connection:
                version_of(executor(connection), str(self.path), len(self.migrations) + 1)
                rows = stage(connection, batches)
                with transaction(connection):
                    prepare(executor(connection), DIALECT, str(self.path), self.migrations)
                    removed = self._replace(connection, only=only)
        except BaseException:
            if new:
                self.path.unlink(missing_ok=True)
            raise
        return Loaded(rows, removed)

    def _replace(self, connection: Connection, *, only: bool) -> int:
        execute = executor(connection)
        removed = count_removed(execute, only=only)
        for table in TABLES_IN_ORDER:
            for statement in delete_and_insert(table, only=only):
                execute(statement)
        return removed

    @contextmanager
    def query(self, sql: str) -> Iterator[Answer]:
        """See `Store`."""
        if not self.path.is_file():
            raise StoreError("no_store", f"{self.path}: there is no such file")
        with opened(str(self.path), self.path, read_only=True) as connection:
            yield answer(connection, sql)


@contextmanager
def opened(database: str, where: Path, *, read_only: bool = False) -> Iterator[Connection]:
    """A connection; what DuckDB refuses, then and later, is a StoreError."""
    try:
        with duckdb.connect(database, read_only=read_only) as connection:
            connection.execute(f"SET memory_limit = '{MEMORY}'")
            yield connection
    except duckdb.Error as error:
        raise StoreError("store_failed", f"{where}: {first_line(error)}") from None


def executor(connection: Connection) -> Any:
    """Runs statements on a connection."""

    def execute(statement: str) -> list[tuple[Any, ...]]:
        return connection.execute(statement).fetchall()

    return execute


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of it or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def stage(connection: Connection, batches: Iterable[Batch]) -> dict[str, int]:
    """Put a run into temporary tables; the rows of each. Raises StoreError where two share a key."""
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    for table in TABLES:
        connection.execute(create(table, DIALECT, staged(table), temporary="TEMPORARY"))
    for batch in batches:
        for table in TABLES:
            rows = batch.get(table.name, [])
            if rows:
                connection.register("incoming", _arrow(table, rows))
                connection.execute(f"INSERT INTO {quoted(staged(table))} SELECT {listed(table.names)} FROM incoming")
                connection.unregister("incoming")
                counts[table.name] += len(rows)
    refuse_repeats(executor(connection))
    return counts


def _arrow(table: Table, rows: Sequence[Row]) -> pa.Table:
    values = zip(*rows, strict=True)
    arrays = [pa.array(list(v), _ARROW[column.kind]) for column, v in zip(table.columns, values, strict=True)]
    return pa.Table.from_arrays(arrays, names=list(table.names))


def answer(connection: Connection, sql: str) -> Answer:
    """The answer to one SELECT that reaches nothing outside the store. Raises StoreError for anything else."""
    try:
        found = connection.extract_statements(sql)
        if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
            raise StoreError("query", "a query is one SELECT")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        connection.execute(found[0])
        description = connection.description or []
    except duckdb.Error as error:
        raise StoreError("query", first_line(error)) from None
    packed = [str(column[1]) == "JSON" for column in description]
    return Answer([str(column[0]) for column in description], _rows(connection, packed))


def _rows(connection: Connection, packed: Sequence[bool]) -> Iterator[Row]:
    while True:
        try:
            rows = connection.fetchmany(1_000)
        except duckdb.Error as error:
            raise StoreError("query", first_line(error)) from None
        if not rows:
            return
        for row in rows:
            yield tuple(
                orjson.loads(value) if json and value is not None else value
                for value, json in zip(row, packed, strict=True)
            )

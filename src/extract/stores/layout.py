"""The tables, indexes and views of a database in SQL, and the version that says which of them it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.records import RecordBase
from extract.stores.columns import ARTICLES, MENTIONS, RECORDS, TABLES, Column, Kind, Table, columns
from extract.stores.errors import StoreError

Execute = Callable[[str], Sequence[tuple[Any, ...]]]
"""Runs one statement; its rows."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one database calls the kinds of columns."""

    types: Mapping[Kind, str]
    keys: bool
    """Whether tables declare their key."""


@dataclass(frozen=True, slots=True)
class Migration:
    """From one version to the next: what changes, and the statements that change it."""

    says: str
    statements: Callable[[Dialect], Sequence[str]]


MIGRATIONS: Sequence[Migration] = ()
"""The first leads from version 1 to 2. A change of a model's fields that changes a table needs one here."""

INDEXES: Sequence[tuple[str, tuple[str, ...]]] = (
    (ARTICLES.name, ("source_id",)),
    (ARTICLES.name, ("published",)),
    (MENTIONS.name, ("article_id",)),
    *((table.name, ("article_id",)) for table in RECORDS.values()),
    *((table.name, ("period_start",)) for table in RECORDS.values()),
    (RECORDS["statistic"].name, ("indicator", "subject", "period_start")),
    (RECORDS["statistic"].name, ("region_code",)),
)

SAME_FIGURE = (
    *("subject", "coalesce(indicator, metric)", "scope", "measure", "basis", "reference", "quantity_unit"),
    *("modality", "cumulative", "period_start", "period_end"),
)
"""What two statistics share that tell one figure; `latest_statistics` has the one published last."""

VERSION_TABLE = "schema_version"


def quoted(name: str) -> str:
    """A name as SQL takes it whatever it is: `"end"`."""
    return '"' + name.replace('"', '""') + '"'


def listed(names: Sequence[str], prefix: str = "") -> str:
    """Names for a list of columns."""
    return ", ".join(prefix + quoted(name) for name in names)


def create(table: Table, dialect: Dialect, name: str | None = None, *, temporary: str = "") -> str:
    """The statement that makes a table, or a copy of it under another name and without a key."""
    parts = [_declared(column, dialect) for column in table.columns]
    if name is None and dialect.keys and table.key:
        parts.append(f"PRIMARY KEY ({listed(table.key)})")
    return f"CREATE {temporary} TABLE {quoted(name or table.name)} ({', '.join(parts)})"


def _declared(column: Column, dialect: Dialect) -> str:
    return f"{quoted(column.name)} {dialect.types[column.kind]}{'' if column.nullable else ' NOT NULL'}"


def indexes() -> dict[str, str]:
    """Index to the statement that makes it."""
    named = {"_".join((table, *names)): (table, names) for table, names in INDEXES}
    return {n: f"CREATE INDEX {quoted(n)} ON {quoted(table)} ({listed(names)})" for n, (table, names) in named.items()}


def views() -> dict[str, str]:
    """View to its query."""
    shared = [column.name for column in columns(RecordBase)]
    every = " UNION ALL ".join(f"SELECT {listed(shared)} FROM {quoted(t.name)}" for t in RECORDS.values())
    statistics = RECORDS["statistic"]
    latest = (
        f"SELECT {listed(statistics.names)}, published FROM (SELECT s.*, a.published, row_number() OVER ("
        f"PARTITION BY {', '.join(SAME_FIGURE)} ORDER BY a.published DESC NULLS LAST, s.article_id, s.record_id"
        f") AS place_in_time FROM {quoted(statistics.name)} s JOIN articles a ON a.article_id = s.article_id) told "
        f"WHERE place_in_time = 1"
    )
    return {"latest_statistics": latest, "records": every}


def create_views() -> Iterator[str]:
    """The statements that make the views."""
    for name, query in views().items():
        yield f"CREATE VIEW {quoted(name)} AS {query}"


def version_of(execute: Execute, where: str, newest: int) -> int | None:
    """The version of a store, None for a database that is to become one.

    Raises StoreError for a newer store, and for a database that holds tables of these names and is no store.
    """
    there = {str(row[0]) for row in execute(_TABLES_THERE)}
    if VERSION_TABLE in there:
        version = execute(f"SELECT max(version) FROM {VERSION_TABLE}")[0][0]
        return check_version(version, where, newest)
    foreign = sorted(there & {*(table.name for table in TABLES), *views()})
    if foreign:
        raise StoreError("not_a_store", f"{where} is no store of this program but has a table {foreign[0]}")
    return None


def check_version(version: int | None, where: str, newest: int = len(MIGRATIONS) + 1) -> int:
    """The version, if this program knows it. Raises StoreError for one of a newer program, or none."""
    if version is None or version < 1:
        raise StoreError("not_a_store", f"{where} states no version of its tables")
    if version > newest:
        raise StoreError("newer_store", f"{where} has tables of version {version}; this program knows up to {newest}")
    return version


def prepare(execute: Execute, dialect: Dialect, where: str, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make an empty database a store, or bring a store to this version; all in the transaction of the caller.

    Raises StoreError as `version_of` does.
    """
    newest = len(migrations) + 1
    version = version_of(execute, where, newest)
    if version is None:
        execute(f"CREATE TABLE {VERSION_TABLE} (version INTEGER NOT NULL, since TIMESTAMP NOT NULL)")
        for statement in (*(create(table, dialect) for table in TABLES), *indexes().values(), *create_views()):
            execute(statement)
        execute(_said(newest))
    elif version < newest:
        _migrate(execute, dialect, version, migrations)


def _migrate(execute: Execute, dialect: Dialect, version: int, migrations: Sequence[Migration]) -> None:
    """Step by step; what depends on the tables is made anew, since DuckDB alters no table with an index."""
    for name in views():
        execute(f"DROP VIEW IF EXISTS {quoted(name)}")
    for name in indexes():
        execute(f"DROP INDEX IF EXISTS {quoted(name)}")
    for number, migration in enumerate(migrations[version - 1 :], version + 1):
        for statement in migration.statements(dialect):
            execute(statement)
        execute(_said(number))
    for statement in (*indexes().values(), *create_views()):
        execute(statement)


_TABLES_THERE = (
    "SELECT table_name FROM information_schema.tables "
    "WHERE table_schema = current_schema() AND table_catalog = current_database()"
)


def _said(version: int) -> str:
    return f"INSERT INTO {VERSION_TABLE} VALUES ({version}, CAST(now() AS TIMESTAMP))"

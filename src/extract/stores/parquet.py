"""A folder of Parquet files: `parquet:DIR`, a folder a table, in it `month=2024-03` by the month of publication."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extract.stores.batches import Batch
from extract.stores.columns import ARTICLES, TABLES, Column, Table
from extract.stores.duckdb import DIALECT, Connection, answer, executor, opened, stage
from extract.stores.errors import StoreError
from extract.stores.layout import MIGRATIONS, VERSION_TABLE, check_version, create_views, listed, quoted
from extract.stores.replacing import count_removed, old_articles, staged
from extract.stores.store import Answer, Loaded

VERSION = len(MIGRATIONS) + 1
UNDATED = "undated"
"""The month of articles without a date of publication."""
_MONTH = f"coalesce(strftime(published, '%Y-%m'), '{UNDATED}')"
_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class ParquetStore:
    """A store in a folder. A load writes a new folder beside it and then changes the two."""

    folder: Path

    def load(self, batches: Iterable[Batch], *, only: bool = False) -> Loaded:
        """See `Store`."""
        old, new = self._settled(), self._beside("loading")
        shutil.rmtree(new, ignore_errors=True)
        try:
            new.mkdir(parents=True)
            with opened(str(new / "staging.duckdb"), self.folder) as connection:
                if old:
                    self._version(connection)
                make_views(connection, self.folder)
                rows = stage(connection, batches)
                removed = count_removed(executor(connection), only=only)
                self._write(connection, new, only=only)
            for left in new.glob("staging.duckdb*"):
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            self._exchange(new)
        except OSError as error:
            raise StoreError("store_failed", f"{self.folder}: {error.strerror or error}") from None
        finally:
            shutil.rmtree(new, ignore_errors=True)
        return Loaded(rows, removed)

    @contextmanager
    def query(self, sql: str) -> Iterator[Answer]:
        """See `Store`."""
        if not self._settled():
            raise StoreError("no_store", f"{self.folder}: there is no such folder")
        with opened(":memory:", self.folder) as connection:
            self._version(connection)
            make_views(connection, self.folder)
            for statement in create_views():
                connection.execute(statement)
            connection.execute("SET allowed_directories = [" + _text(f"{self.folder}/") + "]")
            yield answer(connection, sql)

    def _beside(self, what: str) -> Path:
        return self.folder.with_name(f".{self.folder.name}.{what}")

    def _settled(self) -> bool:
        """Whether the folder holds a store; a change of folders that broke off is taken back.

        Raises StoreError for a folder that holds something else.
        """
        if _GLOB & set(str(self.folder)):
            raise StoreError("target", f"{self.folder}: a folder of Parquet files has none of * ? [ in its path")
        replaced = self._beside("replaced")
        if replaced.is_dir():
            if self.folder.exists():
                shutil.rmtree(replaced)
            else:
                replaced.rename(self.folder)
        if not self.folder.exists() or (self.folder.is_dir() and not any(self.folder.iterdir())):
            return False
        if not (self.folder / f"{VERSION_TABLE}.parquet").is_file():
            raise StoreError("not_a_store", f"{self.folder} holds something else than a store of this program")
        return True

    def _version(self, connection: Connection) -> None:
        """Raises StoreError for a folder of another version: its files are not rewritten."""
        file = _text(str(self.folder / f"{VERSION_TABLE}.parquet"))
        version = check_version(
            executor(connection)(f"SELECT max(version) FROM read_parquet({file})")[0][0], str(self.folder)
        )
        if version < VERSION:
            raise StoreError(
                "older_store", f"{self.folder} has tables of version {version}, not {VERSION}: load into a new folder"
            )

    def _write(self, connection: Connection, new: Path, *, only: bool) -> None:
        execute = executor(connection)
        stage_name = quoted(staged(ARTICLES))
        gone = old_articles(only=only)
        execute(f"CREATE TEMPORARY TABLE gone AS {gone}")
        execute(
            f"CREATE TEMPORARY TABLE touched AS SELECT {_MONTH} AS month FROM {stage_name} UNION "
            f"SELECT month FROM {quoted(ARTICLES.name)} WHERE article_id IN (SELECT article_id FROM gone)"
        )
        touched = {str(row[0]) for row in execute("SELECT month FROM touched")}
        for table in TABLES:
            target = new / table.name
            target.mkdir()
            execute(
                f"COPY ({_replaced(table)}) TO {_text(str(target))} "
                "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month), OVERWRITE_OR_IGNORE true)"
            )
            for month in sorted((self.folder / table.name).glob("month=*")):
                if month.name.removeprefix("month=") not in touched:
                    _link(month, target / month.name)
        version = _text(str(new / f"{VERSION_TABLE}.parquet"))
        execute(f"COPY (SELECT {VERSION} AS version) TO {version} (FORMAT parquet)")

    def _exchange(self, new: Path) -> None:
        replaced = self._beside("replaced")
        if self.folder.exists():
            self.folder.rename(replaced)
        new.rename(self.folder)
        shutil.rmtree(replaced, ignore_errors=True)


def make_views(connection: Connection, folder: Path) -> None:
    """Show the tables of a folder, those without a file as empty ones, each with its month."""
    for table in TABLES:
        if any((folder / table.name).glob("month=*/*.parquet")):
            files = _text(str(folder / table.name / "*" / "*.parquet"))
            source = f"read_parquet({files}, hive_partitioning = true, hive_types = {{'month': VARCHAR}})"
            shown = f"SELECT {', '.join(map(_cast, table.columns))}, month FROM {source}"
        else:
            empty = ", ".join(f"CAST(NULL AS {DIALECT.types[c.kind]}) AS {quoted(c.name)}" for c in table.columns)
            shown = f"SELECT {empty}, CAST(NULL AS VARCHAR) AS month WHERE false"
        connection.execute(f"CREATE TEMPORARY VIEW {quoted(table.name)} AS {shown}")


def _cast(column: Column) -> str:
    return f"CAST({quoted(column.name)} AS {DIALECT.types[column.kind]}) AS {quoted(column.name)}"


def _replaced(table: Table) -> str:
    """The rows of the months that change: what stays of the old ones, and the staged ones."""
    names = listed(table.names)
    return (
        f"SELECT {listed(table.names, 's.')}, {_MONTH.replace('published', 'a.published')} AS month "
        f"FROM {quoted(staged(table))} s JOIN {quoted(staged(ARTICLES))} a ON a.article_id = s.article_id "
        f"UNION ALL SELECT {names}, month FROM {quoted(table.name)} WHERE month IN (SELECT month FROM touched) "
        "AND article_id NOT IN (SELECT article_id FROM gone)"
    )


def _link(month: Path, target: Path) -> None:
    """The same files under another folder: no byte is copied where the file system allows it."""
    target.mkdir()
    for file in month.iterdir():
        try:
            os.link(file, target / file.name)
        except OSError:
            shutil.copy2(file, target / file.name)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"

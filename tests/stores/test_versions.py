"""Stores of other versions: an older one is migrated or refused, a newer one refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from tests.stores.runs import statistic, told, write_run

from extract.stores.batches import batches
from extract.stores.columns import TABLES, Kind
from extract.stores.duckdb import DuckdbStore
from extract.stores.errors import StoreError
from extract.stores.layout import MIGRATIONS, Dialect, Migration
from extract.stores.parquet import ParquetStore
from extract.stores.postgres import PostgresStore

LAYOUTS = {1: "8fc929b1fad4873a"}
"""What the tables of each version are. A change of a model changes them: then a migration and a line here are due."""


def test_the_tables_are_those_of_their_version() -> None:
    told = repr([(t.name, t.key, [(c.name, str(c.kind), c.nullable) for c in t.columns]) for t in TABLES])
    assert sha256(told.encode()).hexdigest()[:16] == LAYOUTS[len(MIGRATIONS) + 1]


def drop_and_add(dialect: Dialect) -> Sequence[str]:
    return (
        "ALTER TABLE statistics RENAME COLUMN note TO remark",
        f"ALTER TABLE policies ADD COLUMN pages {dialect.types[Kind.INTEGER]}",
    )


NEXT = (
    *MIGRATIONS,
    Migration("a note on statistics", lambda d: [f"ALTER TABLE statistics ADD COLUMN note {d.types[Kind.TEXT]}"]),
    Migration("the note is a remark, policies have pages", drop_and_add),
)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return write_run(tmp_path / "run", [told("a.txt#1", statistic(1), {"record_type": "policy"})])


def ask(store: DuckdbStore | PostgresStore, sql: str) -> list[tuple[Any, ...]]:
    with store.query(sql) as answer:
        return [tuple(row) for row in answer.rows]


@pytest.fixture(params=["duckdb", "postgres"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., DuckdbStore | PostgresStore]:
    """A database as this program and later ones see it."""
    if request.param == "duckdb":
        return lambda **options: DuckdbStore(tmp_path / "store.duckdb", **options)
    url = str(request.getfixturevalue("database"))
    return lambda **options: PostgresStore(url, **options)


def test_an_older_database_is_migrated_in_order_and_keeps_its_rows(
    opened: Callable[..., DuckdbStore | PostgresStore], run: Path, tmp_path: Path
) -> None:
    opened().load(batches(run))
    later = opened(migrations=NEXT)
    later.load(batches(write_run(tmp_path / "more", [told("b.txt#1", statistic(2, 7))])))
    assert ask(later, "SELECT version FROM schema_version ORDER BY version") == [(1,), (2,), (3,)]
    assert ask(later, "SELECT quantity_value, remark FROM statistics ORDER BY 1") == [(5.0, None), (7.0, None)]
    assert ask(later, "SELECT pages FROM policies") == [(None,)]
    assert ask(later, "SELECT count(*) FROM latest_statistics") == [(1,)]


def test_a_migration_that_fails_leaves_the_old_database(
    opened: Callable[..., DuckdbStore | PostgresStore], run: Path
) -> None:
    opened().load(batches(run))
    wrong = (NEXT[0], Migration("wrong", lambda _: ["ALTER TABLE nothing ADD COLUMN note INTEGER"]))
    with pytest.raises(StoreError) as refused:
        opened(migrations=wrong).load(batches(run))
    assert refused.value.code == "store_failed"
    assert ask(opened(), "SELECT version FROM schema_version") == [(1,)]
    assert ask(opened(), "SELECT count(*) FROM latest_statistics") == [(1,)]


def test_a_newer_database_is_refused(opened: Callable[..., DuckdbStore | PostgresStore], run: Path) -> None:
    opened(migrations=NEXT).load(batches(run))
    with pytest.raises(StoreError, match="version 3; this program knows up to 1") as refused:
        opened().load(batches(run))
    assert refused.value.code == "newer_store"


def test_a_database_with_tables_of_its_own_is_refused(tmp_path: Path, run: Path) -> None:
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE articles (n INTEGER)")
    with pytest.raises(StoreError, match="no store") as refused:
        DuckdbStore(tmp_path / "other.duckdb").load(batches(run))
    assert refused.value.code == "not_a_store"


def test_so_is_a_postgres_schema(database: str, run: Path) -> None:
    with psycopg.connect(database) as connection:
        connection.execute("CREATE TABLE records (n INTEGER)")
    with pytest.raises(StoreError) as refused:
        PostgresStore(database).load(batches(run))
    assert refused.value.code == "not_a_store"


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, run: Path) -> None:
    (tmp_path / "a.txt").write_text("no database" * 999, "utf-8")
    with pytest.raises(StoreError) as refused:
        DuckdbStore(tmp_path / "a.txt").load(batches(run))
    assert refused.value.code == "store_failed"
    assert (tmp_path / "a.txt").read_text("utf-8") == "no database" * 999


class TestParquet:
    @pytest.mark.parametrize(("version", "code"), [(0, "not_a_store"), (2, "newer_store")])
    def test_a_folder_of_another_version_is_refused(self, version: int, code: str, tmp_path: Path, run: Path) -> None:
        store = ParquetStore(tmp_path / "store")
        store.load(batches(run))
        duckdb.execute(f"COPY (SELECT {version} AS version) TO '{tmp_path / 'store' / 'schema_version.parquet'}'")
        with pytest.raises(StoreError) as refused:
            store.load(batches(run))
        assert refused.value.code == code

    def test_an_older_one_says_what_to_do(self, tmp_path: Path, run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        store = ParquetStore(tmp_path / "store")
        store.load(batches(run))
        monkeypatch.setattr("extract.stores.parquet.VERSION", 2)
        with pytest.raises(StoreError, match="load into a new folder") as refused:
            store.load(batches(run))
        assert refused.value.code == "older_store"

    def test_a_folder_that_holds_something_else_is_left_alone(self, tmp_path: Path, run: Path) -> None:
        (tmp_path / "store").mkdir()
        (tmp_path / "store" / "letter.txt").write_text("mine", "utf-8")
        with pytest.raises(StoreError) as refused:
            ParquetStore(tmp_path / "store").load(batches(run))
        assert refused.value.code == "not_a_store"
        assert [path.name for path in (tmp_path / "store").iterdir()] == ["letter.txt"]

    def test_it_is_divided_by_type_and_month_of_publication(self, tmp_path: Path) -> None:
        store = ParquetStore(tmp_path / "store")
        march = [told("a.txt#1", statistic(1), {"record_type": "policy"}, published="2024-03-31")]
        store.load(batches(write_run(tmp_path / "run", [*march, told("b.txt#1", statistic(2))])))
        found = {
            path.parent.relative_to(tmp_path / "store").as_posix() for path in (tmp_path / "store").rglob("*/*.parquet")
        }
        assert found == {
            *("articles/month=2024-03", "statistics/month=2024-03", "policies/month=2024-03"),
            *("articles/month=undated", "statistics/month=undated"),
        }

    def test_months_that_do_not_change_keep_their_files(self, tmp_path: Path) -> None:
        store = ParquetStore(tmp_path / "store")
        both = [told("a.txt#1", statistic(1), published="2024-03-31"), told("b.txt#1", published="2024-04-01")]
        store.load(batches(write_run(tmp_path / "run", both)))
        kept = next((tmp_path / "store" / "statistics" / "month=2024-03").iterdir()).stat().st_ino
        store.load(batches(write_run(tmp_path / "more", [told("b.txt#1", statistic(1), published="2024-05-01")])))
        assert next((tmp_path / "store" / "statistics" / "month=2024-03").iterdir()).stat().st_ino == kept
        assert not list((tmp_path / "store" / "articles").glob("month=2024-04/*"))

    def test_a_change_of_folders_that_broke_off_is_taken_back(self, tmp_path: Path, run: Path) -> None:
        store = ParquetStore(tmp_path / "store")
        store.load(batches(run))
        (tmp_path / "store").rename(tmp_path / ".store.replaced")
        with store.query("SELECT count(*) FROM articles") as answer:
            assert list(answer.rows) == [(1,)]
        assert [path.name for path in tmp_path.glob("*store*")] == ["store"]

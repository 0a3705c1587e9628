"""What a load does to a store, the same for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from tests.stores.runs import Told, lines, runs, statistic, told, write_run

from extract.stores.batches import Batch, batches
from extract.stores.columns import RECORDS, TABLES, Kind, Table
from extract.stores.errors import StoreError
from extract.stores.layout import listed
from extract.stores.store import Loaded
from extract.stores.targets import open_store

New = Callable[[], str]


def load(run: Path, target: str, **options: Any) -> Loaded:
    return open_store(target).load(batches(run, mentions=True), **options)


def ask(target: str, sql: str) -> list[tuple[Any, ...]]:
    with open_store(target).query(sql) as answer:
        return [tuple(row) for row in answer.rows]


def content(target: str) -> dict[str, list[str]]:
    """Every row of every table, in an order of its own."""
    return {table.name: sorted(map(repr, ask(target, select(table)))) for table in TABLES}


def select(table: Table) -> str:
    return f"SELECT {listed(table.names)} FROM {table.name}"


def expected(line: dict[str, Any], table: Table) -> tuple[Any, ...]:
    """The values of a line of a run, taken from its JSON by the path of each column."""
    found = []
    for column in table.columns:
        value: Any = line
        for name in column.path:
            value = None if value is None else value[name]
        found.append(date.fromisoformat(value) if column.kind is Kind.DAY and value is not None else value)
    return tuple(found)


def assert_equal_to_run(target: str, run: Path) -> None:
    every = lines(run, "records.jsonl")
    files = {
        "articles": lines(run, "articles.jsonl"),
        "mentions": lines(run, "mentions.jsonl"),
        **{table.name: [r for r in every if r["record_type"] == kind] for kind, table in RECORDS.items()},
    }
    for table in TABLES:
        there = [tuple(row) for row in ask(target, select(table))]
        wanted = [expected(line, table) for line in files[table.name]]
        assert len(there) == len(wanted)
        assert all(row in there for row in wanted)
        assert all(row in wanted for row in there)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return write_run(
        tmp_path / "run",
        [
            told(
                "a.txt#1",
                statistic(1),
                statistic(2, 7.5),
                {"record_type": "policy"},
                published="2024-03-01",
                mentions=2,
            ),
            told("a.txt#2", {"record_type": "project"}, {"record_type": "role"}, published="2024-03-01"),
            told("b.txt#1", {"record_type": "honor"}, {"record_type": "event"}, {"record_type": "milestone"}),
            told("c.txt#1", {"record_type": "cooperation"}, statistic(3), published="2023-12-31", mentions=1),
        ],
    )


def test_counts_and_values_are_those_of_the_files(run: Path, target: str) -> None:
    loaded = load(run, target)
    assert loaded.rows["articles"] == 4
    assert loaded.rows["statistics"] == 3
    assert loaded.removed == 0
    assert_equal_to_run(target, run)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=runs())
def test_whatever_a_run_holds_is_in_the_store(articles: list[Told], tmp_path: Path, new_target: New) -> None:
    run, target = write_run(tmp_path / "generated", articles), new_target()
    load(run, target)
    assert_equal_to_run(target, run)


def test_twice_over_gives_the_same_tables(run: Path, target: str) -> None:
    load(run, target)
    once = content(target)
    assert load(run, target).removed == 0
    assert content(target) == once


def test_an_article_is_replaced_as_a_whole(run: Path, target: str, tmp_path: Path) -> None:
    load(run, target)
    changed = told("a.txt#1", statistic(2, 8), {"record_type": "event"}, published="2024-04-02")
    load(write_run(tmp_path / "again", [changed, told("a.txt#2", published="2024-04-02")]), target)
    assert ask(target, "SELECT quantity_value FROM statistics WHERE article_id = 'a.txt#1'") == [(8.0,)]
    assert ask(target, "SELECT count(*) FROM policies") == [(0,)]
    assert ask(target, "SELECT count(*) FROM projects") == [(0,)]
    assert ask(target, "SELECT count(*) FROM events") == [(2,)]
    assert ask(target, "SELECT published FROM articles WHERE source_id = 'a.txt'") == [(date(2024, 4, 2),)] * 2
    assert ask(target, "SELECT count(*) FROM mentions WHERE article_id = 'a.txt#1'") == [(0,)]
    # what the second run did not read is as it was
    assert ask(target, "SELECT count(*) FROM honors") == [(1,)]
    assert ask(target, "SELECT count(*) FROM mentions") == [(1,)]


def test_an_article_that_its_source_no_longer_has_goes(run: Path, target: str, tmp_path: Path) -> None:
    load(run, target)
    assert load(write_run(tmp_path / "fewer", [told("a.txt#1", statistic(1))]), target).removed == 1
    assert sorted(ask(target, "SELECT article_id FROM articles")) == [("a.txt#1",), ("b.txt#1",), ("c.txt#1",)]
    assert ask(target, "SELECT count(*) FROM roles") == [(0,)]


def test_with_only_nothing_stays_that_the_run_does_not_have(run: Path, target: str, tmp_path: Path) -> None:
    load(run, target)
    other = write_run(tmp_path / "other", [told("b.txt#1", statistic(9))])
    assert load(other, target, only=True).removed == 3
    assert_equal_to_run(target, other)


def broken_off(run: Path) -> Iterator[Batch]:
    """The batches of a run, of which the second never comes."""
    yield next(batches(run, mentions=True, full=1))
    raise KeyboardInterrupt


def test_a_load_broken_off_leaves_the_old_state(run: Path, target: str, tmp_path: Path) -> None:
    load(run, target)
    before = content(target)
    other = write_run(tmp_path / "other", [told("a.txt#1", statistic(1, 99)), told("b.txt#1")])
    with pytest.raises(KeyboardInterrupt):
        open_store(target).load(broken_off(other))
    assert content(target) == before


def test_a_load_that_breaks_off_while_it_replaces_leaves_the_old_state(
    run: Path, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(run, target)
    before = content(target)
    other = write_run(tmp_path / "other", [told("a.txt#1", statistic(1, 99)), told("b.txt#1")])
    kind = "duckdb" if target.startswith("duckdb") else "postgres" if target.startswith("postgres") else "parquet"
    module = __import__(f"extract.stores.{kind}", fromlist=[kind])
    if kind == "parquet":
        monkeypatch.setattr(module.ParquetStore, "_exchange", lambda *_: 1 / 0)
    else:
        # the articles come last: every other table is changed by then
        real = module.delete_and_insert
        monkeypatch.setattr(module, "delete_and_insert", lambda t, **o: 1 / 0 if t.name == "articles" else real(t, **o))
        monkeypatch.setattr(module, "upsert", module.delete_and_insert, raising=False)
    with pytest.raises(ZeroDivisionError):
        open_store(target).load(batches(other))
    monkeypatch.undo()
    assert content(target) == before


def test_a_first_load_that_breaks_off_leaves_nothing(run: Path, target: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        open_store(target).load(broken_off(run))
    with pytest.raises(StoreError):
        ask(target, "SELECT * FROM articles")
    load(run, target)
    assert_equal_to_run(target, run)


def test_a_run_that_has_a_record_twice_is_refused(run: Path, target: str, tmp_path: Path) -> None:
    load(run, target)
    before = content(target)
    twice = write_run(tmp_path / "twice", [told("a.txt#1", statistic(1), statistic(1))])
    with pytest.raises(StoreError, match="twice in statistics"):
        load(twice, target)
    assert content(target) == before


def test_the_latest_statistics_are_those_published_last(target: str, tmp_path: Path) -> None:
    year = {"period": {"text": "2023年", "start": "2023-01-01", "end": "2023-12-31"}}
    load(
        write_run(
            tmp_path / "run",
            [
                told("a.txt#1", statistic(1, 5, **year), published="2024-01-10"),
                told(
                    "b.txt#1", statistic(1, 6, **year), statistic(2, 9, **year, subject="乙县"), published="2024-02-10"
                ),
                told("c.txt#1", statistic(1, 7, **year)),
                told("d.txt#1", statistic(1, 8, period=None), published="2024-03-10"),
            ],
        ),
        target,
    )
    found = ask(target, "SELECT subject, period_start, quantity_value, published FROM latest_statistics")
    assert sorted(found, key=repr) == sorted(
        [
            ("丙县", date(2023, 1, 1), 6.0, date(2024, 2, 10)),
            ("乙县", date(2023, 1, 1), 9.0, date(2024, 2, 10)),
            ("丙县", None, 8.0, date(2024, 3, 10)),
        ],
        key=repr,
    )


def test_records_shows_all_types_together(run: Path, target: str) -> None:
    load(run, target)
    found = ask(target, "SELECT record_type, count(*) FROM records GROUP BY record_type")
    assert dict(found) == {
        **dict.fromkeys(("policy", "project", "role", "honor", "event", "milestone", "cooperation"), 1),
        "statistic": 3,
    }


@pytest.mark.parametrize(
    "sql",
    [
        "SELEC 1",
        "SELECT nothing FROM articles",
        "DELETE FROM articles",
        "SELECT 1; DELETE FROM articles",
        "CREATE TABLE more (n INTEGER)",
        "COPY articles TO '/tmp/never-written'",
        "SELECT * FROM pg_read_file('/etc/hostname'), read_text('/etc/hostname')",
        "",
    ],
)
def test_a_query_reads_and_says_in_one_line_what_is_wrong(sql: str, run: Path, target: str) -> None:
    load(run, target)
    before = content(target)
    with pytest.raises(StoreError) as refused:
        ask(target, sql)
    assert refused.value.code == "query"
    assert "\n" not in str(refused.value)
    assert not Path("/tmp/never-written").exists()
    assert content(target) == before


def test_json_and_lists_come_back_as_they_were(run: Path, target: str) -> None:
    load(run, target)
    (row,) = ask(target, "SELECT evidence, spans, orgs FROM projects")
    assert row == ({"start": 0, "end": 4, "text": "甲乙丙丁"}, {"name": [[1, 3]]}, ["甲河集团"])
    assert orjson.dumps(row)


def test_a_query_without_rows_has_columns(run: Path, target: str) -> None:
    load(run, target)
    with open_store(target).query("SELECT article_id, title FROM articles WHERE title IS NULL") as answer:
        assert list(answer.names) == ["article_id", "title"]
        assert list(answer.rows) == []

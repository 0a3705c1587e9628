"""What only PostgreSQL is: no NUL in a text, rows that stay untouched, one load at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from tests.stores.runs import statistic, told, write_run

from extract.stores.batches import batches
from extract.stores.postgres import PostgresStore


def ask(url: str, sql: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql.encode()).fetchall()


def test_a_nul_becomes_the_sign_for_a_character_that_cannot_be_shown(database: str, tmp_path: Path) -> None:
    names = {"甲\0": "乙\\\0\0丙", "丁\\u0000": "戊"}
    odd = statistic(1, subject="丙\0县", full_names=names, warnings=["a\0"])
    PostgresStore(database).load(batches(write_run(tmp_path / "run", [told("a.txt#1", odd)])))
    assert ask(database, "SELECT subject, full_names, warnings FROM statistics") == [
        ("丙\ufffd县", {"甲\ufffd": "乙\\\ufffd\ufffd丙", "丁\\u0000": "戊"}, ["a\ufffd"]),
    ]


def test_a_row_that_is_as_it_was_is_not_written_again(database: str, tmp_path: Path) -> None:
    PostgresStore(database).load(batches(write_run(tmp_path / "run", [told("a.txt#1", statistic(1), statistic(2))])))
    before = dict(ask(database, "SELECT record_id, xmin::text FROM statistics"))
    changed = [told("a.txt#1", statistic(1), statistic(2, 6))]
    PostgresStore(database).load(batches(write_run(tmp_path / "again", changed)))
    after = dict(ask(database, "SELECT record_id, xmin::text FROM statistics"))
    assert [after[key] == before[key] for key in sorted(before)] == [True, False]


def test_keys_and_indexes_are_declared(database: str, tmp_path: Path) -> None:
    PostgresStore(database).load(batches(write_run(tmp_path / "run", [told("a.txt#1")])))
    found = {
        str(row[0]) for row in ask(database, "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()")
    }
    assert {
        "statistics_pkey",
        "articles_pkey",
        "statistics_indicator_subject_period_start",
        "policies_period_start",
    } <= found

"""`extract load`, `extract query`, `extract export`."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from tests.stores.runs import statistic, told, write_run
from typer.testing import CliRunner

from extract.cli import app

YEAR = {"period": {"text": "2023年", "start": "2023-01-01", "end": "2023-12-31"}}
invoke = CliRunner().invoke


@pytest.fixture
def run(tmp_path: Path) -> Path:
    found = [statistic(1, 5, **YEAR), statistic(2, 7.5), {"record_type": "project", "location": None}]
    return write_run(tmp_path / "run", [told("a.txt#1", *found, published="2024-01-10", mentions=2)])


@pytest.fixture(params=["duckdb", "parquet"])
def target(request: pytest.FixtureRequest, tmp_path: Path, run: Path) -> str:
    name = f"{request.param}:{tmp_path / 'store'}"
    done = invoke(app, ["load", str(run), name])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == ["articles      1", "statistics    2"]
    return name


def test_a_query_is_a_table(target: str) -> None:
    done = invoke(app, ["query", target, "SELECT quantity_value AS value, scope FROM statistics ORDER BY 1"])
    assert [line.split() for line in done.stdout.splitlines()] == [["value", "scope"], ["5"], ["7.5"]]


def test_or_csv(target: str) -> None:
    done = invoke(app, ["query", target, "SELECT name, orgs, location FROM projects", "--format", "csv"])
    assert done.stdout == 'name,orgs,location\n丙县水厂,"[""甲河集团""]",\n'


def test_or_json_lines(target: str) -> None:
    done = invoke(
        app,
        [
            "query",
            target,
            "SELECT spans, period_start, cumulative FROM statistics",
            "--format",
            "jsonl",
            "--limit",
            "1",
        ],
    )
    assert done.stdout == '{"spans":{"quantity":[[1,3]]},"period_start":"2023-01-01","cumulative":false}\n'


def test_a_table_that_is_cut_says_so(target: str) -> None:
    done = invoke(app, ["query", target, "SELECT metric FROM statistics", "--limit", "1"])
    assert len(done.stdout.splitlines()) == 2
    assert "only the first 1 rows" in done.stderr


def test_mentions_are_loaded_where_they_are_asked_for(target: str, run: Path) -> None:
    count = ["query", target, "SELECT count(*) AS n FROM mentions", "--format", "csv"]
    assert invoke(app, count).stdout == "n\n0\n"
    assert invoke(app, ["load", str(run), target, "--mentions", "--quiet"]).stdout == ""
    assert invoke(app, count).stdout == "n\n2\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["query", "TARGET", "SELEC 1"], "query"),
        (["query", "TARGET", "DROP TABLE articles"], "query"),
        (["query", "duckdb:nowhere.duckdb", "SELECT 1"], "no_store"),
        (["query", "parquet:nowhere", "SELECT 1"], "no_store"),
        (["query", "postgresql://nobody@127.0.0.1:1/nothing", "SELECT 1"], "store_failed"),
        (["load", "nowhere", "TARGET"], "no_run"),
        (["load", "RUN", "sqlite:a.db"], "target"),
        (["load", "RUN", "duckdb:"], "target"),
        (["export", "nowhere", "--format", "sdmx-csv"], "no_run"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    arguments: list[str], code: str, target: str, run: Path
) -> None:
    named = {"TARGET": target, "RUN": str(run)}
    done = invoke(app, [named.get(word, word) for word in arguments])
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert f"[{code}]" in done.stderr


@pytest.mark.parametrize("command", [["query", "duckdb:a", "SELECT 1"], ["export", "run"]])
def test_an_unknown_format(command: list[str]) -> None:
    done = invoke(app, [*command, "--format", "xls"])
    assert done.exit_code == 2
    assert "--format xls" in done.stderr


def test_an_export_goes_to_a_file_or_to_standard_output(run: Path, tmp_path: Path) -> None:
    shown = invoke(app, ["export", str(run), "--format", "sdmx-csv"])
    written = invoke(app, ["export", str(run), "--format", "sdmx-csv", "--output", str(tmp_path / "new" / "a.csv")])
    assert (shown.exit_code, written.exit_code) == (0, 0)
    assert (tmp_path / "new" / "a.csv").read_bytes() == shown.stdout_bytes
    assert len(shown.stdout.splitlines()) == 2
    assert "1 statistics left out: they have no period" in shown.stderr
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.csv"]


def test_psycopg_is_only_asked_for_where_it_is_needed(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    done = invoke(app, ["load", str(run), "postgresql://nobody@127.0.0.1/nothing"])
    assert done.exit_code == 2
    assert "pip install 'extract[postgres]'" in done.stderr


def test_a_reader_that_has_seen_enough_is_told_of_no_error(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr("extract.commands.load._show", closed)
    done = invoke(app, ["query", target, "SELECT 1", "--format", "csv"])
    assert (done.exit_code, done.stderr) == (1, "")

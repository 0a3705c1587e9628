"""extract audit: the ledger on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import run as invoke


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    (folder / "甲.txt").write_text("2023年，全市出口额增长5%，工期3年。\n", "utf-8")
    assert invoke("run", folder / "甲.txt", "-o", folder / "run", "--quiet").returncode == 0
    return folder


def test_the_counts_and_the_reasons_are_shown(place: Path) -> None:
    done = invoke("audit", place / "run")
    assert done.returncode == 0
    assert "甲.txt#1" in done.stdout
    assert "duration" in done.stdout


def test_the_unused_are_shown_on_demand_and_everything_is_written(place: Path) -> None:
    done = invoke("audit", place / "run", "--unused", "--json", place / "ledger.json")
    assert "工期【3年】" in done.stdout
    content = json.loads((place / "ledger.json").read_text("utf-8"))
    assert content["reasons"] == {"duration": 1}


def test_counts_that_differ_are_told(place: Path) -> None:
    articles = place / "run" / "articles.jsonl"
    row = articles.read_text("utf-8")
    articles.write_text(row.replace('"unused":1', '"unused":2'), "utf-8")
    done = invoke("audit", place / "run")
    articles.write_text(row, "utf-8")
    assert done.returncode == 1
    assert "甲.txt#1" in done.stderr


def test_a_folder_without_a_run_is_a_usage_error(place: Path) -> None:
    assert invoke("audit", place).returncode == 2

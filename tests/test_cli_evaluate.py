"""The commands about gold labels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import run as invoke
from typer.testing import CliRunner

from extract.cli import app

GOOD = {"doc": "甲.txt", "record_type": "policy", "quote": "印发《丙县水利规划》", "anchor": "丙县水利规划"}
GOOD |= {"modality": "actual", "title": "丙县水利规划", "issuer": "丙县政府", "action": "印发"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text, its one label, and a run over it."""
    folder = tmp_path_factory.mktemp("evaluate")
    (folder / "texts").mkdir()
    (folder / "texts" / "甲.txt").write_text("2022年，丙县政府印发《丙县水利规划》。\n", "utf-8")
    (folder / "gold.jsonl").write_text(json.dumps(GOOD) + "\n", "utf-8")
    (folder / "bad.jsonl").write_text(json.dumps(GOOD | {"anchor": "丁县"}) + "\n", "utf-8")
    assert invoke("run", folder / "texts", "-o", folder / "run", "--quiet").returncode == 0
    return folder


def test_evaluate_shows_the_scores_and_writes_them(place: Path) -> None:
    done = invoke("evaluate", place / "gold.jsonl", place / "run", "--json", place / "scores.json", "--errors")
    assert done.returncode == 0
    assert "core" in done.stdout
    scores = json.loads((place / "scores.json").read_text("utf-8"))
    assert scores["others"]["gold"] == 1


def test_evaluate_fails_under_a_floor(place: Path) -> None:
    done = invoke("evaluate", place / "gold.jsonl", place / "run", "--fail-under", "others_found=1.5")
    assert done.returncode == 1
    assert "others_found" in done.stderr
    assert invoke("evaluate", place / "gold.jsonl", place / "run", "--fail-under", "others_found=0").returncode == 0


def test_a_score_without_anything_to_count_is_under_every_floor(place: Path) -> None:
    (place / "only.jsonl").write_text(json.dumps(GOOD | {"optional": True}) + "\n", "utf-8")
    done = invoke("evaluate", place / "only.jsonl", place / "run", "--fail-under", "core=0.1")
    assert (done.returncode, "undefined" in done.stderr) == (1, True)


@pytest.mark.parametrize("floor", ["best=0.9", "core", "core=high"])
def test_a_floor_that_is_none_is_a_usage_error(place: Path, floor: str) -> None:
    assert invoke("evaluate", place / "gold.jsonl", place / "run", "--fail-under", floor).returncode == 2


def test_what_is_no_gold_and_what_is_no_run_are_usage_errors(place: Path) -> None:
    assert invoke("evaluate", place / "none", place / "run").returncode == 2
    assert invoke("evaluate", place / "gold.jsonl", place / "texts").returncode == 2
    done = invoke("evaluate", place / "bad.jsonl", place / "run")
    assert (done.returncode, "anchor_not_found" in done.stderr) == (2, True)


def test_gold_check_names_file_line_and_code(place: Path) -> None:
    assert invoke("gold", "check", place / "gold.jsonl", "--texts", place / "texts").returncode == 0
    done = invoke("gold", "check", place / "bad.jsonl", "--texts", place / "texts")
    assert done.returncode == 1
    assert "bad.jsonl:1: anchor_not_found" in done.stdout


def test_agreement_compares_two_labellings(place: Path) -> None:
    done = invoke("agreement", place / "gold.jsonl", place / "gold.jsonl", "--texts", place / "texts")
    assert (done.returncode, "100.0" in done.stdout) == (0, True)


def test_gold_summary_prints_or_fills_a_page(place: Path) -> None:
    for part in ("dev", "test", "passes/a", "passes/b"):
        (place / "set" / part).mkdir(parents=True)
        (place / "set" / part / "甲.jsonl").write_text(json.dumps(GOOD) + "\n", "utf-8")
    assert "| 甲 |" in invoke("gold", "summary", place / "set", "--texts", place / "texts").stdout
    page = place / "page.md"
    page.write_text("no markers\n", "utf-8")
    assert invoke("gold", "summary", place / "set", "--texts", place / "texts", "--into", page).returncode == 2


def test_evaluate_writes_a_page_and_compares_with_another_run(place: Path) -> None:
    page = place / "pages" / "scores.html"
    done = invoke("evaluate", place / "gold.jsonl", place / "run", "--against", place / "run", "--html", page)
    assert (done.returncode, "0 better, 0 worse" in done.stdout) == (0, True)
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert invoke("evaluate", place / "gold.jsonl", place / "run", "--against", place / "texts").returncode == 2


def test_a_narrow_terminal_cuts_no_column(place: Path) -> None:
    done = CliRunner(env={"COLUMNS": "40"}).invoke(app, ["evaluate", f"{place / 'gold.jsonl'}", f"{place / 'run'}"])
    assert "policy.issued" in done.stdout
    assert "…" not in done.stdout


def test_gold_draft_writes_labels_that_gold_check_accepts(place: Path) -> None:
    done = invoke("gold", "draft", place / "run", "-o", place / "drafted")
    assert (done.returncode, "1 labels" in done.stdout) == (0, True)
    assert invoke("gold", "check", place / "drafted", "--texts", place / "texts").returncode == 0
    assert invoke("gold", "check", place / "drafted", "--texts", place / "run").returncode == 0
    assert invoke("gold", "draft", place / "run", "-o", place / "drafted").returncode == 2


@pytest.mark.parametrize("form", ["label-studio", "doccano"])
def test_gold_goes_to_a_tool_and_back(place: Path, form: str) -> None:
    file, back = place / "tool" / f"{form}.json", place / "back" / form
    export = ["gold", "export", place / "gold.jsonl", "--texts", place / "texts", "--format", form, "-o", file]
    assert invoke(*export).returncode == 0
    assert invoke("gold", "import", file, "--format", form, "-o", back, "--texts", place / "texts").returncode == 0
    assert json.loads((back / "甲.jsonl").read_text("utf-8")) == GOOD
    assert invoke("gold", "import", file, "--format", form, "-o", back).returncode == 2


def test_a_format_or_a_file_that_is_none_is_a_usage_error(place: Path) -> None:
    assert invoke("gold", "import", place / "gold.jsonl", "--format", "brat", "-o", place / "x").returncode == 2
    assert invoke("gold", "import", place / "none", "--format", "doccano", "-o", place / "x").returncode == 2
    done = invoke("gold", "import", place / "gold.jsonl", "--format", "doccano", "-o", place / "x")
    assert (done.returncode, "line 1" in done.stderr) == (2, True)


def test_what_a_tool_s_file_lacks_is_said(place: Path) -> None:
    line = {
        "doc": "甲.txt",
        "text": "丙县",
        "entities": [{"id": 1, "label": "role", "start_offset": 0, "end_offset": 2}],
    }
    (place / "new.jsonl").write_text(json.dumps(line), "utf-8")
    done = invoke("gold", "import", place / "new.jsonl", "--format", "doccano", "-o", place / "lacking")
    assert (done.returncode, "bad_value: person: Field required" in done.stdout) == (1, True)

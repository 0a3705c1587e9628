"""How one record of a run came about, told from the run's files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import run

TEXT = """南坞市一季度工业运行平稳

2031年一季度，全市完成工业投资46亿元，同比增长5.1%。共有企业20家，其中外资企业12家、港资企业9家。

丁溪重工集团有限公司自主研制的首台压缩机下线。丁溪重工入选省级绿色工厂名单。
"""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    run("run", folder / "a.txt", "--output", folder / "out", "--place", "南坞市", "--published", "2031-04-20")
    return folder / "out"


def told(folder: Path, **slots: object) -> str:
    """What is told of the one record with these values."""
    rows = [json.loads(line) for line in (folder / "records.jsonl").read_text("utf-8").splitlines()]
    (found,) = [row for row in rows if all(row.get(name) == value for name, value in slots.items())]
    done = run("explain", folder, "--record", found["record_id"])
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_sentence_stands_on_one_line_with_the_figure_marked(finished: Path) -> None:
    assert "\n2031年一季度，全市完成工业投资46亿元，同比增长【5.1%】。\n" in told(finished, measure="growth")


def test_each_slot_has_its_value_and_its_place(finished: Path) -> None:
    shown = told(finished, metric="工业投资", measure="level")
    at = TEXT.index("46亿元")
    assert f"quantity    4600000000 CNY  ← 46亿元 [{at}:{at + 4}] QUANTITY" in shown
    assert "period      2031-01-01 to 2031-03-31  ← 2031年一季度" in shown
    assert "modality    actual  ← by the rule" in shown


def test_what_came_from_context_is_shown_where_it_stands(finished: Path) -> None:
    shown = told(finished, metric="企业")
    assert "period      2031-01-01 to 2031-03-31  ← from context: 2031年一季度" in shown
    assert "in 【2031年一季度】，全市完成工业投资46亿元，同比增长5.1%。" in shown


def test_the_rule_says_what_it_reads_and_how_often_it_is_right(finished: Path) -> None:
    lines = told(finished, measure="growth").splitlines()
    (rule,) = [line for line in lines if line.startswith("rule ")]
    (trust,) = [line for line in lines if line.startswith("trust ")]
    assert "statistic." in rule
    assert "labels" in trust


def test_totals_and_parts_are_named_and_failed_checks_with_their_figures(finished: Path) -> None:
    total, first = told(finished, metric="企业"), told(finished, metric="外资企业")
    assert "its part    港资企业 9家" in total
    assert "warning     parts_exceed_total: 12家 + 9家 > 20家" in total
    assert "part of     企业 20家" in first
    assert "checks      no warning" in first


def test_short_forms_have_their_full_names(finished: Path) -> None:
    assert "name        丁溪重工 is 丁溪重工集团有限公司" in told(finished, record_type="honor")


def test_a_record_that_the_run_does_not_have_is_a_usage_error(finished: Path) -> None:
    done = run("explain", finished, "--record", "0123456789abcdef")
    assert (done.returncode, done.stdout) == (2, "")
    assert "has no record 0123456789abcdef" in done.stderr


def test_a_folder_without_a_run_is_a_usage_error(tmp_path: Path) -> None:
    done = run("explain", tmp_path, "--record", "0123456789abcdef")
    assert done.returncode == 2
    assert "no finished run" in done.stderr


def test_a_text_that_is_gone_or_changed_is_a_usage_error(finished: Path, tmp_path: Path) -> None:
    source = tmp_path / "b.txt"
    source.write_text("2031年，南坞市引进企业9家。", "utf-8")
    run("run", source, "--output", tmp_path / "out")
    record_id = json.loads((tmp_path / "out" / "records.jsonl").read_text("utf-8"))["record_id"]
    source.write_text("2031年，南坞市引进企业8家。", "utf-8")
    assert "not the text that the run read" in run("explain", tmp_path / "out", "--record", record_id).stderr
    source.unlink()
    done = run("explain", tmp_path / "out", "--record", record_id)
    assert done.returncode == 2
    assert "--texts" in done.stderr


def test_what_a_line_says_stands_apart_from_the_longest_name(finished: Path) -> None:
    shown = [line for line in told(finished, measure="growth").splitlines() if "← " in line or line.startswith("rule")]
    assert {line[11] for line in shown} == {" "}

"""The commands that docs/stores.md shows are run, in their order."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest
from tests.command import run

PAGE = Path(__file__).parents[2] / "docs" / "stores.md"
TEXT = "2023年，滨海市规模以上工业增加值同比增长6.3%；完成工业投资460亿元。滨海重工集团投资5亿元的盐场光伏项目开工。\n"


def test_the_commands_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    commands = [shlex.split(line) for block in blocks for line in block.splitlines()]
    assert len(commands) >= 6
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    shown = []
    for name, *arguments in commands:
        assert name == "extract"
        done = run(*arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        shown.append(done.stdout)
    assert any("46000000000" in text for text in shown)
    with (tmp_path / "statistics.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["TIME_PERIOD"], row["OBS_VALUE"]) for row in csv.DictReader(file)] == [
            *(("2023", "6.3"), ("2023", "46000000000")),
        ]

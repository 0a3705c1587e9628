"""How often each rule fired in the runs named."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.fired import fired, main


def folder(at: Path, *rules: str) -> Path:
    at.mkdir()
    (at / "records.jsonl").write_text("".join(f'{{"rule": "{rule}"}}\n' for rule in rules), "utf-8")
    return at


def test_runs_are_added_up_and_a_rule_without_a_record_counts_nothing(tmp_path: Path) -> None:
    counts = fired([folder(tmp_path / "a", "honor.listed"), folder(tmp_path / "b", "honor.listed", "role.titled")])
    assert (counts["honor.listed"], counts["role.titled"]) == (2, 1)
    assert counts["honor.granted"] == 0


def test_rules_that_never_fired_stand_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder(tmp_path / "a", "honor.listed"))])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("     0  ")
    assert lines[-2] == "     1  honor.listed"
    assert lines[-1].endswith("rules never fired")

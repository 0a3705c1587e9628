"""What the items of a list share with its first."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def test_items_behind_newly_added_are_increments_too(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市新增孵化器21家、雏鹰企业129家。")
    assert column(rows, "metric", "measure") == [("孵化器", "increment"), ("雏鹰企业", "increment")]


def test_another_clause_does_not_go_on(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市新增孵化器21家，建成大桥3座。")
    assert column(rows, "measure") == ["increment", "level"]


def test_a_rate_in_per_mille_is_as_written_a_part_in_per_cent(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市人口出生率为5.9‰，出生率上升0.2个千分点；工业产值增长3‰，占全省8‰。")
    assert [(row["measure"], row["quantity"]["value"], row["quantity"]["unit"]) for row in rows] == [
        ("level", 5.9, "‰"),
        ("change", 0.02, "pp"),
        ("growth", 0.3, "%"),
        ("share", 0.8, "%"),
    ]


@pytest.mark.parametrize(("word", "value"), [("增产", 6), ("减产", -6)])
def test_a_gain_behind_a_level_is_an_increment_of_what_was_told(pipeline: Pipeline, word: str, value: int) -> None:
    rows = facts(pipeline, f"全市财政收入完成26亿元，比上年同月{word}6亿元，增长3%。")
    assert column(rows, "metric") == ["财政收入"] * 3
    assert rows[1]["measure"] == "increment"
    assert rows[1]["quantity"]["value"] == value * 10**8

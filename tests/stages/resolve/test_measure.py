"""What the items of a list share with its first."""

from __future__ import annotations

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

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

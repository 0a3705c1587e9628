"""Counts that leave out what they count, and what a sum behind a count is of."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("said", "metric"),
    [("已开工74个", "开工项目"), ("目前已竣工12个", "竣工项目")],
)
def test_a_count_behind_its_verb_is_of_what_was_counted_before(pipeline: Pipeline, said: str, metric: str) -> None:
    rows = facts(pipeline, f"全市安排重点项目126个，总投资42亿元，年度计划投资13亿元，{said}。")
    assert column(rows, "metric")[-1] == metric


def test_no_sum_of_money_is_what_is_counted(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市谋划重点项目126个，总投资42亿元。截至6月底，已开工98个。")
    assert column(rows, "metric")[-1] == "开工项目"


def test_what_was_invested_is_not_in_the_works_counted_last(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市重点项目已开工98个，完成投资5亿元，投资完成率36%，快于序时进度2.4个百分点。")
    assert column(rows, "metric") == ["开工重点项目", "投资", "投资完成率", "投资完成率"]

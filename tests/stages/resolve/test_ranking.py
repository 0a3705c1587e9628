"""A place in a ranking that the clause before names."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_a_place_in_a_list_that_was_entered(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团入选全国陶瓷企业百强榜单，排名第62位，上升9位。")
    assert column(rows, "metric", "measure", "scope", "value") == [
        ("排名", "rank", "全国陶瓷企业百强榜单", 62),
        ("排名", "increment", "全国陶瓷企业百强榜单", 9),
    ]
    assert "scope" in rows[0]["inherited"]


def test_without_a_list_the_figure_before_has_the_place(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市港口吞吐量增长6%，排名第3位。")
    assert column(rows, "metric", "scope") == [("港口吞吐量", None)] * 2


def test_a_place_in_a_ranking_is_one_record(pipeline: Pipeline) -> None:
    assert len(facts(pipeline, "2031年，海川集团在装备企业榜单排名第12位。")) == 1


def test_a_rank_behind_a_gap_is_one_of_its_pace(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市人均收入增速高于全省平均水平1.2个百分点，居全省第2位。")
    assert column(rows, "metric", "measure") == [("人均收入", "gap"), ("人均收入增速", "rank")]

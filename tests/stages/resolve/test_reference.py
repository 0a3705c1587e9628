"""The whole of a share, where its clause leaves that to the figures before."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def references(pipeline: Pipeline, text: str) -> list[tuple[str, str | None]]:
    return column([r for r in facts(pipeline, text) if r["measure"] != "level"], "measure", "reference")


def test_the_total_of_a_part(pipeline: Pipeline) -> None:
    assert references(pipeline, "全市有幼儿园280所，其中公办园240所，占85%。") == [("share", "幼儿园")]


def test_the_amount_of_which_the_metric_names_a_part(pipeline: Pipeline) -> None:
    text = "全市在园幼儿4万人；普惠园在园幼儿占89%，提高1.7个百分点。"
    assert references(pipeline, text) == [("share", "在园幼儿"), ("change", "在园幼儿")]


def test_things_of_one_kind_are_no_whole_of_each_other(pipeline: Pipeline) -> None:
    text = "全市出口2亿元。一般贸易进出口9亿元，占61%；加工贸易进出口3亿元，占20%。"
    assert references(pipeline, text) == [("share", None), ("share", None)]


def test_the_change_of_a_share_has_its_whole(pipeline: Pipeline) -> None:
    text = "全市网上零售额19亿元，占零售总额的比重为17%，提高2.6个百分点。"
    assert references(pipeline, text) == [("share", "零售总额"), ("change", "零售总额")]


def test_a_change_of_something_else_has_none(pipeline: Pipeline) -> None:
    text = "全市网上零售额占零售总额的比重为17%，城镇化率提高2个百分点。"
    assert references(pipeline, text) == [("share", "零售总额"), ("change", None)]


def test_what_is_only_planned_is_no_whole_of_what_is_there(pipeline: Pipeline) -> None:
    text = "全市开工项目90个，年度计划投资57亿元。工业项目总投资12亿元，占比40%。"
    assert references(pipeline, text) == [("share", None)]

"""The list, programme or paper that a figure belongs to."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def read(pipeline: Pipeline, text: str) -> list[tuple[str, str | None]]:
    return column(facts(pipeline, text), "metric", "scope")


@pytest.mark.parametrize(
    "text",
    [
        "省工信厅公布2031年度滨海标杆企业名单，海川科技、云岭器械等15家企业榜上有名。",
        "在刚刚公布的2031年度滨海标杆企业名单中，我市15家企业入选。",
    ],
)
def test_a_list_that_the_clause_before_names(pipeline: Pipeline, text: str) -> None:
    assert ("企业", "2031年度滨海标杆企业名单") in read(pipeline, text)


def test_not_where_nobody_enters_it(pipeline: Pipeline) -> None:
    assert read(pipeline, "省工信厅公布滨海标杆企业名单，全市15家企业停产。") == [("企业", None)]


def test_a_paper_that_sets_the_indicator_and_what_goes_on_about_it(pipeline: Pipeline) -> None:
    text = "《碧水保卫行动计划》（即“水九条”）确定的断面水质优良比例为59%，较去年同期提高2个百分点。"
    assert read(pipeline, text) == [("断面水质优良比例", "碧水保卫行动计划")] * 2


def test_a_programme_between_the_verb_and_who_entered_it(pipeline: Pipeline) -> None:
    assert read(pipeline, "全市新入选省级培养计划领军人才40名。") == [("领军人才", "省级培养计划")]


def test_a_sum_has_no_sums_as_its_set(pipeline: Pipeline) -> None:
    text = "全市实际使用外资5亿美元，完成投资30亿元。"
    assert [scope for _, scope in read(pipeline, text)] == [None, None]


def test_a_place_in_a_list_of_so_many(pipeline: Pipeline) -> None:
    text = "海川集团连续第5年入选某国化工企业500强，排名第62位。"
    assert ("排名", "某国化工企业500强") in read(pipeline, text)

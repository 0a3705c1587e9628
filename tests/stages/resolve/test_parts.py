"""其中: which figures are parts of which total, and the set that a figure belongs to."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize("link", ["，其中", "，其中，", "。其中，"])
def test_a_part_names_its_total_s_record(pipeline: Pipeline, link: str) -> None:
    total, part = facts(pipeline, f"全市完成固定资产投资600亿元{link}工业投资200亿元。")
    assert total["part_of"] is None
    assert part["part_of"] == total["record_id"]
    assert part["scope"] is None


def test_several_parts_have_one_total_and_keep_their_short_wording(pipeline: Pipeline) -> None:
    total, *parts = facts(pipeline, "全市建成绿色工厂40家。其中，国家级9家、省级12家。")
    assert column(parts, "metric") == ["国家级", "省级"]
    assert column(parts, "part_of") == [total["record_id"]] * 2


def test_a_part_belongs_to_its_total_s_owner(pipeline: Pipeline) -> None:
    total, part = facts(pipeline, "沈阳市建成绿色工厂40家。其中，国家级9家。", place="辽宁省")
    assert (total["subject"], part["subject"]) == ("沈阳市", "沈阳市")


def test_the_total_of_an_increment_is_one_too(pipeline: Pipeline) -> None:
    total, part = facts(pipeline, "全市新增专精特新企业50家，其中国家级8家。")
    assert total["measure"] == "increment"
    assert part["part_of"] == total["record_id"]


@pytest.mark.parametrize(
    "text",
    [
        "全市完成固定资产投资600亿元，其中工业投资200亿元；新增孵化器3家。",
        "全市完成固定资产投资600亿元。其中，工业投资200亿元。新增孵化器3家。",
    ],
)
def test_what_stands_behind_the_next_mark_is_no_part(pipeline: Pipeline, text: str) -> None:
    assert facts(pipeline, text)[-1]["part_of"] is None


def test_another_unit_is_no_part(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "全市有企业30家，其中，从业人员2万人。"), "part_of") == [None, None]


def test_another_measure_word_is_one_where_it_counts_the_same_thing(pipeline: Pipeline) -> None:
    text = "全市累计培育冠军企业（产品）17户，其中，11家示范企业、6个冠军产品。"
    whole, *rest = facts(pipeline, text)
    assert column(rest, "part_of") == [whole["record_id"]] * 2


def test_only_amounts_have_parts(pipeline: Pipeline) -> None:
    text = "全市完成固定资产投资600亿元，同比增长6%，其中工业投资200亿元，增长7%。"
    total, growth, part, part_growth = facts(pipeline, text)
    assert part["part_of"] == total["record_id"]
    assert (growth["part_of"], part_growth["part_of"]) == (None, None)


def test_the_investment_behind_a_count_is_that_of_what_was_counted(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市梳理重点项目30项，总投资90亿元。")
    assert column(rows, "metric", "scope") == [("重点项目", None), ("总投资", "重点项目")]


def test_a_bracket_closes_its_parts(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市有学校301所，其中中学123所（含完全中学16所）、小学178所。")
    whole, middle, inner, primary = rows
    assert (middle["part_of"], inner["part_of"], primary["part_of"]) == (
        whole["record_id"],
        middle["record_id"],
        whole["record_id"],
    )


def test_a_change_of_a_part_is_no_part(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市招生3万人，其中小学招生1.7万人，比上年减少0.8万人。")
    assert [row["part_of"] is not None for row in rows] == [False, True, False]


def test_a_sum_is_that_of_the_set_counted_behind_it(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "5月6日，总投资32亿元的8个项目集中签约。")
    assert column(rows, "metric", "value", "scope") == [
        ("总投资", 3_200_000_000, "签约项目"),
        ("签约项目", 8, None),
    ]


def test_the_works_of_a_kind_own_their_sum_and_those_somebody_chose_are_its_scope(pipeline: Pipeline) -> None:
    text = "全市集中开工项目90个、总投资82亿元、年度计划投资20亿元。其中产业项目53个，总投资43亿元，民生项目9个、总投资5亿元。"
    assert column(facts(pipeline, text), "metric", "scope") == [
        ("集中开工项目", None),
        ("总投资", "集中开工项目"),
        ("年度计划投资", "集中开工项目"),
        ("产业项目", None),
        ("产业项目总投资", None),
        ("民生项目", None),
        ("民生项目总投资", None),
    ]


def test_a_part_has_happened_as_its_whole_has_whatever_is_planned_besides(pipeline: Pipeline) -> None:
    text = "全市集中开工项目90个，总投资82亿元，年度计划投资20亿元。其中，产业项目53个，总投资43亿元。"
    assert column(facts(pipeline, text), "modality") == ["actual", "actual", "planned", "actual", "actual"]

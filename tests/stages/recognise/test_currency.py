"""Whose money a bare 元 is."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import units


@pytest.mark.parametrize(
    ("place", "unit"),
    [("香港", "HKD"), ("澳门", "MOP"), ("台湾省", "TWD"), ("大连市", "CNY"), ("日本", "CNY"), (None, "CNY")],
)
def test_the_place_decides(pipeline: Pipeline, place: str | None, unit: str) -> None:
    assert units(pipeline, "出口额30亿元。", place) == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("民國111年第二季，白沙科技營收20億元。", "TWD"),
        ("白沙集團今日宣布，本港門市營業額達20億元。", "HKD"),
        ("白沙集團今日宣布，門市營業額達20億元。", "CNY"),
        ("民国31年，盐场产值20万元。", "CNY"),
    ],
)
def test_a_traditional_text_about_no_place_tells_it_by_its_words(pipeline: Pipeline, text: str, unit: str) -> None:
    assert units(pipeline, text, None)[-1] == unit


def test_the_text_s_declaration_comes_first(pipeline: Pipeline) -> None:
    assert units(pipeline, "投资额（美元，下同）达到30亿元，出口额40亿元。", "香港") == ["USD", "USD"]


def test_a_figure_that_names_its_money_keeps_it(pipeline: Pipeline) -> None:
    assert units(pipeline, "出口额30亿美元，进口额20亿元人民币，用电量5亿度。", "香港")[:2] == ["USD", "CNY"]


def test_cents_are_the_place_s_too(pipeline: Pipeline) -> None:
    assert units(pipeline, "罚款5仙。", "香港") == ["HKD"]


def test_other_figures_are_left_alone(pipeline: Pipeline) -> None:
    assert units(pipeline, "新增企业21家，增长5%。", "香港") == ["家", "%"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县总投资346亿，增长5%。", ["CNY", "%"]),
        ("贷款余额突破120亿。", ["CNY"]),
        ("用户突破120亿。", [None]),
        ("贷款余额近3000万。", ["CNY"]),
        ("某厂获得3000万融资，有42亿的净利润。", ["CNY", "CNY"]),
        ("某厂净增6.4万员工，吸引3000万投资者。", [None, None]),
        ("单位：万美元。进口额30亿元。", ["USD"]),
    ],
)
def test_yi_without_yuan_is_money_where_its_metric_is(
    pipeline: Pipeline, text: str, expected: list[str | None]
) -> None:
    assert units(pipeline, text) == expected


def test_firms_of_macao_report_in_hong_kong_dollars_where_the_text_names_them_alone(pipeline: Pipeline) -> None:
    assert units(pipeline, "收益为30亿元，其中餐饮收益为2亿港元。", "澳门") == ["HKD", "HKD"]
    assert units(pipeline, "收益为30亿元，其中餐饮收益为2亿澳门元。", "澳门") == ["MOP", "MOP"]


def test_thresholds_passed_one_after_another_are_money(pipeline: Pipeline) -> None:
    assert units(pipeline, "经济总量连续跨越7万亿、8万亿台阶。", None) == ["CNY", "CNY"]

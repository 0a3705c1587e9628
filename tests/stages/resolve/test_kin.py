"""Indicators of one family share what stands before the first of them."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市完成公路货运量418万吨、客运量102万人。", ["公路货运量", "公路客运量"]),
        ("全市快递业务量120万件，业务收入900万元。", ["快递业务量", "快递业务收入"]),
        ("全县肉牛存栏6万头，出栏2万头。", ["肉牛存栏", "肉牛出栏"]),
        ("全县樱桃种植面积7万亩，产量5万吨。", ["樱桃种植面积", "樱桃产量"]),
        (
            "全市失业保险基金收入7亿元，支出5亿元，当期结余2亿元。",
            ["失业保险基金收入", "失业保险基金支出", "失业保险基金当期结余"],
        ),
        ("全国木工机械进口总额6亿美元，出口3亿美元。", ["木工机械进口总额", "木工机械出口总额"]),
    ],
)
def test_the_bare_member_takes_what_stands_before_the_other(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_nothing_is_taken_where_nothing_stands_there(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市货运量418万吨，客运量102万人。") == ["货运量", "客运量"]


def test_a_counterpart_crosses_a_semicolon(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全县肉牛存栏6万头；出栏2万头。") == ["肉牛存栏", "肉牛出栏"]
    text = "全市银行业人民币存款余额2900亿元；贷款余额2400亿元。"
    assert metrics(pipeline, text) == ["银行业人民币存款余额", "银行业人民币贷款余额"]

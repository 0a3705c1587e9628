"""Short names of firms that end in their trade."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公司与果洛锂业、川渝动力签署三方协议。", ["果洛锂业", "川渝动力"]),
        ("由辽宁锂业牵头研制。", ["辽宁锂业"]),
    ],
)
def test_a_place_and_a_trade_are_a_firm_among_partners(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    "text", ["辽宁锂业发展较快。", "中国旅游增长较快。", "智慧农业发展迅速。", "国家邮政局数据显示。"]
)
def test_a_place_and_a_trade_are_a_sector_elsewhere(pipeline: Pipeline, text: str) -> None:
    assert [name for name in named(pipeline, text, Label.ORG) if name != "国家邮政局"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("双方将共建绿色船舶研究院。", ["绿色船舶研究院"]),
        ("两家单位签约共建护理产业学院。", ["护理产业学院"]),
        ("全县设立专业合作社12个。", []),
    ],
)
def test_a_body_newly_founded_is_named_by_its_verb(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他担任大山基金首席经济学家。", ["大山基金"]),
        ("他年初加盟明河证券。", ["明河证券"]),
        ("大山证券分析师认为，行情向好。", ["大山证券"]),
        ("私募基金总经理很忙。", []),
        ("股票基金首席很忙。", []),
    ],
)
def test_any_word_names_a_firm_of_finance_where_only_a_firm_stands(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == names

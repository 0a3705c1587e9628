"""What a name goes on with: the part of a body, the platform of a place, the village behind its town."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .test_subject import subjects


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("云岭市中心医院东院区设床位800张，去年门急诊量92万人次。", "云岭市中心医院东院区"),
        ("大连市消费帮扶平台入驻商户126家，上架商品840款。", "大连市消费帮扶平台"),
        ("大连市青石镇上岭村去年农民人均收入达5.3万元，村集体资产1.2亿元。", "上岭村"),
        ("大连南站昨日发送旅客16.8万人次，同比增长7.9%。", "大连南站"),
    ],
)
def test_a_part_by_its_own_name_has_its_figures(pipeline: Pipeline, text: str, owner: str) -> None:
    assert subjects(pipeline, text) == [owner, owner]


def test_the_firms_of_a_country_deal_with_another(pipeline: Pipeline) -> None:
    text = "我国企业对东盟国家直接投资31亿美元，同比增长18.6%。"
    assert subjects(pipeline, text) == ["我国企业", "我国企业"]

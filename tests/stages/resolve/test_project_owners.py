"""Whose project it is by the form of its name alone."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("科伦沃高端新材料项目投产。", "科伦沃"),
        ("环晟特种玻璃纤维项目开工。", "环晟"),
        ("恒润醋业云阳产能扩建项目竣工。", "恒润醋业"),
        ("宁夏乐晟年产3GW单晶电池项目正在建设。", "宁夏乐晟"),
        ("春天制药项目建成投产。", "春天制药"),
        ("鸿远纺织针织面料项目竣工。", "鸿远纺织"),
        ("台州弗嘉新能源动力电池项目投产。", "台州弗嘉"),
        ("滨海中等专业学校新实训大楼投入使用。", "滨海中等专业学校"),
    ],
)
def test_a_coined_name_or_a_body_opens_the_name_of_what_it_builds(pipeline: Pipeline, text: str, owner: str) -> None:
    assert column(facts(pipeline, text, kind="project"), "orgs") == [[owner]]


@pytest.mark.parametrize(
    "text",
    [
        "东屿灌区改造项目完工。",
        "青山湖片区雨污分流改造项目完工。",
        "高端新材料项目投产。",
        "智慧冷链物流园项目开工。",
        "若羌40万千瓦光伏项目并网发电。",
        "引江济岭工程取水口项目开工。",
    ],
)
def test_a_place_a_class_of_goods_and_public_works_own_nothing(pipeline: Pipeline, text: str) -> None:
    assert column(facts(pipeline, text, kind="project"), "orgs") == [[]]


def test_a_trade_that_ends_an_item_of_a_list_says_what_is_made(pipeline: Pipeline) -> None:
    text = "弗莱特光伏玻璃、东屿冷链等重大项目成功落地。"
    assert column(facts(pipeline, text, kind="project"), "orgs")[0] == ["弗莱特"]

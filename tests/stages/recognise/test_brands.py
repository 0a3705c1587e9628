"""Short names of firms, which no ending tells."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("子公司恒屿氟材获评称号。", ["恒屿氟材"]),
        ("车企澜驰宣布扩产。", ["澜驰"]),
        ("港澜股价上涨。", ["港澜"]),
        ("海川造船股份有限公司（以下简称“澜船”）披露年报。澜船新建了船坞。", ["海川造船股份有限公司", "澜船", "澜船"]),
        ("海投基金管理公司(下称海投澜恩)公告。海投澜恩换帅。", ["海投基金管理公司", "海投澜恩", "海投澜恩"]),
        ("由江西锂澜研发的样机下线。江西锂澜今年扩产。", ["江西锂澜", "江西锂澜"]),
        ("中国中光发布年报。今年，中国中光交付镜头。", ["中国中光", "中国中光"]),
        ("中海油扩产。中海油宣布投产。", ["中海油", "中海油"]),
    ],
)
def test_what_stands_around_a_short_name_makes_it_sure(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize("call", ["以下简称公司", "以下简称“公司”", "下称本公司", "以下简称“集团”"])
def test_what_calls_any_firm_is_no_name(pipeline: Pipeline, call: str) -> None:
    text = f"海川造船股份有限公司（{call}）披露年报。公司新建了船坞。"
    assert named(pipeline, text, Label.ORG) == ["海川造船股份有限公司"]


def test_a_bracket_behind_something_else_calls_no_firm(pipeline: Pipeline) -> None:
    assert named(pipeline, "以9月18日（以下简称股权登记日）登记的总股本为基数。", Label.ORG) == []


@pytest.mark.parametrize("text", ["中国经济增长，中国经济向好。", "产品销量增长，产品销量创新高。", "子公司数量增加。"])
def test_a_common_word_is_no_firm_however_often_it_comes(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭大学附属医院开业。", ["云岭大学附属医院"]),
        ("河南省汝川县人民政府发文。", ["河南省汝川县人民政府"]),
        ("海川市第三中学开学。", ["海川市第三中学"]),
        ("海川市中院审理此案。", ["海川市中院"]),
        ("加拿大环境部发布消息。", ["加拿大环境部"]),
        ("黄河商报记者到场。", ["黄河商报"]),
        ("启动县医院搬迁。", ["县医院"]),
        ("中国储能与新材料产业协会成立。", ["中国储能与新材料产业协会"]),
    ],
)
def test_bodies_stand_with_their_place_and_their_part(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大山创始人林海生说，大山股价上涨。用户喜欢大山。", ["大山", "大山", "大山"]),
        ("平台创始人说，平台股价下跌。", []),
        ("生猪产能恢复。生猪产能增加。", []),
    ],
)
def test_a_word_that_comes_again_before_what_only_a_firm_has_is_one(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == names

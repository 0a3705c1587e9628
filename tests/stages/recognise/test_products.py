"""Things that are made, by the form of their names."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named

NAMES = ["云岭", "海鹭", "远山", "破浪者", "青鸟2", "北斗湾", "飞鸿", "天工", "小蜜蜂", "和谐", "HX7", "南坞之星"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("“{}”轻卡销量4.8万辆，增长6%。", "“{}”轻卡"),
        ("巨大的“{}”号停在码头边。", "“{}”号"),
        ("搭载的“{}”固液混合电池，通过了低温试验。", "“{}”固液混合电池"),
        ("记者看到，风冷储能电池“{}”的外壳是蓝色的。", "风冷储能电池“{}”"),
        ("去年“{}”牌水泵走进了千家万户。", "“{}”牌水泵"),
        ("今年“{}”系列卖得最好。", "“{}”系列"),
    ],
)
def test_a_quoted_name_is_a_thing_s_beside_the_noun_of_its_kind(
    pipeline: Pipeline, text: str, product: str, name: str
) -> None:
    assert named(pipeline, text.format(name), Label.PRODUCT) == [product.format(name)]


@pytest.mark.parametrize(
    "text",
    [
        "该县获“云岭名城”称号。",
        "“云岭”汽车公司的员工很忙。",
        "“海鹭”号召大家参加。",
        "“天工”系列活动正在举行。",
        "“青鸟”2号线明年通车。",
        "“远山”机器人大赛开赛。",
    ],
)
def test_what_makes_another_noun_of_it_is_no_thing(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PRODUCT) == []


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("机场上停着一架HC60支线客机。", ["HC60支线客机"]),
        ("这里有一台水下机器人HX-210。", ["水下机器人HX-210"]),
        ("云台10号卫星的寿命是五年。", ["云台10号卫星"]),
        ("研制的国产四价流感疫苗已有三年历史。", ["四价流感疫苗"]),
        ("与海川集团联合开发的L3级自动驾驶系统获准上路。", ["L3级自动驾驶系统"]),
        ("“云台十号”与“破浪七号”同时返航。", ["云台十号", "破浪七号"]),
        ("点火的是国产新一代中型运载火箭云台八号，很顺利。", ["中型运载火箭云台八号"]),
        ("我国第一颗人造卫星云台一号，声音很好听。", ["人造卫星云台一号"]),
        ("“中央一号”文件，“前进一号”行动，“沙柳五号”台风。", []),
        ("G20高速公路车多，5G手机也多，PM2.5不高。", []),
        ("3号楼和2号线都很新。", []),
    ],
)
def test_a_model_or_a_number_is_a_thing_s_beside_its_kind(pipeline: Pipeline, text: str, products: list[str]) -> None:
    assert named(pipeline, text, Label.PRODUCT) == products


def test_a_maker_s_number_is_its_thing_and_names_no_maker(pipeline: Pipeline) -> None:
    text = "云驰集团表示，营收增长。云驰集团称，云驰15系列本月上市，云驰SU7 Ultra预订火爆。"
    assert named(pipeline, text, Label.PRODUCT) == ["云驰15系列", "云驰SU7 Ultra"]
    assert named(pipeline, text, Label.ORG) == ["云驰集团", "云驰集团"]


def test_a_quoted_name_stands_alone_once_its_kind_is_told(pipeline: Pipeline) -> None:
    text = "储能电池“疾风”的外壳是蓝色的。“疾风”比其他的轻。"
    assert named(pipeline, text, Label.PRODUCT) == ["储能电池“疾风”", "疾风"]

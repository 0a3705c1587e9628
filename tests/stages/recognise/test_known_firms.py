"""Firms and clubs of the table, and those of their names that are words too."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("沃尔沃去年在云岭市建了厂。", ["沃尔沃"]),
        ("拜仁2比1击败阿森纳。", ["拜仁", "阿森纳"]),
        ("花旗和渣打下调了评级。", ["花旗", "渣打"]),
    ],
)
def test_a_name_that_is_nothing_else_is_a_body_wherever_it_stands(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("火箭主帅江明远赛后没有发言。", ["火箭"]),
        ("火箭升空后运行正常。", []),
        ("村民在山坡上种苹果。", []),
        ("万里长城是著名的古迹。", []),
    ],
)
def test_a_name_that_is_a_word_too_needs_a_sign(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_a_text_about_firms_needs_no_sign(pipeline: Pipeline) -> None:
    text = "诺基亚和摩托罗拉的销量下滑。苹果则在去年增长。"
    assert named(pipeline, text, Label.ORG) == ["诺基亚", "摩托罗拉", "苹果"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一汽丰田昨天发布新车型。", ["一汽丰田"]),
        ("华纳影业昨天发布预告。", ["华纳影业"]),
        ("游客走进首钢园。", []),
        ("全新荣威550优惠两万元。", []),
    ],
)
def test_what_touches_a_name_may_belong_to_it_or_make_another_thing_of_it(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭网7月3日讯 市里召开会议。", ["云岭网"]),
        ("据云岭新闻网报道，会议昨天召开。", ["云岭新闻网"]),
    ],
)
def test_a_medium_stands_before_what_only_media_do(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_a_branch_bears_the_name_of_its_place(pipeline: Pipeline) -> None:
    text = "中国人民银行杭州市分行公布了数据。"
    assert named(pipeline, text, Label.ORG) == ["中国人民银行杭州市分行"]

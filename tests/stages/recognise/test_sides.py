"""Clubs in texts about sport, by what only a club has, does or is in."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named

SPORT = "本赛季联赛开幕，球员到齐。"


def clubs(pipeline: Pipeline, text: str) -> list[str]:
    return named(pipeline, SPORT + text, Label.ORG)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("马斯科尼加盟贝尔科顿。", ["贝尔科顿"]),
        ("贝尔科顿主帅表示，贝尔科顿还要补强。", ["贝尔科顿", "贝尔科顿"]),
        ("西甲豪门贝尔科顿，迎来新援。", ["贝尔科顿"]),
        ("来自英超的贝尔科顿、拉姆斯塔和多恩堡等豪门看上了他。", ["贝尔科顿", "拉姆斯塔", "多恩堡"]),
        ("贝尔科顿主帅称，拉姆斯塔和贝尔科顿都要引援。", ["贝尔科顿", "拉姆斯塔", "贝尔科顿"]),
        ("火鸟队客场105:97战胜雪狼队。火鸟球员士气高。", ["火鸟队", "雪狼队", "火鸟"]),
    ],
)
def test_what_only_a_club_has_or_is_in_makes_its_name_sure(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert clubs(pipeline, text) == names


def test_a_side_with_two_opponents_makes_fixtures_of_them(pipeline: Pipeline) -> None:
    text = "7月3日，伦敦，贝尔科顿-拉姆斯塔\n7月9日，巴黎，多恩堡-贝尔科顿\n"
    assert named(pipeline, text, Label.ORG) == ["贝尔科顿", "拉姆斯塔", "多恩堡", "贝尔科顿"]


def test_clubs_stand_behind_their_players_in_brackets(pipeline: Pipeline) -> None:
    text = "中场：马斯科尼（贝尔科顿），贝罗纳（拉姆斯塔），科斯塔诺（多恩堡）"
    assert clubs(pipeline, text) == ["贝尔科顿", "拉姆斯塔", "多恩堡"]


@pytest.mark.parametrize(
    "text",
    [
        "对手主帅表示，客队球迷很多。",
        "德国前锋破门，阿根廷后卫受伤。",
        "北京球迷到场，上海主场迎战。",
        "欧裔球员很多，两队队长握手。",
        "客队队长上场，教练队伍稳定。",
    ],
)
def test_any_side_a_country_or_a_town_at_home_is_no_club(pipeline: Pipeline, text: str) -> None:
    assert clubs(pipeline, text) == []


def test_a_text_about_something_else_has_no_clubs(pipeline: Pipeline) -> None:
    assert named(pipeline, "大学生队长说，贝尔科顿官方来电。", Label.ORG) == []

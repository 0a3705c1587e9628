"""Clubs by what they do against one another."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("焦点战中，大连恒岳主场作战，以1∶1战平沈阳金甲。", ["大连恒岳", "沈阳金甲"]),
        ("由大连恒岳主场对阵沈阳金甲。大连恒岳全力进攻。", ["大连恒岳", "沈阳金甲", "大连恒岳"]),
        ("首轮不敌中超新贵沈阳金甲之后，他们迎来主场。", ["沈阳金甲"]),
        ("大连朗肽海本队客场挑战沈阳金甲队。", ["大连朗肽海本队", "沈阳金甲队"]),
    ],
)
def test_a_place_and_a_short_name_beside_a_contest_are_a_club(pipeline: Pipeline, text: str, clubs: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == clubs


@pytest.mark.parametrize("text", ["他在半决赛战胜大连选手。", "大连市场迎战寒潮。", "中国战平韩国。"])
def test_a_place_alone_or_its_people_are_no_club(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []

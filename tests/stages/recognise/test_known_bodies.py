"""Bodies that the segmenter's dictionary knows, and teams."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中国队以两分之差取胜。", ["中国队"]),
        ("辽宁队和大连海潮队进入决赛。", ["辽宁队", "大连海潮队"]),
        ("陕西跳水队夺冠。", ["陕西跳水队"]),
    ],
)
def test_a_team_is_named_by_its_place_or_its_own_name(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize("text", ["群众自觉排队。", "交警大队出动。", "项目团队加班。", "北京市民排队入场。"])
def test_other_words_that_end_so_are_no_teams(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者从上海海关获悉，货物已放行。", ["上海海关"]),
        ("他曾在济南军区服役。", ["济南军区"]),
        ("中国女排取胜。", ["中国女排"]),
    ],
)
def test_a_body_that_the_dictionary_takes_for_a_place_is_one(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_a_body_ends_where_its_word_does(pipeline: Pipeline) -> None:
    assert named(pipeline, "明天华北局地有大暴雨。", Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县域高中办得好不好很要紧。", []),
        ("农工党中央召开会议。", ["农工党中央"]),
        ("北约首脑会议开幕。", ["北约"]),
    ],
)
def test_a_short_name_of_a_body_stands_at_the_bounds_of_words(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names

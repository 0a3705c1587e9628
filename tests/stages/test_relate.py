"""Rules at work in the pipeline: where open slots end, and lists of which each item is a record."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .resolve.reading import column, facts


def events(pipeline: Pipeline, text: str) -> list[object]:
    return column(facts(pipeline, text, kind="event"), "name")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全省渔业大会暨“两减两增”三年行动动员大会召开。", "全省渔业大会暨两减两增三年行动动员大会"),
        ("东海渔业协会六届十一次理事会议在滨海市召开。", "东海渔业协会六届十一次理事会议"),
        ("“云台开放日”在东屿基地举行。", "云台开放日"),
    ],
)
def test_a_duration_and_a_number_in_a_row_are_part_of_a_name(pipeline: Pipeline, text: str, name: str) -> None:
    assert events(pipeline, text) == [name]


def test_every_item_of_a_list_of_happenings_is_one(pipeline: Pipeline) -> None:
    assert events(pipeline, "滨海市举办东海渔业论坛、西岭装备博览会。") == ["东海渔业论坛", "西岭装备博览会"]


def test_an_item_without_a_head_leaves_the_list_one_name(pipeline: Pipeline) -> None:
    assert events(pipeline, "滨海市举办东海经贸、文化交流会。") == ["东海经贸、文化交流会"]

"""Rules at work in the pipeline: where open slots end, and lists of which each item is a record."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .resolve.reading import TOWN, column, facts


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


@pytest.mark.parametrize(
    ("items", "metrics"),
    [
        ("留宿旅客（8万人次）及不过夜旅客（5万人次）", ["留宿旅客", "不过夜旅客"]),
        ("日本（8万人次）及泰国（5万人次）旅客", ["日本旅客", "泰国旅客"]),
        ("中国大陆（8万人次）及香港（5万人次）旅客", ["中国大陆旅客", "香港旅客"]),
        ("轴承（8万套）、齿轮（5万只）产量", ["轴承产量", "齿轮产量"]),
        ("机电产品（8亿元）和农产品（5亿元）", ["机电产品", "农产品"]),
    ],
)
def test_amounts_in_brackets_are_levels_of_the_items_that_go_on_to_their_growths(
    pipeline: Pipeline, items: str, metrics: list[str]
) -> None:
    found = facts(pipeline, f"7月，全市旅客20万人次。{items}按年分别增加3%及2%。")[1:]
    assert column(found, "subject", "metric", "measure") == [
        *((TOWN, metric, "level") for metric in metrics),
        *((TOWN, metric, "growth") for metric in metrics),
    ]

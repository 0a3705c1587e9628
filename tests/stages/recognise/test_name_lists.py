"""Names that others make sure, and names that come again and again."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


def test_an_item_between_names_is_a_name(pipeline: Pipeline) -> None:
    text = "与会的有江根生、周海涛、铁凌、林兰英、王建民等。"
    assert named(pipeline, text, Label.PERSON) == ["江根生", "周海涛", "铁凌", "林兰英", "王建民"]


def test_an_item_among_other_things_is_none(pipeline: Pipeline) -> None:
    assert named(pipeline, "展品有石雕、铁艺、木刻、竹编、草编等。", Label.PERSON) == []


def test_what_comes_often_and_stands_like_a_name_is_one(pipeline: Pipeline) -> None:
    text = "谭彦每天读书。养病期间，谭彦写下笔记。后来，谭彦回到岗位。"
    assert named(pipeline, text, Label.PERSON) == ["谭彦", "谭彦", "谭彦"]


@pytest.mark.parametrize("text", ["谭彦每天读书。", "在谭彦，雪很大。谭彦下雪。谭彦放晴。"])
def test_once_or_behind_在_it_is_none(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []


def test_half_of_a_list_with_brackets_makes_the_other_names_sure(pipeline: Pipeline) -> None:
    text = "中场：马斯切拉托（利物浦），贝隆德（丙县），古列雷斯卡（丁县），帕斯托雷（戊县）。"
    assert named(pipeline, text, Label.PERSON) == ["马斯切拉托", "贝隆德", "古列雷斯卡", "帕斯托雷"]


def test_what_closes_a_list_is_no_part_of_its_last_name(pipeline: Pipeline) -> None:
    assert named(pipeline, "主演周岚、黄川、姚莉、王子安等一同亮相。", Label.PERSON)[-1] == "王子安"

"""The verb in front of a count that says which ones are counted."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("已累计培训8000名农民工。", "培训农民工"),
        ("当地动员了4600名志愿者。", "动员志愿者"),
        ("此次集中开工的20个项目分处6个镇。", "集中开工项目"),
        ("由南江市援建的12个项目和大型国企投资建设的重点工程集中开工。", "援建项目"),
    ],
)
def test_the_verb_stays_in_front_of_what_it_was_done_to(pipeline: Pipeline, text: str, metric: str) -> None:
    assert metrics(pipeline, text)[0] == metric


def test_the_next_items_of_its_list_have_it_too(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "到2030年，建成2所国家级职业学校，5所示范高中。") == ["建成国家级职业学校", "建成示范高中"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("全县拥有35座水库。", "水库"),
        ("活动带动了300名村民。", "村民"),
        ("工作人员分布在97个乡镇。", "乡镇"),
        ("来自14个国家的选手参赛。", "国家"),
        ("大财政体系建设等100多项改革经验受到肯定。", "改革经验"),
    ],
)
def test_a_verb_of_having_or_bringing_and_a_noun_say_nothing(pipeline: Pipeline, text: str, metric: str) -> None:
    assert metrics(pipeline, text)[0] == metric

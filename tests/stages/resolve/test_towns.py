"""The town that a text is about."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline
from extract.records import Statistic


def subjects(pipeline: Pipeline, text: str) -> list[str | None]:
    return [record.subject for record in pipeline(text) if isinstance(record, Statistic)]


def test_a_heading_stops_no_town_that_the_headline_names(pipeline: Pipeline) -> None:
    text = "青石镇民生实事进展\n\n今年全镇安装路灯48盏。\n\n二、文化站建设\n\n上半年在建项目16个，改造道路9公里。"
    assert subjects(pipeline, text) == ["青石镇", "青石镇", "青石镇"]


@pytest.mark.parametrize("noun", ["集镇", "乡村"])
def test_a_kind_of_place_in_a_heading_is_no_town(pipeline: Pipeline, noun: str) -> None:
    text = f"青石镇工作汇报\n\n一、{noun}建设抓整体\n\n使我{noun[-1] if noun == '集镇' else '镇'}的绿地增加17亩。"
    assert subjects(pipeline, text) == ["青石镇"]

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


@pytest.mark.parametrize("town", ["响水乡", "柳河镇", "柳溪街道"])
@pytest.mark.parametrize("where", ["幅员21平方公里", "位于县城西南", "辖区总面积21平方公里"])
def test_a_town_may_be_introduced_by_where_it_lies(pipeline: Pipeline, town: str, where: str) -> None:
    kind = town[-2:] if town.endswith("街道") else town[-1]
    text = f"现将工作总结如下。\n\n一、基本情况\n\n{town}{where}，下辖村庄多。全{kind}有党支部7个，党员500人。"
    assert subjects(pipeline, text)[-2:] == [town] * 2

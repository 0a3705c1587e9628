"""将 before a figure takes it as an object, or says that it is still to come."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("2031年，海川市将41个项目纳入民生实事。", "actual"),
        ("2031年，海川市将12个村列为试点。", "actual"),
        ("2031年，海川市将新建泵站3座。", "planned"),
        ("2031年，海川市乡村校舍改造计划建设项目开工9所。", "actual"),
        ("2031年，海川市已按计划完成泵站10座。", "actual"),
        ("2031年，海川市计划建设泵站10座。", "planned"),
    ],
)
def test_what_is_done_with_it_tells(pipeline: Pipeline, text: str, modality: str) -> None:
    assert column(facts(pipeline, text, None), "modality") == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("2031年，海川市争取增发国债项目69个。", "actual"),
        ("2031年，海川市争取新建泵站69座。", "target"),
        ("2031年，海川市完成了全年各项目标任务，全年完成投资45亿元（其中公路22亿元，水运4亿元）。", "actual"),
    ],
)
def test_what_was_fetched_or_fulfilled_is_no_goal(pipeline: Pipeline, text: str, modality: str) -> None:
    assert set(column(facts(pipeline, text, None), "modality")) == {modality}


def test_building_and_raising_is_no_difference(pipeline: Pipeline) -> None:
    text = "2031年，海川市完成公路投资75亿元，增长5%，建设提升3300公里。"
    assert column(facts(pipeline, text, None), "measure")[:1] == ["level"]
    assert "increment" not in column(facts(pipeline, text, None), "measure")

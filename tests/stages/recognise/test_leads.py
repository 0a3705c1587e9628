"""The names in leads and credits."""

from __future__ import annotations

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named

TEXT = "海川港扩建\n\n新华社大连1月2日电（记者江明远）海川港今天扩建。\n"


def test_agency_place_and_reporter_of_a_lead_are_names(pipeline: Pipeline) -> None:
    assert named(pipeline, TEXT, Label.ORG) == ["新华社"]
    assert "大连" in named(pipeline, TEXT, Label.PLACE)
    assert named(pipeline, TEXT, Label.PERSON) == ["江明远"]


def test_who_wrote_stands_in_the_bracket_of_a_lead_without_a_role(pipeline: Pipeline) -> None:
    text = "中新网大连4月18日电(江雨晴 张静)从泰国的企业到新加坡的电商，多家企业参展。"
    assert named(pipeline, text, Label.PERSON) == ["江雨晴", "张静"]

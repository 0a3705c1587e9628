"""Bodies named side by side, which the first one's place owns."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import mentions, named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市工信局、发改委联合印发通知。", ["市工信局", "发改委"]),
        ("记者从省工信厅、财政厅和商务厅获悉，补贴到位。", ["省工信厅", "财政厅", "商务厅"]),
    ],
)
def test_each_of_joint_heads_is_a_body(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_the_second_head_is_not_the_nations(pipeline: Pipeline) -> None:
    found = {surface: m.normal for surface, m in mentions(pipeline, "市工信局、发改委联合印发通知。")}
    assert found["发改委"] is None


def test_a_bare_ending_behind_no_body_is_none(pipeline: Pipeline) -> None:
    assert named(pipeline, "会议讨论了预算、教育局面貌等问题。", Label.ORG) == []

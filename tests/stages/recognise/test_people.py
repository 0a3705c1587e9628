"""People beside their titles."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "titles", "people"),
    [
        ("市委书记江明远出席。", ["市委书记"], ["江明远"]),
        ("副市长欧阳文介绍情况。", ["副市长"], ["欧阳文"]),
        ("总工程师张三。", ["总工程师"], ["张三"]),
        ("党组书记、局长周海明说", ["党组书记", "局长"], ["周海明"]),
        ("会议任命王大川为厂长。", ["厂长"], ["王大川"]),
    ],
)
def test_a_name_stands_beside_its_title(pipeline: Pipeline, text: str, titles: list[str], people: list[str]) -> None:
    assert named(pipeline, text, Label.TITLE) == titles
    assert named(pipeline, text, Label.PERSON) == people


@pytest.mark.parametrize("text", ["市长高度重视。", "局长马上行动。", "书记和市长应邀到会。", "江明远很高兴。"])
def test_a_surname_s_character_makes_no_person_by_itself(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []

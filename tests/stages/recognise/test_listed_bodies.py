"""Bodies that a list calls so behind it."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


def test_the_items_before_等_and_a_noun_for_firms_are_firms(pipeline: Pipeline) -> None:
    assert named(pipeline, "展会吸引了恒远集团、骊驰、垚昕等12家企业参展。", Label.ORG) == ["恒远集团", "骊驰", "垚昕"]


@pytest.mark.parametrize("text", ["交通、物流、仓储等行业机构化运营。", "推动港口、园区、国企等企业合作。"])
def test_common_nouns_of_such_a_list_name_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []

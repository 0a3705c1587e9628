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


def test_what_a_list_of_bodies_is_called_may_stand_before_it(pipeline: Pipeline) -> None:
    text = "增仓较多的基金公司为华璟、诺澜、云盈，环比上升。"
    assert named(pipeline, text, Label.ORG) == ["华璟", "诺澜", "云盈"]
    assert named(pipeline, "企业有困难、问题和需求，都可以反映。", Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("个股方面，大山科技、明河股份、东岭能源涨停。", ["大山科技", "明河股份", "东岭能源"]),
        ("白酒、煤炭、保险等板块领涨。", []),
        ("北京、上海、广州、深圳房价大涨。", []),
        ("玉米、大豆、棕榈油等期货大涨。", []),
    ],
)
def test_the_items_of_a_list_of_shares_are_firms(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names

"""How many kinds grew, and the kinds told one by one behind that."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全市41个大类行业中有30个行业增加值保持增长。其中，制鞋业增长7.7%，造纸业下降0.4%。",
            ["大类行业", "行业", "制鞋业增加值", "造纸业增加值"],
        ),
        (
            "全市61种产品中有35种产品产量同比增长。钢管93万吨，增长6.1%；玻璃14万吨，下降2.5%。",
            ["产品", "产品", "钢管产量", "钢管产量", "玻璃产量", "玻璃产量"],
        ),
        (
            "全市32个大类行业中，24个行业产值同比增长，增长面为75%。其中制鞋业增长12%。",
            ["大类行业", "行业", "增长面", "制鞋业产值"],
        ),
    ],
)
def test_a_kind_has_what_is_measured_of_all(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_a_kind_of_another_sort_has_it_not(pipeline: Pipeline) -> None:
    text = "全市61种产品中有35种产品产量同比增长。其中，电子行业增长3%。"
    assert metrics(pipeline, text)[-1] == "电子行业"


def test_what_was_told_between_ends_it(pipeline: Pipeline) -> None:
    text = "全市61种产品中有35种产品产量同比增长，工业用电量增长2%。钢管93万吨。"
    assert metrics(pipeline, text)[-1] == "钢管"

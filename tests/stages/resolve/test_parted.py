"""What stands before a time and belongs to the indicator behind it."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("瓷质砖上半年平均出厂价格增长2%。", "瓷质砖平均出厂价格"),
        ("公司上半年平均出厂价格增长2%。", "平均出厂价格"),
        ("海川港全年货物吞吐量增长2%。", "货物吞吐量"),
        ("公司前三个季度收入增长2%。", "收入"),
    ],
)
def test_a_thing_before_a_time_is_part_of_the_metric(pipeline: Pipeline, text: str, metric: str) -> None:
    assert column(facts(pipeline, text), "metric") == [metric]

"""Counts that only sum up the names before them."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    "text",
    [
        "海川机床有限责任公司、云岭核电有限公司2家单位入选省级名单。",
        "海川机床有限责任公司和云岭核电有限公司两家企业入选省级名单。",
    ],
)
def test_a_count_of_the_names_before_it_is_no_fact(pipeline: Pipeline, text: str) -> None:
    assert facts(pipeline, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "海川机床有限责任公司、云岭核电有限公司等2家单位入选省级名单。",
        "海川机床有限责任公司、云岭核电有限公司3家单位入选省级名单。",
    ],
)
def test_a_count_that_names_others_besides_is_one(pipeline: Pipeline, text: str) -> None:
    assert column(facts(pipeline, text), "metric") == ["单位"]

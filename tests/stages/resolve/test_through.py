"""By what means those in front have a figure."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import TOWN, column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize("users", ["限额以上单位", "限额以上批发零售业", "规模以上企业"])
@pytest.mark.parametrize("means", ["公共网络", "互联网"])
def test_is_part_of_the_metric_of_those_told_by_their_size(pipeline: Pipeline, users: str, means: str) -> None:
    told = f"{users}通过{means}实现商品零售额"
    assert metrics(pipeline, f"1-10月，全市{told}8.6亿元，下降4%。") == [told, told]


def test_is_none_of_whoever_does_his_work_by_something(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市通过技术改造实现产值5亿元。") == ["产值"]


def test_owns_no_trade(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市企业通过铁海联运班列进出口19亿元；通过国际铁路联运进出口6亿元。")
    assert column(rows, "metric") == ["企业通过铁海联运班列进出口", "通过国际铁路联运进出口"]
    assert column(rows, "subject") == [TOWN] * 2

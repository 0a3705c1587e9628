"""Amounts that are what there is altogether."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def cumulative(pipeline: Pipeline, text: str) -> list[bool]:
    return column(facts(pipeline, text), "cumulative")


@pytest.mark.parametrize("word", ["累计完成", "共有", "现有", "拥有"])
def test_a_word_of_its_clause_says_so(pipeline: Pipeline, word: str) -> None:
    assert cumulative(pipeline, f"全市{word}泵站41座。") == [True]


def test_what_there_is_governs_its_list(pipeline: Pipeline) -> None:
    assert cumulative(pipeline, "全市现有中学13所，在校生4万人。") == [True, True]
    assert cumulative(pipeline, "截至6月底，全市有员工3万人，仓库5座。") == [True, True]


def test_a_sum_governs_its_clause_alone(pipeline: Pipeline) -> None:
    assert cumulative(pipeline, "全市累计建成泵站41座，改造管网300公里。") == [True, False]


def test_parts_are_not_what_there_is_altogether(pipeline: Pipeline) -> None:
    assert cumulative(pipeline, "全市现有中学13所，其中民办中学5所。") == [True, False]


def test_a_new_time_ends_it(pipeline: Pipeline) -> None:
    assert cumulative(pipeline, "全市现有中学13所，今年招生1万人。") == [True, False]


@pytest.mark.parametrize(
    "text",
    ["全市每千人拥有病床4.8张。", "两市产量合计占全省的81%。", "五年能耗累计下降18%。"],
)
def test_rates_shares_and_growths_are_not(pipeline: Pipeline, text: str) -> None:
    assert cumulative(pipeline, text) == [False]

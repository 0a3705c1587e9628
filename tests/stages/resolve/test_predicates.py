"""What is said of some out of a whole, with the noun of the whole."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_what_is_said_of_a_part_is_the_metric_and_its_noun_the_whole(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "目前，全市近七成的渔村开通快递。")
    assert column(rows, "metric", "measure", "value", "reference") == [("开通快递渔村", "share", 70, "渔村")]


def test_behind_a_verb_the_noun_stays_the_metric(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "民营企业贡献了全国60%以上的专利。")
    assert column(rows, "metric", "value", "reference") == [("专利", 60, "全国")]


def test_a_long_story_defines_no_part(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "近七成的渔村在上一年的暴雨之后重新修好了通往县城的全部道路和桥梁。")
    assert column(rows, "metric", "reference") == [("渔村", "渔村")]


def test_some_of_a_counted_set_have_its_noun(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市40处渔港中，32处实现联网。")
    assert column(rows, "metric", "value") == [("渔港", 40), ("实现联网渔港", 32)]

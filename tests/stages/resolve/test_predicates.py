"""What is said of some out of a whole, with the noun of the whole."""

from __future__ import annotations

import pytest

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


def test_what_those_who_were_asked_say_is_told_with_them(pipeline: Pipeline) -> None:
    rows = facts(
        pipeline, "调查显示，有46.3%渔民预期明年捕捞支出与今年相若，认为会增加的有31.2%，另有22.5%认为难以估计。"
    )
    assert column(rows, "metric", "measure", "reference") == [
        ("预期捕捞支出与今年相若的渔民", "share", "渔民"),
        ("认为会增加的渔民", "share", "渔民"),
        ("认为难以估计的渔民", "share", "渔民"),
    ]


def test_what_firms_have_is_said_of_the_firms(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "逾六成会员企业营收正增长，仅有8%的企业出现亏损。")
    assert column(rows, "metric", "reference") == [("营收正增长会员企业", "会员企业"), ("出现亏损企业", "企业")]


def test_those_who_say_so_may_stand_before_the_figure(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "认为订单将增加的厂商占26.4%，认为持平的企业占比达30%。")
    assert column(rows, "metric", "reference") == [("认为订单将增加的厂商", "厂商"), ("认为持平的企业", "企业")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("全省39个地级及以上城市PM2.5平均浓度为29微克/立方米。", "地级及以上城市"),
        ("全市30家重点监测企业平均用工成本上涨3%。", "重点监测企业"),
        ("全市9个国控断面平均水质指数为4.2。", "国控断面"),
        ("全市20个县区生态环境质量指数为80。", "县区"),
    ],
)
def test_those_of_whom_another_figure_tells_are_counted_by_themselves(
    pipeline: Pipeline, text: str, counted: str
) -> None:
    assert column(facts(pipeline, text), "metric")[0] == counted

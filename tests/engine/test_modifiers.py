"""Modifiers that hold a verb, a preposition or a figure of their own, read through whole sentences."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline
from extract.records.statistic import Statistic


def metrics(pipeline: Pipeline, text: str) -> list[str | None]:
    return [record.metric for record in pipeline(text, place="滨海市") if isinstance(record, Statistic)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("近三个月完成环评审批的项目数量较上年增长了2倍。", "完成环评审批的项目数量"),
        ("有劳动能力的脱贫人口就业率达98.3%。", "有劳动能力的脱贫人口就业率"),
        ("进入创业园的企业达18家。", "进入创业园的企业"),
        ("拥有研究生学历的专任教师占16%。", "拥有研究生学历的专任教师"),
        ("完成高等教育的就业人士占46%。", "完成高等教育的就业人士"),
        ("制造业企业中设有研发机构的企业占比46.7%。", "设有研发机构的企业"),
        ("参加编程挑战赛的学生3.6万名。", "参加编程挑战赛的学生"),
        ("完成审批的项目120个。", "完成审批的项目"),
    ],
)
def test_a_verb_belongs_to_the_modifier_where_the_clause_has_another(
    pipeline: Pipeline, text: str, metric: str
) -> None:
    assert metrics(pipeline, text) == [metric]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("全市有在建的项目30个。", "在建的项目"),
        ("公司实现归属于股东的净利润3亿元。", "归属于股东的净利润"),
        ("公司实现新能源汽车的销量达3万辆。", "新能源汽车的销量"),
    ],
)
def test_the_only_verb_of_a_clause_is_none_of_the_metric(pipeline: Pipeline, text: str, metric: str) -> None:
    assert metrics(pipeline, text) == [metric]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("增幅在50%以上的园区有3个。", "增幅在50%以上的园区"),
        ("增幅在20%—50%之间的园区有4个。", "增幅在20%—50%之间的园区"),
        ("利润率在5%至10%之间的企业占比为28%。", "利润率在5%至10%之间的企业"),
        ("公司单笔金额在300万元以上的新签合同达4.6亿元。", "单笔金额在300万元以上的新签合同"),
        ("新房销售价格环比下降的城市有49个。", "新房销售价格环比下降的城市"),
    ],
)
def test_a_figure_in_a_modifier_is_told_with_what_it_is_of(pipeline: Pipeline, text: str, metric: str) -> None:
    assert metrics(pipeline, text) == [metric]


@pytest.mark.parametrize("metric", ["在谈项目", "在售车型", "在运机组", "在建数据中心"])
def test_what_is_under_way_keeps_its_preposition(pipeline: Pipeline, metric: str) -> None:
    assert metrics(pipeline, f"目前，全市{metric}46个。") == [metric]


def test_a_limit_in_brackets_says_which_ones(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市生产亚麻布（含亚麻≥50%）3.2亿米，同比增长4.1%。") == ["生产亚麻布（含亚麻≥50%）"] * 2


def test_the_head_of_a_column_is_no_part_of_what_follows(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "【教育】课后服务参与率97.5%。") == ["课后服务参与率"]

"""Which of several firms an article tells of, and the brands of one that have figures of their own."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

DIGEST = """粟米发布2031年业绩报告
粟米发布2031年业绩报告。粟米营收5亿元。每股收益2元。
澜讯发布年报 首次公布流水
3月24日，澜讯披露年报，用户3亿户。第四季度营收9亿元。"""

BRANDS = """粟米发布2031年业绩报告
粟米发布2031年业绩报告。公司实现营收5亿元。{}"""


def subjects(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, None), "subject")


def test_a_digest_goes_on_about_the_firm_whose_report_came_last(pipeline: Pipeline) -> None:
    assert subjects(pipeline, DIGEST) == ["粟米", "粟米", "澜讯", "澜讯"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("粟米主品牌实现收入105亿元。", "粟米主品牌"),
        ("第三季度，谷酒实现营收349亿元。", "谷酒"),
        ("零售业务实现收入5亿元。", "粟米"),
        ("全年累计实现收入9亿元。", "粟米"),
        ("公司单季实现收入9亿元。", "粟米"),
    ],
)
def test_a_brand_has_what_it_earns_and_a_line_of_business_does_not(
    pipeline: Pipeline, sentence: str, subject: str
) -> None:
    assert subjects(pipeline, BRANDS.format(sentence)) == ["粟米", subject]


SURVEY = """中国矿冶工业协会信息部
2031年3月上旬，重点统计矿冶企业分别生产粗铁2271万吨、生铜1987万吨。本旬日产粗铁227万吨，同比增长25%；生铜198万吨。
本旬，重点统计矿冶企业矿材库存量为1788万吨。"""


def test_the_firms_that_an_association_surveys_have_what_it_tells(pipeline: Pipeline) -> None:
    records = facts(pipeline, SURVEY, None)
    assert column(records, "subject") == ["重点统计矿冶企业"] * 6
    assert column(records, "metric")[-1] == "矿材库存量"


def test_the_number_of_those_surveyed_belongs_to_them(pipeline: Pipeline) -> None:
    text = "中国矿冶机械工业协会对26家钻机制造企业统计显示，2031年3月出口钻机1085台。"
    assert subjects(pipeline, text)[-1] == "26家钻机制造企业"


def test_the_country_between_has_its_own(pipeline: Pipeline) -> None:
    text = "中国矿冶工业协会信息部\n根据重点统计矿冶企业产量估算，3月上旬全国生产粗铁2929万吨。"
    assert subjects(pipeline, text) == ["全国"]


MARKETS = """港澜全年少赚20%
港澜（1929）公布全年业绩，期内收入9亿元。{}"""


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("香港及澳门营业额130亿元。", "香港及澳门营业额"),
        ("中国大陆同店销售跌13%。", "中国大陆同店销售"),
        ("末期息每股0.98港元。", "每股末期息"),
        ("股东应占净利下跌5%。", "股东应占净利"),
    ],
)
def test_a_firm_s_markets_and_shares_stay_in_its_metric(pipeline: Pipeline, sentence: str, metric: str) -> None:
    record = facts(pipeline, MARKETS.format(sentence), None)[-1]
    assert column([record], "subject") == ["港澜"]
    assert column([record], "metric") == [metric]


def test_what_an_office_says_behind_a_colon_is_not_its_own(pipeline: Pipeline) -> None:
    assert subjects(pipeline, "中钢协：上半年我国粗铁产量增长5%。") == ["全国"]


@pytest.mark.parametrize("firm", ["中国沄桥", "沄城酒家", "澜讯", "远帆股份"])
@pytest.mark.parametrize("source", ["根据{}披露的经营数据", "根据{}发布的半年报"])
def test_a_firms_own_report_tells_its_figures(pipeline: Pipeline, firm: str, source: str) -> None:
    text = f"粟米公告，净利润3亿元。从建筑业看，{source.format(firm)}，新签合同额增长5%，施工面积增长8%。"
    assert subjects(pipeline, text) == ["粟米", firm, firm]

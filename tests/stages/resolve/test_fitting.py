"""A metric without what is no part of it: brackets, reasons, verbs of a rate."""

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
            "全市技改投资、服务业营业收入（1—8月）增速比上半年分别回升1.3个和1.2个百分点。",
            ["技改投资", "服务业营业收入"],
        ),
        ("全市零售业总销货价值的修订估计上升6%。", ["零售业总销货价值"]),
        ("全市常住人口自然增长率为-0.6‰。", ["常住人口自然增长率"]),
    ],
)
def test_a_bracket_or_an_estimate_is_no_part_of_it(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_a_bracket_behind_the_name_in_front_is_the_names(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "海川科技股份有限公司（012399）净利润增长5%。"), "metric") == ["净利润"]


def test_what_only_says_why_is_not_measured(pipeline: Pipeline) -> None:
    text = "全市水果产量达到30万吨，受到持续干旱影响减少2%。"
    assert metrics(pipeline, text) == ["水果产量", "水果产量"]


def test_a_clause_that_opens_with_a_verb_names_nothing(pipeline: Pipeline) -> None:
    text = "全市不良贷款率为3.1%，并且呈现逐季升高趋势，去年一季度末仅为2.5%。"
    assert metrics(pipeline, text) == ["不良贷款率", "不良贷款率"]


def test_the_clause_of_the_comma_before_a_figure_is_its_own(pipeline: Pipeline) -> None:
    text = "在外部压力加大的条件下，全市经济总量再上新台阶，首次突破3000亿元。"
    assert metrics(pipeline, text) == ["经济总量"]


def test_a_verb_of_receiving_goes_and_the_word_of_the_rate_stays(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市日均接待游客5万人次。") == ["日均游客"]


@pytest.mark.parametrize("text", ["扣除非经常性损益后净利润为12亿元。", "在扣除非经常性损益后，公司的净利润为12亿元。"])
def test_what_is_taken_off_belongs_to_the_profit(pipeline: Pipeline, text: str) -> None:
    assert metrics(pipeline, f"海川集团公布年报，{text}") == ["扣除非经常性损益后净利润"]


@pytest.mark.parametrize("metric", ["实际使用外资", "实际利用外资", "实际投入外资金额", "实际到位内资"])
def test_actual_uses_keep_their_word(pipeline: Pipeline, metric: str) -> None:
    assert metrics(pipeline, f"全市{metric}5亿美元。") == [metric]


def test_but_real_growth_does_not(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市居民收入实际增长5%。") == ["居民收入"]


def test_a_time_may_stand_before_the_head(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市视听产品12月出口达到26亿元，增长5%。") == ["视听产品出口"] * 2


def test_but_a_name_before_it_is_the_owner(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市12月出口达到26亿元。") == ["出口"]


def test_a_clause_without_a_figure_tells_the_object_of_its_verb(pipeline: Pipeline) -> None:
    text = "海川银行表示，该行主动压降同业负债总金额，2031年末较年初压降393亿元。"
    assert metrics(pipeline, text) == ["同业负债总金额"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市支付金额达到5亿元。", ["支付金额"]),
        ("海川集团以集中竞价方式回购股份10万股。", ["回购股份"]),
        ("全市网络零售额涨势喜人，较去年增长12%。", ["网络零售额"]),
        ("在鄂投资百强企业325家。", ["在鄂投资百强企业"]),
        ("在辽宁沈阳销售额增长5%。", ["销售额"]),
    ],
)
def test_verbs_ways_and_places_around_it(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_an_indicator_keeps_the_word_for_its_region(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "该地区生产总值首次突破3000亿元，增长5%。") == ["地区生产总值"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("英国今明两年经济增速预测分别为1.1%和1.6%。", [("经济", "growth", 1.1), ("经济", "growth", 1.6)]),
        ("日本经济增速也分别下调至0.5%和负0.1%。", [("经济", "growth", 0.5), ("经济", "growth", -0.1)]),
        ("印度经济增速预计均为7.5%。", [("经济", "growth", 7.5)]),
        ("全市出口降幅收窄至3%。", [("出口", "growth", -3)]),
        ("全市人口自然增长率降至1.5‰。", [("人口自然增长率", "level", 1.5)]),
    ],
)
def test_the_noun_of_a_growth_says_that_its_figure_is_one(
    pipeline: Pipeline, text: str, expected: list[tuple[str, str, float]]
) -> None:
    assert column(facts(pipeline, text), "metric", "measure", "value") == expected


@pytest.mark.parametrize("item", ["轻型泵", "行业数字化", "聚醚产品"])
@pytest.mark.parametrize("why", ["主要是因为", "因为", "由于"])
def test_the_reason_for_a_growth_is_told_without_its_conjunction(pipeline: Pipeline, item: str, why: str) -> None:
    text = f"2031年公司营收30亿元，{why}{item}本期营收24亿元。"
    assert metrics(pipeline, text) == ["营收", f"{item}营收"]


def test_what_it_is_called_for_short_is_no_part_of_it(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "6月末，广义货币（M2）余额305万亿元，同比增长6.2%。") == ["广义货币余额"] * 2

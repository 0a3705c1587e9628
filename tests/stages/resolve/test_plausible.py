"""What names nothing measured makes no record, and what only leaves its metric out takes it from the words before."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline, text_source

from .reading import column, facts


def reasons(pipeline: Pipeline, text: str) -> list[str]:
    (article,) = pipeline.process(text_source(text, place="滨海市")).articles
    return [rejection.error for rejection in article.rejections]


@pytest.mark.parametrize(
    "text",
    [
        "受停工影响，故有5000套在今年9月底前未能交付。",
        "该集团称，这5人是海外分部的高管。",
        "用水便利多了，变化就来自于2公里以外。",
    ],
)
def test_a_conjunction_a_lone_verb_or_an_adverb_is_no_metric(pipeline: Pipeline, text: str) -> None:
    assert facts(pipeline, text) == []
    assert "implausible_metric" in reasons(pipeline, text)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("全市获省科学技术奖，其中一等奖3项。", "一等奖"),
        ("第六届运动会共设34个大项。", "大项"),
        ("事故造成13人死亡。", "死亡"),
    ],
)
def test_a_noun_that_looks_like_a_number_and_a_happening_are_counted(
    pipeline: Pipeline, text: str, metric: str
) -> None:
    assert column(facts(pipeline, text), "metric") == [metric]


def test_an_adverb_leaves_the_metric_to_the_words_before(pipeline: Pipeline) -> None:
    text = "全市债务余额增长较快，先后于1月和7月接连突破3万亿元、4万亿元。"
    assert "接连" not in column(facts(pipeline, text), "metric")
    assert column(facts(pipeline, "全市经济总量接连突破3万亿元、4万亿元。"), "metric") == ["经济总量", "经济总量"]


def test_what_stands_before_an_item_mark_is_not_counted_behind_it(pipeline: Pipeline) -> None:
    text = "2022年，全市6处煤矿、产能1400万吨/年建成试运转。"
    assert "煤矿、" not in column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("全市居民人均可支配收入11642元，总量全省居首。", ["居民人均可支配收入", "居民人均可支配收入总量"]),
        ("上榜企业数量全省排名第一。", ["上榜企业数量"]),
    ],
)
def test_the_place_behind_a_ranked_metric_is_its_reference(pipeline: Pipeline, text: str, metrics: list[str]) -> None:
    found = facts(pipeline, text)
    assert column(found, "metric") == metrics
    assert column(found, "reference")[-1] == "全省"


def test_a_pace_that_holds_is_a_growth(pipeline: Pipeline) -> None:
    text = "全市地区生产总值1641亿元，增长9.2%，增幅连续五个月保持在9%以上。"
    assert column(facts(pipeline, text), "metric") == ["地区生产总值"] * 3
    assert column(facts(pipeline, text), "measure") == ["level", "growth", "growth"]


def test_a_verb_of_building_goes_for_all_of_its_list(pipeline: Pipeline) -> None:
    text = "全县建成卫生室20个、文化室30个，改造老旧小区300个、老旧管网35公里。"
    assert column(facts(pipeline, text), "metric") == ["建成卫生室", "建成文化室", "改造老旧小区", "改造老旧管网"]


def test_the_money_of_things_counted_right_before_is_the_metric(pipeline: Pipeline) -> None:
    text = "全市35个重大项目计划总投资1135亿元。"
    assert column(facts(pipeline, text), "metric") == ["重大项目", "计划总投资"]


def test_a_plan_before_a_status_counts_what_the_next_clause_names(pipeline: Pipeline) -> None:
    text = "今年计划开工26项，项目总投资331亿元。"
    assert column(facts(pipeline, text), "metric") == ["开工项目", "项目总投资"]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("全市12家企业荣登榜单。", ["企业"]),
        ("促成海川大学等4所高校、临海研究所等2所科研院所落户。", ["高校", "科研院所"]),
        ("全市77个重大项目集中签约落户。", ["集中签约落户重大项目"]),
        ("全市有超百亿元项目3个、超50亿元项目9个。", ["超百亿元项目", "超50亿元项目"]),
        ("7月，获编配的长者申请940宗。", ["获编配的长者申请"]),
    ],
)
def test_where_what_is_counted_begins_and_ends(pipeline: Pipeline, text: str, metrics: list[str]) -> None:
    assert column(facts(pipeline, text), "metric") == metrics


def test_who_carries_in_the_whole_country_is_the_subject(pipeline: Pipeline) -> None:
    (fact,) = facts(pipeline, "7月，全国铁路日均开行旅客列车10169列。")
    assert (fact["subject"], fact["metric"]) == ("全国铁路", "日均开行旅客列车")


@pytest.mark.parametrize(
    "text",
    ["年产3万吨纯碱项目由远帆公司投资建设。", "县里引进了年产2万吨有机肥生产线。", "年加工9万吨稻米加工厂由某社承建。"],
)
def test_a_figure_that_a_project_s_name_holds_is_none(pipeline: Pipeline, text: str) -> None:
    assert "figure_of_a_name" in reasons(pipeline, text)


def test_what_a_place_makes_in_a_year_is_one(pipeline: Pipeline) -> None:
    assert "figure_of_a_name" not in reasons(pipeline, "滨海市年产2万吨有机肥。")

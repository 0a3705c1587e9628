"""What a project costs and yields, and its stages one by one."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    "text",
    [
        "总投资6亿元的海川风电产业园开工。",
        "海川风电产业园开工，总投资6亿元。",
        "海川风电产业园开工，项目计划总投资6亿元。",
    ],
)
def test_the_investment_stands_before_the_name_or_behind_the_stage(pipeline: Pipeline, text: str) -> None:
    [project] = facts(pipeline, text, kind="project")
    assert project["investment"]["value"] == 600_000_000
    assert facts(pipeline, text) == [], "a figure that fills a slot is no statistic besides"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("年产20万吨海川纯碱项目投产。", 200_000, "t/a"),
        ("海川纯碱项目投产，达产后年产20万吨。", 200_000, "t/a"),
        ("海川水厂二期投用，日处理污水5万吨。", 50_000, "t/d"),
    ],
)
def test_a_throughput_is_by_the_time_that_its_word_names(pipeline: Pipeline, text: str, value: int, unit: str) -> None:
    [project] = facts(pipeline, text, kind="project")
    assert (project["capacity"]["value"], project["capacity"]["unit"]) == (value, unit)


def test_a_start_and_an_expected_end_are_two_records(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川跨海大桥开工，预计2030年9月通车。", kind="project", published="2026-03-01")
    assert column(rows, "stage", "modality", "period") == [
        ("started", "actual", None),
        ("operating", "forecast", ("2030-09-01", "2030-09-30")),
    ]


def test_what_a_name_says_that_a_plant_makes_is_its_capacity(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "此次开工的项目有海川集团10万吨合成氨项目、云台重工60万千瓦风电项目等。", kind="project")
    assert [(row["capacity"]["value"], row["capacity"]["unit"]) for row in rows] == [(100000, "t"), (600000, "kW")]


def test_the_class_of_ships_that_a_berth_takes_is_no_capacity(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "东屿港30万吨级原油码头工程开工。", kind="project")
    assert column(rows, "capacity") == [None]


def test_a_bracket_behind_a_name_gives_what_it_costs(pipeline: Pipeline) -> None:
    text = "云台锂业碳酸锂项目（总投资18亿元）、海川集团二期项目（总投资9亿元）正式投产。"
    rows = facts(pipeline, text, kind="project")
    assert [(row["name"], row["investment"]["value"]) for row in rows] == [
        ("云台锂业碳酸锂项目", 1800000000),
        ("海川集团二期项目", 900000000),
    ]


def test_who_builds_it_is_told_in_the_sentence_behind(pipeline: Pipeline) -> None:
    text = "滦河引水枢纽工程通过竣工验收，正式投入运行。工程由市水务投资集团投资建设。"
    [project] = facts(pipeline, text, kind="project")
    assert (project["orgs"], project["stage"]) == (["市水务投资集团"], "operating")


def test_a_work_whose_cost_and_stage_are_told_apart_is_one(pipeline: Pipeline) -> None:
    text = "总投资5亿元的海川集团年产7万吨草酸项目，预计今年12月建成。"
    [project] = facts(pipeline, text, kind="project", published="2026-05-01")
    assert (project["investment"]["value"], project["stage"]) == (500_000_000, "completed")


def test_each_of_a_row_has_come_its_own_way(pipeline: Pipeline) -> None:
    text = "青河综合治理二期启动可研编制，临溪港集疏运公路前期工作有序推进，西岭水库除险加固工程实现截流。"
    assert column(facts(pipeline, text, kind="project"), "stage") == ["planned", "planned", "building"]


def test_who_builds_it_stands_right_before_its_name_or_behind_it(pipeline: Pipeline) -> None:
    before = facts(pipeline, "由海川集团承建的东屿水电站竣工仪式5月6日举行。", kind="project")
    assert column(before, "orgs") == [["海川集团"]]
    behind = facts(pipeline, "东屿物流园8月开工，总投资12亿元，由海川集团与云台重工共同投资建设。", kind="project")
    assert column(behind, "orgs") == [["海川集团", "云台重工"]]
    other = facts(pipeline, "东屿物流园8月开工，总投资12亿元；由海川集团承建的西岭水电站竣工。", kind="project")
    assert column(other, "name", "orgs") == [("东屿物流园", []), ("西岭水电站", ["海川集团"])]


def test_who_designs_a_work_does_not_build_it(pipeline: Pipeline) -> None:
    text = "由东海设计院设计、海川集团承建的东屿隧道顺利贯通。"
    assert column(facts(pipeline, text, kind="project"), "name", "orgs") == [("东屿隧道", ["海川集团"])]


def test_what_follows_a_work_that_is_expected_is_of_that_work(pipeline: Pipeline) -> None:
    next_one = facts(pipeline, "东屿隧道5月19日贯通。预计2030年底通车。", kind="project")
    assert column(next_one, "name", "stage") == [("东屿隧道", "completed"), ("东屿隧道", "operating")]
    told = facts(pipeline, "西岭大桥8月10日合龙。据海川公司介绍，大桥计划2031年9月通车。", kind="project")
    assert column(told, "name", "stage") == [("西岭大桥", "topped_out"), ("西岭大桥", "operating")]


def test_a_numbered_hall_has_the_name_of_its_work_in_front(pipeline: Pipeline) -> None:
    text = "东屿新材料产业园项目进展顺利。目前，3号厂房已封顶。"
    assert column(facts(pipeline, text, kind="project"), "name")[-1] == "东屿新材料产业园项目3号厂房"


def test_the_owner_of_a_named_work_stands_before_it(pipeline: Pipeline) -> None:
    [fact] = facts(pipeline, "海川化学公司的30万吨烧碱项目投产。", kind="project")
    assert (fact["name"], fact["orgs"]) == ("30万吨烧碱项目", ["海川化学公司"])


def test_once_it_is_built_tells_no_building(pipeline: Pipeline) -> None:
    assert facts(pipeline, "东屿科技园全面建成后，园区共有40条生产线。", kind="project") == []


def test_a_stage_told_with_its_name_is_not_told_again(pipeline: Pipeline) -> None:
    text = "西岭隧道5月贯通。东屿至青河二级公路完成路基工程的八成，预计2031年10月通车。"
    rows = facts(pipeline, text, kind="project", published="2030-06-01")
    assert column(rows, "name", "stage") == [("西岭隧道", "completed"), ("东屿至青河二级公路", "operating")]


def test_the_sum_of_works_not_all_named_is_of_none_of_them(pipeline: Pipeline) -> None:
    text = "海川电池、云台光电产业园等25个项目集中开工，总投资186亿元。"
    rows = facts(pipeline, text, kind="project")
    assert column(rows, "name", "investment") == [("海川电池项目", None), ("云台光电产业园", None)]


def test_the_sum_of_several_not_all_named_is_no_one_s_investment(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "总投资80亿元的海川发动机等6个项目集中开工。", kind="project")
    assert column(rows, "name", "investment") == [("海川发动机项目", None)]


def test_what_each_of_a_list_costs_is_its_own(pipeline: Pipeline) -> None:
    text = "总投资5亿元的海川冷链、总投资3亿元的云台铝材等8个项目签约。"
    rows = facts(pipeline, text, kind="project")
    assert [row["investment"]["value"] for row in rows] == [500_000_000, 300_000_000]

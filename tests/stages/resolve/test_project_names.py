"""What a project's name holds besides."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def projects(pipeline: Pipeline, text: str, *names: str) -> list[object]:
    return column(facts(pipeline, text, kind="project"), *names)


def test_what_it_is_stands_before_its_name(pipeline: Pipeline) -> None:
    text = "位于青河县的省重大水利工程金塘冲水库开工建设。"
    assert projects(pipeline, text, "name", "location") == [("金塘冲水库", "青河县")]


def test_a_phase_behind_an_organisation_is_its_project(pipeline: Pipeline) -> None:
    assert projects(pipeline, "海川集团二期投产。", "name", "orgs") == [("海川集团二期", ["海川集团"])]


def test_where_a_firm_builds_is_no_part_of_its_name(pipeline: Pipeline) -> None:
    text = "在辽宁自贸试验区大连片区瓦源集团主轴项目建设现场，厂房已经封顶。瓦源集团投资6亿元建设的这个大项目明年投产。"
    assert projects(pipeline, text, "name", "orgs", "location") == [
        ("瓦源集团主轴项目", ["瓦源集团"], "辽宁自贸试验区大连片区")
    ]


def test_a_project_that_is_pointed_at_takes_what_is_invested_in_it(pipeline: Pipeline) -> None:
    [fact] = facts(pipeline, "云台冷链物流园开工建设。云台集团投资5亿元兴建的该项目进展顺利。", kind="project")
    assert (fact["name"], fact["orgs"], fact["investment"]["value"]) == ("云台冷链物流园", ["云台集团"], 500000000)


def test_each_verb_has_a_list_of_its_own(pipeline: Pipeline) -> None:
    text = "提速建设甘棠水库、东屿站、云岭高速等项目，开工西岭水库、南塘油田等项目，建成河湾高速等项目。"
    assert projects(pipeline, text, "name", "stage") == [
        ("甘棠水库", "building"),
        ("东屿站", "building"),
        ("云岭高速", "building"),
        ("西岭水库", "started"),
        ("南塘油田", "started"),
        ("河湾高速", "completed"),
    ]


def test_verbs_alone_are_no_projects(pipeline: Pipeline) -> None:
    text = "海川集团电动车研发、制造及销售项目集中开工。"
    assert projects(pipeline, text, "name") == ["海川集团电动车研发、制造及销售项目"]


def test_a_list_by_cost_takes_its_stage(pipeline: Pipeline) -> None:
    text = "总投资7亿元的东屿孵化园项目、总投资3亿元的云台汽车配件项目集中宣布开工。"
    assert projects(pipeline, text, "name", "stage") == [
        ("东屿孵化园项目", "started"),
        ("云台汽车配件项目", "started"),
    ]


def test_a_claim_is_no_part_of_its_name(pipeline: Pipeline) -> None:
    assert projects(pipeline, "世界首个高原电机产研基地投用。", "name") == ["高原电机产研基地"]
    assert projects(pipeline, "我国首个海陆一体输电工程开工。", "name") == ["海陆一体输电工程"]


def test_what_it_is_called_with_others_stands_behind_its_name(pipeline: Pipeline) -> None:
    text = "总投资15亿元的东屿蓝海产业园等一批重大项目相继签约落地。"
    assert projects(pipeline, text, "name", "stage") == [("东屿蓝海产业园", "signed")]


def test_an_aside_in_brackets_is_part_of_it(pipeline: Pipeline) -> None:
    assert projects(pipeline, "东屿技术转化中心（滨海）正式启用。", "name") == ["东屿技术转化中心（滨海）"]


def test_a_dash_joins_the_two_ends_of_a_line(pipeline: Pipeline) -> None:
    assert projects(pipeline, "东屿—西岭物流专线6月9日开通。", "name") == ["东屿—西岭物流专线"]


def test_a_place_or_a_common_noun_at_its_head_shortens_no_organisation(pipeline: Pipeline) -> None:
    text = "国家发展改革委发布消息。国家肿瘤医学中心建成运行。"
    assert projects(pipeline, text, "name", "orgs") == [("国家肿瘤医学中心", [])]


def test_items_of_a_list_take_what_they_are_called_together(pipeline: Pipeline) -> None:
    text = "东屿、西岭等4个国家骨干冷链物流基地加快建设。"
    assert projects(pipeline, text, "name") == ["东屿国家骨干冷链物流基地", "西岭国家骨干冷链物流基地"]
    assert projects(pipeline, "东屿水厂等3个重大抽水项目竣工。", "name") == ["东屿水厂"]


def test_a_section_of_a_line_has_the_line_s_name(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "沿海高铁全线开工，东河至西岭段完成铺轨。", kind="project")
    assert column(rows, "name") == ["沿海高铁", "沿海高铁东河至西岭段"]


def test_the_owner_before_a_name_is_no_part_of_it(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团旗下化工新材料项目正式落户滨海县。", kind="project")
    assert column(rows, "name", "orgs") == [("化工新材料项目", ["海川集团"])]


def test_a_neighbour_in_a_list_owns_no_other_project(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "集中开工的有：海川集团铝箔项目、东屿港二期码头。", kind="project")
    assert column(rows, "name", "orgs") == [("海川集团铝箔项目", ["海川集团"]), ("东屿港二期码头", [])]


def test_how_many_which_and_of_what_kind_are_no_names(pipeline: Pipeline) -> None:
    for text in (
        "总投资106亿元的14个项目奠基。",
        "全市第二次项目建设现场观摩会在滨海市举行。",
        "该国在建的最大水电站项目竣工。",
        "全市高速公路投资28亿元。",
    ):
        assert facts(pipeline, text, kind="project") == [], text

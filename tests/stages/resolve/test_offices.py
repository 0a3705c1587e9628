"""Whose an office is that its words do not say."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_a_mayor_is_that_of_the_place_the_text_is_about(pipeline: Pipeline) -> None:
    [fact] = facts(pipeline, "市长江明远在会上讲话。", kind="role")
    assert fact["org"] == "大连市"
    assert "org" in fact["inherited"]


def test_a_district_s_head_is_not_the_city_s(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "县长江明远在会上讲话。", kind="role"), "org") == [None]


def test_the_second_title_of_a_firm_s_list_is_of_the_same_firm(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团董事长江明远、总经理李向东出席仪式。", kind="role")
    assert column(rows, "person", "org") == [("江明远", "海川集团"), ("李向东", "海川集团")]


def test_a_body_before_the_second_title_is_not_passed_over(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团董事长江明远、摩云大通首席执行官李向东出席仪式。", kind="role")
    assert column(rows, "person", "org") == [("江明远", "海川集团"), ("李向东", "摩云大通")]


def test_a_department_between_two_titles_belongs_to_the_second(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "大连市委常委、宣传部部长江明远出席仪式。", kind="role")
    assert column(rows, "org", "titles") == [("大连市委", ["常委", "宣传部部长"])]


def test_posts_before_the_body_s_own_are_the_same_person_s(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "县委常委、副县长、开发区管委会主任江明远出席仪式。", kind="role")
    assert column(rows, "org", "titles") == [("开发区管委会", ["县委常委", "副县长", "主任"])]


def test_an_organ_of_the_first_body_belongs_to_its_title(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "自治区党委书记、人大常委会主任江明远宣布开工。", kind="role")
    assert column(rows, "org", "titles") == [("自治区", ["党委书记", "人大常委会主任"])]


def test_what_another_body_has_given_is_no_post_of_this_one(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "中国科学院院士、云台大学校长江明远作报告。", kind="role")
    assert column(rows, "org", "titles") == [("云台大学", ["校长"])]


def test_a_title_may_begin_with_what_ends_its_body_s_name(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "经济部长江明远、云岭市农业局长李向东出席仪式。", kind="role")
    assert column(rows, "person", "org", "titles") == [
        ("江明远", "经济部", ["部长"]),
        ("李向东", "云岭市农业局", ["局长"]),
    ]


def test_a_department_s_head_among_a_committee_s_posts_keeps_it_in_the_title(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "大连市委常委、组织部长江明远出席仪式。", kind="role")
    assert column(rows, "org", "titles") == [("大连市委", ["常委", "组织部长"])]


def test_the_next_official_of_a_list_is_of_the_same_body(pipeline: Pipeline) -> None:
    text = "市纪委常委江明远；市委组织部秘书长周海、副巡视员李向东出席仪式。"
    rows = facts(pipeline, text, kind="role")
    assert column(rows, "person", "org") == [
        ("江明远", "市纪委"),
        ("周海", "市委组织部"),
        ("李向东", "市委组织部"),
    ]


def test_no_authority_has_a_firm_s_office(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "省人大常委会副主任江明远，公司董事长李向东出席仪式。", kind="role")
    assert column(rows, "person", "org") == [("江明远", "省人大常委会"), ("李向东", None)]


def test_no_council_has_the_office_of_a_party_committee(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "县人大常委会主任江明远、县委副书记李向东出席仪式。", kind="role")
    assert column(rows, "person", "org") == [("江明远", "县人大常委会"), ("李向东", "县委")]


def test_a_county_s_head_beside_its_party_secretary_is_of_that_county(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "东海县县委书记江明远、县长李向东参加活动。", kind="role")
    assert column(rows, "person", "org") == [("江明远", "东海县县委"), ("李向东", "东海县")]


def test_the_post_in_a_nameless_body_is_no_post_of_the_next_one(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "联盟理事长、云台汽车总裁江明远出席仪式。", kind="role")
    assert column(rows, "org", "titles") == [("云台汽车", ["总裁"])]


def test_who_loses_an_office_held_it(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "江明远不再担任东海县县长职务，会议免去李向东的县林业局局长职务。", kind="role")
    assert column(rows, "person", "org", "titles") == [
        ("江明远", "东海县", ["县长"]),
        ("李向东", "县林业局", ["局长"]),
    ]


def test_a_branch_of_a_body_shares_its_last_characters_with_the_title(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "农业部农粮署北区分署长江明远出席仪式。", kind="role")
    assert column(rows, "org", "titles") == [("农业部农粮署北区分署", ["分署长"])]

"""Whose an office is that its words do not say."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_the_party_committee_in_a_title_leaves_its_place(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "大连市委副书记、市长江明远出席仪式。", kind="role")
    assert column(rows, "person", "org", "titles") == [("江明远", "大连", ["市委副书记", "市长"])]


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
    assert column(rows, "titles") == [["市委常委", "宣传部部长"]]


def test_posts_before_the_body_s_own_are_the_same_person_s(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "县委常委、副县长、开发区管委会主任江明远出席仪式。", kind="role")
    assert column(rows, "org", "titles") == [("开发区管委会", ["县委常委", "副县长", "主任"])]


def test_an_organ_of_the_first_body_belongs_to_its_title(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "自治区党委书记、人大常委会主任江明远宣布开工。", kind="role")
    assert column(rows, "org", "titles") == [("自治区", ["党委书记", "人大常委会主任"])]


def test_what_another_body_has_given_is_no_post_of_this_one(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "中国科学院院士、云台大学校长江明远作报告。", kind="role")
    assert column(rows, "org", "titles") == [("云台大学", ["校长"])]

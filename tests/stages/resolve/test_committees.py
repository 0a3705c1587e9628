"""The party committee that a title holds, and the place of the officials of a list."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

TOWNS = ["东山", "滨海", "云屿", "永城", "敦化", "乐平", "慈溪", "临海", "德惠", "永康"]


@pytest.mark.parametrize("town", TOWNS)
def test_a_committee_named_with_its_place_is_the_body(pipeline: Pipeline, town: str) -> None:
    rows = facts(pipeline, f"{town}市委副书记、市长江明远出席仪式。", place=None, kind="role")
    assert column(rows, "person", "org", "titles") == [("江明远", f"{town}市委", ["副书记", "市长"])]


def test_a_committee_of_the_party_keeps_that_word(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "中共大连市委书记江明远作报告。", kind="role")
    assert column(rows, "org", "titles") == [("中共大连市委", ["书记"])]


@pytest.mark.parametrize("level", ["省", "市", "县", "区", "州", "旗"])
def test_a_bare_committee_is_the_body_as_it_is_worded(pipeline: Pipeline, level: str) -> None:
    rows = facts(pipeline, f"{level}委书记江明远，{level}委常委、组织部部长李向东出席会议。", kind="role")
    assert column(rows, "person", "org", "titles") == [
        ("江明远", f"{level}委", ["书记"]),
        ("李向东", f"{level}委", ["常委", "组织部部长"]),
    ]


def test_of_two_committees_the_last_one_is_the_body(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "省委常委、市委书记江明远讲话。", kind="role")
    assert column(rows, "org", "titles") == [("市委", ["省委常委", "书记"])]


def test_a_post_at_the_committee_told_already_is_told_without_it(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "市委常委、市委秘书长江明远参加活动。", kind="role")
    assert column(rows, "org", "titles") == [("市委", ["常委", "秘书长"])]


def test_a_body_with_a_name_of_its_own_stays(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "市委常委、东屿开发区党工委书记江明远参加活动。", kind="role")
    assert column(rows, "org", "titles") == [("东屿开发区", ["市委常委", "党工委书记"])]


def test_officials_of_a_list_are_of_the_place_named_last(pipeline: Pipeline) -> None:
    text = "永城市委书记江明远、市长李向东，敦化市市长周海，市政协主席王立新，副市长陈大同、吴建华参加会议。"
    rows = facts(pipeline, text, place="大连市", kind="role")
    assert column(rows, "person", "org") == [
        ("江明远", "永城市委"),
        ("李向东", "永城市"),
        ("周海", "敦化市"),
        ("王立新", "市政协"),
        ("陈大同", "敦化市"),
        ("吴建华", "敦化市"),
    ]


def test_behind_a_verb_an_official_is_of_the_place_at_home(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "敦化市市长周海来访，市长江明远参加会见。", kind="role")
    assert column(rows, "person", "org") == [("周海", "敦化市"), ("江明远", "大连市")]

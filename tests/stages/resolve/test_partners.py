"""Who the sides of a partnership are."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def parties(pipeline: Pipeline, text: str) -> list[list[str]]:
    return column(facts(pipeline, text, kind="cooperation"), "parties")


def test_the_number_of_the_parties_belongs_to_no_name(pipeline: Pipeline) -> None:
    text = "酒泉、张掖、武威三市与海川集团签署《新能源基地共建协议》。"
    assert parties(pipeline, text) == [["酒泉", "张掖", "武威", "海川集团"]]


def test_the_head_behind_the_number_is_of_each(pipeline: Pipeline) -> None:
    assert parties(pipeline, "广东、广西两省区教育厅联合建立学籍互通机制。") == [["广东教育厅", "广西教育厅"]]


def test_adverbs_behind_a_name_are_no_part_of_it(pipeline: Pipeline) -> None:
    assert parties(pipeline, "海川集团还与云台大学签订供货协议。") == [["海川集团", "云台大学"]]


def test_partners_without_a_result_must_be_names(pipeline: Pipeline) -> None:
    assert parties(pipeline, "海川集团与云台大学合作，效率提高。") == [["海川集团", "云台大学"]]
    assert parties(pipeline, "西屿港通过与境内外铁路部门合作，提高速度。") == []


def test_what_an_agreement_founds_is_its_result(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团与云台大学签订三方协议，共建海洋交易中心。", kind="cooperation")
    assert column(rows, "object") == ["海洋交易中心"]


def test_who_signs_for_a_body_is_no_part_of_its_name(pipeline: Pipeline) -> None:
    text = "海川集团总经理李向东与云台大学校长江明远代表双方签订了技术合作协议。"
    assert parties(pipeline, text)[0] == ["海川集团", "云台大学"]


def test_partners_of_a_meeting_are_those_of_what_is_signed_there(pipeline: Pipeline) -> None:
    text = "海川集团与云台大学召开座谈会，并签署战略合作框架协议。"
    assert parties(pipeline, text) == [["海川集团", "云台大学"]]


def test_who_signs_may_stand_before_the_body(pipeline: Pipeline) -> None:
    text = "副市长李向东代表滨海市政府与云台大学签署战略合作协议。"
    assert parties(pipeline, text) == [["滨海市政府", "云台大学"]]

"""Words that stand for a body or a place named before."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_a_word_for_the_firm_at_the_front_of_a_name_is_the_firm(pipeline: Pipeline) -> None:
    text = "海川造船有限公司成立于1990年。公司东屿工厂入选绿色工厂名单。"
    [fact] = facts(pipeline, text, kind="honor")
    assert fact["recipients"] == ["海川造船有限公司东屿工厂"]


def test_an_association_is_the_one_named_before(pipeline: Pipeline) -> None:
    text = "东海市纺织协会召开年会。协会与宜江大学签订战略合作协议。"
    [fact] = facts(pipeline, text, kind="cooperation")
    assert fact["parties"] == ["东海市纺织协会", "宜江大学"]


def test_a_bank_in_general_is_no_bank_named_before(pipeline: Pipeline) -> None:
    text = "中国人民银行发布数据。银行与企业签订贷款合同。"
    assert all("中国人民银行" not in fact["parties"] for fact in facts(pipeline, text, kind="cooperation"))


def test_who_holds_a_meeting_may_be_named_by_a_word(pipeline: Pipeline) -> None:
    text = "海川造船有限公司成立于1990年。公司将于9月3日召开半年度业绩说明会。"
    [fact] = facts(pipeline, text, kind="event")
    assert fact["organizer"] == "海川造船有限公司"


def test_our_country_made_it_names_no_one(pipeline: Pipeline) -> None:
    [fact] = facts(pipeline, "我国自主研制的超大直径盾构机在东屿下线。", kind="milestone")
    assert fact["orgs"] != ["全国"]


def test_the_two_sides_are_the_last_two_bodies(pipeline: Pipeline) -> None:
    text = "海川集团走访云台大学。双方计划成立钻井合资公司。"
    assert column(facts(pipeline, text, kind="cooperation"), "parties", "modality") == [
        (["海川集团", "云台大学"], "planned")
    ]

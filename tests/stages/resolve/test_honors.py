"""Honours in detail."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_several_titles_on_one_verb_are_a_record_each(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "大连市先后荣获国家园林城市、全国双拥模范城称号。", kind="honor")
    assert column(rows, "honor") == ["国家园林城市", "全国双拥模范城"]


def test_a_product_is_named_with_its_owner(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团的“冰丝”系列面料获评省级创新产品。", kind="honor")
    assert column(rows, "recipients") == [["海川集团冰丝系列面料"]]


def test_the_prize_of_each_is_a_slot_and_no_statistic(pipeline: Pipeline) -> None:
    text = "海川集团、云台重工荣膺“功勋企业”称号，各奖励100万元。"
    [honor] = facts(pipeline, text, kind="honor")
    assert (honor["recipients"], honor["prize"]["value"]) == (["海川集团", "云台重工"], 1_000_000)
    assert facts(pipeline, text) == []


def test_a_batch_may_stand_behind_the_list(pipeline: Pipeline) -> None:
    [honor] = facts(pipeline, "海川集团入选省级单项冠军企业第七批名单。", kind="honor")
    assert (honor["honor"], honor["batch"]) == ("省级单项冠军企业", "第七批")

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Filler
from extract.engine.lists import Sharing, zipped

SHARING = Sharing.compile(
    {
        "heads": ["增加值", "销售额", "面积"],
        "modifiers": ["市级以上", "省级", "规模以上工业"],
        "endings": ["量", "投资"],
        "kinds": ["行业", "企业", "业"],
        "sorts": ["行业"],
        "ends": ["肉"],
        "extents": ["面积"],
        "pairs": {"城乡": ["城镇", "农村"]},
        "parallels": [["出口", "进口"], ["城镇", "农村"]],
        "numbered": "(?P<lead>第?)(?P<numbers>[一二三](?:、[一二三])+)",
    },
    ["养殖", "开发"],
)


def items(*texts: str) -> list[Filler]:
    out, at = [], 0
    for text in texts:
        out.append(Filler(((at, at + len(text)),), text))
        at += len(text) + 1
    return out


def texts(*given: str) -> list[str]:
    return [f.text for f in SHARING.restore(items(*given))]


def test_a_head_left_out_is_restored_to_every_item() -> None:
    assert texts("采矿业", "制造业增加值") == ["采矿业增加值", "制造业增加值"]


def test_bare_items_behind_measured_ones_take_the_head() -> None:
    assert texts("原煤日产量", "焦炭", "生铁销售额") == ["原煤日产量", "焦炭销售额", "生铁销售额"]
    assert texts("焦炭", "原煤日产量", "生铁销售额") == ["焦炭", "原煤日产量", "生铁销售额"]


def test_what_stands_before_a_word_that_all_begin_with_is_of_all() -> None:
    assert texts("邮政业业务量", "业务投资") == ["邮政业业务量", "邮政业业务投资"]
    assert texts("食品加工业", "食品制造业增加值") == ["食品加工业增加值", "食品制造业增加值"]


def test_a_restored_head_is_a_piece_of_its_own() -> None:
    first, _ = SHARING.restore(items("采矿业", "制造业增加值"))
    assert first.spans == ((0, 3), (7, 10))


def test_the_head_begins_behind_what_kind_of_thing_each_item_is() -> None:
    assert texts("采矿业", "软件业用电量") == ["采矿业用电量", "软件业用电量"]
    assert texts("采矿业", "软件业新增用电量") == ["采矿业新增用电量", "软件业新增用电量"]


def test_a_kind_that_the_last_item_alone_names_is_that_of_all() -> None:
    assert texts("医药", "建材行业销售额") == ["医药行业销售额", "建材行业销售额"]
    assert texts("国有", "私营企业投资") == ["国有企业投资", "私营企业投资"]
    assert texts("冶金", "建材行业") == ["冶金行业", "建材行业"]


def test_an_item_that_begins_with_another_shares_its_last_word_alone() -> None:
    assert texts("工业", "农业", "工业技改销售额") == ["工业销售额", "农业销售额", "工业技改销售额"]


def test_items_of_one_character_share_the_last_one_where_it_is_a_noun_by_itself() -> None:
    assert [f.text for f in SHARING.restore(items("牛", "羊", "鸡肉产量"), "产量")] == [
        "牛肉产量",
        "羊肉产量",
        "鸡肉产量",
    ]
    assert [f.text for f in SHARING.restore(items("牛", "羊", "家禽产量"), "产量")] == ["牛产量", "羊产量", "家禽产量"]


def test_a_modifier_of_the_first_item_holds_for_the_others() -> None:
    assert texts("市级以上技术中心", "设计中心") == ["市级以上技术中心", "市级以上设计中心"]


def test_items_with_heads_of_their_own_stay() -> None:
    assert texts("工业增加值", "商品销售额") == ["工业增加值", "商品销售额"]
    assert texts("省级工厂", "市级以上园区") == ["省级工厂", "市级以上园区"]


def test_a_verb_in_front_of_an_extent_belongs_to_the_head() -> None:
    assert texts("海参", "鲍鱼养殖面积") == ["海参养殖面积", "鲍鱼养殖面积"]


def test_words_that_mirror_each_other_share_what_stands_around_them() -> None:
    assert texts("整体出口", "进口货值") == ["整体出口货值", "整体进口货值"]
    assert texts("城镇", "农村居民人均收入") == ["城镇居民人均收入", "农村居民人均收入"]
    assert texts("出口", "进口") == ["出口", "进口"]


def test_the_last_word_is_the_head_where_it_says_what_is_measured() -> None:
    assert [f.text for f in SHARING.restore(items("烟尘", "二氧化硫排放量"), "排放量")] == [
        "烟尘排放量",
        "二氧化硫排放量",
    ]
    assert [f.text for f in SHARING.restore(items("桥梁", "码头"), "码头")] == ["桥梁", "码头"]


def test_a_modifier_is_not_shared_by_another_indicator() -> None:
    assert texts("规模以上工业增加值", "固定资产投资") == ["规模以上工业增加值", "固定资产投资"]


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("第一、二、三产业增加值", 3, ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("城乡居民收入", 2, ["城镇居民收入", "农村居民收入"]),
        ("第一、二产业增加值", 3, None),
        ("工业增加值", 2, None),
    ],
)
def test_one_phrase_that_names_several_is_told_apart(text: str, count: int, expected: list[str] | None) -> None:
    apart = SHARING.told_apart(items(text)[0], count)
    assert (None if apart is None else [f.text for f in apart]) == expected


@pytest.mark.parametrize("alone", ["增加值", "制造业增加值", "其他"])
def test_one_item_is_no_list(alone: str) -> None:
    assert texts(alone) == [alone]


@given(st.lists(st.integers()), st.lists(st.integers()))
def test_lists_of_different_length_are_never_paired(left: list[int], right: list[int]) -> None:
    pairs = zipped(left, right)
    assert (pairs is None) == (len(left) != len(right))
    if pairs is not None:
        assert pairs == list(zip(left, right, strict=True))

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Filler
from extract.engine.lists import Sharing, zipped

SHARING = Sharing.compile(["增加值", "销售额"], ["市级以上", "省级"])


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


def test_a_restored_head_is_a_piece_of_its_own() -> None:
    first, _ = SHARING.restore(items("采矿业", "制造业增加值"))
    assert first.spans == ((0, 3), (7, 10))


def test_a_modifier_of_the_first_item_holds_for_the_others() -> None:
    assert texts("市级以上技术中心", "设计中心") == ["市级以上技术中心", "市级以上设计中心"]


def test_items_with_heads_of_their_own_stay() -> None:
    assert texts("工业增加值", "商品销售额") == ["工业增加值", "商品销售额"]
    assert texts("省级工厂", "市级以上园区") == ["省级工厂", "市级以上园区"]


@pytest.mark.parametrize("alone", ["增加值", "制造业增加值", "其他"])
def test_one_item_is_no_list(alone: str) -> None:
    assert texts(alone) == [alone]


@given(st.lists(st.integers()), st.lists(st.integers()))
def test_lists_of_different_length_are_never_paired(left: list[int], right: list[int]) -> None:
    pairs = zipped(left, right)
    assert (pairs is None) == (len(left) != len(right))
    if pairs is not None:
        assert pairs == list(zip(left, right, strict=True))

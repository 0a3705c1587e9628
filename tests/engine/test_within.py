"""Figures inside a noun phrase: which ones are measured, or how many of them together."""

from __future__ import annotations

from extract.data import Dimension, Label, Quantity
from extract.engine import within
from extract.engine.coding import SINGLE

from .sentences import COUNT, MONEY, coded, where

HEADS = frozenset({"产值", "率"})
OPENERS = frozenset({"等"})
Words = tuple[tuple[str, str | Label | Quantity], ...]


def group(*words: tuple[str, str | Label | Quantity]) -> bool:
    code = coded(*words)
    return within.group(code, where(code, SINGLE[Dimension.COUNT]), len(code.text), HEADS, OPENERS)


class TestGroups:
    def test_a_number_at_the_front_of_what_its_things_have_together(self) -> None:
        assert group(("21家", COUNT), ("重点", "n"), ("园区", "n"), ("产值", "n"))

    def test_behind_a_name_or_the_word_that_ends_a_list(self) -> None:
        assert group(("大连", Label.PLACE), ("21家", COUNT), ("工厂", "n"), ("产值", "n"))
        assert group(("甲厂", "n"), ("等", "u"), ("21家", COUNT), ("工厂", "n"), ("产值", "n"))

    def test_not_behind_a_noun_which_it_counts_itself(self) -> None:
        assert not group(("工厂", "n"), ("21家", COUNT), ("工业", "n"), ("产值", "n"))

    def test_not_where_nothing_is_measured(self) -> None:
        assert not group(("21家", COUNT), ("重点", "n"), ("园区", "n"))

    def test_not_across_an_item_mark(self) -> None:
        assert not group(("21家", COUNT), ("工厂", "n"), ("、", "x"), ("园区", "n"), ("产值", "n"))

    def test_not_where_the_measure_stands_alone(self) -> None:
        assert not group(("21家", COUNT), ("产值", "n"))


def test_a_threshold_stands_right_before_its_noun() -> None:
    code = coded(("亿元以上", MONEY), ("项目", "n"), ("、", "x"))
    assert within.threshold(code, 0, len(code.text), {"以上"})
    assert not within.threshold(coded(("亿元以上", MONEY), ("、", "x"), ("项目", "n")), 0, 4, {"以上"})

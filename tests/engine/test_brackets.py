"""Brackets of a coded sentence, crossed whole."""

from __future__ import annotations

from extract.engine.brackets import closing, opening

from .sentences import COUNT, coded, where

PORT = (("港口", "n"), ("（", "x"), ("海", "n"), ("河", "n"), ("）", "x"), ("运量", "n"))


def test_each_mark_finds_its_other() -> None:
    code = coded(*PORT)
    assert opening(code, where(code, "）"), 0) == where(code, "（")
    assert closing(code, where(code, "（")) == where(code, "）") + 1


def test_not_below_the_floor_and_not_where_there_is_none() -> None:
    code = coded(*PORT)
    assert opening(code, where(code, "）"), where(code, "海")) is None
    assert closing(coded(("（", "x"), ("海", "n")), 0) is None


def test_a_figure_in_a_bracket_bars_the_way_but_not_in_a_quotation() -> None:
    barred = coded(("（", "x"), ("含", "v"), ("21家", COUNT), ("）", "x"))
    quoted = coded(("“", "x"), ("21家", COUNT), ("”", "x"))
    assert opening(barred, where(barred, "）"), 0) is None
    assert opening(quoted, where(quoted, "”"), 0) == 0


def test_an_amount_alone_in_a_bracket_is_that_of_the_item_before_and_is_crossed() -> None:
    alone = coded(("团客", "n"), ("（", "x"), ("21家", COUNT), ("）", "x"))
    described = coded(("团客", "n"), ("（", "x"), ("含", "v"), ("21家", COUNT), ("）", "x"))
    assert opening(alone, where(alone, "）"), 0) == where(alone, "（")
    assert opening(described, where(described, "）"), 0) is None

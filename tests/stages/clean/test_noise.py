"""What no writer wrote is left out, and what stands between it keeps its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import CleanText
from extract.engine.offsets import begin
from extract.stages.clean.noise import drop_noise, is_noise

Clean = Callable[[str], CleanText]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("渔港经济(jì)增长5.1%。", "渔港经济增长5.1%。"),
        ("渔港经济（jīng jì）增长5.1%。", "渔港经济增长5.1%。"),
        ("鹽場(chǎng)開工，漁港卸下海蝦。", "盐场开工，渔港卸下海虾。"),
        ("盐场（chǎng）和渔港(gǎng)。", "盐场和渔港。"),
        ("????一是盐场开工。", "一是盐场开工。"),
    ],
)
def test_pronunciations_and_lost_spaces_vanish(clean: Clean, raw: str, text: str) -> None:
    assert clean(raw).text == text


@pytest.mark.parametrize(
    "raw", ["地区生产总值（GDP）增长。", "岸线长（km）三百。", "盐场开工了吗？", "产品（pro版）上市。"]
)
def test_brackets_that_are_no_pronunciation_stay(clean: Clean, raw: str) -> None:
    assert clean(raw).text == raw


@pytest.mark.parametrize("line", ["~~~ ｜ .. ,,", "l|lI ·· 、", "^^ @@ —— 。。", "口口口", "□□□□"])
def test_a_line_of_signs_is_left_out(clean: Clean, line: str) -> None:
    assert (
        clean(f"盐场开工，产量很高。\n{line}\n渔港也开工了，很热闹。").text
        == "盐场开工，产量很高。\n渔港也开工了，很热闹。"
    )


@pytest.mark.parametrize("line", ["5.1%", "。", "盐场！！！", "（1）", "-3.5℃", "A股", "盐场……"])
def test_a_line_with_words_or_figures_is_none(line: str) -> None:
    assert not is_noise(line)


def test_a_figure_behind_a_pronunciation_keeps_its_place() -> None:
    raw = "漁港(gǎng)增產５％。"
    traced = drop_noise(begin(raw))
    at = traced.text.index("５")
    low, high = traced.offsets().raw(at, at + 2)
    assert raw[low:high] == "５％"


@given(st.text("盐场漁港5%，。(（jì)） \n?", max_size=40))
def test_what_is_left_is_in_its_order(raw: str) -> None:
    traced = drop_noise(begin(raw))
    assert all(raw[low] == char for low, char in zip(traced.starts, traced.text, strict=True))

"""Times that 分别 deals out to the figures of a list."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

Y2031, Y2032, Y2033 = ((f"{year}-01-01", f"{year}-12-31") for year in (2031, 2032, 2033))


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2031—2033年全市财政收入分别为31亿元、42亿元和55亿元。", [Y2031, Y2032, Y2033]),
        ("2031年、2032年和2033年，全市财政收入分别为31亿元、42亿元和55亿元。", [Y2031, Y2032, Y2033]),
        (
            "2031年、2032年和2033年上半年，全市财政收入分别为31亿元、42亿元和25亿元。",
            [Y2031, Y2032, ("2033-01-01", "2033-06-30")],
        ),
        (
            "2031年末、2032年末全市存款余额分别为31亿元、42亿元。",
            [("2031-12-31", "2031-12-31"), ("2032-12-31", "2032-12-31")],
        ),
        (
            "2031年一、二季度全市用电量分别增长3%、4%。",
            [("2031-01-01", "2031-03-31"), ("2031-04-01", "2031-06-30")],
        ),
    ],
)
def test_each_figure_has_the_time_of_its_place(pipeline: Pipeline, text: str, periods: list[tuple[str, str]]) -> None:
    assert column(facts(pipeline, text), "period") == periods


def test_a_second_list_under_the_same_years_has_them_too(pipeline: Pipeline) -> None:
    text = "2031年至2032年，园区分别完成产值31亿元、42亿元，年均增长24%；分别完成工业销售50亿元、63亿元。"
    found = facts(pipeline, text)
    assert column(found, "period") == [Y2031, Y2032, ("2031-01-01", "2032-12-31"), Y2031, Y2032]


def test_as_many_figures_behind_go_on_about_the_same_times(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "2031年、2032年全市财政收入分别为31亿元、42亿元，同比增长3%、4%。")
    assert column(rows, "measure", "period") == [
        ("level", Y2031), ("level", Y2032), ("growth", Y2031), ("growth", Y2032),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "2031—2033年，全市工业产值、出口额、用电量分别增长3%、4%和5%。",
        "2031年1—3月，海川、云岭、青岚三县产值分别增长3%、4%和5%。",
        "2031—2033年全市财政收入分别为31亿元、42亿元。",
        "2031年上半年，个人业务收入分别增长3%、4%。",
    ],
)
def test_figures_of_several_things_or_of_other_number_share_their_time(pipeline: Pipeline, text: str) -> None:
    assert len(set(column(facts(pipeline, text), "period"))) == 1

"""What a change is measured against."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Period
from extract.pipeline import Pipeline
from extract.stages.resolve.basis import period_code

from .reading import column, facts


def bases(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, published="2024-04-20"), "basis")


@pytest.mark.parametrize(
    ("base", "basis"),
    [
        ("同比", "yoy"),
        ("比上年", "yoy"),
        ("比去年同期", "yoy"),
        ("环比", "mom"),
        ("比上月", "mom"),
        ("比2020年", "2020"),
        ("比2022年一季度", "2022-Q1"),
        ("比2022年5月", "2022-05"),
        ("比2022年1月至2月", "2022-01/2022-02"),
        ("比2023年末", "2023-12"),
        ("比2023年5月1日", "2023-05-01"),
        ("较上年末", "2023-12"),
        ("较去年下半年", "2023-07/2023-12"),
        ("比“十三五”末", "2020"),
        ("较2019年同期", "2019"),
        ("较年初", "2024-01"),
        ("", None),
    ],
)
def test_a_base_has_its_code(pipeline: Pipeline, base: str, basis: str | None) -> None:
    assert bases(pipeline, f"全市出口额{base}增长4%。") == [basis]


def test_an_absolute_change_has_one_too(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市出口额比上年多17亿元。")
    assert column(rows, "measure", "basis") == [("increment", "yoy")]


class TestInTheClause:
    @pytest.mark.parametrize(
        ("clause", "basis"),
        [
            ("同比大幅增长4%", "yoy"),
            ("环比由降转升，上涨0.4%", None),
            ("环比转为上涨0.4%", "mom"),
            ("按年率计算增长4%", None),
            ("较2023年设立之初增长4%", "2023"),
            ("比“十二五”时期增长4%", "2011/2015"),
        ],
    )
    def test_a_basis_apart_from_the_verb(self, pipeline: Pipeline, clause: str, basis: str | None) -> None:
        assert bases(pipeline, f"全市出口额{clause}。") == [basis]

    def test_a_bracket_says_nothing_of_it(self, pipeline: Pipeline) -> None:
        text = "全市工业投资增长5%，增幅较2023年（-3%）提高4个百分点。"
        assert bases(pipeline, text)[-1] == "2023"

    def test_a_forecast_of_another_month_is_none(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "全市出口额比1月预测的增速增长4%。") == [None]


class TestShared:
    @pytest.mark.parametrize("text", ["全市出口额同比增长5%，进口额增长4%。", "全市出口额同比增长5%（进口额增长4%）。"])
    def test_a_list_or_bracket_shares_it(self, pipeline: Pipeline, text: str) -> None:
        assert bases(pipeline, text) == ["yoy", "yoy"]

    def test_another_sentence_does_not(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "全市出口额同比增长5%。全市用电量增长4%。") == ["yoy", None]

    def test_a_change_of_another_kind_shares_it_too(self, pipeline: Pipeline) -> None:
        text = "全市出口额同比增长5%，占比提高2个百分点；粮食面积比上年增加3万亩，总产量增长4%。"
        assert set(bases(pipeline, text)) - {"yoy"} == set()

    def test_the_last_of_a_list_may_name_it(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "林业产值增长5%；渔业产值同比增长2%。") == ["yoy", "yoy"]

    def test_an_average_of_several_years_has_none(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "全市出口额同比增长5%，两年平均增长3%。") == ["yoy", None]

    def test_a_base_year_is_the_figure_s_own(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "全市出口额比2020年增长4%，进口额增长5%。") == ["2020", None]

    def test_a_gap_has_the_basis_of_the_figure_compared(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市出口额同比增长5.1%，高于全国1.5个百分点。")
        assert column(rows, "measure", "basis", "reference") == [("growth", "yoy", None), ("gap", "yoy", "全国")]


class TestDeclared:
    def test_a_text_says_it_once_for_all_that_follows(self, pipeline: Pipeline) -> None:
        text = "全市出口额比去年同期（下同）增长5%。进口额增长4%。能耗较2020年下降3%。"
        assert bases(pipeline, text) == ["yoy", "yoy", "2020"]

    def test_a_currency_declared_so_is_none(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "全市出口额5亿元（人民币，下同）。全市进口额增长4%。")[-1] is None

    def test_a_bracket_may_say_that_all_growth_is_so(self, pipeline: Pipeline) -> None:
        text = "全市出口额5亿元，增长（以下如无特别说明，均为同比增速）5%。进口额4亿元，增长3%。"
        assert bases(pipeline, text)[-1] == "yoy"

    def test_the_base_declared_may_be_a_year(self, pipeline: Pipeline) -> None:
        text = "全市出口额比2022年同口径（下同）增长5%。进口额增长3%。"
        assert bases(pipeline, text) == ["2022", "2022"]


class TestADifferenceInPerCent:
    def test_a_growth_right_behind_a_difference_is_against_the_same(self, pipeline: Pipeline) -> None:
        text = "2022年末，粮库库存90万吨，比年初增加6万吨，增长7%；比上年同期减少3万吨，下降3%。"
        assert bases(pipeline, text)[1:] == ["2022-01", "2022-01", "yoy", "yoy"]

    def test_ten_days_against_the_ten_before(self, pipeline: Pipeline) -> None:
        text = "3月上旬，粮库库存90万吨，比上一旬增加6万吨，增长7%；比去年同期减少3万吨，下降3%。"
        assert bases(pipeline, text)[2:] == ["mom", "yoy", "yoy"]


class TestInAClauseOfItsOwn:
    def test_a_side_from_which_it_is_looked_at(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "从环比看，全市出口额增长1.6%。") == ["mom"]

    def test_a_comparison(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "3月，全市出口额500万元（与去年3月比较，亦下跌5%）。")[-1] == "yoy"
        assert bases(pipeline, "与2022年比较，全市出口额上升6%，进口额上升4%。") == ["2022", "2022"]

    def test_the_beginning_of_the_year_that_is_spoken_of(self, pipeline: Pipeline) -> None:
        assert bases(pipeline, "2022年末，存款余额50亿元，比年初增加4亿元。")[-1] == "2022-01"


DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(st.integers(1990, 2040))
def test_a_year_a_quarter_and_a_month_have_short_codes(year: int) -> None:
    assert period_code(Period(date(year, 1, 1), date(year, 12, 31))) == f"{year}"
    assert period_code(Period(date(year, 4, 1), date(year, 6, 30))) == f"{year}-Q2"
    assert period_code(Period(date(year, 5, 1), date(year, 5, 31))) == f"{year}-05"


@given(DAYS, st.integers(0, 800))
def test_different_closed_periods_have_different_codes(start: date, days: int) -> None:
    period, longer = Period(start, start + timedelta(days)), Period(start, start + timedelta(days + 1))
    assert period_code(period) is not None
    assert period_code(period) != period_code(longer) or period.end is None


def test_an_open_period_has_none() -> None:
    assert period_code(Period(None, None)) is None
    assert period_code(Period(date(2020, 1, 1), None)) is None
    assert period_code(Period(None, date(2020, 12, 31))) == "2020"

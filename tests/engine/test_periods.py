"""Time expressions: found in text, resolved against what is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Period, TimeKind
from extract.engine.periods import Reference

from .grammar import GRAMMAR, PUBLISHED, TIMES, resolve, span


@pytest.mark.parametrize("row", TIMES["forms"], ids=lambda row: row["example"])
def test_every_form_s_example_is_found(row: dict[str, Any]) -> None:
    assert any(row["example"][e.start : e.end] for e in GRAMMAR.find(row["example"]))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022年", "2022-01-01", "2022-12-31"),
        ("二〇二三年", "2023-01-01", "2023-12-31"),
        ("2022年度", "2022-01-01", "2022-12-31"),
        ("22年3月", "2022-03-01", "2022-03-31"),
        ("民国112年", "2023-01-01", "2023-12-31"),
        ("1—9月", "2025-01-01", "2025-09-30"),
        ("1至9月份", "2025-01-01", "2025-09-30"),
        ("元月", "2025-01-01", "2025-01-31"),
        ("元月至9月", "2025-01-01", "2025-09-30"),
        ("元至十月份", "2025-01-01", "2025-10-31"),
        ("2024年元月5日", "2024-01-05", "2024-01-05"),
        ("一季度", "2025-01-01", "2025-03-31"),
        ("第三季度", "2025-07-01", "2025-09-30"),
        ("前三季度", "2025-01-01", "2025-09-30"),
        ("二、三季度", "2025-04-01", "2025-09-30"),
        ("前11个月", "2025-01-01", "2025-11-30"),
        ("上半年", "2025-01-01", "2025-06-30"),
        ("2024年下半年", "2024-07-01", "2024-12-31"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("3月底", "2025-03-31", "2025-03-31"),
        ("3月上旬", "2025-03-01", "2025-03-10"),
        ("3月5日", "2025-03-05", "2025-03-05"),
        ("2月3日-9日", "2025-02-03", "2025-02-09"),
        ("3月5日至4月10日", "2025-03-05", "2025-04-10"),
        ("2021—2025年", "2021-01-01", "2025-12-31"),
        ("2020至2023年", "2020-01-01", "2023-12-31"),
        ("2024年10月至2025年3月", "2024-10-01", "2025-03-31"),
        ("去年12月至今年2月", "2024-12-01", "2025-02-28"),
        ("2013-14年度", "2013-04-01", "2014-03-31"),
        ("2024年春季", "2024-03-01", "2024-05-31"),
        ("20世纪90年代", "1990-01-01", "1999-12-31"),
        ("2025-02-05", "2025-02-05", "2025-02-05"),
        ("2024年10月15日上午9时30分", "2024-10-15", "2024-10-15"),
    ],
)
def test_calendar_expressions(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021H1", "2021-01-01", "2021-06-30"),
        ("21H2", "2021-07-01", "2021-12-31"),
        ("1H21", "2021-01-01", "2021-06-30"),
        ("2021年H1", "2021-01-01", "2021-06-30"),
        ("21Q3", "2021-07-01", "2021-09-30"),
        ("3Q2021", "2021-07-01", "2021-09-30"),
        ("2022Q1-Q3", "2022-01-01", "2022-09-30"),
        ("FY2021", "2021-01-01", "2021-12-31"),
        ("FY22", "2022-01-01", "2022-12-31"),
        ("2026E", "2026-01-01", "2026-12-31"),
    ],
)
def test_periods_as_analysts_write_them(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


def test_a_quarter_by_its_letter_alone_stands_before_a_result() -> None:
    surface, period = resolve("Q3营收")
    assert (surface, str(period.start)) == ("Q3", "2025-07-01")
    assert not GRAMMAR.find("奥迪Q3销量3万辆")
    assert not GRAMMAR.find("型号21Q3A")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("今年", "2025-01-01", "2025-12-31"),
        ("去年", "2024-01-01", "2024-12-31"),
        ("年内", "2025-01-01", "2025-12-31"),
        ("年初", "2025-01-01", "2025-01-31"),
        ("年底", "2025-12-31", "2025-12-31"),
        ("本月", "2025-01-01", "2025-01-31"),
        ("上月", "2024-12-01", "2024-12-31"),
        ("今天", "2025-01-15", "2025-01-15"),
        ("昨天", "2025-01-14", "2025-01-14"),
        ("上周五", "2025-01-10", "2025-01-10"),
        ("上季度", "2024-10-01", "2024-12-31"),
        ("近三年", "2022-01-15", "2025-01-15"),
        ("三年来", "2022-01-15", "2025-01-15"),
        ("未来五年", "2025-01-01", "2029-12-31"),
        ("十年前", "2015-01-01", "2015-12-31"),
    ],
)
def test_relative_expressions_need_the_publication(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)
    assert span(text, Reference()) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020年以来", "2020-01-01", "2025-01-15"),
        ("今年以来", "2025-01-01", "2025-01-15"),
        ("去年12月至今", "2024-12-01", "2025-01-15"),
        ("2030年前", None, "2030-12-31"),
        ("年底前", None, "2025-12-31"),
        ("5月1日起", "2025-05-01", None),
        ("截至2022年底", "2022-12-31", "2022-12-31"),
        ("截至6月末", "2025-06-30", "2025-06-30"),
    ],
)
def test_open_ends(text: str, start: str | None, end: str | None) -> None:
    assert span(text) == (start, end)


def test_since_ends_nowhere_where_the_publication_is_unknown() -> None:
    assert span("2020年以来", Reference()) == ("2020-01-01", None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("“十四五”期间", "2021-01-01", "2025-12-31"),
        ("十三五时期", "2016-01-01", "2020-12-31"),
        ("“十二五”末", "2015-12-31", "2015-12-31"),
        ("“十五五”开局之年", "2026-01-01", "2026-12-31"),
        ("“十四五”以来", "2021-01-01", "2025-01-15"),
    ],
)
def test_plan_periods(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("春节", "2025-01-29", "2025-01-29"),
        ("2024年春节假期", "2024-02-10", "2024-02-17"),
        ("五一假期", "2025-05-01", "2025-05-05"),
        ("国庆假期", "2025-10-01", "2025-10-08"),
        ("清明", "2025-04-04", "2025-04-04"),
        ("2024年冬至", "2024-12-21", "2024-12-21"),
        ("中秋节", "2025-10-06", "2025-10-06"),
        ("正月初二", "2025-01-30", "2025-01-30"),
    ],
)
def test_holidays_take_their_calendar_dates(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("目前", TimeKind.NOW),
        ("截至目前", TimeKind.NOW),
        ("日前", TimeKind.RECENT),
        ("近年来", TimeKind.RECENT),
        ("当时", TimeKind.PART),
        ("上午9时", TimeKind.PART),
    ],
)
def test_kinds(text: str, kind: TimeKind) -> None:
    assert resolve(text)[1].kind is kind


def test_now_is_the_day_of_publication_or_unknown() -> None:
    assert span("目前") == ("2025-01-15", "2025-01-15")
    assert span("目前", Reference()) == (None, None)


def test_a_date_without_a_year_takes_its_sentence_s_year_then_the_text_s() -> None:
    assert span("3月", Reference(published=date(2025, 1, 15), sentence_year=2022)) == ("2022-03-01", "2022-03-31")
    assert span("3月", Reference(text_year=2023)) == ("2023-03-01", "2023-03-31")
    assert span("3月", Reference()) == (None, None)


def test_the_same_stretch_of_another_year() -> None:
    known = Reference(date(2025, 5, 1), sentence_year=2025, sentence_period=Period(date(2025, 1, 1), date(2025, 3, 31)))
    assert span("上年同期", known) == ("2024-01-01", "2024-03-31")


@pytest.mark.parametrize(
    "text",
    [
        "工期3年",
        "历时90天",
        "3点建议",
        "每周一次",
        "以上年龄段",
        "实现有效衔接",
        "“十四五”规划",
        "3000年历史",
        "党的十八大",
        "10家企业",
        "上涨30.5点",
        "比分3:1",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert GRAMMAR.find(text) == []


@given(st.text(alphabet="0123456789年月日前后至到—-一二三四五十上下半季度今去来末底初时点分:：“”以第个 ", max_size=50))
def test_expressions_are_ordered_and_disjoint_and_resolve(text: str) -> None:
    at = 0
    for expression in GRAMMAR.find(text):
        assert at <= expression.start < expression.end <= len(text)
        at = expression.end
        period = GRAMMAR.resolve(expression, PUBLISHED)
        assert period.start is None or isinstance(period.start, date)


@pytest.mark.parametrize("text", ["1月25日至1月21日", "2025年至2021年", "2026年3月1日以来"])
def test_what_would_end_before_it_starts_is_unknown(text: str) -> None:
    _, period = resolve(text)
    assert (period.start, period.end) == (None, None)

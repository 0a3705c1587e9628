"""Further forms of time expressions: parts counted off, offsets, eras, the lunar calendar, fiscal years, ranges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Period, TimeKind
from extract.engine.periods import Reference
from extract.engine.periods.parts import Part, part_of

from .grammar import GRAMMAR, PUBLISHED, resolve, span

MAY = Reference(published=date(2025, 5, 20))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("零六年", "2006-01-01", "2006-12-31"),
        ("四八年", "1948-01-01", "1948-12-31"),
        ("三一年", "2031-01-01", "2031-12-31"),
        ("三九年", "1939-01-01", "1939-12-31"),
        ("39年3月", "2039-03-01", "2039-03-31"),
        ("2023前三季度", "2023-01-01", "2023-09-30"),
        ("2023上半年", "2023-01-01", "2023-06-30"),
        ("2023第二季度", "2023-04-01", "2023-06-30"),
        ("2023年Q3", "2023-07-01", "2023-09-30"),
        ("2023年H2", "2023-07-01", "2023-12-31"),
        ("23Q1末", "2023-03-31", "2023-03-31"),
        ("23H1", "2023-01-01", "2023-06-30"),
        ("4Q23", "2023-10-01", "2023-12-31"),
        ("1H2023", "2023-01-01", "2023-06-30"),
        ("2023Q3", "2023-07-01", "2023-09-30"),
        ("3Q23", "2023-07-01", "2023-09-30"),
        ("2H2023", "2023-07-01", "2023-12-31"),
        ("截至2023年6月底止首季", "2023-04-01", "2023-06-30"),
        ("九七年一季度", "1997-01-01", "1997-03-31"),
        ("18年十月至十一月", "2018-10-01", "2018-11-30"),
        ("2013.03", "2013-03-01", "2013-03-31"),
        ("10月22", "2025-10-22", "2025-10-22"),
        ("12月月底", "2025-12-31", "2025-12-31"),
        ("2024年内", "2024-01-01", "2024-12-31"),
        ("二零二二年伊始", "2022-01-01", "2022-01-31"),
        ("前年9月2号左右", "2023-09-02", "2023-09-02"),
        ("首10个月", "2025-01-01", "2025-10-31"),
        ("首季", "2025-01-01", "2025-03-31"),
        ("第三季", "2025-07-01", "2025-09-30"),
        ("18世纪", "1700-01-01", "1799-12-31"),
        ("本世纪初", None, None),
    ],
)
def test_ways_to_write_the_calendar(text: str, start: str | None, end: str | None) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("上两个月", "2025-03-01", "2025-04-30"),
        ("下两个季度", "2025-07-01", "2025-12-31"),
        ("前三天", "2025-05-17", "2025-05-19"),
        ("后三天", "2025-05-21", "2025-05-23"),
        ("前一个月", "2025-04-01", "2025-04-30"),
        ("之前两个月", "2025-03-01", "2025-04-30"),
        ("往后一周", "2025-05-21", "2025-05-27"),
        ("后一年", "2025-05-21", "2026-05-20"),
        ("明天的往后三天", "2025-05-22", "2025-05-24"),
        ("春天", "2025-03-01", "2025-05-31"),
        ("冬季", "2025-12-01", "2026-02-28"),
        ("去冬", "2024-12-01", "2025-02-28"),
        ("明年夏天", "2026-06-01", "2026-08-31"),
        ("下一个国庆节", "2025-10-01", "2025-10-01"),
        ("下一个春节", "2026-02-17", "2026-02-17"),
        ("上个中秋节", "2024-09-17", "2024-09-17"),
        ("五一", "2025-05-01", "2025-05-01"),
        ("2024年后三个月", "2024-10-01", "2024-12-31"),
        ("2024年后两个季度", "2024-07-01", "2024-12-31"),
        ("1996到98年", "1996-01-01", "1998-12-31"),
        ("1985到89年9月", "1985-01-01", "1989-09-30"),
        ("2019.05-2021.03", "2019-05-01", "2021-03-31"),
        ("2008.03-2009", "2008-03-01", "2009-12-31"),
        ("半年后", "2025-11-01", "2025-11-30"),
        ("两年半以前", "2022-11-01", "2022-11-30"),
        ("一个半月后", "2025-07-05", "2025-07-05"),
        ("三日后", "2025-05-23", "2025-05-23"),
        ("过两天", "2025-05-22", "2025-05-22"),
        ("全天", "2025-05-20", "2025-05-20"),
        ("农历八月初八", "2025-09-29", "2025-09-29"),
        ("农历2013年八月八日", "2013-09-12", "2013-09-12"),
        ("十二月二十", "2025-12-20", "2025-12-20"),
        ("开元二年", "0714-01-01", "0714-12-31"),
        ("二十几年前", None, None),
        ("第四季度首月", "2025-10-01", "2025-10-31"),
    ],
)
def test_families_counted_from_the_publication(text: str, start: str | None, end: str | None) -> None:
    assert span(text, MAY) == (start, end)


@pytest.mark.parametrize(
    "text", ["开幕后三天", "五一路", "十五一个", "全天候服务", "春季运动会", "两日前后", "经过两天"]
)
def test_what_only_sounds_like_one_of_them(text: str) -> None:
    assert GRAMMAR.find(text) == []


@pytest.mark.parametrize("text", ["15年", "98年", "七八年", "三五年", "两年"])
def test_two_digits_and_neighbours_count_years(text: str) -> None:
    assert GRAMMAR.find(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("从2016年到2018年", "2016-01-01", "2018-12-31"),
        ("1995 - 1997年", "1995-01-01", "1997-12-31"),
        ("自2020-05-26起至2020-05-29止", "2020-05-26", "2020-05-29"),
        ("2007年与2009年间", "2007-01-01", "2009-12-31"),
        ("2022、2023和2024年", "2022-01-01", "2024-12-31"),
        ("2021年和2022年", "2021-01-01", "2022-12-31"),
        ("本月三号到下月5号", "2025-01-03", "2025-02-05"),
        ("除夕到大年初三", "2025-01-28", "2025-01-31"),
        ("截至2024年9月30日止六个月", "2024-04-01", "2024-09-30"),
        ("截至2024年3月底止年度", "2023-04-01", "2024-03-31"),
        ("截至2024年6月30日止半年", "2024-01-01", "2024-06-30"),
    ],
)
def test_ranges(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


def test_years_that_are_no_neighbours_are_two_times() -> None:
    text = "2015年和2018年分别建成"
    assert [text[e.start : e.end] for e in GRAMMAR.find(text)] == ["2015年", "2018年"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("自5月1日起", "2025-05-01", None),
        ("自从2018年", "2018-01-01", "2025-01-15"),
        ("2010年1月4日或之前", None, "2010-01-04"),
        ("2015年1月1日及以后", "2015-01-01", None),
        ("2013年及以前", None, "2013-12-31"),
    ],
)
def test_ends_that_stay_open(text: str, start: str | None, end: str | None) -> None:
    assert span(text) == (start, end)


def test_since_may_stand_behind_what_happened() -> None:
    surface, period = resolve("自2024年3月全面推开以来")
    assert surface == "2024年3月"
    assert (period.start, period.end) == (date(2024, 3, 1), date(2025, 1, 15))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("四月第4周", "2025-04-28", "2025-05-04"),
        ("今年第二天", "2025-01-02", "2025-01-02"),
        ("2021年的第三个月", "2021-03-01", "2021-03-31"),
        ("2021年的前2周", "2021-01-04", "2021-01-17"),
        ("5月最后一天", "2025-05-31", "2025-05-31"),
        ("2019年最后3周", "2019-12-09", "2019-12-29"),
        ("今年倒数第364天", "2025-01-02", "2025-01-02"),
        ("十月的第一个星期一", "2025-10-06", "2025-10-06"),
        ("“五一”假期首日", "2025-05-01", "2025-05-01"),
    ],
)
def test_parts_counted_off(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@given(st.dates(date(1990, 1, 1), date(2040, 12, 1)), st.integers(1, 400), st.integers(1, 60))
def test_the_nth_day_of_a_period_lies_in_it_or_is_unknown(start: date, length: int, nth: int) -> None:
    whole = Period(start, start + timedelta(days=length - 1))
    found = part_of(whole, Part("day", nth))
    assert found.start == (start + timedelta(days=nth - 1) if nth <= length else None)
    last = part_of(whole, Part("day", nth, backwards=True))
    assert last.start == (whole.end - timedelta(days=nth - 1) if whole.end and nth <= length else None)


@given(st.dates(date(1990, 1, 1), date(2040, 12, 1)), st.integers(1, 8))
def test_weeks_begin_on_mondays_one_after_the_other(start: date, nth: int) -> None:
    whole = Period(start, start + timedelta(days=80))
    this, following = part_of(whole, Part("week", nth)), part_of(whole, Part("week", nth + 1))
    assert this.start is not None
    assert this.end is not None
    assert this.start.isoweekday() == 1
    assert following.start == this.end + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("上两个月", "2025-03-01", "2025-04-30"),
        ("下三周", "2025-05-26", "2025-06-15"),
        ("今明两年", "2025-01-01", "2026-12-31"),
        ("明后两天", "2025-05-21", "2025-05-22"),
        ("上半月", "2025-05-01", "2025-05-15"),
        ("上个半年", "2024-07-01", "2024-12-31"),
        ("上周末", "2025-05-17", "2025-05-18"),
        ("去年的今天", "2024-05-20", "2024-05-20"),
        ("未来十天", "2025-05-20", "2025-05-29"),
        ("今后三年", "2026-01-01", "2028-12-31"),
        ("今年年底", "2025-12-31", "2025-12-31"),
    ],
)
def test_counted_from_the_publication(text: str, start: str, end: str) -> None:
    assert span(text, MAY) == (start, end)


def test_coming_years_begin_with_this_one_early_in_it() -> None:
    assert span("今后三年", PUBLISHED) == ("2025-01-01", "2027-12-31")
    assert span("过去三年", PUBLISHED) == ("2022-01-01", "2024-12-31")


@pytest.mark.parametrize("text", ["三天后", "两周前", "4个月之后"])
def test_an_offset_is_counted_from_what_is_told_so_it_is_no_record_s_period(text: str) -> None:
    assert resolve(text)[1].kind is TimeKind.PART


def test_a_day_in_brackets_is_the_day_s_own() -> None:
    assert span("昨（14）日") == ("2025-01-14", "2025-01-14")
    assert span("今（15）日上午") == ("2025-01-15", "2025-01-15")


def test_an_offset_from_a_day_is_that_day_s() -> None:
    assert span("2月13日的三天后") == ("2025-02-16", "2025-02-16")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("光绪二十四年", "1898-01-01", "1898-12-31"),
        ("昭和元年", "1926-01-01", "1926-12-31"),
        ("民国103年第2季", "2014-04-01", "2014-06-30"),
        ("103年第2季", "2014-04-01", "2014-06-30"),
        ("112年底", "2023-12-31", "2023-12-31"),
    ],
)
def test_eras(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2012年正月初8", "2012-01-30", "2012-01-30"),
        ("1991年农历8月23号", "1991-09-30", "1991-09-30"),
        ("去年八月十五", "2024-09-17", "2024-09-17"),
        ("2021年正月", "2021-02-12", "2021-03-12"),
        ("农历元宵", "2025-02-12", "2025-02-12"),
        ("大年初三零时", "2025-01-31", "2025-01-31"),
        ("2024年母亲节", "2024-05-12", "2024-05-12"),
        ("2023年国庆黄金周", "2023-10-01", "2023-10-07"),
    ],
)
def test_the_lunar_calendar_and_moving_holidays(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


def test_the_twelfth_lunar_month_said_in_february_is_just_over() -> None:
    february = Reference(published=date(2025, 2, 10))
    assert span("腊月", february) == ("2024-12-31", "2025-01-28")


@pytest.mark.parametrize(
    ("text", "place", "start", "end"),
    [
        ("2023财年", None, "2023-01-01", "2023-12-31"),
        ("2023财年", "香港特别行政区", "2023-04-01", "2024-03-31"),
        ("2023财年", "美国", "2022-10-01", "2023-09-30"),
        ("2023财年上半年", "日本", "2023-04-01", "2023-09-30"),
        ("2023学年", None, "2023-09-01", "2024-08-31"),
        ("2013-14年度", "香港", "2013-04-01", "2014-03-31"),
    ],
)
def test_fiscal_years_are_the_place_s(text: str, place: str | None, start: str, end: str) -> None:
    assert span(text, Reference(place=place)) == (start, end)


def test_a_month_that_was_told_of() -> None:
    july = Reference(date(2025, 8, 12), paragraph_period=Period(date(2025, 7, 1), date(2025, 7, 31)))
    assert span("该月", july) == span("当月", july) == ("2025-07-01", "2025-07-31")
    assert span("本月", july) == ("2025-08-01", "2025-08-31")
    assert span("本月", july._replace(published=None)) == ("2025-07-01", "2025-07-31")
    assert span("2024年同月", july._replace(sentence_period=july.paragraph_period)) == ("2024-07-01", "2024-07-31")


def test_a_holiday_s_season_and_its_first_days() -> None:
    days_off = Reference(date(2025, 10, 9), holiday=Period(date(2025, 10, 1), date(2025, 10, 8)))
    assert span("假期前六天", days_off) == ("2025-10-01", "2025-10-06")
    assert span("2025年清明档") == ("2025-04-04", "2025-04-06")


def test_what_the_paragraph_speaks_of() -> None:
    july = Reference(date(2025, 8, 12), paragraph_period=Period(date(2025, 7, 1), date(2025, 7, 31)))
    assert span("月末", july) == ("2025-07-31", "2025-07-31")
    assert span("至此", july) == ("2025-07-31", "2025-07-31")
    assert span("同期", july) == ("2025-07-01", "2025-07-31")
    year = july._replace(paragraph_period=Period(date(2025, 1, 1), date(2025, 12, 31)))
    assert span("月底", year) == ("2025-08-31", "2025-08-31")


@pytest.mark.parametrize(
    "text",
    [
        "澜驰Q3车型",
        "H1N1病毒",
        "签下15年合约",
        "网上年货节",
        "线上线下年收益",
        "《星河》第二季",
        "出现在山谷",
        "两日前后",
        "“3·15”",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert GRAMMAR.find(text) == []


def test_the_number_of_an_item_is_no_part_of_its_time() -> None:
    assert resolve("6.7月工业生产平稳")[0] == "7月"
    assert GRAMMAR.find("产量6.7月度") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("该窑（738年—912年）出青瓷。", ["738年—912年"]),
        ("该塔建于849年。", ["849年"]),
        ("树龄小于849年。", []),
        ("该场20多年来种树。", ["20多年来"]),
        ("十余年来，产量提高。", ["十余年来"]),
    ],
)
def test_years_of_three_digits_and_years_counted_back(text: str, found: list[str]) -> None:
    assert [text[e.start : e.end] for e in GRAMMAR.find(text)] == found

"""The benchmark of figures: what counts as exact, what is set aside, and what is said where there is nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from benchmarks.figures import asides, numbers, times
from benchmarks.figures.__main__ import main
from benchmarks.figures.readings import Reading
from benchmarks.figures.spans import same_span
from benchmarks.figures.suites import Case, Expected, SuiteError, cases
from benchmarks.figures.verdicts import Aside, judge


def case(suite: str, text: str, surface: str, **row: Any) -> Case:
    start = text.index(surface)
    expected = Expected(start, start + len(surface), surface, row)
    return Case(suite, f"{suite}-1", text, (expected,), None, {"mode": row.pop("mode", "")})


def wrong(one: Case, *found: Reading) -> str:
    wanted = (times if one.about_time else numbers).wanted(one)
    assert not isinstance(wanted, Aside)
    return judge(one, wanted, found).wrong


def figure(start: int, end: int, value: str, unit: str | None = None, **more: Any) -> Reading:
    return Reading(start, end, "QUANTITY", Decimal(value), unit=unit, **more)


def test_the_same_value_at_the_same_place_is_exact() -> None:
    one = case("recognizers_number", "共有21个村", "21", value="21")
    assert wrong(one, figure(2, 5, "21", "个")) == ""
    assert wrong(one, figure(2, 5, "12", "个")) == "value 12"
    assert wrong(one) == "not read as a figure"


def test_a_share_is_a_percentage_here() -> None:
    one = case("minlp_fraction", "四分之三", "四分之三", value=0.75)
    assert wrong(one, figure(0, 4, "75", "%")) == ""
    assert wrong(one, figure(0, 4, "0.75")) != ""


def test_a_unit_must_agree() -> None:
    one = case("duckling_distance", "三厘米", "三厘米", value=3.0, unit="Centimetre")
    assert wrong(one, figure(0, 3, "3", "cm")) == ""
    assert wrong(one, figure(0, 3, "3", "m")) == "unit m"


def test_an_interval_may_be_a_range_or_two_bounds() -> None:
    one = case("recognizers_numberrange", "大于5小于9", "大于5小于9", value="(5,9)")
    assert wrong(one, figure(0, 3, "5", bound="over"), figure(3, 6, "9", bound="under")) == ""
    assert wrong(one, figure(0, 6, "5", upper=Decimal(9), bound="range")) == ""
    assert wrong(one, figure(0, 3, "5", bound="over")) != ""


def test_spans_may_differ_in_words_but_in_no_figure() -> None:
    assert same_span("约300家", (0, 5), (1, 4))
    assert not same_span("1300家", (0, 5), (1, 4))
    assert not same_span("3家4家", (0, 2), (2, 4))


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (case("recognizers_percent", "12个百分点", "12个百分点", value="12%"), numbers.POINTS),
        (case("recognizers_number", "2^3", "2^3", value="8"), numbers.POWERS),
        (
            case("minlp_time", "下午三点", "下午三点", type="time", grain="hour", value="2013-02-12T15:00:00"),
            asides.CLOCK,
        ),
        (case("minlp_time", "下周三", "下周三", type="date", grain="day", value="2013-02-20"), asides.WEEKDAY),
    ],
)
def test_what_is_out_of_scope_is_set_aside_by_name(one: Case, reason: str) -> None:
    assert (times if one.about_time else numbers).wanted(one) == Aside(reason)


SAID = date(2019, 5, 6)


def said(surface: str, suite: str = "jionlp_time_parser", **row: Any) -> Case:
    """A case on time that is said on 6 May 2019."""
    return replace(case(suite, surface, surface, **{"type": "time_span", **row}), reference=SAID)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (said("开斋节", value="2019-06-05", grain="day", holiday="开斋节"), asides.FOREIGN),
        (said("端午", value="2019-06-07", grain="day", holiday="端午"), ""),
        (said("6/5", value="2019-05-06", grain="day"), asides.SLASHED),
        (said("2019/5/6", value="2019-05-06", grain="day"), ""),
        (said("11年", value="2011", grain="year"), asides.DURATION),
        (said("2011年", value="2011", grain="year"), ""),
        (said("第九年", value=["2027-01-01", "2027-12-31"]), asides.NTH),
        (said("07版", value="2007", grain="year"), asides.PAGE),
        (said("2011年版", value="2011", grain="year"), ""),
        (said("秋天", value=["2019-08-08", "2019-11-08"]), asides.SEASON),
        (said("2018年除夕", value=["2019-02-04", "2019-02-04"]), asides.LUNAR_YEAR),
    ],
)
def test_a_class_is_decided_by_the_text_and_what_is_expected(one: Case, reason: str) -> None:
    assert asides.aside(one, one.expected[0]) == reason


@pytest.mark.parametrize(
    ("one", "first", "last"),
    [
        (said("年底", value=["2019-11-01 00:00:00", "2019-12-31 23:59:59"]), "2019-12-31", "2019-12-31"),
        (said("月初", value=["2019-05-01 00:00:00", "2019-05-05 23:59:59"]), "2019-05-01", "2019-05-01"),
        (said("四天以后", value=["2019-05-10 00:00:00", "inf"]), "2019-05-10", "2019-05-10"),
        (said("四天後", value=["2019-05-07T00:00:00", "2019-05-11T00:00:00"], grain="day"), "2019-05-10", "2019-05-10"),
        (
            said("三周前", value=["2019-04-15T00:00:00", "2019-05-06T00:00:00"], grain="week"),
            "2019-04-15",
            "2019-04-21",
        ),
        (
            said("前三个月", value=["2019-02-01T00:00:00", "2019-05-01T00:00:00"], grain="month"),
            "2019-01-01",
            "2019-03-31",
        ),
        (said("元旦", value="2020-01-01", grain="day", holiday="元旦"), "2019-01-01", "2019-01-01"),
        (said("九月初九", value="2019-09-09", grain="day", calendar="lunar"), "2019-10-07", "2019-10-07"),
        (said("下周", value="2019-05-13", grain="day"), "2019-05-13", "2019-05-19"),
    ],
)
def test_another_convention_is_brought_into_ours(one: Case, first: str, last: str) -> None:
    size = len(one.text)
    assert wrong(one, Reading(0, size, "TIME", first=date.fromisoformat(first), last=date.fromisoformat(last))) == ""
    assert wrong(one, Reading(0, size, "TIME", first=date(2001, 2, 3), last=date(2001, 2, 3))).startswith("interval")


def test_where_no_day_is_told_only_the_span_is_asked_for() -> None:
    one = case("jionlp_time_parser", "去年", "去年", type="time_span", value=["2018-01-01", "2018-12-31"])
    assert wrong(one, Reading(0, 2, "TIME")) == ""
    assert wrong(one) == "not read as a time"


def test_the_ends_of_an_interval_may_be_open_or_closed() -> None:
    row = {"FutureResolution": {"startDate": "2011-01-01", "endDate": "2014-01-01"}, "type": "daterange"}
    one = said("2011到2014", "recognizers_dateperiodparser", **row, PastResolution=row["FutureResolution"])
    assert wrong(one, Reading(0, 9, "TIME", first=date(2011, 1, 1), last=date(2014, 12, 31))) == ""
    assert wrong(one, Reading(0, 9, "TIME", first=date(2011, 1, 1), last=date(2013, 12, 31))) == ""
    assert wrong(one, Reading(0, 9, "TIME", first=date(2011, 1, 1), last=date(2015, 12, 31))).startswith("interval")
    assert wrong(one, Reading(0, 4, "TIME", first=date(2011, 1, 1), last=date(2014, 12, 31))).startswith("span")


def test_a_folder_without_suites_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no suites" in capsys.readouterr().err
    (tmp_path / "a_number.jsonl").write_text("")
    with pytest.raises(SuiteError, match="no suite begins"):
        list(cases(tmp_path, ["b"]))


def test_the_table_counts_what_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row: dict[str, Any] = {"suite": "own_number", "id": "own-1", "text": "共有21个村", "context": {}}
    row["expected"] = [{"text": "21", "start": 2, "end": 4, "type": "number", "value": "21"}]
    (tmp_path / "own_number.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    assert main([str(tmp_path)]) == 0
    assert "own_number                          1      0      1      1  100.0%" in capsys.readouterr().out

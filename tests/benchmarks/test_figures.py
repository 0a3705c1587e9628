"""The benchmark of figures: what counts as exact, what is set aside, and what is said where there is nothing."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from benchmarks.figures import numbers, times
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
            times.CLOCK,
        ),
        (case("minlp_time", "下周三", "下周三", type="date", grain="day", value="2013-02-20"), times.WEEKDAY),
    ],
)
def test_what_is_out_of_scope_is_set_aside_by_name(one: Case, reason: str) -> None:
    assert (times if one.about_time else numbers).wanted(one) == Aside(reason)


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

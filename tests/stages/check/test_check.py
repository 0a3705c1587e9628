"""Figures of one article held side by side: what does not go together is a warning, never a correction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.assembly import checker
from extract.data import Dimension
from extract.loading import Knowledge
from extract.records.base import RecordBase
from extract.records.checks import Check
from extract.records.union import RECORD
from extract.stages.check import Checker, DateForms

CHECKER = checker(Knowledge())
YEAR = {"text": "2030年", "start": "2030-01-01", "end": "2030-12-31"}
BEFORE = {"text": "2029年", "start": "2029-01-01", "end": "2029-12-31"}


def statistic(number: int, figure: str, value: float, unit: str | None, **fields: Any) -> RecordBase:
    """A record of 南坞市 in 2030; `number` is its id and the place of its figure."""
    quantity = {"text": figure, "value": value, "unit": unit, **fields.pop("quantity", {})}
    given = {
        "record_id": f"{number:016x}",
        "record_type": "statistic",
        "article_id": "a#1",
        "modality": "actual",
        "period": YEAR,
        "evidence": {"start": 0, "end": 1, "text": "句"},
        "rule": "statistic.level",
        "spans": {"quantity": [[number, number + 1]]},
        "subject": "南坞市",
        "metric": "出口额",
        "measure": "level",
        "quantity": quantity,
        **fields,
    }
    return RECORD.validate_python(given)


def failed(records: Sequence[RecordBase], published: date | None = None, text: str = "") -> dict[int, list[str]]:
    """The number of a record to its warnings."""
    checked = CHECKER.check(records, published, text)
    assert [record.record_id for record in checked] == [record.record_id for record in records]
    return {int(record.record_id, 16): list(record.warnings) for record in checked if record.warnings}


def part(number: int, figure: str, value: float, unit: str = "家", of: int = 1, **fields: Any) -> RecordBase:
    return statistic(number, figure, value, unit, metric=f"第{number}类企业", part_of=f"{of:016x}", **fields)


class TestParts:
    TOTAL = statistic(1, "20家", 20, "家", metric="企业")

    def test_that_add_up_to_more_than_their_total(self) -> None:
        assert failed([self.TOTAL, part(2, "12家", 12), part(3, "9家", 9)]) == {1: [Check.PARTS_EXCEED_TOTAL]}

    @pytest.mark.parametrize(
        "second",
        [
            part(3, "8家", 8),
            part(3, "约9家", 9, quantity={"bound": "about"}),
            part(3, "9项", 9, unit="项"),
            part(3, "9家", 9, measure="increment"),
            part(3, "9家", 9, of=7),
        ],
        ids=["equal", "bounded", "of another unit", "newly added", "of another total"],
    )
    def test_that_do_not(self, second: RecordBase) -> None:
        assert failed([self.TOTAL, part(2, "12家", 12), second]) == {}

    def test_may_be_rounded_against_it(self) -> None:
        total = statistic(1, "1.0亿元", 100000000, "CNY")
        pieces = [part(2, "0.55亿元", 55000000, "CNY"), part(3, "0.49亿元", 49000000, "CNY")]
        assert failed([total, *pieces]) == {}


class TestIncrements:
    LEVEL = statistic(2, "21家", 21, "家", cumulative=True)

    def test_that_are_more_than_there_is(self) -> None:
        added = statistic(1, "30家", 30, "家", measure="increment")
        assert failed([added, self.LEVEL]) == {1: [Check.INCREMENT_EXCEEDS_TOTAL]}

    @pytest.mark.parametrize("fields", [{"basis": "yoy"}, {"metric": "进口额"}, {"subject": "丁溪市"}])
    def test_of_another_kind_are_not_compared(self, fields: dict[str, Any]) -> None:
        assert failed([statistic(1, "30家", 30, "家", measure="increment", **fields), self.LEVEL]) == {}


class TestShares:
    PART = statistic(1, "30亿元", 3e9, "CNY", metric="机电产品出口额", part_of=f"{2:016x}")
    WHOLE = statistic(2, "50亿元", 5e9, "CNY")

    @pytest.mark.parametrize("value", [-1, 101])
    def test_lie_within_the_whole(self, value: float) -> None:
        assert failed([statistic(1, f"{value}%", value, "%", measure="share")]) == {1: [Check.SHARE_OF_WHOLE]}

    @pytest.mark.parametrize(("value", "wrong"), [(60, False), (60.4, False), (65, True), (40, True)])
    def test_are_part_by_whole(self, value: float, wrong: bool) -> None:
        share = statistic(3, f"{value}%", value, "%", metric="机电产品出口额", measure="share")
        assert failed([self.PART, self.WHOLE, share]) == ({3: [Check.SHARE_AGAINST_LEVELS]} if wrong else {})

    def test_know_their_whole_by_the_reference_too(self) -> None:
        level = statistic(1, "30亿元", 3e9, "CNY", metric="机电产品出口额")
        share = statistic(3, "90%", 90, "%", metric="机电产品出口额", measure="share", reference="出口额")
        assert failed([level, self.WHOLE, share]) == {3: [Check.SHARE_AGAINST_LEVELS]}
        assert failed([level, share]) == {}


class TestChanges:
    NOW = statistic(1, "12.0亿元", 1.2e9, "CNY")
    THEN = statistic(2, "10.0亿元", 1e9, "CNY", period=BEFORE)

    @pytest.mark.parametrize("basis", ["yoy", "2029"])
    @pytest.mark.parametrize(("value", "wrong"), [(20, False), (23, False), (-20, True), (35, True)])
    def test_growth_is_that_of_the_two_levels(self, value: float, wrong: bool, basis: str) -> None:
        growth = statistic(3, f"{value}%", value, "%", measure="growth", basis=basis)
        assert failed([self.NOW, self.THEN, growth]) == ({3: [Check.GROWTH_AGAINST_LEVELS]} if wrong else {})

    def test_growth_of_another_basis_or_without_one_is_not_compared(self) -> None:
        for basis in (None, "mom", "2028"):
            growth = statistic(3, "90%", 90, "%", measure="growth", basis=basis)
            assert failed([self.NOW, self.THEN, growth]) == {}

    @pytest.mark.parametrize(("value", "wrong"), [(2e8, False), (2.1e8, False), (4e8, True)])
    def test_an_absolute_change_is_their_difference(self, value: float, wrong: bool) -> None:
        more = statistic(3, f"{value / 1e8:g}亿元", value, "CNY", measure="increment", basis="yoy")
        assert failed([self.NOW, self.THEN, more]) == ({3: [Check.DIFFERENCE_AGAINST_LEVELS]} if wrong else {})

    @pytest.mark.parametrize(("value", "wrong"), [(1.5, False), (1.6, False), (2.5, True)])
    def test_a_change_in_points_is_the_difference_of_two_rates(self, value: float, wrong: bool) -> None:
        rates = [statistic(1, "6.5%", 6.5, "%"), statistic(2, "5.0%", 5, "%", period=BEFORE)]
        change = statistic(3, f"{value}个百分点", value, "pp", measure="change", basis="yoy")
        assert failed([*rates, change]) == ({3: [Check.DIFFERENCE_AGAINST_LEVELS]} if wrong else {})

    def test_a_leap_day_has_a_year_before(self) -> None:
        day = {"text": "2月29日", "start": "2028-02-29", "end": "2028-02-29"}
        before = {"text": "2月28日", "start": "2027-02-28", "end": "2027-02-28"}
        now, then = statistic(1, "12亿元", 1.2e9, "CNY", period=day), statistic(2, "10亿元", 1e9, "CNY", period=before)
        growth = statistic(3, "90%", 90, "%", measure="growth", basis="yoy", period=day)
        assert failed([now, then, growth]) == {3: [Check.GROWTH_AGAINST_LEVELS]}


class TestUnits:
    def test_of_another_kind_than_the_indicator_has(self) -> None:
        wrong = statistic(1, "5亿元", 5e8, "CNY", metric="粮食产量", indicator="粮食产量")
        assert failed([wrong]) == {1: [Check.UNIT_OF_INDICATOR]}

    @pytest.mark.parametrize(
        ("unit", "measure"), [("t", "level"), ("kg", "level"), ("斤", "level"), (None, "level"), ("%", "growth")]
    )
    def test_of_the_same_kind_or_of_a_comparison(self, unit: str | None, measure: str) -> None:
        record = statistic(1, "5", 5, unit, metric="粮食产量", indicator="粮食产量", measure=measure)
        assert failed([record]) == {}

    def test_a_rate_has_the_kind_of_what_it_counts(self) -> None:
        money = Checker({"劳动生产率": "CNY"}.get, {"CNY": Dimension.MONEY}.get, CHECKER.forms)
        record = statistic(1, "25万元/人", 250000, "CNY/人", indicator="劳动生产率")
        assert money.findings([record], None, "") == ()


class TestDates:
    @pytest.mark.parametrize("text", ["2月30日", "2031年2月29日", "6月31日", "13月1日", "２月\n３０日"])
    def test_that_no_calendar_has(self, text: str) -> None:
        record = statistic(1, "5家", 5, "家", period=None, spans={"quantity": [[90, 91]], "period": [[0, len(text)]]})
        assert failed([record], text=text) == {1: [Check.IMPOSSIBLE_DATE]}

    @pytest.mark.parametrize("text", ["2月28日", "2月29日", "2028年2月29日", "近日", "12月31日"])
    def test_that_are_in_the_calendar(self, text: str) -> None:
        record = statistic(1, "5家", 5, "家", period=None, spans={"quantity": [[90, 91]], "period": [[0, len(text)]]})
        assert failed([record], text=text) == {}

    @given(st.dates())
    def test_no_day_of_the_calendar_is_impossible(self, day: date) -> None:
        forms = DateForms.compile(Knowledge().yaml("checks"))
        assert not forms.impossible(f"{day.year:04}年{day.month}月{day.day}日")

    def test_a_fact_of_the_future(self) -> None:
        fact, plan = statistic(1, "5家", 5, "家"), statistic(2, "6家", 6, "家", modality="planned")
        assert failed([fact, plan], published=date(2029, 5, 1)) == {1: [Check.ACTUAL_IN_FUTURE]}
        assert failed([fact, plan], published=date(2030, 5, 1)) == {}

    @pytest.mark.parametrize(("basis", "wrong"), [("2031", True), ("2029", False), ("2030-05", True), ("yoy", False)])
    def test_a_basis_after_its_period(self, basis: str, wrong: bool) -> None:
        record = statistic(1, "5%", 5, "%", measure="growth", basis=basis)
        assert failed([record]) == ({1: [Check.BASIS_AFTER_PERIOD]} if wrong else {})


def test_a_finding_says_which_figures_do_not_go_together() -> None:
    records = [TestParts.TOTAL, part(2, "12家", 12), part(3, "9家", 9)]
    assert [finding.says for finding in CHECKER.findings(records, None, "")] == ["12家 + 9家 > 20家"]


def test_records_without_findings_are_handed_on_as_they_are() -> None:
    records = [TestParts.TOTAL, part(2, "12家", 12)]
    assert all(a is b for a, b in zip(CHECKER.check(records, None, ""), records, strict=True))


def test_a_run_carries_them(pipeline: Any) -> None:
    records = pipeline("2031年，南坞市共有企业20家，其中外资企业12家、港资企业9家。")
    assert [list(record.warnings) for record in records] == [["parts_exceed_total"], [], []]

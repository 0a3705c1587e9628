"""What the models of the contract take and refuse, type by type."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract.data import Bound, Dimension, Quantity
from extract.records import RECORD, RECORD_TYPES, basis_dates, record_id
from extract.records.quantity import quantity_value

FIGURE: dict[str, Any] = {"text": "5家", "value": 5, "unit": "家"}
SLOTS: dict[str, dict[str, Any]] = {
    "statistic": {"subject": "丙县", "metric": "工厂", "measure": "level", "quantity": FIGURE},
    "project": {"name": "丙县水厂", "orgs": ["甲河集团"], "stage": "started"},
    "milestone": {"product": "甲号轮", "orgs": ["甲河船厂"], "action": "交付"},
    "honor": {"honor": "示范企业", "recipients": ["甲河集团"]},
    "role": {"person": "江明远", "org": "丙县工信局", "titles": ["局长"]},
    "event": {"name": "丙县茶叶节", "action": "举行"},
    "cooperation": {"object": "研究院", "parties": ["甲河集团", "乙山大学"], "lead": "甲河集团"},
    "policy": {"title": "丙县水利规划", "issuer": "丙县政府", "action": "印发"},
}

LONE: dict[str, Any] = {"object": None, "parties": ["甲河集团"], "spans": {"parties.0": [[1, 3]]}}


def row(record_type: str, **changes: Any) -> dict[str, Any]:
    """A record that fits the contract, with changes."""
    return {
        "record_id": "0123456789abcdef",
        "record_type": record_type,
        "article_id": "甲.txt#1",
        "modality": "actual",
        "evidence": {"start": 0, "end": 4, "text": "甲乙丙丁"},
        "spans": {RECORD_TYPES[record_type].ANCHOR: [[1, 3]]},
        "rule": f"{record_type}.test",
        **SLOTS[record_type],
        **changes,
    }


def refusal(record: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as raised:
        RECORD.validate_python(record)
    return str(raised.value.errors()[0]["type"])


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_a_record_goes_to_json_and_back(record_type: str) -> None:
    record = RECORD.validate_python(row(record_type))
    assert RECORD.validate_json(RECORD.dump_json(record)) == record
    assert record.anchor_spans == ((1, 3),)


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_every_type_refuses_what_is_not_in_the_contract(record_type: str) -> None:
    anchor = RECORD_TYPES[record_type].ANCHOR
    assert refusal(row(record_type, colour="red")) == "extra_forbidden"
    assert refusal(row(record_type, modality="maybe")) == "enum"
    assert refusal(row(record_type, record_id="XYZ")) == "string_pattern_mismatch"
    assert refusal(row(record_type, spans={})) == "anchor_without_span"
    assert refusal(row(record_type, spans={anchor: [[3, 1]]})) == "span_order"
    assert refusal(row(record_type, spans={anchor: [[1, 3]], "colour": [[1, 3]]})) == "span_slot"
    assert refusal(row(record_type, evidence={"start": 0, "end": 3, "text": "甲乙丙丁"})) == "evidence_length"
    assert refusal(row(record_type, period={"text": "近日", "start": None, "end": None})) == "period_empty"


def figure(**changes: Any) -> dict[str, Any]:
    return {"quantity": FIGURE | changes}


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": "growth", **figure(value=-4.5, unit="%")},
        {"measure": "change", **figure(value=12.1, unit="pp")},
        {"measure": "rank", **figure(value=1, unit="rank")},
        {"measure": "multiple", **figure(value=3.2, unit="x")},
        {"measure": "contribution", **figure(unit="pp")},
        {"measure": "contribution", **figure(unit="%")},
        {"measure": "increment", "basis": "yoy", "part_of": "fedcba9876543210"},
        {**figure(value=11, upper=19, bound="range")},
        {**figure(unit=None)},
        {"basis": "2022-Q1"},
        {"basis": "2022-01/05"},
    ],
)
def test_a_statistic_may_say(changes: dict[str, Any]) -> None:
    RECORD.validate_python(row("statistic", **changes))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"measure": "growth"}, "measure_unit"),
        ({"measure": "share", **figure(unit="pp")}, "measure_unit"),
        ({"measure": "level", **figure(unit="rank")}, "measure_unit"),
        ({"measure": "rank", **figure(value=0, unit="rank")}, "rank_value"),
        ({"measure": "rank", **figure(value=1.5, unit="rank")}, "rank_value"),
        ({"measure": "share", **figure(unit="%"), "part_of": "fedcba9876543210"}, "part_of_measure"),
        ({"part_of": "0123456789abcdef"}, "part_of_itself"),
        (figure(upper=9), "upper_and_range"),
        (figure(bound="range"), "upper_and_range"),
        (figure(value=float("nan")), "finite_number"),
        ({"metric": "５Ｇ基站"}, "text_value"),
        ({"metric": "工\n厂"}, "text_value"),
        ({"subject": " 丙县"}, "text_value"),
        ({"metric": ""}, "string_too_short"),
        ({"basis": "last year"}, "basis_form"),
        ({"region_code": "12"}, "string_pattern_mismatch"),
    ],
)
def test_a_statistic_may_not_say(changes: dict[str, Any], code: str) -> None:
    assert refusal(row("statistic", **changes)) == code


@pytest.mark.parametrize(
    ("record_type", "changes", "code"),
    [
        ("project", {"stage": "dreamt"}, "enum"),
        ("project", {"name": None}, "string_type"),
        ("milestone", {"product": ""}, "string_too_short"),
        ("honor", {"recipients": []}, "too_short"),
        ("role", {"org": None, "titles": []}, "role_of_nothing"),
        ("event", {"action": None}, "string_type"),
        ("cooperation", {"lead": "丁厂"}, "lead_no_party"),
        ("cooperation", {**LONE, "lead": None}, "cooperation_of_nothing"),
        ("policy", {"title": "《丙县水利规划》"}, "policy_title"),
    ],
)
def test_the_other_types_may_not_say(record_type: str, changes: dict[str, Any], code: str) -> None:
    assert refusal(row(record_type, **changes)) == code


def test_a_cooperation_without_an_object_is_anchored_in_its_parties() -> None:
    spans = {"parties.0": [[0, 1]], "parties.1": [[2, 3]]}
    record = RECORD.validate_python(row("cooperation", object=None, spans=spans))
    assert record.anchor_spans == ((0, 1), (2, 3))


def test_an_id_is_the_same_on_every_machine() -> None:
    assert record_id("ab" * 32, "statistic", [(3, 5)], "level", "工厂") == "062f1fd2e83bbe7c"


def test_an_id_depends_on_each_of_its_parts_and_on_nothing_else() -> None:
    base: list[Any] = ["ab" * 32, "statistic", ((3, 5), (7, 9)), "level", "工厂", 0]
    assert record_id(*base) == record_id(base[0], base[1], ((7, 9), (3, 5)), *base[3:])
    others = ("cd" * 32, "project", ((3, 6), (7, 9)), "share", "仓库", 1)
    ids = {record_id(*[*base[:at], other, *base[at + 1 :]]) for at, other in enumerate(others)}
    assert len(ids | {record_id(*base)}) == len(base) + 1


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 4))
def test_a_basis_has_its_dates(year: int, month: int, quarter: int) -> None:
    assert basis_dates(f"{year}")[1].isoformat() == f"{year}-12-31"
    assert basis_dates(f"{year}-{month:02}")[0].isoformat() == f"{year}-{month:02}-01"
    assert basis_dates(f"{year}-Q{quarter}")[1].month == 3 * quarter
    assert basis_dates(f"{year}-01/{month:02}") == basis_dates(f"{year}-01/{year}-{month:02}")


def test_a_number_beyond_64_bits_is_written_as_a_float() -> None:
    value = quantity_value("280百亿亿次", Quantity(Decimal(280) * 10**18, "次", Bound.EXACT, Dimension.COUNT))
    assert orjson.loads(orjson.dumps(value.model_dump(mode="json")))["value"] == 2.8e20
    assert isinstance(quantity_value("3次", Quantity(Decimal(3), "次", Bound.EXACT, Dimension.COUNT)).value, int)

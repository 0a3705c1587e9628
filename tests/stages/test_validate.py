"""Relations to records, or to rejections with a stable reason."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import (
    Article,
    BlockKind,
    Bound,
    CleanText,
    Dimension,
    Filler,
    OffsetMap,
    Place,
    Quantity,
    Relation,
    Script,
    Sentence,
    Source,
)
from extract.records.statistic import Statistic
from extract.stages.validate import Validator

TEXT = "全市出口额5%，进口额6%，海川造船有限公司开工。"
RAW = 10
"""How far the clean text stands behind the raw one's start."""
VALIDATOR = Validator({"出口额": "出口总额"}.get, {"statistic.test": 0.75})


def article() -> Article:
    size = len(TEXT)
    raw = "\n" * RAW + TEXT
    source = Source("a", raw, hashlib.sha256(raw.encode()).hexdigest(), len(raw))
    offsets = OffsetMap(tuple(range(RAW, RAW + size)), tuple(range(RAW + 1, RAW + size + 1)))
    clean = CleanText(source, TEXT, offsets, (), Script.HANS)
    return Article(clean, 1, 0, size, None, None, None, (), (Sentence(0, size, BlockKind.PARAGRAPH),))


def filler(text: str, normal: Quantity | Place | None = None, **more: Any) -> Filler:
    at = TEXT.index(text)
    return Filler(((at, at + len(text)),), text, normal, **more)


def percent(value: int, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Decimal(value), "%", bound, Dimension.PERCENT)


def statistic(metric: str = "出口额", figure: str = "5%", **codes: str | bool) -> Relation:
    slots = {"metric": (filler(metric),), "quantity": (filler(figure, percent(int(figure[:-1]))),)}
    start, end = slots["metric"][0].spans[0][0], slots["quantity"][0].spans[0][1]
    return Relation("statistic", "statistic.test", 0, start, end, slots, {"measure": "growth", **codes})


def one(relation: Relation, full_names: Mapping[str, str] | None = None) -> Statistic:
    [record], refused = VALIDATOR.validate(article(), [relation], full_names or {})
    assert refused == ()
    assert isinstance(record, Statistic)
    return record


class TestRecords:
    def test_spans_are_the_raw_text_s(self) -> None:
        record = one(statistic())
        raw = article().clean.source.text
        [(start, end)] = record.spans["metric"]
        assert raw[start:end] == "出口额"
        assert record.quantity.text == "5%"
        assert raw[record.evidence.start : record.evidence.end] == record.evidence.text == TEXT

    def test_what_a_relation_does_not_say_is_actual_and_null(self) -> None:
        record = one(statistic())
        assert record.modality == "actual"
        assert (record.basis, record.reference, record.period, record.part_of) == (None, None, None, None)

    def test_the_standard_name_and_the_precision_of_the_rule_are_looked_up(self) -> None:
        assert (one(statistic()).indicator, one(statistic()).confidence) == ("出口总额", 0.75)
        other = replace(statistic("进口额", "6%"), rule="statistic.other")
        assert (one(other).indicator, one(other).confidence) == (None, None)

    def test_a_place_gives_its_code(self) -> None:
        relation = statistic()
        slots = {**relation.slots, "subject": (replace(filler("全市", Place("大连市", "210200")), text="大连市"),)}
        record = one(replace(relation, slots=slots))
        assert (record.subject, record.region_code) == ("大连市", "210200")

    def test_inherited_slots_are_listed(self) -> None:
        relation = statistic()
        inherited = replace(relation, slots={**relation.slots, "subject": (filler("全市", inherited=True),)})
        assert one(inherited).inherited == ("subject",)

    def test_only_short_forms_that_fill_a_slot_are_named_in_full(self) -> None:
        relation = statistic()
        named = replace(relation, slots={**relation.slots, "subject": (filler("海川造船有限公司"),)})
        full = {"海川造船有限公司": "海川造船集团有限公司", "云岭": "云岭集团有限公司"}
        assert one(named, full).full_names == {"海川造船有限公司": "海川造船集团有限公司"}

    def test_a_part_names_the_record_of_its_total(self) -> None:
        total = statistic(measure="level")
        part = replace(statistic("进口额", "6%", measure="level"), parent=0)
        (first, second), _ = VALIDATOR.validate(article(), [total, part], {})
        assert isinstance(second, Statistic)
        assert second.part_of == first.record_id

    def test_a_part_of_what_was_refused_names_none(self) -> None:
        total = replace(statistic(measure="level"), slots={"metric": (filler("出口额"),)})
        part = replace(statistic("进口额", "6%", measure="level"), parent=0)
        [second], refused = VALIDATOR.validate(article(), [total, part], {})
        assert isinstance(second, Statistic)
        assert second.part_of is None
        assert len(refused) == 1


class TestIds:
    def test_the_same_text_gives_the_same_ids(self) -> None:
        assert one(statistic()).record_id == one(statistic()).record_id

    @pytest.mark.parametrize(
        "other",
        [statistic("进口额"), statistic(figure="6%"), statistic(measure="share")],
        ids=["metric", "place", "measure"],
    )
    def test_another_metric_place_or_measure_is_another_id(self, other: Relation) -> None:
        assert one(other).record_id != one(statistic()).record_id

    def test_what_does_not_identify_does_not_change_it(self) -> None:
        assert one(statistic(basis="yoy", modality="forecast")).record_id == one(statistic()).record_id

    @given(st.lists(st.sampled_from([("出口额", "5%"), ("进口额", "5%"), ("进口额", "6%")]), max_size=8))
    def test_ids_are_unique_even_where_relations_agree(self, given_: list[tuple[str, str]]) -> None:
        records, refused = VALIDATOR.validate(article(), [statistic(*pair) for pair in given_], {})
        assert refused == ()
        assert len({r.record_id for r in records}) == len(given_)


class TestRejections:
    @pytest.mark.parametrize(("slot", "error"), [("metric", "no_metric"), ("quantity", "no_quantity")])
    def test_what_is_missing_is_the_error(self, slot: str, error: str) -> None:
        relation = statistic()
        lacking = replace(relation, slots={k: v for k, v in relation.slots.items() if k != slot})
        records, [refused] = VALIDATOR.validate(article(), [lacking], {})
        assert records == ()
        assert (refused.kind, refused.error, refused.article_id) == ("relation", error, "a#1")
        assert (refused.start, refused.end) == (relation.start + RAW, relation.end + RAW)

    def test_what_breaks_the_contract_names_its_field(self) -> None:
        records, [refused] = VALIDATOR.validate(article(), [statistic(measure="guess")], {})
        assert records == ()
        assert refused.error == "enum"
        assert refused.message.startswith("measure: ")

    def test_a_range_without_its_upper_end_is_refused(self) -> None:
        relation = statistic()
        broken = replace(relation, slots={**relation.slots, "quantity": (filler("5%", percent(5, Bound.RANGE)),)})
        records, refused = VALIDATOR.validate(article(), [broken], {})
        assert (len(records), len(refused)) == (0, 1)

    def test_one_rejection_costs_no_other_record(self) -> None:
        records, refused = VALIDATOR.validate(article(), [statistic(measure="guess"), statistic("进口额", "6%")], {})
        assert (len(records), len(refused)) == (1, 1)

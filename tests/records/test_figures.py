"""Where each figure of an article went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.data import Label
from extract.records.base import RecordBase
from extract.records.figures import Marked, Use, booked, left_over
from extract.records.union import RECORD

Q, T, ORD, NAMED, ORG = Label.QUANTITY, Label.TIME, Label.ORDINAL, Label.NAMED_NUMBER, Label.ORG


def record(**spans: list[tuple[int, int]]) -> RecordBase:
    """A statistic with slots at these places; 新增机组6台."""
    return RECORD.validate_python(
        {
            "record_id": "0123456789abcdef",
            "record_type": "statistic",
            "article_id": "a#1",
            "modality": "actual",
            "evidence": {"start": 0, "end": 7, "text": "新增机组6台。"},
            "spans": spans,
            "rule": "statistic.level",
            "metric": "机组",
            "measure": "level",
            "quantity": {"text": "6台", "value": 6, "unit": "台"},
        }
    )


def uses(mentions: list[Marked], *records: RecordBase) -> list[Use]:
    return [figure.use for figure in booked(mentions, records)]


def test_each_label_has_its_use() -> None:
    assert uses([(0, 2, T), (2, 4, NAMED), (4, 6, ORD), (6, 8, Q)]) == [Use.TIME, Use.NAME, Use.ORDINAL, Use.UNUSED]


def test_a_figure_fills_its_slot_or_lies_in_another() -> None:
    made = record(quantity=[(4, 6)], metric=[(10, 20)])
    assert uses([(4, 6, Q), (12, 14, Q), (30, 32, Q)], made) == [Use.RECORD, Use.RECORD, Use.UNUSED]


def test_a_rank_is_used_though_it_is_an_ordinal() -> None:
    assert uses([(4, 6, ORD)], record(quantity=[(4, 6)])) == [Use.RECORD]


def test_a_time_stays_a_time_where_it_is_a_record_s_period() -> None:
    assert uses([(0, 2, T)], record(quantity=[(4, 6)], period=[(0, 2)])) == [Use.TIME]


def test_a_quantity_inside_a_longer_name_belongs_to_it() -> None:
    assert uses([(0, 9, ORG), (2, 4, Q)]) == [Use.NAME]


def test_digits_that_only_a_name_holds_count_as_names() -> None:
    [figure] = booked([(0, 9, ORG)], (), in_names=[(2, 4)])
    assert (figure.start, figure.end, figure.use) == (2, 4, Use.NAME)


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.tuples(SPANS, st.sampled_from(list(Label)))), st.lists(SPANS))
def test_every_figure_has_exactly_one_use(
    marked: list[tuple[tuple[int, int], Label]], slots: list[tuple[int, int]]
) -> None:
    mentions: list[Marked] = [(*span, label) for span, label in marked]
    found = booked(mentions, [record(quantity=[(0, 1)], metric=slots)])
    assert len(found) == sum(label in {Q, T, ORD, NAMED} for _, label in marked)


@given(st.lists(SPANS), st.lists(SPANS))
def test_what_is_left_over_is_held_by_nothing_at_its_ends(
    runs: list[tuple[int, int]], held: list[tuple[int, int]]
) -> None:
    covered = {at for start, end in held for at in range(start, end)}
    for start, end in left_over(runs, held):
        assert start not in covered
        assert end - 1 not in covered
    assert list(left_over(runs, runs)) == []

"""Errors by kind, each with its sentence and both sides."""

from __future__ import annotations

from extract.evaluation.errors import Error, Kind, error_lines, errors
from extract.evaluation.items import Item
from extract.evaluation.scoring import compare_items

from .cases import item


def found(gold: list[Item], predicted: list[Item]) -> list[Error]:
    return errors(compare_items(["甲.txt"], gold, predicted))


def kinds(gold: list[Item], predicted: list[Item]) -> list[Kind]:
    return [error.kind for error in found(gold, predicted)]


def test_what_is_the_same_is_no_error() -> None:
    assert kinds([item()], [item()]) == []


def test_a_label_that_nothing_is_near_to_is_missed() -> None:
    assert kinds([item()], [item((4, 6))]) == [Kind.MISSED, Kind.SPURIOUS]


def test_a_record_of_another_type_is_no_company() -> None:
    assert kinds([item()], [item(record_type="event", name="大会")]) == [Kind.MISSED, Kind.SPURIOUS]


def test_a_wrong_slot_names_the_slots() -> None:
    (error,) = found([item(subject="甲市", metric="工厂")], [item(subject="乙县", metric="车间")])
    assert (error.kind, error.wrong) == (Kind.WRONG, ("subject", "metric"))


def test_one_label_read_as_two_records_is_split() -> None:
    # 约5家 read as 约5 and 5家
    gold = [item((0, 3))]
    (error,) = found(gold, [item((0, 2)), item((1, 3), metric="家")])
    assert error.kind is Kind.SPLIT
    assert [len(error.gold), len(error.predicted)] == [1, 2]
    assert error.predicted[0].spans == ((0, 2),)


def test_two_labels_read_as_one_record_are_merged() -> None:
    # 甲、乙均为30家 read as one
    gold = [item((0, 3), subject="甲市"), item((0, 3), subject="乙市")]
    (error,) = found(gold, [item((0, 3), subject="乙市")])
    assert error.kind is Kind.MERGED
    assert [label.slots["subject"] for label in error.gold] == ["乙市", "甲市"]


def test_a_merged_pair_may_have_a_wrong_slot_too() -> None:
    gold = [item((0, 3), subject="甲市"), item((0, 3), subject="乙市")]
    assert kinds(gold, [item((0, 3), subject="甲市、乙市")]) == [Kind.WRONG, Kind.MERGED]


def test_a_duplicate_record_is_a_split() -> None:
    assert kinds([item()], [item(), item()]) == [Kind.SPLIT]


def test_optional_labels_are_no_errors() -> None:
    assert kinds([item(optional=True)], []) == []
    assert kinds([item(optional=True)], [item(metric="车间")]) == []


def test_an_error_is_shown_with_its_sentence_and_both_sides() -> None:
    lines = list(error_lines(found([item(subject="甲市")], [item(subject="乙县", rule="statistic.level")])))
    assert lines == [
        "wrong slot (subject): 甲.txt:0-2 statistic statistic.level",
        "  甲市有工厂5家",
        "             gold  predicted",
        "    subject  甲市  乙县",
    ]


def test_a_missed_label_is_shown_with_all_that_it_says() -> None:
    lines = "\n".join(error_lines(found([item(scope="甲榜")], [])))
    assert lines.startswith("missed: 甲.txt:0-2 statistic\n  甲市有工厂5家\n")
    assert "scope     甲榜" in lines


def test_errors_stand_by_kind_then_by_place() -> None:
    gold = [item((8, 10)), item((0, 2)), item((4, 6))]
    predicted = [item((4, 6), metric="车间"), item((20, 22))]
    assert [(e.kind, e.place) for e in found(gold, predicted)] == [
        (Kind.MISSED, ((0, 2),)),
        (Kind.MISSED, ((8, 10),)),
        (Kind.SPURIOUS, ((20, 22),)),
        (Kind.WRONG, ((4, 6),)),
    ]

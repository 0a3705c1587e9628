"""What is better and what is worse in one run than in another."""

from __future__ import annotations

from typing import Any

import pytest

from extract.evaluation.changes import Change, Verdict, change_lines, changes
from extract.evaluation.items import Item
from extract.evaluation.scoring import compare_items

from .cases import item

GOLD = [item((0, 2), name_="甲-001"), item((4, 6), name_="甲-002")]
RIGHT = [item((0, 2)), item((4, 6))]


def found(before: list[Item], after: list[Item]) -> list[Change]:
    reports = [compare_items(["甲.txt"], GOLD, run) for run in (before, after)]
    return list(changes(*reports).changes)


def test_two_runs_that_say_the_same_differ_in_nothing() -> None:
    assert found(RIGHT, RIGHT[::-1]) == []


@pytest.mark.parametrize(
    ("slots", "before", "after"),
    [
        ({"metric": "车间"}, "found", "full"),
        ({"modality": "target"}, "core", "full"),
        ({"measure": "increment"}, "met", "full"),
    ],
)
def test_a_label_met_better_is_better_and_the_other_way_round_worse(
    slots: dict[str, Any], before: str, after: str
) -> None:
    wrong = [item((0, 2), **slots), RIGHT[1]]
    (better,) = found(wrong, RIGHT)
    assert (better.verdict, better.before, better.after, better.mended) == ("better", before, after, tuple(slots))
    (worse,) = found(RIGHT, wrong)
    assert (worse.verdict, worse.before, worse.after, worse.broken) == ("worse", after, before, tuple(slots))


def test_a_label_no_longer_missed_is_better() -> None:
    (change,) = found(RIGHT[1:], RIGHT)
    assert (change.verdict, change.before, change.after, change.item.name) == ("better", "missed", "full", "甲-001")


def test_a_slot_outside_the_levels_counts_where_the_level_is_the_same() -> None:
    (change,) = found([item((0, 2), scope="甲榜"), RIGHT[1]], RIGHT)
    assert (change.verdict, change.before, change.after, change.mended) == ("better", "full", "full", ("scope",))


def test_one_wrong_slot_for_another_is_no_gain() -> None:
    (change,) = found([item((0, 2), subject="乙县"), RIGHT[1]], [item((0, 2), metric="车间"), RIGHT[1]])
    assert (change.verdict, change.mended, change.broken) == (Verdict.WORSE, ("subject",), ("metric",))


def test_spurious_records_come_and_go_and_the_same_one_stays() -> None:
    extra, other = item((10, 12)), item((20, 22))
    assert [(c.verdict, c.before, c.after, c.item.spans) for c in found([*RIGHT, extra], [*RIGHT, other])] == [
        ("better", "spurious", "gone", ((10, 12),)),
        ("worse", "none", "spurious", ((20, 22),)),
    ]
    assert found([*RIGHT, extra], [*RIGHT, extra]) == []
    assert len(found([*RIGHT, extra], [*RIGHT, extra, extra])) == 1


def test_the_same_record_by_another_rule_is_no_change() -> None:
    assert found([*RIGHT, item((10, 12), rule="a.b")], [*RIGHT, item((10, 12), rule="a.c")]) == []


def test_a_change_is_shown_with_both_values_and_the_label_s() -> None:
    reports = [compare_items(["甲.txt"], GOLD, run) for run in ([item((0, 2), metric="车间"), RIGHT[1]], RIGHT)]
    assert list(change_lines(changes(*reports))) == [
        "1 better, 0 worse",
        "better: found → full: 甲.txt:0-2 statistic 甲-001",
        "  甲市有工厂5家",
        "    metric: 车间 → 工厂, gold 工厂",
    ]

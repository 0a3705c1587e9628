"""Who meets whom: hand-computed cases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extract.evaluation.compare import relaxed, strict
from extract.evaluation.counts import Counts
from extract.evaluation.items import Item, by_document
from extract.evaluation.levels import compare
from extract.evaluation.matching import match
from extract.evaluation.scoring import compare_items

from .cases import item


def scored(gold: list[Item], predicted: list[Item]) -> Counts:
    return compare_items(["甲.txt"], gold, predicted).statistics


def test_the_same_item_reaches_every_level() -> None:
    assert scored([item()], [item()]) == Counts(1, 1, 1, 1, 1, 1, 1)


def test_one_shared_character_is_enough_to_meet() -> None:
    assert scored([item((0, 3))], [item((2, 5))]).found == 1


def test_spans_that_only_touch_do_not_meet() -> None:
    assert scored([item((0, 3))], [item((3, 5))]) == Counts(1, 1)


def test_two_metrics_on_one_span_each_find_their_own() -> None:
    gold = [item(metric="工厂"), item(metric="车间")]
    assert scored(gold, gold[::-1]) == Counts(2, 2, 2, 2, 2, 2, 2)


def test_a_duplicate_prediction_meets_nothing() -> None:
    assert scored([item()], [item(), item()]) == Counts(1, 2, 1, 1, 1, 1, 1)


def test_of_two_overlapping_predictions_the_better_is_taken() -> None:
    matching = match([item((0, 4))], [item((0, 4), metric="车间"), item((3, 6))])
    assert [pair.wrong for pair in matching.pairs] == [()]
    assert [at.spans for at in matching.spurious] == [((0, 4),)]


def test_equal_predictions_go_by_the_closer_anchor() -> None:
    matching = match([item((0, 4))], [item((0, 4)), item((3, 9))])
    assert [pair.predicted.spans for pair in matching.pairs] == [((0, 4),)]


def test_the_most_are_found_even_where_one_could_be_full() -> None:
    # the first prediction fits the first label in full, but only it can meet the second
    gold = [item((0, 4)), item((4, 6), metric="车间")]
    predicted = [item((2, 6)), item((0, 2), metric="仓库")]
    assert scored(gold, predicted).found == 2


def test_a_wrong_measure_meets_but_is_not_found() -> None:
    matching = match([item()], [item(measure="increment")])
    assert [pair.wrong for pair in matching.pairs] == [("measure",)]
    assert scored([item()], [item(measure="increment")]) == Counts(1, 1)


def test_another_type_never_meets() -> None:
    report = compare_items(["甲.txt"], [item()], [item(record_type="project", name="甲厂")])
    assert report.statistics == Counts(gold=1)
    assert report.others == Counts(predicted=1)


def test_an_optional_label_counts_neither_way() -> None:
    optional = item(optional=True)
    assert scored([optional], []) == Counts()
    assert scored([optional], [item()]) == Counts()


def test_an_optional_label_takes_no_prediction_that_a_required_one_needs() -> None:
    gold = [item((0, 2), optional=True), item((1, 3))]
    assert scored(gold, [item((0, 2))]) == Counts(1, 1, 1, 1, 1, 1, 1)


def test_core_needs_value_unit_metric_and_subject() -> None:
    others: dict[str, Any] = {"value": 6, "unit": "个", "metric": "港口", "subject": "乙县"}
    for slot, other in others.items():
        counts = scored([item()], [item(**{slot: other})])
        assert (counts.found, counts.core, counts.full) == (1, 0, 0), slot


def test_full_needs_bound_basis_reference_period_and_modality() -> None:
    others: dict[str, Any] = {"bound": ("over", None), "basis": "yoy", "reference": "全国", "modality": "target"}
    others["period"] = ("2022-01-01", "2022-12-31")
    for slot, other in others.items():
        counts = scored([item()], [item(**{slot: other})])
        assert (counts.found, counts.core, counts.full) == (1, 1, 0), slot


def test_scope_part_of_and_cumulative_are_no_part_of_full() -> None:
    predicted = item(scope="甲名单", part_of=((5, 6),), cumulative=True)
    assert scored([item()], [predicted]).full == 1


def test_other_types_need_name_and_parties_for_core() -> None:
    gold = item(record_type="cooperation", object="研究院", parties=("甲厂", "乙大学"), lead="甲厂")
    alike = item(record_type="cooperation", object="研究院", parties=("甲厂", "乙大学"))
    fewer = item(record_type="cooperation", object="研究院", parties=("甲厂",))
    assert compare_items(["甲.txt"], [gold], [alike]).others.full == 1
    assert compare_items(["甲.txt"], [gold], [fewer]).others.core == 0


def test_what_is_the_same_and_what_only_in_the_relaxed_sense() -> None:
    assert strict("metric", None, None)
    assert not strict("metric", None, "工厂")
    assert strict("value", 33.3333, 100 / 3)
    assert strict("part_of", ((0, 3),), ((2, 5),))
    assert not strict("part_of", ((0, 3),), None)
    assert relaxed("metric", "新型（显示）产业", "新型显示产业")
    assert relaxed("subject", "甲州", "甲州市")
    assert not relaxed("metric", "产值", "规模以上工业产值")
    assert not relaxed("unit", "家", "户")
    assert relaxed("orgs", ("甲河集团", "乙山大学"), ("乙山大学校", "甲河集团"))
    assert not relaxed("orgs", ("甲河集团",), ("甲河集团", "乙山大学"))


def items(metrics: str) -> st.SearchStrategy[list[Item]]:
    one = st.builds(
        lambda start, size, metric, value, optional: item(
            (start, start + size), metric=metric, value=value, optional=optional
        ),
        st.integers(0, 12),
        st.integers(1, 4),
        st.sampled_from(metrics),
        st.integers(1, 2),
        st.booleans(),
    )
    return st.lists(one, max_size=8)


@given(st.data(), items("甲乙丙"), items("甲乙丙"))
def test_the_order_of_items_changes_no_score(data: st.DataObject, gold: list[Item], predicted: list[Item]) -> None:
    shuffled = data.draw(st.permutations(gold)), data.draw(st.permutations(predicted))
    assert scored(*map(list, shuffled)) == scored(gold, predicted)


@given(items("甲乙"), items("甲乙"))
def test_no_other_matching_finds_more(gold: list[Item], predicted: list[Item]) -> None:
    """Against every one-to-one matching there is, tried one by one."""
    gold, predicted = [one for one in gold if not one.optional][:5], predicted[:5]
    predicted = [replace(one, optional=False) for one in predicted]

    def most(left: list[Item], right: list[Item]) -> tuple[int, int, int]:
        if not left:
            return (0, 0, 0)
        best = most(left[1:], right)
        for at, other in enumerate(right):
            if left[0].overlaps(other):
                reached = compare(left[0], other).reached
                rest = most(left[1:], right[:at] + right[at + 1 :])
                here = tuple(int(level in reached) for level in ("found", "core", "full"))
                best = max(best, (here[0] + rest[0], here[1] + rest[1], here[2] + rest[2]))
        return best

    counts = scored(gold, predicted)
    assert (counts.found, counts.core, counts.full) == most(gold, predicted)


@given(items("甲乙丙"), items("甲乙丙"))
def test_every_item_is_met_once_or_left(gold: list[Item], predicted: list[Item]) -> None:
    left, right = (by_document(side).get("甲.txt", []) for side in (gold, predicted))
    matching = match(left, right)
    met = [*matching.pairs, *matching.left_out]
    required = [one for one in gold if not one.optional]
    assert len({id(pair.gold) for pair in met}) == len(met) == len({id(pair.predicted) for pair in met})
    assert sum(not pair.gold.optional for pair in met) + len(matching.missed) == len(required)

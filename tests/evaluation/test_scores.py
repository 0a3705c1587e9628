"""What a report counts, by type, slot, article, manner and rule: hand-computed cases."""

from __future__ import annotations

from itertools import permutations

import pytest

from extract.evaluation.counts import Counts
from extract.evaluation.intervals import Intervals, intervals
from extract.evaluation.items import Item
from extract.evaluation.manners import manner
from extract.evaluation.scores import Report
from extract.evaluation.scoring import compare_items

from .cases import item

DOC = "市报-01.txt"


def compared(gold: list[Item], predicted: list[Item], docs: tuple[str, ...] = ("甲.txt",)) -> Report:
    return compare_items(docs, gold, predicted)


def test_of_equal_candidates_the_scores_are_one_whichever_is_taken() -> None:
    # two predictions fit the label equally well: one meets it, one is too much, in any order
    twins = [item((0, 2), rule="a.x"), item((0, 2), rule="a.y")]
    for predicted in permutations(twins):
        report = compared([item()], list(predicted))
        assert report.statistics == Counts(1, 2, 1, 1, 1, 1, 1)
        assert {rule: found.counts.core for rule, found in report.rules.items()} == {"a.x": 1, "a.y": 0}


def test_no_label_and_no_record_score_nothing() -> None:
    report = compared([], [])
    assert report.statistics == report.others == Counts()
    assert [report.score(name) for name in ("core", "others_core")] == [None, None]
    assert report.types == {}
    assert report.overall["statistic"].intervals == {}


def test_an_empty_run_has_recall_nought_and_no_precision() -> None:
    counts = compared([item(), item((4, 6))], []).statistics
    assert (counts.precision("found"), counts.recall("found"), counts.f1("found")) == (None, 0, 0)


def test_empty_gold_has_precision_nought_and_no_recall() -> None:
    counts = compared([], [item()]).statistics
    assert (counts.precision("found"), counts.recall("found"), counts.f1("found")) == (0, None, 0)


def test_a_slot_is_scored_over_all_values_that_labels_and_records_have() -> None:
    # three labels have a scope; of the records one has it right, one has another, one has one where none is
    gold = [item((0, 2), scope="甲榜"), item((4, 6), scope="乙榜"), item((8, 10), scope="丙榜"), item((12, 14))]
    predicted = [item((0, 2), scope="甲榜"), item((4, 6), scope="丁榜"), item((12, 14), scope="戊榜")]
    counts = compared(gold, predicted).slots["statistic"]["scope"].counts
    assert (counts.gold, counts.predicted, counts.hits) == (3, 3, 1)
    assert (counts.precision(), counts.recall(), counts.f1()) == (1 / 3, 1 / 3, 1 / 3)
    assert (counts.pairs, counts.right, counts.filled, counts.filled_right) == (3, 1, 3, 1)


def test_a_text_is_scored_strictly_and_in_the_relaxed_sense() -> None:
    counts = (
        compared([item(metric="新型（显示）产业")], [item(metric="新型显示产业")]).slots["statistic"]["metric"].counts
    )
    assert (counts.f1(), counts.f1("hits_relaxed")) == (0, 1)


def test_values_of_missed_and_spurious_records_count_against_their_slots() -> None:
    slots = compared([item((0, 2))], [item((8, 10))]).slots["statistic"]
    assert [slots["metric"].counts.precision(), slots["metric"].counts.recall()] == [0, 0]


@pytest.mark.parametrize("slot", ["value", "unit", "measure", "period", "modality", "subject", "metric", "reference"])
def test_every_slot_that_matters_has_a_line(slot: str) -> None:
    assert slot in compared([item()], [item()]).slots["statistic"]


def test_figures_alone_ask_for_value_and_unit() -> None:
    gold = [item((0, 2)), item((4, 6)), item((8, 10))]
    predicted = [item((0, 2), metric="港口", measure="increment"), item((4, 6), unit="个")]
    report = compared(gold, predicted)
    assert report.figures.counts == Counts(3, 2, found=1)
    assert (report.figures.counts.precision("found"), report.figures.counts.recall("found")) == (1 / 2, 1 / 3)


def test_articles_are_told_apart_by_place() -> None:
    def article(one: Item) -> str:
        return "甲.txt#1" if one.spans[0][0] < 10 else "甲.txt#2"

    gold = [item((0, 2)), item((12, 14)), item((16, 18))]
    report = compare_items(["甲.txt"], gold, [item((0, 2)), item((12, 14), metric="港口")], article)
    assert {name: parts["statistic"].counts for name, parts in report.articles.items()} == {
        "甲.txt#1": Counts(1, 1, 1, 1, 1, 1, 1),
        "甲.txt#2": Counts(2, 1, 1, 0, 0, 0, 0),
    }


def test_a_document_without_anything_still_has_its_line() -> None:
    assert compared([], []).articles["甲.txt"]["statistic"].counts == Counts()


def test_manners_come_from_the_names_of_documents() -> None:
    gold = [item(doc=DOC), item(doc="市报-02.txt"), item(doc="甲.txt")]
    report = compared(gold, [item(doc=DOC)], (DOC, "市报-02.txt", "甲.txt"))
    assert {name: parts["statistic"].counts.recall("core") for name, parts in report.manners.items()} == {"市报": 0.5}


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        ("city-daily-02.txt", "city-daily"),
        ("2024/digest-11.html", "digest"),
        ("市报-01", "市报"),
        ("20240318.txt", None),
        ("001_d5a7b3b0.txt", None),
        ("city-daily.txt", None),
    ],
)
def test_a_name_tells_its_manner_or_none(doc: str, expected: str | None) -> None:
    assert manner(doc) == expected


def test_a_rule_has_the_precision_of_its_records_and_its_part_of_the_recall_of_its_type() -> None:
    gold = [item((0, 2)), item((4, 6)), item((8, 10)), item((0, 4), record_type="event", name="大会", action="召开")]
    predicted = [item((0, 2), rule="statistic.a"), item((4, 6), rule="statistic.b"), item((20, 22), rule="statistic.a")]
    rules = compared(gold, predicted).rules
    assert rules["statistic.a"].counts == Counts(3, 2, 1, 1, 1, 1, 1)
    assert rules["statistic.b"].counts == Counts(3, 1, 1, 1, 1, 1, 1)


def test_the_recalls_of_rules_sum_to_that_of_their_type() -> None:
    gold = [item((at, at + 2)) for at in range(0, 40, 4)]
    predicted = [item((at, at + 2), rule=f"statistic.r{at % 3}") for at in range(0, 28, 4)]
    report = compared(gold, predicted)
    assert sum(found.counts.recall("core") or 0 for found in report.rules.values()) == pytest.approx(0.7)


# ---- intervals ----------------------------------------------------------------------------------------------------


def test_an_interval_holds_the_score_and_is_the_same_in_any_order() -> None:
    rows = [(10, 10, 2), (10, 10, 5), (10, 10, 9), (10, 10, 7)]
    found = intervals(rows)
    assert found == intervals(rows[::-1])
    (around,) = found
    assert around.f1 is not None
    assert 0.2 <= around.f1[0] < 0.575 < around.f1[1] <= 0.9


def test_units_that_are_all_alike_leave_no_doubt() -> None:
    assert intervals([(4, 4, 2)] * 3) == [Intervals((0.5, 0.5), (0.5, 0.5), (0.5, 0.5))]


def test_one_unit_says_nothing_about_others() -> None:
    assert intervals([(4, 4, 2)]) == [Intervals()]


def test_what_is_never_predicted_has_no_interval_of_precision() -> None:
    (around,) = intervals([(4, 0, 0), (3, 0, 0)])
    assert around == Intervals(None, (0, 0), (0, 0))


def test_documents_are_drawn_whole_and_records_only_where_there_is_one_document() -> None:
    # all right in one document, all wrong in the other: drawing documents reaches 0 and 1, drawing records hardly
    docs = ("甲.txt", "乙.txt")
    gold = [item((at, at + 2), doc=doc) for doc in docs for at in range(0, 80, 4)]
    predicted = [item((at, at + 2), doc="甲.txt") for at in range(0, 80, 4)]
    by_document = compared(gold, predicted, docs).overall["statistic"].intervals["core"].recall
    assert by_document == (0, 1)
    one = [label for label in gold if label.doc == "甲.txt"]
    by_record = compared(one, predicted[:10]).overall["statistic"].intervals["core"].recall
    assert by_record is not None
    assert 0.2 < by_record[0] < 0.5 < by_record[1] < 0.8

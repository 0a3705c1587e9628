"""Mentions by label: strictly, overlapping, and where only recall is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.data import Label as Kind
from extract.evaluation import GoldError, check_gold, evaluate
from extract.evaluation.mentions import MentionCounts, MentionReport, compare_mentions
from extract.evaluation.resolve import Mark
from extract.evaluation.runs import MENTIONS, RunError

from .cases import item, label, write_lines, write_run

TEXT = "甲县5家工厂，乙县3家。"


def mark(start: int, end: int, kind: Kind = Kind.PLACE, *, optional: bool = False) -> Mark:
    return Mark("甲.txt", kind, (start, end), optional)


def scored(labelled: Sequence[Mark], predicted: Sequence[Mark]) -> MentionCounts:
    return compare_mentions(labelled, [], lambda doc: predicted).labelled[Kind.PLACE]


def test_the_same_characters_are_strict_and_a_shared_one_overlaps() -> None:
    gold = [mark(0, 2), mark(7, 9), mark(12, 14)]
    assert scored(gold, [mark(0, 2), mark(8, 9), mark(20, 22)]) == MentionCounts(3, 3, 1, 2)


def test_scores_of_both_senses() -> None:
    data = MentionCounts(gold=4, predicted=5, strict=1, overlapping=2).data()
    assert data["strict"] == {"count": 1, "precision": 0.2, "recall": 0.25, "f1": 2 / 9}
    assert data["overlapping"] == {"count": 2, "precision": 0.4, "recall": 0.5, "f1": 4 / 9}


def test_a_file_that_labels_one_kind_of_name_holds_all_names_and_no_figure() -> None:
    found = [mark(0, 2, Kind.ORG), mark(2, 4, Kind.QUANTITY), mark(5, 6, Kind.INDICATOR)]
    report = compare_mentions([mark(0, 2)], [], lambda doc: found)
    assert report.labelled == {Kind.ORG: MentionCounts(0, 1, 0, 0), Kind.PLACE: MentionCounts(1, 0, 0, 0)}


def test_a_file_that_labels_one_kind_of_figure_holds_all_figures_and_no_name() -> None:
    found = [mark(0, 2), mark(2, 4, Kind.QUANTITY)]
    report = compare_mentions([mark(5, 6, Kind.TIME)], [], lambda doc: found)
    assert report.labelled == {Kind.QUANTITY: MentionCounts(0, 1, 0, 0), Kind.TIME: MentionCounts(1, 0, 0, 0)}


def test_each_mention_is_met_once() -> None:
    assert scored([mark(0, 6)], [mark(0, 2), mark(3, 6)]) == MentionCounts(1, 2, 0, 1)
    assert scored([mark(0, 2), mark(3, 6)], [mark(0, 6)]) == MentionCounts(2, 1, 0, 1)


def test_an_optional_mention_counts_neither_way() -> None:
    assert scored([mark(0, 2), mark(4, 6, optional=True)], [mark(0, 2)]) == MentionCounts(1, 1, 1, 1)
    assert scored([mark(0, 2), mark(4, 6, optional=True)], [mark(0, 2), mark(4, 6)]) == MentionCounts(1, 1, 1, 1)


def test_of_anchors_only_recall_is_known() -> None:
    gold = [item((2, 4)), item((9, 11)), item((0, 2), record_type="role", person="甲某", org="乙厂")]
    found = compare_mentions([], gold, lambda doc: [mark(2, 4, Kind.QUANTITY), mark(8, 10, Kind.QUANTITY)]).anchors
    assert found == {
        Kind.PERSON: MentionCounts(1, None, 0, 0),
        Kind.QUANTITY: MentionCounts(2, None, 1, 2),
    }
    assert found[Kind.QUANTITY].data()["strict"] == {"count": 1, "precision": None, "recall": 0.5, "f1": None}


def test_two_records_on_one_figure_are_one_mention() -> None:
    gold = [item((2, 4), subject="甲县"), item((2, 4), subject="乙县")]
    found = compare_mentions([], gold, lambda doc: [mark(2, 4, Kind.QUANTITY)]).anchors
    assert found == {Kind.QUANTITY: MentionCounts(1, None, 1, 1)}


def test_ranks_and_optional_labels_are_no_anchors() -> None:
    gold = [item((2, 4), measure="rank", unit="rank"), item((9, 11), optional=True)]
    assert compare_mentions([], gold, lambda doc: []) == MentionReport({}, {})


# ---- files --------------------------------------------------------------------------------------------------------


def place(quote: str, anchor: str, **fields: object) -> dict[str, object]:
    return {"doc": "甲.txt", "label": "PLACE", "quote": quote, "anchor": anchor, **fields}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_lines(tmp_path / "gold" / "甲.jsonl", [label(quote="甲县5家", anchor="5家", value=5)])
    write_lines(tmp_path / "gold" / "甲.mentions.jsonl", [place("甲县5家", "甲县"), place("乙县3家", "乙县")])
    run = write_run(tmp_path / "run", {"甲.txt": TEXT}, [])
    row = {"article_id": "甲.txt#1", "start": 0, "end": 2, "text": "甲县", "label": "PLACE", "normal": "甲县"}
    write_lines(run / MENTIONS, [row, row | {"start": 2, "end": 4, "text": "5家", "label": "QUANTITY", "normal": None}])
    return tmp_path


def test_a_file_beside_the_labels_says_every_mention_of_its_labels(folder: Path) -> None:
    for gold in (folder / "gold", folder / "gold" / "甲.jsonl"):
        mentions = evaluate(gold, folder / "run").mentions
        assert mentions is not None
        assert mentions.labelled == {Kind.PLACE: MentionCounts(2, 1, 1, 1)}
        assert mentions.anchors == {Kind.QUANTITY: MentionCounts(1, None, 1, 1)}


def test_mentions_may_be_labelled_alone(folder: Path) -> None:
    (folder / "gold" / "甲.jsonl").unlink()
    for gold in (folder / "gold", folder / "gold" / "甲.mentions.jsonl"):
        report = evaluate(gold, folder / "run")
        assert report.mentions == MentionReport({Kind.PLACE: MentionCounts(2, 1, 1, 1)}, {})
        assert report.statistics.gold == report.others.gold == 0
        assert check_gold(gold, folder / "run" / "in") == []


def test_a_folder_without_any_label_is_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(FileNotFoundError, match=r"no \.jsonl file"):
        check_gold(folder / "empty", folder / "run" / "in")


def test_mentions_are_checked_as_labels_are(folder: Path) -> None:
    bad = [place("甲县", "丙县"), place("甲县5家", "甲县", colour=1), place("甲县5家", "甲县") | {"label": "TOWN"}]
    bad += [place("甲县5家", "甲县"), place("甲县5家工厂", "甲县"), place("县", "县")]
    path = write_lines(folder / "gold" / "甲.mentions.jsonl", bad)
    expected = ["anchor_not_found", "unknown_field", "bad_value", "duplicate_label", "quote_twice"]
    for gold in (folder / "gold", path):
        assert [problem.code for problem in check_gold(gold, folder / "run" / "in")] == expected
    with pytest.raises(GoldError, match="anchor_not_found"):
        evaluate(folder / "gold", folder / "run")


def test_a_run_without_its_file_of_mentions_is_refused(folder: Path) -> None:
    (folder / "run" / MENTIONS).unlink()
    with pytest.raises(RunError, match=MENTIONS):
        evaluate(folder / "gold", folder / "run")

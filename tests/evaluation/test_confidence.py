"""What the labels say of each rule."""

from __future__ import annotations

from pathlib import Path

from extract.assembly import confidences, load
from extract.evaluation.confidence import confidence_table
from extract.evaluation.scoring import compare_items
from extract.loading import Knowledge
from extract.pipeline import Pipeline

from .cases import item


def table() -> dict[str, tuple[str, ...]]:
    gold = [item((at, at + 2)) for at in range(0, 40, 4)]
    predicted = [item((at, at + 2), rule="statistic.good") for at in range(0, 16, 4)]
    predicted += [item((16, 18), rule="statistic.bad", metric="车间"), item((50, 52), rule="statistic.bad")]
    report = compare_items(["甲.txt"], gold, predicted)
    rules = ["statistic.unseen", "statistic.good", "statistic.bad", "event.unseen"]
    lines = [line for line in confidence_table(report, rules).splitlines() if not line.startswith("#")]
    assert lines[0] == "rule\trecords\tright\tconfidence"
    return {cells[0]: tuple(cells[1:]) for cells in (line.split("\t") for line in lines[1:])}


def test_a_rule_is_drawn_towards_its_type() -> None:
    # of six records of the type four are right: p = 5 / 8; four more such records are added to each rule
    assert table() == {
        "event.unseen": ("0", "0", "0.500"),
        "statistic.bad": ("2", "0", "0.417"),
        "statistic.good": ("4", "4", "0.812"),
        "statistic.unseen": ("0", "0", "0.625"),
    }


def test_rules_stand_in_the_order_of_their_names() -> None:
    assert list(table()) == sorted(table())


def test_records_have_the_confidence_of_their_rule(pipeline: Pipeline) -> None:
    known = confidences(Knowledge().table("confidence.tsv"))
    records = pipeline("2022年，全市完成工业投资460亿元，同比增长11%。", place="滨海市")
    assert len(records) == 2
    assert [record.confidence for record in records] == [known[record.rule] for record in records]
    assert all(0 < value < 1 for value in known.values())


def test_a_user_s_own_table_may_say_otherwise(tmp_path: Path) -> None:
    rows = "rule\trecords\tright\tconfidence\nstatistic.growth\t9\t9\t0.9\n"
    (tmp_path / "confidence.tsv").write_text(rows, "utf-8")
    (record,) = load(place="滨海市", knowledge=tmp_path)("全市工业投资同比增长11%。")
    assert (record.rule, record.confidence) == ("statistic.growth", 0.9)


def test_confidence_changes_no_score() -> None:
    # an item, which is all that is compared, has no confidence
    assert "confidence" not in {field for one in [item()] for field in (*one.slots, *one.__slots__)}

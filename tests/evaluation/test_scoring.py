"""Labels against whole runs, through files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.evaluation import GoldError, Report, RunError, agreement, error_lines, errors, evaluate, tables, unshared
from extract.evaluation.counts import Counts
from extract.evaluation.gold import gold_files
from extract.evaluation.labels import load
from extract.evaluation.runs import ARTICLES, RECORDS
from extract.evaluation.texts import folder_texts, raw_text

from .cases import identity, label, record_of, write_lines, write_run

ROOT = Path(__file__).parents[2]
TEXT = "全县有工厂5家，其中新厂3家。甲河集团与乙山大学共建研究院。"
LABELS = [
    label(id="a", quote="工厂5家", anchor="5家", value=5, subject="丙县"),
    label(id="b", quote="新厂3家", anchor="3家", value=3, subject="丙县", metric="新厂", part_of="a"),
    label(
        id="c",
        record_type="cooperation",
        quote="共建研究院",
        anchor="研究院",
        parties=["甲河集团", "乙山大学"],
        object="研究院",
    ),
]


def perfect(gold: Path, texts: dict[str, str], folder: Path) -> list[dict[str, Any]]:
    """The records that say what the required labels of `gold` say."""
    items = [i for i in load(gold_files(gold), texts.get) if not i.optional]
    totals = {(i.doc, i.spans): identity(i, texts[i.doc]) for i in items}
    by_doc = {doc: {spans: rid for (d, spans), rid in totals.items() if d == doc} for doc in texts}
    return [record_of(i, texts[i.doc], i.doc, by_doc[i.doc]) for i in items]


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path, list[dict[str, Any]]]:
    gold = write_lines(tmp_path / "gold" / "甲.jsonl", LABELS)
    records = perfect(gold, {"甲.txt": TEXT}, tmp_path)
    return gold, write_run(tmp_path / "run", {"甲.txt": TEXT}, records), records


Small = tuple[Path, Path, list[dict[str, Any]]]


def test_a_run_that_says_what_gold_says_scores_one(small: Small) -> None:
    report = evaluate(*small[:2])
    assert report.statistics == Counts(2, 2, 2, 2, 2, 2, 2)
    assert report.others == Counts(1, 1, 1, 1, 1, 1, 1)
    assert report.score("core") == report.score("others_full") == 1
    assert list(error_lines(errors(report))) == []


def test_the_gold_set_of_the_project_scores_one_against_itself(tmp_path: Path) -> None:
    gold = ROOT / "gold" / "dev"
    texts = {path.name: raw_text(path) for path in (ROOT / "corpus").glob("*.txt")}
    run = write_run(tmp_path, texts, perfect(gold, texts, tmp_path))
    report = evaluate(gold, run)
    for name, found in report.types.items():
        counts = found.counts
        assert counts == Counts(*[counts.gold] * 7), name
    wrong = [pair.wrong for matching in report.matchings.values() for pair in matching.pairs if pair.wrong]
    # a total that is optional has no record here
    assert {slot for slots in wrong for slot in slots} <= {"part_of"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"metric": "仓库"}, Counts(2, 2, 2, 1, 1, 1, 1)),
        ({"subject": "丙"}, Counts(2, 2, 2, 1, 1, 1, 1)),
        ({"modality": "target"}, Counts(2, 2, 2, 2, 1, 2, 1)),
        ({"measure": "increment"}, Counts(2, 2, 1, 1, 1, 1, 1)),
        ({"scope": "甲名单"}, Counts(2, 2, 2, 2, 2, 2, 2)),
        (None, Counts(2, 1, 1, 1, 1, 1, 1)),
    ],
)
def test_a_damaged_run_loses_what_was_damaged(small: Small, change: dict[str, str] | None, expected: Counts) -> None:
    gold, run, records = small
    damaged = records[1:] if change is None else [records[0] | change, *records[1:]]
    write_lines(run / RECORDS, damaged)
    report = evaluate(gold, run)
    assert report.statistics == expected
    assert report.others == Counts(1, 1, 1, 1, 1, 1, 1)


def test_a_wrong_total_costs_part_of_alone(small: Small) -> None:
    gold, run, records = small
    write_lines(run / RECORDS, [record | {"part_of": None} if "part_of" in record else record for record in records])
    slots = evaluate(gold, run).slots["statistic"]
    assert slots["part_of"].data()["accuracy_filled"] == 0
    assert slots["metric"].data()["accuracy"] == 1


def test_figures_alone_count_whatever_the_measure(small: Small) -> None:
    gold, run, records = small
    write_lines(run / RECORDS, [records[0] | {"measure": "increment"}, *records[1:]])
    assert evaluate(gold, run).data()["figures"]["found"]["f1"] == 1


def test_an_empty_run_misses_everything(small: Small) -> None:
    gold, run, _ = small
    write_lines(run / RECORDS, [])
    report = evaluate(gold, run)
    assert report.statistics == Counts(gold=2)
    assert (report.statistics.precision("core"), report.score("core")) == (None, 0)
    assert [line.split()[0] for line in error_lines(errors(report)) if not line.startswith(" ")] == ["missed:"] * 3


def test_a_file_without_labels_makes_every_record_spurious(small: Small) -> None:
    gold, run, _ = small
    write_lines(gold, [])
    report = evaluate(gold, run)
    assert report.statistics == Counts(predicted=2)
    assert report.statistics.recall("found") is None


def test_records_of_documents_without_labels_are_left_out(small: Small, tmp_path: Path) -> None:
    gold, _, records = small
    other = [record | {"article_id": "乙.txt#1"} for record in records]
    run = write_run(tmp_path / "two", {"甲.txt": TEXT, "乙.txt": TEXT}, [*records, *other])
    assert evaluate(gold, run).statistics == Counts(2, 2, 2, 2, 2, 2, 2)


def test_a_document_may_be_named_by_the_last_part_of_its_path(small: Small, tmp_path: Path) -> None:
    gold, _, records = small
    moved = [record | {"article_id": "报纸/甲.txt#1"} for record in records]
    assert evaluate(gold, write_run(tmp_path / "moved", {"报纸/甲.txt": TEXT}, moved)).score("core") == 1


def test_a_source_of_two_articles_has_two_lines(small: Small) -> None:
    gold, run, records = small
    (article,) = [orjson.loads(line) for line in (run / ARTICLES).read_bytes().splitlines()]
    halves = [article | {"end": 15}, article | {"article_id": "甲.txt#2", "start": 15}]
    write_lines(run / ARTICLES, halves[::-1])
    write_lines(run / RECORDS, records[:2])
    articles = evaluate(gold, run).articles
    assert {
        name: (parts["statistic"].counts.core, parts["others"].counts.gold) for name, parts in articles.items()
    } == {
        "甲.txt#1": (2, 0),
        "甲.txt#2": (0, 1),
    }


def test_texts_may_lie_elsewhere_than_the_run_read_them(small: Small, tmp_path: Path) -> None:
    gold, run, _ = small
    (tmp_path / "run" / "in").rename(tmp_path / "elsewhere")
    with pytest.raises(GoldError, match="no_text"):
        evaluate(gold, run)
    assert evaluate(gold, run, tmp_path / "elsewhere").score("core") == 1


def test_decoded_texts_of_a_run_come_first(small: Small) -> None:
    gold, run, _ = small
    (run / "texts").mkdir()
    (run / "texts" / "甲.txt.txt").write_bytes(TEXT.encode())
    (run / "in" / "甲.txt").write_bytes(TEXT.encode("gb18030"))
    assert evaluate(gold, run).score("core") == 1


def test_a_text_that_changed_since_the_run_is_refused(small: Small) -> None:
    gold, run, _ = small
    (run / "in" / "甲.txt").write_text(f"又{TEXT}", "utf-8")
    with pytest.raises(RunError, match="not the text"):
        evaluate(gold, run)


def test_a_folder_that_is_no_run_is_refused(small: Small, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no finished run"):
        evaluate(small[0], tmp_path)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_order_of_a_run_s_lines_changes_nothing(small: Small, data: st.DataObject) -> None:
    gold, run, records = small
    lines = [*records, records[0] | {"metric": "仓库"}, records[1] | {"subject": "丁县"}]
    write_lines(run / RECORDS, lines)
    before = evaluate(gold, run).data()
    write_lines(run / RECORDS, data.draw(st.permutations(lines)))
    assert evaluate(gold, run).data() == before


def test_each_rule_has_the_precision_of_its_records(small: Small) -> None:
    gold, run, records = small
    write_lines(run / RECORDS, [records[0] | {"rule": "a.b", "metric": "仓库"}, *records[1:]])
    rules = evaluate(gold, run).data()["rules"]
    assert [rules["a.b"][level]["precision"] for level in ("found", "core")] == [1, 0]
    assert [rules["test.rule"]["core"][score] for score in ("precision", "recall")] == [1, 2 / 3]


def test_two_labellings_are_compared_without_what_either_holds_optional(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "甲.txt").write_text(TEXT, "utf-8")
    a = write_lines(tmp_path / "a.jsonl", LABELS)
    b = write_lines(tmp_path / "b.jsonl", [LABELS[0] | {"optional": True}, LABELS[1] | {"part_of": None}])
    report = agreement(a, b, tmp_path / "texts")
    assert report.statistics == Counts(1, 1, 1, 1, 1, 1, 1)
    assert report.others == Counts(gold=1)
    assert report.slots["statistic"]["part_of"].counts.right == 0


def test_of_two_labellings_only_shared_documents_are_compared(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name in "甲乙":
        (tmp_path / "texts" / f"{name}.txt").write_text(TEXT, "utf-8")
    a, b = tmp_path / "one", tmp_path / "two"
    write_lines(a / "甲.jsonl", LABELS)
    write_lines(a / "乙.jsonl", [LABELS[0] | {"doc": "乙.txt"}])
    write_lines(b / "甲.jsonl", LABELS[:2])
    assert agreement(a, b, tmp_path / "texts").statistics == Counts(2, 2, 2, 2, 2, 2, 2)
    assert unshared(a, b) == ["乙.txt"]
    # an empty file is a labelling too: it says that there is nothing
    write_lines(b / "乙.jsonl", [])
    assert agreement(a, b, tmp_path / "texts").statistics == Counts(3, 2, 2, 2, 2, 2, 2)
    assert unshared(a, b) == []


def test_the_labels_of_the_project_fit_their_texts() -> None:
    texts = folder_texts(ROOT / "corpus")
    for folder in ("dev", "test", "passes/a", "passes/b"):
        assert load(gold_files(ROOT / "gold" / folder), texts)


def test_a_report_can_be_shown_and_written(small: Small) -> None:
    gold, run, records = small
    write_lines(
        run / RECORDS, [records[0] | {"metric": "仓库"}, records[2] | {"object": "学院", "spans": {"object": [[0, 1]]}}]
    )
    report: Report = evaluate(gold, run)
    assert orjson.loads(orjson.dumps(report.data()))["types"]["statistic"]["core"]["count"] == 0
    assert len(list(tables(report))) == 7
    lines = "\n".join(error_lines(errors(report)))
    assert "wrong slot (metric): 甲.txt#1:5-7 statistic test.rule" in lines
    assert "            gold  predicted\n    metric  工厂  仓库" in lines
    assert "spurious: 甲.txt#1:0-1 cooperation test.rule" in lines

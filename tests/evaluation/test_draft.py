"""A run turned into labels to correct."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from extract.batch.process import extractor
from extract.batch.request import Request
from extract.batch.run import run as run_batch
from extract.evaluation import RunError, check_gold, draft, evaluate
from extract.evaluation.counts import Counts
from extract.evaluation.draft import source_labels
from extract.evaluation.mentions import MentionCounts
from extract.evaluation.runs import read_run
from extract.pipeline import Pipeline

from .cases import item, record_of, write_run

ROOT = Path(__file__).parents[2]
TEXT = "甲县有工厂5家，其中新厂3家。\n乙县有工厂5家。\n"


def drafted(tmp_path: Path, *records: dict[str, Any], texts: dict[str, str] | None = None) -> list[dict[str, Any]]:
    run = read_run(write_run(tmp_path / "run", texts or {"甲.txt": TEXT}, list(records)))
    return source_labels(run, "甲.txt", "甲.txt", "甲")


def record(start: int, end: int, sentence: tuple[int, int] = (0, 15), **slots: Any) -> dict[str, Any]:
    made = record_of(item((start, end), **slots), TEXT, "甲.txt", {})
    return made | {"evidence": {"start": sentence[0], "end": sentence[1], "text": TEXT[slice(*sentence)]}}


def test_a_record_becomes_a_label_with_quote_and_anchor(tmp_path: Path) -> None:
    (label,) = drafted(tmp_path, record(12, 14, value=3, metric="新厂"))
    assert label["quote"] == "其中新厂3家"
    assert (label["anchor"], label["value"], label["unit"], label["bound"]) == ("3家", 3, "家", "exact")
    assert (label["doc"], label["id"], label["modality"], label["period"]) == ("甲.txt", "甲-001", "actual", None)
    assert not {"start", "region_code", "quantity", "record_id"} & set(label)


def test_a_quote_that_would_occur_twice_grows(tmp_path: Path) -> None:
    first, second = drafted(tmp_path, record(5, 7), record(21, 23, (16, 24)))
    assert TEXT.count(first["quote"]) == TEXT.count(second["quote"]) == 1
    assert [second["quote"], second["anchor"]] == ["乙县有工厂5家", "5家"]


def test_labels_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    labels = drafted(tmp_path, record(21, 23, (16, 24)), record(12, 14, value=3), record(5, 7))
    assert [(label["id"], label["anchor"]) for label in labels] == [
        ("甲-001", "5家"),
        ("甲-002", "3家"),
        ("甲-003", "5家"),
    ]


def test_a_part_names_the_label_of_its_total(tmp_path: Path) -> None:
    total = record(5, 7)
    part = record(12, 14, value=3, metric="新厂") | {"part_of": total["record_id"]}
    assert [label.get("part_of") for label in drafted(tmp_path, part, total)] == [None, "甲-001"]


def test_records_that_say_the_same_become_one_label(tmp_path: Path) -> None:
    twin = record(5, 7) | {"record_id": "0" * 16}
    part = record(12, 14, value=3, metric="新厂") | {"part_of": "0" * 16}
    assert [label.get("part_of") for label in drafted(tmp_path, record(5, 7), twin, part)] == [None, "甲-001"]


def test_an_anchor_in_pieces_is_its_longest_piece(tmp_path: Path) -> None:
    text = "实施节水、治沙两年行动计划。"
    one = item((2, 4), "policy", title="节水两年行动计划", action="实施")
    made = record_of(one, text, "甲.txt", {}) | {"spans": {"title": [[2, 4], [7, 13]]}}
    (label,) = drafted(tmp_path, made, texts={"甲.txt": text})
    assert label["anchor"] == "两年行动计划"


def test_a_run_whose_text_is_gone_is_refused(tmp_path: Path) -> None:
    run = write_run(tmp_path / "run", {"甲.txt": TEXT}, [])
    (run / "in" / "甲.txt").unlink()
    with pytest.raises(RunError, match="--texts"):
        draft(run, tmp_path / "labels")


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    run = write_run(tmp_path / "run", {"甲.txt": TEXT}, [record(5, 7)])
    (path,) = draft(run, tmp_path / "labels")
    path.write_text("corrected\n", "utf-8")
    with pytest.raises(FileExistsError):
        draft(run, tmp_path / "labels")
    assert path.read_text("utf-8") == "corrected\n"


def test_sources_of_one_name_keep_their_paths_apart(tmp_path: Path) -> None:
    run = write_run(tmp_path / "run", {"2030/甲.txt": TEXT, "2031/甲.txt": TEXT}, [])
    assert {path.name for path in draft(run, tmp_path / "labels")} == {"2030_甲.jsonl", "2031_甲.jsonl"}


@pytest.fixture(scope="module")
def corpus_run(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("draft")
    run_batch(Request([str(ROOT / "corpus")], folder / "run", lambda: extractor(pipeline)))
    return folder


def test_the_draft_of_a_whole_run_checks_clean_and_says_what_the_run_says(pipeline: Pipeline, corpus_run: Path) -> None:
    written = draft(corpus_run / "run", corpus_run / "labels", mentions=True)
    assert sum(written.values()) > 500
    assert check_gold(corpus_run / "labels", ROOT / "corpus", pipeline.quantity) == []
    report = evaluate(corpus_run / "labels", corpus_run / "run")
    assert report.statistics == Counts(*[report.statistics.gold] * 7)
    assert report.mentions is not None
    for counts in report.mentions.labelled.values():
        assert counts == MentionCounts(*[counts.gold] * 4)


def test_a_draft_is_read_by_its_lines(corpus_run: Path) -> None:
    for path in sorted((corpus_run / "labels").glob("*.jsonl")):
        rows = [orjson.loads(line) for line in path.read_bytes().splitlines()]
        assert {row["doc"] for row in rows} == {f"{path.name.partition('.')[0]}.txt"}

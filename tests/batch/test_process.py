"""A shard as a pure function: what fails costs its source alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.batch.hostile import simple

from extract.batch.limits import Limits, StepGuard
from extract.batch.process import Extract, Output, Processor, extractor
from extract.batch.shard import CopyItem, FileItem, Item, Part, Shard
from extract.data import Rejection, Source
from extract.pipeline import Pipeline
from extract.sources import Found, Reading, SourceError, file_state
from extract.stores.shards import PartResult
from extract.stores.sheets import WriteError, in_memory


def source(name: str, text: str, **facts: Any) -> Source:
    return Source(name, text, "0" * 64, len(text.encode()), **facts)


def file(path: Path) -> FileItem:
    return FileItem(Found(path.name, path, path.suffix), file_state(path), "0" * 64)


def process(
    *items: Item, extract: Extract = simple, guard: StepGuard | None = None
) -> tuple[list[PartResult], dict[str, list[Any]]]:
    writer, content = in_memory()
    shard = Shard(0, tuple(Part((item,)) for item in items))
    parts = Processor(extract, Reading())(shard, writer, guard or StepGuard(Limits()))
    return parts, {name: [json.loads(row) for row in data.splitlines()] for name, data in content().items()}


def test_the_lines_of_a_source_are_those_of_the_pipeline_in_text_order(pipeline: Pipeline) -> None:
    text = "滨海市2031年工业投资460亿元，同比增长11%。"
    _, lines = process(source("a.txt", text), extract=extractor(pipeline))
    expected = pipeline.process(source("a.txt", text)).articles
    assert [row["record_id"] for row in lines["records.jsonl"]] == [r.record_id for a in expected for r in a.records]
    assert [row["text"] for row in lines["mentions.jsonl"]] == [m.text for a in expected for m in a.mention_rows]


def test_a_part_knows_its_counts_and_its_lengths() -> None:
    parts, _ = process(source("a.txt", "甲\n乙"), source("b.txt", "丙"))
    assert [part.counts for part in parts] == [
        {"articles": 2, "characters": 3, "records": 1, "sources": 1},
        {"articles": 1, "characters": 1, "records": 1, "sources": 1},
    ]
    rows = [len(json.dumps({"source_id": "a.txt", "text": text}, ensure_ascii=False, separators=(",", ":")).encode()) + 1 for text in "甲乙丙"]  # fmt: skip
    assert [part.lengths["articles.jsonl"] for part in parts] == [rows[0] + rows[1], rows[2]]


def broken(error: BaseException) -> Extract:
    def extract(source: Source) -> Iterator[Output]:
        for output in simple(source):
            yield output
            if source.source_id == "b.txt":
                raise error

    return extract


@pytest.mark.parametrize(("error", "code"), [(ValueError("no such thing"), "failed"), (MemoryError(), "out_of_memory")])
def test_a_source_that_fails_half_way_leaves_its_rejection_alone(error: Exception, code: str) -> None:
    items = [source("a.txt", "甲"), source("b.txt", "乙\n丙"), source("c.txt", "丁")]
    parts, lines = process(*items, extract=broken(error))
    assert [row["source_id"] for row in lines["articles.jsonl"]] == ["a.txt", "c.txt"]
    assert [(row["source_id"], row["error"], row["kind"]) for row in lines["rejects.jsonl"]] == [
        ("b.txt", code, "source")
    ]
    assert [dict(part.counts) for part in parts][1] == {"rejected sources": 1}


def test_a_message_that_is_no_text_is_told_all_the_same() -> None:
    _, lines = process(source("b.txt", "乙"), extract=broken(ValueError("\ud83d")))
    assert lines["rejects.jsonl"][0]["message"] == "ValueError: ?"


def test_a_disk_that_is_full_is_no_fault_of_a_source() -> None:
    with pytest.raises(WriteError):
        process(source("b.txt", "乙"), extract=broken(WriteError("no space left")))


def test_a_rejection_is_a_line() -> None:
    parts, lines = process(Rejection("source", "a.txt", "empty", "no bytes"))
    assert lines["rejects.jsonl"][0]["error"] == "empty"
    assert parts[0].counts == {"rejected sources": 1}


def test_a_file_is_read_where_it_is_processed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "甲"}\n{}\n{"text": "乙"}\n', "utf-8")
    parts, lines = process(file(tmp_path / "a.jsonl"))
    assert [row["source_id"] for row in lines["articles.jsonl"]] == ["a.jsonl:1", "a.jsonl:3"]
    assert [row["source_id"] for row in lines["rejects.jsonl"]] == ["a.jsonl:2"]
    assert lines["texts.jsonl"] == [["a.jsonl_1.txt", "甲"], ["a.jsonl_3.txt", "乙"]]
    assert (parts[0].counts["sources"], parts[0].counts["texts"]) == (2, 2)


def test_a_file_that_changed_since_it_was_hashed_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲", "utf-8")
    item = file(path)
    path.write_text("甲乙", "utf-8")
    assert process(item)[1]["rejects.jsonl"][0]["error"] == "changed"


def test_a_reader_that_fails_ends_its_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(source_id: str, *rest: object) -> Iterator[Source]:
        yield source(f"{source_id}:1", "甲")
        raise RecursionError("too deep")

    monkeypatch.setattr("extract.sources.reading.READERS", {".txt": read})
    (tmp_path / "a.txt").write_text("甲", "utf-8")
    _, lines = process(file(tmp_path / "a.txt"), source("b.txt", "乙"))
    assert [row["source_id"] for row in lines["articles.jsonl"]] == ["a.txt:1", "b.txt"]
    assert [(row["source_id"], row["error"]) for row in lines["rejects.jsonl"]] == [("a.txt", "failed")]


def test_a_step_that_is_refused_is_not_taken_and_the_steps_keep_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", "utf-8")
    items: list[Item] = [source("b.txt", "乙"), file(tmp_path / "a.txt"), source("c.txt", "丙")]
    told: list[tuple[int, str]] = []
    process(*items, guard=StepGuard(Limits(), lambda step, name, seconds: told.append((step, name))))
    # one to process b; to read a, process it, and find that no more is there; one to process c
    assert told == [(1, "b.txt"), (2, "a.txt"), (3, "a.txt"), (4, "a.txt"), (5, "c.txt")]
    for step, left in (
        (1, ["a.txt", "c.txt"]),
        (2, ["b.txt", "c.txt"]),
        (3, ["b.txt", "c.txt"]),
        (5, ["b.txt", "a.txt"]),
    ):
        guard = StepGuard(Limits(), refused={step: (SourceError.CRASHED, "died")})
        _, lines = process(*items, guard=guard)
        assert [row["source_id"] for row in lines["articles.jsonl"]] == left
        assert [row["error"] for row in lines["rejects.jsonl"]] == ["crashed"]


class TestACopy:
    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        folder = tmp_path / "old"
        (folder / "texts").mkdir(parents=True)
        (folder / "articles.jsonl").write_text('{"source_id":"z"}\n{"source_id":"a.html"}\n', "utf-8")
        for name in ("mentions.jsonl", "records.jsonl", "rejects.jsonl"):
            (folder / name).write_text("", "utf-8")
        (folder / "records.jsonl").write_text("1\n2\n3\n", "utf-8")
        (folder / "texts" / "a.html.txt").write_text("旧", "utf-8")
        return folder

    def item(self, tmp_path: Path, old: Path) -> CopyItem:
        (tmp_path / "a.txt").write_text("甲", "utf-8")
        again = FileItem(Found("a.html", tmp_path / "a.txt", ".txt"), file_state(tmp_path / "a.txt"), "0" * 64)
        places = {
            "articles.jsonl": (18, 23),
            "records.jsonl": (2, 2),
            "mentions.jsonl": (0, 0),
            "rejects.jsonl": (0, 0),
        }
        return CopyItem(again, old, places, {"articles": 1, "texts": 1})

    def test_takes_its_stretch_of_each_file_and_its_texts(self, tmp_path: Path, old: Path) -> None:
        parts, lines = process(self.item(tmp_path, old))
        assert lines["articles.jsonl"] == [{"source_id": "a.html"}]
        assert lines["records.jsonl"] == [2]
        assert lines["texts.jsonl"] == [["a.html.txt", "旧"]]
        assert parts[0].counts == {"articles": 1, "texts": 1}

    @pytest.mark.parametrize("gone", ["texts/a.html.txt", "records.jsonl"])
    def test_of_which_something_is_missing_is_made_anew(self, tmp_path: Path, old: Path, gone: str) -> None:
        item = self.item(tmp_path, old)
        (old / gone).unlink()
        _, lines = process(item)
        assert lines["articles.jsonl"] == [{"source_id": "a.html", "text": "甲"}]
        assert lines["records.jsonl"] == [{"source_id": "a.html", "text": "甲"}]


def test_the_key_of_a_shard_is_made_of_its_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", "utf-8")
    item = file(tmp_path / "a.txt")
    copied = CopyItem(item, tmp_path, {}, {})
    shards = [
        Shard(0, (Part((item,)),)),
        Shard(7, (Part((copied,)),)),
        Shard(0, (Part((source("a.txt", "甲"),)),)),
        Shard(0, (Part((source("a.txt", "甲", title="乙"),)),)),
        Shard(0, (Part((source("a.txt", "甲"),)), Part((item,)))),
        Shard(0, (Part((source("a.txt", "甲"), item)),)),
    ]
    keys = [shard.key for shard in shards]
    assert keys[0] == keys[1]  # a copy gives what the file gives
    assert len(set(keys)) == len(shards) - 1


@contextmanager
def unguarded(source_id: str, size: int) -> Iterator[None]:
    yield


def test_any_guard_will_do() -> None:
    writer, content = in_memory()
    Processor(simple, Reading())(Shard(0, (Part((source("a.txt", "甲"),)),)), writer, unguarded)
    assert content()["articles.jsonl"]

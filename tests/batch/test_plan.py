"""Inputs to shards."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.hostile import write

from extract.batch import plan
from extract.batch.plan import Given, Plan
from extract.batch.shard import FileItem, Shard
from extract.data import Rejection, Source
from extract.sources import Reading, read_file


def planned(*inputs: Path | str) -> tuple[list[Shard], list[Given], Plan]:
    given: list[Given] = []
    made = Plan([str(name) for name in inputs], Reading(), Path("/nowhere"), note=given.append)
    return list(made.shards()), given, made


@given(sizes=st.lists(st.integers(1, 40), max_size=20), budget=st.integers(1, 60), most=st.integers(1, 6))
def test_every_input_is_in_one_shard_in_order_and_no_shard_is_larger_than_it_must_be(
    sizes: list[int], budget: int, most: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("in")
    write(folder, {f"{number:02}.txt": "a" * size for number, size in enumerate(sizes)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "SHARD_BYTES", budget)
        patch.setattr(plan, "SHARD_ITEMS", most)
        shards, given, _ = planned(*([folder] if sizes else []))
    assert [file.size for file in given] == sizes
    at = 0
    for shard in shards:
        assert shard.first == at
        names = [item.found.source_id for part in shard.parts for item in part.items if isinstance(item, FileItem)]
        assert names == [file.source_id for file in given[at : at + len(names)]]
        assert len(names) <= most
        assert shard.size == sum(sizes[at : at + len(names)])
        assert shard.size <= budget or len(names) == 1
        at += len(names)
    assert at == len(sizes)


def test_a_large_file_of_rows_has_shards_of_its_own_and_is_not_read_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "SHARD_BYTES", 120)
    rows = [json.dumps({"id": str(number), "text": "a" * 30}) for number in range(20)]
    write(tmp_path, {"a.txt": "a", "b.jsonl": "\n".join(rows), "c.txt": "c", "d.jsonl": rows[0]})
    shards, given, _ = planned(tmp_path)
    assert [file.source_id for file in given] == ["a.txt", "b.jsonl", "c.txt", "d.jsonl"]
    kinds = [type(item) for shard in shards for part in shard.parts for item in part.items]
    assert kinds == [FileItem, *[Source] * 20, FileItem, FileItem]
    assert [shard.first for shard in shards] == [0, *[1] * 10, 2]
    read: list[object] = []

    def counted(*given: object) -> Iterator[Source | Rejection]:
        for item in read_file(*given):  # type: ignore[arg-type]
            read.append(item)
            yield item

    monkeypatch.setattr(plan, "read_file", counted)
    next(Plan([str(tmp_path / "b.jsonl")], Reading(), tmp_path / "out", note=lambda file: None).shards())
    assert len(read) == 3


def test_what_leads_nowhere_is_an_input_too(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.txt": "a", "y/a.txt": "b", "z.png": ""})
    shards, given, made = planned(
        tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt", tmp_path / "no.txt", tmp_path / "x"
    )
    assert [(file.source_id, file.sha256 is None) for file in given] == [
        ("a.txt", False), ("a.txt", True), ("no.txt", True),
    ]  # fmt: skip
    assert [getattr(part.items[0], "error", "") for part in shards[0].parts] == [
        "", "duplicate_source_id", "missing_path",
    ]  # fmt: skip
    assert made.skipped == {"read_before": 1}  # the same file, met in its folder


def test_standard_input_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("盐场".encode())))
    shards, given, _ = planned("-")
    (part,) = shards[0].parts
    (item,) = part.items
    assert isinstance(item, Source)
    assert (item.source_id, item.text) == ("-", "盐场")
    assert (given[0].path, given[0].size) == ("-", 6)


def test_a_name_that_is_no_utf_8_is_rejected_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "a"})
    (Path(str(tmp_path) + "/b\udcd6.txt")).write_text("b", "utf-8")
    shards, given, _ = planned(tmp_path)
    assert [file.source_id for file in given] == ["a.txt", "b\\udcd6.txt"]
    assert len(shards[0].key) == 32

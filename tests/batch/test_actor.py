"""A place in a cluster, without one: shards in, what came of them out."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.batch.hostile import load_never, load_simple, tree, write

from extract.batch.actor import Actor, Result, column
from extract.batch.errors import RefusedError
from extract.batch.fingerprint import fingerprint
from extract.batch.plan import Plan
from extract.batch.shard import FileItem, Shard
from extract.batch.worker import Work
from extract.locations import Remote, location
from extract.sources import Reading


def shard(folder: Path) -> Shard:
    (found,) = Plan([str(folder)], Reading(), folder / "out", note=lambda given: None).shards()
    return found


@contextmanager
def actor(work: Work, program: str | None = None) -> Iterator[Any]:
    made = Actor(work, program or fingerprint())

    def process(number: int, given: Shard) -> Any:
        table = made(column("shard", pickle.dumps((number, given))))
        (packed,) = table["result"]
        return pickle.loads(packed.as_py())

    yield process
    made.__del__()


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return write(tmp_path / "in", {"a.txt": "甲\n乙", "b.txt": ""})


def test_what_a_shard_gives_comes_back_with_its_number(inputs: Path) -> None:
    with actor(Work(load_simple, Reading())) as process:
        results = [process(number, shard(inputs)) for number in (7, 8)]
    assert [result.number for result in results] == [7, 8]
    assert isinstance(results[0], Result)
    assert results[0].sheets == results[1].sheets
    assert results[0].sheets is not None
    assert results[0].sheets["articles.jsonl"].count(b"\n") == 2
    assert [dict(part.counts) for part in results[0].parts][1] == {"rejected sources": 1}
    assert results[0].unseen is None


def test_into_a_store_it_brings_the_shard_itself(inputs: Path, tmp_path: Path) -> None:
    out = location(f"file://{tmp_path}/out")
    assert isinstance(out, Remote)
    given = shard(inputs)
    with actor(Work(load_simple, Reading(), deliver=out)) as process:
        result = process(0, given)
    assert result.sheets is None
    (content,) = tree(tmp_path / "out").values()
    assert content.count(b'"text":') == 3
    assert (tmp_path / "out" / ".shards" / given.key).is_file()


def test_a_file_system_has_another_number_on_another_machine(inputs: Path) -> None:
    given = shard(inputs)
    (item,) = given.parts[0].items
    assert isinstance(item, FileItem)
    elsewhere = replace(item, state=(item.state[0] + 1, item.state[1] + 1, *item.state[2:]))
    moved = replace(given, parts=(replace(given.parts[0], items=(elsewhere,)), *given.parts[1:]))
    other = replace(item, state=(*item.state[:3], item.state[3] + 1))
    changed = replace(given, parts=(replace(given.parts[0], items=(other,)), *given.parts[1:]))
    with actor(Work(load_simple, Reading())) as process:
        assert process(0, moved).parts[0].counts["articles"] == 2
        assert dict(process(1, changed).parts[0].counts) == {"rejected sources": 1}


def test_a_machine_that_sees_none_of_the_files_says_so(inputs: Path) -> None:
    given = shard(inputs)
    for path in inputs.iterdir():
        path.unlink()
    with actor(Work(load_simple, Reading())) as process:
        assert process(0, given).unseen == str(inputs / "a.txt")


def test_an_error_that_ends_the_run_comes_back_as_it_is(inputs: Path) -> None:
    with actor(Work(load_never, Reading())) as process:
        error = process(0, shard(inputs))
    assert isinstance(error, ValueError)
    assert str(error) == "no such knowledge"
    with actor(Work(load_simple, Reading()), "another") as process:
        error = process(0, shard(inputs))
    assert isinstance(error, RefusedError)
    assert error.code == "other_version"

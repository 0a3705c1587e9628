"""Runs that read and write a store behind a URL: the bytes of a run on a disk, whatever breaks it off."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.batch.hostile import load_simple, request, tree, write

from extract.batch import plan
from extract.batch.engines import local
from extract.batch.errors import BrokenOffError, RefusedError
from extract.batch.request import Request
from extract.batch.run import rejected_sources, run
from extract.locations import Remote, location


class Killed(BaseException):
    """The process is gone."""


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Shards of every kind: texts in folders, rows, a page whose text is kept, what is rejected, skipped and hidden."""
    monkeypatch.setattr(plan, "SHARD_BYTES", 60)
    folder = write(tmp_path / "in", {f"b/{number}.txt": "甲\n乙\n丙\n" * (number + 1) for number in range(3)})
    write(folder, {"b.txt": "丁", "b-2.txt": "戊", "新 闻.txt": "己", ".hidden/a.txt": "庚", "b/.hidden.txt": "辛"})
    write(folder, {"rows.jsonl": "".join(f'{{"text": "{text}"}}\n' for text in "子丑寅卯"), "empty.txt": ""})
    write(folder, {"z.png": "?"})
    (folder / "gb.txt").write_bytes("滨海市今年新建盐场三个，其中大盐场一个。".encode("gb18030"))
    return folder


@pytest.fixture
def expected(inputs: Path, tmp_path: Path) -> dict[str, bytes]:
    run(request(tmp_path / "expected", inputs))
    return tree(tmp_path / "expected")


def stored(folder: Path) -> Remote:
    """A folder of this machine as a store: pyarrow treats it like any other."""
    found = location(folder.as_uri().replace("%20", " "))
    assert isinstance(found, Remote)
    return found


def asked(inputs: Path, out: Path, **options: Any) -> Request:
    return Request([str(inputs)], stored(out), load_simple, **options)


def test_a_store_is_written_like_a_disk(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    run(asked(inputs, tmp_path / "out"))
    assert tree(tmp_path / "out") == expected
    assert [row.source_id for row in rejected_sources(stored(tmp_path / "out"))] == ["empty.txt"]


def test_and_so_it_is_by_several_workers(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    run(asked(inputs, tmp_path / "out"), local(2))
    assert tree(tmp_path / "out") == expected


def test_a_store_is_read_like_a_disk(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    run(Request([str(stored(inputs))], tmp_path / "out", load_simple))
    ours, theirs = tree(tmp_path / "out"), dict(expected)
    mine, whole = json.loads(ours.pop("run.json")), json.loads(theirs.pop("run.json"))
    assert ours == theirs
    paths = [file.pop("path") for file in mine["inputs"]]
    assert paths == [f"file://{file.pop('path')}" for file in whole["inputs"]]
    assert mine == whole


def test_the_output_below_an_input_is_no_input(inputs: Path, expected: dict[str, bytes]) -> None:
    for options in ({}, {"overwrite": True}):
        run(Request([str(stored(inputs))], stored(inputs / "out"), load_simple, **options))  # type: ignore[arg-type]
    assert (inputs / "out" / "articles.jsonl").read_bytes() == expected["articles.jsonl"]


def steps_of(inputs: Path, out: Path) -> list[str]:
    names: list[str] = []
    run(asked(inputs, out), step=names.append)
    return names


def fuse(steps: int, error: Callable[[], BaseException]) -> Callable[[str], None]:
    left = iter(range(steps))

    def step(name: str) -> None:
        if next(left, None) is None:
            raise error()

    return step


@pytest.mark.parametrize("error", [Killed, lambda: OSError("the store refuses")])
def test_a_run_that_breaks_off_at_any_step_resumes_to_the_same_bytes(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path, error: Callable[[], BaseException]
) -> None:
    for steps, name in enumerate(steps_of(inputs, tmp_path / "steps")):
        out = tmp_path / f"broken {steps}"
        with pytest.raises((Killed, BrokenOffError)):
            run(asked(inputs, out), step=fuse(steps, error))
        run(asked(inputs, out, resume=True))
        assert tree(out) == expected, name


def test_what_is_done_is_not_done_again(inputs: Path, tmp_path: Path) -> None:
    with pytest.raises(Killed):
        run(asked(inputs, tmp_path / "out"), step=fuse(4, Killed))
    shards = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / ".shards").iterdir()}
    with pytest.raises(Killed):
        run(asked(inputs, tmp_path / "out", resume=True), step=fuse(2, Killed))
    now = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / ".shards").iterdir()}
    assert len(now) > len(shards) > 2
    assert {name: now[name] for name in shards if name != "plan.json"} == {
        name: time for name, time in shards.items() if name != "plan.json"
    }


def test_a_finished_run_is_not_written_over_unasked(inputs: Path, expected: object, tmp_path: Path) -> None:
    run(asked(inputs, tmp_path / "out"))
    with pytest.raises(RefusedError, match="--overwrite"):
        run(asked(inputs, tmp_path / "out"))
    assert run(asked(inputs, tmp_path / "out", resume=True)).counts["sources"] == 11


def test_an_earlier_run_on_the_disk_spares_work(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    summary = run(asked(inputs, tmp_path / "out", incremental=tmp_path / "expected"))
    assert summary.compared["copied"] == 8
    assert tree(tmp_path / "out")["articles.jsonl"] == expected["articles.jsonl"]


@pytest.mark.parametrize("name", ["input", "output"])
def test_a_url_of_no_store_is_refused(name: str, inputs: Path, tmp_path: Path) -> None:
    url = "nowhere://press/in"
    out = location(url) if name == "output" else tmp_path / "out"
    with pytest.raises(RefusedError, match="nowhere") as refused:
        run(Request([url if name == "input" else str(inputs)], out, load_simple))
    assert refused.value.code == "unknown_store"


def test_a_file_or_folder_that_a_store_does_not_have_is_a_reject(inputs: Path, tmp_path: Path) -> None:
    names = [f"{stored(inputs)}/{name}" for name in ("nothing", "z.png", "b.txt")]
    run(Request(names, tmp_path / "out", load_simple))
    assert [(row.source_id, row.error) for row in rejected_sources(tmp_path / "out")] == [
        ("nothing", "missing_path"),
        ("z.png", "unknown_type"),
    ]


def test_stores_that_fsspec_knows(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: make test-ray")
    memory = fsspec.filesystem("memory")
    memory.put(f"{inputs}/", "/press/in/", recursive=True)
    out = location("memory://press/out")
    run(Request(["memory://press/in"], out, load_simple))
    assert (out / "articles.jsonl").read_bytes() == expected["articles.jsonl"]
    assert (out / "texts" / "gb.txt.txt").read_bytes() == expected["texts/gb.txt.txt"]
    assert not (out / ".shards").exists()

"""Shards on a Ray cluster that is started here: the bytes of a local run. `make test-ray` runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.hostile import hostile_request, load_never, request, tree, write

from extract.batch import plan
from extract.batch.engines import distributed, local
from extract.batch.errors import RefusedError
from extract.batch.limits import Limits
from extract.batch.request import Request
from extract.batch.run import run
from extract.locations import location

ray = pytest.importorskip("ray", reason="Ray is not installed: make test-ray")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    """A Ray for all tests: starting one takes longer than most of them."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(address="local", num_cpus=2, include_dashboard=False, logging_level="ERROR", log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dozen shards: texts, a table that the planning process reads, a page whose text is kept, what is rejected."""
    monkeypatch.setattr(plan, "SHARD_BYTES", 60)
    folder = write(tmp_path / "in", {f"{number}.txt": "甲\n乙\n丙\n" * (number + 1) for number in range(6)})
    write(folder, {"rows.jsonl": "".join(f'{{"text": "{text}"}}\n' for text in "子丑寅卯辰巳"), "empty.txt": ""})
    (folder / "gb.txt").write_bytes("滨海市今年新建盐场三个，其中大盐场一个。".encode("gb18030"))
    return folder


@pytest.fixture
def expected(inputs: Path, tmp_path: Path) -> dict[str, bytes]:
    run(request(tmp_path / "expected", inputs), local(1))
    return tree(tmp_path / "expected")


@pytest.mark.parametrize("actors", [1, 2])
def test_the_bytes_are_those_of_a_local_run(
    actors: int, inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    run(request(tmp_path / "out", inputs), distributed(actors))
    assert tree(tmp_path / "out") == expected


def test_a_run_that_was_broken_off_is_resumed_by_either_engine(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    def broken(name: str) -> None:
        if name.startswith("commit") and len(list((tmp_path / "out" / ".shards").glob("*/shard.json"))) > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(request(tmp_path / "out", inputs), distributed(2), step=broken)
    assert not (tmp_path / "out" / "run.json").exists()
    run(request(tmp_path / "out", inputs, resume=True), distributed(1))
    assert tree(tmp_path / "out") == expected


def test_what_earlier_runs_have_is_copied(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    summary = run(request(tmp_path / "out", inputs, incremental=tmp_path / "expected"), distributed(1))
    assert summary.compared["copied"] == 8
    ours = {name: data for name, data in tree(tmp_path / "out").items() if name != "run.json"}
    assert ours == {name: data for name, data in expected.items() if name != "run.json"}


def test_a_store_is_read_and_written_by_the_actors(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    asked = request(tmp_path / "out", inputs)
    out = location(f"file://{tmp_path}/out")
    run(Request([f"file://{inputs}"], out, asked.load), distributed(2))
    ours, theirs = tree(tmp_path / "out"), dict(expected)
    mine, whole = json.loads(ours.pop("run.json")), json.loads(theirs.pop("run.json"))
    assert ours == theirs
    assert [file.pop("path").removeprefix("file://") for file in mine["inputs"]] == [
        file.pop("path") for file in whole["inputs"]
    ]
    assert mine == whole


def test_poisonous_sources_cost_what_they_cost_in_a_local_run(tmp_path: Path) -> None:
    poisons = ("swallow", "exit", "die", "fail", "memory")
    texts = {f"{number}-{what}.txt": f"乙\n!{what}" for number, what in enumerate(poisons)}
    inputs = write(tmp_path / "in", {"a.txt": "甲", **texts, "z.txt": "丁"})
    limits = Limits(seconds=0.5)
    run(hostile_request(tmp_path / "local" / "out", inputs, limits=limits), local(1))
    run(hostile_request(tmp_path / "ray" / "out", inputs, limits=limits), distributed(1))
    assert tree(tmp_path / "ray" / "out") == tree(tmp_path / "local" / "out")
    rejects = (tmp_path / "ray" / "out" / "rejects.jsonl").read_text("utf-8").splitlines()
    codes = [json.loads(row)["error"] for row in rejects]
    assert codes == ["timeout", "crashed", "crashed", "failed", "out_of_memory"]


def test_what_keeps_the_pipeline_from_being_built_is_told_as_it_is(inputs: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such knowledge"):
        run(Request([str(inputs)], tmp_path / "out", load_never), distributed(1))
    assert not (tmp_path / "out").exists()


def test_another_version_on_a_machine_of_the_cluster_is_refused(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.batch.cluster.fingerprint", lambda: "another")
    with pytest.raises(RefusedError) as refused:
        run(request(tmp_path / "out", inputs), distributed(1))
    assert refused.value.code == "other_version"


def test_the_command_gives_the_bytes_of_the_real_pipeline(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", {"a.txt": "滨海市2031年工业投资460亿元，同比增长11%。新建盐场3个。\n", "b.txt": ""})
    address = ray.get_runtime_context().gcs_address
    for name, options in (("local", []), ("ray", ["--engine", "ray", "--address", address])):
        assert extract("run", inputs, "-o", tmp_path / name, "-q", "--workers", "1", *options).returncode == 1
    assert tree(tmp_path / "ray") == tree(tmp_path / "local")
    assert b"460" in tree(tmp_path / "ray")["records.jsonl"]


def extract(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "extract", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

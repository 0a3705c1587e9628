"""`extract run` as a user and a scheduler see it: exit codes, the log, runs that are killed."""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.batch.hostile import tree, write
from tests.command import Done, run_alone, start
from tests.command import run as in_this_process

TEXT = "滨海市2031年工业投资460亿元，同比增长11%。新建盐场3个。\n"


def run(*arguments: object) -> Done:
    """A run without worker processes: how many there are changes no byte."""
    return in_this_process("run", *arguments)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four shards: a large file of rows, most of it fields that nobody reads, and what lies around it."""
    row = json.dumps({"text": TEXT, "page": "x" * 3000}, ensure_ascii=False)
    rows = f"{row}\n" * 250
    return write(tmp_path_factory.mktemp("in"), {"a.txt": TEXT, "b.jsonl": rows, "c.txt": ""})


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, inputs: Path) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected") / "out"
    assert run(inputs, "-o", folder, "-q").returncode == 1
    return tree(folder)


def children(process: int) -> list[int]:
    """The processes that a process has started and that have not ended."""
    text = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return [int(child) for child in text.split()]


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + 120
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


def shards(folder: Path) -> list[Path]:
    return list((folder / ".shards").glob("*/shard.json"))


def test_a_killed_run_is_resumed_to_the_same_bytes_and_leaves_no_worker(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    if not Path("/proc/self/task").is_dir():
        pytest.skip("this system does not list the children of a process")
    out = tmp_path / "out"
    process = start("run", inputs, "-o", out, "-q", "--workers", "2")
    wait_for(lambda: shards(out) or process.poll() is not None)
    workers = children(process.pid)
    process.kill()
    process.communicate()
    assert shards(out)
    wait_for(lambda: not any(Path(f"/proc/{worker}/statm").read_text().strip("0 \n") for worker in workers if Path(f"/proc/{worker}").exists()))  # fmt: skip
    assert run(inputs, "-o", out, "-q").returncode == 2
    assert run(inputs, "-o", out, "-q", "--resume").returncode == 1
    assert tree(out) == expected
    assert run(inputs, "-o", out, "-q", "--resume").returncode == 1


def test_a_request_to_end_is_obeyed_with_a_code_of_its_own(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = start("run", inputs, "-o", out, "-q", "--workers", "1")
    wait_for(lambda: shards(out) or process.poll() is not None)
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate()
    assert process.returncode == 3
    assert len(told.splitlines()) == 1
    assert "--resume" in told
    assert run(inputs, "-o", out, "-q", "--resume").returncode == 1
    assert tree(out) == expected


def test_a_disk_that_takes_no_more_is_one_error_and_the_rest_is_kept(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    largest = max(len(data) for data in expected.values())

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest * 9 // 10, largest))

    done = run_alone("run", inputs, "-o", tmp_path / "out", before=full)
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.splitlines()) == 1
    assert "File too large" in done.stderr
    assert not (tmp_path / "out" / "run.json").exists()
    assert run(inputs, "-o", tmp_path / "out", "-q", "--resume").returncode == 1
    assert tree(tmp_path / "out") == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_one_error(inputs: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = run(inputs, "-o", tmp_path / "out")
    tmp_path.chmod(0o700)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)
    assert "Permission denied" in done.stderr


def test_a_place_that_takes_no_folder_is_one_error(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(inputs, "-o", tmp_path / "file" / "out")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)


def test_the_log_is_a_line_of_json_for_each_event(inputs: Path, tmp_path: Path) -> None:
    done = run_alone("run", inputs, "-o", tmp_path / "out", "--log-json", "-q", "--workers", "1")
    assert (done.returncode, done.stdout) == (1, "")
    events: list[dict[str, Any]] = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["start", "shard", *["shard"] * 2, "shard", "reject", "end"]
    keys = {
        "start": {"inputs", "output", "engine", "workers"},
        "shard": {"shard", "first", "inputs", "bytes", "counts"},
        "reject": {"source_id", "error", "message"},
        "end": {"exit_code", "counts", "compared"},
    }
    for event in events:
        assert set(event) == {"event", "seconds"} | keys[event["event"]]
    assert (events[-2]["source_id"], events[-2]["error"]) == ("c.txt", "empty")
    assert events[-1]["counts"] == json.loads((tmp_path / "out" / "run.json").read_bytes())["counts"]
    assert sum(event["counts"].get("sources", 0) for event in events if event["event"] == "shard") == 251
    again = run(inputs, "-o", tmp_path / "out", "--log-json")
    (started, stopped) = [json.loads(line) for line in again.stderr.splitlines()]
    assert (again.returncode, started["event"], stopped["event"], stopped["exit_code"]) == (2, "start", "stop", 2)


def test_an_earlier_run_spares_the_work(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    copied = write(tmp_path / "in", {path.name: path.read_text("utf-8") for path in inputs.iterdir()})
    assert run(copied, "-o", tmp_path / "first", "-q").returncode == 1
    (copied / "a.txt").unlink()
    write(copied, {"d.txt": TEXT})
    done = run(copied, "-o", tmp_path / "second", "--incremental", tmp_path / "first")
    assert done.returncode == 1
    assert "1 inputs of the earlier run are gone: a.txt" in done.stderr
    for line in ("unchanged inputs", "vanished inputs"):
        assert line in done.stdout
    assert run(copied, "-o", tmp_path / "fresh", "-q").returncode == 1
    for name in ("articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl"):
        assert (tmp_path / "second" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [["--memory", "much"], ["--workers", "-1"], ["--resume", "--overwrite"], ["--incremental", "nothing"], ["--timeout", "-3"]],
)  # fmt: skip
def test_options_that_make_no_sense_are_usage_errors(inputs: Path, tmp_path: Path, arguments: list[str]) -> None:
    assert run(inputs, "-o", tmp_path / "out", *arguments).returncode == 2
    assert not (tmp_path / "out").exists()


def test_standard_input_cannot_be_resumed(tmp_path: Path) -> None:
    done = run("-", "-o", tmp_path / "out", "--resume")
    assert done.returncode == 2
    assert "standard input" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "dask"], "there are local, ray"),
        (["--address", "auto"], "say --engine ray"),
        (["--engine", "ray", "--workers", "0"], "leave out --engine ray"),
    ],
)
def test_engines_that_cannot_be_had_are_refused(inputs: Path, tmp_path: Path, options: list[str], told: str) -> None:
    done = run(inputs, "-o", tmp_path / "out", *options)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_without_ray_it_is_told_what_to_install(inputs: Path, tmp_path: Path) -> None:
    if find_spec("ray") is not None:
        pytest.skip("Ray is installed")
    done = run(inputs, "-o", tmp_path / "out", "--engine", "ray", "--workers", "1")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "pip install 'extract[ray]' [not_installed]" in done.stderr


def test_a_store_is_written_and_a_url_of_none_is_refused(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    done = run(inputs, "-o", f"file://{tmp_path}/out", "-q", "--log-json")
    assert done.returncode == 1
    events = [json.loads(line)["event"] for line in done.stderr.splitlines()]
    assert (events[0], events.count("reject"), events[-1]) == ("start", 1, "end")
    assert tree(tmp_path / "out") == expected
    done = run("nowhere://press/in", "-o", tmp_path / "none")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "[unknown_store]" in done.stderr

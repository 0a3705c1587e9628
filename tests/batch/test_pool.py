"""Worker processes, and what becomes of a source that hangs them or kills them."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.batch.hostile import hostile_request, load_death, load_never, load_talkative, request, tree, write

from extract.batch import plan, pool
from extract.batch.engines import local
from extract.batch.errors import BrokenOffError
from extract.batch.limits import Limits
from extract.batch.request import Request, Summary
from extract.batch.run import run

FINE = {"a.txt": "甲", "c.txt": "丙", "d.txt": "丁"}


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def poisoned(tmp_path: Path, command: str, **limits: Any) -> tuple[Summary, Path]:
    """A run over three good sources and one that does as it is told."""
    inputs = write(tmp_path / "in", {**FINE, "b.txt": f"乙\n!{command}"})
    out = tmp_path / "out"
    return run(hostile_request(out, inputs, limits=Limits(**limits)), local(1)), out


@pytest.mark.parametrize(
    ("command", "code", "limits"),
    [
        ("hang", "timeout", {"seconds": 0.5}),
        ("swallow", "timeout", {"seconds": 0.5}),
        ("hang_deaf", "timeout", {"seconds": 0.5}),
        ("memory", "out_of_memory", {}),
        ("allocate", "out_of_memory", {"memory": 1 << 30}),
        ("exit", "crashed", {}),
        ("die", "crashed", {}),
        ("fail", "failed", {}),
    ],
)
def test_a_poisonous_source_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, code: str, limits: dict[str, Any]
) -> None:
    monkeypatch.setattr(pool, "_GRACE", 0.5)
    summary, out = poisoned(tmp_path, command, **limits)
    assert [row["source_id"] for row in rows(out, "articles.jsonl")] == list(FINE)
    assert [(row["source_id"], row["error"]) for row in rows(out, "rejects.jsonl")] == [("b.txt", code)]
    assert summary.counts["rejected sources"] == 1
    assert (summary.counts["sources"], summary.counts["articles"]) == (3, 3)


def test_a_source_during_which_a_worker_was_killed_once_is_not_lost(tmp_path: Path) -> None:
    summary, out = poisoned(tmp_path, "die_once")
    assert (tmp_path / "died").exists()
    assert [row["source_id"] for row in rows(out, "articles.jsonl")] == ["a.txt", "b.txt", "b.txt", "c.txt", "d.txt"]
    assert summary.counts["rejected sources"] == 0


def test_several_poisons_in_one_shard(tmp_path: Path) -> None:
    texts = {f"{number}.txt": "乙\n!die" if number % 3 == 1 else "甲" for number in range(8)}
    run(hostile_request(tmp_path / "out", write(tmp_path / "in", texts)), local(2))
    assert [row["source_id"] for row in rows(tmp_path / "out", "articles.jsonl")] == [
        "0.txt", "2.txt", "3.txt", "5.txt", "6.txt",
    ]  # fmt: skip
    assert {row["source_id"]: row["error"] for row in rows(tmp_path / "out", "rejects.jsonl")} == dict.fromkeys(
        ["1.txt", "4.txt", "7.txt"], "crashed"
    )


def test_workers_that_die_before_they_can_begin_end_the_run(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", FINE)
    with pytest.raises(BrokenOffError, match="exit code 9"):
        run(Request([str(inputs)], tmp_path / "out", load_death), local(1))


def test_a_pipeline_that_cannot_be_built_ends_the_run_and_leaves_nothing(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", FINE)
    with pytest.raises(ValueError, match="no such knowledge"):
        run(Request([str(inputs)], tmp_path / "out", load_never), local(1))
    assert tree(tmp_path / "out") == {}


def test_the_bytes_are_the_same_whatever_the_number_of_workers_and_how_often_they_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "SHARD_BYTES", 30)
    inputs = write(tmp_path / "in", {f"{number:02}.txt": "甲\n乙\n" * (number % 5 + 1) for number in range(8)})
    write(inputs, {"rows.jsonl": "".join(f'{{"text": "{n}"}}\n' for n in range(6)), "bad.jsonl": "{}\n[]\n"})
    run(request(tmp_path / "0", inputs), local(0))
    expected = tree(tmp_path / "0")
    assert len(json.loads(expected["run.json"])["shards"]) > 4
    for workers, limits in ((1, Limits()), (3, Limits(characters=20)), (2, Limits(resident=1))):
        out = tmp_path / f"{workers} {limits.characters} {limits.resident}"
        run(request(out, inputs, limits=limits), local(workers))
        assert tree(out) == expected


def test_reading_waits_for_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "SHARD_BYTES", 1)
    inputs = write(tmp_path / "in", {f"{number:02}.txt": "甲" for number in range(40)})
    counts: Counter[str] = Counter()
    ahead: list[int] = []
    shards = plan.Plan.shards

    def counted(self: plan.Plan) -> Any:
        for shard in shards(self):
            counts["read"] += 1
            yield shard

    def watch(*rest: object) -> None:
        counts["done"] += 1
        ahead.append(counts["read"] - counts["done"])

    monkeypatch.setattr(plan.Plan, "shards", counted)
    run(request(tmp_path / "out", inputs), local(2), watch=watch)
    assert counts == {"read": 40, "done": 40}
    assert max(ahead) <= 4


def test_workers_are_gone_after_a_run_and_after_one_that_failed(tmp_path: Path) -> None:
    import multiprocessing

    inputs = write(tmp_path / "in", FINE)
    run(request(tmp_path / "out", inputs), local(2))
    engine = partial(run, request(tmp_path / "other", inputs), local(2))

    def fails(*rest: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine(watch=fails)
    assert multiprocessing.active_children() == []


def test_what_every_worker_says_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(plan, "SHARD_ITEMS", 1)
    inputs = write(tmp_path / "in", FINE)
    with caplog.at_level("INFO", logger="extract"):
        run(Request([str(inputs)], tmp_path / "out", load_talkative, limits=Limits(characters=0)), local(2))
    assert [record.getMessage() for record in caplog.records] == ["a model under a licence"]

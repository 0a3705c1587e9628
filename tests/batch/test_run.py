"""A whole run: broken off anywhere it resumes to the same bytes; an earlier one spares work."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.batch.hostile import request, simple, tree, write

from extract.batch import plan
from extract.batch.errors import BrokenOffError, RefusedError
from extract.batch.process import Extract, Output
from extract.batch.request import Request, Summary
from extract.batch.run import rejected_sources, run
from extract.data import Source
from extract.stores.shards import WORK, WorkFolder


class Killed(BaseException):
    """The process is gone: nothing after this is done."""


class Fuse:
    """Lets so many steps pass, then does something else."""

    def __init__(self, steps: int, then: Callable[[str], None]) -> None:
        self.left = steps
        self.then = then

    def __call__(self, name: str) -> None:
        self.left -= 1
        if self.left < 0:
            self.then(name)


def kill(name: str) -> None:
    raise Killed(name)


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five shards: texts, rows, a page whose text is kept, what is rejected and what is skipped."""
    monkeypatch.setattr(plan, "SHARD_BYTES", 60)
    folder = write(tmp_path / "in", {f"{number}.txt": "甲\n乙\n丙\n" * (number + 1) for number in range(4)})
    write(
        folder,
        {"rows.jsonl": "".join(f'{{"text": "{text}"}}\n' for text in "子丑寅卯"), "one.jsonl": '{"text": "辰"}\n'},
    )
    write(folder, {"empty.txt": "", "z.png": "?"})
    (folder / "gb.txt").write_bytes("滨海市今年新建盐场三个，其中大盐场一个。".encode("gb18030"))
    return folder


@pytest.fixture
def expected(inputs: Path, tmp_path: Path) -> dict[str, bytes]:
    run(request(tmp_path / "expected", inputs))
    return tree(tmp_path / "expected")


def test_a_run_leaves_the_files_of_the_contract_and_no_other(expected: dict[str, bytes]) -> None:
    names = {"articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl", "run.json"}
    texts = {f"texts/{name}.txt" for name in ("gb.txt", "one.jsonl_1", *(f"rows.jsonl_{n}" for n in range(1, 5)))}
    assert set(expected) == names | texts
    assert expected["texts/gb.txt.txt"].decode() == "滨海市今年新建盐场三个，其中大盐场一个。"
    sources = [json.loads(line)["source_id"] for line in expected["articles.jsonl"].splitlines()]
    assert list(dict.fromkeys(sources)) == [
        *(f"{n}.txt" for n in range(4)), "gb.txt", "one.jsonl:1", *(f"rows.jsonl:{n}" for n in range(1, 5)),
    ]  # fmt: skip


def test_the_manifest_adds_up(expected: dict[str, bytes]) -> None:
    manifest = json.loads(expected["run.json"])
    for name in ("articles", "records", "characters", "sources", "rejected sources"):
        whole = manifest["counts"][name]
        assert whole == sum(shard["counts"].get(name, 0) for shard in manifest["shards"])
        assert whole == sum(file["counts"].get(name, 0) for file in manifest["inputs"])
    assert (manifest["counts"]["skipped"], manifest["counts"]["skipped .png"]) == (1, 1)
    assert len(manifest["shards"]) == 5
    for name in ("articles.jsonl", "records.jsonl", "rejects.jsonl"):
        assert sum(file["lengths"][name] for file in manifest["inputs"]) == len(expected[name])


def steps_of(inputs: Path, folder: Path, **options: Any) -> list[str]:
    names: list[str] = []
    run(request(folder, inputs, **options), step=names.append)
    return names


def test_a_run_that_is_killed_between_any_two_steps_resumes_to_the_same_bytes(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    names = steps_of(inputs, tmp_path / "steps")
    assert len(names) > 15
    for steps in range(len(names)):
        out = tmp_path / f"killed {steps}"
        with pytest.raises(Killed):
            run(request(out, inputs), step=Fuse(steps, kill))
        run(request(out, inputs, resume=True))
        assert tree(out) == expected, names[steps]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kills=st.lists(st.integers(0, 25), min_size=2, max_size=5))
def test_and_so_does_one_that_is_killed_again_and_again(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path, kills: list[int]
) -> None:
    out = tmp_path / "out"
    shutil.rmtree(out, ignore_errors=True)
    for steps in kills:
        try:
            run(request(out, inputs, resume=True), step=Fuse(steps, kill))
        except Killed:
            continue
    run(request(out, inputs, resume=True))
    assert tree(out) == expected


def test_a_shard_is_processed_once(inputs: Path, tmp_path: Path) -> None:
    seen: list[str] = []

    def noted(source: Source) -> Iterator[Output]:
        seen.append(source.source_id)
        return simple(source)

    asked = replace(request(tmp_path / "out", inputs), load=lambda: noted)
    with pytest.raises(Killed):
        run(asked, step=Fuse(4, kill))
    first = list(seen)
    seen.clear()
    run(replace(asked, resume=True))
    # the plan, then three shards are there; the fourth was written and not named
    assert len(first) > len(set(first) & set(seen)) > 0
    assert set(first) | set(seen) >= {"0.txt", "rows.jsonl:4"}


@pytest.mark.parametrize("overwrite", [True, False])
def test_an_earlier_run_stays_whole_until_the_new_one_takes_its_place(
    inputs: Path, expected: dict[str, bytes], tmp_path: Path, overwrite: bool
) -> None:
    write(inputs, {"9.txt": "新"})
    names = steps_of(inputs, tmp_path / "steps")
    hidden = names.index("hide the earlier run")
    for steps in range(len(names)):
        out = tmp_path / f"out {steps}"
        shutil.copytree(tmp_path / "expected", out)
        with pytest.raises(Killed):
            run(request(out, inputs, overwrite=True), step=Fuse(steps, kill))
        if steps <= hidden:
            assert {name: data for name, data in tree(out).items() if not name.startswith(WORK)} == expected
        if steps == 0 and not overwrite:
            continue  # nothing was begun
        run(request(out, inputs, overwrite=overwrite, resume=not overwrite))
        assert tree(out) == tree(tmp_path / "steps"), names[steps]


class TestResume:
    def test_starts_a_run_where_there_is_none(self, inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
        run(request(tmp_path / "out", inputs, resume=True))
        assert tree(tmp_path / "out") == expected

    def test_of_a_finished_run_does_nothing(self, inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
        def never() -> Extract:
            raise AssertionError

        again = replace(request(tmp_path / "expected", inputs, resume=True), load=never)
        summary = run(again)
        assert dict(summary.counts) == json.loads(expected["run.json"])["counts"]
        assert tree(tmp_path / "expected") == expected

    def test_of_a_finished_run_over_other_inputs_is_refused(
        self, inputs: Path, expected: object, tmp_path: Path
    ) -> None:
        write(inputs, {"0.txt": "他"})
        with pytest.raises(RefusedError, match="--overwrite"):
            run(request(tmp_path / "expected", inputs, resume=True))

    def broken_off(self, inputs: Path, out: Path, **options: Any) -> None:
        with pytest.raises(Killed):
            run(request(out, inputs, **options), step=Fuse(4, kill))

    def test_redoes_what_changed_meanwhile(self, inputs: Path, tmp_path: Path) -> None:
        self.broken_off(inputs, tmp_path / "out")
        write(inputs, {"0.txt": "他", "00.txt": "新"})
        run(request(tmp_path / "out", inputs, resume=True))
        run(request(tmp_path / "fresh", inputs))
        assert tree(tmp_path / "out") == tree(tmp_path / "fresh")

    @pytest.mark.parametrize(
        ("other", "told"),
        [
            ({"options": {"place": "滨海市"}}, "place"),
            ({"program": "0"}, "program"),
            ({"options": {}, "program": "1"}, "program"),
        ],
    )
    def test_with_other_options_is_refused(
        self, inputs: Path, tmp_path: Path, other: dict[str, Any], told: str
    ) -> None:
        self.broken_off(inputs, tmp_path / "out")
        before = tree(tmp_path / "out")
        with pytest.raises(RefusedError, match=told):
            run(request(tmp_path / "out", inputs, resume=True, **other))
        assert tree(tmp_path / "out") == before

    def test_is_asked_for(self, inputs: Path, tmp_path: Path) -> None:
        self.broken_off(inputs, tmp_path / "out")
        with pytest.raises(RefusedError, match="--resume"):
            run(request(tmp_path / "out", inputs))

    def test_of_standard_input_is_refused(self, tmp_path: Path) -> None:
        for options in ({"resume": True}, {"incremental": tmp_path}):
            with pytest.raises(RefusedError, match="standard input"):
                run(request(tmp_path / "out", Path("-"), **options))

    def test_and_overwrite_are_two_things(self, inputs: Path, tmp_path: Path) -> None:
        with pytest.raises(RefusedError, match="one of them"):
            run(request(tmp_path / "out", inputs, resume=True, overwrite=True))


def test_a_finished_run_is_not_written_over_unasked(inputs: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="--overwrite"):
        run(request(tmp_path / "expected", inputs))
    assert tree(tmp_path / "expected") == expected


def test_two_processes_cannot_write_one_run(inputs: Path, tmp_path: Path) -> None:
    other = WorkFolder(tmp_path / "out")
    other.lock()
    with pytest.raises(RefusedError, match="another process"):
        run(request(tmp_path / "out", inputs))
    other.release()
    run(request(tmp_path / "out", inputs))


class TestAFullDisk:
    def full(self, name: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def test_is_one_error_at_any_step_and_what_was_written_is_taken_up(
        self, inputs: Path, expected: dict[str, bytes], tmp_path: Path
    ) -> None:
        for steps, name in enumerate(steps_of(inputs, tmp_path / "steps")):
            out = tmp_path / f"full {steps}"
            with pytest.raises(BrokenOffError, match="No space left"):
                run(request(out, inputs), step=Fuse(steps, self.full))
            run(request(out, inputs, resume=True))
            assert tree(out) == expected, name

    def test_keeps_the_run_that_was_to_be_replaced(
        self, inputs: Path, expected: dict[str, bytes], tmp_path: Path
    ) -> None:
        write(inputs, {"9.txt": "新"})
        with pytest.raises(BrokenOffError):
            run(request(tmp_path / "expected", inputs, overwrite=True), step=Fuse(3, self.full))
        kept = {name: data for name, data in tree(tmp_path / "expected").items() if not name.startswith(WORK)}
        assert kept == expected


def test_a_folder_that_cannot_be_written_is_one_error(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(BrokenOffError, match="file"):
        run(request(tmp_path / "file" / "out", inputs))


class TestIncremental:
    @pytest.fixture
    def old(self, expected: object, tmp_path: Path) -> Path:
        return tmp_path / "expected"

    def both(self, inputs: Path, old: Path, tmp_path: Path, **options: Any) -> tuple[Summary, list[str]]:
        """Run anew and from the earlier run; the same bytes, and what was processed."""
        seen: list[str] = []

        def noted(source: Source) -> Iterator[Output]:
            seen.append(source.source_id)
            return simple(source)

        asked = request(tmp_path / "out", inputs, incremental=old, **options)
        summary = run(replace(asked, load=lambda: noted))
        run(replace(asked, output=tmp_path / "fresh", incremental=None))
        ours, theirs = tree(tmp_path / "out"), tree(tmp_path / "fresh")
        mine, whole = json.loads(ours.pop("run.json")), json.loads(theirs.pop("run.json"))
        assert ours == theirs
        for name in ("counts", "inputs", "options", "version"):
            assert mine[name] == whole[name]
        return summary, seen

    def test_copies_what_is_unchanged(self, inputs: Path, old: Path, tmp_path: Path) -> None:
        summary, seen = self.both(inputs, old, tmp_path)
        assert seen == []
        assert summary.compared == {"unchanged": 8, "copied": 7, "changed": 0, "new": 0, "vanished": 0}

    def test_processes_what_changed_and_what_is_new_and_tells_what_vanished(
        self, inputs: Path, old: Path, tmp_path: Path
    ) -> None:
        write(inputs, {"1.txt": "他", "00.txt": "新", "one.jsonl": '{"text": "巳"}\n'})
        (inputs / "3.txt").unlink()
        (inputs / "gb.txt").unlink()
        summary, seen = self.both(inputs, old, tmp_path)
        assert seen == ["00.txt", "1.txt", "one.jsonl:1"]
        assert summary.compared == {"unchanged": 4, "copied": 3, "changed": 2, "new": 1, "vanished": 2}
        assert summary.vanished == ["3.txt", "gb.txt"]
        assert json.loads((tmp_path / "out" / "run.json").read_bytes())["compared"] == dict(summary.compared)

    def test_does_not_mind_another_order_or_another_folder(self, inputs: Path, old: Path, tmp_path: Path) -> None:
        names = sorted(inputs.iterdir(), reverse=True)
        copied = tmp_path / "elsewhere"
        copied.mkdir()
        moved = [str(shutil.copy(path, copied)) for path in names if path.suffix != ".png"]
        asked = request(tmp_path / "out", inputs, incremental=old)

        def never(source: Source) -> Iterator[Output]:
            pytest.fail(source.source_id)

        run(replace(asked, inputs=moved, load=lambda: never))
        run(replace(asked, inputs=moved, incremental=None, output=tmp_path / "fresh"))
        for name in ("articles.jsonl", "records.jsonl", "rejects.jsonl"):
            assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()

    def test_copies_nothing_made_with_other_options(self, inputs: Path, old: Path, tmp_path: Path) -> None:
        summary, seen = self.both(inputs, old, tmp_path, options={"place": "滨海市"})
        assert len(seen) == 10
        assert (summary.compared["unchanged"], summary.compared["copied"]) == (8, 0)

    def test_may_replace_the_run_that_it_copies_from(self, inputs: Path, old: Path, tmp_path: Path) -> None:
        write(inputs, {"00.txt": "新"})
        run(request(old, inputs, incremental=old, overwrite=True))
        run(request(tmp_path / "fresh", inputs))
        assert tree(old)["records.jsonl"] == tree(tmp_path / "fresh")["records.jsonl"]

    def test_that_is_killed_resumes_to_the_same_bytes(self, inputs: Path, old: Path, tmp_path: Path) -> None:
        write(inputs, {"00.txt": "新"})
        names = steps_of(inputs, tmp_path / "whole", incremental=old)
        for steps in range(len(names)):
            out = tmp_path / f"killed {steps}"
            with pytest.raises(Killed):
                run(request(out, inputs, incremental=old), step=Fuse(steps, kill))
            run(request(out, inputs, incremental=old, resume=True))
            assert tree(out) == tree(tmp_path / "whole"), names[steps]

    @pytest.mark.parametrize("damage", [lambda run: (run / "run.json").unlink(), lambda run: (run / "records.jsonl").write_bytes(b"")])  # fmt: skip
    def test_needs_a_whole_run(self, inputs: Path, old: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
        damage(old)
        with pytest.raises(RefusedError, match="expected"):
            run(request(tmp_path / "out", inputs, incremental=old))
        assert not (tmp_path / "out").exists()


def test_the_rejected_sources_of_a_run_are_told_in_order(inputs: Path, expected: object, tmp_path: Path) -> None:
    assert [(row.source_id, row.error) for row in rejected_sources(tmp_path / "expected")] == [("empty.txt", "empty")]


def test_nothing_but_what_decides_the_output_is_in_the_manifest(inputs: Path, tmp_path: Path) -> None:
    manifest = json.loads(_manifest(request(tmp_path / "out", inputs)))
    assert set(manifest) == {
        "version",
        "schema_version",
        "program",
        "options",
        "counts",
        "compared",
        "shards",
        "inputs",
    }


def _manifest(asked: Request) -> bytes:
    run(asked)
    return (asked.output / "run.json").read_bytes()

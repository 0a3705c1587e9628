"""A run is read in batches of whole articles, and one that does not fit is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.stores.runs import lines, statistic, told, write_run

from extract.stores.batches import batches
from extract.stores.errors import StoreError


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return write_run(tmp_path / "run", [told(f"{n}.txt#1", *map(statistic, range(n)), mentions=1) for n in range(6)])


def refusal(run: Path) -> StoreError:
    with pytest.raises(StoreError) as refused:
        list(batches(run))
    return refused.value


def test_a_batch_ends_with_an_article(run: Path) -> None:
    found = list(batches(run, full=5))
    assert [len(batch["articles"]) for batch in found] == [3, 2, 1]
    assert [len(batch["statistics"]) for batch in found] == [3, 7, 5]
    assert all("mentions" not in batch for batch in found)


def test_mentions_come_where_they_are_asked_for(run: Path) -> None:
    (found,) = batches(run, mentions=True)
    assert len(found["mentions"]) == 6


def test_no_more_is_read_than_is_asked_for(run: Path) -> None:
    text = (run / "records.jsonl").read_bytes().splitlines(keepends=True)
    (run / "records.jsonl").write_bytes(b"".join([*text[:8], b"broken\n"]))
    reading = batches(run, full=5)
    assert len(next(reading)["articles"]) == 3


@pytest.mark.parametrize("name", ["run.json", "articles.jsonl", "records.jsonl"])
def test_a_folder_without_a_finished_run(run: Path, name: str) -> None:
    (run / name).unlink()
    error = refusal(run)
    assert error.code == "no_run"
    assert name in str(error)


def test_a_line_that_does_not_read_is_named(run: Path) -> None:
    text = (run / "records.jsonl").read_text("utf-8").splitlines(keepends=True)
    (run / "records.jsonl").write_text(
        "".join([*text[:2], text[2].replace('"modality":"actual"', '"modality":"maybe"'), *text[3:]]), "utf-8"
    )
    error = refusal(run)
    assert error.code == "damaged_run"
    assert "records.jsonl, line 3: " in str(error)
    assert "modality" in str(error)


def test_a_record_without_its_article(run: Path) -> None:
    text = (run / "articles.jsonl").read_bytes().splitlines(keepends=True)
    (run / "articles.jsonl").write_bytes(b"".join([*text[:3], *text[4:]]))
    assert refusal(run).code == "damaged_run"


def test_records_of_another_schema_are_refused(run: Path) -> None:
    version = lines(run, "records.jsonl")[0]["schema_version"]
    text = (run / "records.jsonl").read_text("utf-8")
    (run / "records.jsonl").write_text(text.replace(f'"schema_version":"{version}"', '"schema_version":"0.1"'), "utf-8")
    assert refusal(run).code == "run_schema"

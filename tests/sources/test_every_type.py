"""One run over a file of every type, and one over a bad file of every type: each is told, and the rest goes on."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pyarrow
import pytest
from pyarrow import parquet
from tests.command import run as run_here

from extract.sources import READERS, Reading
from extract.sources.carriers import UnusableError

from .pdf.typesetting import Piece, pdf

FACT = "2022年，全市完成工业投资460亿元。"


def word(text: str) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(data)
    return data.getvalue()


def table(**columns: Any) -> bytes:
    data = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), data)
    return data.getvalue()


GOOD: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: FACT.encode(),
    ".md": lambda: f"# 工业\n\n{FACT}".encode(),
    ".html": lambda: f"<html><body><h1>工业</h1><p>{FACT}</p></body></html>".encode(),
    ".htm": lambda: f"<meta charset=gbk><p>{FACT}</p>".encode("gbk"),
    ".shtml": lambda: f'<!--#include virtual="/head.html"--><html><body><p>{FACT}</p></body></html>'.encode(),
    ".xhtml": lambda: f'<?xml version="1.0" encoding="utf-8"?><html><body><p>{FACT}</p></body></html>'.encode(),
    ".pdf": lambda: pdf([Piece(50, 700, FACT)]),
    ".docx": lambda: word(FACT),
    ".jsonl": lambda: json.dumps({"正文": FACT, "编号": "x7"}).encode(),
    ".jsonl.gz": lambda: gzip.compress(json.dumps({"content": FACT}).encode()),
    ".parquet": lambda: table(正文=[FACT]),
}

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "empty"),
    "sounds.txt": (lambda: bytes(range(256)) * 8, "binary"),
    "cyrillic.md": (lambda: "Ветер с моря, большой улов".encode("cp1251"), "undecodable"),
    "pictures.html": (lambda: b"<html><body><img src=a.png></body></html>", "no_text"),
    "locked.pdf": (lambda: pdf([Piece(50, 700, FACT)], password="sesame"), "encrypted"),
    "broken.pdf": (lambda: b"%PDF-1.7 and no more", "damaged"),
    "scan.pdf": (lambda: pdf([]), "no_text"),
    "archive.docx": (lambda: gzip.compress(b"no docx"), "damaged"),
    "rows.jsonl": (lambda: b"no JSON", "malformed_row"),
    "blank.jsonl": (lambda: b'{"text": " "}', "row_without_text"),
    "cut.jsonl.gz": (lambda: gzip.compress(FACT.encode())[:-6], "damaged"),
    "plain.jsonl.gz": (lambda: FACT.encode(), "damaged"),
    "fields.parquet": (lambda: table(title=["a"]), "missing_field"),
    "bytes.parquet": (lambda: b"no table", "damaged"),
}


def run(*arguments: object) -> tuple[int, str]:
    done = run_here("run", *arguments, "--quiet")
    return done.returncode, done.stdout + done.stderr


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_libraries_of_readers_are_loaded_when_a_file_needs_them() -> None:
    code = "import sys, extract.cli, extract.sources, extract.batch.run; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not loaded & {"trafilatura", "lxml", "pypdfium2", "docx", "pyarrow"}


def test_every_type_has_a_reader() -> None:
    assert set(GOOD) == set(READERS)


def test_the_same_fact_is_read_in_every_type_with_offsets_that_are_true(tmp_path: Path) -> None:
    for suffix, make in GOOD.items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"a{suffix.replace('.', '-')}{suffix}").write_bytes(make())
    code, told = run(tmp_path / "in", "-o", tmp_path / "out")
    assert (code, told) == (0, "")
    records = rows(tmp_path / "out" / "records.jsonl")
    assert {record["metric"] for record in records} == {"工业投资"}
    assert len(records) == len(GOOD)
    names = {article["article_id"]: article["source_id"] for article in rows(tmp_path / "out" / "articles.jsonl")}
    assert {name for name in names.values() if ":" in name} == {
        "a-jsonl.jsonl:x7", "a-jsonl-gz.jsonl.gz:1", "a-parquet.parquet:1",
    }  # fmt: skip
    for record in records:
        source = names[record["article_id"]]
        kept = tmp_path / "out" / "texts" / f"{source.replace(':', '_')}.txt"
        text = (kept if kept.exists() else tmp_path / "in" / source).read_text("utf-8")
        evidence = record["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"] == FACT


def test_every_bad_file_is_one_reject_with_its_code_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(FACT, "utf-8")
    for name, (make, _) in BAD.items():
        (folder / name).write_bytes(make())
    code, told = run(folder, "-o", tmp_path / "out")
    assert code == 1
    rejects = rows(tmp_path / "out" / "rejects.jsonl")
    assert {row["source_id"].partition(":")[0]: row["error"] for row in rejects} == {
        name: error for name, (_, error) in BAD.items()
    }
    assert len(rejects) == len(told.splitlines()) == len(BAD)
    assert [record["metric"] for record in rows(tmp_path / "out" / "records.jsonl")] == ["工业投资"]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, left out and put in at random."""
    spoiling = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        at, length = chance.randrange(len(spoiling) + 1), chance.choice((0, 1, 30))
        spoiling[at : at + length] = chance.randbytes(chance.choice((0, 1, 20)))
    return bytes(spoiling)


@pytest.mark.parametrize("suffix", READERS)
def test_a_file_spoilt_in_any_way_is_read_or_rejected(suffix: str) -> None:
    good = GOOD[suffix]()
    for seed in range(80):
        data = spoilt(good, random.Random(seed))
        with contextlib.suppress(UnusableError):
            for item in READERS[suffix](f"a{suffix}", io.BytesIO(data), Reading()):
                assert item.source_id.startswith("a.")


def test_options_name_the_fields_and_take_the_date_of_the_name(tmp_path: Path) -> None:
    path = tmp_path / "export-20230105.jsonl"
    row = {"nr": 5, "head": "题", "leaf": "全市完成工业投资460亿元。", "town": "青岛市", "text": "别的。"}
    path.write_text(json.dumps(row), "utf-8")
    named = ["--text-field", "leaf", "--title-field", "head", "--place-field", "town", "--id-field", "nr"]
    code, _ = run(path, "-o", tmp_path / "out", "--date-from-name", *named)
    assert code == 0
    (article,) = rows(tmp_path / "out" / "articles.jsonl")
    assert (article["source_id"], article["title"]) == ("export-20230105.jsonl:5", "题")
    assert (article["published"], article["place"]["name"]) == ("2023-01-05", "青岛市")


def test_the_date_field_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": FACT, "day": "2023/2/1", "date": "2020-01-01"}), "utf-8")
    assert run(path, "-o", tmp_path / "out", "--date-field", "day")[0] == 0
    assert rows(tmp_path / "out" / "articles.jsonl")[0]["published"] == "2023-02-01"


@pytest.mark.parametrize(("encoding", "expected"), [("gb18030", 0), ("utf-8", 1)])
def test_an_encoding_that_is_asked_for_is_taken_for_every_source(tmp_path: Path, encoding: str, expected: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("工业".encode("gb18030"))
    assert run(path, "-o", tmp_path / "out", "--encoding", encoding)[0] == expected


def test_an_encoding_that_does_not_exist_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FACT, "utf-8")
    assert run(path, "-o", tmp_path / "out", "--encoding", "utf-99")[0] == 2

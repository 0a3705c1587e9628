"""Inputs to sources: order, ids, what is skipped and what is rejected."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from extract.data import Rejection, Source
from extract.sources import Reading, Skipped, SkipReason, SourceError, read
from extract.sources.text import read_text

TEXT = "全市工业投资增长5%。"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_md", ".md").replace("_pdf", ".pdf")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def ids(items: Iterable[Source | Rejection | Skipped]) -> list[str]:
    return [item.source_id for item in items if isinstance(item, Source)]


def errors(items: Iterable[Source | Rejection | Skipped]) -> list[tuple[str, str]]:
    return [(item.source_id, item.error) for item in items if isinstance(item, Rejection)]


def test_a_file_is_named_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (source,) = read([str(tmp_path / "a.txt")])
    assert source == Source("a.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), len(TEXT.encode()), plain=True)


def test_an_input_is_a_name_or_a_path(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    assert list(read([tmp_path])) == list(read([str(tmp_path)]))


def test_a_folder_is_read_to_its_depth_in_the_order_of_relative_paths(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a__z_txt=TEXT, a__b__c_md=TEXT, c_txt=TEXT)
    (tmp_path / "a-b.txt").write_text(TEXT, "utf-8")
    expected = ["a-b.txt", "a/b/c.md", "a/z.txt", "b.txt", "c.txt"]
    assert ids(read([str(tmp_path)])) == expected == sorted(expected)


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    write(tmp_path / ".cache", b_txt=TEXT)
    (tmp_path / ".c.txt").write_text(TEXT, "utf-8")
    assert [item.source_id for item in read([str(tmp_path)])] == ["a.txt"]


def test_an_unknown_type_is_skipped_in_a_folder_and_rejected_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "b.docm").write_bytes(b"x")
    assert list(read([str(tmp_path)]))[1] == Skipped("b.docm", SkipReason.UNKNOWN_TYPE)
    assert errors(read([str(tmp_path / "b.docm")])) == [("b.docm", "unknown_type")]


def test_one_bad_source_stops_no_other(tmp_path: Path) -> None:
    write(tmp_path, a_txt="", b_txt=" \n\u3000", d_txt=TEXT)
    (tmp_path / "c.txt").write_bytes(b"\x89PNG\r\n\x00\x00\x00\x0d")
    items = list(read([str(tmp_path / "missing.txt"), str(tmp_path)]))
    assert errors(items) == [
        ("missing.txt", "missing_path"),
        ("a.txt", "empty"),
        ("b.txt", "empty"),
        ("c.txt", "binary"),
    ]
    assert ids(items) == ["d.txt"]


def test_a_folder_without_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "b.docm").write_bytes(b"x")
    assert errors(read([str(tmp_path)])) == [(tmp_path.name, "folder_without_text")]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert errors(read([str(tmp_path)])) == [("a.txt", "unreadable")]


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt=TEXT)

    def refuse(path: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert errors(read([str(tmp_path)])) == [("a.txt", "unreadable")]


def test_two_files_of_one_name_have_no_ids_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, x__a_txt=TEXT, y__a_txt=TEXT)
    items = list(read([str(tmp_path / "x" / "a.txt"), str(tmp_path / "y" / "a.txt")]))
    assert ids(items) == ["a.txt"]
    assert errors(items) == [("a.txt", "duplicate_source_id")]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    items = list(read([str(tmp_path), str(tmp_path / "a.txt")]))
    assert ids(items) == ["a.txt"]
    assert items[1] == Skipped("a.txt", SkipReason.READ_BEFORE)


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert Skipped("loop", SkipReason.LINKED_FOLDER) in list(read([str(tmp_path)]))


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    (source,) = read(["-"])
    assert isinstance(source, Source)
    assert (source.source_id, source.text, source.plain) == ("-", TEXT, False)


def test_a_row_of_json_lines_is_a_source_of_its_own(tmp_path: Path) -> None:
    rows = [
        '{"text": "甲。", "id": "n1", "title": "题", "published": "2024-03-18T09:20:00", "place": "滨海市"}',
        "",
        '{"text": "乙。"}',
    ]
    (tmp_path / "a.jsonl").write_text("\r\n".join(rows), "utf-8")
    first, second = read([str(tmp_path)])
    assert isinstance(first, Source)
    assert (first.source_id, first.title, str(first.published), first.place) == (
        "a.jsonl:n1",
        "题",
        "2024-03-18",
        "滨海市",
    )
    assert not first.plain
    assert second.source_id == "a.jsonl:3"


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("{", "malformed_row"),
        ("[1]", "malformed_row"),
        ('{"text": 5}', "malformed_row"),
        ('{"text": "甲。", "published": "去年"}', "malformed_row"),
        ('{"text": "甲。", "id": [1]}', "malformed_row"),
        ('{"title": "题"}', "row_without_text"),
        ('{"text": " "}', "row_without_text"),
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, row: str, error: str) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "甲。"}}\n{row}\n{{"text": "乙。"}}\n', "utf-8")
    items = list(read([str(tmp_path)]))
    assert ids(items) == ["a.jsonl:1", "a.jsonl:3"]
    assert errors(items) == [("a.jsonl:2", error)]
    assert "line 2" in next(item.message for item in items if isinstance(item, Rejection))


def test_the_documented_codes_are_those_of_the_program() -> None:
    page = (Path(__file__).parents[2] / "docs" / "errors.md").read_text("utf-8")
    for error in SourceError:
        assert f"| `{error.value}` | {error.meaning} |" in page


class TestAFileThatChanges:
    def test_while_it_is_read_is_rejected(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path, a_txt=TEXT, b_txt=TEXT)
        changing = tmp_path / "a.txt"

        def read_slowly(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
            if source_id == "a.txt":
                changing.write_bytes(f"{TEXT}{TEXT}".encode())
            return read_text(source_id, file, reading)

        monkeypatch.setattr("extract.sources.reading.READERS", {".txt": read_slowly})
        items = list(read([str(tmp_path)]))
        assert errors(items) == [("a.txt", "changed")]
        assert ids(items) == ["b.txt"]

    def test_keeps_the_rows_before(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text('{"text": "甲。"}\n' * 3, "utf-8")
        items = read([str(path)])
        assert ids([next(items)]) == ["a.jsonl:1"]
        with path.open("a") as file:
            file.write('{"text": "乙。"}\n')
        assert errors(items) == [("a.jsonl", "changed")]

    def test_or_is_removed_is_rejected(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text('{"text": "甲。"}\n' * 3, "utf-8")
        items = read([str(path)])
        next(items)
        path.unlink()
        assert errors(items) == [("a.jsonl", "changed")]


class TestTheDateOfAName:
    def read(self, folder: Path) -> list[date | None]:
        return [
            item.published for item in read([str(folder)], Reading(date_from_name=True)) if isinstance(item, Source)
        ]

    def test_is_that_of_a_source_without_one(self, tmp_path: Path) -> None:
        (tmp_path / "a-20250103.txt").write_text(TEXT, "utf-8")
        assert self.read(tmp_path) == [date(2025, 1, 3)]

    def test_gives_way_to_what_a_row_states(self, tmp_path: Path) -> None:
        rows = '{"text": "甲。"}\n{"text": "乙。", "published": "2024-12-31"}\n'
        (tmp_path / "2025-01-03.jsonl").write_text(rows, "utf-8")
        assert self.read(tmp_path) == [date(2025, 1, 3), date(2024, 12, 31)]

    def test_is_none_where_it_is_impossible(self, tmp_path: Path) -> None:
        (tmp_path / "a-20250230.txt").write_text(TEXT, "utf-8")
        assert self.read(tmp_path) == [None]

    def test_counts_only_where_it_is_asked_for(self, tmp_path: Path) -> None:
        (tmp_path / "a-20250103.txt").write_text(TEXT, "utf-8")
        (source,) = read([str(tmp_path)])
        assert isinstance(source, Source)
        assert source.published is None

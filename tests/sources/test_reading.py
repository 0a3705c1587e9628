"""Inputs to sources: files, folders, standard input; what cannot be used is told and never stops the rest."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from extract.data import Rejection, Source
from extract.sources import Skipped, SkipReason, SourceError, read

TEXT = "渔港今年卸下海虾三百吨。\r\n盐场开工。"


def write(path: Path, content: str | bytes = TEXT) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return str(path)


def sources(inputs: Sequence[str], encoding: str | None = None) -> list[Source]:
    return [item for item in read(inputs, encoding=encoding) if isinstance(item, Source)]


def rejected(inputs: Sequence[str], encoding: str | None = None) -> list[tuple[str, str]]:
    items = read(inputs, encoding=encoding)
    return [(item.source_id, item.error) for item in items if isinstance(item, Rejection)]


def skipped(inputs: Sequence[str]) -> list[tuple[str, SkipReason]]:
    return [(item.source_id, item.reason) for item in read(inputs) if isinstance(item, Skipped)]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


class TestAFile:
    @pytest.mark.parametrize("name", ["渔港.txt", "渔港.md", "渔港.TXT"])
    def test_is_one_source_called_by_its_name(self, tmp_path: Path, name: str) -> None:
        (source,) = sources([write(tmp_path / name)])
        assert source.source_id == name

    def test_keeps_its_text_untouched_with_its_newlines(self, tmp_path: Path) -> None:
        (source,) = sources([write(tmp_path / "a.txt")])
        assert source.text == TEXT
        assert source.size == len(TEXT.encode("utf-8"))
        assert source.sha256 == sha256(TEXT.encode("utf-8")).hexdigest()
        assert source.plain

    def test_is_not_plain_where_offsets_cannot_be_checked_on_its_bytes(self, tmp_path: Path) -> None:
        (source,) = sources([write(tmp_path / "a.txt", TEXT.encode("utf-8-sig"))])
        assert source.text == TEXT
        assert not source.plain

    def test_has_the_same_hash_in_whatever_encoding_it_came(self, tmp_path: Path) -> None:
        one, other = sources([write(tmp_path / "a.txt"), write(tmp_path / "b.txt", TEXT.encode("gb18030"))], None)
        assert one.sha256 == other.sha256

    def test_named_twice_is_read_once(self, tmp_path: Path) -> None:
        name = write(tmp_path / "a.txt")
        assert [source.source_id for source in sources([name, str(tmp_path)])] == ["a.txt"]
        assert skipped([name, str(tmp_path)]) == [("a.txt", SkipReason.READ_BEFORE)]


class TestAFolder:
    def test_is_read_to_its_depth_in_the_order_of_relative_paths(self, tmp_path: Path) -> None:
        for name in ("丙.txt", "a/乙.txt", "a/b/甲.md", "a.txt", "B.txt"):
            write(tmp_path / name, TEXT + name)
        found = [source.source_id for source in sources([str(tmp_path)])]
        assert found == ["B.txt", "a.txt", "a/b/甲.md", "a/乙.txt", "丙.txt"]
        assert found == sorted(found)

    def test_passes_over_hidden_entries(self, tmp_path: Path) -> None:
        for name in (".hidden.txt", ".git/a.txt", "a.txt"):
            write(tmp_path / name)
        assert [type(item).__name__ for item in read([str(tmp_path)])] == ["Source"]

    def test_passes_over_files_that_no_reader_handles_and_says_so(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        write(tmp_path / "图.png", b"\x89PNG")
        assert skipped([str(tmp_path)]) == [("图.png", SkipReason.UNKNOWN_TYPE)]
        assert rejected([str(tmp_path)]) == []

    def test_does_not_follow_a_linked_folder(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        (tmp_path / "circle").symlink_to(tmp_path)
        assert [source.source_id for source in sources([str(tmp_path)])] == ["a.txt"]
        assert skipped([str(tmp_path)]) == [("circle", SkipReason.LINKED_FOLDER)]

    def test_yields_before_it_is_searched_to_its_end(self, tmp_path: Path) -> None:
        for number in range(3):
            write(tmp_path / f"{number}.txt")
        first = next(iter(read([str(tmp_path)])))
        assert isinstance(first, Source)
        assert first.source_id == "0.txt"


class TestStandardInput:
    def test_is_one_source_called_by_a_dash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        feed(monkeypatch, TEXT.encode("utf-8"))
        (source,) = sources(["-"])
        assert (source.source_id, source.text) == ("-", TEXT)

    def test_is_never_plain_since_there_is_no_file_to_check(self, monkeypatch: pytest.MonkeyPatch) -> None:
        feed(monkeypatch, TEXT.encode("utf-8"))
        assert not sources(["-"])[0].plain

    def test_is_decoded_like_a_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        feed(monkeypatch, TEXT.encode("utf-16"))
        assert sources(["-"])[0].text == TEXT

    @pytest.mark.parametrize("data", [b"", b" \n\t\n"])
    def test_without_text_is_empty(self, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
        feed(monkeypatch, data)
        assert rejected(["-"]) == [("-", SourceError.EMPTY)]

    def test_that_cannot_be_read_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        feed(monkeypatch, b"")
        sys.stdin.close()
        assert rejected(["-"]) == [("-", SourceError.UNREADABLE)]


class TestWhatCannotBeUsed:
    def test_a_path_that_does_not_exist(self, tmp_path: Path) -> None:
        assert rejected([str(tmp_path / "无.txt")]) == [("无.txt", SourceError.MISSING_PATH)]

    def test_a_link_that_leads_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
        assert rejected([str(tmp_path / "a.txt")]) == [("a.txt", SourceError.MISSING_PATH)]

    def test_a_path_with_a_nul(self) -> None:
        ((_, error),) = rejected(["a\x00.txt"])
        assert error in {SourceError.MISSING_PATH, SourceError.UNREADABLE}

    def test_a_file_that_may_not_be_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(path: Path) -> bytes:
            raise PermissionError(f"not allowed: {path.name}")

        monkeypatch.setattr(Path, "read_bytes", refuse)
        assert rejected([write(tmp_path / "a.txt")]) == [("a.txt", SourceError.UNREADABLE)]

    def test_a_folder_that_may_not_be_searched(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(path: Path) -> None:
            raise PermissionError(f"not allowed: {path}")

        monkeypatch.setattr(os, "scandir", refuse)
        assert rejected([str(tmp_path)]) == [(tmp_path.name, SourceError.UNREADABLE)]

    def test_what_is_neither_file_nor_folder(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert rejected([str(tmp_path / "pipe.txt")]) == [("pipe.txt", SourceError.NOT_A_FILE)]

    @pytest.mark.parametrize("name", ["a.docx", "a"])
    def test_a_named_file_of_an_unknown_type(self, tmp_path: Path, name: str) -> None:
        assert rejected([write(tmp_path / name)]) == [(name, SourceError.UNKNOWN_TYPE)]

    def test_a_folder_without_text(self, tmp_path: Path) -> None:
        write(tmp_path / "press" / "a.png", b"\x89PNG")
        assert rejected([str(tmp_path / "press")]) == [("press", SourceError.FOLDER_WITHOUT_TEXT)]

    @pytest.mark.parametrize("content", ["", " \u3000\r\n\t"])
    def test_a_file_without_text(self, tmp_path: Path, content: str) -> None:
        assert rejected([write(tmp_path / "a.txt", content)]) == [("a.txt", SourceError.EMPTY)]

    def test_a_file_of_bytes(self, tmp_path: Path) -> None:
        assert rejected([write(tmp_path / "a.txt", bytes(range(256)))]) == [("a.txt", SourceError.BINARY)]

    def test_a_file_in_no_known_encoding(self, tmp_path: Path) -> None:
        data = "Ветер с моря".encode("koi8-r")
        assert rejected([write(tmp_path / "a.txt", data)]) == [("a.txt", SourceError.UNDECODABLE)]

    def test_an_encoding_that_does_not_exist(self, tmp_path: Path) -> None:
        assert rejected([write(tmp_path / "a.txt")], "utf-99") == [("a.txt", SourceError.UNKNOWN_ENCODING)]

    def test_a_second_source_of_the_same_name(self, tmp_path: Path) -> None:
        inputs = [write(tmp_path / "east" / "a.txt", TEXT), write(tmp_path / "west" / "a.txt", TEXT + "西")]
        assert [source.text for source in sources(inputs)] == [TEXT]
        assert rejected(inputs) == [("a.txt", SourceError.DUPLICATE_SOURCE_ID)]

    def test_both_are_read_through_the_folder_above(self, tmp_path: Path) -> None:
        for name in ("east", "west"):
            write(tmp_path / name / "a.txt")
        assert [source.source_id for source in sources([str(tmp_path)])] == ["east/a.txt", "west/a.txt"]

    def test_never_stops_the_rest(self, tmp_path: Path) -> None:
        for name, data in {"1.txt": b"", "2.txt": TEXT.encode(), "3.txt": b"\x00\x01", "4.txt": b"\xff"}.items():
            write(tmp_path / name, data)
        inputs = [str(tmp_path / "none.txt"), str(tmp_path)]
        assert [source.source_id for source in sources(inputs)] == ["2.txt"]
        assert [name for name, _ in rejected(inputs)] == ["none.txt", "1.txt", "3.txt", "4.txt"]

    def test_comes_with_a_message(self, tmp_path: Path) -> None:
        messages = [i.message for i in read([str(tmp_path / "a.txt"), str(tmp_path)]) if isinstance(i, Rejection)]
        assert len(messages) == 2
        assert all(messages)

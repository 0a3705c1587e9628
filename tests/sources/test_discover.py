"""Inputs to files: what is found under a name, and what is told of a name that leads to nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.data import Rejection, Source
from extract.sources import Reading, Skipped, SkipReason, SourceError, read
from extract.sources.discover import Found, discover

TEXT = "渔港今年卸下海虾三百吨。\r\n盐场开工。"
SUFFIXES = (".txt", ".md")


def write(path: Path, content: str | bytes = TEXT) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return str(path)


def found(name: Path | str) -> list[str]:
    return [item.source_id for item in discover(str(name), SUFFIXES) if isinstance(item, Found)]


def told(name: Path | str) -> list[tuple[str, str]]:
    """What is rejected or skipped, each with its reason."""
    return [
        (item.source_id, item.error if isinstance(item, Rejection) else item.reason)
        for item in discover(str(name), SUFFIXES)
        if not isinstance(item, Found)
    ]


class TestAFile:
    @pytest.mark.parametrize("name", ["渔港.txt", "渔港.md", "渔港.TXT"])
    def test_is_called_by_its_name(self, tmp_path: Path, name: str) -> None:
        assert found(write(tmp_path / name)) == [name]

    @pytest.mark.parametrize("name", ["a.docx", "a"])
    def test_of_an_unknown_type_is_rejected(self, tmp_path: Path, name: str) -> None:
        assert told(write(tmp_path / name)) == [(name, SourceError.UNKNOWN_TYPE)]

    def test_that_does_not_exist_is_rejected(self, tmp_path: Path) -> None:
        assert told(tmp_path / "无.txt") == [("无.txt", SourceError.MISSING_PATH)]

    def test_behind_a_link_that_leads_nowhere_is_rejected(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
        assert told(tmp_path / "a.txt") == [("a.txt", SourceError.MISSING_PATH)]

    def test_behind_a_link_is_called_by_the_link(self, tmp_path: Path) -> None:
        write(tmp_path / "b.txt")
        (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
        assert found(tmp_path / "a.txt") == ["a.txt"]

    def test_that_is_a_pipe_is_rejected(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert told(tmp_path / "pipe.txt") == [("pipe.txt", SourceError.NOT_A_FILE)]

    @pytest.mark.parametrize("name", ["a\x00.txt", "盐" * 5000 + ".txt"])
    def test_of_a_name_that_no_disk_can_hold_is_rejected(self, name: str) -> None:
        ((_, error),) = told(name)
        assert error in {SourceError.MISSING_PATH, SourceError.UNREADABLE}


class TestAFolder:
    def test_is_searched_in_the_order_of_relative_paths(self, tmp_path: Path) -> None:
        for name in ("丙.txt", "a/乙.txt", "a/b/甲.md", "a.txt", "a-b.txt", "B.txt"):
            write(tmp_path / name)
        assert found(tmp_path) == ["B.txt", "a-b.txt", "a.txt", "a/b/甲.md", "a/乙.txt", "丙.txt"]
        assert found(tmp_path) == sorted(found(tmp_path))

    def test_keeps_its_hidden_entries(self, tmp_path: Path) -> None:
        for name in (".hidden.txt", ".git/a.txt", "~$草稿.docx", "a.txt"):
            write(tmp_path / name)
        assert (found(tmp_path), told(tmp_path)) == (["a.txt"], [])

    def test_says_which_files_it_passes_over(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        write(tmp_path / "图.png", b"\x89PNG")
        assert told(tmp_path) == [("图.png", SkipReason.UNKNOWN_TYPE)]

    def test_passes_over_a_pipe_and_a_dead_link(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        os.mkfifo(tmp_path / "pipe.txt")
        (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
        assert found(tmp_path) == ["a.txt"]
        assert [name for name, _ in told(tmp_path)] == ["dead.txt", "pipe.txt"]

    def test_does_not_follow_a_linked_folder(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        (tmp_path / "circle").symlink_to(tmp_path)
        assert found(tmp_path) == ["a.txt"]
        assert told(tmp_path) == [("circle", SkipReason.LINKED_FOLDER)]

    def test_without_text_is_rejected(self, tmp_path: Path) -> None:
        write(tmp_path / "press" / "a.png", b"\x89PNG")
        assert told(tmp_path / "press")[-1] == ("press", SourceError.FOLDER_WITHOUT_TEXT)

    def test_that_may_not_be_searched_is_rejected_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(path: Any) -> Iterator[Any]:
            raise PermissionError(f"not allowed: {path}")

        monkeypatch.setattr(os, "scandir", refuse)
        assert told(tmp_path) == [(tmp_path.name, SourceError.UNREADABLE)]

    def test_is_found_before_it_is_searched_to_its_end(self, tmp_path: Path) -> None:
        for number in range(3):
            write(tmp_path / f"{number}.txt")
        assert isinstance(next(discover(str(tmp_path), SUFFIXES)), Found)


class TestWhatIsRead:
    def test_has_the_same_hash_in_whatever_encoding_it_came(self, tmp_path: Path) -> None:
        inputs = [write(tmp_path / "a.txt"), write(tmp_path / "b.txt", TEXT.encode("gb18030"))]
        one, other = (item for item in read(inputs) if isinstance(item, Source))
        assert one.sha256 == other.sha256
        assert (one.plain, other.plain) == (True, False)

    def test_needs_an_encoding_that_exists(self, tmp_path: Path) -> None:
        (item,) = read([write(tmp_path / "a.txt")], Reading(encoding="utf-99"))
        assert isinstance(item, Rejection)
        assert item.error == SourceError.UNKNOWN_ENCODING

    def test_of_two_sources_of_one_name_is_the_first(self, tmp_path: Path) -> None:
        first, second = write(tmp_path / "east" / "a.txt", "盐场"), write(tmp_path / "west" / "a.txt", "渔港")
        one, other = read([first, second])
        assert isinstance(one, Source)
        assert one.text == "盐场"
        assert isinstance(other, Rejection)
        assert other.error == SourceError.DUPLICATE_SOURCE_ID

    def test_through_the_folder_above_are_both(self, tmp_path: Path) -> None:
        for name in ("east", "west"):
            write(tmp_path / name / "a.txt")
        assert [item.source_id for item in read([str(tmp_path)])] == ["east/a.txt", "west/a.txt"]

    def test_is_a_linked_file_once(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
        assert [type(item) for item in read([str(tmp_path)])] == [Source, Skipped]

"""Files that can go back, shards that are whole."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.stores import sheets
from extract.stores.sheets import ShardFolder, Sheet, WriteError, in_memory

ACTS = st.lists(
    st.one_of(st.binary(max_size=40), st.floats(0, 1, allow_nan=False), st.just("spill")), max_size=30
)  # fmt: skip


@given(acts=ACTS, full=st.integers(1, 60))
def test_a_sheet_holds_what_was_written_and_not_taken_back(acts: list[bytes | float | str], full: int) -> None:
    expected = b""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheets, "_FULL", full)
        path = Path(folder, "a")
        sheet = Sheet(FileIO(path, "wb"))
        for act in acts:
            if isinstance(act, bytes):
                sheet.write(act)
                expected += act
            elif isinstance(act, float):
                expected = expected[: int(act * len(expected))]
                sheet.back(len(expected))
            else:
                sheet.spill()
            assert sheet.size == len(expected)
        sheet.spill()
        sheet.close()
        assert path.read_bytes() == expected


def test_going_back_heals_a_write_that_was_interrupted(tmp_path: Path) -> None:
    class Interrupted(FileIO):
        def write(self, data: Any, /) -> int:
            super().write(data)
            raise KeyboardInterrupt

    sheet = Sheet(Interrupted(tmp_path / "a", "wb"))
    sheet.write("盐场".encode())
    with pytest.raises(KeyboardInterrupt):
        sheet.spill()
    sheet.back(0)
    sheet.close()
    assert (tmp_path / "a").read_bytes() == b""


def test_a_full_disk_is_an_error_of_writing() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    sheet = Sheet(FileIO("/dev/full", "w"))
    sheet.write("盐场".encode())
    with pytest.raises(WriteError, match=os.strerror(28)):
        sheet.spill()
    sheet.close()


def test_a_folder_is_sealed_with_all_it_holds(tmp_path: Path) -> None:
    folder = ShardFolder(tmp_path / "a")
    folder.writer.write({"records.jsonl": b"{}\n"})
    folder.seal("shard.json", b"[]")
    found = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert found == {**dict.fromkeys(sheets.SHEETS, b""), "records.jsonl": b"{}\n", "shard.json": b"[]"}


def test_no_shard_is_written_over_another(tmp_path: Path) -> None:
    ShardFolder(tmp_path / "a").writer.close()
    with pytest.raises(WriteError):
        ShardFolder(tmp_path / "a")


def test_a_writer_without_a_disk_gives_the_same() -> None:
    writer, content = in_memory()
    writer.write({"records.jsonl": b"1\n"})
    sizes = writer.sizes()
    writer.write({"records.jsonl": b"2\n", "rejects.jsonl": b"3\n"})
    writer.back(sizes)
    assert {name: data for name, data in content().items() if data} == {"records.jsonl": b"1\n"}

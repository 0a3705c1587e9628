"""The folder of a run: where the decoded text of a source is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.records.kept_texts import text_name


@pytest.mark.parametrize(
    ("source_id", "name"),
    [
        ("a.html", "a.html.txt"),
        ("2025/一月/a.pdf", "2025/一月/a.pdf.txt"),
        ("a.jsonl:17", "a.jsonl_17.txt"),
        ("2025/a.parquet:盐-7", "2025/a.parquet_盐-7.txt"),
    ],
)
def test_a_text_is_called_by_its_source(source_id: str, name: str) -> None:
    assert text_name(source_id) == name


@pytest.mark.parametrize(
    "identity", ["../../../a", "/etc/a", "https://example.org/1?a=b", "a\x00b", "盐" * 500, "a:b", " "]
)
def test_a_text_stays_in_its_folder_whatever_its_row_is_called(tmp_path: Path, identity: str) -> None:
    texts = tmp_path / "out" / "texts"
    kept = texts / text_name(f"a.jsonl:{identity}")
    texts.mkdir(parents=True)
    kept.write_text("盐场开工。", "utf-8")
    assert [path.read_text("utf-8") for path in texts.iterdir()] == ["盐场开工。"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_no_two_rows_share_a_text() -> None:
    names = {text_name(f"a.jsonl:{identity}") for identity in ("a/b", "a_b", "a:b", "a b", "a\\b", "A b")}
    assert len(names) == 6

"""What is counted to compare the corpus with real text."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.likeness import BEGIN, END, HEAD, main, table

from extract.pipeline import Pipeline

TEXT = "2031年，南坞市引进企业9家，其中外资企业3家。\n粮食和油料产量分别达到12万吨和5万吨。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_row_counts_figures_and_what_stands_before_them_in_their_sentence(pipeline: Pipeline, page: Path) -> None:
    head, _, row = table(pipeline, [("mine", [page])])
    found = dict(zip(HEAD, row.strip("| ").split(" | "), strict=True))
    characters = len("".join(TEXT.split()))
    assert head == f"| {' | '.join(HEAD)} |"
    assert (found["text"], found["texts"], found["characters"]) == ("mine", "1", str(characters))
    assert found["figures"] == f"{1000 * 4 / characters:.1f}"
    assert (found["behind 分别 %"], found["behind 其中 %"], found["not actual %"]) == ("50.0", "25.0", "0.0")


def test_texts_without_figures_give_no_shares(pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("春天来了，山上的花开得正好。\n", "utf-8")
    *_, row = table(pipeline, [("none", [tmp_path])])
    assert row.endswith("| 0.0 | 0.0 | 0.0 |  |  |  |  |  |  |")


def test_the_table_goes_between_the_markers_of_a_page(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work" / "corpus").mkdir(parents=True)
    (tmp_path / "work" / "corpus" / "text.txt").write_text(TEXT, "utf-8")
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", "utf-8")
    monkeypatch.chdir(tmp_path / "work")
    main([str(page), "--into", str(readme)])
    written = readme.read_text("utf-8")
    assert written.startswith(f"before\n{BEGIN}\n\n| text |")
    assert written.endswith(f"\n\n{END}\nafter\n")
    assert "| corpus | 1 |" in written
    assert "| text.txt | 1 |" in written
    assert "old" not in written

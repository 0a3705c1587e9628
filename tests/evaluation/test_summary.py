"""The Markdown about the gold set."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.evaluation import summary, with_summary
from extract.evaluation.summary import BEGIN, END

from .cases import label, write_lines

ROOT = Path(__file__).parents[2]
TEXT = "全县有工厂5家，其中新厂3家。"
ONE = label(doc="报-01.txt", quote="工厂5家", anchor="5家", value=5)
TWO = label(doc="报-01.txt", quote="新厂3家", anchor="3家", value=3, metric="新厂")


def test_it_counts_by_file_manner_and_type_and_compares_the_passes(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "报-01.txt").write_text(TEXT, "utf-8")
    for folder, rows in {"dev": [ONE, TWO | {"optional": True}], "passes/a": [ONE, TWO], "passes/b": [ONE]}.items():
        write_lines(tmp_path / folder / "报-01.jsonl", rows)
    write_lines(tmp_path / "test" / "报-02.jsonl", [])
    page = summary(tmp_path, tmp_path / "texts").splitlines()
    assert "| 报-01 | 15 | 1 |  |  |  |  |  |  |  | 1 | 2 |" in page
    assert "| 报 | 1 |  |  |  |  |  |  |  | 1 | 2 |" in page
    assert "| statistic | 2 | 1 | 66.7 | 66.7 | 66.7 | 66.7 | 66.7 |" in page


def test_it_goes_between_the_markers_of_a_page() -> None:
    assert with_summary(f"head\n{BEGIN}\nold\n{END}\ntail\n", "new\n") == f"head\n{BEGIN}\n\nnew\n\n{END}\ntail\n"
    with pytest.raises(ValueError, match="no markers"):
        with_summary("head\n", "new")


def test_the_page_of_the_gold_set_is_up_to_date() -> None:
    page = (ROOT / "gold" / "README.md").read_text("utf-8")
    assert with_summary(page, summary(ROOT / "gold", ROOT / "corpus")) == page

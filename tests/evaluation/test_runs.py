"""A finished run, read back: the texts that it keeps are found under whatever name they have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.batch.hostile import write

from extract.batch.process import Output
from extract.batch.request import Request
from extract.batch.run import run
from extract.data import Source
from extract.evaluation.runs import read_run
from extract.records import ArticleRow, Figures
from extract.stores.jsonl import line

TEXT = "滨海市新建盐场3个。"


def whole(source: Source) -> list[Output]:
    """Each source one article without records."""
    row = ArticleRow(
        article_id=f"{source.source_id}#1", source_id=source.source_id, sha256=source.sha256, start=0,
        end=len(source.text), title=None, published=None, place=None, script="hans", figures=Figures(),
    )  # fmt: skip
    return [Output({"articles.jsonl": line(row)}, {"articles": 1})]


@pytest.mark.parametrize("identity", ["17", "https://example.org/1?a=b", "盐" * 60, "a:b/c", "../x"])
def test_the_text_of_a_row_is_found_whatever_its_id(tmp_path: Path, identity: str) -> None:
    row = json.dumps({"id": identity, "text": TEXT}, ensure_ascii=False)
    inputs = write(tmp_path / "in", {"a.jsonl": row + "\n"})
    run(Request([str(inputs)], tmp_path / "out", lambda: whole))
    (inputs / "a.jsonl").unlink()  # the kept text is all that is left
    assert read_run(tmp_path / "out").text(f"a.jsonl:{identity}") == TEXT

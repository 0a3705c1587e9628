"""Newspapers, in title marks and as a word."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("据《航运船舶日报》报道，航道恢复通行。", ["航运船舶日报"]),
        ("他在《滨岭少年报》上发出倡议。", ["滨岭少年报"]),
        ("他接受科技日报记者采访。", ["科技日报"]),
    ],
)
def test_what_ends_like_a_paper_is_one(pipeline: Pipeline, text: str, papers: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == papers


@pytest.mark.parametrize("text", ["公司发布《半年报》。", "会议通过《情况通报》。"])
def test_a_report_is_no_paper(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []

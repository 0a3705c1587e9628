"""Names that sign a text."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("文明之风吹进山村\n\n江明远周海涛\n\n走进村口，路面整洁。", ["江明远", "周海涛"]),
        ("他们送来了锦旗。（江明远 周海涛）\n\n大雪封山。", ["江明远", "周海涛"]),
        ("请保护好山林！（沈阳日报周海涛）\n\n来信收悉。", ["周海涛"]),
    ],
)
def test_names_alone_on_a_line_or_in_a_bracket_are_persons(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == names


@pytest.mark.parametrize("text", ["产值创新高。（石膏）\n\n全文完毕。", "高端化\n\n产业迈向高端。"])
def test_a_word_in_a_bracket_or_on_a_line_is_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []

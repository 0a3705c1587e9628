"""What stands between two figures: of a list the first item has the one, the next the other."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("全市有5个园区、企业320家。", ["园区", "企业"]),
        ("该校设有31个班、学生1460人。", ["班", "学生"]),
        ("全镇辖13个村、农户3129户。", ["村", "农户"]),
    ],
)
def test_each_figure_has_its_own_noun(pipeline: Pipeline, text: str, metrics: list[str]) -> None:
    assert column(facts(pipeline, text), "metric") == metrics


def test_a_list_behind_one_figure_stays_whole(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "全市现有5个园区、片区。"), "metric") == ["园区、片区"]

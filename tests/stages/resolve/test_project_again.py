"""A project told of again by the end of its name."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "东青高速公路扩建工程青河特大桥贯通。该扩建工程预计10月1日通车。",
            ["东青高速公路扩建工程青河特大桥", "东青高速公路扩建工程"],
        ),
        ("海川产业园二期工程开工。该二期工程预计2031年建成。", ["海川产业园二期工程", "海川产业园二期工程"]),
        ("西岭污水处理厂开工。东屿扩建工程预计10月1日通车。", ["西岭污水处理厂", "东屿扩建工程"]),
    ],
)
def test_it_has_the_name_told_before_where_a_word_points_at_it(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert column(facts(pipeline, text, published="2030-05-20", kind="project"), "name") == names

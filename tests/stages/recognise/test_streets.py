"""Streets and estates whose names are made of any words."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import places


def found(pipeline: Pipeline, text: str) -> list[str]:
    return [name for name, _ in places(pipeline, text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("男子向青年路方向跑去。", ["青年路"]),
        ("民警赶到明灯路与保丰街交叉口。", ["明灯路", "保丰街"]),
        ("在茶都大街，车辆很多。", ["茶都大街"]),
        ("他住在民声路15号。", ["民声路"]),
        ("小偷潜入锦澜国际小区。", ["锦澜国际小区"]),
        ("他在昌丰御澜苑小区租房。", ["昌丰御澜苑小区"]),
    ],
)
def test_what_stands_around_a_street_or_an_estate_makes_a_name_of_any_word(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert found(pipeline, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "改造老旧小区12个。",
        "居民小区里很安静。",
        "在乡村路口停车。",
        "高速公路、高速铁路通达各地。",
        "通往学校的路口。",
    ],
)
def test_any_street_or_estate_is_no_name(pipeline: Pipeline, text: str) -> None:
    assert found(pipeline, text) == []

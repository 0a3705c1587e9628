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


@pytest.mark.parametrize("district", ["静安区", "青岛市市南区", "福田区", "嘉善县"])
@pytest.mark.parametrize("street", ["武定西路", "和平中路", "百家湖路", "青年大街", "云上街"])
@pytest.mark.parametrize("context", ["梧桐掩映的{}1368号，灯光耀眼。", "他在{}附近开店。", "{}与其他道路交叉口很堵。"])
def test_a_street_right_behind_its_district_has_any_characters(
    pipeline: Pipeline, district: str, street: str, context: str
) -> None:
    assert found(pipeline, context.format(district + street))[:1] == [district + street]


@pytest.mark.parametrize("text", ["静安区主干道附近很堵。", "静安区和人民群众走的路附近。", "静安区老街附近很堵。"])
def test_a_common_road_of_a_district_is_no_street_s_name(pipeline: Pipeline, text: str) -> None:
    assert found(pipeline, text) == ["静安区"]

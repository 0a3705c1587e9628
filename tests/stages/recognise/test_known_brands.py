"""Bodies that are widely known by a short name."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named, places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("记者从百度获悉，新规下月实施。", ["百度"]),
        ("索尼音乐和腾讯签约。", ["索尼音乐", "腾讯"]),
        ("他在清华读书，曾在IBM任职。", ["清华", "IBM"]),
        ("水温升了三百度。", []),
        ("型号是IBMX的机器。", []),
        ("北大荒的麦子熟了。", []),
    ],
)
def test_a_known_short_name_is_a_body_where_it_is_a_word(pipeline: Pipeline, text: str, bodies: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("昨天的比赛，火箭主场告负，太阳客场取胜。", ["火箭", "太阳"]),
        ("火箭今天升空，太阳照常升起。", []),
        ("用户在手机上看到苹果和小米的新品。", ["苹果", "小米"]),
        ("苹果和小米都丰收了。", []),
    ],
)
def test_a_word_of_other_things_is_a_body_in_a_text_of_its_field(
    pipeline: Pipeline, text: str, bodies: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == bodies


@pytest.mark.parametrize(
    ("text", "bodies", "seats"),
    [
        ("本轮联赛的比赛，都灵战胜热那亚。", ["都灵", "热那亚"], []),
        ("联赛的比赛中，都灵与拉齐奥战平。", ["都灵", "拉齐奥"], []),
        ("首发前锋：江德尔（都灵），周尼奥（里昂）。", ["都灵", "里昂"], []),
        ("联赛的比赛在都灵举行。", [], ["都灵"]),
        ("代表团访问都灵。", [], ["都灵"]),
    ],
)
def test_a_city_is_its_club_where_a_side_of_a_contest_stands(
    pipeline: Pipeline, text: str, bodies: list[str], seats: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == bodies
    assert [surface for surface, _ in places(pipeline, text)] == seats

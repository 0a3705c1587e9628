"""People without a title of office: callings, acts, lists, transcribed names, and names that come again."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("村民江明远的收入增加了。", ["江明远"]),
        ("王晓川表示，今年丰收。", ["王晓川"]),
        ("王晓川、刘志远、陈海明等出席会议。", ["王晓川", "刘志远", "陈海明"]),
        ("塔拉国总统巴雷科夫今天抵达。", ["巴雷科夫"]),
        ("阿列科·巴尔瓦诺夫表示满意。", ["阿列科·巴尔瓦诺夫"]),
        ("阿列科·巴尔瓦诺夫来访。代表团说，巴尔瓦诺夫很高兴。", ["阿列科·巴尔瓦诺夫", "巴尔瓦诺夫"]),
        ("田中明子说，展会很成功。", ["田中明子"]),
        ("种植户张远山今年增收。昨天，记者见到张远山。", ["张远山", "张远山"]),
    ],
)
def test_a_name_is_known_by_what_stands_beside_it(pipeline: Pipeline, text: str, people: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == people


@pytest.mark.parametrize(
    "text",
    [
        "推动高水平开放。",
        "高端化、智能化发展。",
        "江西景德镇的陶瓷业增长。",
        "马上就办，方向明确。",
        "教师和学生都来参加。",
        "西安市长安区的工业增长。",
        "冷却水、安全带和许可证都已更换。",
        "强降雨、龙卷风等天气影响高新区。",
    ],
)
def test_a_surname_that_begins_an_ordinary_word_makes_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []


@pytest.mark.parametrize("name", ["鲁本·阿莫林", "本雅明·谢什科", "本·怀特", "玛丽亚·张"])
@pytest.mark.parametrize(
    "context", ["球员{}表示会来。", "代表{}出席会议。", "昨天，{}为球队打进一球。", "{}和他的球队来了。"]
)
def test_with_a_middle_dot_more_characters_transcribe(pipeline: Pipeline, name: str, context: str) -> None:
    assert named(pipeline, context.format(name), Label.PERSON) == [name]


@pytest.mark.parametrize("name", ["佐藤重和", "西村元彦", "高桥可成", "山本大地", "铃木一朗"])
def test_a_japanese_given_name_may_be_made_of_words(pipeline: Pipeline, name: str) -> None:
    assert named(pipeline, f"大使{name}、秘书到场。", Label.PERSON) == [name]

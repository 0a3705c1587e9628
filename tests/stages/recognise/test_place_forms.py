"""Places that no table lists: their form and what stands around them."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline
from extract.records import Statistic

from .reading import places


def found(pipeline: Pipeline, text: str) -> list[str]:
    return [name for name, _ in places(pipeline, text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海川市工业投资增长5%。", ["海川市"]),
        ("在宁夏银川石桥镇，甜瓜上市。", ["宁夏银川石桥镇"]),
        ("澜角村的村民很高兴。", ["澜角村"]),
        ("占地2平方公里的陶渡川文创区开园。", ["陶渡川文创区"]),
        ("辽宁海川经济技术开发区开工。", ["辽宁海川经济技术开发区"]),
        ("大连新材料产业园建成。", ["大连新材料产业园"]),
        ("青岛国际机场通航。", ["青岛国际机场"]),
        ("他在塔拉科尼州参加活动。", ["塔拉科尼州"]),
        ("山东澜岭市三棵树镇有万亩稻田。", ["山东澜岭市三棵树镇"]),
    ],
)
def test_a_name_and_an_ending_are_a_place(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert found(pipeline, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "城市更新加快。",
        "大型超市和股市都很热闹。",
        "美丽乡村和特色小镇建设加快。",
        "推动高标准示范区建设。",
        "集成电路产业增长。",
        "民族区域和消费市场都在变化。",
        "改造老城区和新社区。",
        "物流业发展，推进物流标准化。",
    ],
)
def test_a_common_word_that_ends_like_a_place_is_none(pipeline: Pipeline, text: str) -> None:
    assert found(pipeline, text) == []


def test_an_unlisted_town_is_known_by_its_bare_name_afterwards(pipeline: Pipeline) -> None:
    assert found(pipeline, "海川市召开大会。昨天，海川开工。") == ["海川市", "海川"]


def test_a_river_is_a_place_that_no_figure_is_of(pipeline: Pipeline) -> None:
    text = "海川市出口向好\n\n长江水位下降。出口增长5%。"
    assert "长江" in found(pipeline, text)
    assert {record.subject for record in pipeline(text) if isinstance(record, Statistic)} == {"海川市"}


def test_an_unlisted_town_owns_its_figures(pipeline: Pipeline) -> None:
    [record] = pipeline("2022年，海川市工业投资增长5%。")
    assert isinstance(record, Statistic)
    assert (record.subject, record.metric) == ("海川市", "工业投资")


@pytest.mark.parametrize("town", ["邶城县", "沄阳市"])
def test_a_town_with_a_common_character_at_its_end_is_one(pipeline: Pipeline, town: str) -> None:
    assert found(pipeline, f"3月，{town}印发规划。") == [town]


@pytest.mark.parametrize("time", ["上半年", "去年", "今年", "2023年", "一季度"])
def test_a_name_may_stand_right_behind_a_time(pipeline: Pipeline, time: str) -> None:
    assert found(pipeline, f"{time}澜岭市完成投资3亿元。") == ["澜岭市"]

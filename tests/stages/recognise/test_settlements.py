"""Towns, villages and districts whose names are ordinary words or another place's."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline
from extract.records import Statistic

from .reading import places


def found(pipeline: Pipeline, text: str) -> list[str]:
    return [name for name, _ in places(pipeline, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("走进小店村的大棚，菜农正忙着采摘。全村种菜860亩。", "小店村"),
        ("团结乡现有人口2.6万人。", "团结乡"),
        ("桥头街道：建好邻里中心\n\n去年，桥头街道改造小区3个。", "桥头街道"),
        ("记者在马家沟村看到，村里建起烘干房12间。", "马家沟村"),
        ("走进兴隆镇的大棚。镇党委书记说，全镇种菜860亩。", "兴隆镇"),
    ],
)
def test_a_text_that_goes_on_about_it_makes_a_name_of_a_word(pipeline: Pipeline, text: str, name: str) -> None:
    assert name in found(pipeline, text)


@pytest.mark.parametrize(
    "text",
    [
        "新型农村合作医疗参合率98%。新型农村合作医疗全覆盖。",
        "分城乡看，城镇居民收入增长4%。分城乡看，农村居民收入增长6%。",
        "示范村建设加快，示范村增加到12个。",
        "城中村改造2万套，更新管道90公里。城中村改造提速。",
    ],
)
def test_a_kind_of_place_is_no_name(pipeline: Pipeline, text: str) -> None:
    assert found(pipeline, text) == []


def test_a_district_may_bear_the_name_of_a_county_elsewhere(pipeline: Pipeline) -> None:
    text = "2031年南江区政府工作报告\n\n2030年，全区生产总值增长5.8%。"
    subjects = [record.subject for record in pipeline(text) if isinstance(record, Statistic)]
    assert subjects == ["南江区"]


def test_an_ending_behind_an_unlisted_place_is_no_crash(pipeline: Pipeline) -> None:
    assert found(pipeline, "桥头街道：建好邻里中心\n\n去年，桥头街道街道改造小区3个。")


def test_a_word_that_points_may_stand_before_the_name(pipeline: Pipeline) -> None:
    text = "全镇去年接待游客30万人次。青石镇党委书记说，镇里修好了路。"
    assert [record.subject for record in pipeline(text) if isinstance(record, Statistic)] == ["青石镇"]


@pytest.mark.parametrize("name", ["石桥乡", "前进镇", "团结乡", "柳河镇"])
def test_who_reports_for_a_government_names_its_town(pipeline: Pipeline, name: str) -> None:
    kind = name[-1]
    text = f"各位代表：\n\n现在，我代表{name}人民政府，向大会报告工作。\n\n一、农田建设\n\n新建泵站17座。我{kind}面貌一新。"
    records = list(pipeline(text))
    assert [record.subject for record in records if isinstance(record, Statistic)] == [name]
    assert len(records) == 1  # nobody called so is a delegate


def test_a_pronoun_before_an_ending_is_no_part_of_a_name(pipeline: Pipeline) -> None:
    assert found(pipeline, "修好了路，使我镇再上一个新台阶。我镇去年改造管网9公里。") == []


class TestAChain:
    @pytest.mark.parametrize(
        "name",
        [
            "云平县连坡镇西野岗村",
            "云平县和平镇新民村",
            "云平县下河镇上店村",
            "云平县大石乡下坪村",
            "云平县长官镇打桩村",
            "云平县旧城镇大仁村",
            "云平县玉山镇许庙村",
            "云平县镇岗乡老围村",
        ],
    )
    def test_of_county_town_and_village_is_one_place_whatever_words_it_looks_like(
        self, pipeline: Pipeline, name: str
    ) -> None:
        assert found(pipeline, f"{name}耕地面积1137亩。") == [name]

    @pytest.mark.parametrize(
        "words",
        [
            "三个贫困村",
            "重点镇",
            "各乡镇",
            "老旧社区",
            "纳入整治村",
            "红色名村",
            "深山区村寨",
            "民政局到村",
            "驻村干部",
        ],
    )
    def test_goes_on_with_no_kind_of_villages(self, pipeline: Pipeline, words: str) -> None:
        assert f"云平县{words}" not in found(pipeline, f"云平县{words}30个。")


@pytest.mark.parametrize("town", ["凤都镇", "河街镇", "石坝乡", "云水镇"])
@pytest.mark.parametrize("village", ["际面村", "柳湾村", "陈埠社区", "罗家营村"])
@pytest.mark.parametrize("context", ["在{}，漫山遍野都是桃树。", "昨天，他到{}走访。"])
def test_a_village_right_behind_a_town_tells_both(pipeline: Pipeline, town: str, village: str, context: str) -> None:
    assert [name for name, _ in places(pipeline, context.format(town + village))] == [town + village]


@pytest.mark.parametrize("text", ["走进乡镇农村，到小镇山村。", "在建制镇行政村，在古镇新村。"])
def test_kinds_of_towns_and_villages_are_no_names(pipeline: Pipeline, text: str) -> None:
    assert places(pipeline, text) == []

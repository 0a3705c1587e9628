"""Places that the segmenter's dictionary knows, and those of a list."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named, places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("嫩江水位上涨。", ["嫩江"]),
        ("游客登上泰山。", ["泰山"]),
        ("他们参观了布达拉宫和万里长城。", ["布达拉宫", "万里长城"]),
    ],
)
def test_a_landform_of_the_dictionary_is_a_place(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PLACE) == names


@pytest.mark.parametrize("text", ["高山大河都在脚下。", "县城北环路通车。", "考点严把“入口关”。", "这里人山人海。"])
def test_a_common_noun_of_the_dictionary_is_none(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PLACE) == []


def test_a_county_is_known_by_its_short_name(pipeline: Pipeline) -> None:
    assert ("洮南", "洮南市") in places(pipeline, "在洮南，数十台机械正在作业。")


def test_the_end_of_a_name_that_comes_again_is_no_county(pipeline: Pipeline) -> None:
    assert "沙市" not in named(pipeline, "江苏临沙市的船厂开工。临沙市去年造船3艘。", Label.PLACE)


def test_a_word_of_a_short_quotation_is_part_of_another_name(pipeline: Pipeline) -> None:
    assert named(pipeline, "散货船“北峡湾”号交付。", Label.PLACE) == []


def test_a_foreign_place_is_known_in_a_list_behind_a_known_one(pipeline: Pipeline) -> None:
    assert named(pipeline, "在埃及、塔格里亚和苏丹等地设厂。", Label.PLACE)[1] == "塔格里亚"


@pytest.mark.parametrize("text", ["在湘潭，农田已投用。", "会议在浙江举行。"])
def test_a_short_word_of_the_vocabulary_cuts_no_place(pipeline: Pipeline, text: str) -> None:
    assert len(named(pipeline, text, Label.PLACE)) == 1

"""The village or town that a text is about has the figures of nobody."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def subjects(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, None), "subject")


@pytest.mark.parametrize("name", ["元泰村", "柳河村", "石坪村", "马家沟村"])
def test_it_owns_what_a_new_paragraph_counts(pipeline: Pipeline, name: str) -> None:
    text = (
        f"民勤县苏武镇{name}把养羊作为增收的突破口，带动全村发展。\n\n{name}党员32名。\n\n"
        "截至目前，三个养殖小区羊只存栏9000只以上，年产值超过2600万元。"
    )
    assert subjects(pipeline, text) == [name] * 3


def test_it_is_none_in_a_text_that_goes_on_about_its_county(pipeline: Pipeline) -> None:
    text = (
        "民勤县苏武镇元泰村把养羊作为突破口。元泰村党员32名。\n\n今年，民勤县新建大棚900座。\n\n"
        "截至目前，羊只存栏14万只，年产值达到4亿元。"
    )
    assert subjects(pipeline, text)[-1] == "民勤县"


def test_a_town_spelt_in_single_characters_is_meant_by_全镇(pipeline: Pipeline) -> None:
    text = "走进曾家镇，菊花开放。曾家镇地处山区，全镇辖13个行政村，国土面积274平方公里。"
    assert subjects(pipeline, text) == ["曾家镇"] * 2

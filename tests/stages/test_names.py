"""The mentions that are written: full extents, no brackets, and the names that rules found."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .recognise.reading import named


def test_a_title_stands_without_its_marks(pipeline: Pipeline) -> None:
    assert named(pipeline, "海川市印发《海川市养老服务办法（试行）》。", Label.POLICY) == ["海川市养老服务办法（试行）"]


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("2022年，海川大桥项目开工。", Label.PROJECT, ["海川大桥项目"]),
        ("40万吨/年乙烯项目8月建成投产。", Label.PROJECT, ["40万吨/年乙烯项目"]),
        ("海川造船有限公司入选工信部第五批绿色工厂名单。", Label.HONOR, ["绿色工厂名单"]),
    ],
)
def test_what_a_rule_read_as_a_name_is_a_mention(pipeline: Pipeline, text: str, label: Label, names: list[str]) -> None:
    assert named(pipeline, text, label) == names


def test_a_place_within_a_wider_one_is_no_mention_of_its_own(pipeline: Pipeline) -> None:
    assert named(pipeline, "青岛国际机场通航。", Label.PLACE) == ["青岛国际机场"]


def test_what_is_given_in_quotation_marks_is_an_honour(pipeline: Pipeline) -> None:
    assert named(pipeline, "海川造船有限公司获评“海川名牌产品”。", Label.HONOR) == ["海川名牌产品"]


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("海川集团（Haichuan Group）营收增长。", Label.ORG, ["海川集团", "Haichuan Group"]),
        ("海川集团（HCG）营收增长。", Label.ORG, ["海川集团", "HCG"]),
        ("总经理李明（Li Ming）说。", Label.PERSON, ["李明", "Li Ming"]),
        ("总经理李明（CEO）说。", Label.PERSON, ["李明"]),
        ("他住在青岛（Qingdao）。", Label.PLACE, ["青岛", "Qingdao"]),
    ],
)
def test_a_name_s_own_spelling_in_brackets_is_a_mention(
    pipeline: Pipeline, text: str, label: Label, names: list[str]
) -> None:
    assert named(pipeline, text, label) == names

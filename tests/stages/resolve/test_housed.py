"""What is counted at a place takes the noun of the whole, since the place itself is not what is counted."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县病床900张，其中：医院700张，乡镇卫生院150张。", ["病床", "医院病床", "乡镇卫生院病床"]),
        ("全县卫生技术人员1200人，其中：公立医院800人。", ["卫生技术人员", "公立医院卫生技术人员"]),
        ("全年诊疗82万人次，其中：专业公共卫生机构9万人次。", ["诊疗", "专业公共卫生机构诊疗"]),
        ("全县接待游客30万人次，其中A级景区20万人次。", ["游客", "A级景区游客"]),
        ("全市从业人员5万人，其中规模以上工业企业2万人。", ["从业人员", "规模以上工业企业从业人员"]),
        ("全县医疗卫生机构门诊82万人次，其中：医院53万人次。", ["医疗卫生机构门诊", "医院门诊"]),
        ("全年总诊疗量中，医院38万人次，民营诊所2万人次。", ["医院总诊疗量", "民营诊所总诊疗量"]),
    ],
)
def test_people_and_beds_at_a_place(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_places_that_are_counted_themselves(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全县医疗卫生机构62个，其中：医院4个。") == ["医疗卫生机构", "医院"]


def test_a_group_of_people_has_its_own_name(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市职工3万人，其中女职工1万人。") == ["职工", "女职工"]

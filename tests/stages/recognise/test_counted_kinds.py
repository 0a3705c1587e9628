"""A kind of body before the number of them is nobody's name."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named

KINDS = ["国家工程技术研究中心", "省重点实验室", "省级企业技术中心", "国家地方联合工程研究中心", "市级科技创新平台"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("noted", ["", "（工程实验室）"])
def test_is_what_is_counted(pipeline: Pipeline, kind: str, noted: str) -> None:
    assert named(pipeline, f"年末全市有{kind}{noted}12个，签订技术合同300项。", Label.ORG, "滨海市") == []


def test_a_body_by_its_name_stays_one(pipeline: Pipeline) -> None:
    assert named(pipeline, "海纳集团门店12家，营业收入3亿元。", Label.ORG) == ["海纳集团"]

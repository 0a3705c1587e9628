"""Firms whose names are common words, by what a text says of them in several places."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("第二财季粟米利润增长9%。粟米表示，新品需求强劲。", ["粟米", "粟米"]),
        ("晨光首席执行官透露将加大投入。分析师预计晨光出货量达80万部。", ["晨光", "晨光"]),
        ("葡萄将季度股息提高7%。葡萄上季盈利5亿元。", ["葡萄", "葡萄"]),
        ("其中陶来共交付新车5055台。陶来汽车发布了新车。", ["陶来", "陶来汽车"]),
    ],
)
def test_who_acts_as_a_firm_and_has_results_is_one(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_those_that_a_text_about_sellers_ranks_are_firms(pipeline: Pipeline) -> None:
    text = "手机市场份额方面，粟米以20%的份额居首，OVVO排名第二，泽驰占据12%。"
    assert named(pipeline, text, Label.ORG) == ["粟米", "OVVO", "泽驰"]


@pytest.mark.parametrize(
    "text",
    [
        "专家表示，苹果销量增长5%。苹果产量也在增长。",
        "新车发布后，新车销量增长5%。",
        "手机品牌众多，手机出货量增长5%。手机公司表示乐观。",
        "市场份额集中，轿车占据40%，卡车占据20%，客车占据10%。",
    ],
)
def test_one_trait_makes_no_firm(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("蓝鲸实现营收17亿元，同比增长6%；净利润6亿元。公司称需求回暖。", ["蓝鲸"]),
        ("1至5月海棠湾实现合同销售金额33亿元。公司表示满意。", ["海棠湾"]),
        ("苜蓿第三季度归母净利润5亿元。公司看好。", ["苜蓿"]),
        ("造车新势力公布成绩。麦田汽车10月交付新车5055辆。", ["麦田汽车"]),
    ],
)
def test_what_only_a_firm_has_makes_a_firm_by_itself(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert [name for name in named(pipeline, text, Label.ORG) if name in names] == names


@pytest.mark.parametrize(
    "text",
    [
        "公司文旅板块实现营收12亿元，净利润3亿元。",
        "公司表示，景区实现收入12亿元，净利润1亿元。",
        "造车新势力增长。电动汽车10月交付5055辆。",
        "公司称，去年实现收入12亿元，净利润1亿元。",
        "造车新势力增长。历史累计交付量为5055辆。",
    ],
)
def test_a_line_of_business_is_no_firm(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []

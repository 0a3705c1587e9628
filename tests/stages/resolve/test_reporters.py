"""Which of several firms an article tells of, and the brands of one that have figures of their own."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

DIGEST = """粟米发布2031年业绩报告
粟米发布2031年业绩报告。粟米营收5亿元。每股收益2元。
澜讯发布年报 首次公布流水
3月24日，澜讯披露年报，用户3亿户。第四季度营收9亿元。"""

BRANDS = """粟米发布2031年业绩报告
粟米发布2031年业绩报告。公司实现营收5亿元。{}"""


def subjects(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, None), "subject")


def test_a_digest_goes_on_about_the_firm_whose_report_came_last(pipeline: Pipeline) -> None:
    assert subjects(pipeline, DIGEST) == ["粟米", "粟米", "澜讯", "澜讯"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("粟米主品牌实现收入105亿元。", "粟米主品牌"),
        ("第三季度，谷酒实现营收349亿元。", "谷酒"),
        ("零售业务实现收入5亿元。", "粟米"),
        ("全年累计实现收入9亿元。", "粟米"),
        ("公司单季实现收入9亿元。", "粟米"),
    ],
)
def test_a_brand_has_what_it_earns_and_a_line_of_business_does_not(
    pipeline: Pipeline, sentence: str, subject: str
) -> None:
    assert subjects(pipeline, BRANDS.format(sentence)) == ["粟米", subject]

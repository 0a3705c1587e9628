"""The firm of a text that names no other, and of a digest that goes from firm to firm."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts

APPROVED = """国家金融监管局批复同意东屿银行增资。
三季度末，东屿银行存贷比、资本充足率分别为8%、11%，分别较上年末下滑1.1、1.2个百分点。
2031年{}营收94亿元。"""

NOTICES = """粟米股份：营收增长
8月29日，粟米股份发布公告称，2031年上半年，公司实现营收9亿元。
澜海酒业：利润增长
8月28日，澜海酒业发布公告称，2031年上半年，公司实现净利润5亿元。"""


def subjects(pipeline: Pipeline, text: str) -> set[str | None]:
    return set(column(facts(pipeline, text, None), "subject"))


def test_a_text_that_names_one_firm_is_about_it_whoever_approves(pipeline: Pipeline) -> None:
    assert subjects(pipeline, APPROVED.format("实现")) == {"东屿银行"}


def test_a_text_that_speaks_of_the_country_is_not(pipeline: Pipeline) -> None:
    assert "全国" in subjects(pipeline, APPROVED.format("我国银行业"))


def test_a_word_for_the_firm_is_the_one_whose_notice_opens_the_paragraph(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, NOTICES, None), "subject") == ["粟米股份", "澜海酒业"]

"""The body that 公司 and 集团 stand for."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts
from .test_subject import subjects


def test_is_not_what_it_was_called_once(pipeline: Pipeline) -> None:
    text = "天澜集团前身为云岭机械厂，创建于1958年。目前，集团总资产达86亿元。"
    assert subjects(pipeline, text, None) == ["天澜集团"]


def test_is_the_one_described_not_its_partner(pipeline: Pipeline) -> None:
    text = "去年，天澜集团与德国博恩公司合资成立的天澜博恩公司实现销售收入18亿元，同比增长32%。"
    assert subjects(pipeline, text, None) == ["天澜博恩公司"] * 2


def test_a_firm_that_the_text_never_names_is_called_as_the_text_does(pipeline: Pipeline) -> None:
    text = "今年上半年，集团公司注册资本金增至22亿元。集团公司项目签约135亿元，完成年度目标的46%。营业收入47亿元。"
    assert subjects(pipeline, text, None) == ["集团公司"] * 4


def test_no_union_is_a_firm_and_no_firm_a_school(pipeline: Pipeline) -> None:
    text = "“东海劳动奖章”由东海省总工会评选。公司被认定为“省级高新技术企业”，带动就业。"
    assert column(facts(pipeline, text, None, kind="honor"), "recipients") == [["公司"]]
    text = "我校与东屿投资集团签约。我校副校长江明远参加活动。"
    assert column(facts(pipeline, text, None, kind="role"), "org") != ["东屿投资集团"]


@pytest.mark.parametrize("word", ["本集团", "本公司", "本行"])
def test_a_word_for_oneself_owns_the_figures_of_a_text_that_names_nobody(pipeline: Pipeline, word: str) -> None:
    text = f"年度业绩公告\n\n2031年，{word}的收益为100.4百万港元。毛利率为22.6%。"
    assert column(facts(pipeline, text, None), "subject") == [word] * 2

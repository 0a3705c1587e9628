"""The body that 公司 and 集团 stand for."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .test_subject import subjects


def test_is_not_what_it_was_called_once(pipeline: Pipeline) -> None:
    text = "天澜集团前身为云岭机械厂，创建于1958年。目前，集团总资产达86亿元。"
    assert subjects(pipeline, text, None) == ["天澜集团"]


def test_is_the_one_described_not_its_partner(pipeline: Pipeline) -> None:
    text = "去年，天澜集团与德国博恩公司合资成立的天澜博恩公司实现销售收入18亿元，同比增长32%。"
    assert subjects(pipeline, text, None) == ["天澜博恩公司"] * 2

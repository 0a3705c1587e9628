"""The trade that a text, or a paragraph of it, is about."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .test_subject import subjects

REVIEW = (
    "2031年1—6月塑料机械制造业运行情况\n\n"
    "1—6月，塑料机械制造业增加值增长9.2%。\n\n"
    "注塑机行业：1—6月，生产注塑机9660台。全行业出口交货值增长1.4%。\n\n"
    "挤出机行业：1—6月，生产挤出机1688台。"
)


def test_is_the_one_whose_course_a_headline_announces(pipeline: Pipeline) -> None:
    assert subjects(pipeline, REVIEW, None)[0] == "塑料机械制造业"


def test_is_for_a_paragraph_the_one_with_which_it_opens(pipeline: Pipeline) -> None:
    assert subjects(pipeline, REVIEW, None)[1:] == ["注塑机行业", "注塑机行业", "挤出机行业"]

"""The owner that a metric begins with, and names that are none."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize(
    ("text", "subject", "metric"),
    [
        ("西部12省市外贸增速为17.8%。", "西部12省市", "外贸"),
        ("欧盟27国实际投入外资金额9亿美元。", "欧盟27国", "实际投入外资金额"),
        ("民航发送旅客3800万人次。", "民航", "发送旅客"),
        ("海川集团在欧洲市场销量达到3万辆。", "海川集团", "欧洲市场销量"),
        ("海川集团拥有中国驰名商标49件。", "海川集团", "中国驰名商标"),
    ],
)
def test_who_owns_a_figure_and_what_is_left(pipeline: Pipeline, text: str, subject: str, metric: str) -> None:
    assert column(facts(pipeline, text), "subject", "metric") == [(subject, metric)]


def test_places_with_a_number_behind_a_preposition_are_no_owner(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "我国对中东欧16国进出口增长14%。"), "metric") == ["对中东欧16国进出口"]

"""Figures and names together, in text order and without crossing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import mentions, named

PIECES = st.sampled_from(
    ["2023年", "大连市", "大连", "海川造船有限公司", "海川造船", "市工信局", "《", "》", "发展规划", "21家", "第五批", "董事长", "江明远",
     "、", "，", "。", "与", "（集团）", "全市", "增长5%", "5G基站", "公司"]
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=15))
def test_mentions_lie_apart_or_one_inside_the_other(pipeline: Pipeline, pieces: list[str]) -> None:
    found = [m for _, m in mentions(pipeline, "全市大会召开。" + "".join(pieces))]
    assert [m.start for m in found] == sorted(m.start for m in found)
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            apart = a.end <= b.start or b.end <= a.start
            inside = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert apart or inside


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=15))
def test_no_two_figures_overlap(pipeline: Pipeline, pieces: list[str]) -> None:
    accounts = {Label.QUANTITY, Label.TIME, Label.ORDINAL, Label.NAMED_NUMBER}
    found = [m for _, m in mentions(pipeline, "全市大会召开。" + "".join(pieces)) if m.label in accounts]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "title", ["《海川市旅游发展规划》", "《海川旅游管理办法（试行）》", "《海川市旅游发展规划（2021—2025年）》"]
)
def test_a_paper_in_title_marks_is_a_policy(pipeline: Pipeline, title: str) -> None:
    assert named(pipeline, f"市政府印发{title}。", Label.POLICY) == [title.strip("《》")]


def test_another_title_is_none(pipeline: Pipeline) -> None:
    assert named(pipeline, "影院放映《海川往事》。", Label.POLICY) == []


def test_a_figure_inside_a_policy_s_title_is_the_title_s(pipeline: Pipeline) -> None:
    assert named(pipeline, "市政府印发《海川市旅游发展规划（2021—2025年）》。", Label.TIME) == []


def test_short_forms_come_back_beside_the_mentions(pipeline: Pipeline) -> None:
    text = "海川造船股份有限公司任命江明远为总经理。海川造船研制的全球首艘液氢运输船交付。"
    records = pipeline(text, place="大连市")
    assert records[-1].full_names == {"海川造船": "海川造船股份有限公司"}

"""Owners that a clause names one by one before the figures of each."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

LEADS = ["净流入居前的个股还有", "净流入居前的有", "净流入较多的包括", "净流入领先的分别是"]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(
    "names", [["五溪稀土", "澜联材料", "沄城汽车"], ["有色金属", "电气设备", "采掘"], ["海屿PLUS", "云A", "诺华"]]
)
def test_those_that_are_ahead_have_a_figure_each(pipeline: Pipeline, lead: str, names: list[str]) -> None:
    text = f"{lead}{'、'.join(names)}，金额分别为5.09亿元、3.01亿元、2.61亿元。19个板块下跌。"
    records = facts(pipeline, text, None)
    assert column(records, "subject")[:3] == names
    assert column(records, "subject")[3:] in ([], [None])

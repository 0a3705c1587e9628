"""The place that a text is about, where no headline names one."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline
from extract.records import Statistic

REPORT = """政府工作报告

——2031年1月5日在第十八届人民代表大会第三次会议上

各位代表：

现在，我代表{place}人民政府，向大会报告工作。

2030年，新建泵站17座，改造道路9公里。
"""


@pytest.mark.parametrize("place", ["龙子湖区", "沄川县", "重庆市", "达茂旗", "兴宁市"])
def test_a_report_is_about_the_place_for_whose_government_it_is_given(pipeline: Pipeline, place: str) -> None:
    records = [record for record in pipeline(REPORT.format(place=place)) if isinstance(record, Statistic)]
    assert [record.subject for record in records] == [place, place]


def test_a_government_is_no_district(pipeline: Pipeline) -> None:
    text = "政府工作报告\n\n——2031年5月7日在青岭市云溪区第二届人民代表大会上\n\n青岭市云溪区人民政府区长 江明远\n\n2030年，全区新建泵站17座。"
    assert [record.subject for record in pipeline(text) if isinstance(record, Statistic)] == ["云溪区"]


def test_a_word_behind_a_noun_is_no_town(pipeline: Pipeline) -> None:
    text = "今日，市公安局通报工作。\n\n2031年，全市守护人民安宁。严打犯罪，守护人民安宁展现作为。全市破获案件3431起。"
    assert [record.subject for record in pipeline(text) if isinstance(record, Statistic)] == ["全市"]

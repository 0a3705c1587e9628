"""The year of the heading over a part of a report is the year of its 全年 and of its dates without one."""

from __future__ import annotations

from datetime import date

import pytest

from extract.pipeline import Pipeline
from extract.records import Statistic

REPORT = """2031年江宁县{title}

一、2030年{review}

我们主要做了以下工作。

（一）工业

预计全年，规上工业产值增长6%。9月，投产泵站3座。

二、2031年{plan}

全年新增耕地900亩。
"""


@pytest.mark.parametrize(
    ("title", "review", "plan"),
    [
        ("政府工作报告", "工作回顾", "工作安排"),
        ("交通局工作总结", "工作总结", "主要目标"),
        ("计划执行情况的报告", "国民经济和社会发展计划执行情况", "经济社会发展主要预期目标"),
    ],
)
def test_each_part_has_the_year_of_its_heading(pipeline: Pipeline, title: str, review: str, plan: str) -> None:
    records = [r for r in pipeline(REPORT.format(title=title, review=review, plan=plan)) if isinstance(r, Statistic)]
    assert [r.period and r.period.start for r in records] == [date(2030, 1, 1), date(2030, 9, 1), date(2031, 1, 1)]


def test_a_heading_of_its_order_closes_it(pipeline: Pipeline) -> None:
    text = "2031年江宁县政府工作报告\n\n一、2030年工作回顾\n\n改造道路9公里。\n\n二、今年工作\n\n全年新增耕地900亩。"
    last = [r for r in pipeline(text) if isinstance(r, Statistic)][-1]
    assert last.period is not None
    assert last.period.start == date(2031, 1, 1)


def test_a_heading_may_run_into_its_text(pipeline: Pipeline) -> None:
    text = "海川县农业局2030年工作总结暨2031年工作打算\n\n一、2030年工作总结 （一）种植业。调整结构。全年粮食播种面积67万亩。"
    [record] = [r for r in pipeline(text) if isinstance(r, Statistic)]
    assert record.period is not None
    assert record.period.start == date(2030, 1, 1)

"""Firms by the report that they give out, and by the short code of their shares."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("粟米发布2031年业绩报告。粟米营收5亿元。", ["粟米", "粟米"]),
        ("昨日，澜驰宣布了截至9月底止的第三季度财务业绩。", ["澜驰"]),
        ("五谷浆第一季财报显示，营收为8亿元。", ["五谷浆"]),
        ("港澜（1929）公布中期业绩。", ["港澜"]),
        ("澜驰最新发布的财务数据显示，营收为8亿元。", ["澜驰"]),
        ("澜驰汽车最新交付量显示，增长来自出口。", ["澜驰汽车"]),
        ("港科（000123.SZ/01234.HK）的业绩上升。", ["港科"]),
        ("今日消息 晨光（纳斯达克证券代码：CNGA）发布财报。", ["晨光"]),
        ("港澜（1929）去年多赚一成。", ["港澜"]),
    ],
)
def test_who_gives_out_a_report_is_a_firm(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    "text",
    [
        "多家银行陆续发布年报。",
        "五大险企公布中期业绩。",
        "上市公司披露半年报。",
        "公司今日公布业绩。",
        "近日公布的业绩快报显示，收入增长5%。",
        "酒店（1929）建成。",
    ],
)
def test_who_stands_for_many_or_for_none_is_no_firm(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [("期内澜驰集团收入5亿元。", ["澜驰集团"]), ("2031年Q3澜驰集团收入5亿元。", ["澜驰集团"])],
)
def test_a_time_is_no_part_of_a_name(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names

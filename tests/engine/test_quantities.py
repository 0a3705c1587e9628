"""Figures in running text: their spans, values, units and bounds."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Dimension, Label, Mention, Quantity
from extract.engine.numerals import Numerals
from extract.engine.quantities import QuantityGrammar, currencies, tails, unaccounted

KNOWLEDGE = Path(__file__).parents[2] / "src/extract/knowledge"


def table(name: str) -> Any:
    return yaml.load((KNOWLEDGE / name).read_bytes(), yaml.CSafeLoader)


NUMERAL_DATA, UNITS, NAMED = table("numerals.yaml"), table("units.yaml"), table("named_numbers.yaml")
NUMERALS = Numerals.compile(
    NUMERAL_DATA, tails(UNITS, [*NUMERAL_DATA["small"], *NUMERAL_DATA["big"]]), currencies(UNITS)
)
IDIOMS = table("idioms.yaml")["words"]
GRAMMAR = QuantityGrammar.compile(NUMERALS, UNITS, table("bounds.yaml"), NAMED, IDIOMS)


def only(text: str, label: Label = Label.QUANTITY) -> tuple[str, Any]:
    """The text's one mention of a label, as its surface and normal form."""
    found = [mention for mention in GRAMMAR.find(text) if mention.label is label]
    assert len(found) == 1, found
    return text[found[0].start : found[0].end], found[0].normal


def shape(quantity: Quantity) -> tuple[float, float | None, str | None, str]:
    upper = None if quantity.upper is None else float(quantity.upper)
    return float(quantity.value), upper, quantity.unit, quantity.bound.value


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("投资增长约11%。", "约11%", (11, None, "%", "about")),
        ("数量超过1500个。", "超过1500个", (1500, None, "个", "over")),
        ("设备50万台（套）。", "50万台（套）", (500000, None, "台（套）", "exact")),
        ("仅有200多名员工", "200多名", (200, None, "名", "over")),
        ("实施近40项工程", "近40项", (40, None, "项", "about")),
        ("产能500万吨以上", "500万吨以上", (5000000, None, "t", "at_least")),
        ("提升至少10%。", "至少10%", (10, None, "%", "at_least")),
        ("撬动上千亿元投资", "上千亿元", (1e11, None, "CNY", "at_least")),
        ("不足5%的份额", "不足5%", (5, None, "%", "under")),
        ("涨幅不超过3%。", "不超过3%", (3, None, "%", "at_most")),
        ("控制在3%以内。", "3%以内", (3, None, "%", "at_most")),
        ("工期3年多。", "3年多", (3, None, "a", "over")),
        ("企业超万户。", "超万户", (10000, None, "户", "over")),
        ("用户数破200亿", "破200亿", (2e10, None, None, "over")),
    ],
)
def test_a_span_takes_its_bound_words_and_its_unit(text: str, surface: str, expected: tuple[Any, ...]) -> None:
    found, quantity = only(text)
    assert (found, shape(quantity)) == (surface, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十几家", (11, 19, "家", "range")),
        ("几十家", (20, 99, "家", "range")),
        ("数百家", (200, 999, "家", "range")),
        ("两三千人", (2000, 3000, "人", "range")),
        ("百余家", (100, None, "家", "over")),
        ("近百家", (100, None, "家", "about")),
        ("上千家", (1000, None, "家", "at_least")),
        ("七八个", (7, 8, "个", "range")),
    ],
)
def test_vague_numbers(text: str, expected: tuple[Any, ...]) -> None:
    assert shape(only(text)[1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三分之一", (33.3333, None, "%", "exact")),
        ("近3/4的农户", (75, None, "%", "about")),
        ("百分之十五点五", (15.5, None, "%", "exact")),
        ("千分之3", (0.3, None, "%", "exact")),
        ("3‰", (3, None, "‰", "exact")),
        ("0.2个千分点", (0.02, None, "pp", "exact")),
        ("近六成", (60, None, "%", "about")),
        ("七成六", (76, None, "%", "exact")),
        ("进度过半", (50, None, "%", "over")),
        ("一半以上", (50, None, "%", "at_least")),
        ("翻一番", (100, None, "%", "exact")),
        ("翻了两番", (300, None, "%", "exact")),
        ("翻一番多", (100, None, "%", "over")),
        ("翻了两番还多", (300, None, "%", "over")),
        ("是去年的3.2倍", (3.2, None, "x", "exact")),
    ],
)
def test_shares_and_multiples(text: str, expected: tuple[Any, ...]) -> None:
    assert shape(only(text)[1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16%-37%", (16, 37, "%", "range")),
        ("3—5%", (3, 5, "%", "range")),
        ("20万～30万吨", (200000, 300000, "t", "range")),
        ("20～30万吨", (200000, 300000, "t", "range")),
        ("8.5亿元至10亿元", (8.5e8, 1e9, "CNY", "range")),
        ("-3亿元至-2.5亿元", (-3e8, -2.5e8, "CNY", "range")),
        ("3到5年", (3, 5, "a", "range")),
    ],
)
def test_ranges(text: str, expected: tuple[Any, ...]) -> None:
    found, quantity = only(text)
    assert (found, shape(quantity)) == (text, expected)


def test_from_and_to_are_two_figures() -> None:
    assert [text for text, _ in surfaces("比重从5%到10%")] == ["5%", "10%"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("万亿级产业", (1e12, None, "CNY", "scale")),
        ("2千亿级产业", (2e11, None, "CNY", "scale")),
        ("百亿级产业", (1e10, None, "CNY", "scale")),
        ("千万千瓦级基地", (1e7, None, "kW", "scale")),
    ],
)
def test_scales(text: str, expected: tuple[Any, ...]) -> None:
    assert shape(only(text)[1]) == expected


def surfaces(text: str, label: Label = Label.QUANTITY) -> list[tuple[str, Any]]:
    return [(text[m.start : m.end], m.normal) for m in GRAMMAR.find(text) if m.label is label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别提高0.6和1.0个百分点", [(0.6, "pp"), (1.0, "pp")]),
        ("分别提高12.7个、12个百分点", [(12.7, "pp"), (12, "pp")]),
        ("高于全国0.7、全省2.3个百分点", [(0.7, "pp"), (2.3, "pp")]),
        ("分别上升1.35、下降6.7个百分点", [(1.35, "pp"), (6.7, "pp")]),
        ("分别为9、6和3家", [(9, "家"), (6, "家"), (3, "家")]),
        ("分别为310.35、98.9和1050.4亿元", [(31035000000, "CNY"), (9890000000, "CNY"), (105040000000, "CNY")]),
        ("分别为3万和1.2万吨", [(30000, "t"), (12000, "t")]),
        ("仅有三、四个", [(3, "个"), (4, "个")]),
    ],
)
def test_a_list_shares_its_last_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(float(q.value), q.unit) for _, q in surfaces(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit", "dimension"),
    [
        ("160万吨/年", "t/a", Dimension.RATE),
        ("350公里/小时", "km/h", Dimension.RATE),
        ("25万元/人", "CNY/人", Dimension.RATE),
        ("28微克/立方米", "ug/m3", Dimension.RATE),
        ("18兆瓦", "MW", Dimension.PHYSICAL),
        ("2.4万标箱", "TEU", Dimension.COUNT),
        ("90天", "d", Dimension.DURATION),
        ("1500", None, Dimension.NUMBER),
    ],
)
def test_units_and_dimensions(text: str, unit: str | None, dimension: Dimension) -> None:
    quantity = only(text)[1]
    assert (quantity.unit, quantity.dimension) == (unit, dimension)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("123元1角1分", "123.11", "CNY"),
        ("人民币500万元", "5000000", "CNY"),
        ("1.3万亿元人民币", "1300000000000", "CNY"),
        ("$5亿", "500000000", "USD"),
        ("新台币 177.1 亿元", "17710000000", "TWD"),
        ("派息12仙", "0.12", "HKD"),
    ],
)
def test_money(text: str, value: str, unit: str) -> None:
    quantity = only(text)[1]
    assert (quantity.value, quantity.unit, quantity.dimension) == (Decimal(value), unit, Dimension.MONEY)


def test_a_bare_yi_takes_the_currency_that_the_caller_knows() -> None:
    [mention] = GRAMMAR.find("收入3476亿", money="CNY")
    assert mention.normal == Quantity(Decimal(347600000000), "CNY", mention.normal.bound, Dimension.MONEY)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "一体推进",
        "统一部署",
        "十分重要",
        "万一失败",
        "一定要做",
        "一批企业",
        "一系列举措",
        "进一步加强",
        "千方百计稳就业",
        "零售业",
        "陆续开工",
        "内陆地区",
        "队伍建设",
        "产学研一体化",
        "三角洲",
        "唯一",
    ],
)
def test_numerals_of_ordinary_words_are_no_figures(text: str) -> None:
    assert GRAMMAR.find(text) == []
    assert unaccounted(text, [], GRAMMAR) == []


@pytest.mark.parametrize("text", ["百分之百分之百分之", "三分之三分之三分之"])
def test_a_fraction_of_fractions_is_none(text: str) -> None:
    assert GRAMMAR.find(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("节约3亿元", "3亿元"),
        ("突破3项关键技术", "3项"),
        ("通过5项决议", "5项"),
        ("最近3次", "3次"),
        ("以上百家", "百家"),
    ],
)
def test_words_that_only_look_like_bounds(text: str, surface: str) -> None:
    assert only(text)[0] == surface


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("第三批名单", "第三批", 3),
        ("第五届博览会", "第五届", 5),
        ("第十条规定", "第十条", 10),
        ("位居第2位", "第2位", 2),
        ("（一）总体要求", "（一）", 1),
        ("一、总体要求", "一、", 1),
        ("1.总体要求", "1.", 1),
        ("大连1号卫星", "1号", 1),
        ("二级节点", "二级", 2),
        ("二期工程", "二期", 2),
        ("一等奖", "一等奖", 1),
    ],
)
def test_ordinals(text: str, surface: str, value: int) -> None:
    found, rank = only(text, Label.ORDINAL)
    assert (found, rank.value) == (surface, value)


@pytest.mark.parametrize("text", ["全国五强", "位列前十名", "世界500强"])
def test_a_circle_of_so_many_is_at_most(text: str) -> None:
    assert only(text, Label.ORDINAL)[1].bound == "at_most"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("5G网络", "5G"),
        ("7100TEU集装箱船", "7100TEU"),
        ("COVID-19疫情", "COVID-19"),
        ("做好“三篇大文章”", "三篇大文章"),
        ("“2+2+2”布局", "2+2+2"),
        ("共建一带一路", "一带一路"),
        ("拨打12345热线", "12345"),
        ("“9·18”", "9·18"),
        ("国发〔2023〕5号", "〔2023〕5号"),
        ("C919大型客机", "C919"),
        ("聚焦“七个聚焦”", "七个聚焦"),
        ("一县一品", "一县一品"),
        ("万元工业增加值用水量", "万元"),
        ("每10万人拥有量", "每10万人"),
        ("2025世界大会", "2025"),
        ("党的二十大报告", "党的二十大"),
    ],
)
def test_figures_in_names(text: str, surface: str) -> None:
    assert surface in [found for found, _ in surfaces(text, Label.NAMED_NUMBER)]
    assert surfaces(text) == []


def test_what_times_hold_is_left_alone() -> None:
    text = "2022年3家企业获评"
    assert [text[m.start : m.end] for m in GRAMMAR.find(text, taken=[(0, 5)])] == ["3家"]


def test_a_name_may_hold_a_time() -> None:
    text = "欢迎2025届学生"
    [name] = GRAMMAR.find(text, taken=[(2, 6)])
    assert (name.label, text[name.start : name.end]) == (Label.NAMED_NUMBER, "2025届")


@given(
    st.text(
        alphabet="0123456789.,%-—年月日元家亿万千百十一二三四五几数两第零约超近多余以上（）“”、到至每个 GA/",
        max_size=60,
    )
)
def test_mentions_are_ordered_disjoint_and_hold_every_digit(text: str) -> None:
    mentions = GRAMMAR.find(text)
    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))
    held = {at for mention in mentions for at in range(mention.start, mention.end)}
    assert [at for at, char in enumerate(text) if char in "0123456789" and at not in held] == []


@given(st.integers(min_value=1, max_value=10**12))
def test_a_written_count_is_read_as_the_same_count(value: int) -> None:
    quantity = only(f"共有{NUMERALS.write(value)}项工程")[1]
    assert quantity == Quantity(Decimal(value), "项", quantity.bound, Dimension.COUNT)


def test_unaccounted_lists_what_no_mention_holds() -> None:
    text = "投资5亿元，共3家，统一部署"
    kept: list[Mention] = GRAMMAR.find(text)[:1]
    assert [text[start:end] for start, end in unaccounted(text, kept, GRAMMAR)] == ["3"]

"""Bodies that a list, a sign behind them, a place or their text makes sure."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岭行、澜行和海行均已发布公告。", ["岭行", "澜行", "海行"]),
        ("国航、澜航取消了航班。", ["国航", "澜航"]),
        ("他们在银行、商行之间往来。", []),
    ],
)
def test_short_names_of_a_list_that_end_alike_are_bodies(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("瀛屿主帅江明远赛后没有发言。", ["瀛屿"]),
        ("瀛屿社长江明远称销量上升。", ["瀛屿"]),
        ("江明教练李红出席。", []),
    ],
)
def test_a_body_stands_before_the_office_of_somebody(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭网7月3日讯 市里召开会议。", ["云岭网"]),
        ("据云岭新闻网报道，会议昨天召开。", ["云岭新闻网"]),
    ],
)
def test_a_medium_stands_before_what_only_media_do(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_a_branch_bears_the_name_of_its_place(pipeline: Pipeline) -> None:
    text = "中国人民银行杭州市分行公布了数据。"
    assert named(pipeline, text, Label.ORG) == ["中国人民银行杭州市分行"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("平安银行、南屿银行归母净利润分别增长3%和4%。", ["平安银行", "南屿银行"]),
        ("澜海重工、青岚重工营业收入分别增长3%和4%。", ["澜海重工", "青岚重工"]),
        ("大型银行、商业银行贷款余额分别增长3%和4%。", []),
    ],
)
def test_a_name_of_the_kind_of_a_sure_body_beside_it_is_one(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    "text", ["做大物流企业，发展跨境物流、冷链物流、应急物流。", "企（职）业年金基金、公募基金加大入市。"]
)
def test_trades_and_kinds_are_no_bodies(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


def test_beside_two_firms_of_a_trade_any_word_before_it_is_a_third(pipeline: Pipeline) -> None:
    text = "岭西证券和澜州证券公布年报。国垣证券净利润增长5%，上市证券公司净利润增长3%。"
    assert named(pipeline, text, Label.ORG)[:3] == ["岭西证券", "澜州证券", "国垣证券"]

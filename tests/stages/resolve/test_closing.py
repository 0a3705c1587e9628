"""How a share or an index closed: 远帆航空|收涨, 川平500指数|收于."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

NAMES = [
    "远帆",
    "青禾汽车",
    "哔啦",
    "Norvexa",
    "某某母公司Alvora",
    "澜途（L站）",
    "云拓科技",
    "百川",
    "星禾银行",
    "网途",
]


class TestAShare:
    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("verb", ["收涨", "收跌", "收高"])
    def test_that_closed_is_told_by_its_price(self, pipeline: Pipeline, name: str, verb: str) -> None:
        records = facts(pipeline, f"科技股涨跌互现。{name}{verb}1.2%，沄川{verb}0.5%。")
        assert column(records, "subject") == [name, "沄川"]
        assert column(records, "metric") == ["股价"] * 2


class TestAnIndex:
    @pytest.mark.parametrize("name", ["川平500指数", "沄海综合指数", "澜岭30种工业股票平均价格指数", "泛洲斯托600指数"])
    def test_keeps_the_number_in_its_name(self, pipeline: Pipeline, name: str) -> None:
        records = facts(pipeline, f"{name}下跌48.26点，收于1280点；沄江指数收跌0.4%，报918.5点。")
        assert column(records, "metric") == [name] * 2 + ["沄江指数"] * 2

    @pytest.mark.parametrize("closing", ["收于1280点", "以1280点报收", "以1280点收盘", "收报1280点"])
    def test_is_at_what_it_closed(self, pipeline: Pipeline, closing: str) -> None:
        records = facts(pipeline, f"沄海综合指数重挫20.5点，{closing}。")
        assert column(records, "metric") == ["沄海综合指数"] * 2

    def test_a_number_that_counts_is_no_name(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "沄海入选企业500家，景气指数上升2点。"), "value") == [500, 2]


@pytest.mark.parametrize("thing", ["道指", "纳指", "沄川综合指数", "布伦特原油期货", "国际金价"])
def test_what_is_traded_on_a_market_is_nobodys(pipeline: Pipeline, thing: str) -> None:
    records = facts(pipeline, f"国家统计局21日发布数据。\n\n{thing}收涨0.4%，报4214点。", None)
    assert column(records, "subject", "metric") == [(None, thing)] * 2


def test_a_share_that_only_rose_is_told_by_its_price_among_shares(pipeline: Pipeline) -> None:
    records = facts(pipeline, "热门中概股多数上涨，海屿电商涨3.5%，云起汽车跌2.1%。", None)
    assert column(records, "subject", "metric") == [("海屿电商", "股价"), ("云起汽车", "股价")]


@pytest.mark.parametrize("thing", ["标指", "沄川期油", "澜海期金", "沄北原油期货电子盘价格"])
@pytest.mark.parametrize("when", ["", "收市", "尾盘"])
def test_when_it_was_traded_is_no_part_of_what_is_traded(pipeline: Pipeline, thing: str, when: str) -> None:
    records = facts(pipeline, f"国家统计局21日发布数据。\n\n{thing}{when}上涨0.4%。", None)
    assert column(records, "subject", "metric") == [(None, thing)]


@pytest.mark.parametrize("code", ["（600001）", "（US.ABCD）", "（HK.0123）"])
@pytest.mark.parametrize("firm", ["远帆股份", "海屿", "澜讯科技"])
def test_a_share_with_its_code_is_told_by_its_price(pipeline: Pipeline, firm: str, code: str) -> None:
    records = facts(pipeline, f"{firm}{code}跌2.7%。", None)
    assert column(records, "subject", "metric") == [(firm, "股价")]


@pytest.mark.parametrize("set_", ["成份股", "成分股", "ETF"])
def test_an_index_keeps_its_number_in_what_follows_it(pipeline: Pipeline, set_: str) -> None:
    records = facts(pipeline, f"沄平300{set_}净流出13亿元。", None)
    assert column(records, "metric", "value") == [(f"沄平300{set_}净流出", 1300000000)]

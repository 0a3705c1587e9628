"""What a made thing is like, with its name in front of the figure."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

LAUNCH = "6月18日，东屿重工建造的8万吨散货船“海鹭”号下水。"
FLIGHT = "5月6日，云岭航空研制的“灵鸢60”货运无人机完成首飞。"


def told(pipeline: Pipeline, text: str) -> list[tuple[str | None, str]]:
    return column(facts(pipeline, text), "subject", "metric")


class TestWhatAThingIsLike:
    @pytest.mark.parametrize(
        ("text", "thing", "metric"),
        [
            (LAUNCH + "“海鹭”号全长212米。", "海鹭号", "全长"),
            ("“灵鸢”自重仅7.5公斤。", "灵鸢", "自重"),
            (FLIGHT + "该机最大起飞重量3.2吨。", "灵鸢60货运无人机", "最大起飞重量"),
            (FLIGHT + "无人机航程900公里。", "灵鸢60货运无人机", "航程"),
            ("东屿医疗研制的全球最小心电贴片监测仪重2.1克。", "心电贴片监测仪", "重量"),
            ("方形钠离子电芯均价每瓦时0.42元。", "方形钠离子电芯", "均价"),
        ],
        ids=["a quoted name", "a brand", "a word that points", "its kind", "behind its maker", "a price"],
    )
    def test_is_the_things(self, pipeline: Pipeline, text: str, thing: str, metric: str) -> None:
        assert (thing, metric) in told(pipeline, text)

    def test_the_widest_kind_that_stands_for_something_is_cut_off(self, pipeline: Pipeline) -> None:
        text = "东屿重工研制的12兆瓦海上风电机组下线。该风电机组叶轮直径212米。"
        assert told(pipeline, text) == [("12兆瓦海上风电机组", "叶轮直径")]

    def test_a_kind_that_stands_for_nothing_is_told_by_itself(self, pipeline: Pipeline) -> None:
        assert told(pipeline, "这型大型无人机翼展16米。") == [("大型无人机", "翼展")]

    @pytest.mark.parametrize(
        "text",
        ["东屿重工上半年机组销售均价为每千瓦3100元。", "全市机器人企业国产化率超过90%。"],
        ids=["what is sold", "firms"],
    )
    def test_what_sells_it_keeps_its_own(self, pipeline: Pipeline, text: str) -> None:
        [(subject, _)] = told(pipeline, text)
        assert subject in {"东屿重工", "大连市"}


class TestWhatStandsBehindItsFigure:
    @pytest.mark.parametrize(
        ("text", "row"),
        [
            ("6月28日，云岭高铁开通运营，全长约85公里的线路设计时速250公里。", ("云岭高铁", "全长")),
            ("云岭高铁施工现场，工人在铺轨。这条设计时速250公里的铁路预计年底通车。", ("云岭高铁", "设计时速")),
            ("这次下线的盾构机是开挖直径7.2米的泥水平衡盾构机。", ("盾构机", "开挖直径")),
            ("最大载箱量达1100标箱的“海鹭”轮靠泊东屿港。", ("海鹭轮", "最大载箱量")),
        ],
        ids=["the line told of", "what a word points at", "what it is", "a name"],
    )
    def test_is_the_thing(self, pipeline: Pipeline, text: str, row: tuple[str, str]) -> None:
        assert row in told(pipeline, text)


def test_a_height_is_no_change(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "云岭水电站7月通过验收。电站最大坝高155米。")
    assert column(rows, "metric", "measure") == [("最大坝高", "level")]

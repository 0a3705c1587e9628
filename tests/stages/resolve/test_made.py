"""Things that were made, by their kind and their brand."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

FLIGHT = "5月6日，云岭航空研制的“灵鸢60”货运无人机完成首飞。"
LATHE = "9月4日，东屿机床为一家车企制造的12台GT80五轴加工中心全部交付。"


def told(pipeline: Pipeline, text: str) -> list[tuple[str | None, str]]:
    return column(facts(pipeline, text), "subject", "metric")


class TestAKindOfThings:
    def test_stands_for_the_last_thing_made_whatever_its_kind(self, pipeline: Pipeline) -> None:
        assert told(pipeline, LATHE + "该型机床主轴转速1.8万转/分。") == [("GT80五轴加工中心", "主轴转速")]

    def test_stands_for_what_was_worked_on(self, pipeline: Pipeline) -> None:
        text = "车间里，工人为出口甲国的20台内燃机车做最后调试。这批机车单台功率2100马力。"
        assert told(pipeline, text)[-1] == ("内燃机车", "单台功率")

    def test_a_brand_is_the_thing_from_then_on(self, pipeline: Pipeline) -> None:
        text = FLIGHT + "“灵鸢60”于2016年立项，参研单位12家。目前，该机已有意向订单46架。"
        assert told(pipeline, text) == [("灵鸢60", "参研单位"), ("灵鸢60", "意向订单")]

    def test_one_of_a_kind_opens_a_clause(self, pipeline: Pipeline) -> None:
        text = "东屿重工研制的12兆瓦海上风电机组下线。单台机组每年可输出清洁电能4000万千瓦时。"
        assert [subject for subject, _ in told(pipeline, text)] == ["12兆瓦海上风电机组"]


class TestWhatWasMadeBySomebody:
    def test_goes_on_in_the_clauses_behind_it(self, pipeline: Pipeline) -> None:
        text = "东屿传动公司开发的轻量化传动轴今年向整车厂供货8.7万根，市场份额达到19%。"
        assert [subject for subject, _ in told(pipeline, text)] == ["轻量化传动轴"] * 2

    @pytest.mark.parametrize("metric", ["营业收入12亿元", "订单30艘"])
    def test_has_not_what_its_maker_has(self, pipeline: Pipeline, metric: str) -> None:
        rows = told(pipeline, f"东屿重工研制的“海鹭”号散货船下水，{metric}。")
        assert [subject for subject, _ in rows] == ["东屿重工"]

    def test_is_no_owner_where_somebody_has_it(self, pipeline: Pipeline) -> None:
        rows = told(pipeline, "全市拥有自主研发的高性能芯片，电动客车年产量突破8万辆。")
        assert rows == [("大连市", "电动客车年产量")]

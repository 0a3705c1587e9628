"""What the clause before tells of without a figure: the whole of a bare head, the head of a bare part."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


class TestABareHead:
    @pytest.mark.parametrize("showing", ["增长迅猛", "大幅增长", "较快增长", "增势良好", "稳中有升"])
    @pytest.mark.parametrize("whole", ["一般贸易进出口", "民营企业进出口", "保税物流进出口"])
    def test_is_told_in_full(self, pipeline: Pipeline, whole: str, showing: str) -> None:
        assert metrics(pipeline, f"{whole}{showing}，进出口98亿元，增长8%。") == [whole, whole]

    def test_of_trade_has_its_partner(self, pipeline: Pipeline) -> None:
        text = "全市对东盟进出口大幅增长，贸易总值78亿元，增长6%。"
        assert metrics(pipeline, text) == ["对东盟贸易总值"] * 2

    def test_is_no_part_of_another_word(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "进出口稳步增长，出口5亿元。") == ["出口"]

    @pytest.mark.parametrize("time", ["", "1—10月", "上半年"])
    def test_is_that_of_the_trade_told_of(self, pipeline: Pipeline, time: str) -> None:
        assert metrics(pipeline, f"医药制造业稳中向好，{time}产值增长16%。") == ["医药制造业产值"]


class TestABarePart:
    def test_has_the_head_of_the_whole(self, pipeline: Pipeline) -> None:
        text = "新兴产品产量增势良好，其中服务机器人、充电桩分别增长16%、28%。"
        assert metrics(pipeline, text) == ["服务机器人产量", "充电桩产量"]

    def test_has_none_behind_a_figure(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "高新技术产品达5种，其中机器人增长13%。")[-1] == "机器人"

    @pytest.mark.parametrize("whole", ["民营企业贷款", "普惠小微贷款", "住户存款"])
    def test_of_a_balance_is_told_by_what_it_is_of(self, pipeline: Pipeline, whole: str) -> None:
        assert metrics(pipeline, f"{whole}较快增长，6月末余额32亿元。") == [f"{whole}余额"]

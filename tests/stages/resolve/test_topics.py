"""What stands over several figures: a topic, a set of which some members are told, an item before a bracket."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


class TestTopics:
    @pytest.mark.parametrize(
        ("topic", "expected"),
        [
            ("主要产品产量：", ["水泥产量", "玻璃产量"]),
            ("主要出口商品中，", ["水泥出口", "玻璃出口"]),
            ("产量方面，", ["水泥产量", "玻璃产量"]),
            ("从产品产量看，", ["水泥产量", "玻璃产量"]),
        ],
    )
    def test_bare_items_have_what_the_topic_says_is_measured(
        self, pipeline: Pipeline, topic: str, expected: list[str]
    ) -> None:
        assert metrics(pipeline, f"{topic}水泥86万吨；玻璃4万吨。") == expected

    def test_the_whole_topic_where_it_is_an_indicator(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "平均房价方面，民宿为442元；酒店为973元。") == ["民宿平均房价", "酒店平均房价"]

    def test_an_item_that_is_measured_itself_stays(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "产量方面，水泥出口额为3亿元。") == ["水泥出口额"]

    def test_a_heading_that_nothing_is_measured_by_is_no_topic(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "公共卫生方面，乡镇卫生院达到26所。") == ["乡镇卫生院"]


class TestMembers:
    def test_members_of_a_set_stand_in_its_place(self, pipeline: Pipeline) -> None:
        text = "输往大部分主要目的地的出口货值录得升幅，尤其是越南（升56%）和印度（升31%）。"
        rows = facts(pipeline, text)
        assert column(rows, "metric", "value") == [("输往越南的出口货值", 56), ("输往印度的出口货值", 31)]
        pieces = [text[start:end] for start, end in rows[1]["spans"]["metric"]]
        assert pieces == ["输往", "印度", "的出口货值"]

    def test_a_class_of_goods_needs_no_of(self, pipeline: Pipeline) -> None:
        text = "部分主要货品类别的进口货值录得跌幅，尤其是“照相器材”（跌4%）。"
        assert metrics(pipeline, text) == ["照相器材进口货值"]

    def test_a_phrase_goes_on_behind_its_bracket(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "来自越南（跌10%）的进口货值则录得跌幅。") == ["来自越南的进口货值"]

    def test_the_particle_before_what_is_measured_is_kept(self, pipeline: Pipeline) -> None:
        text = "家具的销货价值上升6%；其次为钟表及礼物（销货价值上升9%）；服装（上升7%）。"
        assert metrics(pipeline, text) == ["家具的销货价值", "钟表及礼物的销货价值", "服装的销货价值"]

    def test_the_item_before_a_bracket_has_its_figure(self, pipeline: Pipeline) -> None:
        text = "其次为家具（零售量上升9%）；服装（上升7%）；药物及化妆品（上升8%）。"
        assert metrics(pipeline, text) == ["家具零售量", "服装零售量", "药物及化妆品零售量"]


class TestATopicAlone:
    GROWTH = "2023年，全市规模以上工业增加值同比增长6%。"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("固定资产投资方面，一季度同比增长13%，增速比全国高8.3个百分点。", ["固定资产投资", "固定资产投资"]),
            ("消费方面，同比增长8.3%。", ["消费"]),
            ("对外贸易方面，全市一季度同比增长13%。", ["对外贸易"]),
        ],
    )
    def test_a_figure_without_a_metric_is_of_the_topic(
        self, pipeline: Pipeline, text: str, expected: list[str]
    ) -> None:
        assert metrics(pipeline, self.GROWTH + text)[1:] == expected

    def test_a_metric_of_its_own_stands(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "利用外资方面，全市实际利用外资3亿美元。") == ["实际利用外资"]

    def test_a_way_of_dividing_is_no_topic(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额同比增长6%。分季度看，一季度增长5%，二季度增长7%。"
        assert metrics(pipeline, text) == ["出口额"] * 3


def test_by_what_things_are_divided_is_not_measured(pipeline: Pipeline) -> None:
    text = "从企业规模看，大型企业PMI为50.5%，中型企业PMI为49.4%。"
    assert metrics(pipeline, text) == ["大型企业PMI", "中型企业PMI"]


def test_the_number_of_a_section_is_no_part_of_its_topic(pipeline: Pipeline) -> None:
    text = "（二）第一产业增加值：完成102亿元，增速4.8%。"
    assert column(facts(pipeline, text), "metric") == ["第一产业增加值", "第一产业增加值"]


class TestGoodsBehindWhatIsMeasuredOfAll:
    @pytest.mark.parametrize("lead", ["包括", "如"])
    def test_are_told_by_it_and_its_basis(self, pipeline: Pipeline, lead: str) -> None:
        text = f"若干产品的进口额较去年同期下降，{lead}棉花3亿美元，下降6%；木材及木制品2亿美元，下降5%。"
        rows = facts(pipeline, text, "滨海市")
        assert column(rows, "metric") == ["棉花进口额"] * 2 + ["木材及木制品进口额"] * 2
        assert column(rows, "basis")[1::2] == ["yoy", "yoy"]

"""The noun that a verb had before, where it stands without one."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


class TestVerbsThatHadANoun:
    def test_a_rate_takes_the_noun_again(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市累计保障航班40万班，日均保障1.2万班。") == ["保障航班", "日均保障航班"]

    def test_another_thing_takes_its_head(self, pipeline: Pipeline) -> None:
        text = "海川集团承接民用船舶订单59艘，修船业务承接130艘。"
        assert metrics(pipeline, text) == ["承接民用船舶订单", "修船业务承接订单"]


class TestDealing:
    def test_a_verb_alone_has_the_things_of_the_one_before(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全年累计生产汽车17万辆、销售16万辆。") == ["生产汽车", "销售汽车"]

    def test_under_a_total_too(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "今年销售轮毂620万只，其中出口390万只。") == ["销售轮毂", "出口轮毂"]

    def test_whatever_else_the_sentence_tells(self, pipeline: Pipeline) -> None:
        text = "去年，海川集团研制的国内首台星芒机床下线，当年销售31台。"
        assert metrics(pipeline, text) == ["销量"]

    def test_not_in_another_unit(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全年生产汽车17万辆，销售30亿元。")[1] != "销售汽车"


def test_what_has_been_built_so_far_is_what_there_is(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全县高标准农田累计建成41.2万亩，充电桩累计建成1.2万个。") == ["高标准农田", "充电桩"]


def test_the_whole_is_not_what_each_has_of_it(pipeline: Pipeline) -> None:
    text = "全市人均卫生总费用5300元，卫生总费用占地区生产总值的6.5%。"
    assert metrics(pipeline, text) == ["人均卫生总费用", "卫生总费用"]


class TestSettling:
    def test_takes_what_was_taken_in(self, pipeline: Pipeline) -> None:
        text = "全市法院受理各类案件2540件，办结2310件，上升4%。"
        assert metrics(pipeline, text) == ["法院受理各类案件", *["法院办结各类案件"] * 2]

    def test_by_a_part_of_those_told_of(self, pipeline: Pipeline) -> None:
        text = "全市法院受理各类案件2540件，办结2310件。其中市法院受理280件，办结240件。"
        assert metrics(pipeline, text)[2:] == ["受理各类案件", "办结各类案件"]

    def test_so_far(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市受理信访案件156件，已办结143件。") == ["受理信访案件", "办结信访案件"]

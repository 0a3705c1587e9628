"""What is counted behind the names of some of it: the noun, since those named are firms or records of their own."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, sentence: str) -> list[str | None]:
    return column(facts(pipeline, sentence, "沄川县"), "metric")


class TestACountOfThingsSomeOfWhichAreNamed:
    @pytest.mark.parametrize("noun", ["重点产业项目", "重点工程"])
    @pytest.mark.parametrize("verb", ["新竣工", "新开工"])
    def test_is_of_the_noun_with_the_verb_that_says_which(self, pipeline: Pipeline, verb: str, noun: str) -> None:
        assert metrics(pipeline, f"2030年，全县{verb}东龙、新洲、海瑞等{noun}12个。") == [f"{verb}{noun}"]

    @pytest.mark.parametrize("names", ["华星科技、东岭制药、海瑞机械", "青岭银行、沄川集团"])
    def test_leaves_out_firms(self, pipeline: Pipeline, names: str) -> None:
        assert metrics(pipeline, f"2030年，全县引进了{names}等企业12家。") == ["企业"]

    def test_may_be_of_those_above_a_sum(self, pipeline: Pipeline) -> None:
        text = "2030年，全县新开工云拓机械、海屿传感、川平材料等5亿元以上项目6个。"
        assert metrics(pipeline, text) == ["新开工5亿元以上项目"]

    def test_is_not_that_of_the_place_in_a_name(self, pipeline: Pipeline) -> None:
        text = "2030年，全县引进了香港嘉鸿手套加工、甘肃西庆助剂等招商项目33个，合同引资33.4亿元。"
        assert column(facts(pipeline, text, "沄川县"), "subject") == ["沄川县"] * 2


class TestAListOfKinds:
    @pytest.mark.parametrize("kinds", ["茶叶、西瓜、雷竹等农村经济组织", "黄芪、党参等药材基地"])
    def test_stays_in_the_metric(self, pipeline: Pipeline, kinds: str) -> None:
        assert metrics(pipeline, f"2030年，全县建立{kinds}16个。")[0].endswith(kinds)  # type: ignore[union-attr]

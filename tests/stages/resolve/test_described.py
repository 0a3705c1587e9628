"""A project by its name at the front of a sentence, and what the sentence goes on to say of it."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

NAMES = [
    "远帆集团高端建筑智造总部项目",
    "澳朗服装制造项目",
    "禾田新能源产业园",
    "海川智能制造基地",
    "云谷数据中心",
    "东湖之星商业综合体",
    "禾丰生猪养殖场",
]


@pytest.mark.parametrize("name", NAMES)
class TestAProjectThatHeadsItsSentence:
    def test_has_what_the_clauses_behind_its_investment_tell(self, pipeline: Pipeline, name: str) -> None:
        text = f"据悉，{name}总投资12亿元，占地300亩，可实现年销售收入16亿元，利税3.8亿元。"
        assert column(facts(pipeline, text, "滨海市"), "subject") == [name] * 3

    def test_is_called_by_its_name_not_by_what_it_is_said_to_be(self, pipeline: Pipeline, name: str) -> None:
        text = f"{name}是高新区重点打造的战略项目，计划总投资30亿元，占地124亩，总建筑面积16万平方米。"
        assert column(facts(pipeline, text, "滨海市", kind="project"), "name") == [name]
        assert column(facts(pipeline, text, "滨海市"), "subject") == [name] * 2

    def test_is_meant_by_项目_where_it_stands_somewhere(self, pipeline: Pipeline, name: str) -> None:
        text = f"{name}位于高新区江南园，将引进电子产品。项目总用地面积约59308平方米，总建筑面积15.8万平方米。"
        assert column(facts(pipeline, text, "滨海市"), "subject") == [name] * 2

    def test_is_meant_by_项目_where_somebody_builds_it(self, pipeline: Pipeline, name: str) -> None:
        text = f"{name}由滨海远峰制衣有限公司投资建设，项目占地61.56亩，建筑面积约6.9万平方米。"
        assert column(facts(pipeline, text, "滨海市"), "subject") == [name] * 2


def test_a_thing_that_a_word_points_at_gives_no_name(pipeline: Pipeline) -> None:
    text = "该项目是高新区重点打造的战略项目，计划总投资30亿元，占地124亩。"
    assert "该项目" not in column(facts(pipeline, text, "滨海市", kind="project"), "name")


class TestAMere项目:
    def test_that_is_said_to_be_something_means_none(self, pipeline: Pipeline) -> None:
        text = "远帆科技园项目由远帆公司投资建设，占地90亩。项目是发展的硬支撑，今年上半年，滨海市签约额84亿元。"
        assert column(facts(pipeline, text, "滨海市"), "subject")[-1] == "滨海市"

    def test_behind_该_means_the_one_that_the_sentence_before_says_something_of(self, pipeline: Pipeline) -> None:
        text = "今年新签约项目14个。禾田零部件项目也是园区的一个重大项目，塔吊转个不停。该项目占地90亩。"
        assert column(facts(pipeline, text, "滨海市"), "subject")[-1] == "禾田零部件项目"


def test_a_firm_that_ends_its_clause_behind_what_it_did_owns_the_next(pipeline: Pipeline) -> None:
    text = "去年3月开工建设的滨海翱翔航空科技有限公司，自首架无人飞机出厂以来，目前已卖出无人机700多架。"
    assert column(facts(pipeline, text, "滨海市"), "subject") == ["滨海翱翔航空科技有限公司"]


class TestAProjectThatNoRecordTells:
    @pytest.mark.parametrize("name", ["禾田五中迁建工程", "中德轴承扩产项目"])
    def test_has_what_is_told_behind_what_it_is(self, pipeline: Pipeline, name: str) -> None:
        text = f"{name}是市级重点工业项目，拟投资31亿元，建成后预计年产值可达46亿元。"
        assert column(facts(pipeline, text, "滨海市"), "subject") == [name] * 2

    @pytest.mark.parametrize("name", ["滨海市重点项目", "全市工业项目"])
    def test_is_none_that_only_says_of_what_kind(self, pipeline: Pipeline, name: str) -> None:
        assert column(facts(pipeline, f"{name}是发展的支撑，完成投资5亿元。", "滨海市"), "subject") == ["滨海市"]

"""Words that point at a thing named before."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline
from extract.records import Statistic

from .reading import column, facts


class TestWordsThatPoint:
    @pytest.mark.parametrize("word", ["该桥", "这座大桥", "大桥"])
    def test_stand_for_the_thing_of_their_kind(self, pipeline: Pipeline, word: str) -> None:
        [fact] = facts(pipeline, f"松花江特大桥8月10日合龙。{word}全长4.3公里。")
        assert (fact["subject"], fact["metric"]) == ("松花江特大桥", "全长")
        assert "subject" in fact["inherited"]

    def test_are_no_part_of_the_metric_where_nothing_is_found(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "该桥全长4.3公里。")
        assert fact["metric"] == "全长"

    def test_a_noun_behind_its_verb_points_at_nothing(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "松花江特大桥8月10日合龙。全市完成大桥投资3亿元。")
        assert column(rows, "subject", "metric") == [("大连市", "大桥投资")]

    def test_a_thing_of_another_kind_is_not_meant(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "松花江特大桥8月10日合龙。该隧道全长4.3公里。")
        assert fact["subject"] != "松花江特大桥"


class TestKindsOfThings:
    def test_works_that_nobody_named_are_told_by_their_kind(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "这座跨海大桥起点为青屿，全长4.4公里。")
        assert fact["subject"] == "跨海大桥"

    @pytest.mark.parametrize(
        "text", ["这个传感器产业集群上半年产值9亿元。", "该集团今年汽车板产量9万吨。"], ids=["a wider group", "a firm"]
    )
    def test_end_where_something_else_is_meant(self, pipeline: Pipeline, text: str) -> None:
        [fact] = facts(pipeline, text)
        assert fact["subject"] == "大连市"

    def test_what_something_is_is_no_name(self, pipeline: Pipeline) -> None:
        text = "“海鹭号”客船缓缓驶出。这是国内首艘满足新标准的客船。该船长53米。"
        assert "海鹭" in str(column(facts(pipeline, text), "subject"))


class TestFiguresOfAProject:
    def test_the_investment_told_behind_it_is_its_slot(self, pipeline: Pipeline) -> None:
        text = "青河化工产业园8月10日开工。该产业园总投资6亿元。"
        text = text.replace("该产业园", "该项目")
        [project] = facts(pipeline, text, kind="project")
        assert project["investment"]["value"] == 600_000_000
        assert facts(pipeline, text) == []

    def test_a_throughput_in_its_name_is_its_capacity(self, pipeline: Pipeline) -> None:
        [project] = facts(pipeline, "年产20万吨纯碱生产线建成投产。", kind="project")
        assert (project["capacity"]["value"], project["capacity"]["unit"]) == (200_000, "t/a")

    def test_a_stage_behind_a_figure_is_of_the_project_that_opens_its_sentence(self, pipeline: Pipeline) -> None:
        text = "青岭大桥8月10日合龙。青岭大桥北接螺溪镇，全长4公里，预计明年底建成。"
        assert [(p["name"], p["stage"]) for p in facts(pipeline, text, kind="project")] == [
            ("青岭大桥", "topped_out"),
            ("青岭大桥", "completed"),
        ]

    def test_what_another_place_invests_is_a_statistic(self, pipeline: Pipeline) -> None:
        text = "青河化工产业园8月10日开工。全市完成工业投资6亿元。"
        assert column(facts(pipeline, text), "metric") == ["工业投资"]

    @pytest.mark.parametrize(
        ("text", "owners"),
        [
            ("在南充市高坪区螺溪镇，收割正忙。全镇水稻种植面积2.1万亩，亩产560公斤。", ["螺溪镇", "螺溪镇"]),
            ("记者走进高坪区柳河村。“全村种植柑橘1200亩，产值600万元。”村党支部书记王建华说。", ["柳河村"] * 2),
            ("“我村人均收入2.6万元。”柳河村村主任赵明介绍。", ["柳河村"]),
        ],
    )
    def test_a_whole_town_or_village_is_the_one_named(self, pipeline: Pipeline, text: str, owners: list[str]) -> None:
        assert column(facts(pipeline, text), "subject") == owners

    def test_a_sentence_in_quotation_marks_is_no_name(self, pipeline: Pipeline) -> None:
        text = "“我种了30亩土豆，亩产5000斤，多收800斤。”大户李国强说。\n下一步，该镇将建设加工厂，年加工能力2万吨。"
        assert "年加工能力" in column(facts(pipeline, text), "metric")


def test_a_kind_of_body_is_the_one_that_the_text_is_about(pipeline: Pipeline) -> None:
    text = "滨海大学招生\n\n滨海大学计划招生4200人。现有教师3600人。去年，学校科研经费达56亿元。"
    records = [record for record in pipeline(text) if isinstance(record, Statistic)]
    assert (records[-1].subject, records[-1].metric) == ("滨海大学", "科研经费")


def test_项目_goes_on_standing_for_the_works_told_of_two_sentences_before(pipeline: Pipeline) -> None:
    text = (
        "走进云台新材料产业园，塔吊林立。项目总投资6亿元，占地30亩。项目全部建成后，可年产纤维2万吨，实现年产值3亿元。"
    )
    assert column(facts(pipeline, text), "subject") == ["云台新材料产业园"] * 4


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("本次集中开工项目90个。", "集中开工项目"),
        ("此次签约项目30个。", "签约项目"),
        ("此次集中竣工工程7项。", "集中竣工工程"),
    ],
)
def test_a_word_that_points_at_an_occasion_takes_nothing_from_what_happened(
    pipeline: Pipeline, text: str, metric: str
) -> None:
    assert column(facts(pipeline, text), "metric") == [metric]

"""Figures in direct speech, whose speaker is named behind it."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


class TestASpeech:
    def test_is_about_the_firm_for_which_its_speaker_talks(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "“年产值达到3000万元，员工有120名。”青石岭服饰有限公司厂长郭明说。")
        assert set(column(rows, "subject")) == {"青石岭服饰有限公司"}
        assert column(rows, "metric") == ["年产值", "员工"]

    def test_of_a_village_body_is_about_the_village(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "“我们这里有杏树4000多亩。”梨花村党支部副书记张明说。")
        assert fact["subject"] == "梨花村"

    def test_of_a_private_person_is_about_nobody_s_firm(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "“去年收入3万元。”青石岭服饰有限公司员工张明说。")
        assert fact["subject"] != "青石岭服饰有限公司"

    @pytest.mark.parametrize("name", ["“青石”服饰", "青石服饰"])
    def test_a_name_in_quotation_marks_is_none(self, pipeline: Pipeline, name: str) -> None:
        [fact] = facts(pipeline, f"全市{name}产值达到3000万元。海川集团董事长郭明说。")
        assert fact["subject"] == "大连市"


class TestThingsThatOwn:
    @pytest.mark.parametrize("name", ["上泊村", "清溪茶叶专业合作社", "青河工业集中区", "青河经开区"])
    def test_a_village_a_cooperative_and_a_zone_have_their_figures(self, pipeline: Pipeline, name: str) -> None:
        [fact] = facts(pipeline, f"{name}现有大棚106个。")
        assert (fact["subject"], fact["metric"]) == (name, "大棚")

    def test_a_cooperative_is_meant_by_its_noun(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "清溪茶叶专业合作社办在山里。合作社有社员330户。")
        assert (fact["subject"], fact["metric"]) == ("清溪茶叶专业合作社", "社员")

    @pytest.mark.parametrize("kind", ["普通高中", "各乡镇", "贫困村", "新型农村"])
    def test_a_kind_of_them_has_none(self, pipeline: Pipeline, kind: str) -> None:
        assert column(facts(pipeline, f"{kind}招生3万人。"), "subject") == ["大连市"]

    def test_a_village_ends_before_its_verb(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "上泊村依托示范合作社，年销售收入突破680万元。")
        assert fact["subject"] == "上泊村"


class TestWhatIsCounted:
    @pytest.mark.parametrize(
        ("text", "metric"),
        [
            ("580户农户发展特色种植。", "农户"),
            ("1600余名求职者前来询问。", "求职者"),
            ("10家企业研发机构落户。", "企业研发机构"),
            ("50户农民种植大户受益。", "农民种植大户"),
            ("合作社种植了玫瑰24亩。", "玫瑰"),
            ("合作社建起大棚20个。", "大棚"),
        ],
    )
    def test_ends_with_the_person_or_firm_and_holds_no_verb_in_its_aspect(
        self, pipeline: Pipeline, text: str, metric: str
    ) -> None:
        assert column(facts(pipeline, text), "metric") == [metric]

    def test_a_built_area_is_not_that_of_the_ground(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "青河小学占地3万平方米，建筑面积2万平方米。")
        assert column(rows, "subject", "metric")[-1] == ("青河小学", "建筑面积")

"""Who acts in the seven other types."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


class TestProjects:
    def test_the_organisation_that_heads_a_name_is_among_those_of_the_project(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "海川风电集团二期扩建项目开工。", kind="project")
        assert column(rows, "name", "orgs") == [("海川风电集团二期扩建项目", ["海川风电集团"])]

    def test_who_builds_it_stands_before_it(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "海川风电集团承建的滨河大桥项目竣工。", kind="project")
        assert column(rows, "name", "orgs", "stage") == [("滨河大桥项目", ["海川风电集团"], "completed")]

    @pytest.mark.xfail(strict=True, reason="承建 is read as making a product whose name runs over the verb behind it")
    def test_one_happening_is_one_record(self, pipeline: Pipeline) -> None:
        assert facts(pipeline, "海川风电集团承建的滨河大桥项目竣工。", kind="milestone") == []


class TestMilestones:
    def test_who_made_it(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "海川造船有限公司研制的全球首艘液氢运输船交付。", kind="milestone")
        assert column(rows, "orgs", "product", "claim") == [(["海川造船有限公司"], "液氢运输船", "全球首艘")]

    def test_a_word_for_the_firm_is_the_firm(self, pipeline: Pipeline) -> None:
        text = "海川造船有限公司成立于1990年。公司研制的全球首艘液氢运输船交付。"
        [fact] = facts(pipeline, text, kind="milestone")
        assert fact["orgs"] == ["海川造船有限公司"]
        assert "orgs" in fact["inherited"]


class TestHonours:
    def test_granter_and_batch_are_split_off(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "海川造船有限公司入选工信部第五批绿色工厂名单。", kind="honor")
        assert column(rows, "recipients", "granter", "batch", "honor") == [
            (["海川造船有限公司"], "工信部", "第五批", "绿色工厂名单")
        ]

    def test_an_honour_without_a_batch_has_none(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "海川造船有限公司入选国家级绿色工厂名单。", kind="honor")
        assert column(rows, "batch", "granter", "honor") == [(None, None, "国家级绿色工厂名单")]


class TestCooperations:
    def test_partners_are_parties(self, pipeline: Pipeline) -> None:
        text = "海川造船有限公司与云岭大学共建海洋装备联合实验室。"
        rows = facts(pipeline, text, kind="cooperation")
        assert column(rows, "parties", "lead") == [(["海川造船有限公司", "云岭大学"], None)]

    def test_who_leads_is_a_party_too(self, pipeline: Pipeline) -> None:
        text = "由海川造船有限公司牵头，联合云岭大学组建海洋装备创新联合体。"
        [fact] = facts(pipeline, text, kind="cooperation")
        assert fact["lead"] == "海川造船有限公司"
        assert fact["parties"] == ["海川造船有限公司", "云岭大学"]


class TestPolicies:
    @pytest.mark.parametrize(
        ("text", "issuer"),
        [
            ("大连市印发《滨海旅游发展规划》。", "大连市"),
            ("我市制定《滨海旅游发展规划》。", "大连市"),
            ("省政府印发《滨海旅游发展规划》。", "省政府"),
        ],
    )
    def test_the_issuer_is_named_as_the_text_has_it_a_deictic_by_its_place(
        self, pipeline: Pipeline, text: str, issuer: str
    ) -> None:
        assert column(facts(pipeline, text, kind="policy"), "issuer") == [issuer]

    def test_none_is_guessed_where_the_text_names_none(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "近日，《滨海旅游发展规划》印发。", kind="policy")
        assert fact["issuer"] is None
        assert "issuer" not in fact["inherited"]

    def test_the_authorities_that_join_in_are_one_string(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "省水利厅等六部门联合印发《滨海河湖保护办法》。", kind="policy")
        assert column(rows, "issuer", "action") == [("省水利厅等六部门", "印发")]

    def test_a_verb_without_its_subject_has_the_place_of_the_text(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "制定实施《滨海旅游发展规划》，推动旅游业发展。", kind="policy")
        assert fact["issuer"] == "大连市"
        assert "issuer" in fact["inherited"]


def test_an_honour_without_its_recipient_is_that_of_the_place_the_text_is_about(pipeline: Pipeline) -> None:
    [fact] = facts(pipeline, "连续三年获评全省县域经济先进县市。", kind="honor")
    assert fact["recipients"] == ["大连市"]
    assert "recipients.0" in fact["inherited"] or "recipients" in fact["inherited"]


def test_a_person_s_organisation_stands_before_the_title(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川造船有限公司董事长江明远表示。", kind="role")
    assert column(rows, "person", "org", "titles") == [("江明远", "海川造船有限公司", ["董事长"])]


def test_a_place_may_organise_an_event(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "大连市举行2024滨海啤酒节。", kind="event")
    assert column(rows, "name", "organizer") == [("2024滨海啤酒节", "大连市")]


def test_a_short_form_in_a_bracket_is_no_part_of_the_name(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川造船有限公司（以下简称海川造船）建造的首艘养殖工船交付。", kind="milestone")
    assert column(rows, "orgs", "product") == [(["海川造船有限公司"], "养殖工船")]


def test_the_partner_that_a_clause_leaves_out_heads_its_sentence(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川造船有限公司扩大产能，与云岭大学共建焊接实验室。", kind="cooperation")
    assert column(rows, "parties", "object") == [(["海川造船有限公司", "云岭大学"], "焊接实验室")]


class TestRoles:
    def test_an_office_of_a_place_is_that_place_s(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "青河区副区长江明远介绍了情况。", kind="role")
        assert column(rows, "org", "titles") == [("青河区", ["副区长"])]

    def test_a_title_behind_other_names_takes_no_organisation_from_before_them(self, pipeline: Pipeline) -> None:
        text = "出席的有：海川集团董事长江明远，越南国家主席梁强。"
        rows = facts(pipeline, text, kind="role")
        assert column(rows, "person", "org") == [("江明远", "海川集团"), ("梁强", "越南")]


class TestMakers:
    @pytest.mark.parametrize(
        "text",
        [
            "海川重工有限公司产值增长8%，更成功研制国内首台10兆瓦海上风机。",
            "海川重工有限公司效益向好。该公司产值增长8%，并研制出国内首台10兆瓦海上风机。",
        ],
    )
    def test_the_maker_of_a_verb_without_a_subject_heads_a_clause_before_it(
        self, pipeline: Pipeline, text: str
    ) -> None:
        assert column(facts(pipeline, text, kind="milestone"), "orgs") == [["海川重工有限公司"]]


def test_the_number_of_an_item_is_no_part_of_a_name(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "（3）2025东屿发展论坛举行；", kind="event")
    assert column(rows, "name") == ["2025东屿发展论坛"]


def test_a_firm_is_named_without_what_holds_it(pipeline: Pipeline) -> None:
    [pact] = facts(pipeline, "公司全资子公司科源智能与江州市高新区管委会签订《项目投资协议书》。", kind="cooperation")
    assert pact["parties"] == ["科源智能", "江州市高新区管委会"]


def test_a_paper_whose_reporter_tells_holds_no_meeting(pipeline: Pipeline) -> None:
    text = "东海日报记者江明远报道，近日举办芒果产销协调会。"
    assert column(facts(pipeline, text, kind="event"), "organizer") == [None]


def test_who_means_to_invest_may_stand_a_clause_earlier(pipeline: Pipeline) -> None:
    text = "海川集团与东屿县政府达成合作意向，拟投资5亿元建设现代化奶牛牧场。"
    assert column(facts(pipeline, text, kind="project"), "name", "orgs") == [("现代化奶牛牧场", ["海川集团"])]

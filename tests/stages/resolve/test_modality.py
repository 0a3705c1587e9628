"""Actual, forecast, target or planned."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def modalities(pipeline: Pipeline, text: str, published: str | None = None) -> list[str]:
    return column(facts(pipeline, text, published=published), "modality")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("全市出口额增长5%。", "actual"),
        ("预计全市出口额增长5%。", "forecast"),
        ("全市出口额有望增长5%。", "forecast"),
        ("力争全市出口额增长5%。", "target"),
        ("全市已争取到改造项目10个。", "actual"),
        ("全市药品占比控制在25.3%。", "actual"),
        ("全市失业率控制在4%以内。", "target"),
        ("今年目标是全市出口额增长5%。", "target"),
        ("全市确保出口额增长5%。", "target"),
        ("全市将新建充电桩200个。", "planned"),
        ("全市计划投资30亿元。", "planned"),
        ("全市计划竣工项目17个。", "planned"),
        ("园区规划面积9平方公里。", "planned"),
        ("园区总体规划为500亩。", "planned"),
        ("产业方面，纲要安排重大项目186个。", "planned"),
        ("会议要求，全市完成技改投资260亿元以上。", "target"),
        ("全市奋力完成出口额90亿元。", "target"),
        ("全市计划拿出近10亿元产业基金。", "planned"),
    ],
)
def test_the_words_before_the_figure_decide(pipeline: Pipeline, text: str, modality: str) -> None:
    assert modalities(pipeline, text) == [modality]


def test_a_word_of_modality_holds_to_the_end_of_its_part_of_the_sentence(pipeline: Pipeline) -> None:
    text = "力争全市出口额增长5%，进口额增长4%；用电量增长3%。"
    assert modalities(pipeline, text) == ["target", "target", "actual"]


def test_a_period_after_publication_makes_an_unmarked_figure_planned(pipeline: Pipeline) -> None:
    text = "2025年，全市出口额达到100亿元。"
    assert modalities(pipeline, text, "2024-01-20") == ["planned"]
    assert modalities(pipeline, text, "2026-01-20") == ["actual"]


def test_will_with_a_year_and_a_threshold_is_a_target(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "到2030年，全市出口额将突破100亿元。", "2024-01-20") == ["target"]


def test_what_is_being_built_is_no_goal(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "2023年，全市建设充电桩200个。") == ["actual"]


class TestSections:
    def test_a_heading_of_goals_makes_targets_until_the_next_of_its_order(self, pipeline: Pipeline) -> None:
        text = (
            "全市经济工作要点\n\n一、去年回顾\n\n全市出口额增长4%。\n\n二、主要目标\n\n全市进口额增长6%。"
            "\n\n三、其他\n\n全市用电量增长2%。"
        )
        assert modalities(pipeline, text) == ["actual", "target", "actual"]

    def test_in_a_section_of_plans_outcomes_are_targets_and_work_is_planned(self, pipeline: Pipeline) -> None:
        text = "全市经济工作要点\n\n二、今年重点工作\n\n全市进口额增长6%。建成大桥3座。\n\n"
        assert modalities(pipeline, text) == ["target", "planned"]


class TestScale:
    @pytest.mark.parametrize("text", ["全市打造千亿级石化产业集群。", "全市打造两个千亿级石化产业集群。"])
    def test_a_scale_to_be_built_is_a_target(self, pipeline: Pipeline, text: str) -> None:
        assert modalities(pipeline, text) == ["target"]


class TestCumulative:
    @pytest.mark.parametrize("word", ["累计建成", "现有", "拥有", "共有"])
    def test_words_of_a_stock(self, pipeline: Pipeline, word: str) -> None:
        assert column(facts(pipeline, f"全市{word}孵化器30家。"), "cumulative") == [True]

    def test_no_word_no_stock(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "全市建成孵化器30家。"), "cumulative") == [False]

    def test_it_is_the_clause_s_own(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "全市累计建成孵化器30家，新增商标40件。"), "cumulative") == [True, False]


class TestWhatIsToCome:
    def test_a_forecast_at_the_front_covers_the_whole_list(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "预计全年工业投资60亿元；财政收入8亿元，增长24%。")
        assert column(rows, "modality") == ["forecast"] * 3

    def test_what_comes_after_completion_is_expected(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "该项目达产后年产值9亿元。")
        assert fact["modality"] == "forecast"

    def test_what_is_planned_may_be_said_behind_the_figure(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "首批客车6台将于月底装船。")
        assert column(rows, "modality") == ["planned"]

    def test_a_target_that_was_passed_is_a_fact(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "2022年，全市工业增加值增速高于年初目标1.7个百分点。")
        assert fact["modality"] == "actual"

    def test_the_earlier_of_two_levels_is_a_fact(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "纯碱产能将由12万吨扩大到32万吨。")
        assert column(rows, "modality") == ["actual", "planned"]

    def test_a_paper_that_is_still_to_come_out(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "《绿色电力消纳实施方案》将于近期出台。", kind="policy")
        assert fact["modality"] == "planned"

    def test_what_an_agreement_promises_is_planned(self, pipeline: Pipeline) -> None:
        text = "海川集团与云台大学签署培养协议，三年内培养技师500名。"
        assert column(facts(pipeline, text), "modality") == ["planned"]

    def test_an_effect_to_come_is_expected(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "该项目可新增就业400人。"), "modality") == ["forecast"]

    def test_a_clause_of_a_time_that_is_over_begins_anew(self, pipeline: Pipeline) -> None:
        text = "全市计划投资90亿元，1—6月完成投资40亿元。"
        rows = facts(pipeline, text, published="2030-08-01")
        assert column(rows, "modality") == ["planned", "actual"]

    def test_by_a_year_to_come_a_level_is_a_target(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "到2035年，全市森林面积稳定在60万亩。", published="2030-08-01")
        assert column(rows, "modality") == ["target"]

    def test_a_clause_with_a_subject_of_its_own_is_not_about_what_will_be_elsewhere(self, pipeline: Pipeline) -> None:
        text = "甘棠大桥将于年内通车，东屿抽水蓄能电站开工建设。"
        assert column(facts(pipeline, text, kind="project"), "modality") == ["planned", "actual"]

    def test_what_governs_a_row_of_clauses_covers_them_all(self, pipeline: Pipeline) -> None:
        text = "确保甘棠大桥合龙，东屿抽水蓄能电站开工建设。"
        assert column(facts(pipeline, text, kind="project"), "modality") == ["target", "target"]

    def test_a_project_that_is_approved_is_planned(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "甘棠石化项目获批。", kind="project"), "modality") == ["planned"]


def test_behind_a_figure_of_the_plan_a_time_that_is_over_tells_what_has_happened(pipeline: Pipeline) -> None:
    text = "今年公司计划完成投资20亿元，1—6月完成投资9亿元。"
    assert modalities(pipeline, text, "2024-07-09") == ["planned", "actual"]


def test_a_heading_that_tells_what_was_done_leaves_it_to_its_sentences(pipeline: Pipeline) -> None:
    text = "白沙工作报告\n\n现将工作报告如下。\n\n一、过去五年的成就与今后五年的奋斗目标\n\n五年来，全市出口额增长5%。\n\n力争全市进口额增长4%。"
    assert modalities(pipeline, text, "2026-01-20") == ["actual", "target"]


def test_a_goal_that_a_figure_is_compared_with_makes_it_no_goal(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "全市工业增加值同比增长6.5%，高于年度预期目标2个百分点。") == ["actual", "actual"]


def test_how_many_of_those_asked_expect_something_is_a_fact(pipeline: Pipeline) -> None:
    text = "据调查，49%的商户预期销量持平，预计销量减少的商户占38%。"
    assert modalities(pipeline, text) == ["actual", "actual"]


def test_a_bound_is_a_goal_but_where_it_is_looked_back_at(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "全市失业率控制在5%以内。") == ["target"]
    reviewed = "政府工作报告\n\n一、2031年工作回顾\n\n全市失业率控制在5%以内。"
    assert modalities(pipeline, reviewed) == ["actual"]


def test_what_is_told_of_a_year_that_has_hardly_begun_is_to_come(pipeline: Pipeline) -> None:
    text = "2032年，全市实施项目68个，产值增长9%。"
    assert modalities(pipeline, text, "2032-01-20") == ["planned", "target"]
    assert modalities(pipeline, text, "2032-12-20") == ["actual", "actual"]


def test_a_list_that_opens_with_the_year_s_estimate_is_one(pipeline: Pipeline) -> None:
    text = "会议指出，全市攻坚克难，预计全年完成产值21亿元；财政收入3亿元。"
    assert modalities(pipeline, text) == ["forecast", "forecast"]


def test_work_behind_a_colon_is_planned(pipeline: Pipeline) -> None:
    text = "2032年，要重点抓好以下工作：新造林4万亩；改造危房160户。"
    assert modalities(pipeline, text) == ["planned", "planned"]


def test_what_surpasses_what_was_expected_has_happened(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "面对超预期冲击，全市出口额增长5%。") == ["actual"]


def test_what_a_report_puts_forward_for_the_year_is_a_goal(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "报告提出，今年全市产值增长8%，投资增长15%。") == ["target", "target"]


def test_next_year_s_work_is_planned(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "明年我们还要扩种300亩。") == ["planned"]


def test_the_parts_of_a_goal_are_goals(pipeline: Pipeline) -> None:
    text = "到2031年，全市充电站达到90座。其中，公共充电站达到50座，已建成20座。"
    rows = facts(pipeline, text, published="2028-03-01")
    assert column(rows, "modality")[:2] == ["target", "target"]
    assert {row["period"] for row in rows[:2]} == {("2031-01-01", "2031-12-31")}


def test_a_clause_that_counts_what_was_done_is_no_plan_s(pipeline: Pipeline) -> None:
    text = "2031年全市安排项目53项，年度计划投资56亿元，1—6月累计完成投资36亿元，占年计划投资的64%。"
    assert modalities(pipeline, text)[1:] == ["planned", "actual", "actual"]


def test_what_is_taken_in_hand_behind_a_figure_is_not_to_come(pipeline: Pipeline) -> None:
    assert modalities(pipeline, "全市覆盖率达98%的网点将一件件包裹送到用户手中。") == ["actual"]


def test_by_a_year_that_was_over_when_the_text_was_written_nothing_is_aimed_at(pipeline: Pipeline) -> None:
    text = "旅游业起步以来，一直保持增长态势，到{}年底，全市旅游人数达7.8亿人次。"
    assert modalities(pipeline, text.format(2031), "2032-09-20") == ["actual"]
    assert modalities(pipeline, text.format(2035), "2032-09-20") == ["target"]


@pytest.mark.parametrize("who", ["", "公司", "我们", "报告"])
def test_what_somebody_expects_at_the_front_covers_the_whole_list(pipeline: Pipeline, who: str) -> None:
    text = f"{who}预测2031年营业收入为38亿元，同比增长12%；归母净利润为3亿元，同比增长15%。"
    assert set(modalities(pipeline, text)) == {"forecast"}

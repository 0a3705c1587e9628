"""Which period: the time that heads the clause, else the nearest earlier one that may be meant."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

YEAR = ("2023-01-01", "2023-12-31")
DAY = "2024-01-20"


def periods(pipeline: Pipeline, text: str, published: str | None = None) -> list[tuple[str | None, str | None] | None]:
    return column(facts(pipeline, text, published=published), "period")


class TestOwn:
    def test_the_time_that_heads_the_clause(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "2023年，全市出口额增长5%。") == [YEAR]

    def test_a_time_behind_the_subject_heads_it_too(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "全市2023年出口额增长5%。") == [YEAR]

    def test_a_base_of_comparison_is_none(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "全市出口额比2020年增长4%。全市进口额增长3%。") == [None, None]

    def test_from_one_year_to_another_each_figure_has_its_own(self, pipeline: Pipeline) -> None:
        text = "全市出口额由2015年的30亿元提高到2020年的60亿元。"
        assert periods(pipeline, text) == [("2015-01-01", "2015-12-31"), ("2020-01-01", "2020-12-31")]

    def test_since_runs_to_the_day_of_publication(self, pipeline: Pipeline) -> None:
        text = "今年以来，全市出口额达到30亿元。"
        assert periods(pipeline, text, "2024-05-20") == [("2024-01-01", "2024-05-20")]

    def test_since_what_happened_then_runs_on_too(self, pipeline: Pipeline) -> None:
        text = "2018年该制度试行以来，全市共办理案件50件。"
        assert periods(pipeline, text, "2024-05-20") == [("2018-01-01", "2024-05-20")]

    def test_a_year_behind_the_day_up_to_which_is_counted_names_what_is_counted(self, pipeline: Pipeline) -> None:
        text = "截至6月30日，2024年贺岁档总票房突破3亿元。"
        assert periods(pipeline, text, "2024-07-02") == [("2024-06-30", "2024-06-30")]

    def test_this_year_behind_such_a_day_is_the_period(self, pipeline: Pipeline) -> None:
        text = "截至6月30日，今年全市出口额突破3亿元。"
        assert periods(pipeline, text, "2024-07-02") == [("2024-01-01", "2024-06-30")]

    def test_a_time_with_its_preposition_heads_its_clause_wherever_it_stands(self, pipeline: Pipeline) -> None:
        text = "这意味着从2027年起全市出口额将增加4亿元。"
        assert periods(pipeline, text, "2025-06-01") == [("2027-01-01", None)]

    def test_before_its_predicate_a_time_needs_only_a_noun_in_front_of_it(self, pipeline: Pipeline) -> None:
        text = "上线和筹备中的园区去年完成投资3亿元。"
        assert periods(pipeline, text, "2025-06-01") == [("2024-01-01", "2024-12-31")]

    def test_a_season_of_travel_is_part_of_a_noun_where_the_clause_has_its_time(self, pipeline: Pipeline) -> None:
        text = "2月6日，全国铁路发送旅客30万人次，铁路春运累计发送旅客800万人次。"
        assert periods(pipeline, text, "2024-02-07") == [("2024-02-06", "2024-02-06")] * 2

    def test_else_it_is_the_period(self, pipeline: Pipeline) -> None:
        text = "春运期间，全市铁路发送旅客30万人次。"
        assert periods(pipeline, text, "2024-03-07") == [("2024-01-26", "2024-03-05")]

    def test_what_is_of_a_year_is_not_of_its_last_day(self, pipeline: Pipeline) -> None:
        text = "截至2023年底，全市共有家政企业80家，实现年营业收入3亿元。"
        assert periods(pipeline, text) == [("2023-12-31", "2023-12-31"), YEAR]

    def test_a_yearly_capacity_is_a_stock(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "截至2023年底，全市污水年处理能力达到80万吨。") == [("2023-12-31", "2023-12-31")]

    @pytest.mark.parametrize("front", ["回顾2023年，", "观察2023年表现，", "纵观2023年，"])
    def test_a_look_at_a_time_heads_the_clause(self, pipeline: Pipeline, front: str) -> None:
        assert periods(pipeline, f"{front}全市出口额达到3亿元。") == [YEAR]

    def test_the_time_before_another_is_one_of_its_own(self, pipeline: Pipeline) -> None:
        text = "2024年6月，全市出口额3亿元。此前的5月，全市进口额2亿元。"
        assert periods(pipeline, text) == [("2024-06-01", "2024-06-30"), ("2024-05-01", "2024-05-31")]

    def test_a_stretch_of_which_something_is_a_record_is_not_its_time(self, pipeline: Pipeline) -> None:
        text = "2024年1月全市出口额8亿元，创近20个月新高，同比增长3%。"
        assert periods(pipeline, text) == [("2024-01-01", "2024-01-31")] * 3

    def test_a_verb_that_brings_about_leaves_a_time_to_its_clause(self, pipeline: Pipeline) -> None:
        text = "新办法出台，推动四季度外贸实现8亿元。"
        assert periods(pipeline, text, "2025-12-30") == [("2025-10-01", "2025-12-31")]

    def test_the_quarter_s_revenue_is_of_the_quarter_that_is_named(self, pipeline: Pipeline) -> None:
        text = "2020年四季度营收7亿元，同比增长3%。"
        assert periods(pipeline, text) == [("2020-10-01", "2020-12-31")] * 2

    def test_the_year_against_whose_plan_something_is_held_is_the_text_s(self, pipeline: Pipeline) -> None:
        text = "经济运行平稳\n\n年初以来，工作有序。\n\n各项指标增长。\n\n一季度出口额增长2%，比2030年高0.3个百分点，与2031年计划持平。"
        assert periods(pipeline, text)[:1] == [("2031-01-01", "2031-03-31")]

    def test_a_time_between_an_owner_and_the_metric_is_the_figure_s(self, pipeline: Pipeline) -> None:
        text = "表面上看，海川集团的三季度净利润增长36%。"
        assert periods(pipeline, text, "2025-10-30") == [("2025-07-01", "2025-09-30")]

    def test_the_year_in_the_title_of_a_bulletin_is_that_of_its_figures(self, pipeline: Pipeline) -> None:
        text = "近日，局里发布《2023年全市水运统计公报》。公报显示，全市有泊位38个。"
        assert periods(pipeline, text) == [YEAR]

    def test_recent_years_inside_a_clause_end_nothing(self, pipeline: Pipeline) -> None:
        text = "2023年，全市投资增长9%。这样的增速在近几年非常罕见。出口额为8亿元。"
        assert periods(pipeline, text) == [YEAR] * 2

    def test_the_grain_of_summer_is_of_the_whole_year(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "2023年夏粮总产量为14万吨。") == [YEAR]

    def test_how_long_something_lasts_dates_nothing_else(self, pipeline: Pipeline) -> None:
        text = "活动将持续到3月中旬，全市预计举办招聘会60场。"
        assert periods(pipeline, text, "2025-02-07") == [None]

    def test_the_year_in_a_list_s_name_is_that_of_its_counts(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "省里公布2023年绿色工厂名单，全市入选企业12家。") == [YEAR]


class TestNow:
    def test_now_is_null_without_a_day_of_publication(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "目前，全市共有孵化器30家。") == [None]

    def test_and_that_day_where_it_is_known(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "截至目前，全市共有孵化器30家。", DAY) == [(DAY, DAY)]

    @pytest.mark.parametrize(("published", "then"), [(None, None), (DAY, (DAY, DAY))])
    def test_it_ends_what_was_inherited_for_what_follows_too(
        self, pipeline: Pipeline, published: str | None, then: tuple[str, str] | None
    ) -> None:
        text = "2023年，全市出口额增长5%。目前，全市共有孵化器30家。全市新增商标40件。"
        assert periods(pipeline, text, published) == [YEAR, then, then]

    def test_no_goal_is_of_today(self, pipeline: Pipeline) -> None:
        text = "2024年，力争全市出口额增长5%。当前，形势向好。力争全市进口额增长3%。"
        assert periods(pipeline, text, DAY)[-1] == ("2024-01-01", "2024-12-31")

    def test_lately_ends_it_with_null(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "2023年，全市出口额增长5%。近日，全市建成充电桩200个。", DAY) == [YEAR, None]

    @pytest.mark.parametrize("text", ["立足当前，全市建成充电桩200个。", "大雾出现在全市，全市进口额增长3%。"])
    def test_words_that_are_about_it_or_hold_it_head_nothing(self, pipeline: Pipeline, text: str) -> None:
        assert periods(pipeline, "2023年，全市出口额增长5%。" + text, DAY) == [YEAR, YEAR]

    def test_lately_ends_it_behind_the_subject_too(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%。白沙湾风电场三期工程日前并网，新增装机5万千瓦。"
        assert periods(pipeline, text, DAY) == [YEAR, None]


class TestReach:
    """How far a heading reaches: its clause, its sentence, its paragraph, or on."""

    QUARTER = ("2023-10-01", "2023-12-31")

    def test_a_part_of_a_longer_period_serves_its_paragraph(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%。\n\n四季度，全市进口额增长4%。全市用电量增长3%。\n\n全市用水量增长2%。"
        assert periods(pipeline, text) == [YEAR, self.QUARTER, self.QUARTER, YEAR]

    def test_an_aside_serves_its_sentence(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%。其中四季度增长4%。全市用电量增长3%。"
        assert periods(pipeline, text) == [YEAR, self.QUARTER, YEAR]

    def test_so_does_one_behind_a_comma(self, pipeline: Pipeline) -> None:
        text = "2031年上半年，全市出口额增长3%。其中，6月份全市出口额增长4%。全市用电量增长5%。"
        assert [row["period"][0] for row in facts(pipeline, text)] == ["2031-01-01", "2031-06-01", "2031-01-01"]

    def test_within_a_sentence_until_the_semicolon(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%，其中四季度增长4%；进口额增长3%。"
        assert periods(pipeline, text) == [YEAR, self.QUARTER, YEAR]

    def test_the_same_stretch_of_another_year_serves_its_clause(self, pipeline: Pipeline) -> None:
        text = "2023年一季度，全市出口额30亿元，去年同期为20亿元，进口额10亿元。"
        first = ("2023-01-01", "2023-03-31")
        assert periods(pipeline, text, "2023-04-20") == [first, ("2022-01-01", "2022-03-31"), first]

    def test_a_time_behind_the_figure_in_its_clause(self, pipeline: Pipeline) -> None:
        text = "到10月底，全市竣工学校14所，其余12所年底前投用。"
        assert periods(pipeline, text, "2023-11-04")[1] == (None, "2023-12-31")

    @pytest.mark.parametrize(
        "text", ["全市2023年水利工作会议提出，出口额增长5%。", "《2023年工业发展报告》显示，全市出口额增长5%。",
                 "对照2023年远景目标，全市出口额增长5%。"]
    )  # fmt: skip
    def test_a_time_within_a_name_heads_nothing(self, pipeline: Pipeline, text: str) -> None:
        assert periods(pipeline, text, "2024-02-20") == [None]

    def test_what_stands_beside_a_base_is_one_too(self, pipeline: Pipeline) -> None:
        text = "2023年上半年，全市产量比去年同期和全年都高，出口额增长3%。"
        assert periods(pipeline, text, "2023-07-20") == [("2023-01-01", "2023-06-30")]

    def test_a_subheading_s_period_is_its_section_s(self, pipeline: Pipeline) -> None:
        text = "全市用电量平稳。\n\n一、2022年运行情况\n\n全市工业投资增长4%。"
        assert periods(pipeline, text, DAY) == [("2022-01-01", "2022-12-31")]

    def test_rates_of_flow_are_the_year_s_behind_its_last_day(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%。年末全市户籍人口50万人，人口出生率7‰。"
        assert periods(pipeline, text, DAY) == [YEAR, ("2023-12-31", "2023-12-31"), YEAR]

    def test_so_is_what_was_made_and_sold(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2022年，全市开工。年末生猪存栏8万头，猪肉产量9万吨。")
        assert [row["period"] for row in rows] == [("2022-12-31", "2022-12-31"), ("2022-01-01", "2022-12-31")]

    def test_but_not_by_how_much_the_stock_grew(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2022年，全市开工。年末生猪存栏8万头，增加1万头。")
        assert {row["period"] for row in rows} == {("2022-12-31", "2022-12-31")}


class TestWithoutTime:
    @pytest.mark.parametrize("text", ["3月5日，全长60公里的清溪铁路通车。", "清溪铁路3月5日通车，设计时速160公里。"])
    def test_lengths_and_design_speeds(self, pipeline: Pipeline, text: str) -> None:
        assert periods(pipeline, text, "2024-04-20") == [None]

    def test_after_completion_says_no_day(self, pipeline: Pipeline) -> None:
        text = "3月5日，清溪铸造项目开工，达产后年产值9亿元。"
        assert periods(pipeline, text, "2024-04-20") == [None]

    def test_a_forecast_s_date_serves_its_effects(self, pipeline: Pipeline) -> None:
        text = "清溪铸造项目预计2025年6月投产，投产后年产值9亿元。"
        assert periods(pipeline, text, "2024-04-20") == [("2025-06-01", "2025-06-30")]


class TestUnderHeadings:
    REVIEW = "青石镇工作总结\n\n2021年工作回顾\n\n一、工业稳步发展\n\n全镇出口额增长4%。\n\n（一）种植业\n\n全镇种粮3万亩。\n\n"

    def test_a_period_stands_over_the_headings_below_its_own(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, self.REVIEW) == [("2021-01-01", "2021-12-31")] * 2

    def test_until_a_heading_of_the_same_order(self, pipeline: Pipeline) -> None:
        text = self.REVIEW + "全镇概况\n\n一、基本情况\n\n全镇有商标40件。\n\n"
        assert periods(pipeline, text)[-1] is None

    def test_an_item_over_its_paragraph_is_a_heading(self, pipeline: Pipeline) -> None:
        text = "青石镇概况\n\n●古老的渡口\n\n1929年，古渡学堂在镇上创办。\n\n●临江的林区\n\n全镇已发现树种64种。\n\n"
        assert periods(pipeline, text)[-1] is None


class TestTheNounOfFigures:
    def test_the_year_of_a_survey_is_that_of_its_figures(self, pipeline: Pipeline) -> None:
        text = "2021年，全市出口额增长5%。此次进行的2023年度全市林木普查，共抽选样地90个。"
        assert periods(pipeline, text, "2024-02-20")[-1] == YEAR

    def test_a_forecast_at_the_front_of_a_review_s_sentence_is_of_its_year(self, pipeline: Pipeline) -> None:
        text = "2023年，全市克服困难，较好完成任务。预计实现出口额91亿元，增长8%。"
        assert periods(pipeline, text) == [YEAR] * 2


class TestFromAHappening:
    def test_what_runs_on_since_heads_its_clause_behind_any_words(self, pipeline: Pipeline) -> None:
        text = "青石港自动化码头运行三年来，全市出口额达到30亿元。"
        assert periods(pipeline, text, "2024-05-20") == [("2021-05-20", "2024-05-20")]

    def test_the_happening_itself_is_not_of_that_time(self, pipeline: Pipeline) -> None:
        text = "《滨海市港口管理办法》发布两年来，全市出口额达到30亿元。"
        found = facts(pipeline, text, kind="policy", published="2024-05-20")
        assert column(found, "period") == [None]

    def test_from_a_year_up_to_now_is_one_stretch(self, pipeline: Pipeline) -> None:
        text = "从2015年启动绿化工程至今，已有9个年头。全市造林面积达到90万亩。"
        assert periods(pipeline, text, "2024-05-20")[-1] == ("2015-01-01", "2024-05-20")

    def test_a_level_behind_its_time_s_of_is_of_that_time(self, pipeline: Pipeline) -> None:
        text = "海川集团发布2024年二季度业绩。二季度营收由2023年同期的14亿元增加25%至17.5亿元。"
        assert periods(pipeline, text)[0] == ("2023-04-01", "2023-06-30")


class TestInherited:
    def test_the_nearest_earlier_period_holds_on(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2023年，全市出口额增长5%。全市进口额增长4%。")
        assert column(rows, "period") == [YEAR, YEAR]
        assert column(rows, "inherited") == [[], ["period"]]

    def test_a_forecast_s_period_is_no_fact_s(self, pipeline: Pipeline) -> None:
        text = "2023年，全市工业投资增长5%。2024年，预计全市出口额增长4%。全市进口额增长3%。"
        assert periods(pipeline, text, DAY) == [YEAR, ("2024-01-01", "2024-12-31"), YEAR]

    def test_a_target_never_takes_one_that_is_over(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "2023年，全市出口额增长5%。力争全市进口额增长4%。", DAY) == [YEAR, None]

    def test_a_single_day_carries_only_within_its_sentence(self, pipeline: Pipeline) -> None:
        text = "3月5日，全市开工学校12所，医院3所。全市竣工工厂7个。"
        assert periods(pipeline, text, "2024-04-20") == [("2024-03-05", "2024-03-05")] * 2 + [None]

    def test_inheritance_stops_at_a_subheading(self, pipeline: Pipeline) -> None:
        text = "全市用电量平稳。\n\n一、工业\n\n2021年，工业投资增长4%。\n\n二、农业\n\n粮食产量增长2%。"
        assert periods(pipeline, text) == [("2021-01-01", "2021-12-31"), None]

    def test_a_scale_has_only_a_period_of_its_own(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "2023年，全市粮食产量增长3%。全市打造千亿级石化产业集群。") == [YEAR, None]

    def test_else_the_headline_s(self, pipeline: Pipeline) -> None:
        text = "海川市2023年经济运行简况\n\n全市工业投资增长5%。全市出口额增长4%。"
        assert periods(pipeline, text) == [YEAR, YEAR]


class TestAnnounced:
    def test_figures_behind_a_colon_are_of_the_stretch_announced(self, pipeline: Pipeline) -> None:
        text = "10月21日，白沙市发布2020年前三季度经济数据：全市出口额增长5%。"
        assert periods(pipeline, text, "2020-10-22") == [("2020-01-01", "2020-09-30")]

    def test_a_time_that_describes_what_is_measured_is_the_figure_s(self, pipeline: Pipeline) -> None:
        text = "2024年3月，全市进口额增长2%。2024年2月的出口额增长5%。"
        assert periods(pipeline, text, "2024-04-20")[1] == ("2024-02-01", "2024-02-29")

    def test_parts_counted_off_end_with_their_sentence(self, pipeline: Pipeline) -> None:
        text = "2016年前三季度，全市生产总值增长6%。分季度看，一季度增长7%，二季度增长6%。第一产业增加值增长3%。"
        assert periods(pipeline, text, "2016-10-20")[-1] == ("2016-01-01", "2016-09-30")

    def test_results_given_out_are_of_the_stretch_that_they_close(self, pipeline: Pipeline) -> None:
        text = "白沙港务昨公布6月底止中期业绩，港口吞吐量按年增长7%。"
        assert periods(pipeline, text, "2025-08-15") == [("2025-01-01", "2025-06-30")]

    def test_a_day_in_brackets_closes_what_began_before_it(self, pipeline: Pipeline) -> None:
        text = "今年以来（截至2月27日，农历正月十八），全市出口额增长5%；进口额增长4%。"
        assert periods(pipeline, text, "2024-02-29") == [("2024-01-01", "2024-02-27")] * 2

    def test_what_is_new_behind_the_end_of_a_year_is_of_the_year(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%。年末从业人员38万人；新增企业210家。"
        assert periods(pipeline, text, "2024-03-05") == [YEAR, ("2023-12-31", "2023-12-31"), YEAR]

    def test_the_year_of_the_whole_is_not_the_share_s(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "合同金额占白沙集团2023年度营业收入的12%。", "2024-04-20") == [None]


class TestInBrackets:
    def test_a_bracket_behind_a_figure_is_that_figure_s_alone(self, pipeline: Pipeline) -> None:
        text = "2023年上半年，全市出口额增长5%，进口额增长4%（1—5月），用电量增长3%。"
        half, months = ("2023-01-01", "2023-06-30"), ("2023-01-01", "2023-05-31")
        assert periods(pipeline, text) == [half, months, half]

    def test_a_time_that_opens_one_reaches_to_its_end(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%（2022年，出口额增长4%，进口额增长3%）。"
        assert periods(pipeline, text) == [YEAR, ("2022-01-01", "2022-12-31"), ("2022-01-01", "2022-12-31")]

    def test_one_that_says_the_days_again_is_no_other_time(self, pipeline: Pipeline) -> None:
        text = "春节假期（2月10日至17日），全市出口额增长5%。"
        assert periods(pipeline, text, "2024-02-20") == [("2024-02-10", "2024-02-17")]


class TestWhatIsExpected:
    def test_it_is_not_of_the_day_on_which_something_happened(self, pipeline: Pipeline) -> None:
        text = "3月19日，白沙养殖工船交付，预计年产海鱼3600吨。"
        assert periods(pipeline, text, "2025-03-20")[-1] is None

    def test_but_of_a_year_that_goes_on(self, pipeline: Pipeline) -> None:
        text = "2025年，全市开工项目60个，力争出口额增长5%。"
        assert periods(pipeline, text, "2025-03-20")[-1] == ("2025-01-01", "2025-12-31")

    def test_a_length_told_of_what_was_opened_is_of_that_day(self, pipeline: Pipeline) -> None:
        text = "3月5日，清溪公路建成通车，全长60公里。"
        assert periods(pipeline, text, "2024-04-20") == [("2024-03-05", "2024-03-05")]


class TestInANounPhrase:
    """Times that stand in a name or beside a noun: some are the figure's own, some are nobody's."""

    def test_the_quarter_in_an_event_s_name_is_no_figure_s(self, pipeline: Pipeline) -> None:
        text = "昨天上午，南坞市2023年第三季度重大项目集中开工活动举行。全市共有31个项目开工。"
        assert periods(pipeline, text, "2023-10-12")[-1] is None

    def test_a_survey_s_year_is_not_that_of_what_it_found(self, pipeline: Pipeline) -> None:
        text = "2023年全省人口变动情况抽样调查结果公布。男性为320万人。"
        assert periods(pipeline, text) == [None]

    def test_the_year_of_a_list_goes_on_with_what_was_listed(self, pipeline: Pipeline) -> None:
        text = "日前，省工商联发布“2023全省企业100强”榜单。全市9家企业入围。"
        assert periods(pipeline, text, "2023-10-12")[-1] == YEAR

    def test_but_not_with_the_money_of_those_listed(self, pipeline: Pipeline) -> None:
        text = "日前，省工商联发布“2023全省企业100强”榜单。入围企业营业收入达90亿元。"
        assert periods(pipeline, text, "2023-10-12")[-1] is None

    def test_a_level_compared_with_is_of_the_base_s_time(self, pipeline: Pipeline) -> None:
        text = "2023年末，全市常住人口91万人，与2020年第七次人口普查的88万人相比，增加3万人。"
        assert ("2020-01-01", "2020-12-31") in periods(pipeline, text)

    def test_two_days_of_a_sentence_make_a_stretch(self, pipeline: Pipeline) -> None:
        text = "专列自7月1日启运，至7月31日，共发送旅客6万人次。"
        assert periods(pipeline, text, "2023-08-02") == [("2023-07-01", "2023-07-31")]

    def test_a_report_given_out_tells_the_stretch_of_what_follows(self, pipeline: Pipeline) -> None:
        text = "10月20日，南坞机械发布2023年第三季度财报。公司营收9亿元。"
        assert periods(pipeline, text, "2023-10-20")[-1] == ("2023-07-01", "2023-09-30")


class TestWhatGoesOn:
    def test_a_month_in_a_noun_serves_what_follows_where_no_time_heads_a_clause(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2031年1月的海川市零售额为8亿元。海川市网上零售额为2亿元。")
        assert {row["period"] for row in rows} == {("2031-01-01", "2031-01-31")}

    def test_a_time_right_before_the_metric_is_the_figure_s(self, pipeline: Pipeline) -> None:
        text = "2031年前11月，全市出口额90亿元。市统计局公布11月出口额9亿元。"
        rows = facts(pipeline, text)
        assert rows[1]["period"] == ("2031-11-01", "2031-11-30")

    def test_a_today_that_tells_of_no_record_ends_nothing(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2031年，全市产值90亿元。目前企业都在赶订单。全市用电量增长5%。")
        assert {row["period"] for row in rows} == {("2031-01-01", "2031-12-31")}

    def test_headings_within_paragraphs_part_a_text(self, pipeline: Pipeline) -> None:
        text = "滨海市工作简报\n\n【工业】2031年一季度，全市产值90亿元。\n\n【项目】全市列入重点项目23项。"
        rows = facts(pipeline, text)
        assert [row["period"] for row in rows] == [("2031-01-01", "2031-03-31"), None]

    def test_the_same_day_at_the_front_is_the_last_that_was_told(self, pipeline: Pipeline) -> None:
        text = "8月26日，白沙船厂一座船坞开工。\n\n同日，海川市签约项目16个。"
        rows = facts(pipeline, text, published="2031-09-14")
        assert rows[-1]["period"] == ("2031-08-26", "2031-08-26")


class TestWhatHappenedThen:
    @pytest.mark.parametrize(
        "text",
        [
            "白沙精机投资23亿元兴建的新城二厂2月竣工启用，新增员工380人。",
            "白沙机床集团研制的我国首台28米数控立车2月通过验收，加工精度提高5%。",
        ],
    )
    def test_a_time_behind_its_thing_serves_the_figures_of_its_sentence(self, pipeline: Pipeline, text: str) -> None:
        rows = facts(pipeline, f"2031年一季度，全市产值90亿元。{text}全市出口额9亿元。")
        assert rows[1]["period"] == ("2031-02-01", "2031-02-28")
        assert rows[-1]["period"] == ("2031-01-01", "2031-03-31")

    def test_run_in_heads_with_a_colon_part_a_text(self, pipeline: Pipeline) -> None:
        text = "滨海市工作简报\n\n工业：2031年一季度，全市产值90亿元。\n\n农业：全市粮食产量9万吨。"
        assert [row["period"] for row in facts(pipeline, text)] == [("2031-01-01", "2031-03-31"), None]


class TestOfNoTime:
    def test_what_a_measure_grants(self, pipeline: Pipeline) -> None:
        text = "2031年一季度，全县产值9亿元。县政府出台《白沙县药材产业扶持办法》，种植户每亩奖补200元。"
        assert facts(pipeline, text)[-1]["period"] is None

    def test_what_was_done_at_a_meeting(self, pipeline: Pipeline) -> None:
        text = "2031年一季度，全县产值9亿元。大会还公布了首批名单，9所学院入选。"
        assert facts(pipeline, text)[-1]["period"] is None


class TestEstimated:
    def test_what_opens_with_the_word_is_of_the_year_that_closes(self, pipeline: Pipeline) -> None:
        text = "2023年，全市出口额增长5%。预计：全年进口额增长4%，用电量增长3%。"
        assert periods(pipeline, text, "2023-12-26")[-1] == YEAR

    def test_a_forecast_s_year_is_not_a_later_plan_s(self, pipeline: Pipeline) -> None:
        text = "预计2025年全市出口额增长5%。\n\n全市将拆除旧厂房5栋。"
        assert periods(pipeline, text, "2024-12-10")[-1] is None


class TestOneYearForAWholeText:
    """What year a text without a day of publication is of: one wrong year would make all its figures wrong."""

    def test_what_a_release_calls_the_year_is_the_stretch_it_reports_on(self, pipeline: Pipeline) -> None:
        text = "南坞市2031年1-8月就业情况\n\n1-8月，全市新增就业9000人。本年累计新增技能人才400人。"
        assert set(periods(pipeline, text)) == {("2031-01-01", "2031-08-31")}

    def test_but_a_part_of_the_year_is_itself(self, pipeline: Pipeline) -> None:
        text = "今年前三季度全市产值45亿元。\n\n今年前10个月累计完成投资9亿元。"
        assert periods(pipeline, text, "2031-11-23") == [("2031-01-01", "2031-09-30"), ("2031-01-01", "2031-10-31")]

    def test_a_text_of_goals_alone_calls_their_year_this_one(self, pipeline: Pipeline) -> None:
        text = "三、2032年重点工作\n\n今年是关键之年。今年主要预期目标是：全市产值增长8%，投资增长6%。"
        assert periods(pipeline, text) == [("2032-01-01", "2032-12-31")] * 2

    def test_the_year_of_a_founding_is_not_the_text_s(self, pipeline: Pipeline) -> None:
        text = "南坞开发区成立于2018年。1至3月，园区完成投资9亿元，同比增长4%。"
        assert periods(pipeline, text) == [None, None]

    def test_a_year_behind_one_still_to_come_is_to_come_too(self, pipeline: Pipeline) -> None:
        text = "南坞客车发布半年报。上半年，公司销售客车900辆。项目预计2032年形成一半产能，2033年达产。"
        assert periods(pipeline, text)[0] is None

    def test_goals_are_set_early_in_their_year(self, pipeline: Pipeline) -> None:
        text = (
            "2月19日，丁溪区人民代表大会开幕。区长说，2031年全区产值增长9%。\n\n"
            "报告提出了2032年经济社会发展主要预期目标：产值增长8%，投资增长6%。"
        )
        assert periods(pipeline, text) == [("2031-01-01", "2031-12-31"), *[("2032-01-01", "2032-12-31")] * 2]

    def test_or_at_the_end_of_the_year_before(self, pipeline: Pipeline) -> None:
        text = (
            "12月28日，丁溪县委经济工作会议召开。会议指出，预计全年完成产值21亿元；财政收入3亿元。\n\n"
            "会议强调，2032年全县经济社会发展的主要预期目标是：产值增长7%。"
        )
        found = [("2031-01-01", "2031-12-31")] * 2 + [("2032-01-01", "2032-12-31")]
        assert periods(pipeline, text) == found

    def test_a_year_whose_end_is_told_is_over(self, pipeline: Pipeline) -> None:
        text = (
            "3月28日，南坞银行召开业绩说明会。截至2031年末，资产总额900亿元。\n\n"
            "今年一季度，该行新增贷款3亿元。2032年，全行计划投放绿色贷款5亿元。"
        )
        assert periods(pipeline, text)[1] == ("2032-01-01", "2032-03-31")

    def test_in_january_a_whole_year_told_of_is_the_last(self, pipeline: Pipeline) -> None:
        text = "1月12日，市法院召开发布会。2031年，全市法院审结案件8000件。今年，全市法院将新设巡回法庭9个。"
        assert periods(pipeline, text)[1] == ("2032-01-01", "2032-12-31")


class TestTimesOfNoFigure:
    def test_what_is_gone_before_serves_what_stands_in_it_alone(self, pipeline: Pipeline) -> None:
        text = "2023年，南坞县产值继2021年突破80亿元后又达到90亿元。"
        assert periods(pipeline, text) == [("2021-01-01", "2021-12-31"), YEAR]

    def test_what_those_asked_expect_has_no_time_of_its_own(self, pipeline: Pipeline) -> None:
        text = "2023年三季度，订单指数为54%。有49%的商户预期四季度销量持平，38%预计销量减少。"
        assert set(periods(pipeline, text)) == {("2023-07-01", "2023-09-30")}

    def test_the_day_on_which_a_reporter_learnt_it(self, pipeline: Pipeline) -> None:
        text = "记者3月7日获悉，为期40天的2024年春运结束，南坞站累计发送旅客12万人次。"
        assert periods(pipeline, text) == [("2024-01-26", "2024-03-05")]

    def test_since_a_building_was_begun(self, pipeline: Pipeline) -> None:
        text = "产业园自2022年6月开工建设以来，引入企业31家。2022年6月开工建设以来，园区完成投资9亿元。"
        assert set(periods(pipeline, text)) == {("2022-06-01", None)}


def test_a_subject_behind_a_conjunction_may_stand_before_its_time(pipeline: Pipeline) -> None:
    text = "2023年，全市产值90亿元。但集团今年二季度单季利润为2亿元。"
    assert periods(pipeline, text, "2023-12-26")[-1] == ("2023-04-01", "2023-06-30")


def test_the_day_of_a_source_dates_the_text(pipeline: Pipeline) -> None:
    text = "全市房地产情况\n\n一季度，全市投资7亿元。\n\n数据来源：市统计局 2031年4月18日"
    assert periods(pipeline, text) == [("2031-01-01", "2031-03-31")]


def test_the_day_on_which_something_was_given_out_says_that_the_year_is_over(pipeline: Pipeline) -> None:
    text = "邮政部门1月14日发布的数据显示，2031年，全市寄件9万件。\n\n今年，预计寄件将达10万件。"
    assert periods(pipeline, text)[1] == ("2032-01-01", "2032-12-31")


@pytest.mark.parametrize("title", ["国民经济和社会发展计划", "工作要点", "民生实事", "重点工作安排"])
def test_what_a_plan_for_a_year_sets_is_of_that_year(pipeline: Pipeline, title: str) -> None:
    text = f"海川市2031年{title}\n\n主要预期目标是：生产总值增长6%左右；粮食产量保持在180万吨以上。"
    assert column(facts(pipeline, text, None), "period") == [("2031-01-01", "2031-12-31")] * 2


def test_a_first_in_so_many_years_heads_nothing(pipeline: Pipeline) -> None:
    text = "2030年，工业产值增长9.5%，居全省第一，为35年来、20年来首次；固定资产投资增长8.3%。"
    assert column(facts(pipeline, text), "period")[-1] == ("2030-01-01", "2030-12-31")


class TestYearsSummed:
    TEXT = "2019—2023年，全市建成学校20所。2023年，全市生产总值300亿元。"

    def test_years_summed_up_are_the_stretch_that_was_told_of(self, pipeline: Pipeline) -> None:
        stretch = ("2019-01-01", "2023-12-31")
        assert periods(pipeline, f"{self.TEXT}五年累计新增学位3万个。") == [stretch, YEAR, stretch]

    def test_another_number_of_years_is_not(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, f"{self.TEXT}三年累计新增学位3万个。")[-1] == YEAR

    def test_a_year_set_against_the_one_before_serves_its_clause(self, pipeline: Pipeline) -> None:
        text = "去年该厂利润9亿元，前年则为6亿元；出口额5亿元。"
        assert periods(pipeline, text, "2024-05-20") == [YEAR, ("2022-01-01", "2022-12-31"), YEAR]


class TestToldAhead:
    def test_results_of_a_quarter_before_a_colon(self, pipeline: Pipeline) -> None:
        text = "海纳公司发布2023年第三季度财报：总营收21亿元。截至9月30日，公司现金为58亿元。"
        assert periods(pipeline, text)[0] == ("2023-07-01", "2023-09-30")

    def test_a_year_behind_the_verb_of_a_forecast_serves_what_goes_on(self, pipeline: Pipeline) -> None:
        text = "该机构预计，2025年全球经济增长3.2%。其中，印度经济增长6.5%。"
        assert periods(pipeline, text, "2024-10-22") == [("2025-01-01", "2025-12-31")] * 2


class TestWhatAFigureIsHeldAgainst:
    @pytest.mark.parametrize("plan", ["预算9亿元", "任务8亿元", "计划数7亿元"])
    def test_the_year_of_a_plan_is_its_own(self, pipeline: Pipeline, plan: str) -> None:
        text = f"2023年1-9月，全市收入3亿元，为县里批准全年{plan}的40%，增长2%。其中，税收2亿元。"
        told = periods(pipeline, text, "2024-05-20")
        assert told[0] == told[2] == told[3] == told[4] == ("2023-01-01", "2023-09-30")

    def test_so_is_that_of_the_times_that_came_back(self, pipeline: Pipeline) -> None:
        text = "2023年1-9月，全市游客3万人次，恢复到2019年同期游客量的68%；收入2亿元，相当于2019年全年收入的60%。"
        assert periods(pipeline, text, "2024-05-20") == [("2023-01-01", "2023-09-30")] * 4

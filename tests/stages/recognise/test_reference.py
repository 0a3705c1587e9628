"""What 今年 and a month without a year mean where a text does not say when it was published."""

from __future__ import annotations

from datetime import date

import pytest

from extract.data import Period
from extract.stages.recognise.times import recognise_times

from .test_times import GRAMMAR, article


def periods(*sentences: str, published: date | None = None) -> dict[str, tuple[str | None, str | None]]:
    """Each time of the sentences with its ends; the last of equal ones."""
    text = article(*sentences, published=published)
    return {
        text.text(m.start, m.end): (
            p.start.isoformat() if p.start else None,
            p.end.isoformat() if p.end else None,
        )
        for m in recognise_times(text, GRAMMAR)
        if isinstance(p := m.normal, Period)
    }


YEAR_2024 = ("2024-01-01", "2024-12-31")
YEAR_2023 = ("2023-01-01", "2023-12-31")


class TestTheDayOfWriting:
    def test_a_full_date_in_the_lead_stands_for_it(self) -> None:
        found = periods("2024年4月18日，市统计局通报工业运行情况。", "去年，全市开工。", "今年的工程已排到2028年。")
        assert (found["去年"], found["今年"]) == (YEAR_2023, YEAR_2024)

    @pytest.mark.parametrize("stretch", ["2031年第二季度", "2031年上半年"])
    def test_lies_in_the_stretch_that_it_names_a_ceremony_of(self, stretch: str) -> None:
        found = periods(f"5月18日，某区举行{stretch}集中签约仪式。", "今年以来，项目加快建设。")
        assert found["5月18日"] == ("2031-05-18", "2031-05-18")

    def test_lies_in_the_year_after_a_stretch_that_was_over_not_long_before(self) -> None:
        assert periods("1月2日，某企发布2031年11月数据。")["1月2日"] == ("2032-01-02", "2032-01-02")

    def test_a_day_that_is_counted_from_does_not(self) -> None:
        found = periods("以2023年11月1日零时为标准时点，调查人口。", "2023年末人口增加。", "今年推进。")
        assert found["今年"] == YEAR_2023

    def test_a_date_ahead_does_not(self) -> None:
        found = periods("2023年，全市推进。", "大会将于2024年4月18日召开。", "今年，全市开工。")
        assert found["今年"] == YEAR_2023

    def test_the_year_in_a_meeting_s_name_is_its_own(self) -> None:
        assert periods("2月25日，全市召开2023年水利工作会议。", "力争年内开工。")["年内"] == YEAR_2023

    def test_in_december_it_is_the_next_one(self) -> None:
        found = periods("12月26日召开的2024年全市水利工作会议提出目标。", "今年，全市开工。", "到11月底，全部竣工。")
        assert (found["今年"], found["11月底"]) == (YEAR_2023, ("2023-11-30", "2023-11-30"))

    def test_the_meeting_s_year_is_not_its_sentence_s(self) -> None:
        found = periods("2024年全市水利工作会议上获悉，3月，全部竣工。", published=date(2023, 12, 20))
        assert found["3月"] == ("2023-03-01", "2023-03-31")


class TestTheYearOfTheText:
    def test_years_ahead_bases_and_beginnings_do_not_tell_it(self) -> None:
        found = periods("2019年以来，产量上升。", "较2020年增长。", "到2030年建成。", "今年，全市开工。")
        assert found["今年"] == (None, None)

    def test_a_year_told_once_far_from_the_lead_is_only_remembered(self) -> None:
        lines = ("全市开工。", "全市推进。", "全市总结。", "大桥2006年合龙。", "今年，全市开工。")
        assert periods(*lines)["今年"] == (None, None)

    def test_beside_the_one_before_it_is_sound(self) -> None:
        lines = ("全市开工。", "全市推进。", "全市总结。", "大桥2022年合龙，2023年通车。", "今年，全市开工。")
        assert periods(*lines)["今年"] == YEAR_2023

    def test_the_year_compared_with_is_the_one_before(self) -> None:
        lines = ("全市开工。", "全市推进。", "全市总结。", "2023年建成。", "今年一季度，产量较2023年同期增长。")
        assert periods(*lines)["今年一季度"] == ("2024-01-01", "2024-03-31")

    def test_an_era_s_year_tells_it_too(self) -> None:
        found = periods("民国112年，产值上升。", "前3季产值100亿元。", "今年推进。")
        assert found["前3季"] == ("2023-01-01", "2023-09-30")
        assert found["今年"] == YEAR_2023

    def test_the_year_of_a_whole_that_a_share_is_of_is_over(self) -> None:
        found = periods("8月5日晚间，公司披露合同。", "合同金额占公司2023年度营业收入的9%。", "工程今年开工。")
        assert (found["8月5日晚间"], found["今年"]) == (("2024-08-05", "2024-08-05"), YEAR_2024)

    def test_one_whole_year_beside_last_year_is_that_year(self) -> None:
        lines = ("全县推进。", "全县总结。", "全县部署。", "去年，全县开工。", "2023年，全县农业丰收。", "今年推进。")
        found = periods(*lines)
        assert (found["去年"], found["今年"]) == (YEAR_2023, YEAR_2024)

    def test_a_year_that_is_looked_back_at_or_reported_on_is_over(self) -> None:
        assert periods("2023年工作回顾。", "一年来，全县开工。")["一年来"] == YEAR_2023
        assert periods("4月2日晚间，公司披露2023年年报。", "今年将扩产。")["今年"] == YEAR_2024

    def test_five_years_end_with_it(self) -> None:
        found = periods("2023年和过去五年工作回顾。", "五年来，全县开工。")
        assert found["五年来"] == ("2019-01-01", "2023-12-31")

    def test_a_review_with_the_plans_of_this_year_ends_with_the_last(self) -> None:
        found = periods("回顾2023年工作，提出2024年任务。", "过去一年，全县开工。")
        assert found["过去一年"] == YEAR_2023

    def test_the_year_in_an_event_s_name_tells_that_of_a_day(self) -> None:
        assert periods("9月12日，白沙2023（第三届）茶博会开幕。")["9月12日"] == ("2023-09-12", "2023-09-12")

    def test_a_year_that_is_reported_on_is_no_base_of_the_next(self) -> None:
        found = periods("8月20日，集团发布2023年二季度业绩。", "二季度营收增幅较2023年一季度提高。")
        assert (found["8月20日"], found["二季度"]) == (("2023-08-20",) * 2, ("2023-04-01", "2023-06-30"))

    @pytest.mark.parametrize("base", ["同比增长8%，较2023年同期增长20%。", "较2019年同期增长20%。"])
    def test_a_base_may_be_older_than_the_year_before(self, base: str) -> None:
        lines = ("全市开工。", "全市推进。", "全市总结。", f"暑运以来，客流{base}", "今年推进。")
        assert periods(*lines)["今年"] == (None, None)

    def test_the_years_in_a_title_say_nothing_of_the_year_of_writing(self) -> None:
        found = periods("2023年，全市印发《海洋旅游行动方案（2023—2025）》。", "截至今年6月，建成码头。")
        assert found["截至今年6月"] == ("2023-06-30", "2023-06-30")

    def test_a_month_of_the_next_year_that_is_told_of_has_begun(self) -> None:
        found = periods("2月28日，集团公布业绩，2022年营收上升。", "2023年1月，客流增长。", "今年3月以来，股价上涨。")
        assert found["2月28日"] == ("2023-02-28", "2023-02-28")

    def test_the_whole_year_behind_a_year_is_that_one_where_no_day_is_known(self) -> None:
        lines = ("全镇推进。", "全镇开工。", "全镇总结。", "2021年，全镇企业发展加快。", "全年种粮增加。")
        assert periods(*lines)["全年"] == ("2021-01-01", "2021-12-31")

    def test_where_something_was_learnt_tells_the_year(self) -> None:
        found = periods("10月27日，记者从2023年前三季度发布会上获悉，前三季度，产值增长。")
        assert found["前三季度"] == ("2023-01-01", "2023-09-30")

    def test_a_whole_year_is_the_last_where_the_text_has_no_other(self) -> None:
        assert periods("开发区2023年产值增长。", "去年的产值中，新产品占六成。")["去年"] == YEAR_2023

    def test_a_year_of_the_republic_is_its_sentence_s(self) -> None:
        found = periods("公司自108年改采季配息，当年首季配息提高。", published=date(2025, 11, 12))
        assert found["当年首季"] == ("2019-01-01", "2019-03-31")

    def test_a_growth_averaged_over_years_tells_how_long_after_its_base(self) -> None:
        found = periods("一季度，全市产值增长18%，比2029年同期增长9%，两年平均增长4%。")
        assert found["一季度"] == ("2031-01-01", "2031-03-31")

    def test_an_old_base_alone_tells_no_year(self) -> None:
        assert periods("一季度，全市产值增长18%，比2019年同期增长9%。")["一季度"] == (None, None)

    def test_a_whole_year_in_a_text_of_january_is_its_last_year(self) -> None:
        found = periods("2030年粮食再获丰收", "在1月18日的发布会上，市统计局公布数据。", "去年全年，产量9万吨。")
        assert found["去年全年"] == ("2030-01-01", "2030-12-31")


class TestTheDayOfADateline:
    def test_today_s_date_is_the_day_of_publication(self) -> None:
        found = periods("2023年节能周今天（7月12日）在白沙开幕。", "今年以来，能耗下降。")
        assert found["今年以来"] == ("2023-01-01", "2023-07-12")

    def test_is_in_the_year_of_the_text(self) -> None:
        found = periods("9月18日，白沙集团开工。", "2024年，全市投资增长。", "昨日，大桥合龙。", "2024年将建成。")
        assert found["昨日"] == ("2024-09-17", "2024-09-17")

    def test_a_day_that_was_yesterday_is_the_one_before_it(self) -> None:
        found = periods("大桥昨天（9月18日）合龙。", "2024年上半年，投资增长。", "今天开会。")
        assert (found["昨天（9月18日）"], found["今天"]) == (("2024-09-18",) * 2, ("2024-09-19",) * 2)

    def test_no_year_is_told_by_what_is_ahead_or_long_begun(self) -> None:
        found = periods("今天（8月3日），班列开行。", "自2013年开通以来，运行良好。", "明年扩建。")
        assert found["明年"] == (None, None)

    def test_or_in_the_next_where_what_is_reported_would_not_be_over(self) -> None:
        found = periods("统计部门今日（1月2日）发布数据。", "2023年11月，零售额上升。")
        assert found["今日（1月2日）"] == ("2024-01-02", "2024-01-02")
        found = periods("1月20日，市统计局通报。", "2023年，全市投资增长。")
        assert found["1月20日"] == ("2024-01-20", "2024-01-20")


class TestReviews:
    def test_the_whole_year_early_in_a_year_is_the_last(self) -> None:
        assert periods("全年产量增长。", published=date(2024, 2, 1))["全年"] == YEAR_2023

    def test_unless_it_is_looked_ahead_to_or_told_of(self) -> None:
        early = date(2024, 2, 1)
        assert periods("预计全年产量增长。", published=early)["全年"] == YEAR_2024
        assert periods("今年，任务很重。", "全年开工。", published=early)["全年"] == YEAR_2024

    def test_a_bulletin_s_whole_year_is_that_of_its_title_whatever_day_stands_below(self) -> None:
        found = periods("全市2023年统计公报", "2024-03-15 统计局", "全年客运量增长。", published=date(2024, 3, 15))
        assert found["全年"] == YEAR_2023

    def test_a_bulletin_put_on_a_later_page_tells_of_the_year_of_its_title(self) -> None:
        title = "云台县2023年国民经济和社会发展统计公报"
        found = periods(title, "全年客运量增长。", "年末电话用户9万户。", published=date(2027, 3, 15))
        assert found["全年"] == YEAR_2023
        assert found["年末"] == ("2023-12-31", "2023-12-31")

    def test_within_the_year_at_the_head_of_a_clause_is_the_year_reviewed(self) -> None:
        early = date(2024, 3, 5)
        assert periods("2023年，产值增长。", "年内，市政府印发办法。", published=early)["年内"] == YEAR_2023
        assert periods("2023年，产值增长。", "大桥年内合龙。", published=early)["年内"] == YEAR_2024

    def test_a_holiday_and_a_day_soon_to_come_are_this_year_s(self) -> None:
        found = periods("2023年，产量增长。", "春节前夕开工。", "2月15日竣工。", published=date(2024, 1, 20))
        assert found["春节前夕"] == ("2024-02-10", "2024-02-10")
        assert found["2月15日"] == ("2024-02-15", "2024-02-15")


def test_a_day_stays_known_in_its_paragraph() -> None:
    found = periods("2024年3月5日，大桥合龙。", "同日，隧道贯通。", "至此，全线贯通。")
    assert found["同日"] == found["至此"] == ("2024-03-05", "2024-03-05")


class TestAYearSummedUpBeforeItsEnd:
    HEAD = "沄川街道2023年工作总结及2024年工作思路"

    @pytest.mark.parametrize("published", [None, date(2024, 1, 12)])
    def test_is_the_one_that_今年_means_whenever_the_page_came_out(self, published: date | None) -> None:
        told = periods(self.HEAD, "今年以来，各项工作稳步推进。", "自4月26日起，开放采样点。", published=published)
        assert told["今年以来"][0] == "2023-01-01"
        assert told["自4月26日起"][0] == "2023-04-26"

    def test_of_a_part_of_the_year_too(self) -> None:
        told = periods(self.HEAD, "今年1—11月，税收9亿元。", published=date(2024, 1, 12))
        assert told["今年1—11月"] == ("2023-01-01", "2023-11-30")

    def test_not_where_去年_is_that_year(self) -> None:
        told = periods("2023年工作回顾", "去年，税收9亿元。", "今年以来，税收2亿元。", published=date(2024, 2, 20))
        assert told["今年以来"][0] == "2024-01-01"

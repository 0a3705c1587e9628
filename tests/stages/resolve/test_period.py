"""Which period: the time that heads the clause, else the nearest earlier one that may be meant."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

YEAR = ("2023-01-01", "2023-12-31")
DAY = "2024-01-20"


def periods(pipeline: Pipeline, text: str, published: str | None = None) -> list[tuple[str, str] | None]:
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

    def test_lately_ends_it_with_null(self, pipeline: Pipeline) -> None:
        assert periods(pipeline, "2023年，全市出口额增长5%。近日，全市建成充电桩200个。", DAY) == [YEAR, None]


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

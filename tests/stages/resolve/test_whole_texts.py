"""Who a whole text or a section of it is about, decided once from all that it says."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def subjects(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, None), "subject")


class TestAShortName:
    def test_names_the_place_of_a_text_that_points_at_one_of_its_kind(self, pipeline: Pipeline) -> None:
        text = "海陵前三季度经济向好\n\n海陵统计局发布数据，前三季度，全区生产总值完成58.3亿元，税收增长7.4%。"
        assert subjects(pipeline, text) == ["海陵区"] * 2

    def test_right_before_what_points_is_the_place_in_full(self, pipeline: Pipeline) -> None:
        text = "2018年海陵全区发展取得成效。区属生产总值达到379亿元，工业增加值增长11.5%。"
        assert set(subjects(pipeline, text)) <= {"海陵区"}

    def test_that_is_a_common_word_needs_to_come_more_often(self, pipeline: Pipeline) -> None:
        text = "和平与发展\n\n全区生产总值完成58.3亿元。"
        assert subjects(pipeline, text) == ["全区"]


class TestAPaper:
    def test_says_whose_bureau_tells_of_figures(self, pipeline: Pipeline) -> None:
        text = "德阳日报讯（记者 赵磊）昨日，记者从市商务局获悉，前11月完成外贸进出口152亿元。"
        assert subjects(pipeline, text) == ["德阳"]

    def test_says_nothing_of_a_text_that_hears_from_no_bureau(self, pipeline: Pipeline) -> None:
        text = "德阳日报讯（记者 赵磊）前11月完成外贸进出口152亿元。"
        assert subjects(pipeline, text) == [None]


class TestASection:
    TEXT = "各地一季度亮点\n\n（一）东港市\n\n1—3月，工业增加值增长9.2%。\n\n（二）凤城市\n\n1—3月，新开工项目35个。"

    def test_is_whose_name_its_heading_is(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT) == ["东港市", "凤城市"]

    def test_within_it_is_so_too(self, pipeline: Pipeline) -> None:
        text = (
            "各地亮点\n\n一、东港市\n\n（一）工业\n\n增加值增长9.2%。\n\n二、凤城市\n\n（一）投资\n\n新开工项目35个。"
        )
        assert subjects(pipeline, text) == ["东港市", "凤城市"]


class TestAZone:
    TEXT = "大连净岚高新区开门红\n\n一季度，{}投资增长12.4%。全区新注册企业286户。"

    @pytest.mark.parametrize("name", ["净岚高新区", "大连净岚高新区"])
    def test_is_known_with_and_without_its_place(self, pipeline: Pipeline, name: str) -> None:
        assert column(facts(pipeline, self.TEXT.format(name), None), "subject", "metric") == [
            (name, "投资"),
            ("大连净岚高新区", "新注册企业"),
        ]


class TestATradeBesideItsFirm:
    def test_owns_the_figures_that_its_clause_has(self, pipeline: Pipeline) -> None:
        text = "远通客车销量增长\n\n上半年，客车行业销量8.2万辆，下降3.1%。公司销售客车5120辆。"
        assert subjects(pipeline, text) == ["客车行业", "客车行业", "远通客车"]

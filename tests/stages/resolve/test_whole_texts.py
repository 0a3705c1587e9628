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


class TestAFirmByItsHeadlineAlone:
    TEXT = "青屿海能{}\n\n前三季度，{}实现营业收入171.5亿元，净利润34.2亿元。"

    def test_is_what_its_text_calls_公司(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT.format("发布三季报", "公司")) == ["青屿海能"] * 2

    def test_is_not_read_where_the_text_speaks_of_no_firm(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT.format("发布三季报", "")) == [None] * 2


class TestAnItem:
    @pytest.mark.parametrize(("front", "owner"), [("厦门港", "厦门港"), ("民航局", "全国")])
    def test_is_whose_name_stands_before_its_colon(self, pipeline: Pipeline, front: str, owner: str) -> None:
        assert subjects(pipeline, f"■{front}：前三季度货物吞吐量920万吨，增长1.2%。") == [owner] * 2

    @pytest.mark.parametrize("front", ["沄川多地升温。", "中国灯具工业协会数据："])
    def test_is_neither_of_a_headline_nor_of_a_source(self, pipeline: Pipeline, front: str) -> None:
        owners = subjects(pipeline, f"{front}前三季度出口额9亿元。")
        assert not {front[:-1], front[:-3]} & set(owners)


class TestAnOfficeThatTells:
    @pytest.mark.parametrize("office", ["香港旅游发展局公布", "澳门金融管理局今日公布"])
    def test_is_that_of_the_place_that_the_text_is_about(self, pipeline: Pipeline, office: str) -> None:
        text = f"{office}，11月访客约330万人次。过夜旅客人均消费7100元。"
        assert subjects(pipeline, text) == [office[:2]] * 2

    def test_is_no_word_that_goes_on_behind_its_ending(self, pipeline: Pipeline) -> None:
        text = "去年访港旅客再创新高\n\n旅游发展局公布，去年全年访港旅客有近5084万人次。去年访港旅客人均消费7000元。"
        assert set(subjects(pipeline, text)) == {"香港"}


class TestADateline:
    TEXT = "暑期电影票房\n\n云川日报沈阳9月3日电 （记者 赵磊）来自{}的数据显示：2031年暑期电影总票房达91.3亿元。观影人次为2.3亿。"

    def test_says_nothing_of_a_text_that_tells_what_a_national_body_has_found(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT.format("国家电影局")) == ["全国"] * 2

    def test_is_whose_the_figures_of_its_own_bodies_are(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT.format("市电影局")) == ["沈阳"] * 2

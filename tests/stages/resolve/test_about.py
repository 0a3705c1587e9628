"""Who an article is about: the firm of its headline or lead, called as the article last called it."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def subjects(pipeline: Pipeline, text: str, place: str | None = None) -> list[str | None]:
    return column(facts(pipeline, text, place), "subject")


LEAD = "滨海3月2日电 青岛远帆航空制造股份有限公司（以下简称远帆航空）发布年报。"


class TestAFirm:
    @pytest.mark.parametrize("words", ["公司实现营业收入14.6亿元", "全年实现营业收入14.6亿元"])
    def test_is_meant_by_公司_and_by_nothing_rather_than_its_place(self, pipeline: Pipeline, words: str) -> None:
        text = f"远帆航空发布年报\n\n{LEAD}\n\n{words}，同比增长21.7%。"
        assert subjects(pipeline, text, "青岛市") == ["青岛远帆航空制造股份有限公司"] * 2

    def test_is_called_as_it_was_last_but_for_the_bracket_that_shortens_its_name(self, pipeline: Pipeline) -> None:
        text = f"远帆航空发布年报\n\n{LEAD}\n\n远帆航空今年投产新线。公司交付飞机37架。"
        assert subjects(pipeline, text) == ["远帆航空"]

    @pytest.mark.parametrize("name", ["远泊科技", "沄川电子", "海豚互娱", "半夏生物", "北辰证券", "星野传媒"])
    def test_tells_of_itself_in_a_release_with_a_long_title_and_its_short_name_in_quotes(
        self, pipeline: Pipeline, name: str
    ) -> None:
        bracket = f"（“{name[:2]}”或“公司”；港币柜台股份代号：01999）"
        lead = f"{name}{bracket}，今日发布截至2031年9月30日止未经审核的第三季度合并业绩。"
        text = f"{name}发布2031年第三季度及前九个月未经审核财务业绩\n\n{lead}\n\n毛利为人民币17亿元。"
        assert subjects(pipeline, text) == [name]

    def test_goes_on_being_spoken_of_behind_others(self, pipeline: Pipeline) -> None:
        text = f"远帆航空发布年报\n\n{LEAD}公司与北屿航空研究院签约。\n\n公司交付飞机37架。"
        assert subjects(pipeline, text) == ["青岛远帆航空制造股份有限公司"]

    def test_keeps_its_full_name_where_the_text_has_no_other(self, pipeline: Pipeline) -> None:
        text = "青岛远帆航空制造股份有限公司公告\n\n青岛远帆航空制造股份有限公司发布公告。公司交付飞机37架。"
        assert subjects(pipeline, text, "青岛市") == ["青岛远帆航空制造股份有限公司"]

    def test_is_not_what_a_city_s_article_is_about(self, pipeline: Pipeline) -> None:
        text = "青岛外贸增长\n\n全市出口额增长5%。远帆航空制造有限公司投产。进口额增长3%。"
        assert subjects(pipeline, text)[0] == "青岛市"


class TestATeller:
    def test_of_the_whole_country_is_a_national_association(self, pipeline: Pipeline) -> None:
        text = "灯具出口回升\n\n中国灯具工业协会5月20日公布，1—4月灯具出口额12亿美元。"
        assert subjects(pipeline, text) == ["全国"]

    def test_owns_no_figure_behind_the_day_either(self, pipeline: Pipeline) -> None:
        text = "青岛市灯具协会5月20日公布，全市灯具出口额12亿美元。"
        assert subjects(pipeline, text, "青岛市") == ["青岛市"]

    def test_that_gives_out_its_own_report_is_told_of(self, pipeline: Pipeline) -> None:
        text = "7月5日，东屿重工发布产销快报，上半年销量182万辆。"
        assert subjects(pipeline, text) == ["东屿重工"]


class TestATrade:
    TEXT = "灯具行业运行情况\n\n今年以来，灯具行业企稳回升。1—9月，{}完成产值283亿元。"

    @pytest.mark.parametrize("words", ["全行业", "累计"])
    def test_that_comes_again_is_what_a_text_without_a_place_is_about(self, pipeline: Pipeline, words: str) -> None:
        assert subjects(pipeline, self.TEXT.format(words)) == ["灯具行业"]


class TestAListedFirm:
    def test_is_told_by_the_code_of_its_share(self, pipeline: Pipeline) -> None:
        text = "滨汇财经2月18日丨海川银行（00911.HK）公布，去年实现营业收入633亿港元。净利息收入322亿港元。"
        assert subjects(pipeline, text) == ["海川银行", "海川银行"]

    def test_is_nobody_who_says_something(self, pipeline: Pipeline) -> None:
        text = "3月29日晚间，云岭迪[009594]发布了年报。营收2161亿元。云岭迪透露，订单40万辆。"
        assert subjects(pipeline, text) == ["云岭迪", "云岭迪"]


class TestAZone:
    TEXT = (
        "大连金山高新区经济增长6.7%\n\n大连金山高新区召开推动会。\n\n今年，{word}工业总产值增长7.4%。\n\n招商项目12个。"
    )

    @pytest.mark.parametrize("word", ["高新区", "全区"])
    def test_of_the_headline_is_meant_by_its_kind_and_by_nothing(self, pipeline: Pipeline, word: str) -> None:
        text = self.TEXT.format(word=word) + "高新区企业增多。"
        assert subjects(pipeline, text, "大连市")[1:] == ["大连金山高新区"] * 2

    def test_is_called_by_a_shorter_kind(self, pipeline: Pipeline) -> None:
        text = "大连市经济开发区聚项目\n\n经开区坚定不移抓项目。截至目前，引进招商项目128个。"
        assert subjects(pipeline, text, "大连市") == ["大连市经济开发区"]

    def test_has_its_share_of_the_city(self, pipeline: Pipeline) -> None:
        text = "大连金山高新区经济增长5%\n\n高新区创新引领。科技型企业达15家，全省占比三分之一。"
        assert subjects(pipeline, text, "大连市") == ["大连金山高新区"] * 3

    def test_that_comes_once_gives_way_to_its_place(self, pipeline: Pipeline) -> None:
        text = "大连金山高新区成立\n\n今年，大连出口额增长7.4%。\n\n招商项目12个。"
        assert subjects(pipeline, text, "大连市") == ["大连", "大连"]


class TestACarrier:
    def test_that_a_text_says_again_and_again_owns_figures(self, pipeline: Pipeline) -> None:
        text = "全国铁路运行平稳。全国铁路投资完成685亿元。全国铁路发送旅客7亿人次。全国铁路货运发送量8亿吨。"
        assert subjects(pipeline, text) == ["全国铁路"] * 3

    def test_of_the_authority_that_tells_is_meant_by_全行业(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "国家铁路局介绍，1月份，全行业完成旅客运输量57万人次。") == ["铁路"]


class TestASource:
    """Whoever only tells: by its data, by one who speaks for it, by the paper's name."""

    @pytest.mark.parametrize(
        "teller",
        ["中国灯具工业协会的统计数据显示", "中国灯具工业协会秘书长何山介绍", "中国灯具工业协会副会长何山在会上表示"],
    )
    def test_owns_no_figure_that_follows(self, pipeline: Pipeline, teller: str) -> None:
        text = f"{teller}，2019年灯具产量增长5%，低于上年4个百分点。去年一年，新产品42种。"
        assert set(subjects(pipeline, text)) == {"全国"}

    def test_that_is_a_paper_tells_of_no_place(self, pipeline: Pipeline) -> None:
        text = (
            "快件申诉上升 成都商报\n\n国家邮政局发布通告显示，申诉仍呈增长态势。上月受理申诉1.2万件，同比增长5%。"
            "全国有效申诉率为5%。"
        )
        assert set(subjects(pipeline, text)) == {"全国"}


class TestATradeOnTheWay:
    def test_is_not_what_a_text_is_about(self, pipeline: Pipeline) -> None:
        text = "受市场影响，上半年灯具行业销售下降，灯具行业出口却在增长。我国港口货物吞吐量增长5%。快递业务量增长6%。"
        assert set(subjects(pipeline, text)) == {"全国"}


class TestAnAutonomousRegion:
    TEXT = "广西油茶扩种\n\n5月14日，记者从自治区林业局了解到，全区油茶面积707万亩，广西油茶亩产增长5%。\n\n今年新造40万亩。"

    def test_is_meant_by_全区_and_keeps_its_short_name(self, pipeline: Pipeline) -> None:
        assert set(subjects(pipeline, self.TEXT)) == {"广西"}


@pytest.mark.parametrize("zones", ["开发区", "工业园区", "高新区"])
def test_all_the_zones_of_a_place_are_no_one_zone(pipeline: Pipeline, zones: str) -> None:
    text = f"一季度，滨海市{zones}发展势头良好。\n\n全市{zones}实现收入31亿元，增长6%。全市{zones}到位外资5亿美元。"
    assert set(subjects(pipeline, text, "滨海市")) == {"滨海市"}


class TestReviews:
    @pytest.mark.parametrize("body", ["青岭海关", "青岭市图书馆", "青岭高新区", "青岭机场", "青岭市妇联"])
    @pytest.mark.parametrize("title", ["2030年工作总结", "工作报告", "2030年度工作总结"])
    def test_a_body_owns_what_its_own_review_tells(self, pipeline: Pipeline, body: str, title: str) -> None:
        text = f"{body}{title}\n\n2030年，各项工作取得新进展。全年培训职工3200人次，投入资金180万元。"
        assert column(facts(pipeline, text, None), "subject") == [body] * 2

    @pytest.mark.parametrize("body", ["青岭街道", "滨海高新区", "滨海市人民医院", "青岭镇"])
    @pytest.mark.parametrize(
        "title", ["2030年工作总结", "2030年工作总结及2031年工作思路", "2030年工作总结和2031年工作计划"]
    )
    def test_also_where_its_text_names_the_place_around(self, pipeline: Pipeline, body: str, title: str) -> None:
        text = f"{body}{title}\n\n2030年，滨海市稳中求进。完成财政收入15亿元，增长3%。新建学校3所。"
        assert column(facts(pipeline, text, None), "subject") == [body] * 3

    @pytest.mark.parametrize("title", ["乡镇人民政府五年工作总结", "镇政府2030年工作总结", "某街道2030年工作总结"])
    def test_a_headline_that_names_nobody_is_no_owner(self, pipeline: Pipeline, title: str) -> None:
        text = f"{title}\n\n五年来，全镇干部群众同心协力。全镇蔬菜种植面积稳定在4.1万亩。肉羊出栏7.3万只。"
        assert column(facts(pipeline, text, None), "subject") == ["全镇"] * 2

    def test_but_no_office_owns_the_figures_of_its_place(self, pipeline: Pipeline) -> None:
        text = "滨海市水利局2030年工作总结\n\n2030年，滨海市水利局扎实推进各项工作。新建水库3座，完成投资15亿元。"
        rows = column(facts(pipeline, text, None), "subject", "modality", "period")
        assert rows == [("滨海市", "actual", ("2030-01-01", "2030-12-31"))] * 2

    @pytest.mark.parametrize("town", ["大河口镇", "上林区", "金山农场"])
    def test_a_report_is_of_the_place_at_whose_congress_it_was_read(self, pipeline: Pipeline, town: str) -> None:
        text = f"政府工作报告\n\n（2031年1月8日在{town}第五届人民代表大会第六次会议上）\n\n去年，新建学校5所。"
        assert column(facts(pipeline, text, None), "subject") == [town]

"""Whose figure: the name in the clause, else in what stands before, else what the article is about."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def subjects(pipeline: Pipeline, text: str, place: str | None = "大连市") -> list[str | None]:
    return column(facts(pipeline, text, place), "subject")


class TestDeictics:
    @pytest.mark.parametrize(
        ("word", "place", "subject"),
        [
            ("全市", "大连市", "大连市"),
            ("我市", "大连市", "大连市"),
            ("全省", "大连市", "辽宁省"),
            ("全市", "北京市", "北京市"),
            ("我国", "大连市", "全国"),
            ("全国", None, "全国"),
        ],
    )
    def test_the_place_stands_in_for_the_word(
        self, pipeline: Pipeline, word: str, place: str | None, subject: str
    ) -> None:
        assert subjects(pipeline, f"{word}出口额增长5%。", place) == [subject]

    def test_the_province_named_just_before_is_meant_not_the_article_s(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "安徽加快转型，全省粮食产量达到800亿斤。") == ["安徽省"]

    def test_a_place_in_china_has_its_code_and_an_organisation_none(self, pipeline: Pipeline) -> None:
        text = "全市出口额增长5%。海川造船有限公司营业收入增长6%。"
        assert column(facts(pipeline, text), "region_code") == ["210200", None]

    @pytest.mark.parametrize("word", ["该公司", "公司"])
    def test_a_firm_is_meant_by_the_firm_named_before(self, pipeline: Pipeline, word: str) -> None:
        text = f"项目由海川造船有限公司建设。{word}实现利润3亿元。"
        assert subjects(pipeline, text) == ["海川造船有限公司"]

    def test_that_firm_is_the_last_one_named(self, pipeline: Pipeline) -> None:
        text = "海川造船有限公司签约。云岭轮胎有限公司实现利润3亿元。该公司出口额达到2亿元。"
        assert subjects(pipeline, text) == ["云岭轮胎有限公司"] * 2

    def test_what_a_word_stands_for_is_inherited(self, pipeline: Pipeline) -> None:
        text = "海川造船有限公司签约。该公司出口额达到2亿元。"
        [fact] = facts(pipeline, text)
        assert fact["spans"]["subject"] == [[0, 8]]
        assert "subject" in fact["inherited"]


class TestOwners:
    def test_the_name_in_front_of_the_metric_is_split_off(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "2023年，沈阳市出口额增长5%。"), "subject", "metric") == [("沈阳市", "出口额")]

    def test_every_clause_has_its_own(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "沈阳市出口额增长5%，大连市出口额增长6%。", "辽宁省") == ["沈阳市", "大连市"]

    def test_a_chain_goes_on_about_the_same_owner(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2023年，沈阳市工业投资达到460亿元，同比增长11%。")
        assert column(rows, "subject") == ["沈阳市"] * 2
        assert "subject" not in rows[0]["inherited"]
        assert "subject" in rows[1]["inherited"]
        assert rows[0]["spans"]["subject"] == rows[1]["spans"]["subject"]

    def test_joint_owners_are_one(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "2023年，北京、上海进出口额合计达到30亿元。") == ["北京、上海"]

    def test_a_firm_is_owner_behind_what_it_is_called(self, pipeline: Pipeline) -> None:
        text = "今年一季度，硅片和组件龙头锦澜股份亏损23亿元。"
        assert column(facts(pipeline, text, place=None), "subject", "metric") == [("锦澜股份", "亏损")]

    def test_a_text_that_begins_with_a_firm_is_its_own_whatever_market_it_names(self, pipeline: Pipeline) -> None:
        text = "青禾股份今年首季净利润4亿元。\n\n上季收入升34%。\n\n至6月底，客户达11亿人，当中9亿人来自中国市场。"
        assert set(column(facts(pipeline, text, place=None), "subject")) == {"青禾股份"}

    @pytest.mark.parametrize(
        "text",
        [
            "锦澜股份和青禾银行上半年营收均突破20亿元。",
            "锦澜股份和青禾银行营收突破20亿元。",
        ],
    )
    def test_bodies_joined_by_and_are_one(self, pipeline: Pipeline, text: str) -> None:
        assert column(facts(pipeline, text, place=None), "subject", "metric") == [("锦澜股份和青禾银行", "营收")]

    def test_joint_owners_before_a_verb_are_one_too(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "2023年，大连、沈阳共有孵化器30家。", "辽宁省") == ["大连、沈阳"]

    def test_a_thing_that_has_figures_owns_them(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "2023年，甲城国际机场完成旅客吞吐量1200万人次。") == ["甲城国际机场"]

    @pytest.mark.parametrize("text", ["市统计局梳理重点项目240项。", "据市统计局介绍，出口额增长5%。"])
    def test_an_authority_that_only_reports_stands_for_its_place(self, pipeline: Pipeline, text: str) -> None:
        assert subjects(pipeline, text) == ["大连市"]

    def test_a_firm_in_an_article_about_a_town_owns_its_own(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "海川重工集团实现营业收入20亿元，同比增长8%。") == ["海川重工集团"] * 2

    def test_where_nobody_is_named_the_article_s_place_is_meant(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "出口额增长5%。")
        assert fact["subject"] == "大连市"
        assert fact["inherited"] == ["subject"]

    def test_and_nobody_where_there_is_none(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "出口额增长5%。", None) == [None]


class TestScenes:
    def test_a_place_behind_zai_sets_the_scene_of_its_sentence(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "在贵州，游客人次增长8%。旅游收入增长9%。", place=None)
        assert column(rows, "subject") == ["贵州", "贵州"]

    def test_a_zone_within_the_place_is_the_owner(self, pipeline: Pipeline) -> None:
        [fact] = facts(pipeline, "贵州经济开发区新入驻企业19家。", place=None)
        assert (fact["subject"], fact["metric"]) == ("贵州经济开发区", "新入驻企业")

    def test_owners_of_a_list_have_a_figure_each(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "贵州、云南投资分别增长8%和9%。", place=None)
        assert column(rows, "subject", "metric", "value") == [("贵州", "投资", 8), ("云南", "投资", 9)]

    @pytest.mark.parametrize(
        "text",
        [
            "去年，海川石化等3家企业获评节水标杆企业。",
            "去年，海川精密生产线扩建、云岭化工技改等60个项目顺利投产。",
            "去年，海川科技的运动分析系统等2个应用平台入选省级名单。",
        ],
    )
    def test_who_opens_a_list_that_a_number_closes_owns_no_count(self, pipeline: Pipeline, text: str) -> None:
        assert subjects(pipeline, text) == ["大连市"]

    def test_who_does_something_to_such_a_list_does(self, pipeline: Pipeline) -> None:
        text = "去年，海川重工股份有限公司完成主轴、轴承等3个技改项目。"
        assert subjects(pipeline, text) == ["海川重工股份有限公司"]

    def test_an_elided_owner_is_that_of_the_clause_before(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "去年，东海重工股份有限公司交付船舶17艘，实现产值98亿元。")
        assert column(rows, "subject") == ["东海重工股份有限公司"] * 2


class TestFronts:
    @pytest.mark.parametrize(
        ("text", "owner"),
        [
            ("一季度，沈阳港完成货物吞吐量4210万吨。", "沈阳港"),
            ("上半年，沈阳铁路日均装车3501车。", "沈阳铁路"),
            ("截至10月8日，甲乙铁路累计开行列车8.4万列。", "甲乙铁路"),
            ("上半年，省级财政拨付补助资金28亿元。", "省级财政"),
            ("记者从市统计局获悉，今年上半年，沈阳铁路运行平稳，发送旅客4423万人次。", "沈阳铁路"),
        ],
    )
    def test_a_port_a_line_and_who_pays_own_figures(self, pipeline: Pipeline, text: str, owner: str) -> None:
        assert subjects(pipeline, text, "辽宁省") == [owner]

    def test_each_mode_of_transport_has_its_own_figure(self, pipeline: Pipeline) -> None:
        text = "春运期间，全国铁路、水路共发送旅客3亿人次，其中，铁路发送旅客2亿人次；水路发送旅客1亿人次。"
        assert subjects(pipeline, text, None) == ["全国铁路、水路", "铁路", "水路"]

    def test_who_stands_in_front_of_a_list_of_metrics_owns_them_all(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "国内航线旅客运输量和货邮运输量分别完成32万人和6万吨，同比分别增长5%和2%。")
        assert column(rows, "subject", "metric") == [("国内航线", "旅客运输量"), ("国内航线", "货邮运输量")] * 2

    def test_a_railway_s_bureau_carries_itself(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "云岭铁路局预计发送旅客42万人，同比增加3万人。", place=None)
        assert column(rows, "subject") == ["云岭铁路局"] * 2

    def test_a_central_bank_only_reports(self, pipeline: Pipeline) -> None:
        text = "央行：3月人民币贷款增加3亿元\n\n3月末，人民币贷款余额9亿元。"
        assert set(column(facts(pipeline, text, place=None, published="2031-04-12"), "subject")) == {"全国"}

    def test_a_rank_in_the_province_is_the_city_s(self, pipeline: Pipeline) -> None:
        text = "前三季度，大连市出口额增长10%，全省排名第三。"
        assert subjects(pipeline, text) == ["大连市", "大连市"]

    def test_owners_named_one_by_one_before_their_figures(self, pipeline: Pipeline) -> None:
        text = "紧随其后的分别是海川银行、云岭银行和东屿银行，资产规模分别为8亿元、7亿元和6亿元。"
        assert subjects(pipeline, text, None) == ["海川银行", "云岭银行", "东屿银行"]

    def test_the_object_of_a_verb_is_no_owner(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "今年10月，输往亚洲的出口货值上升15.6%。", "大连市")
        assert column(rows, "subject", "metric") == [("大连市", "输往亚洲的出口货值")]


class TestGoingOn:
    def test_a_clause_goes_on_about_who_had_a_figure_in_its_sentence(self, pipeline: Pipeline) -> None:
        text = "1至6月，沈阳港发送货物962万吨，跨境货物运量完成230万吨。"
        assert subjects(pipeline, text) == ["沈阳港"] * 2

    def test_a_new_paragraph_goes_back_to_the_place(self, pipeline: Pipeline) -> None:
        text = "大连工业向好\n\n东屿重工投产，产值5亿元。\n\n全年出口额30亿元。"
        assert subjects(pipeline, text)[-1] == "大连"

    def test_a_new_paragraph_of_a_text_about_the_country_goes_back_to_it(self, pipeline: Pipeline) -> None:
        text = "全国办学情况公布\n\n全国共有学校51万所。\n\n云岭教育有限公司迁入新址。\n\n在校学生2亿人。"
        assert subjects(pipeline, text, None) == ["全国", "全国"]

    def test_what_the_headline_calls_the_place_gives_way_to_its_name_in_the_text(self, pipeline: Pipeline) -> None:
        text = "大连经济向好\n\n大连市服务业表现突出。\n\n全年出口额30亿元。"
        assert subjects(pipeline, text) == ["大连市"]

    def test_the_place_keeps_the_name_of_its_last_figure(self, pipeline: Pipeline) -> None:
        text = "去年，大连出口额30亿元。进口额20亿元。"
        assert subjects(pipeline, text) == ["大连", "大连"]


class TestUnlistedPlaces:
    """A town that no table holds is found by where the text names it, however rare its characters are."""

    @pytest.mark.parametrize(
        "text",
        [
            "本报浔嵊7月29日讯（记者 何山）昨日，记者获悉，上半年，全市工业投资增长5%。",
            "假期浔嵊迎客忙\n\n上半年，全市工业投资增长5%。\n\n3月，浔嵊市印发方案。",
            "本报浔嵊7月29日讯（记者 何山）上半年，工业投资增长5%。\n\n浔嵊市投促局数据显示，项目开工。",
        ],
        ids=["the dateline names it", "the headline names it in short", "an office names it in full"],
    )
    def test_the_text_is_about_it(self, pipeline: Pipeline, text: str) -> None:
        assert subjects(pipeline, text, None) == ["浔嵊市"]

    def test_a_dateline_in_another_place_gives_no_name(self, pipeline: Pipeline) -> None:
        text = "本报合肥7月29日讯（记者 何山）上半年，全县工业投资增长5%。"
        assert subjects(pipeline, text, None) != ["合肥县"]

    def test_a_firm_with_its_seat_in_it_is_called_by_its_own_name(self, pipeline: Pipeline) -> None:
        text = (
            "远帆60无人机首飞\n\n浔嵊远帆航空制造股份有限公司（以下简称远帆航空）研制的无人机首飞。"
            "远帆航空完成试验。\n\n前11个月，公司营业收入增长5%。"
        )
        assert subjects(pipeline, text, None) == ["远帆航空"]

    def test_a_text_that_only_comes_from_a_town_and_speaks_of_the_country_is_not_about_it(
        self, pipeline: Pipeline
    ) -> None:
        text = "外贸平稳\n\n本报合肥7月29日讯（记者 何山）上半年，汽车出口额增长5%，占全国出口的三成。"
        assert "合肥" not in str(subjects(pipeline, text, None))


class TestEachItsOwn:
    """分别 gives each of n owners its own figure; one figure of all of them is that of all."""

    @pytest.mark.parametrize(
        "text",
        [
            "大连、沈阳、鞍山地区生产总值分别增长5%、6%和7%。",
            "大连、沈阳、鞍山三市分别接待游客5万人次、6万人次和7万人次。",
            "全省出口额增长4%，其中大连、沈阳和鞍山增速领先，分别达到5%、6%和7%。",
            "大连、沈阳、鞍山地区生产总值居前，分别为50亿元、60亿元和70亿元。",
        ],
    )
    def test_the_owners_and_their_figures_go_together(self, pipeline: Pipeline, text: str) -> None:
        assert subjects(pipeline, text, "辽宁省")[-3:] == ["大连", "沈阳", "鞍山"]

    def test_the_next_list_goes_on_about_them(self, pipeline: Pipeline) -> None:
        text = "大连、沈阳、鞍山地区生产总值居前，分别为50亿元、60亿元和70亿元，增长5%、6%和7%。"
        assert subjects(pipeline, text, "辽宁省") == ["大连、沈阳、鞍山", *(["大连", "沈阳", "鞍山"] * 2)][-6:]

    def test_one_figure_of_all_is_that_of_all(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "大连、沈阳地区生产总值合计达到900亿元。", "辽宁省") == ["大连、沈阳"]

    def test_two_metrics_of_two_owners_are_those_of_both(self, pipeline: Pipeline) -> None:
        text = "大连、沈阳两市工业投资和出口额分别增长5%和6%。"
        assert set(subjects(pipeline, text, "辽宁省")) == {"大连、沈阳两市"}


class TestTheNameThatAPlaceGoesBy:
    def test_a_bare_name_in_another_sentence_is_told_as_the_text_calls_its_place(self, pipeline: Pipeline) -> None:
        text = "大连市工业稳步增长。\n\n大连对外贸易活跃。其中，出口额增长5%。"
        assert subjects(pipeline, text) == ["大连市"]


class TestWhatAFirmHolds:
    def test_has_its_own_figures(self, pipeline: Pipeline) -> None:
        text = "启云集团旗下的Telvon连续两年亏损：去年净亏损2.97亿元。截至2016年底，Telvon的资产净值为7.71亿元。"
        assert subjects(pipeline, text, None) == ["Telvon", "Telvon"]


class TestANationalSource:
    def test_tells_of_the_country_in_a_text_about_a_firm(self, pipeline: Pipeline) -> None:
        text = "海川旅业股份有限公司（以下简称海川旅业）发布年报。公司营业收入18亿元。据国家统计局统计，旅游人数增长10.8%。"
        assert subjects(pipeline, text, None)[1:] == ["全国"]


class TestAProjectOfAnyName:
    def test_is_meant_by_a_mere_项目(self, pipeline: Pipeline) -> None:
        text = "云岭中学新实训大楼已竣工并投入使用。项目位于学校北部，占地面积约4千平方米。"
        assert subjects(pipeline, text) == ["云岭中学新实训大楼"]

    def test_is_meant_by_the_kind_within_its_name(self, pipeline: Pipeline) -> None:
        text = "云岭抽水蓄能电站下水库今天正式下闸蓄水。该电站装机容量140万千瓦。"
        assert subjects(pipeline, text) == ["云岭抽水蓄能电站"]


class TestAZoneInTheHeadline:
    def test_owns_what_its_text_counts(self, pipeline: Pipeline) -> None:
        text = "合肥高新区重点项目开工\n\n高新区项目集中开工，涵盖电子、材料等产业。新材料等7个项目总投资12亿元。"
        assert set(subjects(pipeline, text, None)) == {"合肥高新区"}


class TestEachOfAList:
    def test_has_its_figure_where_the_text_says_how_many_they_are(self, pipeline: Pipeline) -> None:
        text = "大连、沈阳两市木材产量分别为5万立方米和6万立方米。"
        rows = facts(pipeline, text, "辽宁省")
        assert column(rows, "subject", "metric") == [("大连", "木材产量"), ("沈阳", "木材产量")]

    def test_has_it_where_the_last_of_them_is_no_known_name(self, pipeline: Pipeline) -> None:
        text = "大连、沈阳、沄水三市分别接待游客75万人次、48万人次和33万人次。"
        assert subjects(pipeline, text, "辽宁省") == ["大连", "沈阳", "沄水"]


class TestAFirmBehindWhatItIs:
    def test_owns_its_sentence_in_a_text_about_a_place(self, pipeline: Pipeline) -> None:
        text = "全市工业产值90亿元。龙头企业沄川轮毂有限公司今年销售轮毂62万只，其中出口39万只，分别增长24%和31%。"
        assert subjects(pipeline, text) == ["大连市", *["沄川轮毂有限公司"] * 4]

    def test_is_whom_a_text_is_about_that_begins_with_its_report(self, pipeline: Pipeline) -> None:
        text = (
            "8月22日晚间，国内市场份额最大的沄川人寿公布了上半年业绩情况。上半年沄川人寿净利润75亿元。"
            "沄川人寿个险、银保渠道新业务价值率均有提升。公司内含价值达88亿元。\n\n定期存款配置比例为18%。"
        )
        assert set(subjects(pipeline, text, None)) == {"沄川人寿"}


class TestAParts:
    def test_owner_is_named_behind_其中(self, pipeline: Pipeline) -> None:
        text = "建材行业运行平稳。建材产品产量稳定，其中全国石灰前三季度产量7亿吨。建材出口额6亿元。"
        assert subjects(pipeline, text, None) == ["全国", "建材行业"]


class TestWhatAShareAndItsCodeTell:
    def test_that_a_name_of_two_characters_is_a_firm(self, pipeline: Pipeline) -> None:
        text = "瓴奔（9758）按年增12%至31045辆。瓴奔（9758）3月销量1.3万辆。"
        assert set(subjects(pipeline, text, None)) == {"瓴奔"}


class TestAMereKind:
    def test_of_facilities_owns_nothing(self, pipeline: Pipeline) -> None:
        text = "全国教育事业稳步发展。学前教育方面，幼儿园28万所，其中普惠性幼儿园24万所。在园幼儿4627万人。"
        assert set(subjects(pipeline, text, None)) == {"全国"}


class TestARegion:
    def test_in_the_headline_is_whom_the_text_is_about(self, pipeline: Pipeline) -> None:
        text = (
            "陕西发布陕北地区治沙方案\n\n方案提出，陕北地区治沙面积达到9万亩。去年，陕北地区植被覆盖率为31%。\n\n"
            "今年以来，沙尘天数减少3天。"
        )
        assert set(subjects(pipeline, text, "陕西省")) == {"陕北地区"}

    def test_told_of_in_passing_leaves_the_next_sentence_to_the_text_s_place(self, pipeline: Pipeline) -> None:
        text = "全省经济稳中有进。陕北地区承接转移项目131个。改造老旧小区682个。"
        assert subjects(pipeline, text, "陕西省") == ["陕北地区", "陕西省"]

    def test_is_none_where_it_is_the_end_of_a_line(self, pipeline: Pipeline) -> None:
        text = "陕北至沄川柔性直流输电工程开工，每年可送电240亿千瓦时。"
        assert "陕北" not in subjects(pipeline, text, None)


class TestTheBudgetOfTheCountry:
    TEXT = "中央和地方的预算都执行得不错。\n\n中央一般公共预算收入85亿元，增长5%。收支总量相抵，赤字15亿元。\n\n地方一般公共预算收入153亿元。"

    def test_has_a_central_and_a_local_part(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT, None) == ["中央", "中央", "中央", "地方"]

    def test_is_none_where_the_text_is_about_a_place(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市经济平稳增长。地方一般公共预算收入30亿元。")
        assert column(rows, "subject", "metric") == [("大连市", "地方一般公共预算收入")]


class TestAFirmInItsCounty:
    TEXT = (
        "全县工业产值增长两倍。\n\n沄川再生资源集团有限公司投产。“我们是全国少有的企业。”公司目前在石桥县总投资50亿元，"
        "投产项目7个。\n\n同在园区的青石金属科技有限公司是沄川再生资源集团有限公司的客户。2022年初，该公司建成6条生产线。"
    )

    def test_is_what_公司_and_该公司_mean(self, pipeline: Pipeline) -> None:
        firm, other = "沄川再生资源集团有限公司", "青石金属科技有限公司"
        assert subjects(pipeline, self.TEXT, "石桥县") == ["石桥县", firm, firm, other]


class TestAFirmInAPark:
    def test_owns_what_it_makes_a_day(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "食品产业向好。位于经开区的沄香食品股份有限公司日产糕点26吨。")
        assert column(rows, "subject", "metric") == [("沄香食品股份有限公司", "日产糕点")]


class TestABank:
    def test_is_meant_by_全行(self, pipeline: Pipeline) -> None:
        text = "沄川银行上半年净利润增长7%\n\n沄川银行披露半年报，净利润31亿元。全行普惠贷款余额612亿元。该行力争全年营收增长4%。"
        assert set(subjects(pipeline, text, None)) == {"沄川银行"}


class TestAnAssociationInTheHeadline:
    def test_tells_of_its_trade(self, pipeline: Pipeline) -> None:
        text = (
            "中国轴承工业协会发布上半年行业运行情况\n\n上半年，轴承行业运行平稳，全行业完成营业收入1120亿元，增长4.6%。"
        )
        assert set(subjects(pipeline, text, None)) == {"轴承行业"}


class TestATown:
    @pytest.mark.parametrize("name", ["金州区柳溪镇", "金州区范镇", "金州区大石乡", "金州区柳河村"])
    def test_goes_on_having_figures_in_a_text_about_its_district(self, pipeline: Pipeline, name: str) -> None:
        text = f"金州区：种菜增收\n\n近年来，{name}播种面积达到11万亩，各种拱棚1695个，已发展家庭农场32个。"
        assert column(facts(pipeline, text, "金州区"), "subject") == [name] * 3

    @pytest.mark.parametrize("kind", ["省级“一村一品”示范村", "重点帮扶村"])
    def test_that_is_only_aimed_at_is_not_meant_by_该村(self, pipeline: Pipeline, kind: str) -> None:
        text = f"近年来，沄川县柳溪镇柳河村正在创建{kind}。\n\n该村旨在做好茶叶文章，引进2台烘干机。"
        assert column(facts(pipeline, text, None), "subject") == ["柳河村"]


class TestAPlaceThatNoTextNames:
    @pytest.mark.parametrize("word", ["我县", "全县", "我市", "全市"])
    def test_stays_as_it_is_worded(self, pipeline: Pipeline, word: str) -> None:
        text = f"今年来，{word}统筹抓好项目建设，新开工项目12个。\n\n始终坚持项目为王，新增就业3000人。"
        assert column(facts(pipeline, text, None), "subject") == [word] * 2

    def test_is_none_that_only_该_points_at(self, pipeline: Pipeline) -> None:
        assert "该市" not in column(facts(pipeline, "警方22日说，该市21日发生火灾。\n\n3人受伤。", None), "subject")


class TestWhoGoesOnHavingFigures:
    def test_one_way_of_transport_has_nothing_of_another(self, pipeline: Pipeline) -> None:
        text = "全市水路完成货运量45万吨，增长9%；铁路货物发送量23万吨，机场旅客吞吐量9万人次。"
        assert subjects(pipeline, text)[-2:] == ["大连市", "大连市"]

    def test_a_tier_of_the_budget_ends_with_its_sentence(self, pipeline: Pipeline) -> None:
        text = (
            "全国一般公共预算收入13亿元。其中，中央一般公共预算收入5亿元，地方一般公共预算收入8亿元。税收收入11亿元。"
        )
        assert subjects(pipeline, text, None) == ["全国", "中央", "地方", "全国"]


def test_a_counted_list_owns_nothing_behind_the_semicolon(pipeline: Pipeline) -> None:
    text = "全国公路运行平稳。青岛、大连、厦门等10个城市进出境车流量增长5%；收费公路车流量增长6%。"
    assert subjects(pipeline, text, None) == ["青岛、大连、厦门等10个城市", "全国"]


def test_two_places_before_a_time_have_the_figures_dealt_out(pipeline: Pipeline) -> None:
    text = "统计部门的数据显示，欧元区和欧盟3月份零售额环比分别上升0.6%和0.3%，同比分别下降0.8%和1.1%。"
    assert subjects(pipeline, text, None) == ["欧元区", "欧盟"] * 2


def test_a_number_of_countries_owns_what_they_have(pipeline: Pipeline) -> None:
    text = "欧盟27个国家的通胀率为3.4%，比去年同期低1.2个百分点。"
    assert ("欧盟27个国家", "通胀率") in column(facts(pipeline, text, None), "subject", "metric")

"""Heads, owners and counted nouns that a clause leaves to the figures before it."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


class TestPartsOfATotal:
    def test_a_verb_that_says_which_ones_takes_the_noun_counted(self, pipeline: Pipeline) -> None:
        text = "青河高新区有落户企业47家，其中投产29家、在建11家。"
        assert metrics(pipeline, text)[1:] == ["投产企业", "在建企业"]

    def test_a_part_of_a_measured_amount_takes_its_head(self, pipeline: Pipeline) -> None:
        text = "全省电力装机5000万千瓦，其中风电1200万千瓦、光伏900万千瓦。"
        assert metrics(pipeline, text) == ["电力装机", "风电装机", "光伏装机"]

    def test_a_verb_of_the_total_is_kept(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市销售生猪20万头，其中商品猪15万头。") == ["销售生猪", "销售商品猪"]

    def test_a_plain_count_keeps_its_short_wording(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市有配套企业143家，其中规上企业52家。") == ["配套企业", "规上企业"]

    def test_a_total_behind_the_parts_is_that_of_all(self, pipeline: Pipeline) -> None:
        text = "全市新增授权专利132件，其中发明专利58件，累计拥有941件。"
        assert column(facts(pipeline, text), "metric", "measure") == [
            ("授权专利", "increment"),
            ("发明专利", "increment"),
            ("授权专利", "level"),
        ]


class TestChains:
    def test_goods_in_a_list_of_outputs(self, pipeline: Pipeline) -> None:
        text = "全市汽车产量2万辆，增长7%；水泥40万吨，下降5%。"
        assert metrics(pipeline, text) == ["汽车产量", "汽车产量", "水泥产量", "水泥产量"]

    def test_counts_of_other_things_take_no_head(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市汽车产量2万辆，增长7%；规上企业40家。")[-1] == "规上企业"

    def test_a_part_is_measured_like_the_whole_it_is_compared_with(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "该公司新材料占总收入的51%。") == ["新材料收入"]

    def test_a_measure_of_its_own_replaces_the_head_of_a_list(self, pipeline: Pipeline) -> None:
        text = "甲产品、乙产品收入分别为16亿元和9亿元，毛利率依次为17%和9%。"
        assert metrics(pipeline, text)[2:] == ["甲产品毛利率", "乙产品毛利率"]

    def test_a_row_of_growths_with_two_signs_goes_on_with_the_list(self, pipeline: Pipeline) -> None:
        text = "甲产品、乙产品收入分别为16亿元和9亿元，同比增长41%、下降6%。"
        assert column(facts(pipeline, text), "metric", "value")[2:] == [("甲产品收入", 41), ("乙产品收入", -6)]


class TestPopulations:
    """What stands before a verb of having or gaining, and owns nothing, says whose part is measured."""

    def test_a_sector_that_gains(self, pipeline: Pipeline) -> None:
        text = "1至4月，全省橡胶制品业同比新增利润2.4亿元；木材加工业同比新增利润0.6亿元。"
        assert metrics(pipeline, text) == ["橡胶制品业利润", "木材加工业利润"]

    def test_a_head_told_again_is_that_of_the_group(self, pipeline: Pipeline) -> None:
        text = "截至8月末，全省地热新增供暖面积84万平方米，累计供暖面积580万平方米。"
        assert metrics(pipeline, text) == ["地热供暖面积", "地热供暖面积"]

    def test_a_firm_by_an_unknown_name_is_no_part(self, pipeline: Pipeline) -> None:
        text = "青河重机有限公司年报显示，去年青河重机实现营业收入2.1亿元。"
        assert metrics(pipeline, text) == ["营业收入"]

    def test_a_verb_without_a_subject_goes_on_about_the_same_works(self, pipeline: Pipeline) -> None:
        text = "全省境外承包工程新签合同额8亿元，下降3%；完成营业额5亿元，增长1%。"
        assert metrics(pipeline, text)[2:] == ["境外承包工程营业额", "境外承包工程营业额"]


class TestSumsOfWorks:
    def test_works_told_by_their_kind_own_their_sum(self, pipeline: Pipeline) -> None:
        text = "5个外资项目，合计总投资1.3亿美元；内资项目9个，合计总投资6亿元。"
        assert metrics(pipeline, text) == ["外资项目", "外资项目总投资", "内资项目", "内资项目总投资"]

    def test_works_that_somebody_chose_are_the_scope(self, pipeline: Pipeline) -> None:
        rows = column(facts(pipeline, "全省安排重点项目61个，总投资85亿元。"), "metric", "scope")
        assert rows[1] == ("总投资", "重点项目")

    def test_a_threshold_within_the_name_of_works(self, pipeline: Pipeline) -> None:
        text = "全省今年有37个投资千万元以上项目开工，总投资21亿元。"
        assert metrics(pipeline, text) == ["投资千万元以上项目", "投资千万元以上项目总投资"]


class TestGrowthOfParts:
    def test_parts_take_the_head_of_the_whole_across_counts(self, pipeline: Pipeline) -> None:
        text = "全省规模以上工业增加值增长6%，9个行业大类有7个增长，其中，电子、纺织、冶金三大行业均实现两位数增长。"
        assert metrics(pipeline, text)[-3:] == ["电子增加值", "纺织增加值", "冶金增加值"]

    def test_goods_by_another_measure_are_no_whole(self, pipeline: Pipeline) -> None:
        text = "全省钢铁企业利润增长5%。生产生铁31万吨、焦炭9万吨，其中焦炭增长8%。"
        assert metrics(pipeline, text)[-1] == "焦炭"


class TestBrackets:
    def test_parts_of_an_amount_in_its_bracket_are_measured_like_it(self, pipeline: Pipeline) -> None:
        text = "全省春季播种面积112万亩（水田16万亩、旱田96万亩），比上年增加3万亩。"
        assert metrics(pipeline, text) == ["春季播种面积", "水田播种面积", "旱田播种面积", "春季播种面积"]

    def test_what_is_counted_in_a_bracket_needs_no_whole(self, pipeline: Pipeline) -> None:
        text = "普查覆盖全省97个乡镇街道（含90个建制乡镇、7个工业园区）。"
        assert metrics(pipeline, text) == ["乡镇街道", "建制乡镇", "工业园区"]

    def test_a_slogan_before_its_targets_is_no_item(self, pipeline: Pipeline) -> None:
        text = "会议提出实现“三个翻番”（地区生产总值突破900亿元，财政收入突破60亿元）。"
        assert metrics(pipeline, text) == ["地区生产总值", "财政收入"]


class TestPartsInTime:
    def test_a_month_of_the_whole_is_of_the_same_population(self, pipeline: Pipeline) -> None:
        text = "1—9月，全省规模以上服务企业实现利润52亿元，同比增长8%。其中，9月份利润同比增长9%。"
        assert metrics(pipeline, text) == ["规模以上服务企业利润"] * 3


class TestVerbsOfMaking:
    def test_goods_behind_a_rate_of_yield(self, pipeline: Pipeline) -> None:
        text = "全省样地平均亩产山茶果71公斤、山茶油9公斤。2027年产大豆25万吨，豆油6万吨。"
        assert metrics(pipeline, text) == ["样地平均亩产山茶果", "样地平均亩产山茶油", "产大豆", "产豆油"]


class TestOwners:
    def test_a_group_that_has_the_figure_stays_in_the_metric(self, pipeline: Pipeline) -> None:
        text = "全市规模以上工业企业实现营业收入300亿元，增长5%，实现利润总额20亿元。"
        assert metrics(pipeline, text) == [
            "规模以上工业企业营业收入",
            "规模以上工业企业营业收入",
            "规模以上工业企业利润总额",
        ]

    def test_ports_and_parks_too(self, pipeline: Pipeline) -> None:
        text = "全市工业园区完成土地收储640亩。全市港口完成货物吞吐量9万吨。"
        assert metrics(pipeline, text) == ["工业园区土地收储", "港口货物吞吐量"]

    def test_a_group_counted_before_owns_the_next_verb(self, pipeline: Pipeline) -> None:
        text = "全县规上企业由26户增加到35户，完成增加值14亿元。"
        assert metrics(pipeline, text)[-1] == "规上企业增加值"

    def test_a_firm_is_the_subject_and_no_part_of_the_metric(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "东海集团有限公司实现利润总额2亿元。")
        assert column(rows, "subject", "metric") == [("东海集团有限公司", "利润总额")]


class TestCounts:
    @pytest.mark.parametrize(("rest", "metric"), [("14所竣工", "竣工卫生院"), ("其余12所全部投用", "投用卫生院")])
    def test_the_verb_behind_a_figure_says_which_ones(self, pipeline: Pipeline, rest: str, metric: str) -> None:
        assert metrics(pipeline, f"全市改造卫生院26所，{rest}。")[-1] == metric

    def test_what_was_built_altogether_is_not_new(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市新建泵站6座，累计建成41座。") == ["新建泵站", "泵站"]


def test_a_rate_is_shared_by_the_next_part(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "全市宾馆入住率为51%；民宿则为22%。"), "metric") == ["宾馆入住率", "民宿入住率"]


def test_the_kind_of_places_counted_is_not_a_part_of_what_was_told_before(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "海川集团累计发货11万箱，通达229个城市。"), "metric")[1] == "通达城市"


def test_trade_one_way_is_of_whom_both_ways_are(pipeline: Pipeline) -> None:
    text = "全市民营企业进出口52亿元，增长11%。其中，出口35亿元，增长7%；进口17亿元。"
    assert metrics(pipeline, text)[2:] == ["民营企业出口", "民营企业出口", "民营企业进口"]


def test_but_not_of_all_trade(pipeline: Pipeline) -> None:
    text = "全市外贸进出口总值52亿元，其中，出口35亿元；进口17亿元；贸易顺差18亿元。"
    assert metrics(pipeline, text)[1:] == ["出口", "进口", "贸易顺差"]


def test_parts_that_a_sentence_tells_by_kind_have_the_head_of_the_whole(pipeline: Pipeline) -> None:
    text = "2022年，全市发电量8亿千瓦时，增长3%。分品种看，火电增长7%，水电下降2%。"
    assert column(facts(pipeline, text), "metric") == ["发电量", "发电量", "火电发电量", "水电发电量"]


def test_what_is_dealt_with_stands_before_the_verb_and_its_adverb(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "货物累计发送8万吨，增长3%。"), "metric") == ["货物发送"] * 2


class TestGroupsTold:
    def test_a_group_that_the_clause_before_is_about_has_what_follows(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市服务业稳中有进，增加值增长7%。") == ["服务业增加值"]
        text = "作为收入来源的云屏业务，本季度净营收为9亿元。电脑业务则成为亮点，净营收为7亿元。"
        assert metrics(pipeline, text) == ["云屏业务净营收", "电脑业务净营收"]
        text = "设施农业步伐加快，综合效益不断提高，实现增加值2亿元，同比增长3%。"
        assert metrics(pipeline, text) == ["设施农业增加值", "设施农业增加值"]

    def test_behind_the_whole_that_it_is_a_part_of(self, pipeline: Pipeline) -> None:
        text = "五大产业中新能源产业势头迅猛，当月完成产值33亿元；累计完成产值270亿元。"
        assert metrics(pipeline, text) == ["新能源产业产值", "新能源产业产值"]

    def test_only_what_a_group_yields(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市工业企稳向好，税收增长3%。") == ["税收"]


class TestShares:
    def test_members_of_a_set_take_no_head_from_before(self, pipeline: Pipeline) -> None:
        text = "全市工业用电量6亿千瓦时，增产企业占规上工业企业的75%。"
        assert metrics(pipeline, text)[1:] == ["增产企业"]

    def test_a_noun_told_again_is_told_in_full(self, pipeline: Pipeline) -> None:
        text = "全市居民人均可支配收入中位数24180元，中位数是平均数的85%。"
        assert metrics(pipeline, text) == ["居民人均可支配收入中位数"] * 2

    def test_a_structure_is_of_what_its_parts_were_told_by(self, pipeline: Pipeline) -> None:
        text = "全市第一产业增加值5亿元；第二产业增加值9亿元；第三产业增加值6亿元。三次产业结构为25∶45∶30。"
        assert metrics(pipeline, text)[3:] == ["第一产业增加值", "第二产业增加值", "第三产业增加值"]

    def test_also_where_only_one_of_them_was_told(self, pipeline: Pipeline) -> None:
        text = "全市第三产业增加值6亿元。三次产业结构为25∶45∶30。"
        assert metrics(pipeline, text)[1:] == ["第一产业增加值", "第二产业增加值", "第三产业增加值"]


def test_an_area_is_that_of_what_was_told_in_its_unit(pipeline: Pipeline) -> None:
    text = "全年蔬菜播种面积938公顷，产量6551吨；果用瓜107公顷，产量2408吨。"
    assert metrics(pipeline, text) == ["蔬菜播种面积", "蔬菜产量", "果用瓜播种面积", "果用瓜产量"]


def test_parts_in_a_list_are_of_one_whole(pipeline: Pipeline) -> None:
    text = "全市钢渣总产量480吨；铁渣回收量203吨，其中粗铁渣62吨、细钢铁渣141吨。"
    assert metrics(pipeline, text)[2:] == ["粗铁渣回收量", "细钢铁渣回收量"]


def test_a_part_like_no_whole_is_of_the_one_before_it(pipeline: Pipeline) -> None:
    text = "全市学校206所，招生34万人，在校生159万人。其中，小学招生17万人，增加1万人；初中13万人。"
    assert metrics(pipeline, text)[-1] == "初中招生"


def test_boxes_are_handled_like_goods(pipeline: Pipeline) -> None:
    text = "全市港口完成货物吞吐量2亿吨，集装箱638万标箱。"
    assert metrics(pipeline, text) == ["港口货物吞吐量", "集装箱吞吐量"]


def test_what_firms_do_next_is_theirs(pipeline: Pipeline) -> None:
    text = "全市规模以上工业企业产销率97%，实现利税31亿元。"
    assert metrics(pipeline, text) == ["规模以上工业企业产销率", "规模以上工业企业利税"]


def test_a_clause_that_only_names_what_is_measured_opens_a_row(pipeline: Pipeline) -> None:
    text = "钟表的销货值，9月按年升35%；药物升33%，食品则微跌0.8%。"
    assert metrics(pipeline, text) == ["钟表的销货值", "药物的销货值", "食品的销货值"]


def test_firms_counted_have_the_trade_told_behind_them(pipeline: Pipeline) -> None:
    text = "全市规模以上纺织企业216家，出口68亿美元。"
    assert metrics(pipeline, text) == ["规模以上纺织企业", "规模以上纺织企业出口"]


def test_a_division_takes_what_stands_behind_the_other(pipeline: Pipeline) -> None:
    text = "全市城镇消费品零售额118亿元，增长5%；乡村19亿元，增长7%。"
    assert metrics(pipeline, text)[2:] == ["乡村消费品零售额"] * 2


def test_a_row_of_growths_is_told_by_one_head_or_none(pipeline: Pipeline) -> None:
    text = "全市商场客流量增长5%。节能空调增长9%；智能冰箱增长7%，智能家居产品增长8%。"
    assert metrics(pipeline, text)[1:] == ["节能空调", "智能冰箱", "智能家居产品"]


def test_a_branch_has_a_portion_of_the_amount_before(pipeline: Pipeline) -> None:
    text = "全市规模以上工业实现主营业务收入2.3万亿元，其中制造业占比超过8成。"
    assert metrics(pipeline, text)[1:] == ["制造业主营业务收入"]


def test_an_adverb_of_reckoning_measures_nothing(pipeline: Pipeline) -> None:
    text = "全市工业总产值83亿元，可比增长29%；同口径完成80亿元。"
    assert metrics(pipeline, text) == ["工业总产值"] * 3


def test_the_pace_that_was_ranked_is_no_head(pipeline: Pipeline) -> None:
    text = "2023年，全市固定资产投资增长13%，增速居全国第7位。其中，工业固投增长41%。"
    assert metrics(pipeline, text)[-1] == "工业固投"


def test_a_sibling_has_all_that_stands_behind_the_other(pipeline: Pipeline) -> None:
    text = "10月，一线城市新建商品住宅销售价格环比下降0.2%；二线城市环比下降0.5%。"
    assert metrics(pipeline, text)[-1] == "二线城市新建商品住宅销售价格"


@pytest.mark.parametrize(
    "branch", ["水利、环境和公共设施管理业", "居民服务、修理和其他服务业", "电力、热力生产和供应业"]
)
def test_a_branch_of_several_names_has_its_own_figure(pipeline: Pipeline, branch: str) -> None:
    text = f"制造业实现营业收入30亿元，增长4%；{branch}实现营业收入2亿元，增长9%。"
    assert metrics(pipeline, text) == ["制造业营业收入"] * 2 + [f"{branch}营业收入"] * 2


def test_what_a_port_handles_is_no_head_of_its_routes(pipeline: Pipeline) -> None:
    text = "海川港集装箱吞吐量完成68万标箱，增长8%；集装箱航线达到126条，其中外贸航线78条。"
    assert metrics(pipeline, text)[2:] == ["集装箱航线", "外贸航线"]

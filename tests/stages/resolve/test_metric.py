"""What is measured, where a clause leaves it out or leaves out its head."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline, text_source

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


class TestChains:
    def test_a_figure_without_a_metric_goes_on_about_the_one_before(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2023年，全市工业投资达到460亿元，同比增长11%。")
        assert column(rows, "metric", "measure") == [("工业投资", "level"), ("工业投资", "growth")]
        assert "metric" in rows[1]["inherited"]

    def test_a_clause_without_a_figure_may_name_it(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市研发投入强度继续提高，达到2.6%。") == ["研发投入强度"]

    def test_the_pace_is_not_what_is_measured(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市工业投资增速比上年提高2个百分点。") == ["工业投资"]

    @pytest.mark.parametrize("aspect", ["年均", "两年平均"])
    def test_an_average_over_years_stays_in_the_metric(self, pipeline: Pipeline, aspect: str) -> None:
        assert metrics(pipeline, f"全市旅游收入达到100亿元，{aspect}增长12%。") == ["旅游收入", f"旅游收入{aspect}"]

    def test_a_total_only_says_that_the_count_is_one(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市企业技术中心总数达到30家。")
        assert column(rows, "metric", "cumulative") == [("企业技术中心总数", True)]

    def test_a_noun_that_needs_an_owner_takes_what_was_counted(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市有医院30所，床位2万张。") == ["医院", "医院床位"]


class TestGroups:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("全市12个工业园区产值增长5%。", ["工业园区", "工业园区产值"]),
            ("全市12个工业园区实现产值30亿元。", ["工业园区", "工业园区产值"]),
            ("全市三大工业园区产值增长5%。", ["三大工业园区产值"]),
            ("甲乙等4家大型商场销售额达到3亿元，增长5%。", ["甲乙等4家大型商场销售额"] * 2),
            ("0—14岁的人口为112万人。", ["0—14岁的人口"]),
        ],
    )
    def test_the_number_of_what_is_measured_together_stays_where_it_is_a_name(
        self, pipeline: Pipeline, text: str, expected: list[str]
    ) -> None:
        assert metrics(pipeline, text) == expected

    def test_a_part_that_its_sentence_is_about_has_what_follows(self, pipeline: Pipeline) -> None:
        text = "全市高中阶段共有学校8所。招生9000人。其中普通高中6所，招生5700人。"
        assert column(facts(pipeline, text), "metric")[2:] == ["普通高中", "普通高中招生"]

    def test_a_group_under_a_total_owns_its_sum(self, pipeline: Pipeline) -> None:
        text = "海川集团实现销售收入310亿元，其中非钢产业实现销售收入121亿元，实现利润5亿元。"
        assert metrics(pipeline, text) == ["销售收入", "非钢产业销售收入", "非钢产业利润"]

    def test_a_growth_behind_a_place_in_a_ranking_is_not_of_the_ranking(self, pipeline: Pipeline) -> None:
        text = "全市工业投资增长9%，排名居中；沙河口区增长7%。"
        assert set(metrics(pipeline, text)) == {"工业投资"}


class TestRespectively:
    def test_figures_meet_the_names_of_their_own_clause(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市技改投资、民间投资分别增长6%和7%。")
        assert column(rows, "metric", "value") == [("技改投资", 6), ("民间投资", 7)]

    def test_or_those_of_the_clause_before(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市货物出口额、服务出口额分别达到30亿元和40亿元，同比分别增长5%和6%。")
        assert column(rows, "metric", "value", "measure") == [
            ("货物出口额", 3_000_000_000, "level"),
            ("服务出口额", 4_000_000_000, "level"),
            ("货物出口额", 5, "growth"),
            ("服务出口额", 6, "growth"),
        ]

    def test_lists_that_do_not_fit_are_refused_not_guessed(self, pipeline: Pipeline) -> None:
        text = "全市货物出口额、服务出口额分别达到30亿元、40亿元和50亿元。"
        [article] = pipeline.process(text_source(text, place="大连市")).articles
        assert article.records == ()
        [refused] = article.rejections
        assert (refused.kind, refused.error) == ("relation", "list_count_mismatch")
        assert refused.message.startswith("2 names and 3 figures")
        assert refused.start is not None
        assert text[refused.start : refused.end].endswith("50亿元")


class TestHeads:
    @pytest.mark.parametrize("link", ["，其中，", "。其中，", "。"])
    def test_a_sector_takes_the_head_of_the_chain(self, pipeline: Pipeline, link: str) -> None:
        text = f"全市规模以上工业增加值增长6%{link}规模以上食品制造业增长9%。"
        assert metrics(pipeline, text) == ["规模以上工业增加值", "规模以上食品制造业增加值"]

    def test_a_restored_head_is_a_piece_of_its_own(self, pipeline: Pipeline) -> None:
        text = "全市规模以上工业增加值增长6%，采矿业增长9%。"
        pieces = facts(pipeline, text)[1]["spans"]["metric"]
        assert [text[start:end] for start, end in pieces] == ["采矿业", "增加值"]

    def test_a_division_takes_the_whole_that_it_divides(self, pipeline: Pipeline) -> None:
        text = "全市居民人均可支配收入4万元，增长5%，城镇增长4%。"
        assert metrics(pipeline, text) == ["居民人均可支配收入"] * 2 + ["城镇居民人均可支配收入"]

    def test_an_item_of_a_list_with_a_head_of_its_own_takes_none(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市工业增加值增长6%，民间投资增长7%。") == ["工业增加值", "民间投资"]

    def test_a_part_with_a_head_of_its_own_takes_none(self, pipeline: Pipeline) -> None:
        text = "全市用水总量30亿立方米，其中农业用水量10亿立方米。"
        assert metrics(pipeline, text) == ["用水总量", "农业用水量"]


class TestVerbs:
    @pytest.mark.parametrize("metric", ["关停砖厂", "淘汰落后产能", "安置下岗职工", "每天收寄包裹", "减少贫困人口"])
    def test_a_verb_that_says_which_ones_are_counted_stays(self, pipeline: Pipeline, metric: str) -> None:
        assert metrics(pipeline, f"全市{metric}61万人。") == [metric]

    @pytest.mark.parametrize("verb", ["完成", "实现", "安排", "接待", "发放", "拥有"])
    def test_verbs_of_having_and_giving_go(self, pipeline: Pipeline, verb: str) -> None:
        assert metrics(pipeline, f"全市{verb}专项补助6亿元。") == ["专项补助"]

    def test_a_sector_owns_what_it_has_done(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市陶瓷产业完成产值12亿元。") == ["陶瓷产业产值"]

    def test_any_verb_stands_in_a_rate(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市每千人拥有病床4.8张。") == ["每千人拥有病床"]

    def test_a_relative_clause_stays_whole(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市通过网络实现的零售额27亿元。") == ["通过网络实现的零售额"]

    def test_a_negation_belongs_to_its_verb(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市现有未脱贫人口3126人。") == ["未脱贫人口"]


class TestWhatIsNoPart:
    @pytest.mark.parametrize("unit", ["每吨", "每千瓦时", "每公斤"])
    def test_one_unit_before_its_price(self, pipeline: Pipeline, unit: str) -> None:
        assert metrics(pipeline, f"全市水泥均价{unit}38元，比上年上涨5%。") == ["水泥均价"] * 2

    def test_the_prices_that_a_growth_is_reckoned_in(self, pipeline: Pipeline) -> None:
        text = "全市生产总值486亿元，按可比价格计算，比上年增长9.2%。"
        assert metrics(pipeline, text) == ["生产总值"] * 2

    def test_how_the_figures_are_told(self, pipeline: Pipeline) -> None:
        text = "前三季度，全市生产总值增长6%。分季度看，一季度增长5%。"
        assert metrics(pipeline, text) == ["生产总值"] * 2

    def test_a_time_in_brackets(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市服务业营业收入（1—8月）增长6%。") == ["服务业营业收入"]

    def test_what_it_stands_in(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "装备业务中机车业务收入94亿元。") == ["机车业务收入"]


class TestShares:
    def test_what_ends_in_a_share_is_one(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市清洁能源消费比重由29%提高到36%。")
        assert column(rows, "metric", "measure", "value") == [
            ("清洁能源消费", "share", 29),
            ("清洁能源消费", "share", 36),
        ]

    def test_a_proportion_is_a_level_with_its_name(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市优良天数比例为88.9%。")
        assert column(rows, "metric", "measure") == [("优良天数比例", "level")]

    def test_the_pace_has_a_rank_of_its_own(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市生产总值增长6%，增速居全省第2位。")
        assert column(rows, "metric", "measure")[1] == ("生产总值增速", "rank")

    def test_what_goes_on_behind_it_is_told_without_the_pace(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市贷款余额增长6%，增速居全省第2位；较年初增加20亿元。")
        assert column(rows, "metric", "measure")[2] == ("贷款余额", "increment")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("集团按备考口径核算的票务收益为3亿元。", ["按备考口径核算的票务收益"]),
        ("集团经调整净利润录得3亿元。", ["经调整净利润"]),
        ("全市提供近9万个就业岗位。", ["就业岗位"]),
        ("全市现有的林地47万亩。", ["林地"]),
        ("海川汽车2月交付26421辆。", ["交付量"]),
        ("这种轮毂重9公斤。", ["重量"]),
        ("集团拟每10股派发现金红利3元，合计约7亿元。", ["每10股现金红利", "现金红利"]),
        ("全市乡镇卫生院药品品种平均只有312种。", ["乡镇卫生院药品品种"]),
        ("全市实现生产总值（GDP）486亿元。", ["生产总值"]),
        ("国庆档票房16亿元。", ["票房"]),
        ("限额以上单位通过公共网络实现的零售额27亿元。", ["限额以上单位通过公共网络实现的零售额"]),
        ("集团与海川银行签约，获授信5亿元。", ["授信"]),
        ("全县农户每家最高补贴9万元。", ["农户每家补贴"]),
        ("定位精度±0.05毫米。", ["定位精度"]),
        ("首批20台磨床运抵。", ["首批磨床"]),
        ("全市开通4条公交新线、新增运营里程26公里。", ["开通公交新线", "运营里程"]),
        ("设备国产化率由开工时的不足七成提高到95%。", ["设备国产化率", "设备国产化率"]),
        ("1、小学招生人数92786人。", ["小学招生人数"]),
        ("油菜籽总产量仍达到3万吨。", ["油菜籽总产量"]),
        ("全市共有九年一贯制学校15所。", ["九年一贯制学校"]),
        ("全县一季稻插秧面积3万亩。", ["一季稻插秧面积"]),
        ("该地区生产总值突破300亿元。", ["地区生产总值"]),
        ("全市一般公共预算支出超28亿元。", ["一般公共预算支出"]),
    ],
)
def test_words_around_a_metric_that_belong_to_it_or_not(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_an_owner_of_the_group_s_kind_has_its_metric_without_the_group(pipeline: Pipeline) -> None:
    text = "2022年，规模以上港口完成货物吞吐量9万吨。其中，沿海港口完成6万吨。"
    assert column(facts(pipeline, text), "metric") == ["规模以上港口货物吞吐量", "货物吞吐量"]


def test_how_a_thing_moved_is_no_part_of_it(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "鲜菜价格上涨较快，同比上涨16%。"), "metric") == ["鲜菜价格"]


def test_trade_both_ways_is_no_trade_one_way(pipeline: Pipeline) -> None:
    text = "进出口总值、出口总值、进口总值均创下季度历史新高。"
    assert column(facts(pipeline, text), "metric") == ["进出口总值", "出口总值", "进口总值"]


@pytest.mark.parametrize("bracket", ["（40至70平方米）", "（40平方米以下）", "（100平方米或以上）"])
@pytest.mark.parametrize("kind", ["A类物业", "中小型单位", "公寓"])
def test_a_range_in_brackets_says_which_ones_are_measured(pipeline: Pipeline, kind: str, bracket: str) -> None:
    rows = facts(pipeline, f"9月，{kind}{bracket}售价指数为325.7，按月升0.4%。")
    assert column(rows, "metric") == [f"{kind}{bracket}售价指数"] * 2


@pytest.mark.parametrize("each", ["每生每年", "每人每月", "每人每年", "每户每月", "每亩"])
def test_of_whom_an_amount_is_stands_before_both_ends_of_a_rise(pipeline: Pipeline, each: str) -> None:
    rows = facts(pipeline, f"2031年，补助标准从{each}700元提高到{each}860元。")
    assert column(rows, "metric", "value") == [("补助标准", 700), ("补助标准", 860)]


def test_those_who_died_or_were_hurt_share_a_list_of_growths(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "2031年，接报火灾900起，亡12人，伤31人，损失8000万元，与上年相比，分别下降3%、4%、5%和6%。")
    assert column(rows, "metric") == ["接报火灾", "死亡", "受伤", "损失"] * 2
    assert column(rows[4:], "value") == [-3, -4, -5, -6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规模以上工业企业每百元营业收入中的成本为86元，同比增加2元。", ["规模以上工业企业每百元营业收入中的成本"] * 2),
        ("负债合计25亿元；所有者权益合计20亿元。", ["负债", "所有者权益"]),
        ("主要行业利润情况如下：煤炭采选业增长24%，医药制造业增长9%。", ["煤炭采选业利润", "医药制造业利润"]),
        ("第三产业增加值达74亿元，净增额达4亿元。", ["第三产业增加值"] * 2),
        ("全市出口增长5%。各区县中，浑河区增长6%。", ["出口"] * 2),
        ("全市人口141万人，年平均增长率为0.5%。", ["人口", "人口年平均"]),
        ("与2020年（普查数据，下同）的98万人相比，人口增加4万人。", ["人口"]),
        ("第一、二、三产业对经济增长的贡献率分别为7%、73%和20%。", ["第一产业", "第二产业", "第三产业"]),
        ("三次产业比例为6︰64︰30。", ["第一产业", "第二产业", "第三产业"]),
        ("市场主体增至49万户 年均增长14%", ["市场主体", "市场主体年均"]),
    ],
)
def test_phrases_of_communiques(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_how_often_a_figure_was_reckoned_is_no_metric(pipeline: Pipeline) -> None:
    text = "甲国5月季调后制造业新增订单减少12万件；4月修正后为减少9万件，初值为减少8.3万件。"
    assert column(facts(pipeline, text, "甲国"), "metric") == ["季调后制造业新增订单"] * 3


def test_with_whom_is_dealt_by_one_character_stays_in_front(pipeline: Pipeline) -> None:
    text = "2031年，全市对美贸易顺差为34亿元，对苏贸易签约额达到4.1亿元。"
    assert column(facts(pipeline, text), "metric") == ["对美贸易顺差", "对苏贸易签约额"]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "通胀率为3.1%。其中，住房通胀率最高，达5.2%，其次是交通和通信，为4.7%。",
            ["通胀率", "住房通胀率", "交通和通信通胀率"],
        ),
        ("机床的产值上升7%；其次为轴承，上升3%。", ["机床的产值", "轴承的产值"]),
        ("酒店入住率为78.4%。五星级酒店入住率最高，为80.7%。", ["酒店入住率", "五星级酒店入住率"]),
    ],
)
def test_what_leads_and_what_comes_next_is_measured_alike(pipeline: Pipeline, text: str, metrics: list[str]) -> None:
    assert column(facts(pipeline, f"2031年，全市{text}"), "metric") == metrics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市总收入9亿元，增长9.6%，增速与上月持平，占全省的24%。", ["总收入"] * 3),
        ("全市税收9亿元，总量位居全省第1位，同比增长18%。", ["税收", "税收总量", "税收"]),
        ("税收收入2亿元，比上年同期1.5亿元增收5000万元，增长33%。", ["税收收入"] * 4),
        ("财政总收入9亿元。其中：契税收入2亿元，比上年同期1亿元增加1亿元。", ["财政总收入"] + ["契税收入"] * 3),
        (
            "固定资产投资总额9亿元，增长4%。从产业看，第二产业下降4%。",
            ["固定资产投资总额"] * 2 + ["第二产业固定资产投资总额"],
        ),
        ("全市软件服务、云端服务共实现收入9亿元。", ["软件服务、云端服务收入"]),
        ("年末卫生院床位数300张；卫生技术人员600人。", ["卫生院床位数", "卫生技术人员"]),
    ],
)
def test_what_goes_on_behind_a_figure(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_a_later_time_goes_back_to_the_whole(pipeline: Pipeline) -> None:
    text = "2031年，全市居民消费价格上涨0.4%，其中食品价格下降0.6%、衣着上涨1.3%。12月份，同比上涨0.2%，环比下降0.1%。"
    assert metrics(pipeline, text)[-2:] == ["居民消费价格"] * 2

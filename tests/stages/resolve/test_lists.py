"""What the items of a list take from it: its verb, its owners, its sides."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


class TestTheVerbOfAList:
    def test_goes_on_behind_a_figure(self, pipeline: Pipeline) -> None:
        text = "全市招收本科生480人、研究生120人。"
        rows = facts(pipeline, text)
        assert column(rows, "metric") == ["招收本科生", "招收研究生"]
        assert [text[start:end] for start, end in rows[1]["spans"]["metric"]] == ["招收", "研究生"]

    def test_with_what_stands_before_it(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全省每年互派医师300名、护士180名。") == ["每年互派医师", "每年互派护士"]

    def test_through_the_whole_list(self, pipeline: Pipeline) -> None:
        text = "全市重点发展烟叶6万亩、蔬菜10万亩、食用菌5000万袋。"
        assert metrics(pipeline, text) == ["重点发展烟叶", "重点发展蔬菜", "重点发展食用菌"]

    def test_a_verb_of_one_character_too(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "海川集团产焦266万吨、铁558万吨。") == ["产焦", "产铁"]
        assert metrics(pipeline, "海川集团产品12种、型号3个。") == ["产品", "型号"]

    def test_not_behind_a_comma(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市关停砖厂3家，企业50家。") == ["关停砖厂", "企业"]

    def test_not_before_what_is_made_in_a_day(self, pipeline: Pipeline) -> None:
        text = "全市共生产粗钢929万吨，日产粗钢92万吨。"
        assert metrics(pipeline, text) == ["生产粗钢", "日产粗钢"]

    def test_not_where_it_says_how_far_things_are(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市有落户企业47家，商户20户。")[1:] == ["商户"]


class TestOwnersBeforeRespectively:
    def test_each_owner_has_its_figure(self, pipeline: Pipeline) -> None:
        text = "装备业务、服务业务分别实现收入28亿元、19亿元。"
        assert column(facts(pipeline, text), "metric", "value") == [
            ("装备业务收入", 2_800_000_000),
            ("服务业务收入", 1_900_000_000),
        ]


class TestListsBeforeTheirFigures:
    def test_the_clause_before_tells_the_list(self, pipeline: Pipeline) -> None:
        text = "全市规上工业实现营业收入、利润增长5%和6%；规下工业实现营业收入、利润，同比分别增长2%和3%。"
        assert metrics(pipeline, text)[2:] == ["规下工业营业收入", "规下工业利润"]

    def test_a_modifier_behind_a_name_holds_for_the_list(self, pipeline: Pipeline) -> None:
        text = "全省规模以上工业企业技改投入、技改强度分别提高12%和9%。"
        assert metrics(pipeline, text) == ["规模以上工业企业技改投入", "规模以上工业企业技改强度"]

    def test_growths_against_different_times_are_no_list(self, pipeline: Pipeline) -> None:
        text = "海川集团营收90亿元，季增6%、年增30%，净利45亿元，季增13%、年增39%。"
        assert metrics(pipeline, text) == ["营收", "营收", "营收", "净利", "净利", "净利"]


class TestSides:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("出口和进口货值均录得升幅，分别上升17%和18%。", ["出口货值", "进口货值"]),
            ("城镇和农村居民人均可支配收入分别增长4%、5%。", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
            ("第一、二产业用电量分别增长8%和2%。", ["第一产业用电量", "第二产业用电量"]),
            ("烟尘、二氧化硫排放量分别下降16%和21%。", ["烟尘排放量", "二氧化硫排放量"]),
            ("海参、鲍鱼养殖面积分别增长6%和1%。", ["海参养殖面积", "鲍鱼养殖面积"]),
            ("造船完工量、手持订单量两大指标分别增长9%和4%。", ["造船完工量", "手持订单量"]),
        ],
    )
    def test_what_a_list_shares_is_restored(self, pipeline: Pipeline, text: str, expected: list[str]) -> None:
        assert metrics(pipeline, text) == expected

    def test_a_multiple_stands_in_a_list_of_growths(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "全市水泥、玻璃、陶瓷产量分别增长4%、1.6倍和3%。")
        assert column(rows, "metric", "value") == [("水泥产量", 4), ("玻璃产量", 160), ("陶瓷产量", 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市茶叶、竹笋、蜂蜜等“新三样”出口分别增长7%、8%、9%。", ["茶叶出口", "竹笋出口", "蜂蜜出口"]),
        ("纺织、造纸、木材三大行业均实现了两位数增长。", ["纺织", "造纸", "木材"]),
        ("绿色食品、数字文创等产业项目均超过30个。", ["绿色食品产业项目", "数字文创产业项目"]),
        ("二、三产业投资分别增长7%、3%。", ["第二产业投资", "第三产业投资"]),
        ("全市金融机构存贷款余额分别增长7%、6%。", ["金融机构存款余额", "金融机构贷款余额"]),
        ("全市牛、羊、鸭肉产量分别增长7%、1%、2%。", ["牛肉产量", "羊肉产量", "鸭肉产量"]),
        ("轻、重工业分别增长7%、1%。", ["轻工业", "重工业"]),
        ("限额以上粮油、服装零售额分别增长4%、2%。", ["限额以上粮油零售额", "限额以上服装零售额"]),
    ],
)
def test_what_a_list_leaves_out_or_sums_up(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


class TestTheListOfTheClauseBefore:
    def test_deals_its_items_out_whatever_is_said_of_them(self, pipeline: Pipeline) -> None:
        text = "从主要行业看，冶炼业、电气机械和器材制造业增速较快，分别增长36%、22%。"
        assert metrics(pipeline, text) == ["冶炼业", "电气机械和器材制造业"]

    def test_without_what_only_praises_them(self, pipeline: Pipeline) -> None:
        text = "其中冶炼业和计算机制造业贡献突出，分别拉动全市工业增长2.5个和1.4个百分点。"
        assert metrics(pipeline, text) == ["冶炼业", "计算机制造业"]

    def test_not_with_the_place_in_front(self, pipeline: Pipeline) -> None:
        text = "全市出口和进口货值均录得升幅，分别上升17%和18%。"
        assert metrics(pipeline, text) == ["出口货值", "进口货值"]


def test_owners_of_a_row_have_the_next_row_of_the_same_metric(pipeline: Pipeline) -> None:
    text = "北京、上海出口额分别为57亿元、46亿元，增长24%和27%。"
    assert column(facts(pipeline, text), "subject")[-2:] == ["北京", "上海"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("轿车、客车2月产量分别为3万辆、2万辆。", ["轿车产量", "客车产量"]),
        (
            "限上批发、零售、餐饮业1-2月零售额同比分别增长6%、3%和2%。",
            ["限上批发零售额", "限上零售额", "限上餐饮业零售额"],
        ),
        ("轿车2月产量为3万辆。", ["轿车产量"]),
    ],
)
def test_a_time_may_stand_before_the_head_of_a_list(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert column(facts(pipeline, text), "metric") == expected


@pytest.mark.parametrize("counted", ["5个行政村，共40个村民小组", "行政村5个、村民组40个"])
def test_those_who_live_somewhere_are_of_no_count_before(pipeline: Pipeline, counted: str) -> None:
    rows = facts(pipeline, f"全乡辖{counted}，人口620户、2310人。", None)
    assert column(rows, "metric")[-2:] == ["人口"] * 2

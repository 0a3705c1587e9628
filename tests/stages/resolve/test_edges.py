"""What may stand at the edges of a metric, and what never does."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("集团期内之股东应占溢利为5.2亿港元。", "股东应占溢利"),
        ("四、一般公共预算收入下降5.1%。", "一般公共预算收入"),
        ("十一、城镇新增就业3.2万人。", "城镇新增就业"),
        ("上半年，建材行业产值月增幅超过12%。", "建材行业产值"),
        ("蔬菜产量平稳增长，增长2.8%。", "蔬菜产量"),
        ("近年来，全县每年教育支出占财政支出的23%以上。", "教育支出"),
        ("全市共录入困难群众信息12万条。", "困难群众信息"),
        ("设立公益岗位600个。", "公益岗位"),
        ("可新增就业600余人。", "就业"),
        ("高新技术企业获贷率为57%。", "高新技术企业获贷率"),
        ("农村居民最低生活保障对象6万人。", "农村居民最低生活保障对象"),
        ("年末羊只饲养量6万只。", "羊只饲养量"),
        ("全市有效发明专利3200件。", "有效发明专利"),
        ("全市有效阻断违规操作3000人次。", "阻断违规操作"),
        ("全年居民消费价格比上年上涨2%。", "居民消费价格"),
        ("全年进口锡矿7万吨（行业统计）。", "进口锡矿"),
        ("公司2030年除税后净利润为3.2亿港元。", "除税后净利润"),
        ("城镇最高20%收入组人均可支配收入81000元。", "城镇最高20%收入组人均可支配收入"),
        ("平台今年已上线了智能客服等26项对农户的帮扶措施。", "对农户的帮扶措施"),
    ],
)
def test_a_metric_runs_from_its_first_noun_to_its_last(pipeline: Pipeline, text: str, metric: str) -> None:
    assert metrics(pipeline, text) == [metric]


def test_a_slogan_before_a_bracket_is_no_part_of_what_it_holds(pipeline: Pipeline) -> None:
    text = "会议提出到2030年实现“三个倍增、四个突破”（全市地区生产总值突破900亿元，财政收入突破80亿元）。"
    assert metrics(pipeline, text) == ["地区生产总值", "财政收入"]


def test_a_rate_of_time_stays_before_a_verb(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市每年互派医师300名。") == ["每年互派医师"]


class TestThresholds:
    @pytest.mark.parametrize(
        ("text", "metric"),
        [
            ("产值超过百亿元的园区有6个。", "产值超过百亿元的园区"),
            ("高于全省平均水平的县有12个。", "高于全省平均水平的县"),
            ("其中有9家企业营业收入超过10亿元。", "营业收入超过10亿元的企业"),
            ("有18个采样点平均含糖量高于12%。", "平均含糖量高于12%的采样点"),
        ],
    )
    def test_what_the_counted_ones_pass_belongs_to_them(self, pipeline: Pipeline, text: str, metric: str) -> None:
        assert metrics(pipeline, text)[0] == metric

    def test_an_amount_with_a_bound_is_measured_where_nothing_is_counted(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "全市实现销售收入超过5亿元，同比增长5%。")[-1] == "销售收入"


class TestLists:
    def test_a_number_that_closes_a_list_stands_for_its_members(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "铜、铁、锌、石墨等12种矿产保有储量居全省首位。") == ["矿产保有储量"]

    def test_the_unit_that_shares_are_reckoned_in_is_no_metric(self, pipeline: Pipeline) -> None:
        text = "全国完工量和订单量以载重吨计分别占世界总量的43%、62%，以修正总吨计分别占41%、60%。"
        assert metrics(pipeline, text) == ["完工量", "订单量", "完工量", "订单量"]

    def test_a_topic_of_the_same_noun_is_not_said_twice(self, pipeline: Pipeline) -> None:
        assert metrics(pipeline, "从资产负债规模来看，三季度末总资产合计达17亿元。") == ["总资产"]


def test_what_a_measure_word_of_events_counts_may_be_a_verb(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "会上共安排600场商业配对。") == ["商业配对"]


def test_what_something_is_compared_with_is_no_metric(pipeline: Pipeline) -> None:
    text = "园区备案企业超1.2万家，较2015年设立之初增长5.76倍。"
    assert len(set(metrics(pipeline, text))) == 1


def test_a_fund_that_the_text_tells_of_twice_owns_nothing(pipeline: Pipeline) -> None:
    text = "海川县财政收支情况\n\n4月，政府性基金支出完成2236万元。政府性基金支出累计完成9870万元。"
    assert [(r["subject"], r["metric"]) for r in facts(pipeline, text, None)] == [("海川县", "政府性基金支出")] * 2


@pytest.mark.parametrize("metric", ["扣除食品和能源价格的核心CPI", "剔除食品的核心通胀率", "扣除税费后净利润率"])
def test_what_is_taken_off_belongs_to_what_is_left(pipeline: Pipeline, metric: str) -> None:
    assert column(facts(pipeline, f"2月，{metric}为1.3%。"), "metric") == [metric]

"""The owner that a metric begins with, and names that are none."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import TOWN, column, facts


@pytest.mark.parametrize(
    ("text", "subject", "metric"),
    [
        ("西部12省市外贸增速为17.8%。", "西部12省市", "外贸"),
        ("欧盟27国实际投入外资金额9亿美元。", "欧盟27国", "实际投入外资金额"),
        ("大连、沈阳两市木材产量15万立方米。", "大连、沈阳两市", "木材产量"),
        ("皖北六市粮食产量200万吨。", "皖北六市", "粮食产量"),
        ("陕北地区优良天数比例为71%。", "陕北地区", "优良天数比例"),
        ("民航发送旅客3800万人次。", "民航", "发送旅客"),
        ("海川集团在欧洲市场销量达到3万辆。", "海川集团", "欧洲市场销量"),
        ("海川集团拥有中国驰名商标49件。", "海川集团", "中国驰名商标"),
    ],
)
def test_who_owns_a_figure_and_what_is_left(pipeline: Pipeline, text: str, subject: str, metric: str) -> None:
    assert column(facts(pipeline, text), "subject", "metric") == [(subject, metric)]


def test_places_with_a_number_behind_a_preposition_are_no_owner(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "我国对中东欧16国进出口增长14%。"), "metric") == ["对中东欧16国进出口"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("我国自巴西进口大豆8万吨。", "自巴西进口大豆"),
        ("我国向越南出口机床900台。", "向越南出口机床"),
        ("我国与东盟贸易总额5万亿元。", "与东盟贸易总额"),
        ("我国对非洲直接投资流量30亿美元。", "对非洲直接投资流量"),
    ],
)
def test_a_partner_with_whom_something_is_dealt_owns_nothing(pipeline: Pipeline, text: str, metric: str) -> None:
    assert column(facts(pipeline, text), "subject", "metric") == [("全国", metric)]


@pytest.mark.parametrize("text", ["建成铁路专用线52条。", "今年投产的高铁运营里程超过250公里。"])
def test_a_kind_of_works_has_no_name(pipeline: Pipeline, text: str) -> None:
    assert column(facts(pipeline, text), "subject") == ["大连市"]


def test_what_tells_figures_apart_is_no_part_of_the_metric(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "我国对巴西、越南分别进出口3亿元、2亿元。")
    assert column(rows, "metric") == ["对巴西进出口", "对越南进出口"]


def test_what_describes_the_goods_of_a_list_holds_for_each(pipeline: Pipeline) -> None:
    text = "我国对东盟出口的机床、轴承分别增长3%、2%。"
    assert column(facts(pipeline, text), "metric") == ["对东盟出口的机床", "对东盟出口的轴承"]


@pytest.mark.parametrize("group", ["全球", "新兴市场和发展中经济体"])
def test_the_world_and_its_groups_have_economies(pipeline: Pipeline, group: str) -> None:
    rows = facts(pipeline, f"{group}经济增速将从2017年的2.3%小幅放缓至2.2%。", place=None)
    assert column(rows, "subject", "metric", "measure") == [(group, "经济", "growth")] * 2


@pytest.mark.parametrize("owner", ["Norvexa", "王小明"])
def test_a_person_or_a_foreign_name_before_a_possessive_owns_what_follows(pipeline: Pipeline, owner: str) -> None:
    rows = facts(pipeline, f"截至2030年底，{owner}的总负债约为4.3亿元。")
    assert column(rows, "subject", "metric") == [(owner, "总负债")]


def test_a_technology_owns_nothing(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "2030年，全市5G的用户数达到300万户。"), "subject") != ["5G"]


def test_a_title_keeps_whose_it_is_and_goes_without_being_called_one(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市12名职工荣获江苏省五一劳动奖章，5个集体被授予江苏省工人先锋号称号。")
    assert column(rows, "metric", "subject") == [("江苏省五一劳动奖章", "大连市"), ("江苏省工人先锋号", "大连市")]


def test_routes_do_not_own_their_total(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "全港外贸航线总数增至28条。"), "metric") == ["外贸航线总数"]


def test_what_is_counted_in_quotation_marks_owns_nothing(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "全市改造小区85个，打造“街角花园”27个。")
    assert column(rows, "metric", "subject") == [("改造小区", "大连市"), ("街角花园", "大连市")]


@pytest.mark.parametrize(
    "aside", ["（含东屿区）", "（不含保税区）", "（包括东屿区、西屿区、南屿县和北屿县）", "（全口径）"]
)
def test_a_bracket_behind_the_owner_is_no_part_of_the_metric(pipeline: Pipeline, aside: str) -> None:
    rows = facts(pipeline, f"1-2月，滨海市{aside}固定资产投资31亿元。")
    assert [(r["subject"], r["metric"]) for r in rows] == [("滨海市", "固定资产投资")]


def test_the_place_stands_before_what_has_the_nature_of_an_office(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "1-7月份，全市政府性基金收入37亿元，下降4%。")
    assert column(rows, "metric") == ["政府性基金收入"] * 2


@pytest.mark.parametrize(
    ("names", "metric"),
    [
        ("青岛、大连和厦门三市", "港口货物吞吐量"),
        ("长沙、株洲、湘潭三大城市", "进出口"),
        ("北京和上海两地", "票房收入"),
        ("青岛、大连、厦门等10个城市", "进出境交通流量"),
    ],
)
def test_names_with_how_many_they_are_own_together(pipeline: Pipeline, names: str, metric: str) -> None:
    found = facts(pipeline, f"2031年，{names}{metric}同比增长5.2%。", None)
    assert column(found, "subject", "metric") == [(names, metric)]


class TestWhoIsHelped:
    @pytest.mark.parametrize("verb", ["支持", "对接", "帮扶"])
    @pytest.mark.parametrize("place", ["青岭县", "滨海市"])
    def test_owns_no_figure(self, pipeline: Pipeline, verb: str, place: str) -> None:
        text = f"沄川农商行2030年经营总结\n\n2030年，沄川农商行坚守定位。{verb}{place}重点项目141个，授信金额84亿元。"
        assert column(facts(pipeline, text, None), "subject") == ["沄川农商行"] * 2

    def test_but_the_place_that_is_pointed_at_does(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "新赛道多点开花，带动全市服务业总规模超过2万亿元。", "滨海市")
        assert column(rows, "subject", "metric") == [("滨海市", "服务业总规模")]


def test_a_fund_owns_nothing_of_what_it_grants(pipeline: Pipeline) -> None:
    text = "2031年，海川大学附属医院门诊量9万人次。获批国家自然科学基金项目36项，立项经费15万元。"
    assert column(facts(pipeline, text, None), "subject", "metric") == [
        ("海川大学附属医院", "门诊量"),
        ("海川大学附属医院", "国家自然科学基金项目"),
        ("海川大学附属医院", "立项经费"),
    ]


@pytest.mark.parametrize("guests", ["日本及泰国旅客", "日本和泰国游客", "日本、泰国旅客"])
def test_guests_of_several_countries_are_counted_where_they_come_to(pipeline: Pipeline, guests: str) -> None:
    text = f"7月，全市旅客20万人次。{guests}分别占8%及5%。"
    kind = guests[-2:]
    assert column(facts(pipeline, text), "subject", "metric")[1:] == [
        (TOWN, f"日本{kind}"),
        (TOWN, f"泰国{kind}"),
    ]

"""Firms that head a clause before what only a firm does or has."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("8月20日晚间，中国澜车发布半年度报告。", ["中国澜车"]),
        ("截至6月末，中国澜车总资产为400亿元。", ["中国澜车"]),
        ("霁德时代一季度净利润8亿元。", ["霁德时代"]),
        ("今年前三季度，霁迈隆实现营业收入30亿元。", ["霁迈隆"]),
        ("嵋源8月7日晚间披露半年报。", ["嵋源"]),
    ],
)
def test_a_firm_stands_before_its_report_and_its_results(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


def test_the_code_of_a_share_makes_a_name_sure(pipeline: Pipeline) -> None:
    text = "澜普瑞（002999）、霁地控股（600999）和恒威视（SH：600998）盈利。澜普瑞扩产。"
    assert named(pipeline, text, Label.ORG) == ["澜普瑞", "霁地控股", "恒威视", "澜普瑞"]


def test_a_year_in_brackets_is_no_code(pipeline: Pipeline) -> None:
    assert named(pipeline, "《全球渔业报告（2025）》显示产量上升。", Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2011年，霁钢集团全年产焦26万吨。霁钢投产。", ["霁钢集团", "霁钢"]),
        ("2011年，锰钢集团全年产焦26万吨。锰钢投产。", ["锰钢集团", "锰钢"]),
    ],
)
def test_one_word_before_the_form_is_a_name_that_comes_again_without_it(
    pipeline: Pipeline, text: str, names: list[str]
) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize(
    "text",
    [
        "上半年，工业企业净利润增长5%。",
        "前三季度，车企营业收入下降。",
        "中国企业总资产超过百亿元。",
        "归属上市公司股东的净利润2亿元。",
        "中国净利润最高的行业是银行业。",
        "旅游集团完成投资2亿元。",
        "对于新能源汽车，顾客有顾虑。",
        "供应商签长单，采购也要赶工。",
        "顾客却学会了等待。",
        "中医药等领域合作，中医药出海。",
    ],
)
def test_what_names_many_firms_names_none(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("海岭水泥19日公告，前三季度净利润9亿元。", "海岭水泥"),
        ("东城财富晚间披露，公司盈利3亿元。", "东城财富"),
        ("三一桥工在年报中表示，订单增长5%。", "三一桥工"),
        ("记者从春山航空获悉，上半年，公司运送旅客90万人次。", "春山航空"),
    ],
)
def test_who_gives_out_a_notice_is_a_firm_whatever_its_name_is_made_of(
    pipeline: Pipeline, text: str, name: str
) -> None:
    assert named(pipeline, text, Label.ORG) == [name]


class TestNamesOfCommonWords:
    def test_come_twice_before_results(self, pipeline: Pipeline) -> None:
        text = "大地水泥前三季度净利润9亿元。大地水泥营业收入增长5%。"
        assert named(pipeline, text, Label.ORG) == ["大地水泥", "大地水泥"]

    @pytest.mark.parametrize(
        "text",
        [
            "大地水泥前三季度营业收入9亿元。",
            "平板玻璃营业收入9亿元，水泥价格下降。平板玻璃营业收入增长5%。",
            "霁地集团发布年报。智能手机营业收入9亿元。智能手机净利润增长5%。",
        ],
    )
    def test_are_goods_where_they_come_once_or_beside_a_firm_or_in_a_text_of_a_trade(
        self, pipeline: Pipeline, text: str
    ) -> None:
        assert not {"大地水泥", "平板玻璃", "智能手机"} & set(named(pipeline, text, Label.ORG))

    def test_a_notice_by_the_book_names_nobody(self, pipeline: Pipeline) -> None:
        assert named(pipeline, "根据年报，产量为9万吨。", Label.ORG) == []


class TestBeforeTheColonOfAHeadline:
    @pytest.mark.parametrize(
        "name", ["湖北霖能", "青石海能", "恒屹锂业", "云杉精工", "大山股份", "东屿药业", "苏南电子", "沄川科技"]
    )
    @pytest.mark.parametrize(
        "said",
        [
            "：2031年三季报点评：业绩符合预期\n公司营收增长5%。",
            "（688123）：2031年年报点评：新业务放量\n公司营收增长5%。",
            "：上半年归母净利润同比增长45%\n公司营收增长5%。",
        ],
    )
    def test_stands_the_firm_whose_report_is_told(self, pipeline: Pipeline, name: str, said: str) -> None:
        assert named(pipeline, name + said, Label.ORG)[:1] == [name]

    @pytest.mark.parametrize("topic", ["泵阀行业", "水泥板块", "工业企业"])
    def test_stands_no_trade(self, pipeline: Pipeline, topic: str) -> None:
        assert named(pipeline, f"{topic}：上半年净利润同比增长45%\n公司营收增长5%。", Label.ORG) == []


@pytest.mark.parametrize(
    "text",
    [
        "实现净亏损15亿元，扣非归母净亏损13亿元。",
        "业绩预期上调，预测营业总收入为57亿元。",
        "远帆航空2031年年度净利润3亿元。",
    ],
)
def test_how_a_profit_is_reckoned_or_told_of_is_no_name(pipeline: Pipeline, text: str) -> None:
    assert not {"扣非", "预测", "年度"} & set(named(pipeline, text, Label.ORG))

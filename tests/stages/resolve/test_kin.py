"""Indicators of one family share what stands before the first of them."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def metrics(pipeline: Pipeline, text: str) -> list[str]:
    return column(facts(pipeline, text), "metric")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市完成公路货运量418万吨、客运量102万人。", ["公路货运量", "公路客运量"]),
        ("全市快递业务量120万件，业务收入900万元。", ["快递业务量", "快递业务收入"]),
        ("全县肉牛存栏6万头，出栏2万头。", ["肉牛存栏", "肉牛出栏"]),
        ("全县樱桃种植面积7万亩，产量5万吨。", ["樱桃种植面积", "樱桃产量"]),
        ("全县夏薯总产量7万吨；播种面积5万亩。", ["夏薯总产量", "夏薯播种面积"]),
        ("全县生猪存栏6万头，能繁母猪存栏2千头。", ["生猪存栏", "能繁母猪存栏"]),
        (
            "全市失业保险基金收入7亿元，支出5亿元，当期结余2亿元。",
            ["失业保险基金收入", "失业保险基金支出", "失业保险基金当期结余"],
        ),
        ("公司归母净利润7亿元，营业收入87亿元。", ["归母净利润", "营业收入"]),
        ("全县牛存栏6万头，出栏2万头。", ["牛存栏", "牛出栏"]),
        ("全市小学招生人数8万人；在校生人数40万人。", ["小学招生人数", "小学在校生人数"]),
        (
            "全市早稻播种面积9万亩。其中，糯稻播种面积4万亩，产量2万吨。",
            ["早稻播种面积", "糯稻播种面积", "糯稻产量"],
        ),
        (
            "全县农林牧渔业总产值9亿元。其中：林业产值4亿元，增加值2亿元。",
            ["农林牧渔业总产值", "林业产值", "林业增加值"],
        ),
        ("城镇居民人均可支配收入14280元；人均消费支出10560元。", ["城镇居民人均可支配收入", "城镇居民人均消费支出"]),
        (
            "其中，薄膜业务收入21亿元，毛利率32%；化纤业务收入15亿元，毛利率11%。",
            ["薄膜业务收入", "薄膜业务毛利率", "化纤业务收入", "化纤业务毛利率"],
        ),
        ("其中，陶瓷营业收入426亿元，利润76亿元。", ["陶瓷营业收入", "陶瓷利润"]),
        ("云台产业园规划总建筑面积16万平方米，税收1200万元。", ["规划总建筑面积", "税收"]),
        ("全校现有48个班级，在校学生2400余人。", ["班级", "在校学生"]),
        ("全村农户520户，种植面积900亩。", ["农户", "种植面积"]),
        ("柳河村距县城12公里，面积13平方公里。", ["距县城", "面积"]),
        ("全国木工机械进口总额6亿美元，出口3亿美元。", ["木工机械进口总额", "木工机械出口总额"]),
    ],
)
def test_the_bare_member_takes_what_stands_before_the_other(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert metrics(pipeline, text) == expected


def test_nothing_is_taken_where_nothing_stands_there(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全市货运量418万吨，客运量102万人。") == ["货运量", "客运量"]


def test_a_semicolon_ends_it(pipeline: Pipeline) -> None:
    assert metrics(pipeline, "全县肉牛存栏6万头；出栏2万头。") == ["肉牛存栏", "出栏"]


def test_an_output_goes_on_about_what_was_grown(pipeline: Pipeline) -> None:
    text = "全县蔬菜播种面积19.9万亩，同比增长2.9%；产量43.7万吨，同比增长2.3%。"
    assert metrics(pipeline, text)[2:] == ["蔬菜产量", "蔬菜产量"]


def test_a_counterpart_with_the_same_end_crosses_it(pipeline: Pipeline) -> None:
    text = "全市银行业人民币存款余额2900亿元；贷款余额2400亿元。"
    assert metrics(pipeline, text) == ["银行业人民币存款余额", "银行业人民币贷款余额"]


def test_a_margin_is_that_of_the_business_told_before(pipeline: Pipeline) -> None:
    text = "海信科技有限公司智能家电业务营收27亿元，毛利率23%。"
    assert metrics(pipeline, text) == ["智能家电业务营收", "智能家电业务毛利率"]


@pytest.mark.parametrize(("one", "other"), [("普通小学", "普通初中"), ("特教学校", "职业中专"), ("幼儿园", "完全中学")])
def test_pupils_are_of_the_schools_counted_behind_the_semicolon(pipeline: Pipeline, one: str, other: str) -> None:
    text = f"全市有{one}6所，招生840人，在校学生2589人；{other}9所，招生1606人，在校学生5003人。"
    behind = ["", "招生", "在校学生"]
    assert metrics(pipeline, text) == [*(one + what for what in behind), *(other + what for what in behind)]


@pytest.mark.parametrize("whose", ["市区居民家庭", "农村居民", "城镇居民"])
def test_those_among_whom_goods_are_counted_are_those_of_the_whole_row(pipeline: Pipeline, whose: str) -> None:
    text = f"{whose}每百户拥有轿车19辆，彩电114台，手机177部；全市医院9所。"
    among = f"{whose}每百户拥有"
    assert metrics(pipeline, text) == [f"{among}轿车", f"{among}彩电", f"{among}手机", "医院"]

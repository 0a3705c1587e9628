"""What one list names and several figures tell: 分别, 均, rows of bare items, rates of completion, superlatives."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def read(pipeline: Pipeline, text: str) -> list[tuple[object, object]]:
    rows = facts(pipeline, text)
    return list(zip(column(rows, "metric"), column(rows, "value"), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全市海水鱼、淡水鱼产量同比分别增长4.2%和下降1.3%。",
            [("海水鱼产量", 4.2), ("淡水鱼产量", -1.3)],
        ),
        (
            "全市玻璃、陶瓷、水泥行业营业收入分别增长6.2%、1.4%和下降0.9%。",
            [("玻璃行业营业收入", 6.2), ("陶瓷行业营业收入", 1.4), ("水泥行业营业收入", -0.9)],
        ),
    ],
)
def test_a_list_is_dealt_to_figures_that_move_in_different_ways(
    pipeline: Pipeline, text: str, expected: list[tuple[str, float]]
) -> None:
    assert read(pipeline, text) == expected


def test_a_list_that_fits_no_figures_is_refused(pipeline: Pipeline) -> None:
    assert read(pipeline, "全市玻璃、陶瓷、水泥、砖瓦产量分别增长6.2%、1.4%和下降0.9%。") == []


def test_one_place_for_all_is_that_of_each(pipeline: Pipeline) -> None:
    text = "全区固定资产投资、财政收入两项指标增速均居全市第一，高于目标1.1、4.2个百分点。"
    assert read(pipeline, text) == [
        ("固定资产投资增速", 1),
        ("财政收入增速", 1),
        ("固定资产投资", 1.1),
        ("财政收入", 4.2),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市车险保单件数62万件；寿险41万件；家财险9万件。", ["车险保单件数", "寿险保单件数", "家财险保单件数"]),
        ("全县油料播种面积9万亩，蔬菜16万亩。", ["油料播种面积", "蔬菜播种面积"]),
        ("全县药材种植面积12万亩，发展核桃5万亩。", ["药材种植面积", "发展核桃"]),
        ("全港货物吞吐量2亿吨。分货种看，铁矿石5200万吨，煤炭3800万吨。", ["货物吞吐量", "铁矿石吞吐量", "煤炭吞吐量"]),
        ("全省钟表的销售占总销售额21%，百货商品占13%。", ["钟表的销售", "百货商品的销售"]),
    ],
)
def test_a_row_of_bare_items_is_told_by_its_first(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert column(facts(pipeline, text), "metric") == expected


def test_a_part_takes_the_shorter_head_of_a_part_before(pipeline: Pipeline) -> None:
    text = "全市居民消费价格上涨0.6%。其中，食品价格下降1.1%，衣着上涨0.9%。"
    assert column(facts(pipeline, text), "metric") == ["居民消费价格", "食品价格", "衣着价格"]


def test_a_worth_is_that_of_the_goods_before_it(pipeline: Pipeline) -> None:
    text = "全省拖拉机出口8600台，货值4亿元。"
    assert column(facts(pipeline, text), "metric") == ["拖拉机出口", "拖拉机出口货值"]


def test_a_rate_of_completion_is_of_the_sum_and_the_growth_behind_it_is_not(pipeline: Pipeline) -> None:
    text = "全区工业总产值71亿元，目标完成率31.5%，同比增长12.4%。"
    assert column(facts(pipeline, text), "metric") == ["工业总产值", "工业总产值目标完成率", "工业总产值"]


def test_a_superlative_names_what_the_figure_behind_it_is_of(pipeline: Pipeline) -> None:
    text = "全省累计产量增长最快的产品是包装纸板，同比增长18.6%；降幅最大的产品是新闻纸，同比下降9.4%。"
    assert read(pipeline, text) == [("包装纸板产量", 18.6), ("新闻纸产量", -9.4)]


def test_a_numbered_heading_is_no_part_of_the_metric_behind_its_space(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "二、农业　全县粮食总产量达到31.4万吨。"), "metric") == ["粮食总产量"]


def test_a_word_that_begins_like_a_verb_of_rank_hides_no_rank_behind_it(pipeline: Pipeline) -> None:
    assert read(pipeline, "全市城镇居民人均可支配收入居全省第6位。") == [("城镇居民人均可支配收入", 6)]

"""A name before a time, firms that a sentence turns from, an association that only signs, and what two things share."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def owners(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, None), "subject")


class TestANameBeforeATime:
    @pytest.mark.parametrize("name", ["三星", "华为", "Norvexa", "三星（Samsung）", "索尼"])
    def test_owns_the_metric_behind_it(self, pipeline: Pipeline, name: str) -> None:
        (row,) = facts(pipeline, f"{name}首季出货量为3930万部。", None)
        assert (row["subject"], row["metric"]) == (name.partition("（")[0], "出货量")

    @pytest.mark.parametrize("goods", ["平板玻璃", "智能手表"])
    def test_is_no_noun(self, pipeline: Pipeline, goods: str) -> None:
        assert goods not in owners(pipeline, f"{goods}首季出货量为3930万部。")

    def test_is_no_word_of_a_plan(self, pipeline: Pipeline) -> None:
        assert "力争" not in owners(pipeline, "力争年底前定点零售药店达到200家。")


class TestFirmsTogether:
    @pytest.mark.parametrize("word", ["与此同时", "此外", "另外"])
    def test_own_nothing_once_the_text_turns_from_them(self, pipeline: Pipeline, word: str) -> None:
        text = f"上半年我国装机30吉瓦。全国主要发电企业完成投资2158亿元。{word}，出口总额约259亿美元。"
        assert owners(pipeline, text)[-1] == "全国"


class TestAnAssociation:
    def test_that_signs_a_text_owns_nothing(self, pipeline: Pipeline) -> None:
        text = (
            "前三季度物流运行情况通报\n中国仓运联合会 中国仓运信息中心\n前三季度，全国仓运总额为184万亿元。\n\n"
            "仓运总费用8.6万亿元，同比增长10.4%。"
        )
        assert owners(pipeline, text) == ["全国"] * 3


class TestARatio:
    @pytest.mark.parametrize("ratio", ["社会物流总费用与GDP的比率", "债务与收入的比例"])
    def test_is_of_what_stands_before_the_preposition_too(self, pipeline: Pipeline, ratio: str) -> None:
        (row,) = facts(pipeline, f"2031年，{ratio}为14.5%。")
        assert row["metric"] == ratio


class TestGoodsForLaterDelivery:
    def test_are_told_without_the_delivery(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "9月份交货的轻质原油期货价格每桶下挫2.15美元，收于71.48美元。", None)
        assert column(rows, "metric") == ["轻质原油期货价格"] * 2


class TestAFiscalYear:
    @pytest.mark.parametrize("year", ["本财年", "下个财年", "上一财年"])
    def test_is_a_time_and_no_part_of_the_metric(self, pipeline: Pipeline, year: str) -> None:
        (row,) = facts(pipeline, f"{year}印度经济增速恢复至5.4%。", None)
        assert (row["subject"], row["metric"]) == ("印度", "经济")

"""What a country trades with each of its partners is the country's, whichever partner is named last."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


class TestTheLargestPartner:
    @pytest.mark.parametrize("trading", ["泰国", "墨西哥", "波兰"])
    @pytest.mark.parametrize("being", ["仍是", "是", "成为"])
    def test_and_those_behind_it_are_told_of_who_trades(self, pipeline: Pipeline, trading: str, being: str) -> None:
        text = f"2031年，巴西{being}{trading}最大的进口来源国，进口额为8亿美元，增长5%；其次为智利3亿美元，增长2%。"
        rows = facts(pipeline, text, None)
        assert set(column(rows, "subject")) == {trading}
        assert column(rows, "metric") == ["巴西进口额", "巴西进口额", "智利进口额", "智利进口额"]

    def test_keeps_the_word_in_front_of_a_partner(self, pipeline: Pipeline) -> None:
        rows = facts(pipeline, "2031年，智利为波兰第二大出口目的国，其对智利出口额为8亿美元，增长5%。", None)
        assert column(rows, "metric") == ["对智利出口额", "对智利出口额"]

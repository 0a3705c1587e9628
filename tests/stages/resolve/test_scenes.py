"""Places in front of a metric that do not own it."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


@pytest.mark.parametrize("guests", ["旅客", "游客", "随团旅客", "留宿旅客", "入境旅客", "住客", "团客"])
@pytest.mark.parametrize("origin", ["韩国", "香港", "中国台湾", "中国内地", "马来西亚", "新疆"])
def test_guests_are_counted_where_they_come_to(pipeline: Pipeline, origin: str, guests: str) -> None:
    rows = facts(pipeline, f"3月，{origin}{guests}下跌4%，为6800人次。", place="澳门")
    assert column(rows, "subject", "metric") == [("澳门", origin + guests)] * 2


def test_guests_of_a_part_are_those_of_the_part(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "3月，瓦房店市游客增长4%。")
    assert column(rows, "subject", "metric") == [("瓦房店市", "游客")]

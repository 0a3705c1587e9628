"""Goods whose name is a word are no firm, though they end as firms do: 新能源|汽车."""

from __future__ import annotations

from extract.data import Label
from extract.pipeline import Pipeline, text_source


def test_goods_that_come_again_are_no_firm(pipeline: Pipeline) -> None:
    text = "7月，新能源汽车产销分别完成80万辆和78万辆。1—7月，新能源汽车产销分别完成459万辆和452万辆。"
    mentions = pipeline.process(text_source(text)).articles[0].mentions
    assert not [m for m in mentions if m.label is Label.ORG]

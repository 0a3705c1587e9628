"""Groups that own figures."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .test_subject import subjects


def test_those_that_lead_own_their_share(pipeline: Pipeline) -> None:
    text = "1至9月，玻璃产量前9家企业占全国的57.3%，销售额前9家企业占全国的62.4%。"
    assert {"玻璃产量前9家企业", "销售额前9家企业"} <= set(subjects(pipeline, text, None))

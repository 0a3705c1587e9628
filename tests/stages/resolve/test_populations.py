"""Groups that own figures."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .test_subject import subjects


def test_those_that_lead_own_their_share(pipeline: Pipeline) -> None:
    text = "1至9月，造船完工量前10家企业占全国的58.6%，新接订单量前10家企业占全国的61.3%。"
    assert {"造船完工量前10家企业", "新接订单量前10家企业"} <= set(subjects(pipeline, text, None))

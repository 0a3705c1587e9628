"""The lines of articles and mentions, and the ledger of every figure."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.data import Label
from extract.pipeline import ArticleResult, Pipeline, text_source
from extract.records.rows import Figures

FIGURES = {Label.QUANTITY, Label.TIME, Label.ORDINAL, Label.NAMED_NUMBER}


def read(pipeline: Pipeline, text: str) -> ArticleResult:
    [article] = pipeline.process(text_source(text, published="2024-01-20", place="大连市")).articles
    return article


def test_each_figure_is_booked_where_it_went(pipeline: Pipeline) -> None:
    text = "2023年，全市工业投资增长5%，第一批5G基站21个开工，其中数十人。"
    assert read(pipeline, text).row.figures == Figures(records=2, names=1, times=1, ordinals=1, unused=1)


def test_a_figure_that_fills_a_slot_is_used_once_however_many_records_share_it(pipeline: Pipeline) -> None:
    article = read(pipeline, "全市技术中心、设计中心均为30家。")
    assert len(article.records) == 2
    assert article.row.figures == Figures(records=1)


PIECES = st.sampled_from(
    ["2023年，", "全市", "出口额", "30亿元", "，", "。", "增长5%", "新增", "21家", "孵化器", "、", "分别", "5G基站", "第一批", "数十人", "《", "》",
     "发展规划", "居第3位", "“十四五”期间，", "目前，"]
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25))
def test_the_ledger_adds_up(pipeline: Pipeline, pieces: list[str]) -> None:
    article = read(pipeline, "全市大会召开。" + "".join(pieces))
    booked = article.row.figures
    marked = sum(m.label in FIGURES for m in article.mentions) + len(article.in_names)
    assert sum(booked.model_dump().values()) == marked


def test_an_article_s_line(pipeline: Pipeline) -> None:
    row = read(pipeline, "2023年，全市工业投资增长5%。").row
    assert (row.article_id, row.source_id) == ("text#1", "text")
    assert row.place is not None
    assert (row.place.name, row.place.code) == ("大连市", "210200")
    assert row.published == date(2024, 1, 20)
    assert (row.start, row.end) == (0, 17)


def test_a_mention_s_line_has_the_raw_text_and_its_normal_form(pipeline: Pipeline) -> None:
    rows = read(pipeline, "大連工業投資增長５%，工信部發文。").mention_rows
    assert [row.text for row in rows] == ["大連", "５%", "工信部"]
    assert [row.normal for row in rows][::2] == ["大连市", "工业和信息化部"]
    quantity = rows[1].normal
    assert quantity is not None
    assert not isinstance(quantity, str)
    assert quantity.text == "５%"

"""The pipeline as a user in Python meets it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import extract
from extract.data import OffsetMap
from extract.loading import KnowledgeError
from extract.pipeline import Pipeline, text_source
from extract.records.base import RecordBase

TEXT = "2022年，全市规模以上工业增加值同比增长6.3%，高于全国1.7个百分点；完成工业投资460亿元。"


def facts(records: list[RecordBase]) -> list[tuple[object, ...]]:
    """What records say, without where it stood."""
    return [
        tuple(
            (name, value)
            for name, value in record.model_dump(mode="json", exclude={"quantity": {"text"}}).items()
            if name in {*type(record).slots(), "modality", "rule", "warnings"} - {"part_of"}
        )
        for record in records
    ]


def test_a_text_gives_its_records_in_text_order(pipeline: Pipeline) -> None:
    records = pipeline(TEXT, place="滨海市")
    assert [r.model_dump()["metric"] for r in records] == ["规模以上工业增加值", "规模以上工业增加值", "工业投资"]
    starts = [r.anchor_spans[0][0] for r in records]
    assert starts == sorted(starts)


def test_the_same_text_gives_the_same_ids(pipeline: Pipeline) -> None:
    assert [r.record_id for r in pipeline(TEXT)] == [r.record_id for r in pipeline(TEXT)]


def test_ids_are_unique_within_an_article(pipeline: Pipeline) -> None:
    records = pipeline("甲市、乙市工业投资均增长5%。A项目、B项目均开工。" + TEXT)
    assert len({r.record_id for r in records}) == len(records)


def test_a_stream_of_texts_is_read_one_by_one(pipeline: Pipeline) -> None:
    assert [len(records) for records in pipeline.pipe([TEXT, "", "今天天气很好。"], place="滨海市")] == [3, 0, 0]


def test_what_came_from_context_is_said_to_be_inherited(pipeline: Pipeline) -> None:
    growth, gap, _ = pipeline(TEXT, place="滨海市")
    assert "metric" not in growth.inherited
    assert "metric" in gap.inherited
    assert gap.spans["metric"] == growth.spans["metric"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "。", "《》（）“”", "%%%", "增长", "\ufeff", "\U0001f600" * 50, "1" * 5000]
)
def test_odd_texts_make_no_record_and_no_trouble(pipeline: Pipeline, text: str) -> None:
    assert pipeline(text) == []


@pytest.mark.parametrize("text", ["新增、460亿元", "新增、21家、30家", "完成，、460亿元"])
def test_an_item_mark_alone_is_no_metric(pipeline: Pipeline, text: str) -> None:
    assert pipeline(text, place="滨海市") == []


def test_a_pipeline_is_shown_in_a_line(pipeline: Pipeline) -> None:
    assert len(repr(pipeline)) < 80


def true_offsets(pipeline: Pipeline, text: str) -> None:
    source = text_source(text, place="滨海市")
    for article in pipeline.process(source).articles:
        for row in article.mention_rows:
            assert text[row.start : row.end] == row.text
        for record in article.records:
            evidence = record.evidence
            assert text[evidence.start : evidence.end] == evidence.text
            for pieces in record.spans.values():
                assert all(0 <= start <= end <= len(text) for start, end in pieces)


PIECES = st.sampled_from(
    ["2022年，", "全市", "工业投资", "460亿元", "，", "同比增长", "11%", "。", "\n", "新增", "21家", "瞪羚企业", "、", "分别", "和",
     "占全省", "的比重", "达", "一、", "“", "”", "（", "）", "<p>", "</p>", " ", "１２", "億元", "增長", "其中，", "由", "提高到"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40))
def test_every_offset_is_true_whatever_the_text(pipeline: Pipeline, pieces: list[str]) -> None:
    true_offsets(pipeline, "".join(pieces))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_at_all_is_survived(pipeline: Pipeline, text: str) -> None:
    true_offsets(pipeline, text)


@pytest.mark.parametrize("width", range(12, 41, 4))
def test_wrapping_lines_changes_no_fact(pipeline: Pipeline, width: int) -> None:
    wrapped = "\n".join(TEXT[i : i + width] for i in range(0, len(TEXT), width))
    assert facts(pipeline(wrapped, place="滨海市")) == facts(pipeline(TEXT, place="滨海市"))
    true_offsets(pipeline, wrapped)


def test_traditional_script_changes_no_fact(pipeline: Pipeline) -> None:
    traditional = "2022年，全市規模以上工業增加值同比增長6.3%，高於全國1.7個百分點；完成工業投資460億元。"
    assert facts(pipeline(traditional, place="滨海市")) == facts(pipeline(TEXT, place="滨海市"))
    true_offsets(pipeline, traditional)


def test_full_width_digits_change_no_fact(pipeline: Pipeline) -> None:
    wide = TEXT.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789%."})
    assert facts(pipeline(wide, place="滨海市")) == facts(pipeline(TEXT, place="滨海市"))


def test_both_segmenters_give_the_same_facts(pipeline: Pipeline) -> None:
    assert facts(extract.load(segmenter="jieba")(TEXT, place="滨海市")) == facts(pipeline(TEXT, place="滨海市"))


def test_a_users_rules_and_knowledge_come_on_top(tmp_path: object) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        extract.load(rules=__import__("pathlib").Path("no-such-folder"))


def test_an_offset_map_takes_clean_spans_home() -> None:
    offsets = OffsetMap((0, 1, 4), (1, 2, 5))
    assert offsets.raw(1, 3) == (1, 5)
    assert offsets.raw(2, 2) == (4, 4)


def test_a_digest_s_week_serves_all_its_items_and_is_mentioned_once(pipeline: Pipeline) -> None:
    raw = (
        "滨海一周快讯（2024年5月11日—2024年5月17日）\n\n"
        "【港口开出新航线】滨海港新开航线8条，运量增长5%。\n\n【外贸继续平稳】全市出口30亿元，增长7%。"
    )
    first, second = pipeline.process(text_source(raw)).articles
    weeks = [record.period for article in (first, second) for record in article.records]
    assert {(str(week.start), str(week.end)) for week in weeks if week} == {("2024-05-11", "2024-05-17")}
    assert len(weeks) >= 4
    mentioned = [row.start for article in (first, second) for row in article.mention_rows]
    assert len(mentioned) == len(set(mentioned))
    assert min(row.start for row in second.mention_rows) >= second.row.start


def test_an_item_of_a_digest_is_of_the_year_that_the_others_tell(pipeline: Pipeline) -> None:
    raw = (
        "滨海一周快讯\n\n【港口开出新航线】2031年5月12日，滨海港新开航线8条；2031年1至4月，港口运量增长5%。\n\n"
        "【外贸继续平稳】前4个月，滨海进出口30亿元，增长7%。"
    )
    _, second = pipeline.process(text_source(raw)).articles
    periods = {(str(record.period.start), str(record.period.end)) for record in second.records if record.period}
    assert periods == {("2031-01-01", "2031-04-30")}

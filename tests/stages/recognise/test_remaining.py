"""No numeral is left over: what no rule reads is counted, named, or part of a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.data import Label, Quantity, Source
from extract.pipeline import Pipeline
from extract.sources import read

from .reading import mentions, named

FIGURES = {Label.QUANTITY, Label.TIME, Label.ORDINAL, Label.NAMED_NUMBER}


def quantities(pipeline: Pipeline, text: str) -> list[tuple[str, float, str | None]]:
    return [
        (surface, float(m.normal.value), m.normal.unit)
        for surface, m in mentions(pipeline, text)
        if m.label is Label.QUANTITY and isinstance(m.normal, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("这套帛书共分三卷。", [("三卷", 3, "卷")]),
        ("教室里摆着六双布鞋。", [("六双", 6, "双")]),
        ("南部一工厂昨日失火。", [("一", 1, None)]),
        ("这是五，那是四。", [("五", 5, None), ("四", 4, None)]),
    ],
)
def test_a_digit_with_a_measure_word_or_alone_counts(
    pipeline: Pipeline, text: str, expected: list[tuple[str, float, str | None]]
) -> None:
    assert quantities(pipeline, text) == expected


def test_a_numeral_inside_a_proper_name_is_a_named_number(pipeline: Pipeline) -> None:
    assert named(pipeline, "海十高铁全线贯通。", Label.NAMED_NUMBER) == ["十"]


@pytest.mark.parametrize("text", ["他们始终如一。", "要统筹兼顾，不搞一刀切。", "他说得十分恳切。"])
def test_a_numeral_inside_a_word_is_none(pipeline: Pipeline, text: str) -> None:
    assert [m for _, m in mentions(pipeline, text) if m.label in FIGURES] == []


def test_no_range_reaches_into_a_time(pipeline: Pipeline) -> None:
    assert named(pipeline, "全市由0到01年。", Label.TIME) == ["01年"]
    assert "0到01年" not in named(pipeline, "全市由0到01年。", Label.QUANTITY)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="0123456789一二三十百万.%年月亿元家第（）“”，。全市达到", min_size=1, max_size=40))
def test_every_digit_lies_in_exactly_one_figure_or_in_a_name(pipeline: Pipeline, text: str) -> None:
    body = "全市大会召开。" + text
    for article in pipeline.process(Source("text", body, "", len(body))).articles:
        owners = [0] * len(body)
        names = [0] * len(body)
        for mention in article.mentions:
            for at in range(*article.article.clean.offsets.raw(mention.start, mention.end)):
                owners[at] += mention.label in FIGURES
                names[at] += mention.label not in FIGURES
        for sentence in article.article.sentences:
            for at in range(*article.article.clean.offsets.raw(sentence.start, sentence.end)):
                if body[at].isdigit() and body[at].isascii():
                    assert owners[at] == 1 or (owners[at] == 0 and names[at])


@pytest.mark.parametrize("folder", ["news", "reports", "seeds"])
def test_no_digit_of_real_articles_is_left(pipeline: Pipeline, shared: Path, folder: str) -> None:
    left: list[str] = []
    for source in list(read([str(shared / folder)]))[::20]:
        if not isinstance(source, Source):
            continue
        for article in pipeline.process(source).articles:
            text = article.article.clean.text
            held = {at for mention in article.mentions for at in range(mention.start, mention.end)}
            for sentence in article.article.sentences:
                span = range(sentence.start, sentence.end)
                left += [text[max(0, at - 5) : at + 5] for at in span if text[at] in "0123456789" and at not in held]
    assert left == []

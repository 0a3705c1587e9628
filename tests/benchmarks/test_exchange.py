"""Texts with other names and figures, and what is expected of them."""

from __future__ import annotations

import hashlib

import pytest
from benchmarks.exchange import differing, items, lines, moved, survey
from benchmarks.renaming import exchange, permuted

from extract.data import Source
from extract.pipeline import Pipeline

TEXT = "青岛市工业向好\n\n2023年，青岛市完成工业投资460亿元，同比增长11%。青岛恒舟重工集团有限公司产值35亿元。\n"


@pytest.fixture
def source() -> Source:
    return Source("青岛.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), len(TEXT))


class TestExchange:
    @pytest.mark.parametrize("manner", ["listed", "invented"])
    def test_no_name_is_left_and_every_offset_is_known(self, pipeline: Pipeline, source: Source, manner: str) -> None:
        made = exchange(pipeline, pipeline.process(source), [], [], manner)
        assert "青岛" not in made.text
        assert "恒舟" not in made.text
        for start, end, new in made.edits:
            assert made.text[made.at(start) : made.at(start) + len(new)] == new
            assert made.at(end) == made.at(start) + len(new)
        at = TEXT.index("460")
        assert made.text[made.at(at) : made.at(at) + 5] == "460亿元"

    def test_a_slot_is_worded_as_the_new_text_is(self, pipeline: Pipeline, source: Source) -> None:
        made = exchange(pipeline, pipeline.process(source), [], [], "listed")
        assert made.worded("青岛市") in made.text

    def test_years_are_moved_and_digits_permuted(self, pipeline: Pipeline, source: Source) -> None:
        at = TEXT.index("460")
        made = exchange(pipeline, pipeline.process(source), [], [(at, at + 5)], "figures")
        assert "2019年" in made.text
        assert made.text[at : at + 5] == "940亿元"
        assert made.dated("2023-12-31") == "2019-12-31"

    def test_a_text_that_is_bound_to_its_years_keeps_them(self, pipeline: Pipeline) -> None:
        text = "春节期间，2023年出口增长5%。"
        bound = Source("a", text, hashlib.sha256(text.encode()).hexdigest(), len(text))
        assert exchange(pipeline, pipeline.process(bound), [], [], "figures").text == text


@pytest.mark.parametrize(
    ("value", "anchor", "new"),
    [(46000000000, "460亿元", 94000000000), (-4.5, "4.5%", -9.2), (30, "三成", 30), (100, "翻一番", 100)],
)
def test_a_value_follows_the_digits_that_show_it(value: float, anchor: str, new: float) -> None:
    assert permuted(value, anchor) == new


def test_a_record_is_moved_with_its_text(pipeline: Pipeline, source: Source) -> None:
    base = pipeline.process(source)
    made = exchange(pipeline, base, [], [], "listed")
    first = items(base)[0]
    there = moved(first, made, TEXT)
    assert there.slots["subject"] == made.worded("青岛市")
    assert made.text[slice(*there.spans[0])] == TEXT[slice(*first.spans[0])]


def test_the_report_says_what_was_lost(pipeline: Pipeline, source: Source) -> None:
    found = survey(pipeline, [source], None, "listed")
    head = next(lines(found)).split()
    assert head[:3] == ["listed", "found", "F1"]
    assert head[3] == "100.0%"
    assert found.before.statistics.gold == found.after.statistics.gold == 3
    assert not list(differing(found))

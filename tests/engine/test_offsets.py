"""Edits that never forget where a character came from."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.engine.offsets import Edit, TracedText, begin

RAW = st.text("海港盐场12 \n%abc", max_size=40)
NEW = st.text("渔虾，。 9", max_size=4)


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text of this length: in order, not empty, without overlap."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    return [(low, high, draw(NEW)) for low, high in zip(cuts[::2], cuts[1::2], strict=False)]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[TracedText]]:
    """A raw text and the text after each of some rounds of edits."""
    raw = draw(RAW)
    rounds = [begin(raw)]
    for _ in range(draw(st.integers(0, 3))):
        rounds.append(rounds[-1].edit(draw(edits(len(rounds[-1].text)))))
    return raw, rounds


def applied(text: str, changes: list[Edit]) -> str:
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


class TestATextBeforeAnyEdit:
    @given(RAW)
    def test_is_its_own_raw_text(self, raw: str) -> None:
        offsets = begin(raw).offsets()
        assert all(offsets.raw(i, i + 1) == (i, i + 1) for i in range(len(raw)))

    def test_may_be_empty(self) -> None:
        assert begin("").offsets().raw(0, 0) == (0, 0)


class TestAnEdit:
    @given(st.data())
    def test_changes_the_text_as_it_says(self, data: st.DataObject) -> None:
        raw = data.draw(RAW)
        changes = data.draw(edits(len(raw)))
        assert begin(raw).edit(changes).text == applied(raw, changes)

    def test_that_deletes_is_bridged_by_the_span_around_it(self) -> None:
        traced = begin("投放鱼苗 80万尾").edit([(4, 5, "")])
        assert traced.text == "投放鱼苗80万尾"
        assert traced.offsets().raw(2, 7) == (2, 8)
        assert traced.offsets().raw(4, 6) == (5, 7)

    def test_of_the_same_length_maps_character_by_character(self) -> None:
        offsets = begin("鹽場開工").edit([(0, 4, "盐场开工")]).offsets()
        assert offsets.raw(1, 3) == (1, 3)

    def test_of_another_length_maps_each_character_to_the_whole(self) -> None:
        traced = begin("甲&amp;乙").edit([(1, 6, "&")])
        assert traced.text == "甲&乙"
        assert traced.offsets().raw(1, 2) == (1, 6)

    def test_of_nothing_leaves_the_text_as_it_is(self) -> None:
        traced = begin("盐场")
        assert traced.edit([]) is traced

    @pytest.mark.parametrize(
        "changes", [[(1, 1, "虾")], [(2, 1, "虾")], [(0, 2, ""), (1, 3, "")], [(2, 3, ""), (0, 1, "")], [(3, 9, "")]]
    )
    def test_that_inserts_overlaps_or_runs_backwards_is_refused(self, changes: list[Edit]) -> None:
        with pytest.raises(ValueError, match="edit"):
            begin("白沙盐场").edit(changes)


class TestTheWayHome:
    @given(edited())
    def test_leads_into_the_raw_text(self, case: tuple[str, list[TracedText]]) -> None:
        raw, rounds = case
        for traced in rounds:
            offsets = traced.offsets()
            assert len(offsets.starts) == len(offsets.ends) == len(traced.text)
            for start, end in zip(offsets.starts, offsets.ends, strict=True):
                assert 0 <= start < end <= len(raw)

    @given(edited())
    def test_keeps_the_order(self, case: tuple[str, list[TracedText]]) -> None:
        for traced in case[1]:
            offsets = traced.offsets()
            assert list(offsets.starts) == sorted(offsets.starts)
            assert list(offsets.ends) == sorted(offsets.ends)

    @given(edited(), st.data())
    def test_takes_a_span_within_another_to_one_within_the_other(
        self, case: tuple[str, list[TracedText]], data: st.DataObject
    ) -> None:
        traced = case[1][-1]
        if not traced.text:
            return
        points = st.integers(0, len(traced.text))
        low, a, b, high = sorted(data.draw(st.tuples(points, points, points, points)))
        outer, inner = traced.offsets().raw(low, high), traced.offsets().raw(a, b)
        if a < b:
            assert outer[0] <= inner[0] < inner[1] <= outer[1]

    @given(edited(), st.data())
    def test_takes_an_empty_span_to_an_empty_one(self, case: tuple[str, list[TracedText]], data: st.DataObject) -> None:
        raw, rounds = case
        at = data.draw(st.integers(0, len(rounds[-1].text)))
        start, end = rounds[-1].offsets().raw(at, at)
        assert 0 <= start == end <= len(raw)

    @given(RAW)
    def test_leads_to_the_raw_span_whose_cleaning_gives_the_clean_one(self, raw: str) -> None:
        blank = re.compile(r"\s+")
        clean = begin(raw).sub(blank, "")
        offsets = clean.offsets()
        for start in range(len(clean.text)):
            for end in range(start + 1, len(clean.text) + 1):
                low, high = offsets.raw(start, end)
                assert blank.sub("", raw[low:high]) == clean.text[start:end]


class TestASubstitution:
    def test_is_that_of_the_expression(self) -> None:
        assert begin("12吨，345吨").sub(re.compile("[0-9]+"), "#").text == "#吨，#吨"

    def test_may_leave_a_match_alone(self) -> None:
        traced = begin("12吨，345吨").sub(re.compile("[0-9]+"), lambda m: None if len(m[0]) == 2 else "三")
        assert traced.text == "12吨，三吨"
        assert traced.offsets().raw(4, 5) == (4, 7)

    def test_passes_over_empty_matches(self) -> None:
        assert begin("盐场").sub(re.compile("x*"), "!").text == "盐场"


class TestAnExchange:
    @given(RAW)
    def test_keeps_every_offset(self, raw: str) -> None:
        traced = begin(raw)
        assert traced.exchange("盐" * len(raw)).offsets() == traced.offsets()

    def test_of_another_length_is_refused(self) -> None:
        with pytest.raises(ValueError, match="3 characters for 2"):
            begin("盐场").exchange("白盐场")


def test_a_map_takes_eight_bytes_a_character() -> None:
    offsets = begin("渔" * 100_000).edit([(5, 6, "")]).offsets()
    taken = sum(memoryview(part).nbytes for part in (offsets.starts, offsets.ends) if isinstance(part, array))
    assert taken == 8 * 99_999

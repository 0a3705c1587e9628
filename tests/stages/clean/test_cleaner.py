"""Raw text to clean text as a whole: what comes out, and the way home."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import CleanText, Script

Clean = Callable[[str], CleanText]

PIECES = [
    "白沙盐场", "渔港", "产量", "增长", "５．２％", "3.5%", "300吨", "，", "。", ",", ".", "、", "：", ":", " ", "\u3000",
    "\n", "\r\n", "\n\n", "「", "」", "(", ")", "（", "）", '"', "\u200b", "\ufeff", "&nbsp;", "&amp;", "<p>", "</p>", "<b>",
    "</b>", "<br/>", "<h2>", "</h2>", "<td>", "# ", "**", "- ", "|", "[", "](http://a.b)", "漁港", "鹽場開工", "本报讯",
    "记者 王小明 摄", "特别声明：", "ICP", "\ufdd0", "\ufdd1", "\x00", "\x1c", "\u2028", "🦐", "𠮷", "\ud800",
]  # fmt: skip
MESSES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
PROSE = st.lists(
    st.sampled_from(["白沙盐场今年增产", "渔港卸下海虾", "５２０吨", "3.5%", "，", "、", "工人说天气好", "　", " "]),
    min_size=1,
    max_size=12,
).map(lambda pieces: "盐场" + "".join(pieces) + "，晒盐全看天气。")


class TestAnyText:
    @given(MESSES)
    def test_is_its_blocks_with_a_newline_between(self, clean: Clean, raw: str) -> None:
        result = clean(raw)
        assert "\n".join(result.text[b.start : b.end] for b in result.blocks) == result.text
        assert [b.start for b in result.blocks][1:] == [b.end + 1 for b in result.blocks][:-1]

    @given(MESSES)
    def test_has_no_outer_spaces_no_empty_block_and_no_mark_left(self, clean: Clean, raw: str) -> None:
        result = clean(raw)
        blocks = [result.text[b.start : b.end] for b in result.blocks]
        assert all(block and block == block.strip(" ") for block in blocks)
        assert not any(mark in result.text for mark in "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\u200b\x00\r\u3000")

    @given(MESSES)
    def test_finds_the_way_home(self, clean: Clean, raw: str) -> None:
        result = clean(raw)
        starts, ends = result.offsets.starts, result.offsets.ends
        assert len(starts) == len(ends) == len(result.text)
        assert list(starts) == sorted(starts)
        assert list(ends) == sorted(ends)
        assert all(0 <= low < high <= len(raw) for low, high in zip(starts, ends, strict=True))

    @given(MESSES)
    def test_is_cleaned_the_same_way_twice(self, clean: Clean, raw: str) -> None:
        assert clean(raw) == clean(raw)

    @given(PROSE)
    def test_maps_each_block_to_raw_text_that_cleans_to_it(self, clean: Clean, raw: str) -> None:
        result = clean(raw)
        for block in result.blocks:
            low, high = result.offsets.raw(block.start, block.end)
            assert clean(raw[low:high]).text == result.text[block.start : block.end]

    @given(PROSE)
    def test_that_is_clean_stays_as_it_is(self, clean: Clean, raw: str) -> None:
        once = clean(raw).text
        assert clean(once).text == once

    @pytest.mark.parametrize("raw", ["", " \n\u3000\r\n", "<p></p>", "\ufdd0"])
    def test_without_a_word_has_no_block(self, clean: Clean, raw: str) -> None:
        result = clean(raw)
        assert (result.text, result.blocks) == ("", ())


class TestEvidence:
    @pytest.mark.parametrize(
        ("raw", "clean_span", "raw_span"),
        [
            ("原盐产量５２０吨。", "520吨", "５２０吨"),
            ("<p>原盐<b>产量</b>520吨。</p>", "原盐产量", "原盐<b>产量"),
            ("漁港卸下海蝦，鹽場開工。", "盐场", "鹽場"),
            (
                "　　今年以来，白沙盐场改造了\n三条输送带，原盐的日产量提\n高到五百二十吨。",
                "日产量提高",
                "日产量提\n高",
            ),
            ("产 量 达 到 ， 五 百 吨 。", "五百吨", "五 百 吨"),
            ("A&amp;B盐业公司开工，日产五百吨。", "A&B盐业", "A&amp;B盐业"),
        ],
    )
    def test_is_what_stood_in_the_raw_text(self, clean: Clean, raw: str, clean_span: str, raw_span: str) -> None:
        result = clean(raw)
        at = result.text.index(clean_span)
        low, high = result.offsets.raw(at, at + len(clean_span))
        assert raw[low:high] == raw_span


class TestScript:
    def test_is_told(self, clean: Clean) -> None:
        assert clean("漁港卸下海蝦，鹽場開工。").script is Script.HANT
        assert clean("渔港卸下海虾，盐场开工。").script is Script.HANS

    def test_of_a_text_without_chinese_is_simplified(self, clean: Clean) -> None:
        assert clean("harbour 2023").script is Script.HANS


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("经调整晒盐利润(2)为9亿元。", "经调整晒盐利润为9亿元。"),
        ("漁港交易額（12）較去年增長5%。", "渔港交易额较去年增长5%。"),
        ("盐场要做到(1)加强管理。", "盐场要做到（1）加强管理。"),
    ],
)
def test_the_number_of_a_note_behind_what_is_measured_is_left_out(clean: Clean, raw: str, read: str) -> None:
    assert clean(raw).text == read

"""Encodings of Chinese text: what was written comes out again, and no bytes are too strange to be told apart."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sources.carriers import UnusableError
from extract.sources.decoding import decode, plausibility
from extract.sources.errors import SourceError

SIMPLIFIED = "渔港今年卸下海虾三百吨，比上年多出一成半。\n盐场的工人说：“晒盐全看天气。”镕、喆是人名用字。"
TRADITIONAL = "漁港今年卸下海蝦三百噸，比上年多出一成半。\n鹽場的工人說：「曬鹽全看天氣。」"
HONG_KONG = TRADITIONAL + "佢哋喺碼頭等咗成日，啲魚好靚㗎。"

WORDS = ["渔港", "卸下", "海虾", "三百吨", "盐场", "工人", "天气", "百分之五", "，", "。", "\n", "2023年", "3.5%"]
TRADITIONAL_WORDS = ["漁港", "海蝦", "鹽場", "天氣", "增長", "三百噸", "開工", "，", "。", "\n", "2023年", "3.5%"]


def failure(data: bytes, encoding: str | None = None) -> SourceError:
    with pytest.raises(UnusableError) as caught:
        decode(data, encoding)
    return caught.value.error


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-16-le"),
        (HONG_KONG, "big5hkscs"),
        ("harbour — 渔港\n", "utf-8"),
    ],
)
def test_an_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("asked", [None, "gb18030"])
def test_a_byte_order_mark_decides_and_is_dropped(bom: bytes, encoding: str, asked: str | None) -> None:
    decoded = decode(bom + SIMPLIFIED.encode(encoding), asked)
    assert (decoded.text, decoded.plain) == (SIMPLIFIED, False)


@given(st.lists(st.sampled_from(WORDS), min_size=12, max_size=60))
def test_simplified_prose_is_read_back_from_gb18030(words: list[str]) -> None:
    text = "海港报道：" + "".join(words)
    assert decode(text.encode("gb18030")).text == text


@given(st.lists(st.sampled_from(TRADITIONAL_WORDS), min_size=12, max_size=60))
def test_traditional_prose_is_read_back_from_big5(words: list[str]) -> None:
    text = "海港報道：" + "".join(words)
    assert decode(text.encode("big5hkscs")).text == text


@given(st.binary())
def test_any_bytes_give_a_text_or_a_failure_with_a_code(data: bytes) -> None:
    try:
        read: str | SourceError = decode(data).text
    except UnusableError as told:
        read = told.error
    assert "\x00" not in read
    assert not isinstance(read, SourceError) or read in {SourceError.BINARY, SourceError.UNDECODABLE}


class TestAnEncodingAskedFor:
    def test_reads_what_would_not_be_found(self) -> None:
        assert decode("вечер".encode("koi8-r"), "koi8-r").text == "вечер"

    @pytest.mark.parametrize("name", ["utf8", "UTF-8", "ascii"])
    def test_leaves_plain_text_plain(self, name: str) -> None:
        assert decode(b"harbour", name).plain

    def test_that_does_not_fit_is_told(self) -> None:
        assert failure(SIMPLIFIED.encode("gb18030"), "utf-8") is SourceError.UNDECODABLE

    @pytest.mark.parametrize("name", ["utf-99", ""])
    def test_that_does_not_exist_is_told(self, name: str) -> None:
        assert failure(b"harbour", name) is SourceError.UNKNOWN_ENCODING

    @pytest.mark.parametrize("name", ["base64", "rot13", "hex", "zlib"])
    def test_that_is_no_encoding_of_text_is_told(self, name: str) -> None:
        assert failure(b"aGFyYm91cg==", name) in {SourceError.UNKNOWN_ENCODING, SourceError.UNDECODABLE}


class TestBytesThatAreNoText:
    @pytest.mark.parametrize(
        "data", [b"\x00\x00\x00\x00", bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", b"\x01\x02abc"]
    )
    def test_are_binary(self, data: bytes) -> None:
        assert failure(data) is SourceError.BINARY

    def test_with_a_byte_order_mark_cut_short_are_undecodable(self) -> None:
        assert failure(codecs.BOM_UTF16_LE + b"\x2a") is SourceError.UNDECODABLE

    def test_in_a_language_not_tried_are_undecodable(self) -> None:
        assert failure("Ветер с моря, большой улов".encode("cp1251")) is SourceError.UNDECODABLE


class TestPlausibility:
    def test_is_high_for_chinese_prose(self) -> None:
        assert min(plausibility(SIMPLIFIED), plausibility(TRADITIONAL)) > 0.95

    def test_is_low_for_a_wrong_reading(self) -> None:
        assert plausibility(TRADITIONAL.encode("big5").decode("gb18030", "replace")) < 0.8

    def test_is_nothing_without_a_foreign_character(self) -> None:
        assert plausibility("harbour 2023") == 0.0

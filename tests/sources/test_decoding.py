"""Bytes to text, and when not to believe a codec."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sources.carriers import UnusableError
from extract.sources.decoding import decode, plausibility

SIMPLIFIED = "今年前三季度，全市规模以上工业增加值同比增长5.1%，高于全省1.5个百分点。\r\n新开工项目12个。"
TRADITIONAL = "今年前三季度，全市規模以上工業增加值同比增長5.1%，高於全省1.5個百分點。新開工項目12個。"


def code(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(UnusableError) as caught:
        decode(data, encoding)
    return caught.value.error.value


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(lambda text: text[0] != "\ufeff"))
def test_utf8_comes_back_as_it_was_or_is_refused(text: str) -> None:
    try:
        assert decode(text.encode()).text == text
    except UnusableError:
        # letters that nobody writes in a row, and whose bytes are Chinese in another encoding
        assert re.search("[\u0250-\u07ff]", text)


def test_newlines_are_never_translated() -> None:
    assert decode("甲\r\n乙\r丙\n".encode()).text == "甲\r\n乙\r丙\n"


def test_only_utf8_without_a_mark_is_plain() -> None:
    assert decode(SIMPLIFIED.encode()).plain
    assert not decode(codecs.BOM_UTF8 + SIMPLIFIED.encode()).plain
    assert not decode(SIMPLIFIED.encode("gb18030")).plain


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "gb18030", "utf-16-le", "utf-16-be"])
def test_simplified_text_in_each_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["big5hkscs", "gb18030", "utf-16"])
def test_traditional_text_in_each_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_big5_read_as_gb18030_is_a_success_that_is_not_believed() -> None:
    nonsense = TRADITIONAL.encode("big5hkscs").decode("gb18030")
    assert plausibility(nonsense) < 0.6 < 0.9 < plausibility(TRADITIONAL)


def test_an_encoding_that_is_asked_for_is_taken() -> None:
    assert decode("naïve".encode("latin-1"), "latin-1").text == "naïve"
    assert code(b"\xff\xfe\xfd"[::-1], "utf-8") == "undecodable"
    assert code(b"abc", "no-such-encoding") == "unknown_encoding"


def test_what_is_no_text_says_so() -> None:
    assert code(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") == "binary"
    assert code(bytes(range(1, 32)) * 4) == "binary"
    assert code("Größe und Maß über alles, schön".encode("latin-1")) == "undecodable"


def test_a_text_that_is_cut_short_says_where_it_stops_being_utf8() -> None:
    data = SIMPLIFIED.encode()[:-1]
    with pytest.raises(UnusableError, match=f"as utf-8 it is wrong from byte {len(data) - 2} of {len(data)}$"):
        decode(data)


def test_a_text_of_another_encoding_says_nothing_of_utf8() -> None:
    with pytest.raises(UnusableError) as caught:
        decode("Ветер с моря, большой улов".encode("cp1251"))
    assert "wrong from" not in str(caught.value)

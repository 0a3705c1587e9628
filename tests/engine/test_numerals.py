"""Numbers as text, both ways."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Bound
from extract.engine.numerals import Numerals

DATA: dict[str, Any] = yaml.load(
    (Path(__file__).parents[2] / "src/extract/knowledge/numerals.yaml").read_bytes(), yaml.CSafeLoader
)
NUMERALS = Numerals.compile(DATA, tails=("千瓦", "百分点", "兆瓦"))


@pytest.mark.parametrize(("text", "value"), DATA["examples"].items())
def test_the_table_s_examples_are_read(text: object, value: object) -> None:
    assert NUMERALS.parse(str(text)) == Decimal(str(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("十几", 11, 19),
        ("二十几", 21, 29),
        ("几十", 20, 99),
        ("数百", 200, 999),
        ("两三千", 2000, 3000),
        ("三四十", 30, 40),
        ("数十万", 200000, 990000),
        ("七八", 7, 8),
    ],
)
def test_vague_numbers_are_ranges(text: str, low: int, high: int) -> None:
    numeral = NUMERALS.read(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.end) == (Decimal(low), Decimal(high), len(text))


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [("百余", 100, Bound.OVER), ("200多", 200, Bound.OVER), ("30余万", 300000, Bound.OVER), ("十来", 10, Bound.ABOUT)],
)
def test_what_is_exceeded(text: str, value: int, bound: Bound) -> None:
    numeral = NUMERALS.read(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.bound, numeral.end) == (Decimal(value), bound, len(text))


@pytest.mark.parametrize(("text", "end"), [("100千瓦", 3), ("5兆瓦", 1), ("3百分点", 1), ("2千亿级", 3), ("三十两", 2)])
def test_a_unit_that_begins_with_a_numeral_is_left_whole(text: str, end: int) -> None:
    numeral = NUMERALS.read(text, 0)
    assert numeral is not None
    assert numeral.end == end


@pytest.mark.parametrize("text", ["亩", "陆", "个", "", "，", "几", "数"])
def test_what_is_no_numeral(text: str) -> None:
    assert NUMERALS.read(text, 0) is None


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_written_numbers_are_read_back(value: int) -> None:
    assert NUMERALS.parse(NUMERALS.write(value)) == value


@given(st.decimals(min_value=0, max_value=10**9, places=4), st.sampled_from(["", "万", "亿", "万亿", "千亿"]))
def test_arabic_numbers_take_their_scale(value: Decimal, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "千亿": 10**11}[scale]
    assert NUMERALS.parse(f"{value:f}{scale}") == value * factor


@given(st.text(alphabet="0123456789.,一二三四五六七八九十百千万亿零〇两几数多余点 ", max_size=40))
def test_any_row_of_numerals_is_read_within_its_bounds(text: str) -> None:
    for start in range(len(text)):
        numeral = NUMERALS.read(text, start)
        assert numeral is None or start < numeral.end <= len(text)
        if numeral is not None and numeral.high is not None:
            assert numeral.low <= numeral.high

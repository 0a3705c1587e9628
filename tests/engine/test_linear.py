"""Reading takes time in proportion to the text, whatever the text holds: every pattern is bounded."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.engine.numerals import Numerals
from extract.engine.periods import TimeGrammar
from extract.engine.quantities import QuantityGrammar, currencies, tails

KNOWLEDGE = Path(__file__).parents[2] / "src/extract/knowledge"


def table(name: str) -> Any:
    return yaml.load((KNOWLEDGE / name).read_bytes(), yaml.CSafeLoader)


NUMERAL_DATA, UNITS = table("numerals.yaml"), table("units.yaml")
NUMERALS = Numerals.compile(
    NUMERAL_DATA, tails(UNITS, [*NUMERAL_DATA["small"], *NUMERAL_DATA["big"]]), currencies(UNITS)
)
READERS: dict[str, Callable[[str], object]] = {
    "figures": QuantityGrammar.compile(
        NUMERALS, UNITS, table("bounds.yaml"), table("named_numbers.yaml"), table("idioms.yaml")["words"]
    ).find,
    "times": TimeGrammar.compile(NUMERALS, table("times.yaml")).find,
}
PIECES = [
    "一二三四五六七八九",
    "十百千万亿",
    "1234567890",
    "1,234,",
    "1，234，",
    "百分之",
    "三分之",
    "3至",
    "3—",
    "3和",
    "一又",
    "几十",
    "第一",
    "“一",
    "（",
    "《",
    "1:",
    "上",
    "每秒",
    "一 ",
    "九块",
    "$",
    "A1-",
    "2025年",
    "“十四五”",
    "自2024年",
    "从2016年到",
    "2025年第三个",
    "正月初",
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_ten_times_the_text_takes_no_more_than_forty_times_the_time(reader: str, piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        start = time.process_time()
        READERS[reader](text)
        return time.process_time() - start

    seconds(500)
    assert seconds(20_000) < 40 * seconds(2_000) + 0.2

"""Figures of an article beside its times, and the account of every digit in real texts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.data import Article, BlockKind, CleanText, Label, OffsetMap, Script, Sentence, Source
from extract.engine.numerals import Numerals
from extract.engine.periods import TimeGrammar
from extract.engine.quantities import QuantityGrammar, currencies, tails, unaccounted
from extract.stages.recognise.figures import recognise_figures, settle
from extract.stages.recognise.times import recognise_times

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"


def table(name: str) -> Any:
    return yaml.load((ROOT / "src/extract/knowledge" / name).read_bytes(), yaml.CSafeLoader)


NUMERAL_DATA, UNITS = table("numerals.yaml"), table("units.yaml")
NUMERALS = Numerals.compile(
    NUMERAL_DATA, tails(UNITS, [*NUMERAL_DATA["small"], *NUMERAL_DATA["big"]]), currencies(UNITS)
)
FIGURES = QuantityGrammar.compile(
    NUMERALS, UNITS, table("bounds.yaml"), table("named_numbers.yaml"), table("idioms.yaml")["words"]
)
TIMES = TimeGrammar.compile(NUMERALS, table("times.yaml"))


def article(text: str, published: date | None = None) -> Article:
    clean = CleanText(Source("a", text, "", len(text)), text, OffsetMap((), ()), (), Script.HANS)
    sentences = tuple(
        Sentence(found.start(), found.end(), BlockKind.PARAGRAPH)
        for found in re.finditer(r"[^\n。！？]+[。！？]?", text)
    )
    return Article(clean, 1, 0, len(text), None, published, None, (), sentences)


def labels(text: str) -> list[tuple[str, Label]]:
    read = article(text, date(2025, 1, 15))
    times = recognise_times(read, TIMES)
    found = settle(times, recognise_figures(read, FIGURES, times))
    return [(text[mention.start : mention.end], mention.label) for mention in found]


def test_a_time_wins_over_a_quantity() -> None:
    assert labels("2022年一季度，3家企业获奖。") == [("2022年一季度", Label.TIME), ("3家", Label.QUANTITY)]


def test_a_name_wins_over_the_time_that_it_holds() -> None:
    assert labels("面向2025届毕业生。") == [("2025届", Label.NAMED_NUMBER)]


def test_a_plan_is_a_time_only_with_its_period() -> None:
    assert labels("“十四五”期间完成“十四五”规划。") == [("“十四五”期间", Label.TIME), ("十四五", Label.NAMED_NUMBER)]


def test_every_sentence_keeps_its_own_list_number() -> None:
    assert labels("一、总体要求\n二、主要任务") == [("一、", Label.ORDINAL), ("二、", Label.ORDINAL)]


@pytest.mark.skipif(not SHARED.is_dir(), reason="real texts are not there")
@pytest.mark.parametrize("folder", ["reports", "news"])
def test_every_digit_of_real_texts_lies_in_a_mention(folder: str) -> None:
    for path in sorted((SHARED / folder).glob("*.txt"))[::8]:
        text = re.sub(r"<[^>]+>|\]\([^)]*\)", "\n", path.read_text(encoding="utf-8"))
        read = article(text, date(2025, 1, 15))
        times = recognise_times(read, TIMES)
        mentions = settle(times, recognise_figures(read, FIGURES, times))
        left = [text[start:end] for start, end in unaccounted(text, mentions, FIGURES)]
        assert [item for item in left if re.search("[0-9]", item)] == []
        assert len(left) <= len(mentions) / 20

"""Times of an article, resolved in the order of its text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from extract.data import Article, BlockKind, CleanText, Mention, OffsetMap, Period, Script, Sentence, Source
from extract.engine.numerals import Numerals
from extract.engine.periods import TimeGrammar
from extract.stages.recognise.times import recognise_times

KNOWLEDGE = Path(__file__).parents[3] / "src/extract/knowledge"


def table(name: str) -> Any:
    return yaml.load((KNOWLEDGE / name).read_bytes(), yaml.CSafeLoader)


GRAMMAR = TimeGrammar.compile(Numerals.compile(table("numerals.yaml")), table("times.yaml"))


def article(*sentences: str, published: date | None = None) -> Article:
    text = "".join(sentences)
    places, at = [], 0
    for sentence in sentences:
        places.append(Sentence(at, at + len(sentence), BlockKind.PARAGRAPH))
        at += len(sentence)
    offsets = OffsetMap(tuple(range(at)), tuple(range(1, at + 1)))
    clean = CleanText(Source("a", text, "", at), text, offsets, (), Script.HANS)
    return Article(clean, 1, 0, at, None, published, None, (), tuple(places))


def starts(mentions: tuple[Mention, ...]) -> list[date | None]:
    return [mention.normal.start for mention in mentions if isinstance(mention.normal, Period)]


def test_offsets_are_the_article_s() -> None:
    text = article("全市大会召开。", "3月5日，项目开工。", published=date(2024, 4, 1))
    [mention] = recognise_times(text, GRAMMAR)
    assert text.text(mention.start, mention.end) == "3月5日"


def test_a_sentence_s_year_comes_before_the_publication_s() -> None:
    text = article("2022年，全市开工。", "1月，企业投产。", "2022年产值上升，3月回落。", published=date(2024, 4, 1))
    years = [(day.year, day.month) for day in starts(recognise_times(text, GRAMMAR)) if day]
    assert years == [(2022, 1), (2024, 1), (2022, 1), (2022, 3)]


def test_without_a_publication_the_lead_s_year_is_the_text_s() -> None:
    text = article("2月25日，召开2023年全市大会。", "力争年内开工。")
    assert starts(recognise_times(text, GRAMMAR)) == [date(2023, 2, 25), date(2023, 1, 1), date(2023, 1, 1)]


def test_this_year_is_unknown_where_the_text_goes_on_to_later_years() -> None:
    text = article("2022年，全市开工。", "今年继续推进。", "2024年建成。")
    assert starts(recognise_times(text, GRAMMAR))[1] is None


def test_a_base_of_comparison_is_not_the_sentence_s_year() -> None:
    text = article("能耗比2020年下降，3月回升。", published=date(2024, 4, 1))
    assert starts(recognise_times(text, GRAMMAR)) == [date(2020, 1, 1), date(2024, 3, 1)]

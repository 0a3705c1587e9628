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


def spans(*sentences: str, published: date | None = None) -> list[tuple[str | None, str | None]]:
    mentions = recognise_times(article(*sentences, published=published), GRAMMAR)
    periods = [mention.normal for mention in mentions if isinstance(mention.normal, Period)]
    return [(str(p.start) if p.start else None, str(p.end) if p.end else None) for p in periods]


class TestWhatATextHasSpokenOf:
    def test_the_period_of_report_is_the_first_stretch_that_it_names(self) -> None:
        found = spans(
            "白沙重工发布2023年半年度报告。", "去年12月，新厂投产。", "报告期内，营业收入增长。", "报告期末，员工增加。"
        )
        assert [found[0], found[2], found[3]] == [
            ("2023-01-01", "2023-06-30"),
            ("2023-01-01", "2023-06-30"),
            ("2023-06-30", "2023-06-30"),
        ]

    def test_without_one_it_is_unknown(self) -> None:
        assert spans("报告期内，营业收入增长。") == [(None, None)]

    def test_the_same_time_of_last_year_is_that_of_the_stretch_told_of_before(self) -> None:
        assert spans("2023年上半年，出口增长。", "去年同期为下降。")[1] == ("2022-01-01", "2022-06-30")

    def test_days_off_are_those_of_the_holiday_told_of_before(self) -> None:
        found = spans("2019年春节期间，市场活跃。", "长假7天，商场客流增长。")
        assert found == [("2019-02-04", "2019-02-10")] * 2

    def test_spring_travel_lasts_forty_days_around_the_new_year(self) -> None:
        assert spans("2023年春运40天，车站客流增长。") == [("2023-01-07", "2023-02-15")]

    def test_a_year_in_a_title_dates_no_later_month(self) -> None:
        text = "3月，市里印发《海洋旅游行动方案（2018—2020年）》，5月，首批项目开工。"
        assert spans(text, published=date(2018, 6, 1))[2] == ("2018-05-01", "2018-05-31")

    def test_nor_does_a_year_to_come(self) -> None:
        text = "双方约定2025—2027年供货；12月30日，联盟成立。"
        assert spans(text, published=date(2025, 1, 3))[1] == ("2024-12-30", "2024-12-30")

    def test_so_far_this_year_begins_with_the_year(self) -> None:
        assert spans("今年截至6月，客流增长。", published=date(2025, 8, 1)) == [("2025-01-01", "2025-06-30")]

    def test_a_single_stretch_of_months_tells_this_year(self) -> None:
        found = spans("9月14日，机床交付。", "公司始建于1958年。", "2023年1—8月，产值增长。", "今年订单增加。")
        assert [found[0], found[3]] == [("2023-09-14", "2023-09-14"), ("2023-01-01", "2023-12-31")]

    def test_a_year_of_the_republic_needs_no_month(self) -> None:
        assert spans("农业部门说，113年全国种植面积减少。") == [("2024-01-01", "2024-12-31")]
        assert spans("这座桥建成110年来，从未大修。") != [("2021-01-01", "2021-12-31")]


def test_a_season_of_two_years_tells_neither_and_its_month_which() -> None:
    text = article("2月3日，南坞滑雪场迎来2031—2032雪季第5万名游客。")
    assert starts(recognise_times(text, GRAMMAR))[0] == date(2032, 2, 3)


def test_five_years_behind_a_plan_are_the_plan_s() -> None:
    text = article("“十四五”期间，全市建成泵站9座。", "5年来，全市建成仓库8座。")
    assert starts(recognise_times(text, GRAMMAR)) == [date(2021, 1, 1), date(2021, 1, 1)]


def test_a_reprint_s_today_is_the_day_on_which_it_first_stood() -> None:
    text = article("今天（7月14日），南坞港开港。", "目前，全港有泊位9个。", published=date(2024, 11, 23))
    assert starts(recognise_times(text, GRAMMAR)) == [date(2024, 7, 14), date(2024, 7, 14)]


def test_what_is_early_in_a_project_is_no_now() -> None:
    text = article("2031年，启动60个重点交通项目前期工作。", "新建泵站3座。")
    assert starts(recognise_times(text, GRAMMAR)) == [date(2031, 1, 1)]

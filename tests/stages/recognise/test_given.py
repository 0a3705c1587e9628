"""A user's own words and a model's names beside what the rules read: at one place the user's word wins, then the rule's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

import extract
from extract.data import Label, Mention
from extract.pipeline import ArticleResult, Pipeline, text_source

LEXICON = """\
# 本单位常用词
云机\tORG\t云台机械集团有限公司
蓝湾600\tPRODUCT
三百\tORG
云台新城\tPLACE
雲臺電力\tORG
全员劳效\tINDICATOR\t全员劳动生产率
AI\tPRODUCT
云台机械有限公司\tPRODUCT
好。不\tEVENT
"""


class Fake:
    """Reads the names that it is told, as a model would."""

    name = "fake:model"

    def __init__(self, *names: tuple[str, Label]) -> None:
        self._names = names

    def batch(self, texts: Sequence[str]) -> list[list[tuple[int, int, Label]]]:
        return [
            [(text.index(name), text.index(name) + len(name), label) for name, label in self._names if name in text]
            for text in texts
        ]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    path = tmp_path_factory.mktemp("lexicon") / "words.tsv"
    path.write_text(LEXICON, "utf-8")
    return extract.load(lexicon=path)


def article(pipeline: Pipeline, text: str) -> ArticleResult:
    [read] = pipeline.process(text_source(text)).articles
    return read


def mentions(pipeline: Pipeline, text: str, reader: str | None) -> list[tuple[str, str]]:
    read = article(pipeline, text)
    return [(read.article.text(m.start, m.end), m.label.value) for m in read.mentions if m.reader == reader]


def fake(pipeline: Pipeline, *names: tuple[str, Label]) -> Pipeline:
    return replace(pipeline, names=Fake(*names))


class TestAUsersWord:
    def test_is_a_mention_with_its_normal_form_and_a_short_form_of_that(self, own: Pipeline) -> None:
        read = article(own, "2022年，云机实现产值20亿元。")
        assert Mention(6, 8, Label.ORG, "云台机械集团有限公司", "lexicon") in read.mentions
        assert read.records[0].full_names == {"云机": "云台机械集团有限公司"}

    def test_holds_the_figure_in_it(self, own: Pipeline) -> None:
        read = article(own, "公司交付蓝湾600平台3座。")
        assert [m.normal.value for m in read.mentions if m.label is Label.QUANTITY] == [3]  # type: ignore[union-attr]
        assert ("蓝湾600", "PRODUCT") in mentions(own, "公司交付蓝湾600平台3座。", "lexicon")

    def test_that_a_figure_cuts_gives_way_and_is_told(self, own: Pipeline) -> None:
        read = article(own, "全年新建厂房三百二十座，三百开工。")
        kept, [parted] = mentions(own, "全年新建厂房三百二十座，三百开工。", "lexicon"), read.parted
        assert kept == [("三百", "ORG")]
        assert (parted.start, parted.end) == (6, 8)

    def test_that_ends_beyond_its_sentence_is_told(self, own: Pipeline) -> None:
        read = article(own, "形势很好。不过，压力仍大。")
        assert [read.article.text(m.start, m.end) for m in read.parted] == ["好。不"]

    def test_is_found_in_traditional_text_and_written_in_either_script(self, own: Pipeline) -> None:
        text = "雲臺電力與雲機發佈報告，雲臺新城開工建設。"
        assert mentions(own, text, "lexicon") == [("云台电力", "ORG"), ("云机", "ORG"), ("云台新城", "PLACE")]

    def test_points_home_to_the_raw_text(self, own: Pipeline) -> None:
        text = "雲臺電\n力與雲機發佈報告，雲臺新城開工建設，雲臺電力將繼續擴大投資規模。"
        rows = [row for row in article(own, text).mention_rows if row.label is Label.ORG]
        assert all(text[row.start : row.end] == row.text for row in rows)
        assert {row.text for row in rows} >= {"雲機", "雲臺電力"}

    def test_wins_over_a_rules_name_of_its_span(self, own: Pipeline) -> None:
        text = "云台机械有限公司投产。"
        assert ("云台机械有限公司", "ORG") in mentions(extract.load(), text, None)
        assert mentions(own, text, "lexicon") == [("云台机械有限公司", "PRODUCT")]
        assert ("云台机械有限公司", "ORG") not in mentions(own, text, None)

    def test_of_an_indicator_gives_records_its_standard_name(self, own: Pipeline) -> None:
        [record] = article(own, "2022年，全市全员劳效5万元。").records
        assert (record.metric, record.indicator) == ("全员劳效", "全员劳动生产率")  # type: ignore[attr-defined]

    def test_is_no_part_of_a_latin_word(self, own: Pipeline) -> None:
        assert mentions(own, "AI与AIDS防治。", "lexicon") == [("AI", "PRODUCT")]

    def test_is_one_word_for_the_segmenter(self, own: Pipeline) -> None:
        read = article(own, "云台新城开工。")
        assert (read.tokens[0].ends[0], read.tokens[0].tags[0]) == (4, "ns")


class TestAModelsName:
    def test_comes_beside_those_of_the_rules(self, pipeline: Pipeline) -> None:
        text = "云台机械有限公司与丘南制造所签约。"
        read = fake(pipeline, ("丘南制造所", Label.ORG))
        assert mentions(read, text, "fake:model") == [("丘南制造所", "ORG")]
        assert mentions(read, text, None) == mentions(pipeline, text, None)

    @pytest.mark.parametrize(
        ("name", "label"),
        [
            ("云台机械有限公司", Label.PRODUCT),
            ("云台机械", Label.ORG),
            ("有限公司与", Label.ORG),
            ("5亿", Label.ORG),
        ],
    )
    def test_gives_way_to_a_rules_name_and_to_a_figure(self, pipeline: Pipeline, name: str, label: Label) -> None:
        text = "云台机械有限公司与客户签约5亿元。"
        assert mentions(fake(pipeline, (name, label)), text, "fake:model") == []

    def test_gives_way_to_a_users_word(self, own: Pipeline) -> None:
        assert mentions(fake(own, ("机实", Label.PERSON)), "云机实现产值20亿元。", "fake:model") == []

    def test_loses_the_marks_at_its_ends(self, pipeline: Pipeline) -> None:
        read = fake(pipeline, ("“丘南制造所”", Label.ORG))
        assert mentions(read, "昨日，“丘南制造所”揭牌。", "fake:model") == [("丘南制造所", "ORG")]

    def test_of_a_place_is_resolved(self, pipeline: Pipeline) -> None:
        read = article(fake(pipeline, ("石钟崴", Label.PLACE)), "石钟崴的渔港开工。")
        assert Mention(0, 3, Label.PLACE, None, "fake:model") in read.mentions

    def test_fills_records_as_a_rules_name_does(self, pipeline: Pipeline) -> None:
        text = "2022年，丘南制造所实现产值20亿元。"
        [record] = article(fake(pipeline, ("丘南制造所", Label.ORG)), text).records
        assert record.subject == "丘南制造所"  # type: ignore[attr-defined]

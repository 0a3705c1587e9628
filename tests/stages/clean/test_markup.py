"""HTML and Markdown inside a text: structure becomes blocks, the rest vanishes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.data import BlockKind, CleanText

Clean = Callable[[str], CleanText]
K = BlockKind


def read(result: CleanText) -> list[tuple[str, BlockKind]]:
    return [(result.text[block.start : block.end], block.kind) for block in result.blocks]


class TestHtml:
    @pytest.mark.parametrize(
        ("raw", "kind"),
        [
            ("<h1>盐场开足马力</h1>", K.HEADLINE),
            ('<h2 class="title">盐场开足马力</h2>', K.HEADLINE),
            ("<h1>头条</h1><h5>盐场开足马力</h5>", K.SUBHEADING),
            ("<h1>头条</h1><p><strong>盐场开足马力</strong></p>", K.SUBHEADING),
            ("<ul><li>盐场开足马力</li></ul>", K.LIST_ITEM),
            ("<table><tr><td>盐场开足马力</td></tr></table>", K.CELL),
            ("<table><tr><th>盐场开足马力</th></tr></table>", K.CELL),
        ],
    )
    def test_tells_what_a_block_is(self, clean: Clean, raw: str, kind: BlockKind) -> None:
        assert read(clean(raw))[-1] == ("盐场开足马力", kind)

    @pytest.mark.parametrize("parts", ["<p>{}</p><p>{}</p>", "{}<br/>{}", "<div>{}</div>{}", "{}<BR>{}", "{}<hr>{}"])
    def test_parts_blocks(self, clean: Clean, parts: str) -> None:
        raw = parts.format("盐场开工。", "渔港开工。")
        assert [text for text, _ in read(clean(raw))] == ["盐场开工。", "渔港开工。"]

    @pytest.mark.parametrize(
        "raw",
        [
            "<b>盐场</b>开工。",
            '<span style="color: red">盐场</span>开工。',
            '<a href="https://a.b/c?d=1">盐场</a>开工。',
            "盐场<!-- 编辑注 -->开工。",
        ],
    )
    def test_within_a_line_vanishes(self, clean: Clean, raw: str) -> None:
        assert clean(raw).text == "盐场开工。"

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("盐场&nbsp;开工。", "盐场开工。"),
            ("研发A&amp;B盐机。", "研发A&B盐机。"),
            ("&ldquo;盐场&rdquo;开工。", "“盐场”开工。"),
            ("&#30416;&#x573A;开工。", "盐场开工。"),
        ],
    )
    def test_entities_are_read(self, clean: Clean, raw: str, text: str) -> None:
        assert clean(raw).text == text

    @pytest.mark.parametrize("raw", ["产量<500吨，利润>3万元。", "品牌R&D盐机开工。"])
    def test_that_is_none_stays(self, clean: Clean, raw: str) -> None:
        assert clean(raw).text == raw


class TestMarkdown:
    @pytest.mark.parametrize(
        ("raw", "kind"),
        [
            ("# 盐场开足马力", K.HEADLINE),
            ("# 盐场开足马力 #", K.HEADLINE),
            ("# 头条\n\n#### 盐场开足马力", K.SUBHEADING),
            ("# 头条\n\n**盐场开足马力**", K.SUBHEADING),
            ("- 盐场开足马力", K.LIST_ITEM),
            ("* 盐场开足马力", K.LIST_ITEM),
            ("| 盐场开足马力 |", K.CELL),
        ],
    )
    def test_tells_what_a_block_is(self, clean: Clean, raw: str, kind: BlockKind) -> None:
        assert read(clean(raw))[-1] == ("盐场开足马力", kind)

    def test_tables_are_cells_without_their_rule(self, clean: Clean) -> None:
        cells = read(clean("| 品种 | 产量 |\n|---|:--:|\n| 原盐 | 520吨 |"))
        assert cells == [(text, K.CELL) for text in ("品种", "产量", "原盐", "520吨")]

    @pytest.mark.parametrize("raw", ["**盐场**开工。", "__盐场__开工。", "[盐场](https://a.b/c)开工。", "> 盐场开工。"])
    def test_within_a_line_vanishes(self, clean: Clean, raw: str) -> None:
        assert clean(raw).text == "盐场开工。"

    def test_a_bold_sentence_is_no_heading(self, clean: Clean) -> None:
        assert read(clean("**盐场今天开工，产量很高。**")) == [("盐场今天开工，产量很高。", K.PARAGRAPH)]

    @pytest.mark.parametrize("raw", ["- 12 -", "* * *", "- - -"])
    def test_a_page_number_or_a_rule_is_furniture(self, clean: Clean, raw: str) -> None:
        assert read(clean(f"盐场开工。\n\n{raw}\n\n渔港开工。"))[1] == (raw, K.CHROME)

    def test_a_minus_is_no_bullet(self, clean: Clean) -> None:
        assert clean("-3.5℃的冷库里，虾还活着。").text == "-3.5℃的冷库里，虾还活着。"


def test_the_number_of_a_note_is_no_figure(clean: Callable[[str], CleanText]) -> None:
    assert (
        read(clean("生产总值[2]300亿元，增长5%[3]。全部人口[14] 3万人。"))[0][0]
        == "生产总值300亿元，增长5%。全部人口3万人。"
    )

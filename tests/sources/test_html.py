"""Web pages: the main text whole, furniture out, the charset that is plausible, title and date where they are stated."""

from __future__ import annotations

import io
from datetime import date
from html import escape

import pytest

from extract.data import Source
from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError
from extract.sources.html import read_html
from extract.sources.options import Reading

BODY = [
    "本报讯（记者 甲乙丙）1月8日，记者从青峰县港航局获悉，2024年全县港口完成货物吞吐量3126.5万吨，同比增长7.3%。",
    "短段。",
    "全县新增万吨级泊位2个，总数达到14个。",
    "全县新增万吨级泊位2个，总数达到14个。",
    "港航局负责人说，今年将开通航线6条。",
]
TITLE = "青峰县港口吞吐量增长7.3%"


def source(page: str | bytes, encoding: str | None = None) -> Source:
    data = page.encode() if isinstance(page, str) else page
    (found,) = read_html("a.html", io.BytesIO(data), Reading(encoding))
    assert isinstance(found, Source)
    assert not found.plain
    return found


def lines(page: str | bytes) -> list[str]:
    return [line for line in source(page).text.split("\n") if line]


def failure(page: str | bytes) -> SourceError:
    with pytest.raises(UnusableError) as caught:
        source(page)
    return caught.value.error


def portal(body: str, head: str = "", under: str = "2025-01-09 10:00　来源：滨河晨报") -> str:
    """The page of a news portal, with all that stands around an article there."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_滨河新闻网</title>{head}</head><body>
<div class="top"><a href="/">首页</a> <a href="/yw">要闻</a> <a href="/jj">经济</a></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/yw">要闻</a> &gt; 正文</div>
<div class="main"><h1>{TITLE}</h1>
<div class="info"><span>{under}</span> 【字号：<a>大</a> <a>中</a> <a>小</a>】<a href="javascript:print()">打印</a></div>
<div class="TRS_Editor">{body}</div>
<div class="disclaimer">免责声明：本网转载的内容不代表本网观点。</div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/1">邻县盐场去年增产一成</a></li>
<li><a href="/2">全市港口开工项目12个</a></li></ul></div>
<div class="comments"><h3>网友评论</h3><p>游客：家乡真好，增长了9%！</p></div></div>
<div class="side"><ul><li><a href="/3">渔港今年卸下海虾三百吨</a></li><li><a href="/4">盐场开工</a></li></ul></div>
<div class="foot">版权所有 滨河新闻网 备案号12345号</div></body></html>"""


# What may stand over and under the text where a page says nothing else apart: the clean stage knows it for furniture.
FURNITURE = ["2025-01-09 10:00\u3000来源：滨河晨报 【字号：大 中 小】打印", "免责声明：本网转载的内容不代表本网观点。"]


def read(page: str) -> list[str]:
    return [line for line in lines(page) if line not in FURNITURE]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>\u3000\u3000{escape(text)}</p>\n" for text in texts)


class TestANewsPortal:
    def test_gives_the_headline_and_every_paragraph(self) -> None:
        assert lines(portal(paragraphs(BODY))) == [f"# {TITLE}", *BODY]

    @pytest.mark.parametrize("count", [1, 2, 3, 40])
    def test_gives_a_short_text_and_a_long_one(self, count: int) -> None:
        texts = [f"今年第{number}季度，全县港口完成吞吐量{number}00万吨。" for number in range(1, count + 1)]
        assert read(portal(paragraphs(texts))) == [f"# {TITLE}", *texts]

    def test_may_set_paragraphs_as_divs(self) -> None:
        body = "".join(f"<div>\u3000\u3000{text}</div><div>&nbsp;</div>" for text in BODY)
        assert read(portal(body)) == [f"# {TITLE}", *BODY]

    def test_may_part_paragraphs_with_line_breaks(self) -> None:
        assert read(portal("<br>\n<br>\u3000\u3000".join(BODY))) == [f"# {TITLE}", *BODY]
        assert "增长7.3%。\n短段。\n全县" in source(portal("<br>\u3000\u3000".join(BODY))).text

    def test_may_break_its_source_inside_a_word(self) -> None:
        body = paragraphs(BODY).replace("吞吐量", "吞吐\n  量").replace("开通", "开<b>通</b>")
        assert lines(portal(body)) == [f"# {TITLE}", *BODY]

    def test_keeps_links_inside_a_sentence(self) -> None:
        body = paragraphs(BODY).replace("青峰县港航局", '<a href="/x">青峰县港航局</a>')
        assert lines(portal(body)) == [f"# {TITLE}", *BODY]

    def test_marks_subheadings_items_and_rows(self) -> None:
        body = (
            f"<h2>一、总体情况</h2><p>{BODY[0]}</p><p><strong>项目建设提速</strong></p><p>{BODY[2]}</p>"
            "<ul><li>外贸货物增长8%</li><li><p>内贸货物增长3%</p></li></ul>"
            "<table><caption>表1</caption><tr><th>货类</th><th>增速</th></tr><tr><td>集装箱</td><td>6.2%</td></tr></table>"
        )
        assert source(portal(body)).text == "\n\n".join(
            [
                f"# {TITLE}",
                "#### 一、总体情况",
                BODY[0],
                "**项目建设提速**",
                BODY[2],
                "- 外贸货物增长8%",
                "- 内贸货物增长3%",
                "表1",
                "| 货类 | 增速 |\n| 集装箱 | 6.2% |",
            ]
        )

    def test_marks_the_headline_once_where_the_page_repeats_it(self) -> None:
        assert lines(portal(f"<p>{TITLE}</p><p>{TITLE}</p>{paragraphs(BODY)}")) == [f"# {TITLE}", TITLE, *BODY]

    def test_keeps_a_heading_that_nothing_follows(self) -> None:
        assert lines(portal(paragraphs(BODY) + "<h3>港口今年再投资12亿元</h3>"))[-1] == "#### 港口今年再投资12亿元"

    def test_leaves_out_what_nobody_sees(self) -> None:
        body = (
            paragraphs(BODY) + "<p style='display: none'>隐藏的一句，增长9%。</p><script>var a = '增长9%。';</script>"
        )
        assert lines(portal(body)) == [f"# {TITLE}", *BODY]

    def test_leaves_out_the_pinyin_over_a_character(self) -> None:
        body = paragraphs(BODY).replace("峰", "<ruby>峰<rp>(</rp><rt>fēng</rt><rp>)</rp></ruby>")
        assert lines(portal(body)) == [f"# {TITLE}", *BODY]


class TestOtherLayouts:
    def test_a_page_set_in_a_table(self) -> None:
        rows = [TITLE, "发布时间：2024年11月05日 信息来源：县政府办", paragraphs(BODY)]
        page = (
            f"<html><head><title>{TITLE}</title></head><body><ul><li><a href='#'>政务公开</a></li><li><a href='#'>办事</a></li></ul>"
            f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table><p>主办：青峰县人民政府</p></body></html>"
        )
        assert [line for line in lines(page) if line in BODY] == BODY
        assert lines(page)[0] == f"# {TITLE}"
        assert source(page).published == date(2024, 11, 5)

    def test_a_bulletin_full_of_tables(self) -> None:
        table = "".join(f"<tr><td>指标{n}</td><td>{n}.5</td><td>{n}.1</td></tr>" for n in range(30))
        page = f"<html><body><div><h1>{TITLE}</h1><p>{BODY[0]}</p><table>{table}</table><p>{BODY[2]}</p></div></body></html>"
        found = lines(page)
        assert found[:2] == [f"# {TITLE}", BODY[0]]
        assert found[2] == "| 指标0 | 0.5 | 0.1 |"
        assert len(found) == 33
        assert found[-1] == BODY[2]

    def test_a_page_without_a_headline(self) -> None:
        page = f"<html><head><title>正文</title></head><body><div>{paragraphs(BODY)}</div></body></html>"
        assert lines(page) == BODY
        assert source(page).title is None

    def test_a_text_without_a_page_around_it(self) -> None:
        assert lines(paragraphs(BODY)) == BODY

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param(
                "".join(f"<section><section><span>{text}</span></section></section>" for text in BODY), id="sections"
            ),
            pytest.param(f'<div class="sidebar-main menu-left"><div>{paragraphs(BODY)}</div></div>', id="names"),
            pytest.param(
                f"<div class=part>{paragraphs(BODY[:2])}</div><div class=ad><a href=x>广告</a></div>"
                f"<div class=part>{paragraphs(BODY[2:])}</div>",
                id="parts",
            ),
            pytest.param("".join(f"<div class=item><p>{text}</p></div>" for text in BODY), id="items"),
            pytest.param(f"<center><font>{'<br>'.join(BODY)}</font></center>", id="font"),
            pytest.param(f"<pre>{chr(10).join('　　' + text for text in BODY)}</pre>", id="pre"),
            pytest.param(f"<blockquote>{paragraphs(BODY)}</blockquote>", id="quote"),
        ],
    )
    def test_no_paragraph_is_lost_in_any(self, body: str) -> None:
        page = (
            f"<html><head><title>{TITLE}_网</title></head><body><div><a href=/>首页</a> <a href=/yw>要闻</a></div>"
            f"<div class=main><h1>{TITLE}</h1>{body}</div>"
            "<div id=comment-list><h3>评论</h3><ul><li>游客：去年增长了9%，真不错。</li></ul></div></body></html>"
        )
        assert lines(page) == [f"# {TITLE}", *BODY]

    def test_a_table_whose_upper_row_is_the_headline(self) -> None:
        page = f"<table><tr><td><b>{TITLE}</b></td></tr><tr><td>{'<br>'.join(BODY)}</td></tr></table>"
        assert lines(page) == [f"**{TITLE}**", *BODY]

    def test_items_each_under_its_heading(self) -> None:
        items = [(f"第{n}条：盐场产值增长{n}%", f"1月{n}日，盐场完成产值{n}亿元，增长{n}%。") for n in range(1, 6)]
        page = "".join(f"<div class=item><h3>{head}</h3><p>{text}</p></div>" for head, text in items)
        found = lines(f"<html><head><title>一周快讯</title></head><body><div>{page}</div></body></html>")
        assert [line.lstrip("# ") for line in found] == [line for pair in items for line in pair]


class TestTitleAndDate:
    def test_the_headline_is_the_title(self) -> None:
        assert source(portal(paragraphs(BODY))).title == TITLE

    @pytest.mark.parametrize("title", ["青峰县人民政府", "", TITLE])
    def test_the_only_heading_is_the_title(self, title: str) -> None:
        page = f"<html><head><title>{title}</title></head><body><h1>{TITLE}</h1><div><div>{paragraphs(BODY)}</div></div></body></html>"
        assert source(page).title == TITLE
        assert lines(page) == [f"# {TITLE}", *BODY]

    def test_the_head_states_the_title(self) -> None:
        head = '<meta name="ArticleTitle" content="青峰港：吞吐量再增7.3%">'
        found = source(portal(paragraphs(BODY), head))
        assert found.title == "青峰港：吞吐量再增7.3%"
        assert found.text.startswith(f"# {TITLE}\n")

    @pytest.mark.parametrize(
        "head",
        [
            '<meta name="PubDate" content="2025-01-08 09:00">',
            '<meta property="article:published_time" content="2025-01-08T09:00:00+08:00">',
            '<meta itemprop="datePublished" content="2025/1/8">',
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-01-08T01:00:00Z"}]}</script>',
        ],
    )
    def test_the_head_states_the_date_before_the_page_does(self, head: str) -> None:
        assert source(portal(paragraphs(BODY), head)).published == date(2025, 1, 8)

    @pytest.mark.parametrize(
        "under", ["2025-01-09 10:00 来源：滨河晨报", "发布时间：2025年1月9日", "<time datetime=2025-01-09>周四</time>"]
    )
    def test_the_line_under_the_headline_states_the_date(self, under: str) -> None:
        assert source(portal(paragraphs(BODY), under=under)).published == date(2025, 1, 9)

    @pytest.mark.parametrize("under", ["来源：滨河晨报", "2025-02-30", "采写2025-01-08 发布2025-01-09", "20250199"])
    def test_none_is_guessed(self, under: str) -> None:
        page = portal(paragraphs(BODY), under=under).replace("备案号", "© 2019-2025 更新于2025-03-01 备案号")
        assert source(page).published is None

    def test_a_date_in_the_text_is_none_of_the_page(self) -> None:
        assert source(portal(paragraphs(["2024年12月31日，港口关闭，航线停航。"]), under="")).published is None

    def test_broken_data_in_the_head_is_no_reason_to_refuse_a_text(self) -> None:
        head = '<script type="application/ld+json">{"datePublished": </script>'
        assert source(portal(paragraphs(BODY), head)).published == date(2025, 1, 9)


class TestCharset:
    TRADITIONAL = "港口今年完成貨物吞吐量三千萬噸，比去年增長百分之七。新增泊位兩個，總數達到十四個。"

    @pytest.mark.parametrize(
        "declaration",
        [
            '<meta charset="{}">',
            "<meta charset={}>",
            '<meta http-equiv="Content-Type" content="text/html; charset={}">',
            '<META content="text/html; charset={}" http-equiv=Content-Type>',
        ],
    )
    @pytest.mark.parametrize("name", ["gb2312", "GBK", "gb18030", "utf-8"])
    def test_that_is_declared_is_taken(self, declaration: str, name: str) -> None:
        page = portal(paragraphs(BODY)).replace('<meta charset="utf-8">', declaration.format(name))
        assert lines(page.encode("gb18030" if name.startswith("g") else name))[1:] == BODY

    def test_of_an_xml_declaration_is_taken(self) -> None:
        page = f'<?xml version="1.0" encoding="gb2312"?><html><body><div>{paragraphs(BODY)}</div></body></html>'
        assert lines(page.encode("gb18030")) == BODY

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
    def test_that_is_not_declared_is_found(self, encoding: str) -> None:
        page = portal(paragraphs(BODY)).replace('<meta charset="utf-8">', "")
        assert lines(page.encode(encoding))[1:] == BODY

    @pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "big5", "shift_jis", "nonsense"])
    def test_that_is_declared_wrongly_loses(self, declared: str) -> None:
        page = portal(paragraphs(BODY)).replace('<meta charset="utf-8">', f'<meta charset="{declared}">')
        assert lines(page.encode("gb18030"))[1:] == BODY

    @pytest.mark.parametrize("declared", ["gb2312", "iso-8859-1", "big5"])
    def test_that_is_utf8_though_another_is_declared(self, declared: str) -> None:
        page = portal(paragraphs(BODY)).replace('<meta charset="utf-8">', f'<meta charset="{declared}">')
        assert lines(page.encode("utf-8"))[1:] == BODY

    @pytest.mark.parametrize("declared", ["big5", "gbk", "utf-8", ""])
    def test_of_a_traditional_page(self, declared: str) -> None:
        page = f'<html><head><meta charset="{declared}"></head><body><div><p>{self.TRADITIONAL}</p></div></body></html>'
        assert lines(page.encode("big5hkscs")) == [self.TRADITIONAL]

    def test_is_judged_by_the_text_behind_a_long_head(self) -> None:
        head = f"<script>{'var a = 1;' * 20_000}</script>"
        page = portal(paragraphs(BODY), head).replace('<meta charset="utf-8">', "")
        assert lines(page.encode("gb18030"))[1:] == BODY

    def test_that_is_asked_for_is_taken(self) -> None:
        page = portal(paragraphs(BODY)).replace('<meta charset="utf-8">', '<meta charset="big5">')
        assert source(page.encode("gb18030"), "gbk").text.endswith(BODY[-1])


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        "page",
        [
            "<html></html>",
            "<html><body><img src='a.png'></body></html>",
            "<html><body><script>var a = '增长。';</script></body></html>",
            "<!-- nothing -->",
            "<ul><li><a href='/1'>盐场开工</a></li><li><a href='/2'>渔港休渔</a></li></ul>",
        ],
    )
    def test_has_no_text(self, page: str) -> None:
        assert failure(page) is SourceError.NO_TEXT

    def test_is_in_an_encoding_that_is_not_tried(self) -> None:
        assert failure("<p>Ветер с моря, большой улов</p>".encode("cp1251")) is SourceError.UNDECODABLE

    def test_is_binary(self) -> None:
        assert failure(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") is SourceError.BINARY

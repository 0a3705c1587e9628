"""Clean text to articles: where one begins, what it is called, when, by whom, and its sentences."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Article, Source
from extract.loading import Knowledge
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider
from extract.stages.divide.sentences import split_sentences

KNOWN = Knowledge()
CLEANER = Cleaner(KNOWN.yaml("typography"), KNOWN.yaml("press"))
DIVIDER = Divider(KNOWN.yaml("press"))

BODY = "全市工业增加值增长5%，投资增长6%。港口货运量增长7%。"


def articles(text: str, published: date | None = None, title: str | None = None) -> tuple[Article, ...]:
    return DIVIDER(CLEANER(Source("a.txt", text, "", 0, published=published, title=title)))


def sentences(article: Article) -> list[tuple[str, int, str]]:
    return [(s.kind.value, s.section, article.text(s.start, s.end)) for s in article.sentences]


# ---- articles -------------------------------------------------------------------------------------------------


def test_each_lead_opens_an_article_and_a_heading_behind_a_body_names_it() -> None:
    page = f"本报讯 日前，{BODY}\n\n滨海工业稳步增长\n\n本报讯 近日，{BODY}\n\n滨海港口通航提速\n"
    first, second = articles(page)
    assert (first.title, second.title) == ("滨海工业稳步增长", "滨海港口通航提速")
    assert (first.article_id, second.article_id) == ("a.txt#1", "a.txt#2")
    assert next(first.text(s.start, s.end) for s in first.sentences if s.kind == "paragraph").startswith("日前，")


def test_where_headings_stand_in_front_they_name_what_follows() -> None:
    page = f"滨海工业稳步增长\n\n本报讯 日前，{BODY}\n\n滨海港口通航提速\n\n本报讯 近日，{BODY}\n"
    assert [article.title for article in articles(page)] == ["滨海工业稳步增长", "滨海港口通航提速"]


def test_each_heading_of_markdown_is_an_article() -> None:
    page = f"## 摘要\n\n1.工业稳步增长；\n\n### 工业稳步增长\n\n<p>{BODY}</p>\n\n### 港口通航\n\n<p>{BODY}</p>\n"
    assert [article.title for article in articles(page)] == ["摘要", "工业稳步增长", "港口通航"]


def test_a_line_over_a_headline_that_ends_in_a_dash_belongs_to_it() -> None:
    (article,) = articles(f"滨海市强化数字赋能推动工业发展——\n\n智绘新图景\n\n本报记者 王小明\n\n{BODY}")
    assert article.title in ("滨海市强化数字赋能推动工业发展——智绘新图景", "滨海市强化数字赋能推动工业发展——")
    assert article.bylines == ("王小明",)


def test_page_furniture_alone_is_no_article() -> None:
    assert articles("下载\n打印\n来源：滨海日报\n") == ()


def test_a_digest_counts_its_items_as_sections() -> None:
    page = f"### 快讯\n\n<p><strong>工业稳步增长</strong></p><p>{BODY}</p><p><strong>港口通航</strong></p><p>{BODY}</p>"
    (article,) = articles(page)
    assert [section for kind, section, _ in sentences(article) if kind == "paragraph"] == [0, 0, 1, 1]


def test_the_title_of_a_row_stands_in_for_a_headline() -> None:
    (article,) = articles(BODY, title="滨海工业增长")
    assert article.title == "滨海工业增长"
    assert [kind for kind, _, _ in sentences(article)] == ["paragraph", "paragraph"]


# ---- who and when -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "persons", "opening"),
    [
        (f"本报讯 记者王小明报道 {BODY}", ("王小明",), "全市"),
        (f"本报讯（记者 王小明 通讯员 李大伟）{BODY}", ("王小明", "李大伟"), "全市"),
        (f"新华社滨海1月17日电（记者王小明、李大伟）{BODY}", ("王小明", "李大伟"), "全市"),
        (f"滨海日报讯（记者 王小明）{BODY}", ("王小明",), "全市"),
        (f"据新华社电 {BODY}（完）", (), "全市"),
        (f"◎本报记者 王小明\n\n{BODY}", ("王小明",), "全市"),
        (f"{BODY}（王小明）", ("王小明",), "全市"),
        (f"{BODY}\n\n工人装配机组。 李大伟 摄\n", ("李大伟",), "全市"),
        (f"{BODY}\n\n本组稿件由本报记者王小明采写\n", ("王小明",), "全市"),
    ],
)
def test_writers_are_bylines_and_no_part_of_a_sentence(text: str, persons: tuple[str, ...], opening: str) -> None:
    (article,) = articles(text)
    assert article.bylines == persons
    read = [body for _, _, body in sentences(article)]
    assert read[0].startswith(opening)
    assert not any(person in body for person in (*persons, "（完）") for body in read)


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (f"题目\n发布时间：2024-03-18\n{BODY}", None, date(2024, 3, 18)),
        (f"题目\n2026年2月5日\n{BODY}", None, date(2026, 2, 5)),
        (f"题目\n（《早间新闻》 20250101 19:00）\n{BODY}", None, date(2025, 1, 1)),
        (f"新华社滨海1月17日电 {BODY}", None, None),
        (f"新华社滨海1月17日电 {BODY}", date(2024, 1, 18), date(2024, 1, 17)),
        (f"新华社滨海12月31日电 {BODY}", date(2024, 1, 1), date(2023, 12, 31)),
        (BODY, date(2024, 1, 18), date(2024, 1, 18)),
        (f"时间：2024-02-31\n{BODY}", None, None),
        (f"题目\n发布时间：2024-03-18\n新华社滨海3月17日电 {BODY}", date(2024, 5, 1), date(2024, 3, 18)),
    ],
)
def test_the_day_of_publication(text: str, given: date | None, expected: date | None) -> None:
    assert articles(text, given)[0].published == expected


# ---- sentences --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("增长5%；投资增长6%。消费回升！", 2),
        ("他说：“增长5%。明年更好。”会议结束。", 2),
        ("“加油！”活动启动。", 1),
        ("提出“稳了！快了！”的口号。", 1),
        ("新增企业（含个体。下同）30家。投资6亿元。", 2),
        ("增长3.9%……数据向好，结构更优。", 1),
        ("没有句号的一行", 1),
        ("真的吗？！是的。", 2),
        ("增长5%。与此同时，投资增长6%。", 2),
    ],
)
def test_a_sentence_keeps_its_quotes_and_brackets(text: str, count: int) -> None:
    assert len(list(split_sentences(text, 0, len(text)))) == count


@given(st.text("产业增长5%。！？；，“”（）《》 ", max_size=80))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = list(split_sentences(text, 0, len(text)))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))

"""What stands around the text on a page: digests and their items, tables and labels, heads of pages, publishers."""

from __future__ import annotations

from datetime import date

import pytest

from extract.data import Article, BlockKind, CleanText, Place, Source
from extract.loading import Knowledge
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider

K = BlockKind
KNOWLEDGE = Knowledge()
PRESS = KNOWLEDGE.yaml("press")
CLEANER = Cleaner(KNOWLEDGE.yaml("typography"), PRESS)

SALT = "白沙盐场今天开工，日产原盐五百二十吨，工人们都很高兴。"
PORT = "渔港卸下海虾三百吨，比上年同期多出一成半，价格平稳。"
MARKET = "市场里买虾的人从早排到晚，摊主一天卖出五十斤。"


def clean(raw: str) -> CleanText:
    return CLEANER(Source("a", raw, "", len(raw)))


def divide(raw: str) -> tuple[Article, ...]:
    return Divider(PRESS)(clean(raw))


def read(article: Article) -> list[str]:
    return [article.text(s.start, s.end) for s in article.sentences]


def titles(raw: str) -> list[str | None]:
    return [article.title for article in divide(raw)]


def kinds(raw: str) -> list[BlockKind]:
    return [block.kind for block in clean(raw).blocks]


class TestADigest:
    def test_has_an_article_for_each_item_with_its_heading_in_brackets(self) -> None:
        raw = f"【盐场今天开工】{SALT}\n\n【渔港迎来丰收】{PORT}"
        articles = divide(raw)
        assert [article.title for article in articles] == ["盐场今天开工", "渔港迎来丰收"]
        assert [read(article) for article in articles] == [["盐场今天开工", SALT], ["渔港迎来丰收", PORT]]

    @pytest.mark.parametrize("mark", ["", "● ", "1.", "（2）", "**"])
    def test_has_an_article_for_each_heading_under_its_title(self, mark: str) -> None:
        closing = mark if mark == "**" else ""
        raw = "\n\n".join(["滨海一周快讯", f"{mark}盐场今天开工{closing}", SALT, f"{mark}渔港迎来丰收{closing}", PORT])
        found = titles(raw)
        assert len(found) == 2
        assert [str(title).removeprefix(mark.strip()) for title in found] == ["盐场今天开工", "渔港迎来丰收"]

    def test_keeps_its_own_title_with_the_first_item(self) -> None:
        first, second = divide(f"滨海一周快讯\n\n【盐场今天开工】{SALT}\n\n【渔港迎来丰收】{PORT}")
        assert read(first) == ["滨海一周快讯", "盐场今天开工", SALT]
        assert read(second) == ["滨海一周快讯", "渔港迎来丰收", PORT]
        assert [s.borrowed for s in (*first.sentences, *second.sentences)] == [False, False, False, True, False, False]
        assert second.start > second.sentences[0].end

    def test_gives_its_date_to_every_item(self) -> None:
        articles = divide(f"经济短讯（2024年3月18日）\n\n【盐场今天开工】{SALT}\n\n【渔港迎来丰收】{PORT}")
        assert {article.published for article in articles} == {date(2024, 3, 18)}

    def test_ends_where_the_next_headline_begins(self) -> None:
        raw = f"# 滨海快讯\n\n**盐场今天开工**\n\n{SALT}\n\n**渔港迎来丰收**\n\n{PORT}\n\n# 市场热闹起来\n\n{MARKET}"
        assert titles(raw) == ["盐场今天开工", "渔港迎来丰收", "市场热闹起来"]

    @pytest.mark.parametrize(
        "raw",
        [
            f"盐场开足马力\n\n一、盐业\n\n{SALT}\n\n二、渔业\n\n{PORT}",
            f"盐场开足马力\n\n盐业增产\n\n{SALT}\n\n渔业丰收\n\n{PORT}",
            f"盐场开足马力\n\n【记者手记之一】{SALT}\n\n{PORT}",
            f"【本报讯】{SALT}\n\n【本报讯】{PORT}".replace("\n\n【本报讯】", "\n\n"),
            f"滨海快讯\n\n{SALT}\n\n{PORT}",
        ],
    )
    def test_is_no_text_with_subheadings(self, raw: str) -> None:
        assert len(divide(raw)) == 1


class TestATableOverTheText:
    ROWS = (
        "| [ 索引号 ] | 000-2024-1 | [ 发文字号 ] | 无 |\n| [ 发布机构 ] | 滨海市统计局 | [ 发布日期 ] | 2024-03-18 |\n"
    )

    def test_is_not_read_but_for_its_date(self) -> None:
        (article,) = divide(f"{self.ROWS}盐场开足马力\n{SALT}")
        assert (article.title, article.published) == ("盐场开足马力", date(2024, 3, 18))
        assert read(article) == ["盐场开足马力", SALT]

    def test_may_have_no_bars_at_its_edges(self) -> None:
        (article,) = divide(
            f"索引号 | 000-1 | 公开目录: | 数据发布 |\n公开日期: | 2024-03-18 17:55 | |\n盐场开足马力\n{SALT}"
        )
        assert article.published == date(2024, 3, 18)
        assert read(article) == ["盐场开足马力", SALT]

    def test_may_tell_the_title(self) -> None:
        (article,) = divide(f"文件名称 | 盐场开足马力 | |\n文号 | 成文日期: | 2024-03-18 |\n{SALT}\n{PORT}")
        assert article.title == "盐场开足马力"

    def test_is_no_table_of_the_text(self) -> None:
        raw = f"盐场开足马力\n\n{SALT}\n\n| 品种 | 产量 |\n|---|---|\n| 原盐 | 520吨 |"
        assert kinds(raw)[-4:] == [K.CELL] * 4


class TestASpeech:
    def test_was_held_on_the_day_under_its_title(self) -> None:
        line = "（2024 年1月15 日在白沙市第十六届人民代表大会第三次会议上）"
        (article,) = divide(f"白沙市政府工作报告\n\n发布时间：2025-03-02 10:20\n\n{line}\n\n{SALT}")
        assert article.published == date(2024, 1, 15)

    def test_a_meeting_told_of_is_none(self) -> None:
        (article,) = divide(f"盐场开足马力\n\n2024年1月15日在白沙市召开的会议上，盐场领奖。{SALT}")
        assert article.published is None


class TestTheHeadOfAPage:
    @pytest.mark.parametrize(
        "line",
        [
            "B3 经济新闻 2024年3月18日 星期一 编辑：王明 校对：李伟",
            "2024年3月18日 星期一 第2版",
            "2024年3月18日　农历二月初九　星期一",
            "责编 王小明 2024年3月18日 周一 A03",
        ],
    )
    def test_is_a_byline_that_dates_the_page(self, line: str) -> None:
        (article,) = divide(f"{line}\n\n盐场开足马力\n\n{SALT}")
        assert (article.title, article.published) == ("盐场开足马力", date(2024, 3, 18))

    @pytest.mark.parametrize(
        "line",
        [
            "（下转B4版）",
            "（上接第一版）",
            "读者热线 12345",
            "社址：滨海市港口路1号 邮编：100000 零售1.50元",
            "首页 > 新闻中心 > 盐业要闻",
            "【字号：大 中 小】　[打印] [收藏] [关闭窗口]",
            "【上一篇】渔港也在忙",
            "主办单位：滨海市统计局 网站标识码：2100000001 辽ICP备12345678号",
            "[责任编辑：王小明]",
        ],
    )
    def test_and_its_tools_are_no_text(self, line: str) -> None:
        (article,) = divide(f"盐场开足马力\n\n{SALT}\n\n{line}")
        assert read(article) == ["盐场开足马力", SALT]

    @pytest.mark.parametrize(
        "line",
        [
            "2024年3月18日星期一，盐场开工，产量很高。",
            "上一篇章已经翻过，盐场再出发。",
            "热线电话开通后，盐场接到500个电话。",
            "下载量超过300万次。",
        ],
    )
    def test_is_no_sentence(self, line: str) -> None:
        (article,) = divide(f"盐场开足马力\n\n{SALT}\n\n{line}")
        assert read(article)[-1] == line


class TestAnAnnouncement:
    RAW = f"证券代码：699018　　证券简称：白沙盐业　　公告编号：2024-006\n\n白沙盐业股份有限公司\n2023年年度业绩预增公告\n\n{SALT}"

    def test_has_the_company_and_its_subject_as_its_title(self) -> None:
        assert titles(self.RAW) == ["白沙盐业股份有限公司2023年年度业绩预增公告"]

    def test_of_two_lines_and_a_subtitle_behind_a_dash(self) -> None:
        assert titles(f"盐场开足马力\n——白沙一线见闻\n\n{SALT}") == ["盐场开足马力——白沙一线见闻"]


@pytest.mark.parametrize("line", ["白沙市统计局　国家统计局白沙调查队", "白沙市统计局　　发布时间：2024-03-18"])
def test_who_publishes_a_text_tells_the_place_that_it_is_about(line: str) -> None:
    asked: list[str] = []

    def about(passages: object, papers: object) -> Place:
        assert isinstance(passages, list)
        asked.append(passages[0])
        return Place("白沙市", "999999")

    Divider(PRESS, about)(clean(f"2024年经济运行情况\n{line}\n\n{SALT}"))
    assert "白沙市统计局" in asked[0]


@pytest.mark.parametrize(
    ("lead", "persons"),
    [
        ("【本报讯】", ()),
        ("（记者王小明/滨海报导）", ("王小明",)),
        ("滨海日报讯（记者 王小明 通讯员 李大伟）", ("王小明", "李大伟")),
        ("本报讯 见习记者王小明报道 ", ("王小明",)),
    ],
)
def test_a_lead_is_no_part_of_the_sentence(lead: str, persons: tuple[str, ...]) -> None:
    (article,) = divide(f"盐场开足马力\n\n{lead}{SALT}")
    assert read(article) == ["盐场开足马力", SALT]
    assert article.bylines == persons


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2024年1-6月经济运行简析", None),
        ("2024.1—2024.6经济运行简析", None),
        ("2024年3月18日盐场开工", date(2024, 3, 18)),
        ("2024-03-18", date(2024, 3, 18)),
        ("发布时间：2024/3/18 09:20", date(2024, 3, 18)),
        ("发布日期：2024.03.18", date(2024, 3, 18)),
        ("发布日期：2024.03-18", None),
        ("发布时间：2024-03-1810：32", date(2024, 3, 18)),
        ("发布时间：2024-03-181", None),
    ],
)
def test_a_date_of_publication_has_one_kind_of_sign(line: str, published: date | None) -> None:
    assert divide(f"{line}\n\n{SALT}")[0].published == published


class TestAnArticleWithoutAPlace:
    """Its page is about 白沙市; `about` finds a place where a text names it with its ending."""

    PAGE = "白沙市盐场开工\n\n本报讯 {0}\n\n白沙市渔港扩建\n\n本报讯 {1}\n\n市场里很热闹\n\n本报讯 {2}"

    @staticmethod
    def places(raw: str) -> list[str | None]:
        def about(passages: object, papers: object) -> Place | None:
            return Place("白沙市", None) if "白沙市" in str(passages) else None

        return [article.place.name if article.place else None for article in Divider(PRESS, about)(clean(raw))]

    def test_that_names_the_one_of_its_page_is_about_that(self) -> None:
        told = f"白沙人爱吃海虾。{MARKET}"
        assert self.places(self.PAGE.format(SALT, PORT, told)) == ["白沙市"] * 3

    def test_that_names_none_is_about_none(self) -> None:
        assert self.places(self.PAGE.format(SALT, PORT, MARKET)) == ["白沙市", "白沙市", None]


class TestALinkToTheOriginal:
    @pytest.mark.parametrize(
        ("link", "published"),
        [
            ("[查看原文](https://news.example.cn/2024/03/18/a1.shtml)", date(2024, 3, 18)),
            ("[阅读原文](http://www.example.cn/art/t20240318_12.html)", date(2024, 3, 18)),
            ("[查看原文](https://news.example.cn/a/20241318/x.html)", None),
            ("[查看原文](https://news.example.cn/a/8020240318.html)", None),
            ("[白沙概况](https://news.example.cn/2024/03/18/a1.shtml)", None),
        ],
    )
    def test_dates_the_article_by_its_address(self, link: str, published: date | None) -> None:
        assert divide(f"### 盐场开工\n\n{SALT}\n\n{link}")[0].published == published

    def test_of_html_does_too(self) -> None:
        link = '<p><a href="http://www.example.cn/2024-03-18/a1.html" target="_blank">查看原文</a></p>'
        assert divide(f"<html><body><h1>盐场开工</h1><p>{SALT}{PORT}</p>{link}</body></html>")[0].published == date(
            2024, 3, 18
        )

    def test_gives_the_year_of_a_dateline(self) -> None:
        raw = f"### 盐场开工\n\n本报3月17日讯 {SALT}\n\n[查看原文](https://news.example.cn/2024/03/18/a1.shtml)"
        assert divide(raw)[0].published == date(2024, 3, 17)

    def test_gives_way_to_a_date_in_words(self) -> None:
        raw = f"盐场开工\n\n发布时间：2024-03-17\n\n{SALT}\n\n[查看原文](https://news.example.cn/2024/03/18/a1.shtml)"
        assert divide(raw)[0].published == date(2024, 3, 17)

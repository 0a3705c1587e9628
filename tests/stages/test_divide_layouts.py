"""Digests and pages as sites, papers and accounts lay them out: how many articles, what each is called, and when."""

from __future__ import annotations

from datetime import date

import pytest

from extract.data import Article, BlockKind, Source
from extract.loading import Knowledge
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider

KNOWLEDGE = Knowledge()
PRESS = KNOWLEDGE.yaml("press")
CLEANER = Cleaner(KNOWLEDGE.yaml("typography"), PRESS)
DIVIDER = Divider(PRESS)

SALT = "白沙盐场完成技改，日产原盐五百二十吨，比上年多三成。"
PORT = "渔港首日卸下海虾三百吨，比上年同期多出一成半。"
MARKET = "新市场开张，摊位一百二十个，首日客流两万人次。"


def divide(*blocks: str) -> tuple[Article, ...]:
    raw = "\n\n".join(blocks)
    return DIVIDER(CLEANER(Source("a", raw, "", len(raw))))


def titles(*blocks: str) -> list[str | None]:
    return [article.title for article in divide(*blocks)]


def bodies(*blocks: str) -> list[list[str]]:
    return [
        [a.clean.text[s.start : s.end] for s in a.sentences if s.kind is BlockKind.PARAGRAPH] for a in divide(*blocks)
    ]


class TestADigest:
    @pytest.mark.parametrize("title", ["一周要闻", "工业快讯", "本周大事", "简讯"])
    def test_has_an_article_for_each_heading(self, title: str) -> None:
        assert titles(title, "盐场完成技改", SALT, "渔港卸下海虾", PORT) == ["盐场完成技改", "渔港卸下海虾"]

    def test_may_be_headed_by_an_accounts_column(self) -> None:
        blocks = (
            "白沙早报",
            "7月5日 星期五",
            "【盐场完成技改】",
            SALT,
            "【渔港卸下海虾】",
            PORT,
            "【新市场开张】",
            MARKET,
        )
        assert titles(*blocks) == ["【盐场完成技改】", "【渔港卸下海虾】", "【新市场开张】"]

    def test_may_have_items_with_signs_alone(self) -> None:
        blocks = ("工业快讯", f"●盐场完成技改。{SALT}", f"●{PORT}", f"●{MARKET}")
        assert titles(*blocks) == ["盐场完成技改", None, None]
        assert bodies(*blocks) == [["●盐场完成技改。", SALT], [f"●{PORT}"], [f"●{MARKET}"]]

    def test_may_have_numbered_items(self) -> None:
        assert len(divide("本周要闻", f"1.{SALT}", f"2.{PORT}", f"3.{MARKET}", "编辑：王小明")) == 3

    def test_item_goes_on_in_a_paragraph_without_a_sign(self) -> None:
        assert bodies("工业快讯", f"●{SALT}", MARKET, f"●{PORT}") == [[f"●{SALT}", MARKET], [f"●{PORT}"]]


class TestAnArticle:
    def test_with_items_is_no_digest(self) -> None:
        assert titles("盐场公布成绩单", SALT, f"●{PORT}", f"●{MARKET}") == ["盐场公布成绩单"]

    def test_with_headings_in_brackets_below_its_lead_is_no_digest(self) -> None:
        blocks = ("白沙三年见成效", "三年来，白沙变化很大。", f"【盐业生产走在前】{SALT}", f"【渔业生产再提升】{PORT}")
        assert titles(*blocks) == ["白沙三年见成效"]
        assert bodies(*blocks) == [["三年来，白沙变化很大。", SALT, PORT]]

    def test_whose_items_follow_its_title_at_once_is_a_digest(self) -> None:
        assert titles("早报", f"【盐业生产走在前】{SALT}", f"【渔业生产再提升】{PORT}") == [
            "盐业生产走在前",
            "渔业生产再提升",
        ]

    @pytest.mark.parametrize("column", ["行业动态", "工作动态", "经济要闻"])
    def test_below_a_column_of_a_site_is_one(self, column: str) -> None:
        signed = (
            column,
            "白沙县盐业生产稳中向好",
            "2025-03-05",
            SALT,
            "渔业生产再上新台阶",
            PORT,
            "市场开张人气旺",
            MARKET,
        )
        assert titles(*signed) == ["白沙县盐业生产稳中向好"]
        assert titles(column, "白沙县盐业生产稳中向好", SALT, "渔业强", PORT, "市场旺", MARKET) == [
            "白沙县盐业生产稳中向好"
        ]

    def test_with_numbered_headings_is_one(self) -> None:
        assert titles("白沙经济运行情况", SALT, "1.渔业生产稳定", PORT, "2.市场人气旺", MARKET) == ["白沙经济运行情况"]


class TestTheDay:
    @pytest.mark.parametrize(
        "line",
        [
            "发布日期：113-07-31",
            "白沙发布 2024-07-31 18:00 滨海",
            "2024-07-31 18:00 白沙日报",
            "更新：2024-07-31 08:00",
            "更新时间：20:13 2024-07-31",
            "date 2024-07-31 白沙新闻网",
            "[2024-07-31]",
            "中华民国113年7月31日",
            "《白沙商报》（2024年7月31日 06版）",
            "https://www.example.cn/art/2024/7/31/art_12_34.html",
            "https://www.example.cn/tjj/202407/t20240731_3456.shtml",
        ],
    )
    def test_may_be_stated_in_the_manner_of_a_site(self, line: str) -> None:
        assert [article.published for article in divide("盐场完成技改", line, SALT)] == [date(2024, 7, 31)]


class TestPersons:
    @pytest.mark.parametrize("line", ["王小明 李大伟 摄影报道", "王小明、李大伟 摄", "本报记者 王小明 李大伟"])
    def test_may_sign_a_block_of_their_own(self, line: str) -> None:
        assert [article.bylines for article in divide("盐场完成技改", SALT, line)] == [("王小明", "李大伟")]

    @pytest.mark.parametrize("line", ["作者最新文章", "摄影大赛", "记者调查"])
    def test_are_not_seen_in_words_behind_a_role(self, line: str) -> None:
        assert [article.bylines for article in divide("盐场完成技改", SALT, line)] == [()]

    def test_stand_in_an_agencys_lead(self) -> None:
        (article,) = divide("盐场完成技改", f"（中央社记者王小明滨海20日电）{SALT}（编辑：李大伟）1130520")
        assert article.bylines == ("王小明", "李大伟")
        assert article.clean.text[article.sentences[-1].start : article.sentences[-1].end] == SALT

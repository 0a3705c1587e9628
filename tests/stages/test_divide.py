"""Clean text to articles: where one begins, what it is called, when, where and by whom, and its sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Article, BlockKind, Place, Source
from extract.loading import Knowledge
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider
from extract.stages.divide.sentences import LONGEST, split_sentences

K = BlockKind
Read = Callable[..., tuple[Article, ...]]

KNOWLEDGE = Knowledge()
PRESS = KNOWLEDGE.yaml("press")
CLEANER = Cleaner(KNOWLEDGE.yaml("typography"), PRESS)
DIVIDER = Divider(PRESS)

SALT = "白沙盐场今天开工，日产五百二十吨。"
PORT = "渔港卸下海虾三百吨，价格平稳。"
MARKET = "市场里买虾的人从早排到晚。"


def divide(
    *blocks: str, published: date | None = None, title: str | None = None, place: str | None = None
) -> tuple[Article, ...]:
    raw = "\n\n".join(blocks)
    return DIVIDER(CLEANER(Source("a", raw, "", len(raw), title=title, published=published, place=place)))


def sentences(article: Article, *kinds: BlockKind) -> list[str]:
    text = article.clean.text
    return [text[s.start : s.end] for s in article.sentences if s.kind in (kinds or tuple(K))]


def titles(articles: Sequence[Article]) -> list[str | None]:
    return [article.title for article in articles]


def bodies(articles: Sequence[Article]) -> list[list[str]]:
    return [sentences(article, K.PARAGRAPH) for article in articles]


class TestAHeadline:
    def test_stands_above_its_body(self) -> None:
        (article,) = divide("盐场开足马力", SALT)
        assert article.title == "盐场开足马力"
        assert sentences(article) == ["盐场开足马力", SALT]
        assert article.sentences[0].kind is K.HEADLINE

    def test_may_stand_below_the_bodies_of_a_page(self) -> None:
        articles = divide(
            f"本报讯（记者 王小明）{SALT}",
            "白沙盐场开工产量再创新高",
            f"本报讯（记者 李大伟）{PORT}",
            "渔港迎来今年首个丰收季节",
        )
        assert titles(articles) == ["白沙盐场开工产量再创新高", "渔港迎来今年首个丰收季节"]
        assert bodies(articles) == [[SALT], [PORT]]

    def test_may_have_two_lines_on_the_page(self) -> None:
        # a column's width breaks the headline as it does the text
        (article,) = divide(
            "白沙盐场开足马力赶订单\n日产原盐再创新高",
            "今年以来，白沙盐场改造了三条输送带，\n日产原盐由四百吨提高到五百二十吨，\n工人们都说，机器多了，活儿轻了很多。",
        )
        assert article.title == "白沙盐场开足马力赶订单日产原盐再创新高"

    def test_includes_the_line_over_it_that_ends_in_a_dash(self) -> None:
        articles = divide(
            f"本报讯（记者 王小明）{SALT}",
            "向海而兴——",
            "渔港迎来今年首个丰收季节",
            f"本报讯（记者 李大伟）{PORT}",
        )
        assert "".join(titles(articles)[-1] or titles(articles)[0] or "").endswith("渔港迎来今年首个丰收季节")

    def test_comes_from_the_source_where_the_text_has_none(self) -> None:
        assert titles(divide(SALT, title="盐场开工")) == ["盐场开工"]
        assert titles(divide("盐场开足马力", SALT, title="盐场开工")) == ["盐场开足马力"]

    def test_may_be_missing(self) -> None:
        assert titles(divide(SALT)) == [None]


class TestAnArticle:
    @pytest.mark.parametrize("lead", ["本报讯", "本报讯 ", "本台消息：", "新华社北京1月17日电"])
    def test_begins_with_a_lead(self, lead: str) -> None:
        articles = divide("盐场开足马力", SALT, f"{lead}（记者 李大伟）{PORT}")
        assert bodies(articles) == [[SALT], [PORT]]
        assert [article.number for article in articles] == [1, 2]

    def test_begins_with_a_headline_that_markup_tells(self) -> None:
        articles = divide("# 盐场开足马力", SALT, "# 渔港喜迎丰收", PORT)
        assert titles(articles) == ["盐场开足马力", "渔港喜迎丰收"]
        assert bodies(articles) == [[SALT], [PORT]]

    def test_does_not_begin_with_a_subheading(self) -> None:
        assert len(divide("盐场开足马力", SALT, "渔港也在忙", PORT)) == 1

    def test_is_none_where_there_is_only_furniture(self) -> None:
        assert divide("【字号：", "记者 王小明", "来源：白沙日报") == ()
        assert divide("") == ()

    def test_is_called_by_its_source_and_number(self) -> None:
        assert [a.article_id for a in divide("# 甲事", SALT, "# 乙事", PORT)] == ["a#1", "a#2"]

    @given(
        st.lists(
            st.sampled_from(
                [SALT, PORT, f"本报讯（记者 王小明）{SALT}", "渔港迎来今年首个丰收季节", "渔港也在忙", "# 盐场开足马力",
                 "记者 王小明", "【字号：", "盐工正在收盐。 王小明 摄", "1.盐场开工", "发布时间：2024-03-18"]
            ),
            max_size=12,
        )
    )  # fmt: skip
    def test_shares_no_text_with_another_and_holds_its_sentences(self, blocks: list[str]) -> None:
        articles = divide(*blocks)
        assert [article.number for article in articles] == list(range(1, len(articles) + 1))
        end = 0
        for article in articles:
            assert end <= article.start < article.end
            at = article.start
            for sentence in article.sentences:
                assert at <= sentence.start < sentence.end <= article.end
                assert "\n" not in article.clean.text[sentence.start : sentence.end]
                at = sentence.end
            end = article.end

    @given(st.lists(st.sampled_from([SALT, PORT, "渔港也在忙", f"本报讯 {MARKET}"]), unique=True))
    def test_loses_no_sentence(self, blocks: list[str]) -> None:
        read = [sentence for article in divide(*blocks) for sentence in sentences(article)]
        assert read == [block.removeprefix("本报讯 ") for block in blocks]


class TestTheDay:
    @pytest.mark.parametrize(
        "line", ["发布时间：2024-03-18 09:20", "2024-03-18", "2024年3月18日 09:20", "（《早间新闻》 20240318 19:00）"]
    )
    def test_is_stated_by_a_byline(self, line: str) -> None:
        (article,) = divide("盐场开足马力", line, SALT)
        assert article.published == date(2024, 3, 18)

    def test_is_not_read_in_the_text(self) -> None:
        (article,) = divide("盐场开足马力", "2024年3月18日，白沙盐场开工。")
        assert article.published is None

    def test_of_a_source_counts_where_the_text_states_none(self) -> None:
        given_day = date(2024, 3, 20)
        assert divide("盐场开足马力", SALT, published=given_day)[0].published == given_day

    def test_holds_for_all_articles_of_a_page(self) -> None:
        articles = divide("发布时间：2024-03-18", "# 盐场开足马力", SALT, "# 渔港喜迎丰收", PORT)
        assert {article.published for article in articles} == {date(2024, 3, 18)}

    def test_of_a_dateline_takes_the_year_of_the_source(self) -> None:
        (article,) = divide(f"新华社北京1月17日电 {SALT}", published=date(2024, 1, 18))
        assert article.published == date(2024, 1, 17)

    def test_of_a_dateline_in_december_is_of_the_year_before(self) -> None:
        (article,) = divide(f"新华社北京12月31日电 {SALT}", published=date(2024, 1, 1))
        assert article.published == date(2023, 12, 31)

    def test_of_a_dateline_alone_has_no_year(self) -> None:
        assert divide(f"新华社北京1月17日电 {SALT}")[0].published is None

    @pytest.mark.parametrize(
        "lead",
        ["滨海日报2024年3月18日讯", "滨海2024年3月18日电（记者 王小明）", "（南海社记者王小明滨海113年3月18日电）"],
    )
    def test_of_a_dateline_may_have_its_year(self, lead: str) -> None:
        (article,) = divide(f"{lead}{SALT}")
        assert (article.published, sentences(article)) == (date(2024, 3, 18), [SALT])

    def test_of_a_dateline_takes_the_year_of_the_first_full_date_near_it(self) -> None:
        (article,) = divide("滨海3月19日讯（记者 王小明）2024年3月18日，白沙盐场开工。")
        assert article.published == date(2024, 3, 19)
        assert divide("滨海3月19日讯（记者 王小明）1998年8月1日，白沙盐场开工。")[0].published is None

    def test_of_a_speech_may_be_spread_over_lines(self) -> None:
        lines = ("政府工作报告", "——2024年1月5日在白沙市", "第四届人民代表大会第二次会议上", SALT)
        assert {article.published for article in divide(*lines)} == {date(2024, 1, 5)}

    def test_of_the_paper_that_printed_it_stands_at_the_end(self) -> None:
        assert divide("盐场开足马力", f"{SALT}（白沙日报2024年3月18日）")[0].published == date(2024, 3, 18)

    def test_that_does_not_exist_is_none(self) -> None:
        assert divide("盐场开足马力", "发布时间：2024-02-31", SALT)[0].published is None


class TestBylines:
    @pytest.mark.parametrize(
        ("blocks", "names"),
        [
            (["盐场开足马力", "记者 王小明 李大伟", SALT], ("王小明", "李大伟")),
            (["盐场开足马力", "本报记者 王小明 通讯员 李大伟", SALT], ("王小明", "李大伟")),
            ([f"本报讯（记者 王小明）{SALT}"], ("王小明",)),
            ([f"本报讯（记者 王小明 通讯员 李大伟）{SALT}"], ("王小明", "李大伟")),
            (["盐场开足马力", SALT, "盐工正在收盐。 王小明 摄"], ("王小明",)),
            (["盐场开足马力", SALT + "（王小明）"], ("王小明",)),
            (["盐场开足马力", "记者 王小明", SALT, "盐工正在收盐。 王小明 摄"], ("王小明",)),
            (["盐场开足马力", SALT], ()),
        ],
    )
    def test_are_the_persons_named_once_each(self, blocks: list[str], names: tuple[str, ...]) -> None:
        assert divide(*blocks)[0].bylines == names

    @pytest.mark.parametrize(
        "paragraph",
        [
            f"本报讯（记者 王小明）{SALT}",
            f"本报讯 记者王小明报道 {SALT}",
            f"{SALT}（王小明）",
            f"新华社北京1月17日电（记者 王小明）{SALT}",
        ],
    )
    def test_are_no_part_of_a_sentence(self, paragraph: str) -> None:
        assert sentences(divide(paragraph)[0]) == [SALT]

    def test_are_cut_from_a_caption(self) -> None:
        (article,) = divide("盐场开足马力", SALT, "盐工正在收盐。 王小明 摄")
        assert sentences(article, K.CAPTION) == ["盐工正在收盐。"]


class TestSections:
    def test_count_the_subheadings_before(self) -> None:
        (article,) = divide("盐场开足马力", SALT, "一、生产情况", SALT, "二、销售情况", PORT)
        assert [sentence.section for sentence in article.sentences] == [0, 0, 1, 1, 2, 2]

    def test_do_not_begin_at_a_line_under_the_headline(self) -> None:
        (article,) = divide("白沙盐场开足马力赶订单", "——盐场见闻", SALT)
        assert {sentence.section for sentence in article.sentences} == {0}

    def test_begin_anew_in_each_article(self) -> None:
        articles = divide("# 盐场开足马力", SALT, "一、生产情况", SALT, "# 渔港喜迎丰收", PORT)
        assert [sentence.section for sentence in articles[1].sentences] == [0, 0]


class TestSentences:
    @pytest.mark.parametrize(
        "parts",
        [
            ["盐场开工了。", "渔港也开工了！", "市场呢？"],
            ["盐场开工，渔港休整；市场热闹。", "价格平稳。"],
            ["他说：“盐场开工了！产量很高。”", "渔港也开工了。"],
            ["“盐场开工了！产量很高。”", "渔港也开工了。"],
            ["新建码头（见图。左侧）完工。", "渔港也开工了。"],
            ["新建码头（见图。）完工。", "渔港也开工了。"],
            ["新建码头完工。", "（见图。）", "渔港也开工了。"],
            ["新书《晒盐怎么办？》出版。", "渔港也开工了。"],
            ["《晒盐怎么办？》一书出版。", "渔港也开工了。"],
            ["“盐场加油！”的口号响起来。", "渔港也开工了。"],
            ["盐场“加油！”活动举行。", "渔港也开工了。"],
            ["产量提高3.5%，达到1.2万吨。", "渔港也开工了"],
            ["盐场开工了！！！", "渔港呢？！"],
        ],
    )
    def test_end_at_their_marks_but_not_inside_quotes_and_brackets(self, parts: list[str]) -> None:
        assert sentences(divide("".join(parts))[0], K.PARAGRAPH) == parts

    def test_go_on_behind_the_mark_of_an_address(self) -> None:
        (article,) = divide("详见https://example.org/a?b=30，盐场开工。渔港休整。")
        assert sentences(article) == ["详见https://example.org/a?b=30，盐场开工。", "渔港休整。"]

    def test_do_not_cross_blocks(self) -> None:
        (article,) = divide("盐场开工，渔港休整，", SALT)
        assert sentences(article)[-1] == SALT

    @pytest.mark.parametrize("block", ["1.盐场开工", "●渔港卸下海虾三百吨"])
    def test_of_a_list_are_its_items(self, block: str) -> None:
        (article,) = divide("盐场开足马力", SALT, block)
        assert sentences(article, K.LIST_ITEM) == [block]

    def test_are_not_read_in_furniture(self) -> None:
        (article,) = divide(
            "盐场开足马力", "【字号：", "来源：白沙日报", SALT, "特别声明：以上内容为平台用户上传并发布。"
        )
        assert sentences(article) == ["盐场开足马力", SALT]

    @given(
        st.lists(
            st.sampled_from(["盐场", "增产5%", "，", "。", "！", "“", "”", "（", "）", "《", "》", "；", "…"]),
            max_size=25,
        )
    )
    def test_hold_every_character_of_a_paragraph(self, pieces: list[str]) -> None:
        paragraph = "盐场开工" + "".join(pieces) + "，渔港的船也都已经出海了。"  # a line of signs would be noise
        articles = divide(paragraph)
        assert "".join(part for article in articles for part in sentences(article)) == articles[0].clean.text


class TestThePlace:
    HERE = Place("白沙县", "999999")

    def asked(self, *blocks: str, place: str | None = None) -> tuple[list[list[str]], tuple[Article, ...]]:
        """What a `Divider` asks about, and what it makes of the answer."""
        passages: list[list[str]] = []

        def about(asked: Sequence[str], papers: Sequence[str]) -> Place:
            passages.append(list(asked))
            return self.HERE

        raw = "\n\n".join(blocks)
        articles = Divider(PRESS, about)(CLEANER(Source("a", raw, "", len(raw), place=place)))
        return passages, articles

    def test_is_what_title_sentences_and_dateline_are_about(self) -> None:
        passages, articles = self.asked("盐场开足马力", f"新华社北京1月17日电 {SALT}{PORT}")
        assert passages == [["盐场开足马力", SALT, PORT, "北京"]]
        assert articles[0].place == self.HERE

    def test_is_asked_for_once_an_article(self) -> None:
        passages, _ = self.asked("# 盐场开足马力", SALT, "# 渔港喜迎丰收", PORT)
        assert [asked[0] for asked in passages] == ["盐场开足马力", "渔港喜迎丰收"]

    def test_given_with_the_source_is_looked_up_alone(self) -> None:
        passages, articles = self.asked("盐场开足马力", SALT, place="白沙")
        assert passages == [["白沙"]]
        assert articles[0].place == self.HERE

    def test_given_with_the_source_stays_where_nothing_looks_it_up(self) -> None:
        assert divide(SALT, place="白沙县")[0].place == Place("白沙县", None)

    def test_is_none_where_nothing_tells(self) -> None:
        assert divide(SALT)[0].place is None


def test_what_goes_on_without_a_full_stop_is_parted_at_its_marks() -> None:
    text = "，".join(f"第{n}号泵站抽水{n}万吨" for n in range(1, 400)) + "。"
    pieces = [text[low:high] for low, high in split_sentences(text, 0, len(text))]
    assert "".join(pieces) == text
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith(("，", "。")) for piece in pieces)


def test_no_thousands_are_parted() -> None:
    text = "4，565" * 300
    cuts = [high for _, high in split_sentences(text, 0, len(text))]
    assert all(not (text[cut - 1] == "，" and text[cut : cut + 1].isdigit()) for cut in cuts)


@pytest.mark.parametrize("mark", ["①", "❷", "㈢", "· "])
def test_the_mark_of_an_item_is_no_part_of_its_sentence(mark: str) -> None:
    text = f"{mark}{SALT}"
    assert [text[low:high] for low, high in split_sentences(text, 0, len(text))] == [SALT]

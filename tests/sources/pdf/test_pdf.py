"""PDF pages: columns in their order, paragraphs whole, headlines marked, furniture left out."""

from __future__ import annotations

import io
import random
from dataclasses import replace

import pytest

from extract.data import Source
from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError
from extract.sources.options import Reading
from extract.sources.pdf import read_pdf

from .typesetting import Piece, columns, pdf

HARBOUR = [
    (
        "本报讯（记者 甲乙丙）1月8日，记者从青峰县港航局获悉，2024年全县港口完成货物吞吐量3126.5万吨，同比增长7.3%，"
        "其中集装箱吞吐量86.4万标箱，比上年多出5.2万标箱。"
    ),
    "全县新增万吨级泊位2个，总数达到14个；完成港口投资31.5亿元，增长15.8%。",
    "港航局负责人说，今年将新建T-BOX堆场20万平方米，开通航线6条。",
]
SALT = [
    "本报讯（通讯员 丁戊）日前，云岭盐场技改工程完工，总投资1.8亿元，年产精制盐30万吨。",
    "盐场去年销售收入4.6亿元，下降2%。",
]
CARE = [
    "2024年，全市民政部门发放救助资金2.3亿元，惠及困难群众6.8万人次。",
    "全市建成社区食堂42个，新增养老床位1500张。",
]


def text(data: bytes) -> str:
    (source,) = read_pdf("a.pdf", io.BytesIO(data), Reading())
    assert isinstance(source, Source)
    assert not source.plain
    return source.text


def lines(data: bytes) -> list[str]:
    return [line for line in text(data).split("\n") if line]


def failure(data: bytes) -> SourceError:
    with pytest.raises(UnusableError) as caught:
        list(read_pdf("a.pdf", io.BytesIO(data), Reading()))
    return caught.value.error


class TestColumns:
    def test_of_one_page_are_read_from_left_to_right(self) -> None:
        page = columns(HARBOUR, (50, 310), 240, 700, 600)
        assert {piece.x for piece in page} >= {50, 310}
        assert lines(pdf(page)) == HARBOUR

    @pytest.mark.parametrize("count", [2, 3, 4, 5])
    def test_may_be_any_number(self, count: int) -> None:
        lefts = [40 + 164 * index for index in range(count)]
        rows = len(columns(HARBOUR * 3, (40,), 150, 1100, 0, size=9)) // count + 1
        page = columns(HARBOUR * 3, lefts, 150, 1100, 1100 - 13.5 * rows, size=9)
        assert {round(piece.x / 164) for piece in page} == set(range(count))
        assert lines(pdf(page, size=(900, 1200))) == HARBOUR * 3

    def test_go_on_on_the_next_page(self) -> None:
        page = columns(HARBOUR * 2, (50, 310, 50.5, 310.5), 240, 700, 600)
        first = [piece for piece in page if piece.x in (50, 70, 310, 330)]
        second = [piece for piece in page if piece not in first]
        assert second
        assert lines(pdf(first, second)) == HARBOUR * 2

    def test_stand_under_a_headline_that_spans_them(self) -> None:
        page = [Piece(60, 720, "青峰县港口吞吐量增长7.3%", 24), *columns(HARBOUR, (50, 310), 240, 700, 600)]
        assert lines(pdf(page)) == ["# 青峰县港口吞吐量增长7.3%", *HARBOUR]

    def test_that_share_no_baseline_are_columns_too(self) -> None:
        left, right = columns(SALT, (50,), 240, 700, 500), columns(CARE, (310,), 240, 696.3, 500)
        assert lines(pdf(left + right)) == SALT + CARE

    def test_are_found_whatever_was_drawn_first(self) -> None:
        page = [Piece(60, 720, "青峰县港口吞吐量增长7.3%", 24), *columns(HARBOUR, (50, 310), 240, 700, 600)]
        expected = text(pdf(page))
        for seed in range(5):
            random.Random(seed).shuffle(page)
            assert text(pdf(page)) == expected

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_are_those_of_the_page_as_it_is_shown(self, turn: int) -> None:
        page = [Piece(60, 560, "青峰县港口吞吐量增长7.3%", 24), *columns(HARBOUR, (50, 310), 240, 540, 440)]
        assert lines(pdf(page, size=(600, 600), turn=turn)) == ["# 青峰县港口吞吐量增长7.3%", *HARBOUR]

    @pytest.mark.parametrize("scale", [0.1, 2, 10])
    def test_may_be_set_in_type_that_is_scaled(self, scale: float) -> None:
        page = [Piece(60, 720, "青峰县港口吞吐量增长7.3%", 24), *columns(HARBOUR, (50, 310), 240, 700, 600)]
        assert lines(pdf(page, scale=scale)) == ["# 青峰县港口吞吐量增长7.3%", *HARBOUR]

    def test_may_be_justified(self) -> None:
        set_tight = columns(["港口开工一年来的工程进展顺利" * 6 + "。"] * 2, (50, 310), 236, 700, 620)
        page = [
            replace(piece, space=((286 if piece.x < 300 else 546) - piece.x) / len(piece.text) - 10)
            for piece in set_tight
        ]
        page = [piece if 0 <= piece.space < 2 else replace(piece, space=0) for piece in page]
        assert any(piece.space > 0 for piece in page)
        assert lines(pdf(page)) == ["港口开工一年来的工程进展顺利" * 6 + "。"] * 2

    def test_may_have_a_comma_hang_in_their_gutter(self) -> None:
        left = [Piece(50, 700, "港口完成货物吞吐量三千万吨，其中外贸货物一千万吨，"), Piece(50, 685, "增长一成。")]
        right = [Piece(308, 700, "盐场技改工程完工，总投资1.8亿元，年产精制盐三十万"), Piece(308, 685, "吨。")]
        assert lines(pdf(left + right)) == [
            "港口完成货物吞吐量三千万吨，其中外贸货物一千万吨，增长一成。",
            "盐场技改工程完工，总投资1.8亿元，年产精制盐三十万吨。",
        ]


class TestANewspaperPage:
    LEFTS = (40, 204, 368, 532, 696)

    def page(self) -> list[Piece]:
        return [
            Piece(40, 1170, "2025年1月9日 星期四"),
            Piece(760, 1170, "滨河晨报 要闻"),
            Piece(40, 1120, "聚焦海洋经济", 14),
            Piece(40, 1090, "青峰县港口吞吐量增长7.3%", 26),
            *columns(HARBOUR, self.LEFTS[:3], 150, 1080, 990, size=9),
            Piece(40, 900, "云岭盐场技改完工投产", 20),
            *columns(SALT, self.LEFTS[:3], 150, 890, 840, size=9),
            Piece(532, 1090, "救助困难群众6.8万人次", 20),
            *columns(CARE, self.LEFTS[3:], 150, 1080, 1020, size=9),
        ]

    def test_is_read_article_by_article_each_under_its_headline(self) -> None:
        assert lines(pdf(self.page(), size=(900, 1200))) == [
            "2025年1月9日 星期四\u3000滨河晨报 要闻",
            "聚焦海洋经济",
            "# 青峰县港口吞吐量增长7.3%",
            *HARBOUR,
            "# 云岭盐场技改完工投产",
            *SALT,
            "# 救助困难群众6.8万人次",
            *CARE,
        ]

    def test_may_have_a_headline_of_two_lines(self) -> None:
        page = [
            Piece(40, 1120, "青峰县港口吞吐量", 26),
            Piece(40, 1086, "增长7.3%", 26),
            *columns(HARBOUR, self.LEFTS[:3], 150, 1070, 980, size=9),
        ]
        assert lines(pdf(page, size=(900, 1200)))[0] == "# 青峰县港口吞吐量增长7.3%"


class TestTables:
    ROWS = (
        ("货类", "单位", "吞吐量", "增长（%）"),
        ("集装箱", "万标箱", "86.4", "6.2"),
        ("散货", "万吨", "2,201.5", "-1.3"),
        ("液体散货", "万吨", "88.3", "0.4"),
    )

    def test_of_figures_are_read_row_by_row(self) -> None:
        cells = [
            Piece(x, 600 - 18 * number, cell)
            for number, row in enumerate(self.ROWS)
            for x, cell in zip((60, 200, 300, 400), row, strict=True)
        ]
        page = [*columns(HARBOUR, (50,), 480, 780, 640), *cells, *columns(SALT, (50,), 480, 520, 400)]
        assert lines(pdf(page)) == [*HARBOUR, *(f"| {' | '.join(row)} |" for row in self.ROWS), *SALT]

    def test_may_stand_in_a_column(self) -> None:
        cells = [
            Piece(x, 600 - 15 * number, cell, 9)
            for number, row in enumerate(self.ROWS)
            for x, cell in zip((55, 120, 180, 240), row, strict=True)
        ]
        right = columns(HARBOUR + CARE, (310,), 240, 700, 400)
        page = [*columns(SALT, (50,), 240, 700, 620), *cells, *right]
        assert lines(pdf(page)) == [*SALT, *(f"| {' | '.join(row)} |" for row in self.ROWS), *HARBOUR, *CARE]

    def test_are_not_headings_beside_each_other(self) -> None:
        page = [Piece(x, y, f"{name}的港口") for x, name in ((50, "东"), (310, "西")) for y in (700, 685, 670)]
        assert not [line for line in lines(pdf(page)) if line.startswith("|")]


class TestParagraphs:
    def test_begin_where_a_line_is_set_in(self) -> None:
        assert lines(pdf(columns(HARBOUR, (50,), 240, 700, 100))) == HARBOUR

    def test_without_an_indent_end_with_a_short_line(self) -> None:
        assert lines(pdf(columns(HARBOUR, (50,), 240, 700, 100, indent=0))) == HARBOUR

    def test_may_end_under_the_indent_of_their_first_line(self) -> None:
        page = [Piece(70, 700, "全市建成社区食堂四十二个，新增养老床位一千五百"), Piece(50, 685, "张。")]
        assert lines(pdf(page)) == ["全市建成社区食堂四十二个，新增养老床位一千五百张。"]

    def test_are_parted_by_a_blank_line_where_the_page_parts_them(self) -> None:
        page = [*columns(SALT[:1], (50,), 240, 700, 100), *columns(SALT[1:], (50,), 240, 620, 100)]
        assert text(pdf(page)) == "\n\n".join(SALT)

    @pytest.mark.parametrize("left", [50, 150])
    @pytest.mark.parametrize("indent", [0, 2])
    def test_are_not_joined_with_a_heading_of_their_size(self, left: int, indent: int) -> None:
        page = [
            *columns(HARBOUR[:1], (50,), 240, 700, 100, indent=indent),
            Piece(left, 600, "二、盐业"),
            *columns(HARBOUR[1:], (50,), 240, 590, 100, indent=indent),
        ]
        assert lines(pdf(page)) == [HARBOUR[0], "二、盐业", *HARBOUR[1:]]

    def test_are_single_lines_far_from_each_other(self) -> None:
        titles = ["青峰县", "二〇二四年统计公报", "青峰县统计局"]
        page = [Piece(300 - 5 * len(title), 700 - 40 * number, title) for number, title in enumerate(titles)]
        assert lines(pdf(page)) == titles

    def test_join_latin_words_with_a_space_and_figures_without(self) -> None:
        page = [
            Piece(50, 700, "港口引进了德国公司的Smart Container Loading"),
            Piece(50, 685, "System系统，全年为码头节约电费和人工费用合计12"),
            Piece(50, 670, "00万元。"),
        ]
        assert lines(pdf(page)) == [
            "港口引进了德国公司的Smart Container Loading System系统，全年为码头节约电费和人工费用合计1200万元。"
        ]

    def test_keep_the_spaces_of_a_line(self) -> None:
        page = [
            Piece(50, 700, "港口完成货物吞吐量三千万吨，其中外贸货物一千万吨，"),
            Piece(50, 685, "增长一成。"),
            Piece(120, 685, "记者 甲乙丙"),
        ]
        assert lines(pdf(page))[0].endswith("增长一成。\u3000记者 甲乙丙")

    def test_in_the_middle_of_which_a_page_ends_go_on_behind_its_number(self) -> None:
        first = [Piece(70, 60, "盐场去年总收入4.6亿元，下降2%；今年又销出"), Piece(290, 25, "- 1 -")]
        first += columns(SALT[:1], (50,), 240, 200, 60)
        second = [Piece(50, 700, "精制盐9万吨。"), *columns(CARE, (50,), 240, 690, 100), Piece(290, 25, "- 2 -")]
        assert lines(pdf(first, second)) == [
            SALT[0],
            "盐场去年总收入4.6亿元，下降2%；今年又销出精制盐9万吨。",
            *CARE,
        ]


class TestFurniture:
    def test_that_stands_on_every_page_is_left_out(self) -> None:
        pages = [
            [
                Piece(240, 770, "青峰县统计年鉴 第3期"),
                *columns([paragraph], (50,), 240, 700, 100),
                Piece(290, 25, f"第{number}页"),
            ]
            for number, paragraph in enumerate(HARBOUR, 1)
        ]
        assert lines(pdf(*pages)) == HARBOUR

    def test_is_not_what_a_text_repeats(self) -> None:
        pages = [columns([paragraph, "以上数据未经审计。"], (50,), 240, 700, 100) for paragraph in HARBOUR]
        assert lines(pdf(*pages)).count("以上数据未经审计。") == 3

    @pytest.mark.parametrize("number", ["12", "- 12 -", "— 12 —", "·12·", "3/12"])
    def test_is_a_page_number_at_the_edge(self, number: str) -> None:
        page = [*columns(SALT, (50,), 240, 700, 100), Piece(290, 25, number)]
        assert lines(pdf(page)) == SALT

    def test_is_a_watermark_across_the_page(self) -> None:
        from reportlab.pdfgen import canvas

        data = io.BytesIO()
        sheet = canvas.Canvas(data, pagesize=(600, 800))
        pdf([])
        sheet.setFont("STSong-Light", 10)
        sheet.drawString(50, 700, SALT[1])
        sheet.rotate(45)
        sheet.drawString(400, 100, "内部资料")
        sheet.save()
        assert lines(data.getvalue()) == [SALT[1]]

    def test_printed_twice_for_boldness_is_read_once(self) -> None:
        page = [Piece(50, 700, SALT[1]), Piece(50.3, 700, SALT[1])]
        assert lines(pdf(page)) == [SALT[1]]


class TestWhatCannotBeRead:
    def test_asks_for_a_password(self) -> None:
        assert failure(pdf([Piece(50, 700, SALT[1])], password="sesame")) is SourceError.ENCRYPTED

    @pytest.mark.parametrize("data", [b"no pdf at all", b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\x00\xff" * 500])
    def test_is_broken(self, data: bytes) -> None:
        assert failure(data) is SourceError.DAMAGED

    def test_is_cut_short(self) -> None:
        data = pdf(columns(HARBOUR, (50,), 240, 700, 100))
        assert failure(data[: len(data) // 3]) in {SourceError.DAMAGED, SourceError.NO_TEXT}

    def test_is_a_scan(self) -> None:
        assert failure(pdf([])) is SourceError.NO_TEXT

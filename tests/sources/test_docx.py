"""Word documents: paragraphs, headings, items and cells in their order, and what is no document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from extract.data import Source
from extract.sources.carriers import UnusableError
from extract.sources.docx import read_docx
from extract.sources.errors import SourceError
from extract.sources.options import Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HARBOUR, SALT = "2024年，全县港口完成货物吞吐量3126.5万吨，同比增长7.3%。", "盐场去年销售收入4.6亿元，下降2%。"


def saved(write: Callable[[Any], object]) -> bytes:
    document = docx.Document()
    write(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def text(data: bytes) -> str:
    (source,) = read_docx("a.docx", io.BytesIO(data), Reading())
    assert isinstance(source, Source)
    assert not source.plain
    return source.text


def written(write: Callable[[Any], object]) -> list[str]:
    return text(saved(write)).split("\n")


def failure(data: bytes) -> SourceError:
    with pytest.raises(UnusableError) as caught:
        list(read_docx("a.docx", io.BytesIO(data), Reading()))
    return caught.value.error


class TestBlocks:
    def test_are_paragraphs_each_on_its_line(self) -> None:
        def write(document: Any) -> None:
            document.add_paragraph(HARBOUR)
            document.add_paragraph("")
            document.add_paragraph("\u3000\u3000" + SALT)

        assert written(write) == [HARBOUR, "", SALT]

    def test_are_a_title_and_headings(self) -> None:
        def write(document: Any) -> None:
            document.add_heading("青峰县港口吞吐量增长7.3%", 0)
            document.add_heading("一、总体情况", 1)
            document.add_paragraph(HARBOUR)

        assert written(write) == ["# 青峰县港口吞吐量增长7.3%", "#### 一、总体情况", HARBOUR]

    def test_are_headings_of_which_the_first_names_the_text(self) -> None:
        def write(document: Any) -> None:
            document.add_heading("青峰县港口吞吐量增长7.3%", 1)
            document.add_paragraph(HARBOUR)
            document.add_heading("盐业", 1)

        assert written(write) == ["# 青峰县港口吞吐量增长7.3%", HARBOUR, "#### 盐业"]

    @pytest.mark.parametrize("style", ["List Bullet", "List Number", "List Bullet 2"])
    def test_are_items(self, style: str) -> None:
        assert written(lambda document: document.add_paragraph(SALT, style=style)) == [f"- {SALT}"]

    def test_are_items_by_their_numbering(self) -> None:
        def write(document: Any) -> None:
            number = '<w:pPr {0}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{1}"/></w:numPr></w:pPr>'
            document.add_paragraph(SALT)._p.insert(0, parse_xml(number.format(W, 1)))
            document.add_paragraph(SALT, style="List Bullet")._p.pPr.append(
                parse_xml(f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>')
            )

        assert written(write)[0] == f"- {SALT}"

    def test_are_no_items_where_the_style_only_sets_them_in(self) -> None:
        assert written(lambda document: document.add_paragraph(SALT, style="List Paragraph")) == [SALT]

    def test_break_where_the_line_is_broken(self) -> None:
        def write(document: Any) -> None:
            paragraph = document.add_paragraph("港口")
            paragraph.add_run().add_break()
            paragraph.add_run("盐场")

        assert written(write) == ["港口", "盐场"]

    def test_hold_what_was_inserted_and_linked_and_not_what_was_deleted(self) -> None:
        def write(document: Any) -> None:
            document.element.body.insert(
                0,
                parse_xml(
                    f"<w:p {W}><w:r><w:t>港口</w:t></w:r><w:ins><w:r><w:t>吞吐量</w:t></w:r></w:ins>"
                    "<w:del><w:r><w:delText>产量</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>增长</w:t></w:r>"
                    "</w:hyperlink><w:r><w:noBreakHyphen/><w:t>7%。</w:t></w:r></w:p>"
                ),
            )

        assert written(write) == ["港口吞吐量增长-7%。"]

    def test_may_stand_in_a_content_control_or_a_text_box(self) -> None:
        def write(document: Any) -> None:
            body = document.element.body
            held = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>{HARBOUR}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            box = (
                f"<w:p {W}><w:r><w:t>港口</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>{SALT}</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></w:r></w:p>"
            )
            body.insert(0, parse_xml(held))
            body.insert(1, parse_xml(box))

        assert written(write) == [HARBOUR, "港口", SALT]


class TestTables:
    def test_are_read_cell_by_cell_where_they_stand(self) -> None:
        def write(document: Any) -> None:
            document.add_paragraph(HARBOUR)
            table = document.add_table(2, 3)
            for row, cells in zip(table.rows, (("货类", "吞吐量", "增速"), ("集装箱", "86.4万", "6.2%")), strict=True):
                for cell, value in zip(row.cells, cells, strict=True):
                    cell.text = value
            document.add_paragraph(SALT)

        assert written(write) == [HARBOUR, "| 货类 | 吞吐量 | 增速 |", "| 集装箱 | 86.4万 | 6.2% |", SALT]

    def test_give_a_merged_cell_once(self) -> None:
        def write(document: Any) -> None:
            table = document.add_table(2, 3)
            for index, cell in enumerate(table._cells):
                cell.text = str(index)
            table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"

        assert written(write) == ["| 合计 | 2 |", "| 3 | 4 | 5 |"]

    def test_made_for_layout_hold_paragraphs(self) -> None:
        def write(document: Any) -> None:
            cell = document.add_table(1, 1).cell(0, 0)
            cell.text = HARBOUR
            cell.add_paragraph(SALT)

        assert [line for line in written(write) if line] == [HARBOUR, SALT]


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        "data",
        [
            b"no zip",
            zipped(a_xml=b"<a/>"),
            zipped(word__document_xml=b"<a/>"),
            zipped(**{"[Content_Types].xml": b"<Types/>"}),
            zipped(**{"[Content_Types].xml": b"no XML"}),
            saved(lambda document: document.add_paragraph(SALT))[:2000],
        ],
    )
    def test_is_no_docx(self, data: bytes) -> None:
        assert failure(data) is SourceError.DAMAGED

    def test_is_a_document_whose_text_is_broken(self) -> None:
        whole = saved(lambda document: document.add_paragraph(SALT))
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        parts["word/document.xml"] = parts["word/document.xml"][:-40]
        assert failure(zipped(**parts)) is SourceError.DAMAGED

    def test_asks_for_a_password(self) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
        assert failure(data) is SourceError.ENCRYPTED

    def test_is_of_the_old_format(self) -> None:
        assert failure(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)) is SourceError.DAMAGED

    def test_has_no_text(self) -> None:
        assert failure(saved(lambda document: document.add_paragraph(" "))) is SourceError.NO_TEXT

    def test_would_unpack_to_more_than_memory_holds(self) -> None:
        bomb = zipped(word__document_xml=bytes(70 << 20))
        assert len(bomb) < 1 << 20
        assert failure(bomb) is SourceError.TOO_LARGE

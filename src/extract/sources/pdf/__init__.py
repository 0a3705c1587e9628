"""PDF documents: the text of their pages in reading order. Text that is set vertically is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.data import Rejection, Source
from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError
from extract.sources.options import Reading
from extract.sources.pdf.glyphs import edges, glyphs
from extract.sources.pdf.lines import lines_of
from extract.sources.pdf.tables import with_rows
from extract.sources.pdf.text import PageOf, text_of
from extract.sources.text import text_hash

_PASSWORD = 4
"""pdfium's FPDF_ERR_PASSWORD."""
_UNREAD = 0.3
"""The share of characters without a meaning from which a document is none."""


def read_pdf(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The source in a PDF. Raises UnusableError with DAMAGED, ENCRYPTED, NO_TEXT or UNDECODABLE."""
    data = file.read()
    text = text_of(_pages(data))
    if not text.strip():
        raise UnusableError(SourceError.NO_TEXT, "no text on its pages; a scan needs OCR first")
    if sum(map(_is_unread, text)) > _UNREAD * len(text):
        raise UnusableError(SourceError.UNDECODABLE, "its fonts do not say which characters they show")
    yield Source(source_id, text, text_hash(text), len(data), False)


def _pages(data: bytes) -> list[PageOf]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return [_page(document, number) for number in range(len(document))]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise UnusableError(SourceError.ENCRYPTED, "the document asks for a password") from None
        raise UnusableError(SourceError.DAMAGED, f"no PDF: {error}") from None


def _page(document: Any, number: int) -> PageOf:
    page = document[number]
    try:
        bottom, top = edges(page)
        inside = (glyph for glyph in glyphs(page) if bottom <= glyph.y <= top)
        return PageOf(with_rows(lines_of(inside)), bottom, top)
    finally:
        page.close()


def _is_unread(char: str) -> bool:
    return char in "\x00\ufffd" or "\ue000" <= char <= "\uf8ff"

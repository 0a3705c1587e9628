"""Word documents: paragraphs, headings, list items and tables in the order of the document.

The document's XML is walked here, since what stands in a content control, a text box or a tracked insertion is no
paragraph for python-docx. Deleted text, footnotes, headers and footers are left out.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from extract.data import Rejection, Source
from extract.sources import marked
from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError
from extract.sources.options import Reading
from extract.sources.text import text_hash

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
LARGEST_XML = 64 << 20
LARGEST = 512 << 20
"""Bytes that one part of the document, and all of it, may unpack to."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}sectPr", f"{_W}pPr", f"{_W}rPr", f"{_W}tblPr", _FALLBACK))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# not List Paragraph, which is any paragraph set in
_LISTS = ("list bullet", "list number")
_CELL = 300


def read_docx(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The source in a .docx file. Raises UnusableError with DAMAGED, ENCRYPTED, TOO_LARGE or NO_TEXT."""
    data = file.read()
    _refuse(data)
    document = _opened(data)
    text = marked.lines(_Writer(_styles(document)).blocks(document.element.body))
    if not text.strip():
        raise UnusableError(SourceError.NO_TEXT, "no text in the document")
    yield Source(source_id, text, text_hash(text), len(data), False)


def _refuse(data: bytes) -> None:
    """Look at the package before anything of it is unpacked."""
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise UnusableError(SourceError.ENCRYPTED, "the document asks for a password")
        raise UnusableError(SourceError.DAMAGED, "an old .doc file; save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnusableError(SourceError.DAMAGED, f"no DOCX: {error}") from None
    xml = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if xml > LARGEST_XML or sum(part.file_size for part in parts) > LARGEST:
        raise UnusableError(SourceError.TOO_LARGE, f"unpacks to more than {LARGEST_XML:,} bytes a part")


def _opened(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    # What is missing or wrong in a package comes up as any of these.
    broken = (OpcError, etree.LxmlError, zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ValueError, OSError,
              AttributeError, EOFError, RuntimeError, zlib.error)  # fmt: skip
    try:
        document = docx.Document(io.BytesIO(data))
        if document.element.body is None:
            raise ValueError("without a body")
        return document
    except broken as error:
        raise UnusableError(SourceError.DAMAGED, f"no DOCX: {error}") from None


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph's style says of its part in the text."""

    name: str
    listed: bool


def _styles(document: Any) -> dict[str, Style]:
    """Each paragraph style by its id, with what it is based on taken in."""
    styles: dict[str, Style] = {}
    for style in document.styles.element.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        numbered = _numbered(style)
        styles[style.get(f"{_W}styleId")] = Style("" if name is None else name.get(f"{_W}val", "").lower(), numbered)
    return styles


def _numbered(element: Any) -> bool:
    """Whether a paragraph or a style has a bullet or a number; number 0 takes that of the style away."""
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return number is not None and number.get(f"{_W}val") != "0"


class _Writer:
    """The blocks of one document; the first heading names the text, unless a title does."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._begun = False

    def blocks(self, parent: Any) -> Iterator[str]:
        """The marked blocks below an element that holds paragraphs and tables."""
        for child in parent:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag not in _LEFT_OUT:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        text = _text(paragraph)
        yield self._marked(paragraph, text) if text.strip() else ""
        self._begun = self._begun or bool(text.strip())
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.blocks(box)

    def _marked(self, paragraph: Any, text: str) -> str:
        used = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style = self._styles.get("" if used is None else used.get(f"{_W}val", ""), Style("", False))
        if style.name == "title":
            return marked.heading(marked.plain(text))
        if style.name.startswith("heading"):
            return marked.heading(marked.plain(text), marked.PART if self._begun else marked.NAME)
        if style.listed or style.name.startswith(_LISTS) or _numbered(paragraph):
            return marked.item(marked.plain(text))
        # a line break stays one: it parts lines, and no paragraphs
        return "\n".join(filter(None, map(marked.plain, text.split("\n"))))

    def _table(self, table: Any) -> Iterator[str]:
        rows = [list(_below(row, f"{_W}tc")) for row in _below(table, f"{_W}tr")]
        if _is_data(rows):
            yield marked.table([[marked.plain(" ".join(_texts(cell))) for cell in row] for row in rows])
            self._begun = True
            return
        for row in rows:
            for cell in row:
                yield from self.blocks(cell)


def _is_data(rows: list[list[Any]]) -> bool:
    """Whether a table is one of figures, not of a page's layout."""
    if max(map(len, rows), default=0) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if any(next(cell.iter(f"{_W}tbl"), None) is not None for cell in cells):
        return False
    return all(sum(map(len, _texts(cell))) <= _CELL for cell in cells)


def _below(element: Any, tag: str) -> Iterator[Any]:
    """The next elements of a tag below an element, through content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _below(child, tag)


def _texts(cell: Any) -> list[str]:
    return [text for paragraph in cell.iter(f"{_W}p") if (text := _text(paragraph))]


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    """The text of a paragraph's runs, without that of text boxes in it."""
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag not in _LEFT_OUT and tag != f"{_W}txbxContent":
            yield from _pieces(child)

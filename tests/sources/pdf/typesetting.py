"""PDF pages set for tests, with a font that every viewer has: STSong-Light."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT = "STSong-Light"
_NEVER_FIRST = "，。；：、！？”’）》】%％"


@dataclass(frozen=True)
class Piece:
    """Text at a place on a page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    space: float = 0
    """Between its characters, as in justified lines."""


def pdf(
    *pages: Iterable[Piece],
    size: tuple[float, float] = (600, 800),
    turn: int = 0,
    scale: float = 1,
    password: str | None = None,
) -> bytes:
    """A document of pages, each with its pieces in the order of drawing.

    `turn` is in degrees clockwise; where `scale` is given, type of another size is drawn on that scale.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    data = io.BytesIO()
    locked = None if password is None else StandardEncryption(password, ownerPassword=password)
    sheet = canvas.Canvas(data, pagesize=size, encrypt=locked)
    for page in pages:
        sheet.setPageRotation(turn)
        for piece in page:
            sheet.saveState()
            if turn:
                sheet.translate(*{90: (size[0], 0), 180: size, 270: (0, size[1])}[turn])
                sheet.rotate(turn)
            sheet.scale(scale, scale)
            sheet.setFont(FONT, piece.size / scale)
            place = piece.x / scale, piece.y / scale
            sheet.drawString(*place, piece.text, charSpace=piece.space / scale)
            sheet.restoreState()
        sheet.showPage()
    sheet.save()
    return data.getvalue()


def wrapped(text: str, size: float, width: float, indent: float = 0) -> Iterator[str]:
    """The lines of a paragraph in a column; a sign that may not begin a line hangs."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    line, used = "", indent
    for char in text:
        advance = pdfmetrics.stringWidth(char, FONT, size)
        if used + advance > width + 0.01 and char not in _NEVER_FIRST:
            yield line
            line, used = "", 0
        line += char
        used += advance
    if line:
        yield line


def columns(
    paragraphs: Sequence[str],
    lefts: Sequence[float],
    width: float,
    top: float,
    bottom: float,
    *,
    size: float = 10,
    leading: float = 1.5,
    indent: int = 2,
) -> list[Piece]:
    """Paragraphs set in columns one after the other. Raises ValueError where they do not fit."""
    pieces: list[Piece] = []
    places = iter(lefts)
    left, y = next(places), top
    for paragraph in paragraphs:
        for number, line in enumerate(wrapped(paragraph, size, width, indent * size)):
            y -= size * leading
            if y < bottom:
                try:
                    left, y = next(places), top - size * leading
                except StopIteration:
                    raise ValueError(f"no room for {line}") from None
            pieces.append(Piece(left + (0 if number else indent * size), y, line, size))
    return pieces

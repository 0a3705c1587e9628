"""The characters of a PDF page with their places, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, pi, tau
from typing import Any

_TILTED = 0.2
"""Radians: a watermark across the page and a spine's title are no text of it."""
# pdfium writes a hyphen at a line's end as one of these
_HYPHENS = "\x02\ufffe"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on the page as it is shown, in points; `y` is its baseline and grows upwards."""

    char: str
    x0: float
    x1: float
    y: float
    size: float


def glyphs(page: Any) -> Iterator[Glyph]:
    """The upright characters of a pypdfium2 page in the order of its content, each once, white space too."""
    text = page.get_textpage()
    turn = page.get_rotation() // 90 % 4
    seen: set[tuple[str, int, int]] = set()
    for char, corners, base, angle, size in _characters(text):
        tilt = (angle + turn * pi / 2 + pi) % tau - pi
        if abs(tilt) > _TILTED:
            continue
        x0, x1 = sorted(_turned(x, y, turn)[0] for x, y in corners)
        _, y = _turned(*base, turn)
        glyph = Glyph(char, x0, x1, y, size)
        # bold made by printing twice, a little to the right
        column, row = round(glyph.x0), round(y)
        if not any((char, column + near, row) in seen for near in (0, -1, 1)):
            seen.add((char, column, row))
            yield glyph


def edges(page: Any) -> tuple[float, float]:
    """The heights of the lower and the upper edge of a page as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation() // 90 % 4
    _, one = _turned(left, bottom, turn)
    _, other = _turned(right, top, turn)
    return min(one, other), max(one, other)


Point = tuple[float, float]


def _characters(text: Any) -> Iterator[tuple[str, tuple[Point, Point], Point, float, float]]:
    """Each character with two corners of its box, its origin, its angle and its size on the page."""
    from pypdfium2 import raw

    box, x, y, scale = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    half = ""
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 and chr(code) not in _HYPHENS:
            continue
        char = "-" if chr(code) in _HYPHENS else chr(code)
        if 0xD800 <= code < 0xDC00:
            half = char
            continue
        if 0xDC00 <= code < 0xE000:
            char = (half + char).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        half = ""
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, scale)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(scale.c, scale.d)
        corners = (box.left, box.bottom), (box.right, box.top)
        yield char, corners, (x.value, y.value), raw.FPDFText_GetCharAngle(text, index), size or box.top - box.bottom


def _turned(x: float, y: float, turn: int) -> Point:
    """A point of a page that is shown after `turn` quarter turns clockwise."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]

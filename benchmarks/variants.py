"""One text in the many dresses that press text comes in: wrapped, traditional, wide, spaced, encoded, as a file.

A `Variant` takes the paragraphs of a text and gives the bytes of a file. What it changes is the dress alone: the
records must stay what they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

Paragraphs = Sequence[str]


@dataclass(frozen=True, slots=True)
class Variant:
    """A dress by name, the type of the file that it makes, and how it makes it."""

    name: str
    family: str
    """The name of the variants that differ from it in a number only."""
    suffix: str
    make: Callable[[Paragraphs], bytes]
    """Raises UnicodeEncodeError where the text does not fit into the dress (a character that Big5 does not hold)."""


def _text(dress: Callable[[Paragraphs], str], encoding: str = "utf-8") -> Callable[[Paragraphs], bytes]:
    return lambda paragraphs: dress(paragraphs).encode(encoding)


# ---- lines ----------------------------------------------------------------------------------------------------

_NOT_FIRST = "，。、；：！？”’）》」』】…%％,.;:!?)"
_NOT_LAST = "“‘（《「『【("
_UNBROKEN = re.compile(f"[{_NOT_LAST}]*(?:[A-Za-z0-9.%+/-]+|.)[{re.escape(_NOT_FIRST)}]*")


def columns(text: str) -> int:
    """The width of a text in half-width columns."""
    return sum(2 if char > "\u00ff" else 1 for char in text)


def cut(text: str, width: int) -> list[str]:
    """A paragraph in lines of `width` characters, wherever they break."""
    return [text[at : at + width] for at in range(0, len(text), width)] or [""]


def typeset(text: str, width: int, indent: int = 0) -> list[str]:
    """A paragraph in lines as a typesetter breaks them: no figure or Latin word is broken, no line begins with a comma.

    A Latin letter, figure or space is half as wide as a Chinese character; `indent` is the first line's, in
    characters.
    """
    lines, line, room = [], "", (width - indent) * 2
    for found in _UNBROKEN.finditer(text):
        wide = columns(found[0])
        if room < wide and line:
            lines.append(line)
            line, room = "", width * 2
        line += found[0]
        room -= wide
    return [*lines, line]


def _naive(width: int) -> Callable[[Paragraphs], str]:
    return lambda paragraphs: "\n".join(line for text in paragraphs for line in cut(text, width))


def _blank(width: int) -> Callable[[Paragraphs], str]:
    return lambda paragraphs: "\n\n".join("\n".join(typeset(text, width)) for text in paragraphs)


def _indented(width: int) -> Callable[[Paragraphs], str]:
    def dress(paragraphs: Paragraphs) -> str:
        set_ = ("\u3000\u3000" + "\n".join(typeset(text, width, 2)) for text in paragraphs[1:])
        return "\n".join(["\n".join(typeset(paragraphs[0], width)), *set_])

    return dress


_SPRINKLED = 0.05

# ---- characters -----------------------------------------------------------------------------------------------


def _joined(paragraphs: Paragraphs) -> str:
    return "\n".join(paragraphs)


@cache
def _to_traditional(name: str) -> Callable[[str], str]:
    from opencc import OpenCC

    return OpenCC(name).convert


def traditional(name: str) -> Callable[[Paragraphs], str]:
    """The text in traditional script by the OpenCC table `name` (s2hk, s2tw)."""
    return lambda paragraphs: _to_traditional(name)(_joined(paragraphs))


def full_width(paragraphs: Paragraphs) -> str:
    """Figures, Latin letters and signs as wide as a Chinese character."""
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code).isalnum() or chr(code) in "%-+./"}
    return _joined(paragraphs).translate(wide)


def half_width(paragraphs: Paragraphs) -> str:
    """Chinese punctuation typed with half-width signs."""
    return _joined(paragraphs).translate(str.maketrans("，；：！？（）", ",;:!?()"))


def spaced(paragraphs: Paragraphs) -> str:
    """A space here and there between two characters, as justified lines and OCR leave them."""
    chance = random.Random(0)
    lines = []
    for text in paragraphs:
        signs = [
            char + " " * (chance.random() < 0.05 and _may_part(char, after))
            for char, after in zip(text, text[1:] + "\n", strict=True)
        ]
        lines.append("".join(signs))
    return "\n".join(lines)


def _may_part(before: str, after: str) -> bool:
    # a space inside a figure or a Latin word is another text: 3 5% is no 35%
    return not (before.isascii() and after.isascii())


# ---- files ----------------------------------------------------------------------------------------------------


def html(paragraphs: Paragraphs) -> bytes:
    """A page with a headline and paragraphs."""
    from html import escape

    head, *body = map(escape, paragraphs)
    rows = "\n".join(f"<p>{text}</p>" for text in body)
    page = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{head}</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/news">新闻</a></div>
<div class="article"><h1>{head}</h1>
{rows}
</div></body></html>"""
    return page.encode()


def docx(paragraphs: Paragraphs) -> bytes:
    """A document with a heading and paragraphs."""
    from io import BytesIO

    from docx import Document

    document = Document()
    document.add_heading(paragraphs[0], 1)
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(paragraphs: Paragraphs) -> bytes:
    """Two columns under a headline."""
    from io import BytesIO

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = BytesIO()
    canvas = Canvas(file, (595, 842))
    left, size, leading, columns = (50, 310), 11, 17, 20
    heads = typeset(paragraphs[0], 24)
    canvas.setFont("STSong-Light", 18)
    for number, line in enumerate(heads):
        canvas.drawString(left[0], 780 - 26 * number, line)
    top = 780 - 26 * len(heads) - 14
    rows = [
        ("\u3000\u3000" if number == 0 else "") + line
        for text in paragraphs[1:]
        for number, line in enumerate(typeset(text, columns, 2))
    ]
    column, height = 0, top
    canvas.setFont("STSong-Light", size)
    for row in rows:
        if height < 60:
            column, height = column + 1, top
            if column == len(left):
                canvas.showPage()
                canvas.setFont("STSong-Light", size)
                column, top = 0, 780
                height = top
        canvas.drawString(left[column], height, row)
        height -= leading
    canvas.save()
    return file.getvalue()


WIDTHS = tuple(range(12, 41))


def _one(name: str, suffix: str, make: Callable[[Paragraphs], bytes]) -> Variant:
    return Variant(name, name, suffix, make)


VARIANTS: tuple[Variant, ...] = (
    *(Variant(f"cut at {width}", "cut", ".txt", _text(_naive(width))) for width in WIDTHS),
    *(Variant(f"set at {width}, blank lines", "set, blank lines", ".txt", _text(_blank(width))) for width in WIDTHS),
    *(Variant(f"set at {width}, indented", "set, indented", ".txt", _text(_indented(width))) for width in WIDTHS),
    _one("traditional, Hong Kong", ".txt", _text(traditional("s2hk"))),
    _one("traditional, Taiwan", ".txt", _text(traditional("s2tw"))),
    _one("full-width figures", ".txt", _text(full_width)),
    _one("half-width punctuation", ".txt", _text(half_width)),
    _one("spaces between characters", ".txt", _text(spaced)),
    _one("GB18030", ".txt", _text(_joined, "gb18030")),
    _one("UTF-16", ".txt", _text(_joined, "utf-16")),
    _one("UTF-16 without a mark", ".txt", _text(_joined, "utf-16-le")),
    _one("Big5-HKSCS", ".txt", _text(traditional("s2tw"), "big5hkscs")),
    _one("HTML", ".html", html),
    _one("DOCX", ".docx", docx),
    _one("PDF in two columns", ".pdf", pdf),
)

"""What is no part of the text: pronunciation in brackets, numbers of notes, signs of a broken encoding or OCR."""

from __future__ import annotations

import re

from extract.engine.offsets import TracedText

_TONES = "\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec\u014d\u00f3\u01d2\u00f2"
_TONES += "\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dc\u0144\u0148\u01f9\u1e3f"
_COMBINING = "\u0300\u0301\u0304\u0308\u030c"
# 經濟(jì): a syllable with its tone; without one, (km) or (GDP), it is no pronunciation
_PINYIN = re.compile(
    f"(?<=[\u3400-\u9fff])[(\uff08](?=[^()\uff08\uff09]{{0,40}}[{_TONES}{_COMBINING}])"
    f"[a-z\u00fc\u0261 '{_TONES}{_COMBINING}]{{1,40}}[)\uff09]",
    re.I,
)
# 生产总值[2]300亿元: the number of a note behind a word or a figure, no figure itself
_NOTE = re.compile("(?<=[\u3400-\u9fff%\u2030)\uff09\u201d])[ \u3000]?[\\[\uff3b][0-9]{1,2}[\\]\uff3d]")
# ????一、: spaces that an encoding did not hold
_LOST = re.compile("^[?\ufffd]{2,20}(?=[\u3400-\u9fff(\uff08\u201c0-9])", re.M)

_CHARACTER = re.compile("[\u3400-\u9fffA-Za-z0-9]")
# OCR reads a letter or a character into a smudge here and there, but no two together, and no figure
_WORD = re.compile("[\u3400-\u9fff]{2}|[0-9]")
_ONE_SIGN = re.compile(r"(\S)(?: ?\1){2,}\Z")
_FEW, _LONG = 3, 60
# signs of a heading or a cell: 增长（%）
_USUAL = re.compile("[\uff08\uff09()%\u2030\u300a\u300b\u201c\u201d]")
_BOXES = frozenset("\u53e3\u25a1\u2588\u56d7")


def drop_noise(traced: TracedText) -> TracedText:
    """The text without pronunciations in brackets, numbers of notes and the signs that stand for lost spaces.

    >>> drop_noise(begin("經濟(jì)增長5.1%")).text
    '經濟增長5.1%'
    >>> drop_noise(begin("生产总值[2]300亿元，增长5%[3]")).text
    '生产总值300亿元，增长5%'
    """
    return traced.sub(_PINYIN, "").sub(_NOTE, "").sub(_LOST, "")


def is_noise(text: str) -> bool:
    """Whether a line is no text: for the most part signs, or one box after the other (口口口).

    >>> is_noise("~~~ |\u00b7\u00b7 ^^"), is_noise("5.1%")
    (True, False)
    """
    signs = text.replace(" ", "")
    # 。 alone closes the sentence of the line before
    if not _FEW <= len(signs) <= _LONG:
        return False
    if _ONE_SIGN.match(text) and text[0] in _BOXES:
        return True
    written = len(_CHARACTER.findall(signs))
    usual = len(_USUAL.findall(signs)) if written else 0
    return written * 2 < len(signs) - usual and not _WORD.search(text)

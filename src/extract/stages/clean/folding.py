"""Characters folded one for one: full-width Latin and figures, odd spaces, radicals; invisible ones are dropped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from extract.engine.offsets import TracedText

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1f\x7f]+")
_APART = re.compile("(?<=[\uff10-\uff19]) (?=[\uff10-\uff19\uff0e\uff05])")
_CRLF = re.compile("\r\n")
_SPACES = "\t\x0b\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NEWLINES = "\r\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# Kangxi and CJK radicals, which PDF files write for the characters, and compatibility ideographs
_IDEOGRAPHS = (range(0x2E80, 0x2FD6), range(0xF900, 0xFB00))
# half a character, out of a cut JSON escape: no encoder takes it
_SURROGATES = range(0xD800, 0xE000)


class Folding:
    """One table for `str.translate`, and the zeros and points of numerals, compiled from knowledge/typography.yaml."""

    def __init__(self, typography: Mapping[str, Any]) -> None:
        keep = typography["keep_wide"]
        table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in keep}
        table |= dict.fromkeys(map(ord, _SPACES), " ") | dict.fromkeys(map(ord, _NEWLINES), "\n")
        table |= dict.fromkeys(_SURROGATES, "\ufffd")
        for codes in _IDEOGRAPHS:
            folded = ((code, unicodedata.normalize("NFKC", chr(code))) for code in codes)
            table |= {code: text for code, text in folded if len(text) == 1 and text != chr(code)}
        for row in typography["fold"]:
            table |= {ord(old): new for old, new in zip(row["from"], row["to"], strict=True)}
        self._table = table
        self._zeros = re.compile(typography["zeros"]["pattern"])
        self._points, self._point = re.compile(typography["points"]["pattern"]), typography["points"]["point"]
        self._zero = str.maketrans(dict.fromkeys(typography["zeros"]["signs"], typography["zeros"]["zero"]))

    def fold(self, traced: TracedText) -> TracedText:
        """The text folded, one character for one; newlines of every kind become the newline character.

        >>> fold(begin("产量１２％")).text
        '产量12%'
        """
        folded = traced.text.translate(self._table)
        folded = self._zeros.sub(lambda found: found[0].translate(self._zero), folded)
        return traced.exchange(self._points.sub(self._point, folded))


def drop_invisible(traced: TracedText) -> TracedText:
    """The text without the characters that no page shows, and a space that parts two full-width figures (１ ５万).

    >>> drop_invisible(begin("产量１ ２％\\u200b")).text
    '产量１２％'
    """
    if "\r\n" in traced.text:
        traced = traced.sub(_CRLF, "\n")
    return traced.sub(_INVISIBLE, "").sub(_APART, "")

"""Bytes to text: BOM, strict UTF-8, then the encodings of Chinese text that pass a plausibility check.

GB18030 decodes every Big5 file without an error, as nonsense, so no success counts before the characters
that come out are mostly common ones. Newlines are never touched.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError

# The longer BOM first: UTF-32-LE begins with that of UTF-16-LE.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("gb18030", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")

# Real text scores 0.99 and more, text read in the wrong one of these encodings below 0.5.
_PLAUSIBLE = 0.8
_SAMPLE = 50_000

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_SIGNS = re.compile(
    "[\u2010-\u2027\u2030\u00b0\u00b1\u00b7\u00d7\u2103\u2160-\u217f\u2460-\u249b\u25a0-\u25ff"
    "\u3000-\u301f\uff01-\uff5e]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text without its BOM; `plain` where the bytes were just its UTF-8."""

    text: str
    plain: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode `data`, in `encoding` where one is given.

    Raises UnusableError with BINARY, UNDECODABLE or UNKNOWN_ENCODING.

    >>> decode("工业投资增长".encode("gb18030") * 3).text[:4]
    '工业投资'
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(_strictly(data[len(bom) :], name), False)
    if encoding is not None:
        return _as_asked(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Decoded(_guess(data), False)
    # UTF-16 Latin text without a BOM is valid UTF-8 full of NUL.
    if "\x00" in text:
        return Decoded(_guess(data), False)
    _refuse_controls(text)
    return Decoded(text, True)


def plausibility(text: str) -> float:
    """The share of common Han characters and usual signs among the non-ASCII characters of `text`, 0 to 1."""
    foreign = [char for char in text[:_SAMPLE] if char > "\x7f"]
    if not foreign:
        return 0.0
    joined = "".join(foreign)
    usual = sum(map(_common_han().__contains__, joined)) + len(_WIDE_SIGNS.findall(joined))
    return usual / len(foreign)


def _as_asked(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise UnusableError(SourceError.UNKNOWN_ENCODING, f"no encoding is called {encoding}") from None
    text = _strictly(data, name)
    return Decoded(text, name in ("utf-8", "ascii"))


def _strictly(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError) as error:
        raise UnusableError(SourceError.UNDECODABLE, f"not valid {name}: {error}") from None
    _refuse_controls(text)
    return text


def _guess(data: bytes) -> str:
    names = _WIDE if b"\x00" in data else _LEGACY
    texts = [text for name in names if (text := _try(data, name)) is not None]
    best = max(texts, key=plausibility, default="")
    if plausibility(best) >= _PLAUSIBLE:
        _refuse_controls(best)
        return best
    if b"\x00" in data:
        raise UnusableError(SourceError.BINARY, "holds NUL bytes")
    _refuse_controls(data.decode("latin-1"))
    raise UnusableError(SourceError.UNDECODABLE, "no plausible text in UTF-8, " + ", ".join(_LEGACY + _WIDE))


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _refuse_controls(text: str) -> None:
    sample = text[:_SAMPLE]
    count = len(_CONTROLS.findall(sample))
    if "\x00" in text or count * 100 > len(sample):
        raise UnusableError(SourceError.BINARY, "holds NUL bytes or many control characters")


@cache
def _common_han() -> frozenset[str]:
    """The first levels of GB 2312 and Big5 (6,722 characters), read off the codecs' own tables."""
    levels = (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    found = (
        bytes((lead, trail)).decode(name, "ignore") for name, leads in levels for lead in leads for trail in trails
    )
    return frozenset(char for text in found for char in text if "\u4e00" <= char <= "\u9fff")

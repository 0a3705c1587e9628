"""Bytes to text: BOM, strict UTF-8, then the encodings of Chinese text that pass a plausibility check.

GB18030 decodes every Big5 file without an error, as nonsense, so no success counts before the characters
that come out are mostly common ones. Newlines are never touched.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

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
_CLEARLY = 0.04
_SAMPLE = 50_000

# what calls itself GB 2312 or Big5 mostly holds characters of what came after it
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}

_FOREIGN = re.compile("[^\x00-\x7f]+")
# Greek to Syriac, which a few GB18030 characters make where they happen to be valid UTF-8
_STRANGE = re.compile("[\u0250-\u07ff]")
_IMPROPER = re.compile("[\u02b0-\u036f\u2580-\u259f\u3105-\u312f\ue000-\uf8ff\ufe30-\ufe4f]")
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
    encoding: str


def decode(data: bytes, encoding: str | None = None, *, declared: str | None = None, whole: bool = True) -> Decoded:
    """Decode `data`: by its BOM, else in `encoding` where one is asked for, else in what is plausible.

    A `declared` encoding is tried first and believed where it makes plausible Chinese. Unless `whole`, `data` is the
    beginning of more and may end inside a character.
    Raises UnusableError with BINARY, UNDECODABLE or UNKNOWN_ENCODING.

    >>> decode("工业投资增长".encode("gb18030") * 3).text[:4]
    '工业投资'
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(strictly(data[len(bom) :], name, whole), False, name)
    if encoding is not None:
        name = _named(encoding)
        return Decoded(strictly(data, name, whole), name in ("utf-8", "ascii"), name)
    if declared and (believed := _declared(data, declared, whole)):
        return believed
    text = _try(data, "utf-8", whole)
    # UTF-16 Latin text without a BOM is valid UTF-8 full of NUL.
    if text is None or "\x00" in text:
        return _guess(data, whole)
    _refuse_controls(text)
    if _STRANGE.search(text) and plausibility(text) < _PLAUSIBLE and (others := _likely(data, whole)):
        raise UnusableError(SourceError.UNDECODABLE, f"plausible text in {' and in '.join(others)}, valid utf-8")
    return Decoded(text, True, "utf-8")


def encoding_of_lines(beginning: bytes, encoding: str | None, whole: bool) -> tuple[str, int]:
    """The encoding of a file of lines that begins so, and the length of its BOM; a few bad lines do not decide.

    Raises UnusableError like `decode`.
    """
    for bom, name in _BOMS:
        if beginning.startswith(bom):
            return name, len(bom)
    if encoding is not None:
        return _named(encoding), 0
    try:
        return decode(beginning, whole=whole).encoding, 0
    except UnusableError as failure:
        lines = beginning.split(b"\n")[: None if whole else -1]
        for name in ("utf-8", *_LEGACY):
            good = [line for line in lines if _try(line, name, True) is not None]
            if len(good) * 2 > len(lines) and _is_in(name, b"\n".join(good)):
                return name, 0
        raise failure


def _is_in(name: str, data: bytes) -> bool:
    try:
        return decode(data).encoding == name
    except UnusableError:
        return False


def strictly(data: bytes, name: str, whole: bool = True) -> str:
    """`data` in the encoding `name`. Raises UnusableError with BINARY or UNDECODABLE."""
    try:
        text = _decoded(data, name, whole)
    except (UnicodeError, LookupError) as error:
        raise UnusableError(SourceError.UNDECODABLE, f"not valid {name}: {error}") from None
    _refuse_controls(text)
    return text


def plausibility(text: str) -> float:
    """The share of common Han characters and usual signs among the non-ASCII characters of `text`, 0 to 1."""
    foreign = "".join(found[0] for found in islice(_FOREIGN.finditer(text), _SAMPLE))[:_SAMPLE]
    if not foreign:
        return 0.0
    usual = sum(map(_common_han().__contains__, foreign)) + len(_WIDE_SIGNS.findall(foreign))
    return usual / len(foreign)


def _named(encoding: str) -> str:
    """The codec's own name; one that takes its byte order from a mark reads little-endian where there is none."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise UnusableError(SourceError.UNKNOWN_ENCODING, f"no encoding is called {encoding}") from None
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)


def _declared(data: bytes, declared: str, whole: bool) -> Decoded | None:
    try:
        name = _named(declared)
    except UnusableError:
        return None
    name = _SUPERSETS.get(name, name)
    text = _try(data, name, whole)
    if text is None or "\x00" in text or plausibility(text) < _PLAUSIBLE:
        return None
    _refuse_controls(text)
    return Decoded(text, name == "utf-8", name)


def _guess(data: bytes, whole: bool) -> Decoded:
    likely = _likely(data, whole)
    # Big5 writes a comma where GB18030 has a private character, GB18030 one where Big5 has a Bopomofo sign.
    proper = {name: text for name, text in likely.items() if not _IMPROPER.search(text)}
    name, text = _best(proper or likely)
    if name:
        _refuse_controls(text)
        return Decoded(text, False, name)
    if b"\x00" in data:
        raise UnusableError(SourceError.BINARY, "holds NUL bytes")
    _refuse_controls(data.decode("latin-1"))
    tried = ", ".join(("utf-8", *_LEGACY, *_WIDE))
    told = f"plausible text in {' and in '.join(likely)}: say which" if likely else f"no plausible text in {tried}"
    raise UnusableError(SourceError.UNDECODABLE, told + _damage(data))


def _damage(data: bytes) -> str:
    """Where a text that is mostly UTF-8 is none: a file that was cut short or joined of two encodings."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if plausibility(data.decode("utf-8", "ignore")) >= _PLAUSIBLE:
            return f"; as utf-8 it is wrong from byte {error.start:,} of {len(data):,}"
    return ""


def _best(likely: Mapping[str, str]) -> tuple[str, str]:
    """The one reading, or one clearly better than the others; empty where there is none."""
    ranked = sorted(((plausibility(text), name) for name, text in likely.items()), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY):
        return "", ""
    return ranked[0][1], likely[ranked[0][1]]


def _likely(data: bytes, whole: bool) -> dict[str, str]:
    """The plausible texts of `data`, by encoding."""
    names = _WIDE if b"\x00" in data else _LEGACY + _WIDE
    texts = {name: text for name in names if (text := _try(data, name, whole)) is not None}
    return {name: text for name, text in texts.items() if plausibility(text) >= _PLAUSIBLE}


def _try(data: bytes, name: str, whole: bool) -> str | None:
    try:
        return _decoded(data, name, whole)
    except (UnicodeError, LookupError):
        return None


def _decoded(data: bytes, name: str, whole: bool) -> str:
    if whole:
        return data.decode(name)
    return codecs.getincrementaldecoder(name)().decode(data, False)


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

"""Web pages: trafilatura says where the main text stands; it is read there, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.data import Rejection, Source
from extract.sources import marked
from extract.sources.carriers import UnusableError
from extract.sources.decoding import decode
from extract.sources.errors import SourceError
from extract.sources.html.blocks import blocks_of
from extract.sources.html.body import body_of
from extract.sources.html.head import head_of
from extract.sources.options import Reading
from extract.sources.text import text_hash

# <meta charset>, <meta http-equiv="Content-Type" content="…; charset=…">, <?xml encoding?>
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?([\w.:-]{2,30})""", re.I
)
_DECLARED_WITHIN = 4096


def read_html(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The source in an HTML page. Raises UnusableError with NO_TEXT or one of the codes of `decode`."""
    data = file.read()
    page = _parsed(decode(data, reading.encoding, declared=declared(data)).text)
    if page is None:
        raise UnusableError(SourceError.NO_TEXT, "no HTML with text in it")
    head = head_of(page)
    text = marked.joined(blocks_of(body_of(page, head.headline is not None), head.headline))
    if not text:
        raise UnusableError(SourceError.NO_TEXT, "no main text in the page")
    yield Source(source_id, text, text_hash(text), len(data), False, head.title, head.published)


def declared(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return found[1].decode("ascii", "replace") if found else None


def _parsed(text: str) -> Any:
    from lxml import etree, html

    # As bytes: lxml takes no text that declares an encoding.
    data = text.encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.ParserError, ValueError):
        return None

"""Plain text and Markdown: one file, one source."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from extract.data import Rejection, Source
from extract.sources.carriers import UnusableError
from extract.sources.decoding import decode
from extract.sources.errors import SourceError
from extract.sources.options import Reading


def read_text(source_id: str, file: BinaryIO, reading: Reading) -> Iterator[Source | Rejection]:
    """The source in `file`. Raises UnusableError with EMPTY or one of the codes of `decode`."""
    data = file.read()
    decoded = decode(data, reading.encoding)
    if not decoded.text.strip():
        raise UnusableError(SourceError.EMPTY, "no text but white space")
    yield Source(source_id, decoded.text, text_hash(decoded.text), len(data), decoded.plain)


def text_hash(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hex."""
    # A lone surrogate can come out of a JSON escape; it must not stop a run.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

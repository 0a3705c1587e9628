"""The lines of a file of any size, each decoded by itself; the encoding is decided on the file's beginning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from extract.sources.carriers import UnusableError
from extract.sources.decoding import encoding_of_lines, strictly
from extract.sources.errors import SourceError

_BEGINNING = 1 << 20
_CHUNK = 1 << 20
LONGEST = 64 << 20
"""The bytes of the longest line that is kept in memory."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as bytes, without its newline; None where it was longer than LONGEST."""

    data: bytes | None
    encoding: str
    size: int

    def text(self) -> str:
        """The decoded line. Raises UnusableError with ROW_TOO_LONG, UNDECODABLE or BINARY."""
        if self.data is None:
            raise UnusableError(SourceError.ROW_TOO_LONG, f"{self.size:,} bytes; at most {LONGEST:,} are read")
        return strictly(self.data, self.encoding)


def read_lines(file: BinaryIO, encoding: str | None, longest: int = LONGEST) -> Iterator[RawLine]:
    """The lines of `file` in order. Raises UnusableError like `decode`, on what the file begins with."""
    beginning = file.read(_BEGINNING)
    name, mark = encoding_of_lines(beginning, encoding, len(beginning) < _BEGINNING)
    newline = "\n".encode(name)
    pending, dropped, searched = bytearray(beginning[mark:]), 0, 0
    while True:
        end = _find(pending, newline, searched)
        if end >= 0:
            whole = not dropped and end <= longest
            yield RawLine(bytes(pending[:end]) if whole else None, name, dropped + end)
            del pending[: end + len(newline)]
            dropped = searched = 0
            continue
        searched = len(pending) // len(newline) * len(newline)
        if searched > longest or dropped:
            dropped += searched
            del pending[:searched]
            searched = 0
        chunk = file.read(_CHUNK)
        if not chunk:
            break
        pending += chunk
    if pending or dropped:
        yield RawLine(None if dropped else bytes(pending), name, dropped + len(pending))


def _find(data: bytearray, newline: bytes, start: int) -> int:
    """Where the next newline begins, on the border of a character."""
    at = data.find(newline, start)
    while at > 0 and at % len(newline):
        at = data.find(newline, at + 1)
    return at

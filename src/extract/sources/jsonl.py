"""JSON Lines: each row a source of its own, `path:row` (counted from 1) or `path:id`.

Fields of a row: `text` (obligatory), `id`, `title`, `published` (an ISO date; of a longer time stamp the date
counts) and `place`. Other fields are left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from extract.data import Rejection, Source
from extract.sources.carriers import UnusableError, reject
from extract.sources.decoding import decode
from extract.sources.errors import SourceError
from extract.sources.text import text_hash

# Half a character, out of an escape that was cut (\ud83d); no file can hold it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_jsonl(source_id: str, data: bytes, encoding: str | None) -> Iterator[Source | Rejection]:
    """The sources in `data`, a bad row as a Rejection that names its line. Raises UnusableError like `read_text`."""
    text = decode(data, encoding).text
    if not text.strip():
        raise UnusableError(SourceError.EMPTY, "no text but white space")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _row(source_id, number, line)
        except UnusableError as failure:
            yield reject(f"{source_id}:{number}", failure.error, f"line {number}: {failure}")


def _row(source_id: str, number: int, line: str) -> Source:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnusableError(SourceError.MALFORMED_ROW, f"no JSON: {error}") from None
    if not isinstance(row, dict):
        raise UnusableError(SourceError.MALFORMED_ROW, "no JSON object")
    text = _string(row, "text") or ""
    if not text.strip():
        raise UnusableError(SourceError.ROW_WITHOUT_TEXT, "the field text is missing, null or blank")
    return Source(
        source_id=f"{source_id}:{_identity(row, number)}",
        text=text,
        sha256=text_hash(text),
        size=len(line.encode("utf-8", "surrogatepass")),
        plain=False,
        title=_string(row, "title"),
        published=_date(row),
        place=_string(row, "place"),
    )


def _identity(row: Mapping[str, Any], number: int) -> str:
    value = row.get("id")
    if value is None or value == "":
        return str(number)
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _whole(str(value))
    raise UnusableError(SourceError.MALFORMED_ROW, "the field id is neither a string nor a whole number")


def _string(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UnusableError(SourceError.MALFORMED_ROW, f"the field {name} is no string")
    return _whole(value)


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _date(row: Mapping[str, Any]) -> date | None:
    value = _string(row, "published")
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise UnusableError(SourceError.MALFORMED_ROW, f"published is no ISO date: {value[:40]}") from None

"""A row of a table to a source of its own, `path:row` (counted from 1) or `path:id`.

Which fields hold the text (obligatory), the id, the title, the date and the place, `Fields` says. Other fields are
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from extract.data import Source
from extract.sources.carriers import UnusableError
from extract.sources.dates import day_in_front
from extract.sources.errors import SourceError
from extract.sources.options import Fields
from extract.sources.text import text_hash

# Half a character, out of an escape that was cut (\ud83d); no file can hold it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def row_source(source_id: str, number: int, row: Mapping[str, Any], fields: Fields, size: int | None = None) -> Source:
    """The source in row `number` of the file `source_id`; `size` is that of the row in bytes, else of its text.

    Raises UnusableError with MALFORMED_ROW or ROW_WITHOUT_TEXT.
    """
    text = _string(row, fields.text) or ""
    if not text.strip():
        names = ", ".join(fields.text)
        raise UnusableError(SourceError.ROW_WITHOUT_TEXT, f"the field {names} is missing, null or blank")
    return Source(
        source_id=f"{source_id}:{_identity(row, fields.id, number)}",
        text=text,
        sha256=text_hash(text),
        size=len(text.encode()) if size is None else size,
        plain=False,
        title=_string(row, fields.title),
        published=_date(row, fields.published),
        place=_string(row, fields.place),
    )


def _value(row: Mapping[str, Any], names: Sequence[str]) -> tuple[str, Any]:
    """The first of the fields that has a value."""
    for name in names:
        value = row.get(name)
        if value is not None and value != "":
            return name, value
    return "", None


def _identity(row: Mapping[str, Any], names: Sequence[str], number: int) -> str:
    name, value = _value(row, names)
    if value is None:
        return str(number)
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _whole(str(value))
    raise UnusableError(SourceError.MALFORMED_ROW, f"the field {name} is neither a string nor a whole number")


def _string(row: Mapping[str, Any], names: Sequence[str]) -> str | None:
    name, value = _value(row, names)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnusableError(SourceError.MALFORMED_ROW, f"the field {name} is no string")
    return _whole(value)


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _date(row: Mapping[str, Any], names: Sequence[str]) -> date | None:
    name, value = _value(row, names)
    if isinstance(value, date):
        # of a time stamp, which is a date too, the day as it is written
        return date(value.year, value.month, value.day)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnusableError(SourceError.MALFORMED_ROW, f"the field {name} is no string")
    day = day_in_front(value)
    if day is None:
        raise UnusableError(SourceError.MALFORMED_ROW, f"{name} begins with no date: {_whole(value[:40])}")
    return day

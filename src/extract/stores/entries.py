"""Lines of a run to rows of tables, without building the models: a load of millions of lines spends its time here.

A line is checked for its fields, for what its columns hold and for its codes. What ties fields together (an evidence as
long as its span) was checked when it was written. A line that does not fit is read as its model, which says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import orjson
from pydantic import BaseModel

from extract.records import RECORD, ArticleRow, MentionRow
from extract.stores.columns import ARTICLES, MENTIONS, RECORDS, TABLES, Column, Kind, Row, Table


class Entry(NamedTuple):
    """A line as a row of its table."""

    article_id: str
    table: Table
    row: Row
    version: str | None
    """The schema version of a record."""


def article(line: bytes) -> Entry:
    """A line of `articles.jsonl`. Raises pydantic's ValidationError for one that does not fit."""
    return _entry(line, lambda fields: ARTICLES, ArticleRow.model_validate_json)


def record(line: bytes) -> Entry:
    """A line of `records.jsonl`. Raises pydantic's ValidationError for one that does not fit."""
    return _entry(line, lambda fields: RECORDS[fields["record_type"]], RECORD.validate_json)


def mention(line: bytes) -> Entry:
    """A line of `mentions.jsonl`. Raises pydantic's ValidationError for one that does not fit."""
    return _entry(line, lambda fields: MENTIONS, MentionRow.model_validate_json)


def _entry(line: bytes, choose: Callable[[Mapping[str, Any]], Table], read: Callable[[bytes], BaseModel]) -> Entry:
    try:
        fields = orjson.loads(line)
        table = choose(fields)
        row = _ROWS[table.name](fields)
    except (ValueError, KeyError, TypeError, AttributeError):
        model = read(line)
        told = model.model_dump(include={"article_id", "record_type", "schema_version"})
        table = choose(told)
        return Entry(told["article_id"], table, table.row(model), told.get("schema_version"))
    return Entry(fields["article_id"], table, row, fields.get("schema_version"))


def _reader(table: Table) -> Callable[[Mapping[str, Any]], Row]:
    names = table.model.model_fields.keys()
    cells = [_cell(column) for column in table.columns]

    def row(fields: Mapping[str, Any]) -> Row:
        if fields.keys() != names:
            raise ValueError
        return tuple([cell(fields) for cell in cells])

    return row


def _cell(column: Column) -> Callable[[Mapping[str, Any]], Any]:
    """Takes the value of a column out of a line. Raises ValueError, KeyError or TypeError where it does not fit."""
    path, nullable, value_of = column.path, column.nullable, _taker(column)

    def cell(fields: Any) -> Any:
        for name in path:
            fields = fields[name]
            if fields is None:
                if nullable:
                    return None
                raise ValueError
        return value_of(fields)

    return cell


def _taker(column: Column) -> Callable[[Any], Any]:
    match column.kind:
        case Kind.TEXT:
            return _of(str) if not column.values else _code(frozenset(column.values))
        case Kind.INTEGER:
            return _of(int)
        case Kind.NUMBER:
            return _number
        case Kind.TRUTH:
            return _of(bool)
        case Kind.DAY:
            return _day
        case Kind.TEXTS:
            return _texts
        case Kind.JSON:
            return lambda value: orjson.dumps(value).decode()


def _of(kind: type) -> Callable[[Any], Any]:
    def take(value: Any) -> Any:
        if type(value) is kind:  # True is an int to isinstance
            return value
        raise ValueError

    return take


def _code(values: frozenset[str]) -> Callable[[Any], Any]:
    def take(value: Any) -> Any:
        if value in values:
            return value
        raise ValueError

    return take


def _number(value: Any) -> float:
    if type(value) is int or type(value) is float:
        return float(value)
    raise ValueError


@lru_cache(maxsize=4096)
def _day(value: str) -> date:
    return date.fromisoformat(value)


def _texts(values: Any) -> list[str]:
    if type(values) is list and all(type(value) is str for value in values):
        return values
    raise ValueError


_ROWS = {table.name: _reader(table) for table in TABLES}

"""The tables of every store, derived from the models: what a column is called, what it holds, where it comes from."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import orjson
from pydantic import BaseModel

from extract.records import RECORD_TYPES, ArticleRow, Evidence, MentionRow

Row = tuple[Any, ...]
"""The values of one row, in the order of the table's columns."""


class Kind(StrEnum):
    """What a column holds; each target has a type for each."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "boolean"
    DAY = "date"
    TEXTS = "list of text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the field that fills it: `quantity_value` holds `quantity.value`."""

    name: str
    kind: Kind
    nullable: bool
    says: str
    path: tuple[str, ...]
    values: tuple[str, ...] = ()
    """The codes that a field of codes takes."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the model of its rows; `key` is unique, empty where rows have no key."""

    name: str
    model: type[BaseModel]
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    def row(self, line: BaseModel) -> Row:
        """The values of a line of a run."""
        return tuple(_value(line, column) for column in self.columns)


def columns(model: type[BaseModel], above: tuple[str, ...] = (), optional: bool = False) -> Iterator[Column]:
    """The columns of a model in the order of its fields; a model in it is laid flat, but for evidence."""
    for name, field in model.model_fields.items():
        kind, nullable = _plain(field.annotation)
        path = (*above, name)
        nullable = nullable or optional
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind is not Evidence:
            yield from columns(kind, path, nullable)
            continue
        says = field.description or _told(kind)
        yield Column("_".join(path), _kind(kind), nullable, says, path, _codes(kind))


def plural(record_type: str) -> str:
    """The table of a record type: `policy` is in `policies`."""
    return f"{record_type[:-1]}ies" if record_type.endswith("y") else f"{record_type}s"


def _plain(annotation: Any) -> tuple[Any, bool]:
    """A type without its constraints and None, and whether None was in it; several types are `Union`, figures float."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    parts = [_plain(part)[0] for part in get_args(annotation)]
    some = [part for part in parts if part is not type(None)]
    if set(some) <= {int, float} and float in some:
        return float, len(some) < len(parts)
    return (some[0] if len(some) == 1 else Union), len(some) < len(parts)


# bool is an int to Python
_KINDS = ((bool, Kind.TRUTH), (int, Kind.INTEGER), (float, Kind.NUMBER), (date, Kind.DAY), (str, Kind.TEXT))


def _kind(plain: Any) -> Kind:
    """What a column for a type holds. Raises TypeError for one that no store has a column for."""
    origin = get_origin(plain)
    if origin is Literal:
        return Kind.TEXT
    if origin is tuple:
        return Kind.TEXTS if _plain(get_args(plain)[0])[0] is str else Kind.JSON
    if plain is Union or plain is Evidence or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return Kind.JSON
    for base, kind in (
        (bool, Kind.TRUTH),
        (int, Kind.INTEGER),
        (float, Kind.NUMBER),
        (date, Kind.DAY),
        (str, Kind.TEXT),
    ):
        if isinstance(plain, type) and issubclass(plain, base):
            return kind
    raise TypeError(f"no column holds {plain}")


def _codes(plain: Any) -> tuple[str, ...]:
    """The codes of an enumeration or a literal."""
    if get_origin(plain) is Literal:
        return get_args(plain)
    return tuple(map(str, plain)) if isinstance(plain, type) and issubclass(plain, StrEnum) else ()


def _told(plain: Any) -> str:
    """The first sentence about a type of our own."""
    ours = isinstance(plain, type) and issubclass(plain, BaseModel | StrEnum)
    return (plain.__doc__ or "").strip().split("\n")[0] if ours else ""


def _value(line: BaseModel, column: Column) -> Any:
    value: Any = line
    for name in column.path:
        value = getattr(value, name)
        if value is None:
            return None
    match column.kind:
        case Kind.TEXT:
            return str(value)
        case Kind.NUMBER:
            return float(value)
        case Kind.TEXTS:
            return list(value)
        case Kind.JSON:
            return orjson.dumps(value, default=_dumped).decode()
        case _:
            return value


def _dumped(value: Any) -> Any:
    """What orjson does not know: models and mappings."""
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else dict(value)


def _table(name: str, model: type[BaseModel], *key: str) -> Table:
    return Table(name, model, key, tuple(columns(model)))


ARTICLES = _table("articles", ArticleRow, "article_id")
MENTIONS = _table("mentions", MentionRow)
RECORDS: Mapping[str, Table] = {
    name: _table(plural(name), model, "article_id", "record_id") for name, model in RECORD_TYPES.items()
}
"""Record type to its table."""

TABLES: Sequence[Table] = (ARTICLES, *RECORDS.values(), MENTIONS)
"""Every table, articles first."""

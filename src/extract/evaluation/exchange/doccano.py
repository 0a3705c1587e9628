"""doccano's JSONL of relation extraction: `text`, `entities` and `relations`, one line a text.

An entity has `id`, `label`, `start_offset` and `end_offset`, a relation `id`, `from_id`, `to_id` and `type`; ids are
whole numbers. doccano keeps any other field of a line as metadata of its text and writes it again, so the name of the
document and the lines of the labels go along in `doc` and `rows`. It gives entities new ids, so that a line is known
again by its place and label. Offsets count code points, unless the project counts grapheme clusters: leave that off,
and allow overlapping spans. An exported line has its text under `text` or `data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

import orjson
from pydantic import AliasChoices, BaseModel, Field, NonNegativeInt, ValidationError

from extract.evaluation.exchange.carriers import Document, ExchangeError, Link, Region


class Entity(BaseModel):
    """A span with its label."""

    id: int
    label: str = Field(min_length=1)
    start_offset: NonNegativeInt
    end_offset: NonNegativeInt


class Relation(BaseModel):
    """A relation between two entities."""

    from_id: int
    to_id: int
    type: str = Field(min_length=1)


class CarriedRow(BaseModel):
    """The line of a label, with the entity that it went along with."""

    id: int
    start_offset: NonNegativeInt
    end_offset: NonNegativeInt
    label: str
    row: dict[str, Any] | None


class Example(BaseModel):
    """A line of the file. Other fields are left aside."""

    text: str = Field(validation_alias=AliasChoices("text", "data"))
    doc: str = Field(min_length=1)
    entities: list[Entity] = []
    relations: list[Relation] = []
    rows: list[CarriedRow] = []


def write(documents: Iterable[Document]) -> bytes:
    """Documents as lines; ids count through the whole file, as doccano wants them."""
    entities, relations = count(1), count(1)
    return b"".join(orjson.dumps(_line(document, entities, relations)) + b"\n" for document in documents)


def read(content: bytes) -> list[Document]:
    """The documents of a file, line by line. Raises ExchangeError for a line that is none, or a place outside it."""
    documents = []
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip():
            try:
                documents.append(_document(Example.model_validate_json(line)))
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"]))
                raise ExchangeError(f"line {number}: {place}: {first['msg']}") from None
            except ExchangeError as error:
                raise ExchangeError(f"line {number}: {error}") from None
    return documents


def _line(document: Document, entities: Iterator[int], relations: Iterator[int]) -> dict[str, Any]:
    ids = {region.name: next(entities) for region in document.regions}
    marked = [
        {"id": ids[region.name], "label": region.label, "start_offset": region.start, "end_offset": region.end}
        for region in document.regions
    ]
    return {
        "text": document.text,
        "entities": marked,
        "relations": [
            {"id": next(relations), "from_id": ids[link.source], "to_id": ids[link.target], "type": link.kind}
            for link in document.links
        ],
        "doc": document.doc,
        "rows": [{**mark, "row": region.row} for mark, region in zip(marked, document.regions, strict=True)],
    }


def _document(example: Example) -> Document:
    for entity in example.entities:
        if not entity.start_offset < entity.end_offset <= len(example.text):
            raise ExchangeError(f"{example.doc}: no text stands at {entity.start_offset}-{entity.end_offset}")
    regions = tuple(
        Region(str(entity.id), entity.start_offset, entity.end_offset, entity.label, carried.row if carried else None)
        for entity, carried in _recognised(example.entities, example.rows)
    )
    links = tuple(Link(str(link.from_id), str(link.to_id), link.type) for link in example.relations)
    return Document(example.doc, example.text, regions, links)


def _recognised(entities: Sequence[Entity], rows: Sequence[CarriedRow]) -> list[tuple[Entity, CarriedRow | None]]:
    """Entities in the order of the lines they came with, new ones last.

    A line belongs to the entity of its id, place and label; else to one of its place and label; else to one of its
    label whose place was moved but still shares a character with it.
    """
    left = list(entities)
    found: dict[int, Entity] = {}
    for same in (_is, _at, _near):
        for number, row in enumerate(rows):
            if number not in found and (entity := next((e for e in left if same(e, row)), None)) is not None:
                found[number] = entity
                left = [other for other in left if other is not entity]
    known = [(found[number], rows[number]) for number in sorted(found)]
    return [*known, *((entity, None) for entity in left)]


def _is(entity: Entity, row: CarriedRow) -> bool:
    return entity.id == row.id and _at(entity, row)


def _at(entity: Entity, row: CarriedRow) -> bool:
    return (entity.start_offset, entity.end_offset, entity.label) == (row.start_offset, row.end_offset, row.label)


def _near(entity: Entity, row: CarriedRow) -> bool:
    overlaps = entity.start_offset < row.end_offset and row.start_offset < entity.end_offset
    return entity.label == row.label and overlaps

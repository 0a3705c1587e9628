"""Label Studio's JSON: tasks with `data`, `annotations` and `predictions`.

A region is a result of type `labels` on a text, with `start`, `end`, `text` and `labels`; a link is a result of type
`relation` with `from_id`, `to_id`, `direction` and `labels`. The line of a label goes along as a result of type
`textarea` of the same region (`perRegion`), so that its slots can be read and mended in the tool. Offsets count code
points; releases before 2022 counted UTF-16 units, which is noticed by the `text` of the regions and turned back.
The project needs the labelling configuration of `docs/label-studio.xml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from extract.data import Label as MentionKind
from extract.evaluation.exchange.carriers import PART_OF, Document, ExchangeError, Link, Region, Row
from extract.records import RECORD_TYPES

TEXT, LABEL, SLOTS = "text", "label", "slots"
"""Names of the tags of the configuration."""

_NAME = re.compile(r"[A-Za-z0-9_-]+")


class Result(BaseModel):
    """A result: a region, what is written about it, or a relation. Other fields of the tool are left aside."""

    type: str
    id: str | None = None
    value: dict[str, Any] = {}
    from_id: str | None = None
    to_id: str | None = None
    direction: str | None = None
    labels: list[str] = []


class Annotation(BaseModel):
    """What one person or model made of a task."""

    result: list[Result] = []
    was_cancelled: bool = False


class TaskData(BaseModel):
    """The text of a task, with the name of its document."""

    text: str
    doc: str = Field(min_length=1)


class Task(BaseModel):
    """One text to annotate."""

    data: TaskData
    annotations: list[Annotation] = []
    predictions: list[Annotation] = []


_TASKS: TypeAdapter[list[Task]] = TypeAdapter(list[Task])


def write(documents: Iterable[Document], *, as_predictions: bool = False) -> bytes:
    """Documents as a file of tasks: annotations, or predictions that the tool shows for correction."""
    kind, extra = ("predictions", {"model_version": "extract"}) if as_predictions else ("annotations", {})
    tasks = [
        {"data": {"doc": document.doc, "text": document.text}, kind: [{**extra, "result": list(_results(document))}]}
        for document in documents
    ]
    return orjson.dumps(tasks, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read(content: bytes) -> list[Document]:
    """The documents of a file of tasks: of each the last annotation, else the last prediction.

    Raises ExchangeError for what is no such file, and for a region whose text does not stand where it says.
    """
    try:
        tasks = _TASKS.validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise ExchangeError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return [_document(task) for task in tasks]


def configuration() -> str:
    """The labelling configuration of a project: every label, the relation, and the slots of a region."""
    labels = "\n".join(f'    <Label value="{name}"/>' for name in (*RECORD_TYPES, *MentionKind))
    return (
        "<View>\n"
        f'  <Labels name="{LABEL}" toName="{TEXT}">\n{labels}\n  </Labels>\n'
        f'  <Relations>\n    <Relation value="{PART_OF}"/>\n  </Relations>\n'
        f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>\n'
        f'  <TextArea name="{SLOTS}" toName="{TEXT}" perRegion="true" editable="true"/>\n'
        "</View>\n"
    )


def _results(document: Document) -> Iterator[dict[str, Any]]:
    names = _names([region.name for region in document.regions])
    for region in document.regions:
        place = {"start": region.start, "end": region.end}
        shared = {"id": names[region.name], "to_name": TEXT}
        text = document.text[region.start : region.end]
        yield {
            **shared,
            "from_name": LABEL,
            "type": "labels",
            "value": {**place, "text": text, "labels": [region.label]},
        }
        if region.row is not None:
            slots = orjson.dumps(dict(region.row)).decode()
            yield {**shared, "from_name": SLOTS, "type": "textarea", "value": {**place, "text": [slots]}}
    for link in document.links:
        ends = {"from_id": names[link.source], "to_id": names[link.target]}
        yield {"type": "relation", **ends, "direction": "right", "labels": [link.kind]}


def _names(names: Sequence[str]) -> dict[str, str]:
    """Ids of the characters that the tool allows; a name of others gets a number."""
    taken = {name for name in names if _NAME.fullmatch(name)}
    free = (f"region-{number}" for number in range(1, 2 * len(names) + 1) if f"region-{number}" not in taken)
    return {name: name if name in taken else next(free) for name in names}


def _document(task: Task) -> Document:
    text, doc = task.data.text, task.data.doc
    done = [annotation for annotation in task.annotations if not annotation.was_cancelled]
    results = [result for annotation in (done or task.predictions)[-1:] for result in annotation.result]
    rows = {str(r.id): _row(r, doc) for r in results if r.type == "textarea"}
    marked = [result for result in results if result.type == "labels"]
    places = _places(text, [result.value for result in marked], doc)
    regions = tuple(
        Region(str(result.id), *place, _only(result.value.get("labels"), doc), rows.get(str(result.id)))
        for result, place in zip(marked, places, strict=True)
    )
    return Document(doc, text, regions, tuple(link for r in results if r.type == "relation" for link in _links(r)))


def _row(result: Result, doc: str) -> Row:
    """The line that a text area holds; a tool that splits it into lines does no harm."""
    said = result.value.get("text", [])
    content = "\n".join(said) if isinstance(said, list) else str(said)
    try:
        row = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise ExchangeError(f"{doc}: the slots of region {result.id} are no JSON: {error}") from None
    if not isinstance(row, dict):
        raise ExchangeError(f"{doc}: the slots of region {result.id} are no JSON object")
    return row


def _links(result: Result) -> Iterator[Link]:
    ends = (str(result.from_id), str(result.to_id))
    source, target = reversed(ends) if result.direction == "left" else ends
    for kind in result.labels or [""]:
        yield Link(source, target, kind)


def _only(labels: Any, doc: str) -> str:
    if not isinstance(labels, list) or len(labels) != 1:
        raise ExchangeError(f"{doc}: a region has one label, not {labels!r}")
    return str(labels[0])


def _places(text: str, values: Sequence[Mapping[str, Any]], doc: str) -> list[tuple[int, int]]:
    """The places of regions in code points: as they stand, or turned back from UTF-16 units where that is what fits."""
    if not all(isinstance(value.get(end), int) for value in values for end in ("start", "end")):
        raise ExchangeError(f"{doc}: a region of a text has a whole start and end")
    as_said = [(value["start"], value["end"]) for value in values]
    units = _from_utf16(text)
    turned = [(units.get(start, -1), units.get(end, -1)) for start, end in as_said]
    said = [value.get("text") for value in values]
    for places in (as_said, turned):
        if all(_fits(text, place, part) for place, part in zip(places, said, strict=True)):
            return places
    wrong = next(i for i, (place, part) in enumerate(zip(as_said, said, strict=True)) if not _fits(text, place, part))
    raise ExchangeError(f"{doc}: {said[wrong]!r} does not stand at {as_said[wrong][0]}-{as_said[wrong][1]}")


def _fits(text: str, place: tuple[int, int], part: Any) -> bool:
    start, end = place
    if not 0 <= start < end <= len(text):
        return False
    # the tool may write a line break as \n, two characters
    return part is None or text[start:end].replace("\r\n", "\n") == str(part).replace("\\n", "\n").replace("\r\n", "\n")


def _from_utf16(text: str) -> dict[int, int]:
    """UTF-16 offset → code-point offset."""
    units: dict[int, int] = {}
    at = 0
    for index, character in enumerate(text):
        units[at] = index
        at += 2 if ord(character) > 0xFFFF else 1
    units[at] = len(text)
    return units

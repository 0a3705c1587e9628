"""Gold labels: what a reader says that a text holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, create_model, model_validator

from extract.data import Bound
from extract.data import Label as MentionKind
from extract.records import RECORD_TYPES, Modality, QuantityValue
from extract.records.cooperation import check_cooperation
from extract.records.quantity import Number
from extract.records.statistic import check_measure
from extract.records.text import Offset, refuse

SINGLE = ("a", "b")
"""Folders of single labellings, left out where a folder above them is read."""

MENTIONS = ".mentions.jsonl"
"""How the name of a file of labelled mentions ends."""


class GoldQuantity(BaseModel):
    """A figure in a slot (`investment`, `capacity`, `prize`): as in records, its text optional."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str | None = None
    value: Number
    upper: Number | None = None
    unit: str | None = None
    bound: Bound = Bound.EXACT

    @model_validator(mode="after")
    def _upper_with_range(self) -> Self:
        if (self.upper is not None) != (self.bound is Bound.RANGE):
            raise refuse("upper_and_range", "a range has an upper end, and nothing else has one")
        return self


class Anchored(BaseModel):
    """Where a label stands: a quote of its document, and the anchor within it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    doc: str = Field(min_length=1, description="The file name of the text.")
    id: str | None = Field(default=None, description="Unique within its document; needed where part_of names it.")
    quote: str = Field(min_length=1, description="A stretch of the raw text that occurs once.")
    anchor: str = Field(min_length=1, description="Within the quote: the quantity, or the name slot.")
    start: Offset | None = Field(default=None, description="Checked where given: the anchor's raw offsets.")
    end: Offset | None = None
    optional: bool = Field(default=False, description="A reader may leave it or take it.")


class MentionLabel(Anchored):
    """A mention: the anchor is all of it, with its bound words and unit where it is a quantity."""

    label: MentionKind


class Label(Anchored):
    """The fields of every gold label, whatever its type."""

    record_type: str
    modality: Modality
    period: tuple[date | None, date | None] | None = Field(default=None, description="First and last day.")

    @model_validator(mode="after")
    def _fits_the_contract(self) -> Self:
        if self.period is not None:
            start, end = self.period
            if start is None and end is None:
                raise refuse("period_empty", "a period without a date is null")
            if start is not None and end is not None and start > end:
                raise refuse("period_order", "a period does not end before it starts")
        slots: Any = self
        if self.record_type == "statistic":
            check_measure(slots.measure, slots.unit, slots.value, slots.part_of)
            if (slots.upper is not None) != (slots.bound is Bound.RANGE):
                raise refuse("upper_and_range", "a range has an upper end, and nothing else has one")
        elif self.record_type == "cooperation":
            check_cooperation(slots.parties, slots.lead, slots.object)
        return self


_FLAT: dict[str, Any] = {
    "value": (Number, ...),
    "upper": (Number | None, None),
    "unit": (str | None, None),
    "bound": (Bound, Bound.EXACT),
    "part_of": (str | None, Field(default=None, description="The id of the total's label (or its anchor's text).")),
    "part_of_start": (int | None, Field(default=None, description="Where part_of is a text: the total's offset.")),
}


def _label_model(record_type: str) -> type[Label]:
    """The label of a record type: the record's own slots, with the quantity of a statistic flat."""
    record = RECORD_TYPES[record_type]
    fields: dict[str, Any] = {"record_type": record.__annotations__["record_type"]}
    fields["record_type"] = (record.model_fields["record_type"].annotation, record_type)
    for name in record.slots():
        slot = record.model_fields[name]
        if name == "quantity":
            fields |= {key: _FLAT[key] for key in ("value", "upper", "unit", "bound")}
        elif name == "part_of":
            fields |= {key: _FLAT[key] for key in ("part_of", "part_of_start")}
        elif slot.annotation == QuantityValue | None:
            fields[name] = (GoldQuantity | None, slot)
        else:
            fields[name] = (slot.annotation, slot)
    title = f"Gold{record.__name__}"
    return create_model(title, __base__=Label, __doc__=f"A label: {record.__doc__}", **fields)


LABEL_TYPES: dict[str, type[Label]] = {record_type: _label_model(record_type) for record_type in RECORD_TYPES}

_ANY_LABEL: Any = Annotated[Union[tuple(LABEL_TYPES.values())], Field(discriminator="record_type")]  # noqa: UP007
LABEL: TypeAdapter[Label] = TypeAdapter(_ANY_LABEL)
"""Reads any label."""

MENTION_LABEL: TypeAdapter[MentionLabel] = TypeAdapter(MentionLabel)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a label, and where: `code` is stable, `line` counts from 1."""

    file: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code}: {self.message}"


class GoldError(ValueError):
    """Labels that cannot be scored against; `problems` says which and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A label with the file and line it stands on."""

    label: Label
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A label of a mention with the file and line it stands on."""

    label: MentionLabel
    file: str
    line: int


def gold_files(gold: Path) -> list[Path]:
    """The files of labelled records of a file or folder, sorted; single labellings below a folder are left out.

    There may be none where mentions are labelled. Raises FileNotFoundError where nothing is.
    """
    if gold.is_file():
        return [] if gold.name.endswith(MENTIONS) else [gold]
    found = [path for path in _files(gold, "*.jsonl") if not path.name.endswith(MENTIONS)]
    if not found and not mention_files(gold):
        raise FileNotFoundError(f"no .jsonl file of labels: {gold}")
    return found


def mention_files(gold: Path) -> list[Path]:
    """The files of labelled mentions: such a file, those in a folder, the one beside a file of labels or none."""
    if gold.is_file() and gold.name.endswith(MENTIONS):
        return [gold]
    if gold.is_file():
        beside = gold.with_name(f"{gold.stem}{MENTIONS}")
        return [beside] if beside.is_file() else []
    return _files(gold, f"*{MENTIONS}")


def _files(gold: Path, pattern: str) -> list[Path]:
    found = (
        path for path in gold.rglob(pattern) if not any(part in SINGLE for part in path.relative_to(gold).parts[:-1])
    )
    return sorted(found)


def read_file(path: Path) -> Iterator[GoldLine | Problem]:
    """The labels of one file in order, each with its line, and a problem for every line that is no label."""
    for number, read in _rows(path, LABEL):
        yield GoldLine(read, path.name, number) if isinstance(read, Label) else read


def read_mentions(path: Path) -> Iterator[MentionLine | Problem]:
    """The labelled mentions of one file, likewise."""
    for number, read in _rows(path, MENTION_LABEL):
        yield MentionLine(read, path.name, number) if isinstance(read, MentionLabel) else read


def _rows(path: Path, adapter: TypeAdapter[Any]) -> Iterator[tuple[int, Any]]:
    """Line number and what stands there: a label, or a problem each for what is wrong with it."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, adapter.validate_json(line)
        except ValidationError as error:
            for problem in problems_of(error, path.name, number):
                yield number, problem


def problems_of(error: ValidationError, file: str, line: int) -> list[Problem]:
    """What a model finds wrong with a label: `unknown_field`, `malformed` or `bad_value`."""
    found = []
    for detail in error.errors():
        place = ".".join(str(part) for part in detail["loc"] if part not in LABEL_TYPES)
        code = {"extra_forbidden": "unknown_field", "json_invalid": "malformed"}.get(detail["type"], "bad_value")
        found.append(Problem(file, line, code, f"{place}: {detail['msg']}".strip(": ")))
    return found

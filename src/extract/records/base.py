"""What every record has: its identity, its place in the text and its origin."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extract.records.period import PeriodValue
from extract.records.text import Offset, refuse

SCHEMA_VERSION = "1.0"
"""Raised with every change of a field's name, type or meaning."""

Span = tuple[Offset, Offset]
"""`[start, end]`, end-exclusive."""

_INDEXED = re.compile(r"^(\w+)\.(\d+)$")


class Modality(StrEnum):
    """Whether it is so, is expected, aimed at, or decided."""

    ACTUAL = "actual"
    FORECAST = "forecast"
    TARGET = "target"
    PLANNED = "planned"


class Evidence(BaseModel):
    """The sentence that a record was read from: `text` is `raw[start:end]`, line breaks included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Offset
    end: Offset
    text: str

    @model_validator(mode="after")
    def _as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise refuse("evidence_length", "evidence is as long as its text")
        return self


class RecordBase(BaseModel):
    """The fields of every record, whatever its type."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ANCHOR: ClassVar[str]
    """The slot whose place identifies a record: the quantity of a statistic, the name slot of the other types."""
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ()
    """The slots that name who it is about: with the anchor slot they make the `core` score of the other types."""

    record_id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="The same text gives the same ids on every run and machine; unique within its article."
    )
    record_type: str = Field(description="The type, which says which slots there are.")
    article_id: str = Field(min_length=1, description="source_id#1, #2 …")
    modality: Modality
    period: PeriodValue | None = Field(default=None, description="Null where neither text nor context gives one.")
    evidence: Evidence
    spans: Mapping[str, tuple[Span, ...]] = Field(
        description="Slot to its pieces in the raw text; list slots as orgs.0, orgs.1; inherited: the antecedent's."
    )
    inherited: tuple[str, ...] = Field(default=(), description="The slots that came from context.")
    full_names: Mapping[str, str] = Field(default={}, description="Short form to full name, where the article has it.")
    warnings: tuple[str, ...] = Field(default=(), description="Codes of checks that failed.")
    rule: str = Field(min_length=1, description="The rule that made it.")
    confidence: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, description="The rule's precision on the development gold; null where not measured."
    )
    schema_version: str = Field(default=SCHEMA_VERSION, description="The version of the record contract.")

    @classmethod
    @cache
    def slots(cls) -> tuple[str, ...]:
        """The names of the slots of this type, in order: what it has besides the fields of every record."""
        return tuple(name for name in cls.model_fields if name not in RecordBase.model_fields)

    @classmethod
    @cache
    def list_slots(cls) -> tuple[str, ...]:
        """The slots that hold several values, such as `orgs`."""
        return tuple(name for name in cls.slots() if str(cls.model_fields[name].annotation).startswith("tuple["))

    @classmethod
    @cache
    def known_slots(cls) -> frozenset[str]:
        """The slots of this type, and the period."""
        return frozenset({*cls.slots(), "period"})

    @classmethod
    @cache
    def field_names(cls) -> frozenset[str]:
        """The names of all its fields."""
        return frozenset(cls.model_fields)

    @classmethod
    def _is_indexed(cls, name: str) -> bool:
        indexed = _INDEXED.match(name)
        return indexed is not None and indexed[1] in cls.known_slots()

    @property
    def anchor_spans(self) -> tuple[Span, ...]:
        """The pieces of the anchor slot, in the order of `spans`."""
        return slot_spans(self.spans, self.ANCHOR)

    @model_validator(mode="after")
    def _spans_name_slots(self) -> Self:
        known = self.known_slots()
        for name, pieces in self.spans.items():
            if name not in known and not self._is_indexed(name) and name != "modality":
                raise refuse("span_slot", "spans name slots of the record's type")
            if any(start > end for start, end in pieces):
                raise refuse("span_order", "a span does not end before it starts")
        if not self.anchor_spans:
            raise refuse("anchor_without_span", "the anchor slot has a place in the text")
        return self


def slot_spans(spans: Mapping[str, Sequence[Span]], slot: str) -> tuple[Span, ...]:
    """All pieces of a slot: those under its own name, then those of `slot.0`, `slot.1` …"""
    found = list(spans.get(slot, ()))
    index = 0
    while (pieces := spans.get(f"{slot}.{index}")) is not None:
        found.extend(pieces)
        index += 1
    return tuple(found)


def record_id(
    text_sha256: str,
    record_type: str,
    anchor: Sequence[Span],
    measure: str | None = None,
    metric: str | None = None,
    repeat: int = 0,
) -> str:
    """The first 16 hexadecimal digits of the SHA-256 over what identifies a record.

    Hashed are, joined by line feeds and encoded as UTF-8: the source's text hash, the type, the raw anchor pieces in
    text order as `start-end` joined by commas, the measure and the metric (empty where the type has none).
    `repeat` numbers records that agree in all of these (甲市、乙市均增长5% has two subjects on one figure; one project
    started and another stage expected): 0 for the first in text order adds nothing, 1, 2 … are appended.
    """
    pieces = ",".join(f"{start}-{end}" for start, end in sorted(anchor))
    parts = [text_sha256, record_type, pieces, measure or "", metric or ""]
    if repeat:
        parts.append(str(repeat))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

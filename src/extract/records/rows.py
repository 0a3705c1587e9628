"""The other lines that a run writes: articles, mentions and what could not be used."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from extract.data import Label, Script
from extract.records.period import PeriodValue
from extract.records.quantity import QuantityValue
from extract.records.text import Hash256, Offset

Count = Annotated[int, Field(ge=0)]


class Row(BaseModel):
    """A line of a file: frozen, with no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PlaceValue(Row):
    """A place with its GB/T 2260 code, which is null outside China."""

    name: str = Field(description="Its standard name.")
    code: str | None = Field(description="Its GB/T 2260 code; null outside China.")


class Figures(Row):
    """The ledger of an article: where each of its figures went."""

    records: Count = Field(default=0, description="Figures in a slot of a record.")
    names: Count = Field(default=0, description="Figures in a name or a set phrase.")
    times: Count = Field(default=0, description="Figures that are times.")
    ordinals: Count = Field(default=0, description="Figures that give an order.")
    unused: Count = Field(default=0, description="Figures in no record.")


class ArticleRow(Row):
    """A line of `articles.jsonl`: one article of a source."""

    article_id: str = Field(description="source_id#1, #2 …")
    source_id: str = Field(description="The path of its source below the INPUT named; of a row, with its number or id.")
    sha256: Hash256 = Field(description="Of the source's decoded text as UTF-8.")
    start: Offset = Field(description="Where it begins in the source's decoded raw text, in code points.")
    end: Offset = Field(description="Where it ends there, exclusive.")
    title: str | None = Field(description="Its headline.")
    published: date | None = Field(description="The day of publication, where the source gives it.")
    place: PlaceValue | None = Field(description="The place that the article is about.")
    script: Script = Field(description="Simplified or traditional.")
    bylines: tuple[str, ...] = Field(default=(), description="Who wrote, edited, took the pictures.")
    figures: Figures


class MentionRow(Row):
    """A line of `mentions.jsonl`: a name, figure or time with its normal form."""

    article_id: str = Field(description="The article that it stands in.")
    start: Offset = Field(description="Where it begins in the source's decoded raw text, in code points.")
    end: Offset = Field(description="Where it ends there, exclusive.")
    text: str = Field(description="raw[start:end], line breaks included.")
    label: Label = Field(description="What it is.")
    normal: QuantityValue | PeriodValue | str | None = Field(
        description="A quantity or period object, a standard or full name, or null."
    )


class RejectKind(StrEnum):
    """What was refused. Only a refused source changes the exit code."""

    SOURCE = "source"
    ARTICLE = "article"
    RELATION = "relation"


class RejectRow(Row):
    """A line of `rejects.jsonl`: what could not be used, and why."""

    kind: RejectKind
    source_id: str
    article_id: str | None
    start: Offset | None
    end: Offset | None
    error: str = Field(min_length=1, description="A stable code.")
    message: str

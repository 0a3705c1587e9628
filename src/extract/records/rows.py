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

    name: str
    code: str | None


class Figures(Row):
    """The ledger of an article: where each of its figures went."""

    records: Count = 0
    names: Count = 0
    times: Count = 0
    ordinals: Count = 0
    unused: Count = 0


class ArticleRow(Row):
    """A line of `articles.jsonl`: one article of a source."""

    article_id: str
    source_id: str
    sha256: Hash256 = Field(description="Of the source's decoded text as UTF-8.")
    start: Offset
    end: Offset
    title: str | None
    published: date | None
    place: PlaceValue | None = Field(description="The place that the article is about.")
    script: Script
    bylines: tuple[str, ...] = ()
    figures: Figures


class MentionRow(Row):
    """A line of `mentions.jsonl`: a name, figure or time with its normal form."""

    article_id: str
    start: Offset
    end: Offset
    text: str = Field(description="raw[start:end], line breaks included.")
    label: Label
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

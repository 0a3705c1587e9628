"""What a reader made of a text, in one form for us and for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from extract.data import Bound, Label, Mention, Period, Quantity, Source
from extract.pipeline import Pipeline, text_source


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure or a period with raw offsets; a period has `first` and `last`, inclusive, either may be open."""

    start: int
    end: int
    label: str
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    bound: str = "exact"
    dimension: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read, said on a day where one is known."""

    name: str
    text: str
    reference: date | None = None
    whole: bool = False
    """Whether the whole text is one figure or period."""


Reader = Callable[[Sequence[Text]], Mapping[str, Sequence[Reading]]]


def ours(pipeline: Pipeline) -> Reader:
    """Our own reader: the whole pipeline on each text."""

    def read(texts: Iterable[Text]) -> dict[str, list[Reading]]:
        return {text.name: _read(pipeline, text) for text in texts}

    return read


def _read(pipeline: Pipeline, text: Text) -> list[Reading]:
    source: Source = text_source(text.text, published=text.reference)
    found = []
    for article in pipeline.process(source).articles:
        offsets = article.article.clean.offsets
        for mention in article.mentions:
            reading = reading_of(mention, *offsets.raw(mention.start, mention.end))
            if reading is not None:
                found.append(reading)
    return found


def reading_of(mention: Mention, start: int, end: int) -> Reading | None:
    """A figure's or a period's mention at its raw offsets; None for a name of something else."""
    match mention.normal:
        case Quantity(value=value, unit=unit, bound=bound, dimension=dimension, upper=upper):
            label = mention.label.value
            return Reading(start, end, label, value, upper, unit, bound.value, dimension.value)
        case Period(start=first, end=last):
            return Reading(start, end, Label.TIME.value, first=first, last=last)
        case _:
            if mention.label in (Label.NAMED_NUMBER, Label.ORDINAL):
                return Reading(start, end, mention.label.value)
            return None


def reading_from(row: Mapping[str, Any]) -> Reading:
    """A reading as another reader's process wrote it down: numbers as text, days in ISO form."""
    return Reading(
        start=row["start"],
        end=row["end"],
        label=row["label"],
        value=None if row.get("value") is None else Decimal(row["value"]),
        upper=None if row.get("upper") is None else Decimal(row["upper"]),
        unit=row.get("unit"),
        bound=row.get("bound", Bound.EXACT.value),
        dimension=row.get("dimension", ""),
        first=date.fromisoformat(row["first"]) if row.get("first") else None,
        last=date.fromisoformat(row["last"]) if row.get("last") else None,
    )

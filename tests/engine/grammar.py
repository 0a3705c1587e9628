"""The time grammar as the pipeline builds it, and a reading of one expression."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from extract.data import Period
from extract.engine.numerals import Numerals
from extract.engine.periods import Reference, TimeGrammar

KNOWLEDGE = Path(__file__).parents[2] / "src/extract/knowledge"
PUBLISHED = Reference(published=date(2025, 1, 15))
Ends = tuple[str | None, str | None]


def table(name: str) -> Any:
    return yaml.load((KNOWLEDGE / name).read_bytes(), yaml.CSafeLoader)


TIMES = table("times.yaml")
GRAMMAR = TimeGrammar.compile(Numerals.compile(table("numerals.yaml")), TIMES)


def resolve(text: str, reference: Reference = PUBLISHED) -> tuple[str, Period]:
    """The one expression of a text and its period."""
    found = GRAMMAR.find(text)
    assert len(found) == 1, [text[e.start : e.end] for e in found]
    return text[found[0].start : found[0].end], GRAMMAR.resolve(found[0], reference)


def span(text: str, reference: Reference = PUBLISHED) -> Ends:
    """The ends of a text that is one expression from end to end."""
    surface, period = resolve(text, reference)
    assert surface == text
    start, end = (day.isoformat() if day else None for day in (period.start, period.end))
    return start, end

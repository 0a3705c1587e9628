"""Mentions of a text as a test reads them."""

from __future__ import annotations

from extract.data import Label, Mention, Place, Quantity
from extract.pipeline import Pipeline, text_source


def mentions(pipeline: Pipeline, text: str, place: str | None = None) -> list[tuple[str, Mention]]:
    """The mentions of the one article of a text, each with its surface."""
    [article] = pipeline.process(text_source(text, place=place)).articles
    return [(article.article.text(m.start, m.end), m) for m in article.mentions]


def named(pipeline: Pipeline, text: str, label: Label, place: str | None = None) -> list[str]:
    """The surfaces of one label, in text order."""
    return [surface for surface, m in mentions(pipeline, text, place) if m.label is label]


def places(pipeline: Pipeline, text: str, place: str | None = None) -> list[tuple[str, str | None]]:
    """The places of a text: surface and the name of what it stands for."""
    return [
        (surface, m.normal.name if isinstance(m.normal, Place) else None)
        for surface, m in mentions(pipeline, text, place)
        if m.label is Label.PLACE
    ]


def units(pipeline: Pipeline, text: str, place: str | None = None) -> list[str | None]:
    """The units of the figures of a text."""
    return [m.normal.unit for _, m in mentions(pipeline, text, place) if isinstance(m.normal, Quantity)]

"""The digits and numerals of a raw text, as the pipeline cleans, divides and cuts it: what an audit counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extract.audit import Reading
from extract.data import Article, CleanText, Dimension
from extract.engine.quantities import unaccounted
from extract.pipeline import Pipeline, text_source
from extract.stages.recognise.countable import numerals
from extract.stages.segment import segment

Span = tuple[int, int]
_DIGITS = re.compile(r"\d+")


def numeral_reader(pipeline: Pipeline) -> Callable[[str], Reading]:
    """Reads the numerals of a raw text: 全市有5家，一体推进。 holds 5; 一 is a part of a word."""

    def read(text: str) -> Reading:
        clean = pipeline.cleaner(text_source(text))
        articles = pipeline.divider(clean)
        sentences = sorted((s.start, s.end) for article in articles for s in article.sentences)
        found = [span for article in articles for span in _of_article(pipeline, article)]
        raw = clean.offsets.raw
        return Reading(
            sentences=tuple(raw(*span) for span in sentences),
            numerals=tuple(raw(*span) for span in sorted(found)),
            outside=tuple(sorted({*(raw(*s) for s in _unread(pipeline, clean, sentences)), *_dropped(clean)})),
        )

    return read


def dimension_reader(pipeline: Pipeline) -> Callable[[str], Dimension | None]:
    """The dimension of a unit as records write it: `d` is a DURATION."""
    table = pipeline.recogniser.figures.reader.units
    return {unit.code: unit.dimension for row in table.by_first.values() for _, unit in row}.get


def _of_article(pipeline: Pipeline, article: Article) -> Iterator[Span]:
    tokens = segment(article, pipeline.tokenizer, pipeline.vocabulary)
    yield from numerals(article, tokens, pipeline.recogniser.figures)


def _unread(pipeline: Pipeline, clean: CleanText, sentences: list[Span]) -> Iterator[Span]:
    """Those in the clean text between the sentences."""
    at = 0
    for start, end in [*sentences, (len(clean.text), len(clean.text))]:
        if at < start:
            for low, high in unaccounted(clean.text[at:start], (), pipeline.recogniser.figures):
                yield at + low, at + high
        at = max(at, end)


def _dropped(clean: CleanText) -> Iterator[Span]:
    """The digits of the raw text that cleaning left out, such as markup."""
    text = clean.source.text
    kept = {at for start, end in zip(clean.offsets.starts, clean.offsets.ends, strict=True) for at in range(start, end)}
    for found in _DIGITS.finditer(text):
        if not any(at in kept for at in range(*found.span())):
            yield found.span()

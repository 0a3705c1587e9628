"""Clean text to articles: titles, dates, places, persons and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from extract.data import Article, BlockKind, CleanText, Place, Sentence
from extract.stages.divide.credits import Credits, Lead
from extract.stages.divide.dating import Dating, dateline
from extract.stages.divide.pages import Gathering, Page, Part
from extract.stages.divide.placing import PlaceFinder, article_place
from extract.stages.divide.sentences import split_sentences

_UNREAD = frozenset((BlockKind.BYLINE, BlockKind.CHROME))
_WHOLE = frozenset((BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.LIST_ITEM, BlockKind.CELL))


class Divider:
    """The divide stage, built once. Calling it gives the articles of a `CleanText`.

    `press` is the content of knowledge/press.yaml; `places` finds the places that a text names (without it no
    article has one). Raises ExpressionError on a row of `press` that fails its example.
    """

    def __init__(self, press: Mapping[str, Any], places: PlaceFinder | None = None) -> None:
        self._credits = Credits(press)
        self._dating = Dating(press)
        self._places = places

    def __call__(self, clean: CleanText) -> tuple[Article, ...]:
        """The articles of a source in order; none where it holds no text but page furniture."""
        leads: dict[int, Lead] = {}
        parts: list[Part] = []
        for index, block in enumerate(clean.blocks):
            text = clean.text[block.start : block.end]
            if block.kind is BlockKind.PARAGRAPH and (lead := self._credits.lead(text)):
                leads[index] = lead
            signed = block.kind is BlockKind.BYLINE and bool(self._credits.persons(text))
            parts.append(Part(block, text, index in leads, signed))
        stated = [self._dating.stated(part.text, part.block.kind) for part in parts]
        general = next((day for day in stated if day), None) or clean.source.published
        built: list[Article] = []
        for gathering in Page(parts).gather():
            if any(parts[index].block.kind not in _UNREAD for index in gathering.parts):
                near = next((stated[index] for index in gathering.parts if stated[index]), None) or general
                built.append(self._article(clean, parts, leads, gathering, near, len(built) + 1))
        return tuple(built)

    def _article(
        self,
        clean: CleanText,
        parts: Sequence[Part],
        leads: Mapping[int, Lead],
        gathering: Gathering,
        near: date | None,
        number: int,
    ) -> Article:
        lead = next((leads[index] for index in gathering.parts if index in leads), None)
        headed = "".join(parts[index].text for index in gathering.title)
        title = headed or None
        if title is None and clean.source.title and number == 1:
            title = clean.source.title
        indices = sorted(gathering.parts)
        closing = self._closing(parts, indices)
        return Article(
            clean=clean,
            number=number,
            start=parts[indices[0]].block.start,
            end=parts[indices[-1]].block.end,
            title=title,
            published=dateline(lead, near) or near,
            place=self._place(clean, parts, indices, lead, title),
            bylines=self._persons(parts, leads, indices, closing),
            sentences=tuple(self._sentences(clean, parts, leads, gathering, closing)),
        )

    def _closing(self, parts: Sequence[Part], indices: Sequence[int]) -> tuple[int, int, tuple[str, ...]]:
        """The index of the last paragraph, where its text ends without the names behind it, and the names."""
        for index in reversed(indices):
            if parts[index].block.kind is BlockKind.PARAGRAPH:
                return index, *self._credits.closing(parts[index].text)
        return -1, 0, ()

    def _place(
        self, clean: CleanText, parts: Sequence[Part], indices: Sequence[int], lead: Lead | None, title: str | None
    ) -> Place | None:
        if self._places is None:
            return None
        body = "\n".join(parts[index].text for index in indices if parts[index].block.kind is BlockKind.PARAGRAPH)
        return article_place(self._places, lead.place if lead else None, clean.source.place, title, body)

    def _persons(
        self,
        parts: Sequence[Part],
        leads: Mapping[int, Lead],
        indices: Sequence[int],
        closing: tuple[int, int, tuple[str, ...]],
    ) -> tuple[str, ...]:
        names: list[str] = []
        for index in indices:
            if index in leads:
                names += leads[index].persons
            kind = parts[index].block.kind
            if kind in (BlockKind.BYLINE, BlockKind.CAPTION):
                names += self._credits.of_block(parts[index].text, kind)
        return tuple(dict.fromkeys((*names, *closing[2])))

    def _sentences(
        self,
        clean: CleanText,
        parts: Sequence[Part],
        leads: Mapping[int, Lead],
        gathering: Gathering,
        closing: tuple[int, int, tuple[str, ...]],
    ) -> Iterator[Sentence]:
        for index in gathering.title:
            block = parts[index].block
            yield Sentence(block.start, block.end, BlockKind.HEADLINE)
        section = 0
        for index in sorted(set(gathering.parts) - set(gathering.title)):
            block, text = parts[index].block, parts[index].text
            if block.kind in _UNREAD or not text:
                continue
            section += block.kind is BlockKind.SUBHEADING
            start, end = block.start, block.end
            if index in leads:
                start += leads[index].end
            if index == closing[0]:
                end = min(end, block.start + closing[1])
            if block.kind is BlockKind.CAPTION:
                end = block.start + self._credits.caption(text)[0]
            if block.kind in _WHOLE:
                yield Sentence(start, end, block.kind, section)
            else:
                for low, high in split_sentences(clean.text, start, end):
                    yield Sentence(low, high, block.kind, section)

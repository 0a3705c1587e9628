"""Clean text to articles: titles, dates, places, persons and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from extract.data import Article, BlockKind, CleanText, Place, Sentence
from extract.engine.expressions import compile_row, compile_rows
from extract.stages.divide.credits import Credits, Lead
from extract.stages.divide.dating import Dating, dateline
from extract.stages.divide.pages import Gathering, Page, Part
from extract.stages.divide.sentences import parted, split_sentences

_PAGE = 2
"""Articles of a page that are about one place, at least, for the others to be about it."""
_SHORT = 2
"""Characters of a place's name that its short form has at least: 海川|市."""
About = Callable[[Sequence[str], Sequence[str]], Place | None]
"""The place that passages are about: the title, the sentences, the dateline's place last (or the lone one given);
behind them what the names of the papers on the page begin with."""
_UNREAD = frozenset((BlockKind.BYLINE, BlockKind.CHROME))
_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM))
# the sign or the number of an item, and what no heading holds
_SIGN = re.compile(r"\A(?:[^\w\u201c\u300a]|\d{1,2}[.\u3001])*")
_CLAUSES = re.compile("[\uff0c\uff1b]")
_HEADING = 30
_FURNITURE = 60
_OUTSIDE = _UNREAD | {BlockKind.SUBHEADING, BlockKind.HEADLINE}
"""Where a page names its paper, in a line of no more than `_FURNITURE` characters."""
_WHOLE = frozenset((BlockKind.HEADLINE, BlockKind.DIGEST, BlockKind.SUBHEADING, BlockKind.LIST_ITEM, BlockKind.CELL))


class Divider:
    """The divide stage, built once. Calling it gives the articles of a `CleanText`.

    `press` is the content of knowledge/press.yaml; `about` says which place passages are about (without it
    an article has only a place that its source was given). Raises ExpressionError on a row of `press` that fails
    its example.
    """

    def __init__(self, press: Mapping[str, Any], about: About | None = None) -> None:
        self._credits = Credits(press)
        self._dating = Dating(press)
        self._owners = compile_rows(press["owners"], press["macros"], whole=True)
        self._publishers = compile_rows(press["publishers"], press["macros"], whole=True)
        self._papers = compile_row(press["papers"], press["macros"])
        self._source = compile_row(press["closing_source"], press["macros"])
        self._about = about

    def __call__(self, clean: CleanText) -> tuple[Article, ...]:
        """The articles of a source in order; none where it holds no text but page furniture."""
        leads: dict[int, Lead] = {}
        parts: list[Part] = []
        for index, block in enumerate(clean.blocks):
            text = clean.text[block.start : block.end]
            if block.kind is BlockKind.PARAGRAPH and (lead := self._credits.lead(text)):
                leads[index] = lead
            signed = block.kind is BlockKind.BYLINE and bool(self._credits.persons(text))
            parts.append(Part(block, text, index in leads, signed, self._owners.match(text) is not None))
        stated = [self._dating.stated(part.text, part.block.kind) for part in parts]
        linked = [self._linked(clean, part) for part in parts]
        spoken = [self._dating.spoken(part.text) for part in parts]
        general, first = (next((day for day in row if day), None) for row in (stated, linked))
        papers = self._paper_names(parts, leads)
        built: list[Article] = []
        for gathering in Page(parts).gather():
            if any(parts[index].block.kind not in _UNREAD for index in gathering.parts):
                days = (row[index] for row in (spoken, stated) for index in gathering.parts)
                day = next((day for day in days if day), None) or general
                told = next((linked[index] for index in gathering.parts if linked[index]), first)
                built.append(self._article(clean, parts, leads, gathering, (day, told), papers, len(built) + 1))
        return self._of_page(clean, built)

    def _linked(self, clean: CleanText, part: Part) -> date | None:
        if part.block.kind is not BlockKind.CHROME:
            return None
        return self._dating.linked(part.text, clean.source.text, *clean.offsets.raw(part.block.start, part.block.end))

    @staticmethod
    def _of_page(clean: CleanText, articles: Sequence[Article]) -> tuple[Article, ...]:
        """The articles: one without a place of its own is about that of its page's others, where it names it."""
        places = Counter(article.place for article in articles if article.place)
        place, count = places.most_common(1)[0] if places else (None, 0)
        if place is None or count < _PAGE or count * 2 <= places.total():
            return tuple(articles)
        name = place.name[:-1] if len(place.name) > _SHORT else place.name
        without = {a.number for a in articles if a.place is None and name in clean.text[a.start : a.end]}
        return tuple(replace(a, place=place) if a.number in without else a for a in articles)

    def _article(
        self,
        clean: CleanText,
        parts: Sequence[Part],
        leads: Mapping[int, Lead],
        gathering: Gathering,
        days: tuple[date | None, date | None],
        papers: Sequence[str],
        number: int,
    ) -> Article:
        """An article; `days` are the one that is stated, and the one in the address of its original."""
        stated, linked = days
        led = next((index for index in gathering.parts if index in leads), None)
        lead = None if led is None else leads[led]
        near = None if led is None else self._dating.told(lead, parts[led].text)
        headed = "".join(parts[index].text for index in gathering.title)
        title = headed or None
        if title is None and clean.source.title and number == 1:
            title = clean.source.title
        indices = sorted(gathering.parts)
        title = title or self._opening(clean, parts, indices)
        told = [parts[index].text for index in indices if self._publishers.match(parts[index].text)]
        told += [parts[gathering.over].text] if gathering.over is not None else []
        given = clean.source.published
        closing = self._closing(parts, indices)
        sentences = tuple(sorted(self._sentences(clean, parts, leads, gathering, closing), key=lambda s: s.start))
        return Article(
            clean=clean,
            number=number,
            start=parts[indices[0]].block.start,
            end=parts[indices[-1]].block.end,
            title=title,
            published=stated or dateline(lead, given or near or linked) or given or linked,
            place=self._place(clean, " ".join((self._papers.sub("", title or ""), *told)), sentences, lead, papers),
            bylines=self._persons(parts, leads, indices, closing),
            sentences=sentences,
        )

    @staticmethod
    def _opening(clean: CleanText, parts: Sequence[Part], indices: Sequence[int]) -> str | None:
        """The first sentence of a digest's item that has no heading, where it is one: ●白沙盐场投产。"""
        item = next((parts[index].block for index in indices if parts[index].block.kind is BlockKind.ITEM), None)
        first = next(split_sentences(clean.text, item.start, item.end), None) if item else None
        if item is None or first is None or first[1] == item.end:
            return None
        text = clean.text[first[0] : first[1] - 1]
        opening = _SIGN.sub("", text, count=1)
        return opening if len(opening) <= _HEADING and not _CLAUSES.search(opening) else None

    def _closing(self, parts: Sequence[Part], indices: Sequence[int]) -> tuple[int, int, tuple[str, ...]]:
        """The index of the last paragraph, where its text ends without the names behind it, and the names."""
        for index in reversed(indices):
            if parts[index].block.kind in _PROSE:
                return index, *self._credits.closing(parts[index].text)
        return -1, 0, ()

    def _paper_names(self, parts: Sequence[Part], leads: Mapping[int, Lead]) -> tuple[str, ...]:
        """What the papers named in leads and outside the body begin with: 滨海 of 滨海日报."""
        texts = [part.text[: leads[i].end] if i in leads else part.text for i, part in enumerate(parts)
                 if i in leads or (part.block.kind in _OUTSIDE and len(part.text) <= _FURNITURE)]  # fmt: skip
        texts += [found[0] for part in parts if (found := self._source.search(part.text))]
        return tuple(dict.fromkeys(found["place"] for text in texts for found in self._papers.finditer(text)))

    def _place(
        self,
        clean: CleanText,
        title: str,
        sentences: Sequence[Sentence],
        lead: Lead | None,
        papers: Sequence[str],
    ) -> Place | None:
        """The place given with the source, else the one that title, publisher, sentences and dateline are about."""
        given = clean.source.place
        if self._about is None or given:
            return (given and self._about and self._about([given], ())) or (Place(given, None) if given else None)
        read = [s for s in sentences if s.kind not in (BlockKind.HEADLINE, BlockKind.DIGEST)]
        first = next((i for i, s in enumerate(read) if s.kind is not BlockKind.SUBHEADING), len(read))
        texts = [self._papers.sub("", clean.text[s.start : s.end]) for s in read]  # 滨海商报讯 tells of no place
        # the lines between headline and text say what it is about as well as the headline does
        heading = " ".join([title, *texts[:first]])
        return self._about([heading, *texts[first:], (lead.place if lead else None) or ""], papers)

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
        if gathering.over is not None and gathering.over not in gathering.parts:
            block = parts[gathering.over].block
            yield Sentence(block.start, block.end, BlockKind.DIGEST, borrowed=True)
        for index in gathering.title:
            block = parts[index].block
            yield Sentence(block.start, block.end, BlockKind.HEADLINE)
        section, begun = 0, False
        for index in sorted(set(gathering.parts) - set(gathering.title)):
            block, text = parts[index].block, parts[index].text
            if block.kind in _UNREAD or not text:
                continue
            # a line over or under the headline, before the text, parts nothing
            section += block.kind is BlockKind.SUBHEADING and begun
            begun = begun or block.kind not in (BlockKind.SUBHEADING, BlockKind.CAPTION)
            start, end = block.start, block.end
            if index in leads:
                start += leads[index].end
            if index == closing[0]:
                end = min(end, block.start + closing[1])
            if block.kind is BlockKind.CAPTION:
                end = block.start + self._credits.caption(text)[0]
            kind = BlockKind.PARAGRAPH if block.kind is BlockKind.ITEM else block.kind
            if block.kind in _WHOLE:
                yield from (Sentence(low, high, block.kind, section) for low, high in parted(clean.text, start, end))
            else:
                for low, high in split_sentences(clean.text, start, end):
                    yield Sentence(low, high, kind, section)

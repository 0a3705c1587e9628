"""Clean text to articles: where each begins, its headline, dateline, bylines, date, place, sections and sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from extract.data import Article, Block, BlockKind, CleanText, Place, Sentence
from extract.engine.expressions import compile_row, expand

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL})
_SILENT = frozenset({BlockKind.BYLINE, BlockKind.CHROME})
_HEAD_BLOCKS = 6
"""Blocks at the top of an article in which its date may stand."""

About = Callable[[Sequence[str]], Place | None]
"""The place that passages are about, the first passage weighing most; None where they name none."""


@dataclass
class _Draft:
    """An article while its blocks are gathered."""

    blocks: list[Block] = field(default_factory=list)
    title: list[Block] = field(default_factory=list)
    lead: re.Match[str] | None = None
    body: bool = False
    closed: bool = False


class Divider:
    """The divide stage, built once from knowledge/press.yaml and typography.yaml."""

    def __init__(self, press: Mapping[str, Any], typography: Mapping[str, Any], about: About) -> None:
        macros = press["macros"]
        self._leads = tuple(compile_row(row, macros) for row in press["leads"])
        self._tails = tuple(compile_row(row, macros) for row in press["lead_tails"])
        self._credits = tuple(compile_row(row, macros) for row in press["credits"])
        self._dates = tuple(compile_row(row, macros) for row in press["dates"])
        self._names = re.compile(expand("<ROLE> ?(?P<credits><NAMES>)", macros))
        self._name = re.compile(expand("<NAME>", macros))
        enders, closers = re.escape(typography["enders"]), re.escape(typography["closers"])
        self._end = re.compile(f"[{enders}]+[{closers}]*")
        self._about = about

    def __call__(self, clean: CleanText) -> tuple[Article, ...]:
        """The articles of a text in order; none where nothing in it is to be read."""
        drafts = [draft for draft in self._drafts(clean) if any(b.kind not in _SILENT for b in draft.blocks)]
        articles = [self._article(clean, draft, number) for number, draft in enumerate(drafts, 1)]
        # the articles of one page appeared on one day
        day = next((article.published for article in articles if article.published), None)
        return tuple(article if article.published else replace(article, published=day) for article in articles)

    # ---- where articles begin ---------------------------------------------------------------------------------

    def _drafts(self, clean: CleanText) -> list[_Draft]:
        drafts = [_Draft()]
        for index, block in enumerate(clean.blocks):
            draft = drafts[-1]
            lead = self._lead(clean, block) if block.kind is BlockKind.PARAGRAPH else None
            if self._begins(draft, block, lead):
                draft = _Draft()
                drafts.append(draft)
            if lead and draft.lead is None:
                draft.lead = lead
            if block.kind is BlockKind.HEADLINE and not draft.body:
                draft.title.append(block)
            elif (
                block.kind is BlockKind.SUBHEADING
                and draft.title
                and draft.blocks[-1] is draft.title[-1]
                and not draft.body
            ):
                draft.title.append(block)  # the headline's second line
            elif block.kind is BlockKind.SUBHEADING and self._heads_body_above(clean, draft, index):
                draft.title.append(block)
                draft.closed = True
            draft.body = draft.body or block.kind in _BODY
            draft.blocks.append(block)
        return drafts

    def _begins(self, draft: _Draft, block: Block, lead: re.Match[str] | None) -> bool:
        if lead or block.kind is BlockKind.HEADLINE:
            return draft.body
        return draft.closed and block.kind in _BODY

    def _heads_body_above(self, clean: CleanText, draft: _Draft, index: int) -> bool:
        """A headline below its body: of an article that opened with a lead and has no headline yet."""
        if not draft.body or draft.lead is None or (draft.title and not draft.closed):
            return False
        following = [b for b in clean.blocks[index + 1 :] if b.kind not in _SILENT]
        if draft.closed and draft.title:
            return draft.blocks[-1] is draft.title[-1] and len(draft.title) < 2
        # before a paragraph of plain body it may still be a subhead: then another lead comes later without a title
        return not following or following[0].kind is not BlockKind.LIST_ITEM

    def _lead(self, clean: CleanText, block: Block) -> re.Match[str] | None:
        for lead in self._leads:
            found = lead.match(clean.text, block.start, block.end)
            if found:
                return found
        return None

    # ---- one article ------------------------------------------------------------------------------------------

    def _article(self, clean: CleanText, draft: _Draft, number: int) -> Article:
        source = clean.source
        title = (" " if not draft.closed else "").join(clean.text[b.start : b.end] for b in draft.title) or source.title
        published = self._published(clean, draft)
        sentences = tuple(self._sentences(clean, draft))
        return Article(
            clean=clean,
            number=number,
            start=draft.blocks[0].start,
            end=draft.blocks[-1].end,
            title=title,
            published=published,
            place=self._place(clean, draft, title, sentences),
            bylines=self._bylines(clean, draft),
            sentences=sentences,
        )

    def _published(self, clean: CleanText, draft: _Draft) -> date | None:
        stated = self._stated_date(clean, draft) or clean.source.published
        groups = draft.lead.groupdict() if draft.lead else {}
        if stated and groups.get("day"):
            return _date(stated.year, groups.get("month") or stated.month, groups["day"]) or stated
        return stated

    def _stated_date(self, clean: CleanText, draft: _Draft) -> date | None:
        for block in draft.blocks[:_HEAD_BLOCKS] + [b for b in draft.blocks[_HEAD_BLOCKS:] if b.kind in _SILENT]:
            if block.kind in _BODY:
                continue
            text = clean.text[block.start : block.end]
            for pattern in self._dates:
                found = pattern.search(text)
                groups = found.groupdict() if found else {}
                if groups.get("year"):
                    day = _date(groups["year"], groups["month"], groups["day"])
                    if day:
                        return day
        return None

    def _place(self, clean: CleanText, draft: _Draft, title: str | None, sentences: Sequence[Sentence]) -> Place | None:
        given = self._about([clean.source.place]) if clean.source.place else None
        if clean.source.place:
            return given or Place(clean.source.place, None)
        body = [clean.text[s.start : s.end] for s in sentences]
        named = (draft.lead.groupdict().get("place") if draft.lead else None) or ""
        return self._about([f"{title or ''}", *body, named])

    def _bylines(self, clean: CleanText, draft: _Draft) -> tuple[str, ...]:
        names: list[str] = []
        for block in draft.blocks:
            text = clean.text[block.start : block.end]
            if block.kind is BlockKind.BYLINE:
                names += [n for found in self._names.finditer(text) for n in self._name.findall(found["credits"])]
            elif block.kind is BlockKind.CAPTION:
                credit = self._credit(text)
                names += self._name.findall(credit["credits"]) if credit and "credits" in credit.groupdict() else []
        if draft.lead:
            tail = clean.text[draft.lead.end() : self._after_lead(clean, draft.lead)]
            names += [n for found in self._names.finditer(tail) for n in self._name.findall(found["credits"])]
        return tuple(dict.fromkeys(name.replace(" ", "") for name in names))

    def _credit(self, text: str) -> re.Match[str] | None:
        return next((found for credit in self._credits if (found := credit.search(text))), None)

    # ---- sentences --------------------------------------------------------------------------------------------

    def _after_lead(self, clean: CleanText, lead: re.Match[str]) -> int:
        """Where the text begins after a lead and what may follow it (（记者 …）, a colon)."""
        at = lead.end()
        while found := next((f for tail in self._tails if (f := tail.match(clean.text, at)) and f.end() > at), None):
            at = found.end()
        return at

    def _sentences(self, clean: CleanText, draft: _Draft) -> Iterator[Sentence]:
        section = 0
        for block in draft.blocks:
            if block.kind in _SILENT:
                continue
            start, end, kind = block.start, block.end, block.kind
            if block in draft.title:
                kind = BlockKind.HEADLINE
            elif kind is BlockKind.SUBHEADING:
                section += 1
            if draft.lead and block.start <= draft.lead.start() < block.end:
                start = min(self._after_lead(clean, draft.lead), end)
            if kind is BlockKind.CAPTION:
                credit = self._credit(clean.text[start:end])
                end = start + credit.start() + 1 if credit else end
            for a, b in self._split(clean.text, start, end):
                yield Sentence(a, b, kind, section)

    def _split(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of `start:end`: an end mark inside brackets does not end one."""
        at = start
        for found in self._end.finditer(text, start, end):
            piece = text[at : found.end()]
            if piece.count("（") > piece.count("）") or piece.count("《") > piece.count("》"):
                continue
            yield at, found.end()
            at = found.end()
        if text[at:end].strip():
            yield at, end


def _date(year: Any, month: Any, day: Any) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

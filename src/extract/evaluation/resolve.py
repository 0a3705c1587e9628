"""From quotes and anchors to raw offsets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.evaluation.gold import GoldLine, Label, Problem
from extract.evaluation.items import Item, Spans, label_item

_FOLDED_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_SENTENCE_END = re.compile(r"[。！？!?]|\n[ \t\u3000]*\n")
_WINDOW = 150
"""Characters on each side of an anchor that its sentence is looked for in."""


class Misplaced(ValueError):
    """A label whose place cannot be told; `code` is stable."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Page:
    """A text in which quotes are looked up; a line break inside a sentence may be left out of a quote."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._joined, self._home = _join(text)

    def places(self, quote: str) -> list[tuple[int, int]]:
        """Where a quote occurs, in raw offsets; overlapping occurrences count."""
        exact = [(at, at + len(quote)) for at in _occurrences(self.text, quote)]
        if exact:
            return exact
        joined = _join(quote)[0]
        found = _occurrences(self._joined, joined) if joined else []
        return [(self._home[at], self._home[at + len(joined) - 1] + 1) for at in found]

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a place, or as much of it as lies within some 150 characters on either side."""
        before = self.text[max(0, start - _WINDOW) : start]
        ends = list(_SENTENCE_END.finditer(before))
        first = start - len(before) + (ends[-1].end() if ends else 0)
        after = _SENTENCE_END.search(self.text, end, end + _WINDOW)
        return self.text[first : after.end() if after else min(len(self.text), end + _WINDOW)].strip()


def _join(text: str) -> tuple[str, list[int]]:
    """The text without line breaks and the blanks around them, and where each character left came from."""
    kept: list[str] = []
    home: list[int] = []
    at = 0
    for gap in [*((m.start(), m.end()) for m in _FOLDED_BREAK.finditer(text)), (len(text), len(text))]:
        kept.append(text[at : gap[0]])
        home.extend(range(at, gap[0]))
        at = gap[1]
    return "".join(kept), home


def _occurrences(text: str, part: str) -> list[int]:
    found = []
    at = text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def place(label: Label, page: Page | None) -> tuple[int, int]:
    """The anchor's raw offsets.

    Without a page they are those the label gives. Raises Misplaced with `no_text`, `quote_not_found`,
    `quote_not_unique`, `anchor_not_found`, `anchor_not_unique` (unless its `start` says which) or `wrong_offset`.
    """
    if page is None:
        if label.start is None or label.end is None:
            raise Misplaced("no_text", f"the text of {label.doc} is needed to place the label")
        return label.start, label.end
    quotes = page.places(label.quote)
    if len(quotes) != 1:
        code, fault = ("quote_not_unique", "occurs more than once") if quotes else ("quote_not_found", "is not there")
        raise Misplaced(code, f"the quote {fault}: {label.quote}")
    start, end = quotes[0]
    inside = [(start + s, start + e) for s, e in Page(page.text[start:end]).places(label.anchor)]
    if not inside:
        raise Misplaced("anchor_not_found", f"the anchor is not in its quote: {label.anchor}")
    chosen = [at for at in inside if label.start in (None, at[0]) and label.end in (None, at[1])]
    if not chosen:
        raise Misplaced("wrong_offset", f"the anchor stands at {inside[0]}, not at {(label.start, label.end)}")
    if len(chosen) > 1:
        raise Misplaced("anchor_not_unique", f"the anchor occurs more than once in its quote: {label.anchor}")
    return chosen[0]


def resolve(lines: Sequence[GoldLine], pages: Mapping[str, Page | None]) -> tuple[list[Item], list[Problem]]:
    """Labels at their places, and what kept others from one. `pages` maps each document to its text, if known."""
    problems: list[Problem] = []
    placed: dict[int, tuple[int, int]] = {}
    totals: dict[tuple[str, str], tuple[int, int]] = {}
    for n, line in enumerate(lines):
        label = line.label
        try:
            placed[n] = place(label, pages.get(label.doc))
        except Misplaced as wrong:
            problems.append(Problem(line.file, line.line, wrong.code, str(wrong)))
            continue
        if label.id is not None:
            if (label.doc, label.id) in totals:
                problems.append(Problem(line.file, line.line, "duplicate_id", f"the id is taken: {label.id}"))
            totals[label.doc, label.id] = placed[n]
    anchors = {(lines[n].label.doc, span) for n, span in placed.items()}
    items: list[Item] = []
    for n, span in placed.items():
        line, label = lines[n], lines[n].label
        try:
            total = _total(label, totals, anchors)
        except Misplaced as wrong:
            problems.append(Problem(line.file, line.line, wrong.code, str(wrong)))
            continue
        page = pages.get(label.doc)
        name = label.id or f"{line.file}:{line.line}"
        items.append(label_item(label, span, total, name, page.sentence(*span) if page else label.quote))
    return items, problems


def _total(
    label: Label, totals: Mapping[tuple[str, str], tuple[int, int]], anchors: set[tuple[str, tuple[int, int]]]
) -> Spans | None:
    """The anchor of what a label is part of: named by its id, or by its anchor's text and offset."""
    named: str | None = getattr(label, "part_of", None)
    start: int | None = getattr(label, "part_of_start", None)
    if named is None:
        return None
    if start is None:
        span = totals.get((label.doc, named))
    else:
        span = (start, start + len(named))
        span = span if (label.doc, span) in anchors else None
    if span is None:
        raise Misplaced("unknown_total", f"no label has the id or the place of part_of: {named}")
    return (span,)

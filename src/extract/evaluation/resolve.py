"""Labels to places: quote and anchor become raw offsets, and what cannot be resolved is said."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.data import Label as MentionKind
from extract.data import Quantity
from extract.evaluation.gold import GoldLine, MentionLine, Problem
from extract.evaluation.items import Item, Spans, label_item
from extract.evaluation.texts import TextFinder, sentence_at, told_missing
from extract.records import Measure

ReadQuantity = Callable[[str], Quantity | None]
"""Reads the figure in a stretch of text, or None where it reads none or several."""

Span = tuple[int, int]

_AS_READ = frozenset({Measure.LEVEL, Measure.INCREMENT, Measure.GAP, Measure.SHARE, Measure.CHANGE, Measure.GROWTH})
"""Measures whose value is the figure as it is read, but for its sign."""


@dataclass
class Resolved:
    """Labels as items, and what is wrong with the rest."""

    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def resolve(lines: Iterable[GoldLine], texts: TextFinder, read_quantity: ReadQuantity | None = None) -> Resolved:
    """Resolve labels against the raw texts of their documents.

    A label with a problem gives no item. Problems come in the order of the labels, with these codes: `no_text`,
    `quote_not_found`, `quote_twice`, `anchor_not_found`, `anchor_twice`, `wrong_offset`, `duplicate_id`,
    `duplicate_label`, `unknown_part_of`, and with `read_quantity` also `value_contradicts_anchor`.
    """
    out = Resolved()
    by_doc: dict[str, list[GoldLine]] = {}
    for line in lines:
        by_doc.setdefault(line.label.doc, []).append(line)
    for doc, rows in by_doc.items():
        text = texts(doc)
        if text is None:
            out.problems.append(_problem(rows[0], "no_text", told_missing(doc)))
        else:
            _resolve_document(rows, text, read_quantity, out)
    return out


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled mention at its place."""

    doc: str
    label: MentionKind
    span: Span
    optional: bool = False


def resolve_mentions(lines: Iterable[MentionLine], texts: TextFinder) -> tuple[list[Mark], list[Problem]]:
    """Labelled mentions at their places, and what is wrong with the rest, with the codes of `resolve`."""
    marks: dict[Mark, int] = {}
    problems: list[Problem] = []
    for line in lines:
        text = texts(line.label.doc)
        place = _problem(line, "no_text", told_missing(line.label.doc)) if text is None else locate(line, text)
        if isinstance(place, Problem):
            problems.append(place)
            continue
        mark = Mark(line.label.doc, line.label.label, place, line.label.optional)
        if (earlier := marks.setdefault(mark, line.line)) != line.line:
            problems.append(_problem(line, "duplicate_label", f"line {earlier} says the same"))
    return list(marks), problems


def _resolve_document(rows: Sequence[GoldLine], text: str, read: ReadQuantity | None, out: Resolved) -> None:
    placed, by_id = _places_of(rows, text, out)
    seen: dict[tuple[Any, ...], int] = {}
    for row, span in placed:
        problems = list(_contradictions(row, read))
        total = _total(row, by_id, text)
        if isinstance(total, Problem):
            problems.append(total)
            total = None
        sentence = sentence_at(text, *span)
        item = label_item(row.label, span, total, row.label.id or f"{row.file}:{row.line}", sentence)
        earlier = seen.setdefault((item.record_type, item.spans, repr(sorted(item.slots.items()))), row.line)
        if earlier != row.line:
            problems.append(_problem(row, "duplicate_label", f"line {earlier} says the same"))
        out.problems.extend(problems)
        if not problems:
            out.items.append(item)


def _places_of(
    rows: Sequence[GoldLine], text: str, out: Resolved
) -> tuple[list[tuple[GoldLine, Span]], dict[str, Span]]:
    """The labels that have a place, with it, and the places by label id."""
    placed: list[tuple[GoldLine, Span]] = []
    by_id: dict[str, Span] = {}
    for row in rows:
        place = locate(row, text)
        if isinstance(place, Problem):
            out.problems.append(place)
        else:
            placed.append((row, place))
        if row.label.id is not None:
            if row.label.id in by_id:
                out.problems.append(_problem(row, "duplicate_id", f"an earlier label is called {row.label.id}"))
            by_id.setdefault(row.label.id, (0, 0) if isinstance(place, Problem) else place)
    return placed, by_id


def locate(row: GoldLine | MentionLine, text: str) -> Span | Problem:
    """The raw offsets of a label's anchor; offsets that the label gives are checked, and choose among several."""
    label = row.label
    quotes = _places(label.quote, text)
    if not quotes:
        return _problem(row, "quote_not_found", f"the text has no {label.quote!r}")
    if len(quotes) > 1:
        return _problem(row, "quote_twice", f"the text has {len(quotes)} times {label.quote!r}")
    anchors = [(quotes[0] + at, quotes[0] + at + len(label.anchor)) for at in _places(label.anchor, label.quote)]
    if not anchors:
        return _problem(row, "anchor_not_found", f"the quote has no {label.anchor!r}")
    if label.start is None and label.end is None:
        if len(anchors) > 1:
            return _problem(row, "anchor_twice", f"the quote has {len(anchors)} times {label.anchor!r}")
        return anchors[0]
    for start, end in anchors:
        if label.start in (None, start) and label.end in (None, end):
            return start, end
    return _problem(row, "wrong_offset", f"{label.anchor!r} stands at {anchors}, not at {label.start}-{label.end}")


def _places(part: str, whole: str) -> list[int]:
    """Where `part` stands in `whole`, overlapping places too."""
    found = []
    at = whole.find(part)
    while at >= 0:
        found.append(at)
        at = whole.find(part, at + 1)
    return found


def _total(row: GoldLine, by_id: Mapping[str, Span], text: str) -> Spans | Problem | None:
    """The place of the total that a label is part of: its label's, or where `part_of` stands as a text."""
    part_of = getattr(row.label, "part_of", None)
    if part_of is None:
        return None
    if part_of in by_id and part_of != row.label.id:
        return (by_id[part_of],)
    at = getattr(row.label, "part_of_start", None)
    if at is not None and text[at : at + len(part_of)] == part_of:
        return ((at, at + len(part_of)),)
    return _problem(row, "unknown_part_of", f"no other label of the document is called {part_of!r}")


def _contradictions(row: GoldLine, read: ReadQuantity | None) -> Iterable[Problem]:
    """A statistic whose value is not what its anchor says. Ranks, multiples and other units are not checked."""
    label: Any = row.label
    if read is None or label.record_type != "statistic" or label.measure not in _AS_READ:
        return
    quantity = read(label.anchor)
    if quantity is None or (None not in (quantity.unit, label.unit) and quantity.unit != label.unit):
        return  # the value may be converted with the unit
    bare = quantity.unit is None and label.unit is not None
    # a decrease by 3%至5% is from -5 to -3: the ends change places with their sign
    said, reads = (sorted(abs(end) for end in (x.value, x.upper) if end is not None) for x in (label, quantity))
    if len(said) != len(reads) or not all(_same(a, b, bare) for a, b in zip(said, reads, strict=True)):
        got = f"{quantity.value}" + (f"-{quantity.upper}" if quantity.upper is not None else "")
        yield _problem(row, "value_contradicts_anchor", f"{label.anchor!r} reads as {got}, not as {label.value}")


def _same(said: Any, read: Any, bare: bool) -> bool:
    """Whether two sizes are the same, or, of a bare number, differ by the size of its unit alone."""
    value, figure = float(said), float(read)
    if math.isclose(value, figure, rel_tol=1e-5) or not (bare and value > figure > 0):
        return math.isclose(value, figure, rel_tol=1e-5)
    # 1.2、2.4和5亿元: the anchor 1.2 has its unit, and with it its size, from the end of the list
    power = math.log10(value / figure)
    return math.isclose(power, round(power), abs_tol=1e-5)


def _problem(row: GoldLine | MentionLine, code: str, message: str) -> Problem:
    return Problem(row.file, row.line, code, message)

"""Things that an article has told of as made: by their kind (该机, 无人机), by their brand (“海鹭”号)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, first, once
from extract.stages.resolve.things_before import antecedent_thing, is_of_kind, kind_endings

_BACK = 3
"""Sentences before a word in which what it stands for is sought."""
_MADE = "milestone"
_BRAND = re.compile("“([^“”]{2,12})”")


def name_of(thing: Relation) -> Filler | None:
    """The name under which a record tells of a thing."""
    return first(thing, "name") or first(thing, "product") or first(thing, "object")


def kind_meant(context: Context, position: int, noun: str, *, typed: bool = False) -> Filler | None:
    """What a kind of things stands for at a clean offset: the last one named so; `typed`, behind 该型: of any kind.

    该机床 may be a 加工中心, where that is the last thing that was made.
    """
    floor, endings = context.article.sentences[max(0, context.sentence_at(position) - _BACK)].start, kind_endings(context, noun)
    near = [(called, name) for called, name in _called(context) if floor <= called.spans[0][0] < position]
    alike = [called for called, name in near if is_of_kind(context, name, endings)]
    if alike:
        return replace(alike[-1], inherited=True)
    found = antecedent_thing(context, position, noun)
    if found is None and typed and near:
        found = near[-1][0]
    return replace(found, inherited=True) if found else None


def brand_at(context: Context, span: tuple[int, int]) -> bool:
    """Whether the text at a span is the brand of a thing that a record tells of."""
    return plain(context.article.text(*span)) in _brands(context)


@once
def _called(context: Context) -> Sequence[tuple[Filler, Filler]]:
    """What was made, by each of its names, with its full one, in text order: 散货船“海鹭”, “海鹭”号."""
    out: list[tuple[Filler, Filler]] = []
    for thing in context.things:
        name = name_of(thing)
        if name is None or not name.spans or thing.record_type != _MADE:
            continue
        out.append((name, name))
        out.extend((form, name) for brand in _branded(context, name) for form in _forms(context, brand, name))
    return sorted(out, key=lambda row: row[0].spans[0][0])


def _forms(context: Context, brand: str, name: Filler) -> Iterator[Filler]:
    """Where a brand stands alone behind the full name."""
    start = context.article.start
    for found in re.finditer(f"“{re.escape(brand)}”{context.words.made.numbered}", context.whole):
        if start + found.start() >= name.spans[-1][1]:
            bare = found[0].endswith("”")
            span = (start + found.start() + bare, start + found.end() - bare)
            yield Filler((span,), plain(context.article.text(*span)))


@once
def _brands(context: Context) -> frozenset[str]:
    """The names in quotation marks of what was made."""
    return frozenset(plain(brand) for called, name in _called(context) for brand in _branded(context, name))


def _branded(context: Context, name: Filler) -> Iterator[str]:
    for span in name.spans:
        yield from (found[1] for found in _BRAND.finditer(context.article.text(span[0] - 1, span[1] + 1)))

"""What words point at that was named before: 该办法, 这一殊荣 stand for the last document or honour of the kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Filler, Label, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, fill, first, renumbered

_ANCHORS = {"policy": "title", "honor": "honor"}
_BACK = 3
"""Sentences in front of the pointing one in which an honour is sought."""


def resolve_named_again(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Take what a pointing word stands for into its slot; what points at nothing that is named is no record."""
    out: list[tuple[int, Relation]] = []
    for index, relation in enumerate(relations):
        told = _named(context, relation, relations[:index]) if relation.codes.get("again") else relation
        if told is not None:
            out.append((index, told))
    return renumbered(out)


def _named(context: Context, relation: Relation, before: Sequence[Relation]) -> Relation | None:
    slot = _ANCHORS[relation.record_type]
    anchor = first(relation, slot)
    lead = context.words.pointing.match(anchor.text) if anchor else None
    if anchor is None or lead is None:
        return None
    noun, at = anchor.text[lead.end() :], anchor.spans[0][0]
    found = max(_names(context, relation, before, noun, at), default=None)
    return fill(relation, slot, Filler(anchor.spans, found[1], inherited=True)) if found else None


def _names(
    context: Context, relation: Relation, before: Sequence[Relation], noun: str, at: int
) -> Iterator[tuple[int, str]]:
    """Where the documents that end in a noun are named before `at`, or the honours, with their names."""
    slot = _ANCHORS[relation.record_type]
    honor = relation.record_type == "honor"
    since = context.article.sentences[max(0, relation.sentence - _BACK)].start
    for earlier in before:
        told = first(earlier, slot) if earlier.record_type == relation.record_type else None
        if told is not None and not earlier.codes.get("again") and told.spans[0][0] < at:
            if told.spans[0][0] >= since if honor else _is(context, told.text, noun):
                yield told.spans[0][0], told.text
    if honor:
        for quoted in context.words.quoted_honour.finditer(context.article.clean.text, since, at):
            yield quoted.start(), plain(quoted["name"] + (quoted["kind"] or ""))
        return
    for mention in context.mentions:
        if mention.label is Label.POLICY and mention.end <= at:
            text = context.article.text(mention.start, mention.end).strip("《》")
            if _is(context, text, noun):
                yield mention.start, plain(text)


def _is(context: Context, title: str, noun: str) -> bool:
    """Whether a title is of a kind of document, a note in brackets behind it aside: 办法（试行）."""
    bare = context.words.title_note.sub("", title)
    return bare.endswith(noun) and len(bare) > len(noun)

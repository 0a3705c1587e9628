"""What those asked in a survey think: how many hold a view is a fact, and a time in the view is no figure's."""

from __future__ import annotations

from extract.stages.resolve.context import Context


def is_polled(context: Context, index: int) -> bool:
    """Whether a sentence says what those asked think: 有49%的商户预期第四季销量减少."""
    return context.words.times.polled.search(context.sentence_text(index)) is not None


def in_a_view(context: Context, index: int, before: str) -> bool:
    """Whether what stands before a time makes it a part of their view: 商户预期|第四季."""
    return before.endswith(context.words.times.polled_verbs) and is_polled(context, index)

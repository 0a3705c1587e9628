"""The town or village that an article is about: one of its headline or its report, at which its text points (全镇)."""

from __future__ import annotations

from collections.abc import Iterator

from extract.data import Filler, Label, Mention
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.villages import own_name

_FIRST = 16
"""Sentences in which a report says for whom it is given: 我代表石桥乡人民政府."""


@once
def main_town(context: Context) -> Filler | None:
    """The one town that the headline names, or whose government reports, where the text says 全镇 or 我镇 of it."""
    words = context.words.named
    kinds = {found["kind"] for found in words.own_settlement.finditer(context.whole)}
    told = (m for m in _told_of(context) if context.article.text(m.start, m.end).endswith(tuple(kinds)))
    named = [own_name(context, m) for m in told] or (
        [found] if kinds and (found := _introduced(context, kinds)) else []
    )
    return named[0] if kinds and named and all(town.text == named[0].text for town in named) else None


def _introduced(context: Context, kinds: set[str]) -> Filler | None:
    """The town that the first sentences introduce by where it lies or how large it is: 响水乡|幅员21平方公里."""
    for index in range(min(_FIRST, len(context.article.sentences))):
        found = context.words.named.introduced.search(context.sentence_text(index))
        if found and found["kind"] in kinds:
            start = context.article.sentences[index].start + found.start("name")
            return own_name(context, Mention(start, start + len(found["name"]), Label.PLACE))
    return None


def _told_of(context: Context) -> Iterator[Mention]:
    """The places of the headline and those for whose government somebody reports."""
    for index in range(min(_FIRST, len(context.article.sentences))):
        headed = index == context.article.headline
        for mention in context.by_sentence[index]:
            before = context.article.text(context.article.sentences[index].start, mention.start)
            if mention.label is Label.PLACE and (headed or context.words.named.reporting.search(before)):
                yield mention

"""Which of several firms an article tells of: the one whose report opened the last paragraph that tells of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.data import Filler, Label, Mention, Relation
from extract.stages.resolve.about import last_named, main_firm
from extract.stages.resolve.context import Context, once, place
from extract.stages.resolve.opening import opens


def firm_told_of(context: Context, position: int) -> Filler | None:
    """The firm that a figure at a clean offset goes on about, whatever else is named: the article's, a digest's last.

    甲公司发布年报。…\\n乙公司发布年报。…|营收5亿元 is 乙公司's.
    """
    main = main_firm(context)
    if main is None:
        return None
    rows = _reporting(context)
    last = bisect_right(rows, position, key=lambda row: row[0])
    told = {filler.text for _, filler in rows}
    if last == 0 or len(told) == 1 or rows[last - 1][1].text in main.text:
        return last_named(context, main, position)
    return rows[last - 1][1]


def source_of(context: Context, relation: Relation) -> Filler | None:
    """The firm from whose own report a sentence takes a figure: 根据|某股份|披露的经营数据，新签合同额增长5%."""
    start = context.article.sentences[relation.sentence].start
    for mention in reversed(context.by_sentence[relation.sentence]):
        if mention.label is not Label.ORG or mention.end > place(relation):
            continue
        cited = context.words.citing.search(context.article.text(start, mention.start)) is not None
        if cited and _gives_out(context, mention):
            return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end))
    return None


@once
def _reporting(context: Context) -> Sequence[tuple[int, Filler]]:
    """The firms that open a paragraph or a subheading and give out a report there, in text order."""
    out: list[tuple[int, Filler]] = []
    for index, sentence in enumerate(context.article.sentences):
        opening = index == 0 or context.paragraph(index) != context.paragraph(index - 1)
        row = context.by_sentence[index] if opening else ()
        name = next((m for m in row if m.label is Label.ORG and opens(context, index, sentence.start, m)), None)
        if name is not None and _gives_out(context, name):
            span = (name.start, name.end)
            out.append((name.start, Filler((span,), context.article.text(*span))))
    return tuple(out)


def _gives_out(context: Context, name: Mention) -> bool:
    """Whether a firm's report stands behind its name: no office's, and no association's."""
    text = context.article.text(name.start, name.end)
    if any(words.search(text) for words in (context.words.authority, context.words.associations)):
        return False
    return context.words.own_reports.match(context.article.clean.text, name.end) is not None

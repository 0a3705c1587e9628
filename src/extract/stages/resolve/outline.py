"""Which subheadings stand over a sentence: 2031年工作回顾 over 一、港口建设 over （一）码头."""

from __future__ import annotations

from collections.abc import Mapping

from extract.data import BlockKind
from extract.stages.resolve.context import Context, once


@once
def standing_over(context: Context) -> Mapping[int, tuple[int, ...]]:
    """By section, the sentences that are the headings of the sections around it, the outermost first.

    A heading closes those of its own order, and all that stand in them; what order it is of its numbering says.
    """
    stack: list[tuple[str, int]] = []
    out: dict[int, tuple[int, ...]] = {}
    for index, sentence in enumerate(context.article.sentences):
        if sentence.kind is not BlockKind.SUBHEADING:
            continue
        order = _order(context, context.sentence_text(index))
        same = next((i for i, (other, _) in enumerate(stack) if other == order), len(stack))
        stack[same:] = []
        out[sentence.section] = tuple(at for _, at in stack)
        stack.append((order, index))
    return out


def _order(context: Context, text: str) -> str:
    """The numbering of a heading without its number: 、 of 一、, （） of （三）; nothing where it has none."""
    found = context.words.numbering.match(text)
    return context.words.numbers.sub("", found.group()) if found else ""

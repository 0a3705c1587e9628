"""Which subheadings stand over a sentence: 2031年工作回顾 over 一、港口建设 over （一）码头."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from extract.data import BlockKind
from extract.stages.resolve.context import Context, once

_SEVERAL = 2
"""Such headings in a text, at least: the agency's name in front of its first paragraph is none."""


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


@once
def run_in_parts(context: Context) -> tuple[int, ...]:
    """By sentence, how many headings stood in front of its paragraph or those before: 【重点项目】全县列入项目23项."""
    found = [context.words.run_in.match(context.sentence_text(i)) for i in range(len(context.article.sentences))]
    if sum(match is not None for match in found) < _SEVERAL:
        return (0,) * len(found)
    return tuple(accumulate(int(match is not None) for match in found))


def _order(context: Context, text: str) -> str:
    """The numbering of a heading without its number: 、 of 一、, （） of （三）; nothing where it has none."""
    found = context.words.numbering.match(text)
    return context.words.numbers.sub("", found.group()) if found else ""

"""What a block of text is on its page, from its markup, its wording and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.data import BlockKind
from extract.stages.clean.digests import mark_digest
from extract.stages.clean.drafts import LONGEST_HEADING, Draft, breaks_off
from extract.stages.clean.furniture import mark_beside_text, mark_furniture
from extract.stages.clean.layout import Layout
from extract.stages.clean.marks import CELL, HEAD, ITEM, LABEL, SUBHEAD

_MARKED = {
    HEAD: BlockKind.HEADLINE,
    SUBHEAD: BlockKind.SUBHEADING,
    ITEM: BlockKind.LIST_ITEM,
    CELL: BlockKind.CELL,
    LABEL: BlockKind.SUBHEADING,
}
_STOP = re.compile("[\u3002\uff01\uff1f]")
_FULL_STOP = "\u3002"
_HAN = re.compile("[\u4e00-\u9fff]")
# 11, 2024-03-18 or 2024年3月18日 with nothing around it is what was given to read, no number or date of a page
_FIGURE = re.compile("[0-9][-0-9.:/ \u5e74\u6708\u65e5]*")
_DIGIT = re.compile("[0-9]")
_SECTION = 60
# a heading of so many characters may be a word of navigation; one that names a text has at least so many
_WORD, _NAMING, _DASH = 4, 9, "\u2014"


def classify(drafts: Sequence[Draft], layout: Layout) -> list[BlockKind]:
    """The kind of each block.

    The first heading of a source is its headline, any other one a subheading, unless markup says otherwise.
    A heading that stands farther from the text before it than the others is taken for the caption of a picture.
    """
    if len(drafts) == 1 and _FIGURE.fullmatch(drafts[0].text):
        return [BlockKind.PARAGRAPH]
    kinds = [_alone(draft, layout) for draft in drafts]
    if len(drafts) > 1 and kinds[0] is BlockKind.PARAGRAPH and _calls_out(drafts[0], drafts[1], layout):
        kinds[0] = BlockKind.SUBHEADING
    mark_beside_text(drafts, kinds, layout)
    pictures = _pictures(drafts, kinds)
    for index in pictures:
        kinds[index] = BlockKind.CAPTION
    if BlockKind.HEADLINE not in kinds:
        _headline(drafts, kinds, layout, bool(pictures))
    mark_furniture(drafts, kinds, layout)
    mark_digest(drafts, kinds, layout)
    for index in _over_text(drafts, kinds, layout):
        kinds[index] = BlockKind.SUBHEADING
    return kinds


def _over_text(drafts: Sequence[Draft], kinds: Sequence[BlockKind], layout: Layout) -> list[int]:
    """Items without a figure that stand each over a paragraph of its own, two at least: ●临海的港城."""
    found = [
        index
        for index, kind in enumerate(kinds[:-1])
        if kind is BlockKind.LIST_ITEM and not drafts[index].mark and kinds[index + 1] is BlockKind.PARAGRAPH
        if breaks_off(text := drafts[index].text) and len(text) <= LONGEST_HEADING
        if not _DIGIT.search(text, mark.end() if (mark := layout.item.match(text)) else 0)
    ]
    return found if len(found) > 1 else []


def _alone(draft: Draft, layout: Layout) -> BlockKind:
    text = draft.text
    if draft.mark == CELL and not _HAN.search(text):
        # 12 in a table is a figure, not the number of a page
        return BlockKind.CELL
    if layout.is_chrome(text):
        return BlockKind.CHROME
    if layout.is_byline(text):
        return BlockKind.BYLINE
    if draft.mark:
        return _marked(draft)
    if layout.is_caption(text):
        return BlockKind.CAPTION
    ended = not breaks_off(text)
    if layout.section.match(text) and len(text) <= _SECTION and len(_STOP.findall(text[:-1])) == 0:
        return BlockKind.SUBHEADING
    if layout.item.match(text):
        return BlockKind.PARAGRAPH if _STOP.search(text[:-1]) else BlockKind.LIST_ITEM
    if ended or len(text) > LONGEST_HEADING or _STOP.search(text) or not _HAN.search(text) or layout.is_lead(text):
        return BlockKind.PARAGRAPH
    return BlockKind.SUBHEADING


def _calls_out(first: Draft, second: Draft, layout: Layout) -> bool:
    """Whether a source opens with a heading that calls or asks within itself: 下线了！|首台样机走出车间."""
    text = first.text
    open_end = breaks_off(text) and len(text) <= LONGEST_HEADING and len(text) < len(second.text)
    return open_end and not first.mark and _FULL_STOP not in text and not layout.is_lead(text)


def _marked(draft: Draft) -> BlockKind:
    kind = _MARKED[draft.mark]
    prose = len(_STOP.findall(draft.text)) > 1
    # A bold sentence is no heading, and an item of several sentences is read like a paragraph.
    if prose and kind in (BlockKind.LIST_ITEM, BlockKind.SUBHEADING):
        return BlockKind.PARAGRAPH
    if kind is BlockKind.SUBHEADING and not breaks_off(draft.text):
        return BlockKind.PARAGRAPH
    return kind


def _pictures(drafts: Sequence[Draft], kinds: Sequence[BlockKind]) -> list[int]:
    """Headings set off by a wide gap, where a picture stood, in a text whose other headings are not."""
    headings = [i for i, kind in enumerate(kinds) if kind is BlockKind.SUBHEADING and not drafts[i].mark]
    if len(headings) < 2:
        return []
    usual = median(draft.gap for draft in drafts[1:])
    wide = [i for i in headings if drafts[i].gap > max(usual, 2)]
    if len(wide) == len(headings):
        return []
    # what closes the text below a picture is its caption too
    tail = [i for i in headings if wide and i - 1 in wide and i == len(drafts) - 1]
    return wide + tail


def _first_that_names(drafts: Sequence[Draft], heads: Sequence[int], layout: Layout) -> int:
    """The first heading, or where that is a word of navigation (走进白沙) the first in so many words below it."""
    if len(drafts[heads[0]].text) > _WORD:
        return heads[0]
    named = (i for i in heads if len(drafts[i].text) >= _NAMING and drafts[i].text[0] != _DASH)
    return next((i for i in named if not layout.section.match(drafts[i].text)), heads[0])


def _headline(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout, pictured: bool) -> None:
    """Mark the headline: the first of the headings before the first paragraph.

    In a text that is `pictured`, with captions in a few words, the shorter one of two is the first picture's.
    """
    heads: list[int] = []
    for index, kind in enumerate(kinds):
        if kind is BlockKind.SUBHEADING:
            heads.append(index)
        elif kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            break
    if not heads:
        return
    best = _first_that_names(drafts, heads, layout)
    if pictured and len(heads) == 2 and best == heads[0] == heads[1] - 1:
        best = max(heads, key=lambda index: len(drafts[index].text))
        kinds[heads[0]] = BlockKind.SUBHEADING if best == heads[0] else BlockKind.CAPTION
    kinds[best] = BlockKind.HEADLINE

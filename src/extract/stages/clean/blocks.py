"""What a block of text is on its page, from its markup, its wording and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extract.data import BlockKind
from extract.stages.clean.layout import Layout
from extract.stages.clean.marks import CELL, HEAD, ITEM, LABEL, SUBHEAD

_MARKED = {
    HEAD: BlockKind.HEADLINE,
    SUBHEAD: BlockKind.SUBHEADING,
    ITEM: BlockKind.LIST_ITEM,
    CELL: BlockKind.CELL,
    LABEL: BlockKind.SUBHEADING,
}
_ENDS = re.compile("[\u3002\uff01\uff1f\uff1b\uff0c\u3001\uff1a!?;,:\u2026][\u201d\u2019\uff09\u300b\u3011)]{0,3}\\Z")
_STOP = re.compile("[\u3002\uff01\uff1f]")
_HAN = re.compile("[\u4e00-\u9fff]")
_CRUMBS = frozenset(">\u203a\u00bb")
# 发布时间： is a label whose value stands in the next line, 晨报消息（早间新闻）： opens a text
_LABEL = 5
_LABELLED = "\uff1a:]\uff09)\u3011"
_UNREAD = frozenset((BlockKind.BYLINE, BlockKind.CHROME))
# 11, 2024-03-18 or 2024年3月18日 with nothing around it is what was given to read, no number or date of a page
_FIGURE = re.compile("[0-9][-0-9.:/ \u5e74\u6708\u65e5]*")
_HEADING = 48
_SECTION = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it is classified: its text, what markup says, and the newlines before it."""

    text: str
    mark: str
    gap: int


def classify(drafts: Sequence[Draft], layout: Layout) -> list[BlockKind]:
    """The kind of each block.

    The first heading of a source is its headline, any other one a subheading, unless markup says otherwise.
    A figure or a date that is all of its source is a paragraph.
    A heading that stands farther from the text before it than the others is taken for the caption of a picture.
    """
    kinds = [_alone(draft, layout) for draft in drafts]
    if len(drafts) == 1 and _FIGURE.fullmatch(drafts[0].text):
        return [BlockKind.PARAGRAPH]
    _table_over_text(drafts, kinds, layout)
    pictures = _pictures(drafts, kinds)
    for index in pictures:
        kinds[index] = BlockKind.CAPTION
    if BlockKind.HEADLINE not in kinds:
        _headline(drafts, kinds, bool(pictures))
    _furniture(drafts, kinds)
    _digest(drafts, kinds, layout)
    return kinds


def _alone(draft: Draft, layout: Layout) -> BlockKind:
    text = draft.text
    if layout.is_chrome(text):
        return BlockKind.CHROME
    if layout.is_byline(text):
        return BlockKind.BYLINE
    if draft.mark:
        return _marked(draft)
    if layout.is_caption(text):
        return BlockKind.CAPTION
    ended = _ENDS.search(text[-4:])
    if layout.section.match(text) and len(text) <= _SECTION and len(_STOP.findall(text[:-1])) == 0:
        return BlockKind.SUBHEADING
    if layout.item.match(text):
        return BlockKind.PARAGRAPH if _STOP.search(text[:-1]) else BlockKind.LIST_ITEM
    if ended or len(text) > _HEADING or _STOP.search(text) or not _HAN.search(text) or layout.is_lead(text):
        return BlockKind.PARAGRAPH
    return BlockKind.SUBHEADING


def _marked(draft: Draft) -> BlockKind:
    kind = _MARKED[draft.mark]
    prose = len(_STOP.findall(draft.text)) > 1
    # A bold sentence is no heading, and an item of several sentences is read like a paragraph.
    if prose and kind in (BlockKind.LIST_ITEM, BlockKind.SUBHEADING):
        return BlockKind.PARAGRAPH
    if kind is BlockKind.SUBHEADING and _ENDS.search(draft.text[-4:]):
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


def _furniture(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Take out headings that are none: the headline repeated over the text, a breadcrumb, the value of a label."""
    titles: set[str] = set()
    for index, kind in enumerate(kinds):
        text = drafts[index].text
        if kind is BlockKind.HEADLINE:
            titles.add(text)
        elif kind is BlockKind.PARAGRAPH:
            titles.clear()
        elif kind is BlockKind.SUBHEADING and index:
            before = drafts[index - 1].text
            if text in titles or (kinds[index - 1] is BlockKind.CHROME and before in _CRUMBS):
                kinds[index] = BlockKind.CHROME
            elif kinds[index - 1] is BlockKind.BYLINE and before.endswith("\uff1a") and len(before) <= _LABEL:
                kinds[index] = BlockKind.BYLINE


def _table_over_text(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take the labels of the table that an authority's site sets over a text, and their values, for a byline.

    The value of a title's label is the headline.
    """
    marks = [*(draft.mark for draft in drafts), ""]
    for index, draft in enumerate(drafts):
        labelled = CELL in (draft.mark, marks[index + 1]) or draft.text[-1] in _LABELLED
        if not labelled or not layout.label.match(draft.text):
            continue
        kinds[index] = BlockKind.BYLINE
        if marks[index + 1] == CELL and len(drafts[index + 1].text) <= _HEADING:
            titled = layout.title_label.match(draft.text) and not layout.label.match(drafts[index + 1].text)
            kinds[index + 1] = BlockKind.HEADLINE if titled else BlockKind.BYLINE


def _digest(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Mark what heads the items of a digest: headings in brackets, or the headings below a digest's title."""
    labels = [index for index, draft in enumerate(drafts) if draft.mark == LABEL]
    if len(labels) > 1:
        for index in labels:
            kinds[index] = BlockKind.ITEM_HEADING
        if BlockKind.HEADLINE in kinds[: labels[0]]:
            kinds[kinds.index(BlockKind.HEADLINE)] = BlockKind.DIGEST
    for index, draft in enumerate(drafts):
        if kinds[index] not in (*_UNREAD, BlockKind.DIGEST) and layout.digest.match(draft.text):
            items = list(_items(drafts, kinds, index + 1))
            if len(items) > 1:
                kinds[index] = BlockKind.DIGEST
                for item in items:
                    kinds[item] = BlockKind.ITEM_HEADING


def _items(drafts: Sequence[Draft], kinds: Sequence[BlockKind], start: int) -> Iterator[int]:
    """The headings from `start` to the next headline that stand right over a paragraph."""
    for index in range(start, len(drafts)):
        if kinds[index] in (BlockKind.HEADLINE, BlockKind.DIGEST):
            return
        heads = kinds[index] is BlockKind.SUBHEADING or (
            kinds[index] is BlockKind.LIST_ITEM and not _ENDS.search(drafts[index].text[-4:])
        )
        after = next((kind for kind in kinds[index + 1 :] if kind not in _UNREAD), None)
        if heads and after is BlockKind.PARAGRAPH:
            yield index


def _headline(drafts: Sequence[Draft], kinds: list[BlockKind], pictured: bool) -> None:
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
    best = heads[0]
    if pictured and len(heads) == 2 and heads[1] == best + 1:
        best = max(heads, key=lambda index: len(drafts[index].text))
        kinds[heads[0]] = BlockKind.SUBHEADING if best == heads[0] else BlockKind.CAPTION
    kinds[best] = BlockKind.HEADLINE

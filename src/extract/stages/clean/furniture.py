"""Furniture that its neighbours tell: a masthead, the table over a text, a headline repeated, links and a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.data import BlockKind
from extract.stages.clean.drafts import LONGEST_HEADING, UNREAD, Draft
from extract.stages.clean.layout import Layout
from extract.stages.clean.marks import CELL, HEAD

_CRUMBS = frozenset(">\u203a\u00bb")
# 发布时间： is a label whose value stands in the next line, 晨报消息（早间新闻）： opens a text
_LABEL = 5
_LABELLED = "\uff1a:]\uff09)\u3011"
# so many labels are a table over a text; 名称 | 产量 | 增速 heads one of figures
_TABLE = 3
_LINK = 60
_STOP = re.compile("[\u3002\uff1b]")
_DATED = re.compile("[0-9\u3007\u25cb\u4e00-\u9fff]{4}[\u5e74./-].{3,9}\\Z")
_HAN = re.compile("[\u4e00-\u9fff]")
_HEADS = frozenset((BlockKind.HEADLINE, BlockKind.SUBHEADING))
_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))


def mark_beside_text(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take out what stands beside a headline and is none, before the headline is looked for."""
    _table_over_text(drafts, kinds, layout)
    _masthead(drafts, kinds, layout)


def mark_furniture(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take out what is furniture beside a headline that is known, and at the end of the text."""
    _echoes(drafts, kinds)
    _links(drafts, kinds, layout)
    _signature(drafts, kinds, layout)


def _table_over_text(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take the labels of the table that an authority's site sets over a text, and their values, for a byline.

    The value of a title's label is the headline.
    """
    marks = [*(draft.mark for draft in drafts), ""]
    labels = [index for index, draft in enumerate(drafts) if layout.label.match(draft.text)]
    for index in labels:
        text = drafts[index].text
        celled = CELL in (marks[index], marks[index + 1]) and len(labels) >= _TABLE
        if not celled and text[-1] not in _LABELLED:
            continue
        kinds[index] = BlockKind.BYLINE
        if marks[index + 1] == CELL and len(drafts[index + 1].text) <= LONGEST_HEADING:
            titled = layout.title_label.match(text) and not layout.label.match(drafts[index + 1].text)
            kinds[index + 1] = BlockKind.HEADLINE if titled else BlockKind.BYLINE


def _masthead(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take out the names of site, paper and column among the headings over the text: 白沙新闻网, 要闻."""
    first = next((index for index, kind in enumerate(kinds) if kind in _TEXT), len(kinds))
    heads = [index for index in range(first) if kinds[index] in _HEADS]
    named = [index for index in heads if _names_a_page(drafts, kinds, index, layout)]
    if len(named) < len(heads):
        for index in named:
            kinds[index] = BlockKind.CHROME


def _names_a_page(drafts: Sequence[Draft], kinds: Sequence[BlockKind], index: int, layout: Layout) -> bool:
    marked = drafts[index].mark == HEAD
    return not marked and not _is_value(drafts, kinds, index) and layout.masthead.match(drafts[index].text) is not None


def _is_value(drafts: Sequence[Draft], kinds: Sequence[BlockKind], index: int) -> bool:
    """Whether a label in the line before, 来源：, stands for this one."""
    before = drafts[index - 1].text if index else ""
    return kinds[index - 1] is BlockKind.BYLINE and before.endswith("\uff1a") and len(before) <= _LABEL


def _echoes(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Take out the headline repeated over the text, a breadcrumb and the value of a label."""
    titles: set[str] = set()
    for index, kind in enumerate(kinds):
        text = drafts[index].text
        if kind is BlockKind.HEADLINE:
            titles.add(text)
        elif kind is BlockKind.PARAGRAPH and _HAN.search(text):
            titles.clear()
        elif kind is BlockKind.SUBHEADING and index:
            before = drafts[index - 1].text
            if text in titles or (kinds[index - 1] is BlockKind.CHROME and before in _CRUMBS):
                kinds[index] = BlockKind.CHROME
            elif _is_value(drafts, kinds, index):
                kinds[index] = BlockKind.BYLINE
        if kind is BlockKind.PARAGRAPH and not _HAN.search(text) and _is_value(drafts, kinds, index):
            # 索引号： over 113300000/2025-0001
            kinds[index] = BlockKind.BYLINE


def _links(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take out the links below 往期推荐, where nothing but links follows to the end of the text."""
    for index, draft in enumerate(drafts):
        if kinds[index] is BlockKind.CHROME and layout.links.match(draft.text):
            end = next((i for i in range(index + 1, len(kinds)) if kinds[i] is BlockKind.HEADLINE), len(kinds))
            links = [i for i in range(index + 1, end) if kinds[i] not in UNREAD]
            if all(len(drafts[i].text) <= _LINK and not _STOP.search(drafts[i].text) for i in links):
                for link in links:
                    kinds[link] = BlockKind.CHROME


def _signature(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Take for a byline who signs a text in the last line, over its date."""
    read = [index for index, kind in enumerate(kinds) if kind not in UNREAD]
    if len(read) < 2 or kinds[read[-1]] is not BlockKind.SUBHEADING or not layout.signer.match(drafts[read[-1]].text):
        return
    after = read[-1] + 1
    if after < len(drafts) and kinds[after] is BlockKind.BYLINE and _DATED.match(drafts[after].text):
        kinds[read[-1]] = BlockKind.BYLINE

"""Digests: texts of several short items, of which each is an article of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from extract.data import BlockKind
from extract.stages.clean.drafts import UNREAD, Draft, breaks_off
from extract.stages.clean.layout import Layout
from extract.stages.clean.marks import LABEL

# under a column's title, which may stand over one article: its subheadings (绿色) are shorter than items' headings are
_HEADS_AN_ITEM = 7
_ITEMS = 3
_OPEN, _CLOSE = "\u3010", "\u3011"
_PAIR = 2
_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))


def mark_digest(drafts: Sequence[Draft], kinds: list[BlockKind], layout: Layout) -> None:
    """Mark the items of a digest: by their headings in brackets, by those below its title, or by their signs."""
    _labels(drafts, kinds)
    for index, draft in enumerate(drafts):
        titled = layout.digest.match(draft.text)
        if not titled and (kinds[index] is BlockKind.BYLINE or not layout.column.match(draft.text)):
            continue
        items = list(_items(drafts, kinds, index + 1))
        if len(items) >= _PAIR and (titled or _is_column(drafts, kinds, index, items, layout)):
            kinds[index] = BlockKind.DIGEST
            for item in items:
                kinds[item] = BlockKind.ITEM_HEADING
        elif titled and not items and _bare_items(drafts, kinds, index + 1, layout):
            kinds[index] = BlockKind.DIGEST


def _labels(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Headings in brackets at the beginning of paragraphs: of items, or of the parts of an article that has a lead."""
    labels = [index for index, draft in enumerate(drafts) if draft.mark == LABEL]
    if len(labels) < _PAIR:
        return
    # an article begins with a paragraph of its own under its headline, a digest with its first item
    over = list(kinds[: labels[0]])
    article = BlockKind.HEADLINE in over and BlockKind.PARAGRAPH in over[over.index(BlockKind.HEADLINE) :]
    for index in labels:
        kinds[index] = BlockKind.SUBHEADING if article else BlockKind.ITEM_HEADING
    if not article and BlockKind.HEADLINE in over:
        kinds[over.index(BlockKind.HEADLINE)] = BlockKind.DIGEST


def _bare_items(drafts: Sequence[Draft], kinds: list[BlockKind], start: int, layout: Layout) -> bool:
    """Mark the items below a digest's title that have no heading but a sign or a number: ●白沙盐场投产。

    False where there are none.
    """
    end = next((i for i in range(start, len(kinds)) if kinds[i] is BlockKind.HEADLINE), len(kinds))
    read = [index for index in range(start, end) if kinds[index] not in UNREAD]
    items = [index for index in read if kinds[index] in _TEXT and layout.item.match(drafts[index].text)]
    if len(items) < _PAIR or items[0] != read[0] or any(kinds[index] not in _TEXT for index in read):
        return False
    for item in items:
        kinds[item] = BlockKind.ITEM
    return True


def _items(drafts: Sequence[Draft], kinds: Sequence[BlockKind], start: int) -> Iterator[int]:
    """The headings from `start` to the next headline that stand right over a paragraph."""
    begun = False
    for index in range(start, len(drafts)):
        if kinds[index] is BlockKind.HEADLINE and (begun or drafts[index].mark):
            return
        begun = begun or kinds[index] not in UNREAD
        # the first item's heading was the first heading of all where the digest's title is furniture (一周要闻)
        heads = kinds[index] in (BlockKind.SUBHEADING, BlockKind.HEADLINE) or (
            kinds[index] is BlockKind.LIST_ITEM and breaks_off(drafts[index].text)
        )
        after = next((kind for kind in kinds[index + 1 :] if kind not in UNREAD), None)
        if heads and after is BlockKind.PARAGRAPH:
            yield index


def _is_column(
    drafts: Sequence[Draft], kinds: Sequence[BlockKind], title: int, items: Sequence[int], layout: Layout
) -> bool:
    """Whether the headings below a column's title head items, and not one article and its parts."""
    signed = kinds[items[0] + 1] in UNREAD and kinds[items[1] + 1] not in UNREAD
    numbered = any(layout.section.match(drafts[item].text) for item in items)
    texts = [drafts[item].text for item in items]
    if all(text[0] == _OPEN and text[-1] == _CLOSE for text in texts):
        return len(items) >= _ITEMS
    long = median(map(len, texts)) >= _HEADS_AN_ITEM and kinds[title] is not BlockKind.CHROME
    return not signed and not numbered and len(items) >= _ITEMS and long

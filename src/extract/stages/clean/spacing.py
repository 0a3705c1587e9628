"""Spaces that a page's layout put between characters, dropped; those that part words or names, kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from extract.data import BlockKind
from extract.engine.offsets import Edit

_SIGNS = "\u3001-\u301f\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7"
_HAN = "\u3400-\u9fff"
_CJK = f"{_HAN}{_SIGNS}"
_LAYOUT = re.compile(f"(?<=[{_CJK}]) +| +(?=[{_CJK}])|  +")
# 发展势如虹 潮涌千帆竞: in a heading a space between two words stands for a comma; 大 船 集 团 is only set wide
# (a year or 5G heads the second part, while a count, 项目 80项, belongs to what stands before)
_AFTER = f"(?=[{_HAN}]{{2}}|[\u201c\u300a]|20[0-9]{{2}}(?![0-9])|[0-9]?[A-Z][A-Za-z0-9]{{0,9}}[{_HAN}]{{2}})"
_PAUSE = re.compile(f"(?:(?<=[{_HAN}0-9][{_HAN}])|(?<=[\u201d\u300b%])) {_AFTER}")
_PROSE = re.compile("[\u3002\uff0c]")
_INSIDE = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")
# At least so many spaces inside words, and more than one in so many characters.
_FEW = 6
_RARE = 1 / 200
_TITLES = (BlockKind.HEADLINE, BlockKind.DIGEST, BlockKind.ITEM_HEADING, BlockKind.SUBHEADING)
_HEADS = frozenset((*_TITLES, BlockKind.CAPTION, BlockKind.LIST_ITEM))
_NAMED = frozenset((BlockKind.BYLINE, BlockKind.CHROME))


def is_spaced(texts: Iterable[str]) -> bool:
    """Whether the paragraphs of a source are full of spaces inside words, as OCR and justified lines leave them."""
    spaces = characters = 0
    for text in texts:
        characters += len(text)
        spaces += len(_INSIDE.findall(text)) if " " in text else 0
    return spaces >= _FEW and spaces > _RARE * characters


def spacing(text: str, kind: BlockKind, names: re.Pattern[str], spaced: bool = False) -> list[Edit]:
    """The edits that take the layout's spaces out of one block; `names` finds stretches whose spaces part names.

    In a source that is `spaced` a space in a heading says nothing.

    >>> spacing("纳入项目 80项", BlockKind.PARAGRAPH, names)
    [(4, 5, '')]
    """
    if " " not in text:
        return []
    if kind in _NAMED:
        return [(m.start(), m.end(), " ") for m in re.finditer("  +", text)]
    keep = [m.span() for m in names.finditer(text)] if kind is not BlockKind.CELL else []
    if spaced:
        # the space behind the names may be one inside the next word
        keep = [(low, high - 1) if text[high - 1] == " " else (low, high) for low, high in keep]
    headed = kind in _HEADS and not spaced and not _PROSE.search(text)
    pauses = {m.start() for m in _PAUSE.finditer(text)} if headed else set()
    return list(_edits(text, keep, pauses.__contains__))


def _edits(text: str, keep: list[tuple[int, int]], pause: Callable[[int], bool]) -> list[Edit]:
    edits = []
    for found in _LAYOUT.finditer(text):
        start, end = found.span()
        chinese = text[start - 1 : start] > "\u02ff" or text[end : end + 1] > "\u02ff"
        if pause(start) or any(low <= start < high for low, high in keep):
            if end - start > 1:
                edits.append((start, end, " "))
        else:
            edits.append((start, end, "" if chinese else " "))
    return edits

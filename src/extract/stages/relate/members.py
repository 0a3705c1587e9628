"""The items of a list as names: whether two bodies own one project, and the head that an item has itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.data import Label
from extract.engine.coding import CLASSES, ITEM_MARK, Coded

_PAIR = 2
_ASIDE = "（）"


def joint(coded: Coded, cut: Sequence[tuple[int, int]]) -> bool:
    """甲集团和乙集团|合资项目: two bodies own one project, no list of two."""
    if len(cut) != _PAIR or coded.text[cut[0][1]] == ITEM_MARK:
        return False
    (start, end), (other, _) = cut
    orgs = CLASSES[Label.ORG.value]
    return end == start + 1 and coded.text[start] in orgs and coded.text[other] in orgs


def own_head(text: str, heads: Collection[str]) -> str | None:
    """The head that a name ends with, a compound one whole: 铁路项目 in 石某铁路项目; None where it has none.

    An aside in brackets behind it is part of it: 技术|中心（滨海）.
    """
    aside = text[text.rindex(_ASIDE[0]) :] if text.endswith(_ASIDE[1]) and _ASIDE[0] in text else ""
    own = aside
    while True:
        rest = text[: len(text) - len(own)]
        found = max((h for h in heads if rest.endswith(h) and len(rest) > len(h)), key=len, default=None)
        if found is None:
            return own if own != aside else None
        own = found + own

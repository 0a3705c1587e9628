"""The items of a list as names: whether two bodies own one project, and the head that an item has itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.data import Filler, Label
from extract.engine.coding import CLASSES, ITEM_MARK, QUANTITIES, Coded

_PAIR = 2
_ASIDE = "（）"
_TOLD = 5
"""Characters of the shortest item that says by itself what is built: 某某|制氢装备制造."""
_COMMA = "，"
_PART = 12
"""Characters of an item that is a clause of its own, at most: 文化办公用品类，."""
_COMMON = ("n", "v", "vn")
"""Tags of a last word that says what is built; a place's (东屿、西岭|抽水蓄能项目) does not."""


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


def with_heads(
    coded: Coded,
    items: Sequence[Filler],
    heads: Collection[str],
    stated: Filler | None,
    shares: bool,
    *,
    bare: bool,
) -> list[Filler]:
    """The items of a list, each with a head: its own, the `stated` one (等项目), or that of the next that has one.

    An item that has none is left out where no head is shared; `bare`: one that says what is built takes no more
    than the last word of the head.
    """
    out: list[Filler] = []
    tail = stated
    for item in reversed(items):
        own, end = own_head(item.text, heads), item.spans[-1][1]
        if own is not None:  # 某某水库等项目: the reservoir is named in full
            if stated is None:
                tail = Filler(((end - len(own), end),), own) if shares else None
            out.append(item)
        elif tail:
            head = _bare(coded, item, tail, heads) if bare else tail
            out.append(Filler((*item.spans, *head.spans), item.text + head.text))
    return out[::-1]


def _bare(coded: Coded, item: Filler, head: Filler, heads: Collection[str]) -> Filler:
    """The last word of a head for an item that says by itself what is built: 某某制氢装备制造等新能源装备制造|项目."""
    last = max((h for h in heads if head.text.endswith(h)), key=len, default=head.text)
    told = len(item.text) >= _TOLD and coded.tags[coded.at(item.spans[-1][1] - 1)] in _COMMON
    if not told or len(last) == len(head.text) or len(head.spans) > 1:
        return head
    end = head.spans[0][1]
    return Filler(((end - len(last), end),), last)


def unlisted(coded: Coded, span: tuple[int, int] | None, closing: tuple[str, ...]) -> tuple[int, int] | None:
    """A metric without a list that a number closes: 铜、铁等12种|矿产储量; names of owners stay their own."""
    if span is None:
        return None
    start, end = span
    closed = next((i for i in range(end - 2, start, -1) if coded.text[i] == CLASSES["COUNT"]), start)
    listed = ITEM_MARK in coded.text[start:closed] and coded.surface(start, closed).endswith(closing)
    owned = any(c in CLASSES["NAME"] for c in coded.text[start:closed])
    return (closed + 1, end) if listed and not owned else span


def in_clauses(coded: Coded, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """The `count` items of a list that ends with the symbols `start:end`, where commas part them; empty if none do.

    粮油类，饮料类，|日用品类零售额: every item ends with the character by which the last tells its kind.
    """
    spans, at = [(start, end)], start
    while len(spans) < count:
        if at < 2 or coded.text[at - 1] != _COMMA:
            return []
        stop = at - 1
        at = coded.clause_start(stop - 1)
        own = coded.after_names(at, stop)
        if not 1 < stop - own <= _PART or any(c in QUANTITIES for c in coded.text[at:stop]):
            return []
        spans.append((own, stop))
    kinds = {coded.text[stop - 1] for _, stop in spans[1:]}
    alike = len(kinds) == 1 and coded.text.find(kinds.pop(), start + 1, end - 1) >= 0
    return spans[::-1] if alike else []

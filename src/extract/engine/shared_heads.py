"""Where the head that a list shares begins in its last item, as far as the items themselves show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.engine.lists import Sharing

_SAID = 2
"""Characters of a word that two items begin with, or of what stands before it, at least."""
_WORD = 4
"""Characters of a word that two items have in common, at most."""


def shared_head(sharing: Sharing, items: Sequence[str], last_word: str, names: int) -> str | None:
    """What the last of `items` has at its end for all of them: 增加值, 肉产量 in 牛、羊、鸡肉产量.

    `last_word` is its last word, `names` how many characters of the first item are the names of owners.
    """
    first, last = items[0], items[-1]
    own = [first[names:], *items[1:]]
    head = behind_kind(own, sharing.kinds, sharing.measured) or sharing.head(last)
    head = sharing.extended(last, head, first) if head else behind_word(first, last, sharing.endings)
    if head is None and last_word.endswith(sharing.endings) and len(last_word) < len(last):
        head = sharing.extended(last, last_word, first)
    if head is None and last.endswith(sharing.sorts) and last not in sharing.sorts:
        head = next((sort for sort in sharing.sorts if last.endswith(sort)), None)  # 冶金、建材|行业
    return of_characters(own, last[: len(last) - len(head or "")], sharing.ends) + (head or "") or None


def behind_word(item: str, last: str, endings: tuple[str, ...]) -> str | None:
    """What the last item of a list has behind the word that the first ends with: 养老|保险、医疗|保险参保率."""
    for size in range(min(len(item) - 1, _WORD), 1, -1):
        at = last.find(item[-size:], 1)
        if at > 0 and last[at + size :].endswith(endings) and last[at + size :]:
            return last[at + size :]
    return None


def behind_kind(items: Sequence[str], kinds: Sequence[str], measured: Callable[[str], bool]) -> str | None:
    """The head of a list whose last item says of what kind all are, and what is measured of them.

    采矿业、软件业景气指数 share 景气指数, for each is a 业 by itself; 医药、建材行业产值 share 行业产值.
    """
    others, last = items[:-1], items[-1]
    for kind in kinds:
        at = last.find(kind, 1)
        rest = last[at + len(kind) :]
        if at < 0 or not rest or not measured(rest) or last[: at + len(kind)] in others:
            continue  # 工业、制造业、工业|技改投资
        if all(item.endswith(kind[-1]) for item in others):
            return rest
        if len(kind) > 1 and not any(item.endswith(kind[-1]) for item in others):
            return kind + rest
    return None


def of_characters(items: Sequence[str], own: str, ends: frozenset[str]) -> str:
    """What items of one character share with the last one's own part: 肉 of 牛、羊、鸡肉, none of 牛、家禽.

    中、西部地区快递 share 部地区快递.
    """
    single = all(len(item) == 1 for item in items[:-1])
    return own[1:] if single and own[1:].startswith(tuple(ends)) else ""


def shared_front(sharing: Sharing, items: Sequence[str]) -> str | None:
    """What the first of `items` has at its front for all: 市级以上, or what stands before a word that all begin with.

    邮政业|业务总量、业务收入.
    """
    first, others = items[0], items[1:]
    if (modifier := sharing.modifier(first)) or not sharing.measured(first):
        return modifier
    for size in range(min(map(len, others)) - 1, _SAID - 1, -1):
        word = others[0][:size]
        at = first.find(word, _SAID)
        if 0 < at < len(first) - size and all(other.startswith(word) for other in others):
            return first[:at]
    return None


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Words in the order in which they are tried at the end of a text."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))

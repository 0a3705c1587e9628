"""Where the head that a list shares begins in its last item, as far as the items themselves show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_WORD = 4
"""Characters of a word that two items have in common, at most."""


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
    """The end that items of one character share with the last one's own part: 肉 of 牛、羊、鸡肉, none of 牛、家禽."""
    single = all(len(item) == 1 for item in items[:-1])
    return own[1:] if single and own[1:] in ends else ""

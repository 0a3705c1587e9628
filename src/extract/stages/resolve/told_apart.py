"""Owners that a list names one by one before the figures of each: 其后分别是甲银行、乙银行，|资产分别为8亿元、7亿元."""

from __future__ import annotations

from extract.data import Filler, Relation
from extract.engine.coding import QUANTITIES, Coded
from extract.stages.resolve.context import NAME_SYMBOLS, Context, place
from extract.stages.resolve.owners import owner

_BACK = 2
"""Clauses before the figures' own in which the list is sought."""


def of_run(context: Context, relation: Relation) -> Filler | None:
    """The k-th of n names that end a clause before it owns the k-th of n figures."""
    item = relation.codes.get("item")
    if not isinstance(item, str):
        return None
    k, n = map(int, item.split("/"))
    coded = context.coding(relation)
    end = coded.clause_start(coded.at(place(relation))) - 1
    for _ in range(_BACK):
        if end <= 0:
            return None
        start = coded.clause_start(end)
        if any(symbol in QUANTITIES for symbol in coded.text[start:end]):
            return None
        run = _run_before(context, coded, start, end)
        if len(run) == n > 1:
            return owner(context, coded.mentions[run[k]][0])
        end = start - 1
    return None


def _run_before(context: Context, coded: Coded, start: int, end: int) -> list[int]:
    """The symbols of the names, joined to each other, that end at the symbol `end`, in order."""
    out: list[int] = []
    while end > start and coded.text[end - 1] in NAME_SYMBOLS:
        out.append(end - 1)
        end -= 1
        joint = next((word for word in context.words.joins if coded.text.endswith(word, start, end)), "")
        if not joint:
            break
        end -= len(joint)
    return out[::-1]

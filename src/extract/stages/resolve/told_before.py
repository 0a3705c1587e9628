"""The list that a clause tells, which the figures behind 分别 are of: 甲业、乙业增速较快，|分别增长20%和26%."""

from __future__ import annotations

from extract.data import Filler, Quantity, Relation
from extract.engine.coding import QUANTITIES, plain
from extract.engine.lists import items, joined, piece
from extract.stages.resolve.context import Context

_COMMA = "，"


def told_before(context: Context, relation: Relation, k: int, size: int) -> Filler | None:
    """工业实现营业收入、利润总额，|分别增长20%和26%: the k-th of as many that the clause before ends or opens with.

    甲业、乙业增速较快，|分别增长20%和26%; 甲业、乙业两个行业产值增势良好，|分别增长20%和26%.
    """
    coded, phrases = context.coding(relation), context.words.phrases
    start = coded.clause_start(coded.at(relation.start))
    if start == 0 or coded.text[start - 1] != _COMMA:
        return None
    opening = coded.clause_start(start - 1)
    counts = [i for i in range(opening, start) if coded.text[i] in QUANTITIES]
    if counts:
        return _counted_before(context, relation, counts, k, size)
    ended, opened = phrases.left(coded, start - 1, opening), phrases.head(coded, opening)
    opened = (coded.after_names(*opened), opened[1]) if opened else None
    for phrase in (ended if ended and ended[1] == start - 1 else None, opened):
        parts = _as_many(context, relation, phrase, size) if phrase else []
        if parts:
            return context.words.sharing.restore(parts)[k]
    return None


def _counted_before(context: Context, relation: Relation, counts: list[int], k: int, size: int) -> Filler | None:
    """甲业、乙业两个|行业产值增势良好，: the k-th of a list whose number stands behind it, and what is measured."""
    coded, phrases = context.coding(relation), context.words.phrases
    number = coded.mentions[counts[0]][0].normal
    if len(counts) > 1 or not isinstance(number, Quantity) or number.value != size:
        return None
    phrase, behind = phrases.left(coded, counts[0]), phrases.right(coded, counts[0] + 1)
    named = (coded.after_names(*phrase), phrase[1]) if phrase and phrase[1] == counts[0] else None
    parts = _as_many(context, relation, named, size) if named else []
    if not parts or behind is None:
        return None
    span = coded.span(*behind)
    head = _head_in(context, Filler((span,), plain(context.article.text(*span))))
    return joined(parts[k], head) if head else parts[k]


def _head_in(context: Context, phrase: Filler) -> Filler | None:
    """The head that a phrase says what is measured with: 产值 of 行业产值; None where it names things alone."""
    head = context.words.sharing.full_head(phrase.text)
    return piece(phrase, len(phrase.text) - len(head), len(phrase.text)) if head else None


def _as_many(context: Context, relation: Relation, phrase: tuple[int, int], size: int) -> list[Filler]:
    """The `size` items of a phrase, without what is said of them at its end; none where it has more or fewer."""
    coded = context.coding(relation)
    for joins in (frozenset[str](), context.words.joins):
        cut = items(coded, *phrase, joins)
        if len(cut) == size:
            spans = [coded.span(a, b) for a, b in cut]
            parts = [Filler((span,), plain(context.article.text(*span))) for span in spans]
            return [*parts[:-1], _without_pace(context, parts[-1])]
    return []


def _without_pace(context: Context, last: Filler) -> Filler:
    """The last item of a list without what is said of all: 丙州进出口 of 丙州进出口|增速|领先."""
    told = (*context.words.metrics.paces, *context.words.metrics.showing)
    while pace := next((word for word in told if last.text.endswith(word) and last.text != word), ""):
        last = piece(last, 0, len(last.text) - len(pace))
    return last

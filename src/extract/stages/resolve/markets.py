"""What a country trades with each of its partners: 甲国是乙国最大的进口来源国，|进口额5亿元；其次为丙国|2亿元.

They are the country's that the sentence names as the one which trades, and the partner says what they measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.data import Filler, Label, Mention, Relation
from extract.engine.coding import CLAUSE_MARKS, plain
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.owners import owner

_NAMED = frozenset({Label.PLACE, Label.ORG})
_RANK = "rank"


def resolve_markets(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give the figures behind a sentence's first partner to the country that trades with all of them."""
    out: list[Relation] = []
    head: Filler | None = None
    for relation in relations:
        if relation.record_type == STATISTIC and (trading := _trading(context, relation)):
            if not out or out[-1].sentence != relation.sentence:
                head = None
            head = head or _traded(context, relation)
            last = out[-1] if out and out[-1].sentence == relation.sentence else None
            relation = _with_partner(context, relation, trading, head, last) if head else relation
        out.append(relation)
    return tuple(out)


def _trading(context: Context, relation: Relation) -> Mention | None:
    """Whom the sentence of a relation, before its figure, says a partner of: 甲国是|乙国|最大的进口来源国."""
    words, text = context.words.metrics, context.article.text
    names = _names(context, relation)
    for partner, trading in pairwise(names):
        between = text(partner.end, trading.start)
        if words.being.fullmatch(between) and words.partnership.match(text(trading.end, place(relation))):
            return trading
    return None


def _names(context: Context, relation: Relation) -> list[Mention]:
    """The names in the sentence of a relation before its figure."""
    row = context.by_sentence[relation.sentence]
    return [m for m in row if m.label in _NAMED and m.end <= place(relation)]


def _traded(context: Context, relation: Relation) -> Filler | None:
    """What is measured of the first partner, without the partner: 出口额 of 对甲国出口额."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or relation.codes.get("measure") == _RANK:
        return None
    sides = context.words.metrics.dealings
    dealt = next((d.search(metric.text) for side, d in sides.items() if metric.text.startswith(side)), None)
    own = piece(metric, dealt.start(), len(metric.text)) if dealt else metric
    return own if context.words.sharing.measured(own.text) else None


def _with_partner(
    context: Context, relation: Relation, trading: Mention, head: Filler, last: Relation | None
) -> Relation:
    """The relation as the trading country's, with the partner named last in front of what is measured."""
    metric, body = first(relation, "metric"), owner(context, trading)
    partners = [m for m in _names(context, relation) if (m.start, m.end) != (trading.start, trading.end)]
    if body is None or not partners or relation.codes.get("measure") == _RANK:
        return relation
    relation = fill(relation, "subject", body, inherited=True)
    text = context.article.text
    partner = partners[-1]
    if metric and not metric.inherited and metric.text != head.text and metric.text.endswith(head.text):
        return relation  # 对甲国出口额
    told = first(last, "metric") if last and last.codes.get("measure") not in {None, _RANK} else None
    if metric and metric.inherited and told and partner.end <= place(last or relation):
        return fill(relation, "metric", told, inherited=True)  # …，|增长5%: of the same partner
    clause = text(partner.end, place(relation))
    if metric and not metric.inherited and metric.text != head.text and any(c in CLAUSE_MARKS for c in clause):
        return relation  # another thing is told of
    span = (partner.start, partner.end)
    return fill(relation, "metric", joined(Filler((span,), plain(text(*span))), head), inherited=True)

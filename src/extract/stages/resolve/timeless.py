"""Figures without a time: what stands at any time, what was designed so, what comes on a day that is not known."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Bound, Label, Quantity, Relation
from extract.stages.resolve.context import STATISTIC, Context, first, place
from extract.stages.resolve.headings import Heading

TIMELESS = frozenset({"role"})
"""Records that have no period."""
_UNDATED = 120
"""Characters before a figure in which 达产后 says that its day is not known."""
_CLAUSE = 60
"""Characters before a figure in which its clause says what it is of."""


def undated(context: Context, relation: Relation, here: Sequence[Heading]) -> bool:
    """Whether 达产后 says that the day is not known; 预计明年6月投产，达产后年产值5亿元 gives the forecast's."""
    if not context.words.undated.search(context.before(relation, _UNDATED)):
        return False
    return not any(h.mention.start < place(relation) and not h.actual for h in here)


def stands(context: Context, relation: Relation) -> bool:
    """Whether a figure has no time, as a length or a design speed."""
    standing, metric = context.words.standing_metrics, first(relation, "metric")
    return bool((metric and standing.search(metric.text)) or standing.search(context.before(relation, _CLAUSE)))


def describes(context: Context, relation: Relation) -> bool:
    """Whether what a figure describes comes behind it (全长671公里的铁路), or a thing was designed so."""
    end, metric = figure_end(relation), first(relation, "metric")
    if context.article.text(end, end + 1) in context.words.times.tails:
        return True
    designed = context.words.designed
    return bool((metric and designed.search(metric.text)) or designed.search(context.before(relation, _CLAUSE)))


def is_granted(context: Context, relation: Relation) -> bool:
    """Whether a figure is what a measure grants, at any time: 出台《…办法》，每亩|奖补200元."""
    if relation.record_type != STATISTIC or relation.codes.get("measure") != "level":
        return False
    before = context.before(relation)
    return bool(context.words.granted.search(before) and context.words.granting.search(before))


def of_a_session(context: Context, relation: Relation) -> bool:
    """Whether a figure counts what was done at a meeting, of no longer time than its day: 大会还|公布…，9家|入选."""
    if relation.record_type != STATISTIC:
        return False
    sentence = context.article.sentences[relation.sentence]
    text = context.sentence_text(relation.sentence)
    return bool(context.words.session_opens.match(text) and context.words.session_acts.search(text)) and not any(
        m.label is Label.TIME and m.start < place(relation) for m in context.begun(sentence.start, place(relation))
    )


def is_scale(relation: Relation) -> bool:
    """Whether a figure is a scale: 万亿级 has only a period that its own clause names."""
    quantity = relation.slots["quantity"][0].normal if "quantity" in relation.slots else None
    return isinstance(quantity, Quantity) and quantity.bound is Bound.SCALE


def figure_end(relation: Relation) -> int:
    """Where a relation's figure ends, or the relation that is no figure's (a clean offset)."""
    figures = relation.slots.get("quantity")
    return figures[0].spans[-1][1] if figures and relation.record_type == STATISTIC else relation.end

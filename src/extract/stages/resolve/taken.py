"""将 in place of 把: 将|41个项目纳入清单 has happened, where 将|突破41亿元 is still to come."""

from __future__ import annotations

from extract.data import Relation
from extract.stages.resolve.context import STATISTIC, Context, place


def untaken(context: Context, relation: Relation, before: str) -> str:
    """The text before a figure, without a 将 that only takes what the figure counts as its object."""
    word = context.words.taking
    if relation.record_type != STATISTIC or not before.endswith(word):
        return before
    at = place(relation)
    figure, ahead = context.article.text(at, at + 1), context.article.sentences[relation.sentence].end
    taken = figure.isnumeric() and context.words.taken.search(context.article.text(at, ahead))
    return before[: -len(word)] if taken else before

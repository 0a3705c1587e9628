"""The price of a share, told only by how it closed: 远帆航空|收涨0.8%."""

from __future__ import annotations

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, fill, first

_VERB = 4
"""Characters of the longest verb of closing."""


def of_share_price(context: Context, relation: Relation) -> Relation | None:
    """The relation with whose share closed as its subject, and the share's price as its metric.

    None where what closed is priced itself: 某某500指数|收跌, 原油期货|收涨.
    """
    metric, words = first(relation, "metric"), context.words.metrics
    if metric is None or metric.inherited or len(metric.spans) != 1 or "subject" in relation.slots:
        return None
    start, end = metric.spans[0]
    verb = words.closings.match(context.article.text(end, end + _VERB))
    if verb is None or words.priced.search(metric.text):
        return None
    whose = Filler(((start, end),), plain(context.article.text(start, end)))
    relation = fill(relation, "metric", Filler(((end, end + verb.end()),), words.share_price))
    return fill(relation, "subject", whose)

"""The price of a share, told only by how it closed: 远帆航空|收涨0.8%."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import STATISTIC, Context, fill, first

_VERB = 4
"""Characters of the longest verb of closing."""


def of_share_price(context: Context, relation: Relation) -> Relation | None:
    """The relation with whose share closed as its subject, and the share's price as its metric.

    So it is with 涨 and 跌 alone in a sentence about shares: 中概股多数上涨，某某电商|涨3.5%. So too behind its code:
    某某股份（600001）|涨2%.

    None where what closed is priced itself: 某某500指数|收跌, 原油期货|收涨.
    """
    metric, words = first(relation, "metric"), context.words.metrics
    if metric is None or metric.inherited or len(metric.spans) != 1 or "subject" in relation.slots:
        return None
    start, end = metric.spans[0]
    behind = context.article.text(end, end + _VERB)
    verb = words.closings.match(behind)
    text = context.article.text(start, end)
    code = words.share_code.search(text)
    if verb is None and (code or words.shares.search(context.sentence_text(relation.sentence))):
        verb = words.moves.match(behind)
    if verb is None or (words.priced.search(metric.text) and not code):
        return None
    low = start + code.start() if code else end
    whose = Filler(((start, low),), plain(context.article.text(start, low)))
    relation = fill(relation, "metric", Filler(((end, end + verb.end()),), words.share_price))
    return fill(relation, "subject", whose)


def on_a_market(context: Context, relation: Relation, done: Sequence[Relation]) -> bool:
    """Whether a figure is what became of a thing traded on markets, which is nobody's: 道指|收涨0.4%，|报4214点."""
    for earlier in (relation, *reversed(done)):
        if earlier.sentence != relation.sentence or earlier.record_type != STATISTIC:
            return False
        metric, words = first(earlier, "metric"), context.words.metrics
        if metric is None:
            continue
        went = context.article.text(metric.spans[-1][1], earlier.end)
        return bool(words.marketed.search(metric.text) and words.traded.match(went))
    return False

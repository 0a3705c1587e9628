"""What the clause before names as the first or the last of its kind: 产量增长最快的产品是|纸板，|增长18%."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.engine.lists import joined
from extract.stages.resolve.context import STATISTIC, Context, fill, first
from extract.stages.resolve.wholes import head_of


def of_superlative(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """The relation with what was named and what is measured of it, where its own clause names nothing."""
    if "metric" in relation.slots:
        return None
    start = context.article.sentences[relation.sentence].start
    figure = relation.slots["quantity"][0].spans[0][0]
    found = context.words.metrics.superlative.search(context.article.text(start, figure))
    if found is None:
        return None
    head = _head(context, found["head"] or "", start + max(found.start("head"), 0)) or _last_head(
        context, relation, done
    )
    span = (start + found.start("item"), start + found.end("item"))
    item = Filler((span,), plain(context.article.text(*span)))
    return fill(relation, "metric", joined(item, head)) if head else None


def _head(context: Context, text: str, at: int) -> Filler | None:
    """What is measured at the end of a text that stands at the clean offset `at`: 产量 of 全行业累计产量."""
    sharing = context.words.sharing
    head = text if text in sharing.heads else sharing.full_head(text)
    return Filler(((at + len(text) - len(head), at + len(text)),), head) if head else None


def _last_head(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """What the last figure of the sentence measures."""
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            return None
        if metric := first(earlier, "metric"):
            return head_of(context, earlier, metric)
    return None

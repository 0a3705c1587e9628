"""What the clause before names as the first or the last of its kind: 产量增长最快的产品是|纸板，|增长18%."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Label, Relation
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
    text = context.article.text(start, figure)
    if utmost := context.words.metrics.utmost.search(text):
        span = (start + utmost.start("item"), start + utmost.end("item"))
        measured = context.words.sharing.measured(utmost["item"])
        named = any(m.label in {Label.PLACE, Label.ORG} for m in context.begun(*span))
        if measured and not named:  # 某类通胀率最高，为|3%
            return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))))
    found = context.words.metrics.superlative.search(text)
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

"""The lines that an article adds to `articles.jsonl` and `mentions.jsonl`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Article, Label, Mention, Period, Place, Quantity
from extract.records.base import RecordBase, Span
from extract.records.period import PeriodValue, period_value
from extract.records.quantity import QuantityValue, quantity_value
from extract.records.rows import ArticleRow, Figures, MentionRow, PlaceValue

QUANTITY_SLOTS = ("quantity", "investment", "capacity", "prize")


def article_row(article: Article, mentions: Sequence[Mention], records: Sequence[RecordBase]) -> ArticleRow:
    """The article with the ledger of its figures."""
    start, end = article.clean.offsets.raw(article.start, article.end)
    place = article.place
    return ArticleRow(
        article_id=article.article_id,
        source_id=article.clean.source.source_id,
        sha256=article.clean.source.sha256,
        start=start,
        end=end,
        title=article.title,
        published=article.published,
        place=PlaceValue(name=place.name, code=place.code) if place else None,
        script=article.clean.script,
        bylines=article.bylines,
        figures=ledger(article, mentions, records),
    )


def ledger(article: Article, mentions: Sequence[Mention], records: Sequence[RecordBase]) -> Figures:
    """Where each figure of the article went: a record's slot, a name, a time, an ordinal, or no record."""
    used: set[Span] = set()
    for record in records:
        for slot in QUANTITY_SLOTS:
            used.update(record.spans.get(slot, ()))
    counts = dict.fromkeys(("records", "names", "times", "ordinals", "unused"), 0)
    for mention in mentions:
        if mention.label is Label.TIME:
            counts["times"] += 1
        elif mention.label is Label.NAMED_NUMBER:
            counts["names"] += 1
        elif article.clean.offsets.raw(mention.start, mention.end) in used:
            counts["records"] += 1
        elif mention.label is Label.ORDINAL:
            counts["ordinals"] += 1
        elif mention.label is Label.QUANTITY:
            counts["unused"] += 1
    return Figures(**counts)


def mention_row(article: Article, mention: Mention) -> MentionRow:
    """A mention with its raw text and normal form."""
    start, end = article.clean.offsets.raw(mention.start, mention.end)
    text = article.clean.source.text[start:end]
    normal: QuantityValue | PeriodValue | str | None
    match mention.normal:
        case Quantity() as quantity:
            normal = quantity_value(text, quantity)
        case Period() as period:
            normal = period_value(text, period)
        case Place(name=name):
            normal = name
        case other:
            normal = other
    return MentionRow(
        article_id=article.article_id, start=start, end=end, text=text, label=mention.label, normal=normal
    )

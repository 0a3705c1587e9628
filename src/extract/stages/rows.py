"""The lines that an article adds to `articles.jsonl` and `mentions.jsonl`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.data import Article, Mention, Period, Place, Quantity
from extract.records.base import RecordBase, Span
from extract.records.figures import booked
from extract.records.period import PeriodValue, period_value
from extract.records.quantity import QuantityValue, quantity_value
from extract.records.rows import ArticleRow, Figures, MentionRow, PlaceValue


def article_row(
    article: Article, mentions: Sequence[Mention], records: Sequence[RecordBase], in_names: Sequence[Span] = ()
) -> ArticleRow:
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
        figures=ledger(article, mentions, records, in_names),
    )


def ledger(
    article: Article, mentions: Sequence[Mention], records: Sequence[RecordBase], in_names: Sequence[Span] = ()
) -> Figures:
    """How many figures of the article went where: a record's slot, a name, a time, an ordinal, or no record.

    `in_names` are the clean spans of digits and numerals that only a longer name holds.
    """
    raw = article.clean.offsets.raw
    marked = ((*raw(m.start, m.end), m.label) for m in mentions)
    found = booked(marked, records, [raw(start, end) for start, end in in_names])
    return Figures(**Counter(figure.use.value for figure in found))


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

"""A ledger as tables and lines for a terminal, and as data for JSON."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from rich.table import Table

from extract.audit.ledger import NOT_READ, UNACCOUNTED, ArticleLedger, Entry, Ledger
from extract.audit.reasons import MEANINGS
from extract.records.figures import Use

USES = tuple(use.value for use in Use)


def tables(ledger: Ledger) -> Iterator[Table]:
    """The counts of each article with those of the run, and the reasons of the unused quantities."""
    counts = _table("article", "figures", *USES)
    for article in ledger.articles:
        counts.add_row(article.article.article_id, *_row(article.counts))
    counts.add_row("all", *_row(ledger.totals))
    yield counts
    reasons = _table("unused because", "quantities")
    for reason, count in sorted(ledger.reasons.items(), key=lambda row: (-row[1], row[0])):
        reasons.add_row(f"{reason}  {MEANINGS[reason.partition(':')[0]]}", str(count))
    yield reasons
    rest = _table("", "digits and numerals")
    rest.add_row("in no mention (unaccounted)", str(ledger.totals[UNACCOUNTED]))
    rest.add_row("in bylines, datelines and page furniture (not read)", str(ledger.totals[NOT_READ]))
    yield rest


def unused_lines(ledger: Ledger) -> Iterator[str]:
    """Each unused quantity in its sentence, the figure marked: `a.txt#1:12-16 duration  工期【3年】。`."""
    for article in ledger.articles:
        for entry in article.entries:
            if entry.reason is not None:
                yield f"{_place(article.article.article_id, entry)} {entry.reason}  {in_context(article, entry)}"


def unaccounted_lines(ledger: Ledger) -> Iterator[str]:
    """Each digit or numeral that no mention holds, with what stands around it."""
    texts = {article.article.source_id: article for article in ledger.articles}
    for source_id, entries in ledger.unaccounted.items():
        for entry in entries:
            yield f"{_place(source_id, entry)} {UNACCOUNTED}  {in_context(texts[source_id], entry)}"


def in_context(article: ArticleLedger, entry: Entry) -> str:
    """The sentence of an entry on one line, the entry between lenticular brackets."""
    starts = [start for start, _ in article.sentences]
    index = bisect_right(starts, entry.start) - 1
    low, high = article.sentences[index] if index >= 0 else (entry.start, entry.end)
    text = article.text
    marked = (
        f"{text[low : entry.start]}\u3010{text[entry.start : entry.end]}\u3011{text[entry.end : max(high, entry.end)]}"
    )
    return "".join(marked.split())


def data(ledger: Ledger) -> dict[str, Any]:
    """The whole ledger for JSON: totals, reasons, and every figure of every article by its raw offsets."""
    return {
        "totals": {**dict.fromkeys((*USES, UNACCOUNTED, NOT_READ), 0), **ledger.totals},
        "reasons": dict(sorted(ledger.reasons.items())),
        "articles": [
            {
                "article_id": article.article.article_id,
                "counts": {**dict.fromkeys(USES, 0), **article.counts},
                "agrees": article.agrees,
                "figures": [_entry(entry) for entry in article.entries],
            }
            for article in ledger.articles
        ],
        "unaccounted": {source: [_entry(entry) for entry in entries] for source, entries in ledger.unaccounted.items()},
        "not_read": dict(ledger.not_read),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {"start": entry.start, "end": entry.end, "text": entry.text, "use": entry.use, "reason": entry.reason}


def _place(where: str, entry: Entry) -> str:
    return f"{where}:{entry.start}-{entry.end}"


def _row(counts: dict[str, int]) -> list[str]:
    return [str(sum(counts[use] for use in USES)), *(str(counts[use]) for use in USES)]


def _table(first: str, *others: str) -> Table:
    made = Table(box=None, pad_edge=False)
    made.add_column(first)
    for name in others:
        made.add_column(name, justify="right")
    return made

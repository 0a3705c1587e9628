"""A run's figures, article by article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from extract.audit.reasons import DimensionOf, Surroundings, quantities
from extract.evaluation.runs import Run, RunError, read_run
from extract.records.base import RecordBase, Span
from extract.records.figures import FIGURES, Use, booked, left_over
from extract.records.rows import ArticleRow, MentionRow, RejectRow

UNACCOUNTED, NOT_READ = "unaccounted", "not_read"
Row = TypeVar("Row", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds, by raw offsets."""

    sentences: tuple[Span, ...]
    """The sentences of its articles."""
    numerals: tuple[Span, ...]
    """The runs of digits and numerals in them, numerals of ordinary words left out."""
    outside: tuple[Span, ...]
    """Those in bylines, datelines and page furniture, which are not read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure: where it stands, its use (a field of `figures`, else `unaccounted` or `not_read`) and a reason."""

    start: int
    end: int
    text: str
    use: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleLedger:
    """The figures of one article in text order, and what `articles.jsonl` says of them."""

    article: ArticleRow
    text: str
    """Of its source."""
    sentences: tuple[Span, ...]
    entries: tuple[Entry, ...]

    @property
    def counts(self) -> Counter[str]:
        """Entries by use."""
        return Counter(entry.use for entry in self.entries)

    @property
    def agrees(self) -> bool:
        """Whether the counts of `articles.jsonl` are those of the entries."""
        counts = self.counts
        return all(counts[name] == said for name, said in self.article.figures.model_dump().items())


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of a run."""

    articles: tuple[ArticleLedger, ...]
    unaccounted: Mapping[str, tuple[Entry, ...]]
    """Source to the digits and numerals of its articles that no mention holds."""
    not_read: Mapping[str, int]
    """Source to how many stand in bylines, datelines and page furniture."""

    @property
    def totals(self) -> Counter[str]:
        """Figures by use, with `unaccounted` and `not_read`."""
        counts: Counter[str] = sum((article.counts for article in self.articles), Counter())
        counts[UNACCOUNTED] = sum(map(len, self.unaccounted.values()))
        counts[NOT_READ] = sum(self.not_read.values())
        return counts

    @property
    def reasons(self) -> Counter[str]:
        """Unused quantities by reason."""
        return Counter(e.reason for a in self.articles for e in a.entries if e.reason is not None)


def audit(
    run_dir: Path, read: Callable[[str], Reading], dimension: DimensionOf, texts_dir: Path | None = None
) -> Ledger:
    """The ledger of a run; `read` gives the numerals of a raw text, `dimension` that of a unit.

    Raises RunError where the folder holds no run, a line does not read, or a source's text is not found.
    """
    run = read_run(run_dir, texts_dir)
    articles = _grouped(run_dir / "articles.jsonl", ArticleRow, lambda row: row.source_id)
    mentions = _grouped(run_dir / "mentions.jsonl", MentionRow, lambda row: row.article_id)
    rejects = _grouped(run_dir / "rejects.jsonl", RejectRow, lambda row: row.article_id or "")
    done: list[ArticleLedger] = []
    unaccounted: dict[str, tuple[Entry, ...]] = {}
    not_read: dict[str, int] = {}
    for source_id, rows in articles.items():
        text = _text(run, source_id)
        reading = read(text)
        held = [(m.start, m.end) for row in rows for m in mentions.get(row.article_id, ())]
        left = [Entry(start, end, text[start:end], UNACCOUNTED) for start, end in left_over(reading.numerals, held)]
        if left:
            unaccounted[source_id] = tuple(left)
        not_read[source_id] = len(list(left_over(reading.outside, held)))
        for row in rows:
            marked = mentions.get(row.article_id, [])
            records = [r for r in run.records.get(source_id, ()) if r.article_id == row.article_id]
            around = Surroundings(text, marked, rejects.get(row.article_id, []), dimension)
            done.append(ArticleLedger(row, text, reading.sentences, tuple(_entries(around, records, reading.numerals))))
    return Ledger(tuple(done), unaccounted, not_read)


def _text(run: Run, source_id: str) -> str:
    text = run.text(source_id)
    if text is None:
        raise RunError(f"{source_id}: its text is not found; say where with --texts")
    return text


def _entries(around: Surroundings, records: Sequence[RecordBase], numerals: Iterable[Span]) -> Iterator[Entry]:
    mentions = around.mentions
    figures = [(m.start, m.end) for m in mentions if m.label in FIGURES]
    names = [(m.start, m.end) for m in mentions if m.label not in FIGURES]
    in_names = [
        (start, end)
        for start, end in left_over(numerals, figures)
        if any(low <= start and end <= high for low, high in names)
    ]
    counted = quantities(mentions)
    for figure in booked(((m.start, m.end, m.label) for m in mentions), records, in_names):
        unused = counted.get((figure.start, figure.end)) if figure.use is Use.UNUSED else None
        reason = around.reason(unused) if unused is not None else None
        yield Entry(figure.start, figure.end, around.text[figure.start : figure.end], figure.use.value, reason)


def _grouped(path: Path, model: type[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    try:
        for line in path.read_bytes().split(b"\n"):
            if line.strip():
                row = model.model_validate_json(line)
                rows.setdefault(key(row), []).append(row)
    except (OSError, ValidationError) as error:
        raise RunError(f"{path}: {error}") from None
    return rows

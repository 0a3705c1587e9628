"""A finished run, read back for scoring."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from extract.evaluation.items import Item, record_item
from extract.evaluation.texts import TextFinder, first_of, folder_texts, input_texts, source_of
from extract.records import RECORD, ArticleRow, MentionRow, RecordBase, RunManifest
from extract.records.kept_texts import text_name

RECORDS, ARTICLES, MENTIONS, MANIFEST, TEXTS = (
    *("records.jsonl", "articles.jsonl", "mentions.jsonl"),
    *("run.json", "texts"),
)

_MENTION: TypeAdapter[MentionRow] = TypeAdapter(MentionRow)


class RunError(ValueError):
    """A folder that holds no run, or one that cannot be read."""


@dataclass(frozen=True)
class Run:
    """What a run found, by source."""

    folder: Path
    articles: Mapping[str, Sequence[ArticleRow]]
    """Source to its articles, in text order."""
    records: Mapping[str, Sequence[RecordBase]]
    texts: TextFinder

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Every source that gave an article, in order."""
        return tuple(dict.fromkeys([*self.articles, *self.records]))

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[MentionRow]]:
        """Source to its mentions. Raises RunError where the file is missing or does not read."""
        found: dict[str, list[MentionRow]] = {}
        try:
            for line in _lines(self.folder / MENTIONS):
                row = _MENTION.validate_json(line)
                found.setdefault(source_of(row.article_id), []).append(row)
        except (OSError, ValidationError) as error:
            raise RunError(f"{self.folder}: {error}") from None
        return found

    def items(self, source_id: str, doc: str) -> list[Item]:
        """The records of a source in the form in which they are compared, under a document's name."""
        records = self.records.get(source_id, ())
        totals: dict[str, dict[str, tuple[tuple[int, int], ...]]] = {}
        for record in records:
            totals.setdefault(record.article_id, {})[record.record_id] = tuple(sorted(record.anchor_spans))
        return [record_item(record, doc, totals[record.article_id]) for record in records]

    def article_at(self, source_id: str, place: int) -> str:
        """The article of a source that a place is in, else the last one before it; the source where it has none."""
        articles = self.articles.get(source_id, ())
        at = bisect_right([article.start for article in articles], place)
        return articles[max(at - 1, 0)].article_id if articles else source_id

    def text(self, source_id: str) -> str | None:
        """The raw text of a source, or None where it is not found. Raises RunError for one changed since the run."""
        text = self.texts(source_id)
        digest = self.articles[source_id][0].sha256 if source_id in self.articles else None
        if text is not None and digest and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            raise RunError(f"{source_id}: not the text that the run read")
        return text


def is_run(folder: Path) -> bool:
    """Whether a folder holds the files of a run."""
    return (folder / MANIFEST).is_file()


def read_run(folder: Path, texts_dir: Path | None = None) -> Run:
    """Read a run's folder; raw texts come from its `texts/`, else its inputs, else `texts_dir`.

    Raises RunError where the folder holds no run or a line does not read.
    """
    articles: dict[str, list[ArticleRow]] = {}
    records: dict[str, list[RecordBase]] = {}
    try:
        for line in _lines(folder / ARTICLES):
            article = ArticleRow.model_validate_json(line)
            articles.setdefault(article.source_id, []).append(article)
        for line in _lines(folder / RECORDS):
            record = RECORD.validate_json(line)
            records.setdefault(source_of(record.article_id), []).append(record)
        manifest = RunManifest.model_validate_json((folder / MANIFEST).read_bytes())
    except FileNotFoundError as error:
        raise RunError(f"{folder} holds no finished run: {Path(error.filename).name} is missing") from None
    except (OSError, ValidationError) as error:
        raise RunError(f"{folder}: {error}") from None
    finders = [_kept_texts(folder / TEXTS), input_texts(Path(file.path) for file in manifest.inputs)]
    if texts_dir is not None:
        finders.append(folder_texts(texts_dir))
    for of_source in articles.values():
        of_source.sort(key=lambda article: article.start)
    return Run(folder, articles, records, first_of(*finders))


def _lines(path: Path) -> list[bytes]:
    return [line for line in path.read_bytes().split(b"\n") if line.strip()]


def _kept_texts(folder: Path) -> TextFinder:
    """Finds the decoded texts that a run keeps, which are named after their sources."""

    def find(source_id: str) -> str | None:
        path = folder / text_name(source_id)
        return path.read_bytes().decode("utf-8", "surrogatepass") if path.is_file() else None

    return find

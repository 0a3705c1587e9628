"""A finished run, read back for scoring."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from extract.evaluation.items import Item, record_item
from extract.evaluation.texts import TextFinder, first_of, folder_texts, input_texts, source_of
from extract.records import RECORD, ArticleRow, RecordBase, RunManifest

RECORDS, ARTICLES, MANIFEST, TEXTS = "records.jsonl", "articles.jsonl", "run.json", "texts"


class RunError(ValueError):
    """A folder that holds no run, or one that cannot be read."""


@dataclass(frozen=True)
class Run:
    """What a run found, by source."""

    sources: tuple[str, ...]
    """Every source that gave an article, in order."""
    hashes: dict[str, str]
    records: dict[str, list[RecordBase]]
    texts: TextFinder

    def items(self, source_id: str, doc: str) -> list[Item]:
        """The records of a source in the form in which they are compared, under a document's name."""
        records = self.records.get(source_id, [])
        totals = {(r.article_id, r.record_id): tuple(sorted(r.anchor_spans)) for r in records}
        return [
            record_item(r, doc, {rid: spans for (article, rid), spans in totals.items() if article == r.article_id})
            for r in records
        ]

    def text(self, source_id: str) -> str | None:
        """The raw text of a source, or None where it is not found. Raises RunError for one changed since the run."""
        text = self.texts(source_id)
        digest = self.hashes.get(source_id)
        if text is not None and digest and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            raise RunError(f"{source_id}: not the text that the run read")
        return text


def read_run(folder: Path, texts_dir: Path | None = None) -> Run:
    """Read a run's folder; raw texts come from its `texts/`, else its inputs, else `texts_dir`.

    Raises RunError where the folder holds no run or a line does not read.
    """
    try:
        articles = [ArticleRow.model_validate_json(line) for line in _lines(folder / ARTICLES)]
        records: dict[str, list[RecordBase]] = {}
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
    hashes = {article.source_id: article.sha256 for article in articles}
    return Run(tuple(dict.fromkeys([*hashes, *records])), hashes, records, first_of(*finders))


def _lines(path: Path) -> list[bytes]:
    return [line for line in path.read_bytes().split(b"\n") if line.strip()]


def _kept_texts(folder: Path) -> TextFinder:
    """Finds the decoded texts that a run keeps, which are named after their sources."""

    def find(source_id: str) -> str | None:
        path = folder / f"{source_id.replace(':', '_')}.txt"
        return path.read_bytes().decode("utf-8", "surrogatepass") if path.is_file() else None

    return find

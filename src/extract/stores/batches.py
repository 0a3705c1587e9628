"""A finished run as batches of whole articles, read line by line: a run of any size takes the memory of a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from extract.records import RECORD, SCHEMA_VERSION, ArticleRow, Record
from extract.stores import entries
from extract.stores.columns import Row
from extract.stores.errors import StoreError
from extract.stores.jsonl import MANIFEST

Batch = Mapping[str, list[Row]]
"""Table name to its rows: all rows of every article in it."""

FULL = 20_000
"""Rows from which a batch ends with its article."""

Line = TypeVar("Line")


def batches(folder: Path, *, mentions: bool = False, full: int = FULL) -> Iterator[Batch]:
    """The rows of a run. Raises StoreError for a folder without a finished run and for lines that do not fit."""
    articles = _Lines(folder, "articles.jsonl", entries.article)
    records = _Lines(folder, "records.jsonl", entries.record)
    mentioned = _Lines(folder, "mentions.jsonl", entries.mention) if mentions else None
    rows: dict[str, list[Row]] = defaultdict(list)
    count = 0
    for article in articles:
        rows[article.table.name].append(article.row)
        count += 1
        for record in records.of(article.article_id):
            _check_version(record.version, records)
            rows[record.table.name].append(record.row)
            count += 1
        for mention in mentioned.of(article.article_id) if mentioned else ():
            rows[mention.table.name].append(mention.row)
            count += 1
        if count >= full:
            yield rows
            rows, count = defaultdict(list), 0
    records.finished()
    if mentioned is not None:
        mentioned.finished()
    if count:
        yield rows


def records_of_articles(folder: Path) -> Iterator[tuple[ArticleRow, Record]]:
    """Every record of a run with its article. Raises StoreError as `batches` does."""
    records = _Lines(folder, "records.jsonl", RECORD.validate_json)
    for article in _Lines(folder, "articles.jsonl", ArticleRow.model_validate_json):
        for record in records.of(article.article_id):
            _check_version(record.schema_version, records)
            yield article, record
    records.finished()


def _check_version(version: str | None, lines: _Lines[Any]) -> None:
    if version != SCHEMA_VERSION:
        told = f"a record of schema version {version}; this program reads {SCHEMA_VERSION}"
        raise StoreError("run_schema", f"{lines.place}: {told}")


class _Lines(Generic[Line]):
    """The lines of a file of a run, of which the next can be looked at."""

    def __init__(self, folder: Path, name: str, read: Callable[[bytes], Line]) -> None:
        self._path = folder / name
        self._number = 0
        if not (folder / MANIFEST).is_file() or not self._path.is_file():
            missing = name if (folder / MANIFEST).is_file() else MANIFEST
            raise StoreError("no_run", f"{folder} holds no finished run: {missing} is missing")
        self._read = read
        self._rows = self._every()
        self._next = next(self._rows, None)

    @property
    def place(self) -> str:
        """Where the line is that was read last."""
        return f"{self._path}, line {self._number}"

    def _every(self) -> Iterator[Line]:
        with self._path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    self._number = number
                    yield self._one(line)

    def _one(self, line: bytes) -> Line:
        try:
            return self._read(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise StoreError("damaged_run", f"{self.place}: {where}: {first['msg']}") from None

    def __iter__(self) -> Iterator[Line]:
        while self._next is not None:
            found, self._next = self._next, next(self._rows, None)
            yield found

    def of(self, article_id: str) -> Iterator[Line]:
        """The next lines, as far as they belong to an article."""
        while self._next is not None and getattr(self._next, "article_id", None) == article_id:
            found, self._next = self._next, next(self._rows, None)
            yield found

    def finished(self) -> None:
        """Raises StoreError where a line is left, whose article is not where it should be."""
        if self._next is not None:
            article_id = getattr(self._next, "article_id", "")
            raise StoreError("damaged_run", f"{self.place}: {article_id} has no line of its own at its place")

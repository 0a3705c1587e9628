"""One shard from items to lines: a pure function of the shard, the pipeline and the guard, the same everywhere.

A worker process calls it, and so can an actor on another machine: it knows neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import BaseModel

from extract.batch.shard import CopyItem, FileItem, Item, Shard
from extract.data import Rejection, Source
from extract.records.kept_texts import text_name
from extract.records.rows import RejectKind, RejectRow
from extract.sources import Reading, SourceError, read_file, reject
from extract.stores.jsonl import FILES, TEXTS, line
from extract.stores.shards import PartResult
from extract.stores.sheets import KEPT_TEXTS, ShardWriter, WriteError, kept_text

if TYPE_CHECKING:
    from extract.pipeline import ArticleResult, Pipeline

ARTICLES, MENTIONS, RECORDS, REJECTS = FILES
CUT_WORD = "cut word "
"""Counts, with the word behind it, where a word of the user's lexicon was not kept whole."""


@dataclass(frozen=True, slots=True)
class Output:
    """What one article adds to the run: lines by file, and counts."""

    lines: Mapping[str, bytes]
    counts: Mapping[str, int]


Extract = Callable[[Source], Iterable[Output]]
"""A source to what its articles give, one after the other."""

Guard = Callable[[str, int], AbstractContextManager[None]]
"""`with guard(source_id, size):` keeps watch over the work on a source of so many characters; may raise LimitError."""


class LimitError(BaseException):
    """A source went beyond its limits. No Exception, so that no library takes it for one of its own."""

    def __init__(self, error: SourceError, message: str) -> None:
        super().__init__(message)
        self.error = error


def extractor(pipeline: Pipeline) -> Extract:
    """The pipeline as a function from a source to lines."""
    return lambda source: map(article_output, pipeline.stream(source))


def load_extractor(**options: Any) -> Extract:
    """`extractor` of the pipeline that `extract.assembly.load` makes of the options."""
    # imported in the worker: the process that plans the run needs no pipeline
    from extract.assembly import load

    return extractor(load(**options))


def article_output(article: ArticleResult) -> Output:
    """The lines of one article."""
    mentions = article.mention_rows
    counts = Counter(
        articles=1,
        mentions=len(mentions),
        records=len(article.records),
        **{"rejected relations": len(article.rejections)},
    )
    counts.update(f"record {record.record_type}" for record in article.records)
    counts.update(CUT_WORD + article.article.text(word.start, word.end) for word in article.parted)
    lines = {
        ARTICLES: line(article.row),
        MENTIONS: _lines(mentions),
        RECORDS: _lines(article.records),
        REJECTS: _lines(map(reject_row, article.rejections)),
    }
    return Output(lines, counts)


def _lines(rows: Iterable[BaseModel]) -> bytes:
    return b"".join(map(line, rows))


def reject_row(rejection: Rejection) -> RejectRow:
    """A rejection as a line of `rejects.jsonl`."""
    return RejectRow(
        kind=RejectKind(rejection.kind),
        source_id=rejection.source_id,
        article_id=rejection.article_id,
        start=rejection.start,
        end=rejection.end,
        error=rejection.error,
        message=rejection.message,
    )


@dataclass(frozen=True, slots=True)
class Processor:
    """What stays the same from shard to shard."""

    extract: Extract
    reading: Reading

    def __call__(self, shard: Shard, writer: ShardWriter, guard: Guard) -> list[PartResult]:
        """Write the lines of a shard, part by part; what fails costs its source alone. Raises WriteError."""
        results = []
        for part in shard.parts:
            before, counts = writer.sizes(), Counter[str]()
            for item in part.items:
                counts.update(self._item(item, writer, guard))
            lengths = {name: size - before[name] for name, size in writer.sizes().items() if name in FILES}
            results.append(PartResult(dict(sorted(counts.items())), lengths))
        return results

    def _item(self, item: Item, writer: ShardWriter, guard: Guard) -> Counter[str]:
        match item:
            case Source():
                return self._source(item, writer, guard)
            case Rejection():
                return _reject(item, writer)
            case FileItem():
                return self._file(item, writer, guard)
            case CopyItem():
                return self._copy(item, writer, guard)

    def _file(self, item: FileItem, writer: ShardWriter, guard: Guard) -> Counter[str]:
        """Read a file source by source; a reader that fails ends its file."""
        counts: Counter[str] = Counter()
        found = read_file(item.found, self.reading, item.state)
        while True:
            try:
                with guard(item.found.source_id, item.size // _BYTES_READ_LIKE_A_CHARACTER):
                    source = next(found, None)
            except (Exception, LimitError) as error:
                return counts + _reject(_failure(item.found.source_id, error), writer)
            if source is None:
                return counts
            counts += self._item(source, writer, guard)

    def _source(self, source: Source, writer: ShardWriter, guard: Guard) -> Counter[str]:
        before, counts = writer.sizes(), Counter[str]()
        try:
            with guard(source.source_id, len(source.text)):
                for output in self.extract(source):
                    writer.write(output.lines)
                    counts.update(output.counts)
                if not source.plain:
                    writer.write({KEPT_TEXTS: kept_text(text_name(source.source_id), source.text)})
                    counts[TEXTS] += 1
        except WriteError:
            raise
        except (Exception, LimitError) as error:
            writer.back(before)
            return _reject(_failure(source.source_id, error), writer)
        return counts + Counter(sources=1, characters=len(source.text))

    def _copy(self, item: CopyItem, writer: ShardWriter, guard: Guard) -> Counter[str]:
        """Copy what an earlier run has of a file; where it does not have all of it any more, process the file."""
        before = writer.sizes()
        try:
            with guard(item.file.found.source_id, sum(length for _, length in item.places.values())):
                if _copied(item, writer):
                    return Counter(item.counts)
        except (OSError, ValueError, KeyError, LimitError):
            pass  # the earlier run is damaged, is being removed, or its disk hangs: the file itself is here still
        writer.back(before)
        return self._file(item.file, writer, guard)


_BYTES_READ_LIKE_A_CHARACTER = 10
_BLOCK = 1 << 20


def _copied(item: CopyItem, writer: ShardWriter) -> bool:
    """Copy the lines and texts of a file; whether all of them were there."""
    for name, place in item.places.items():
        for data in _stretch(item, name, *place):
            writer.write({name: data})
    kept = 0
    for name, text in _texts(item):
        writer.write({KEPT_TEXTS: kept_text(name, text)})
        kept += 1
    return kept == item.counts.get(TEXTS, 0)


def _stretch(item: CopyItem, name: str, start: int, length: int) -> Iterator[bytes]:
    with (item.folder / name).open("rb") as file:
        file.seek(start)
        while length and (data := file.read(min(length, _BLOCK))):
            length -= len(data)
            yield data


def _texts(item: CopyItem) -> Iterator[tuple[str, str]]:
    """The texts that the earlier run keeps of the file: those of the sources of its articles."""
    if not item.counts.get(TEXTS, 0):
        return
    start, length = item.places[ARTICLES]
    told = None
    with (item.folder / ARTICLES).open("rb") as file:
        file.seek(start)
        while file.tell() < start + length:
            source_id = orjson.loads(file.readline())["source_id"]
            path = item.folder / TEXTS / text_name(source_id)
            if source_id != told and path.is_file():
                yield text_name(source_id), path.read_bytes().decode()
            told = source_id


def _failure(source_id: str, error: BaseException) -> Rejection:
    match error:
        case LimitError():
            return reject(source_id, error.error, str(error))
        case MemoryError():
            return reject(source_id, SourceError.OUT_OF_MEMORY, "the memory of the worker was used up")
        case _:
            message = f"{type(error).__name__}: {error}".encode("utf-8", "replace").decode()
            return reject(source_id, SourceError.FAILED, message)


def _reject(rejection: Rejection, writer: ShardWriter) -> Counter[str]:
    writer.write({REJECTS: line(reject_row(rejection))})
    return Counter({"rejected sources": 1})

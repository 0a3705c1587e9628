"""One run: sources in, the files of the record contract out."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import JsonValue

from extract import __version__
from extract.data import Rejection, Source
from extract.pipeline import ArticleResult, Pipeline
from extract.records.manifest import InputFile, RunManifest
from extract.records.rows import RejectKind, RejectRow
from extract.sources import Reading, Skipped, read
from extract.stores.jsonl import FILES, MANIFEST, RunWriter


class RunExists(Exception):
    """The output folder holds a run already."""


@dataclass
class Summary:
    """What a run found, counted."""

    counts: Counter[str] = field(default_factory=Counter)
    """Sources, articles, characters, skipped files, rejects by kind and records by type."""
    rejects: list[Rejection] = field(default_factory=list)
    """The rejected sources."""
    warnings: dict[str, str] = field(default_factory=dict)
    """Words of the user's lexicon that were not kept whole → where first, once each."""


def run(
    inputs: Sequence[str],
    output: Path,
    pipeline: Pipeline,
    *,
    overwrite: bool = False,
    reading: Reading | None = None,
    options: Mapping[str, JsonValue] | None = None,
    progress: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Process every source of `inputs` into `output`; `progress` is told the counts after each article.

    Raises `RunExists` where `output` holds a run and `overwrite` is false, and OSError where it cannot be written.
    """
    if not overwrite and any((output / name).exists() for name in (*FILES, MANIFEST)):
        raise RunExists(str(output))
    settle_memory()
    summary = Summary()
    with RunWriter(output) as writer:
        for found in read(inputs, reading or Reading(), leave_out=output):
            if isinstance(found, Source):
                for article in _begin(writer, found, pipeline, summary):
                    _write(writer, article, summary)
                    progress(summary)
            else:
                _pass_over(writer, found, summary)
                progress(summary)
        writer.manifest(
            RunManifest(
                version=__version__,
                options=dict(options or {}),
                inputs=tuple(_inputs(inputs, output.resolve())),
                counts=dict(sorted(summary.counts.items())),
            )
        )
    return summary


def settle_memory() -> None:
    """Take what is loaded out of the garbage collector's rounds: the tables of the pipeline live as long as the run."""
    gc.collect()
    gc.freeze()


def _begin(writer: RunWriter, source: Source, pipeline: Pipeline, summary: Summary) -> Iterator[ArticleResult]:
    summary.counts["sources"] += 1
    summary.counts["characters"] += len(source.text)
    if not source.plain:
        writer.text(source)
    return pipeline.stream(source)


def _write(writer: RunWriter, article: ArticleResult, summary: Summary) -> None:
    counts = summary.counts
    counts["articles"] += writer.write("articles.jsonl", [article.row])
    counts["mentions"] += writer.write("mentions.jsonl", article.mention_rows)
    counts["records"] += writer.write("records.jsonl", article.records)
    counts["rejected relations"] += writer.write("rejects.jsonl", map(reject_row, article.rejections))
    for word in article.parted:
        text = article.article.text(word.start, word.end)
        start = article.article.clean.offsets.raw(word.start, word.end)[0]
        where = f"{article.article.article_id} at {start}"
        summary.warnings.setdefault(text, f"{where}: {text} is not kept whole [lexicon_word_cut]")
    for record in article.records:
        counts[f"record {record.record_type}"] += 1


def _pass_over(writer: RunWriter, found: Rejection | Skipped, summary: Summary) -> None:
    if isinstance(found, Skipped):
        summary.counts["skipped"] += 1
        return
    writer.write("rejects.jsonl", [reject_row(found)])
    summary.counts["rejected sources"] += 1
    summary.rejects.append(found)


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


def _inputs(inputs: Sequence[str], output: Path) -> list[InputFile]:
    """Every input file with its size and hash, in the order of reading; what lies in `output` is none."""
    out: list[InputFile] = []
    for named in inputs:
        path = Path(named)
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            if output in file.resolve().parents:
                continue
            try:
                with file.open("rb") as opened:
                    digest = hashlib.file_digest(opened, "sha256").hexdigest()
                out.append(InputFile(path=file.as_posix(), size=file.stat().st_size, sha256=digest))
            except OSError:
                out.append(InputFile(path=file.as_posix(), size=0, sha256=None))
    return out

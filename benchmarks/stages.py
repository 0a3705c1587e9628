"""How a run's time is spent: reading, each stage, and writing.

python -m benchmarks.stages [FILE_OR_FOLDER ...]      (corpus/ by default)

What `extract run` does is done here step by step, each under the clock; the round that was shortest counts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import extract
from extract.batch.run import reject_row, settle_memory
from extract.data import Article, Source
from extract.pipeline import ArticleResult, Pipeline
from extract.sources import read
from extract.stages.recognise.countable import held_by_names
from extract.stages.resolve import Context, resolve
from extract.stages.segment import segment
from extract.stores.jsonl import RunWriter

ROUNDS = 3
RECOGNITION = "recognise"
Result = TypeVar("Result")


class Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def __call__(self, stage: str, work: Callable[[], Result]) -> Result:
        started = time.perf_counter()
        result = work()
        self.seconds[stage] += time.perf_counter() - started
        return result


def one_round(pipeline: Pipeline, paths: list[str]) -> dict[str, float]:
    """The seconds of each step over all sources."""
    clock = Clock()
    sources = [source for source in clock("read", lambda: list(read(paths))) if isinstance(source, Source)]
    with tempfile.TemporaryDirectory() as folder, RunWriter(Path(folder)) as writer:
        for source in sources:
            clean = clock("clean", partial(pipeline.cleaner, source))
            for article in clock("divide", partial(pipeline.divider, clean)):
                clock("write", partial(_write, writer, _read(pipeline, article, clock)))
    return clock.seconds


def _read(pipeline: Pipeline, article: Article, clock: Clock) -> ArticleResult:
    tokens = clock("segment", partial(segment, article, pipeline.tokenizer, pipeline.vocabulary))
    mentions, names = clock(RECOGNITION, partial(pipeline.recogniser.recognise, article, tokens))
    figures = pipeline.recogniser.figures
    held = clock(RECOGNITION, lambda: tuple(held_by_names(article, tokens, mentions, figures)))
    coded, relations, refused = clock("relate", partial(pipeline.relator.relate, article, tokens, mentions))
    resolved = clock("resolve", lambda: resolve(Context(article, coded, mentions, pipeline.words), relations))
    records, rejected = clock("validate", partial(pipeline.validator.validate, article, resolved, names))
    return ArticleResult(article, tokens, mentions, coded, resolved, records, (*refused, *rejected), held)


def _write(writer: RunWriter, result: ArticleResult) -> None:
    writer.write("articles.jsonl", [result.row])
    writer.write("mentions.jsonl", result.mention_rows)
    writer.write("records.jsonl", result.records)
    writer.write("rejects.jsonl", map(reject_row, result.rejections))


def main(arguments: list[str]) -> None:
    """Print the share of each step in a run's time."""
    paths = arguments or ["corpus"]
    pipeline = extract.load()
    settle_memory()
    size = sum(len(source.text) for source in read(paths) if isinstance(source, Source))
    seconds = min((one_round(pipeline, paths) for _ in range(ROUNDS)), key=lambda steps: sum(steps.values()))
    total = sum(seconds.values())
    print(f"{size:,} characters in {total:.2f} s ({size / total:,.0f} characters/s)")
    for step, spent in seconds.items():
        print(f"  {step:<10}{spent:8.3f} s {spent / total:6.1%}")
    print(f"recognition takes {seconds[RECOGNITION] / total:.0%} of a run")


if __name__ == "__main__":
    main(sys.argv[1:])

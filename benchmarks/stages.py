"""How a run's time is spent: the share of each stage, of recognition in its parts, and of reading and writing.

python -m benchmarks.stages [FILE_OR_FOLDER ...]      (corpus/ by default)

The stages are timed one by one on the same articles, and beside them `extract run` as a whole on the same files. The
shortest of a few rounds counts.
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
from extract.batch.run import run, settle_memory
from extract.data import Article, Source
from extract.pipeline import Pipeline
from extract.sources import read
from extract.stages.recognise.countable import held_by_names
from extract.stages.resolve import Context, resolve
from extract.stages.segment import segment

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


def one_round(pipeline: Pipeline, sources: list[Source]) -> dict[str, float]:
    """The seconds of each stage over all sources."""
    clock = Clock()
    for source in sources:
        clean = clock("clean", partial(pipeline.cleaner, source))
        for article in clock("divide", partial(pipeline.divider, clean)):
            _article(pipeline, article, clock)
    return clock.seconds


def _article(pipeline: Pipeline, article: Article, clock: Clock) -> None:
    tokens = clock("segment", partial(segment, article, pipeline.tokenizer, pipeline.vocabulary))
    mentions, names = clock(RECOGNITION, partial(pipeline.recogniser.recognise, article, tokens))
    clock(RECOGNITION, lambda: list(held_by_names(article, tokens, mentions, pipeline.recogniser.figures)))
    coded, relations, _ = clock("relate", partial(pipeline.relator.relate, article, tokens, mentions))
    resolved = clock("resolve", lambda: resolve(Context(article, coded, mentions, pipeline.words), relations))
    clock("validate", partial(pipeline.validator.validate, article, resolved, names))


def whole_run(pipeline: Pipeline, paths: list[str]) -> float:
    """The seconds of `extract run` on the files, reading and writing included, loading left out."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        run(paths, Path(folder) / "out", pipeline)
        return time.perf_counter() - started


def main(arguments: list[str]) -> None:
    """Print the share of each stage in a run's time."""
    paths = arguments or ["corpus"]
    pipeline = extract.load()
    settle_memory()
    sources = [source for source in read(paths) if isinstance(source, Source)]
    rounds = [one_round(pipeline, sources) for _ in range(ROUNDS)]
    stages = {stage: min(seconds[stage] for seconds in rounds) for stage in rounds[0]}
    total = min(whole_run(pipeline, paths) for _ in range(ROUNDS))
    size = sum(len(source.text) for source in sources)
    print(f"{len(sources)} sources, {size:,} characters, a run of {total:.2f} s ({size / total:,.0f} characters/s)")
    for stage, seconds in stages.items():
        print(f"  {stage:<22}{seconds:7.3f} s {seconds / total:6.1%}")
    read_by_stages, recognised = sum(stages.values()), stages[RECOGNITION]
    print(f"  {'reading and writing':<22}{total - read_by_stages:7.3f} s {1 - read_by_stages / total:6.1%}")
    print(f"recognition takes {recognised / total:.0%} of a run, {recognised / read_by_stages:.0%} of the stages")


if __name__ == "__main__":
    main(sys.argv[1:])

"""How fast the pipeline is, as a ratio to `jieba.lcut` on the same text in the same run.

python -m benchmarks.speed [FILE_OR_FOLDER ...]      (corpus/ by default)
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba

import extract
from extract.batch.worker import settle_memory
from extract.data import Source
from extract.sources import read

ROUNDS = 3


def best(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def main(paths: list[str]) -> None:
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    pipeline = extract.load()
    settle_memory()
    sources = [source for source in read(paths or ["corpus"]) if isinstance(source, Source)]
    size = sum(len(source.text) for source in sources)
    ours = best(lambda: [pipeline.process(source) for source in sources])
    cleaned = best(lambda: [pipeline.divider(pipeline.cleaner(source)) for source in sources])
    theirs = best(lambda: [jieba.lcut(source.text) for source in sources])
    print(f"{len(sources)} sources, {size:,} characters")
    print(f"jieba.lcut   {size / theirs:12,.0f} characters/s")
    print(f"extract      {size / ours:12,.0f} characters/s   ratio {theirs / ours:.2f}")
    print(f"clean-up and division take {cleaned / ours:.0%} of it")


if __name__ == "__main__":
    main([str(Path(p)) for p in sys.argv[1:]])

"""How a run's time is spent: reading, each stage, and writing.

python -m benchmarks.stages [FILE_OR_FOLDER ...]      (corpus/ by default)

The pipeline works as it always does, with a clock around each of its stages; the round that was shortest counts.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import extract
from extract import pipeline as wiring
from extract.batch.process import extractor
from extract.batch.worker import settle_memory
from extract.data import Source
from extract.pipeline import Pipeline
from extract.sources import read

ROUNDS = 3
RECOGNITION = "recognise"
PARTS = {
    "cleaner": ("__call__", "clean"),
    "divider": ("__call__", "divide"),
    "recogniser": ("recognise", RECOGNITION),
    "relator": ("relate", "relate"),
    "validator": ("validate", "validate"),
    "checker": ("check", "check"),
}
"""Field of the pipeline → the method that is its stage, and the stage's name."""
FUNCTIONS = {"segment": "segment", "held_by_names": RECOGNITION, "written": RECOGNITION, "resolve": "resolve"}
"""Function that the pipeline calls → its stage."""


class Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[stage] += time.perf_counter() - started

    def around(self, work: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """The function with its time added to a stage; what it yields is taken at once."""

        def timed(*given: Any, **named: Any) -> Any:
            with self.on(stage):
                result = work(*given, **named)
                return list(result) if isinstance(result, Iterator) else result

        return timed


class Timed:
    """A part of the pipeline with a clock around one of its methods."""

    def __init__(self, part: Any, method: str, timed: Callable[..., Any]) -> None:
        self._part, self._method, self._timed = part, method, timed

    def __call__(self, *given: Any) -> Any:
        return self._timed(*given)

    def __getattr__(self, name: str) -> Any:
        return self._timed if name == self._method else getattr(self._part, name)


def one_round(pipeline: Pipeline, paths: list[str]) -> dict[str, float]:
    """The seconds of each step over all sources; what no stage takes is that of writing the lines."""
    clock = Clock()
    with clock.on("read"):
        sources = [source for source in read(paths) if isinstance(source, Source)]
    parts: dict[str, Any] = {
        field: Timed(part := getattr(pipeline, field), method, clock.around(getattr(part, method), stage))
        for field, (method, stage) in PARTS.items()
    }
    functions = {name: getattr(wiring, name) for name in FUNCTIONS}
    try:
        for name, stage in FUNCTIONS.items():
            setattr(wiring, name, clock.around(functions[name], stage))
        lines = extractor(replace(pipeline, **parts))
        started, before = time.perf_counter(), sum(clock.seconds.values())
        for source in sources:
            for _ in lines(source):
                pass
        spent = time.perf_counter() - started
    finally:
        for name, function in functions.items():
            setattr(wiring, name, function)
    clock.seconds["write"] = spent - (sum(clock.seconds.values()) - before)
    return clock.seconds


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

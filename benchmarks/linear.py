"""What a character costs in texts that tempt a pattern to look again and again, as a ratio to ordinary text.

python -m benchmarks.linear [--size CHARACTERS] [FILE_OR_FOLDER ...]      (a megabyte; corpus/ is the ordinary text)
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import extract
from extract.data import Source
from extract.sources import read

SIZE = 1_000_000
LIMIT = 3.0
TEMPTING = {
    "numerals": "一二三四五六七八九",
    "tens and hundreds": "十百千万亿",
    "digits": "1234567890",
    "grouped digits": "1,234,",
    "percent": "百分之",
    "open ranges": "3至",
    "open fractions": "三分之",
    "brackets": "（",
    "quotes": "“一",
    "titles": "《",
    "several": "几十",
    "ordinals": "第一",
    "dates": "2025年",
    "months": "3—",
    "clock": "1:",
    "spaces": "一 ",
    "money": "$",
    "letters": "A1-",
}
"""One tempting piece each, repeated to a megabyte."""


ROUNDS = 3


def cost(read: Callable[[str], object], texts: Sequence[str], rounds: int = 1) -> float:
    """Processor time a character, the least of a few rounds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        for text in texts:
            read(text)
        times.append(time.process_time() - started)
    return min(times) / sum(len(text) for text in texts)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linear")
    parser.add_argument("--size", type=int, default=SIZE, help="characters of each tempting text")
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("corpus")], help="ordinary text")
    options = parser.parse_args(arguments)
    pipeline = extract.load()

    def figures(text: str) -> None:
        taken = [(found.start, found.end) for found in pipeline.recogniser.times.find(text)]
        pipeline.recogniser.figures.find(text, taken)

    ordinary = [source.text for source in read(options.paths) if isinstance(source, Source)]
    figures(ordinary[0])
    each, whole = cost(figures, ordinary, ROUNDS), cost(pipeline, ordinary, ROUNDS)
    print(f"ordinary text: {1 / each:,.0f} characters/s for times and figures, {1 / whole:,.0f} for the pipeline")
    worst = 0.0
    for name, piece in TEMPTING.items():
        text = (piece * options.size)[: options.size]
        beside = cost(figures, ordinary, ROUNDS)  # measured anew: what else the machine does slows both alike
        alone, through = cost(figures, [text]) / beside, cost(pipeline, [text]) / whole
        worst = max(worst, alone, through)
        print(f"{name:<20} times and figures {alone:6.2f}   pipeline {through:6.2f}", flush=True)
    print(f"at most {LIMIT:.0f} times ordinary text: {'yes' if worst <= LIMIT else 'no'} ({worst:.2f})")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

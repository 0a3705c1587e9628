"""Two workers of a run against a bare loop in two processes over the same pipeline and the same texts.

python -m benchmarks.workers [SOURCES] [ROUNDS]      (2000 and 2 by default)

The bare loop divides the texts beforehand, and writes lines without shards, limits, manifest or order: no run can be
faster. Both are timed with all they start, wall clock and processor.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.archive import build

BARE = """
import sys
from pathlib import Path
from extract.batch.process import load_extractor
from extract.batch.worker import settle_memory
from extract.data import Source
from extract.sources import read
extract = load_extractor()
settle_memory()
which = int(sys.argv[3])
files = {name: open(Path(sys.argv[2], f"{which}-{name}"), "wb") for name in
         ("articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl")}
for number, source in enumerate(read([sys.argv[1]])):
    if number % 2 == which and isinstance(source, Source):
        for output in extract(source):
            for name, lines in output.lines.items():
                files[name].write(lines)
"""


def bare(archive: Path, out: Path) -> None:
    out.mkdir()
    loops = [subprocess.Popen([sys.executable, "-c", BARE, str(archive), str(out), str(which)]) for which in (0, 1)]
    for loop in loops:
        if loop.wait():
            raise RuntimeError("the bare loop failed")


def run(archive: Path, out: Path) -> None:
    command = [sys.executable, "-m", "extract", "run", str(archive), "-o", str(out), "-q", "--workers", "2"]
    subprocess.run(command, check=True)


def timed(work: Callable[[Path, Path], None], archive: Path, out: Path) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work(archive, out)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(sources: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "archive")
        size = build(archive, sources)
        print(f"{sources} sources, {size:,} characters")
        best = {"bare": (1e9, 1e9), "run": (1e9, 1e9)}
        for number in range(rounds):
            for name, work in (("bare", bare), ("run", run)):
                wall, processor = timed(work, archive, Path(folder, f"{name}-{number}"))
                print(f"{name:5} {wall:8.1f} s   processor {processor:8.1f} s   {size / wall:9,.0f} characters/s")
                best[name] = min(best[name][0], wall), min(best[name][1], processor)
        by_clock, by_processor = (best["bare"][at] / best["run"][at] for at in (0, 1))
        print(f"a run reaches {by_clock:.2f} of the bare loop by the clock, {by_processor:.2f} by processor time")


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(given[0] if given else 2000, given[1] if len(given) > 1 else 2)

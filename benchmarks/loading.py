"""What a load costs: `python -m benchmarks.loading [MEGABYTES] [TARGET...]`   (1000, duckdb and parquet by default).

The run that is loaded is that of the corpus, written again and again under other names until it is so large: time by
the clock and of the processor, peak memory, and the size of the store. TARGET may be a postgresql:// URL.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archive import CORPUS

_IDS = re.compile(rb'"(article_id|source_id)":"')
_FILES = ("articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl")


def multiply(run: Path, large: Path, size: int) -> int:
    """Write the run under other names until its files have `size` bytes; how often that was."""
    lines = {name: (run / name).read_bytes() for name in _FILES}
    times = max(1, -(-size // sum(map(len, lines.values()))))
    large.mkdir()
    for name, content in lines.items():
        with (large / name).open("wb") as file:
            for number in range(times):
                file.write(_IDS.sub(rb'"\1":"%d/' % number, content))
    (large / "run.json").write_bytes((run / "run.json").read_bytes())
    return times


def size_of(place: Path) -> int:
    """The bytes of a file, or of all files of a folder."""
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files)


def load(run: Path, target: str) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and megabytes at the peak so far."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "extract", "load", str(run), target, "--mentions", "--quiet"], check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, processor, after.ru_maxrss / 1024


def main(megabytes: int, targets: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        command = [sys.executable, "-m", "extract", "run", str(CORPUS), "-o", str(small), "--quiet"]
        subprocess.run(command, check=True)
        times = multiply(small, large, megabytes * 1_000_000)
        counts = {name: sum(1 for _ in (large / name).open("rb")) for name in _FILES[:3]}
        told = ", ".join(f"{count:,} {name.removesuffix('.jsonl')}" for name, count in counts.items())
        print(f"{size_of(large) / 1e6:,.0f} MB, {times} times the corpus: {told}")
        for target in targets or [f"duckdb:{folder}/facts.duckdb", f"parquet:{folder}/facts"]:
            for what in ("new", "again"):
                wall, processor, peak = load(large, target)
                place = Path(target.partition(":")[2])
                stored = f", store {size_of(place) / 1e6:,.0f} MB" if place.exists() else ""
                told = f"{what:5} {wall:7.1f} s   processor {processor:7.1f} s   peak {peak:,.0f} MB{stored}"
                print(f"{target.partition(':')[0]:10} {told}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, sys.argv[2:])

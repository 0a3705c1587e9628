"""What a million articles cost, from a run that is measured: `python -m benchmarks.scale [SOURCES]` (2000 by default).

Processor time of the run and of the loads, bytes of each file and of the stores, all multiplied out; and how fast the
planning process reads tables, which bounds how many workers it can feed. docs/scale.md holds what came out, and what
follows from it for a hundred million.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archive import build
from benchmarks.loading import load, size_of
from benchmarks.memory import write
from benchmarks.workers import run, timed
from extract.batch.plan import Plan
from extract.sources import Reading

FILES = ("articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl")
MILLION = 1_000_000


def main(sources: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = build(folder / "archive", sources)
        _, processor = timed(run, folder / "archive", folder / "out")
        counts = json.loads((folder / "out" / "run.json").read_bytes())["counts"]
        articles = counts["articles"]
        each = f"{characters / articles:,.0f} characters and {counts['records'] / articles:.1f} records each"
        print(f"{articles:,} articles, {each}")
        print(f"input {size_of(folder / 'archive') / articles / 1000:.2f} GB a million articles")
        speed = f"{processor / articles * 1000:.0f} ms an article, {characters / processor:,.0f} characters/s"
        print(f"run   {processor / articles * MILLION / 3600:,.0f} processor hours a million articles ({speed})")
        for file in FILES:
            tell(f"  {file}", folder / "out" / file, articles)
        tell("  texts/", folder / "out" / "texts", articles)
        for target in (f"duckdb:{folder}/facts.duckdb", f"parquet:{folder}/facts"):
            _, seconds, peak = load(folder / "out", target)
            hours = seconds / articles * MILLION / 3600
            print(f"load  {hours:,.2f} processor hours a million articles, {peak:,.0f} MB at the peak, --mentions")
            tell(f"  {target.partition(':')[0]}", Path(target.partition(":")[2]), articles)
        for kind, megabytes in ((".jsonl", 20), ("pages", 60)):
            plan(folder / f"{kind}.jsonl", kind, megabytes * 1_000_000)


def plan(table: Path, kind: str, size: int) -> None:
    """Tell how fast a table is divided into shards."""
    rows = write(table, size, kind)
    began = time.process_time()
    for _ in Plan([str(table)], Reading(), table.parent / "none", note=lambda given: None).shards():
        pass
    seconds = time.process_time() - began
    print(f"plan  {kind:6} {rows / seconds:7,.0f} rows/s, {size / seconds / 1e6:,.0f} MB/s")


def tell(name: str, place: Path, articles: int) -> None:
    packed = f", {packed_size(place) / articles / 1000:.2f} GB packed" if place.suffix == ".jsonl" else ""
    print(f"{name:18} {size_of(place) / articles / 1000:6.2f} GB a million articles{packed}")


def packed_size(place: Path) -> int:
    return len(gzip.compress(place.read_bytes(), 6))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

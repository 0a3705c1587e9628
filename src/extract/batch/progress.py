"""What a person sees of a run: progress on a terminal, and the closing table."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table

from extract.batch.request import COMPARED, SKIPPED, Summary
from extract.locations import Location
from extract.records.union import RECORD_TYPES
from extract.sources import STDIN, Found, find


class Progress:
    """Shows on a terminal how far a run is: counts, speed and the time left; silent where `shown` is false."""

    def __init__(self, console: Console, total: int | None, *, shown: bool) -> None:
        self._bar = Bar(
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.fields[told]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not shown,
        )
        self._task = self._bar.add_task("run", total=total or None, told="")
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bar.stop()

    def tell(self, summary: Summary) -> None:
        """Show the counts as they are now."""
        told = sentence(summary.counts, time.monotonic() - self._began)
        self._bar.update(self._task, completed=summary.read, told=told)


def sentence(counts: Mapping[str, int], seconds: float) -> str:
    """The counts and the speed of a run in a line.

    >>> sentence({"articles": 1200, "records": 9000, "characters": 600000}, 10.0)
    '1,200 articles, 9,000 records, 0 rejects, 60,000 characters/s'
    """
    found = ", ".join(f"{counts.get(name, 0):,} {name}" for name in ("articles", "records"))
    speed = counts.get("characters", 0) / seconds if seconds > 0 else 0
    return f"{found}, {counts.get('rejected sources', 0):,} rejects, {speed:,.0f} characters/s"


def table(summary: Summary) -> Table:
    """What a run found: sources, articles, records by type, rejects."""
    made = Table(show_header=False, box=None, pad_edge=False)
    made.add_column()
    made.add_column(justify="right")
    counts = summary.counts
    for name in ("sources", "articles", "characters", "mentions", "records"):
        made.add_row(name, f"{counts[name]:,}")
    for name in RECORD_TYPES:
        made.add_row(f"  {name}", f"{counts[f'record {name}']:,}")
    made.add_row("rejected relations", f"{counts['rejected relations']:,}")
    made.add_row("rejected sources", f"{counts['rejected sources']:,}")
    if counts[SKIPPED]:
        made.add_row("skipped files", f"{counts[SKIPPED]:,}")
    for kind, count in _skipped(counts):
        made.add_row(f"  {kind}", f"{count:,}")
    for name in COMPARED:
        if name in summary.compared:
            made.add_row(f"{name} inputs", f"{summary.compared[name]:,}")
    return made


_KINDS = 8
"""So many kinds of skipped files have a row of their own."""


def _skipped(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The kinds of skipped files, the most frequent first, those beyond _KINDS as one."""
    kinds = Counter(
        {name.removeprefix(f"{SKIPPED} "): n for name, n in counts.items() if name.startswith(f"{SKIPPED} ")}
    )
    ranked = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    others = sum(count for _, count in ranked[_KINDS:])
    return [*ranked[:_KINDS], *([("others", others)] if others else [])]


def total_size(inputs: Sequence[str], output: Location) -> int | None:
    """The bytes of all inputs; None where that is not known, as of standard input."""
    if STDIN in inputs:
        return None
    total = 0
    for found in find(inputs, output):
        if isinstance(found, Found):
            with suppress(OSError):
                total += found.state()[2]
    return total

"""What a person sees of a run: progress on a terminal, and the closing table."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from extract.batch.run import Summary
from extract.records.union import RECORD_TYPES


class Progress:
    """Counts sources and records on a terminal; silent where `shown` is false."""

    def __init__(self, console: Console, *, shown: bool) -> None:
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.completed} sources, {task.fields[records]} records"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not shown,
        )
        self._task = self._bar.add_task("run", total=None, records=0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bar.stop()

    def tell(self, summary: Summary) -> None:
        """Show the counts as they are now."""
        self._bar.update(self._task, completed=summary.counts["sources"], records=summary.counts["records"])


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
    if counts["skipped"]:
        made.add_row("skipped files", f"{counts['skipped']:,}")
    return made
